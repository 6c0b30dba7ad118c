/*
 * secret_holders.h - who holds which secret: the one list. A program reads its own folder,
 * secret_dir/programs/NAME, in which zyz-admin puts what its row says and nothing else
 * (secret_hand.h); the sandbox lets it read no other (sandbox.h). The lint `holders` asks the
 * linker what each program can do with keys, and holds the list against it.
 *
 *	const struct secret_holder *h = secret_holder("needs");
 *	bool signs = h && secret_holds(h, "sign.key");
 */
#ifndef ZYZ_SECRET_HOLDERS_H
#define ZYZ_SECRET_HOLDERS_H

#include <stdbool.h>
#include <stddef.h>

struct secret_holder {
	const char *program;
	/* Files of its folder, with commas. NAME.key has to be there; what a service gave us is
	 * there where it gave something, and NAME-* is all that begins so. mac.key is no file of
	 * secret_dir: it follows from the first line of index.key, and makes tokens of forms, links
	 * and codes; nobody is found by it. */
	const char *holds;
};

const struct secret_holder *secret_holder(const char *program); /* NULL: none, or a command */
const struct secret_holder *secret_holders(size_t *n);
bool secret_holds(const struct secret_holder *h, const char *name);

#endif
