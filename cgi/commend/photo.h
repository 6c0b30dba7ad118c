/*
 * photo.h - one picture 照片 from a form, with what it shows: made small and clean of what a
 * camera writes into it, kept, and dropped with the row that showed it.
 *
 *	struct photo p;
 *	if (!photo_read(q, &p))
 *		return ERR_FORM;
 *	e = photo_put(q, &pictures, t.id, &p, &wrong);
 */
#ifndef ZYZ_COMMEND_PHOTO_H
#define ZYZ_COMMEND_PHOTO_H

#include "proof.h"

struct photo {
	const char *alt;
	struct bytes jpeg, uid;
};
/* Fields file and alt; false: messages stand beside them. */
bool photo_read(struct rq *q, struct photo *p);
/* The file of a transaction that failed. */
void photo_drop(struct rq *q, const struct photo *p);

/* The pictures of one kind of thing, whose rows have a place each. Arguments of the statements: id;
 * id, document, alt, id; staff, id; id, place; id, place. */
struct photos {
	const char *kind;
	int64_t most;
	struct stmt *count, *add, *edited, *find, *remove;
};
/* Both in a transaction that holds the thing. *wrong is a message when there are enough already;
 * ERR_DUPLICATE: it has that picture. */
enum err photo_put(struct rq *q, const struct photos *k, int64_t id, const struct photo *p,
		   const char **wrong) MUST_USE;
enum err photo_take(struct rq *q, const struct photos *k, int64_t id, int64_t place,
		    struct proofs_gone *gone) MUST_USE;
/* Files of what nothing shows any more, once the transaction has committed. */
void photos_drop(struct rq *q, const struct proofs_gone *gone);

#endif
