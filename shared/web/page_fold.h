/*
 * page_fold.h - templates as they are loaded: what is the same for every request is worked out
 * once. Page.c and page_time.c need page_load() alone (page_time.h); this is what the page_fold*.c
 * files share, and nobody else includes it.
 *
 * Known are the texts (Lang.* and the list of programs), what page_known() named, and what a
 * template sets to something known. Only a request knows Page.* and the rows of a loop.
 */
#ifndef ZYZ_PAGE_FOLD_H
#define ZYZ_PAGE_FOLD_H

#include <ClearSilver.h>

#include "str.h"

enum { MAX_SETS = 48, MAX_MACROS = 96 };

/* What an expression, or a part of one, comes to. */
struct value {
	const char *is;    /* NULL when only a request knows */
	const char *text;  /* what is written in its stead */
	const char *place; /* a path that may go on, or NULL */
	HDF *node;         /* where it stands among the texts, or NULL */
	const char *name;  /* name(x), first(x), last(x) where a loop was unrolled */
	bool number, there, first, last;
};

/* A name of a macro or a loop, as long as that is being folded. */
struct scope {
	const char *name;
	struct value value;
	const struct scope *up;
};

struct macro {
	const char *name, *params, *from, *to; /* its body */
};

/* What `set` has given at one point of a template: NULL nothing yet, fold_later what a request
 * will have to say. */
extern const char fold_later[];
struct sets {
	const char *is[MAX_SETS];
};

struct fold {
	struct arena *arena;
	struct buf out;
	HDF *texts, *paths;
	const struct scope *scope;
	struct sets now;
	const char *names[MAX_SETS];
	bool read[MAX_SETS]; /* a request asks for it */
	size_t name_count, macro_count;
	struct macro macros[MAX_MACROS];
	int depth;
	NEOERR *bad;
};

/* The index of a name that `set` gives; MAX_SETS: it never did. */
size_t fold_set(const struct fold *f, const char *name);
/* The expression at *p, up to what belongs to none; *p is behind it. */
struct value fold_value(struct fold *f, const char **p);
struct value fold_known(struct fold *f, const char *is, const char *place);
struct value fold_node(struct fold *f, HDF *node, const char *place);
bool fold_true(const char *is);                        /* as ClearSilver's if: takes it */
const char *fold_word(struct fold *f, const char **p); /* letters, digits, dots; "" is none */
const char *fold_skip(const char *p);                  /* blanks */

#endif
