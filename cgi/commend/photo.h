/*
 * photo.h - one picture 照片 from a form, with what it shows: made small and clean of what a
 * camera writes into it, kept, and dropped with the row that showed it.
 *
 *	struct photo p;
 *	if (!photo_read(q, &p))
 *		return ERR_FORM;
 *	e = photo_keep(q, &p, "case", &document);       // in a transaction
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
enum err photo_keep(struct rq *q, const struct photo *p, const char *kind,
		    int64_t *document) MUST_USE;
void photo_drop(struct rq *q, const struct photo *p);
/* Files of what nothing shows any more, once the transaction has committed. */
void photos_drop(struct rq *q, const struct proofs_gone *gone);

#endif
