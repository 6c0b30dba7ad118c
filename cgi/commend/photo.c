/* photo.c - pictures of nominations and typical cases. */
#include "photo.h"

#include "form.h"
#include "picture.h"
#include "secret.h"

enum { LONGEST = 1280 };

#define PHOTO_IN(X, T) \
	X(T, FILE, file, 1, PROOF_BYTES) \
	X(T, STR, alt, 2, 120)
FORM_DEFINE(photo_in, PHOTO_IN);

bool photo_read(struct rq *q, struct photo *p)
{
	struct photo_in in;
	if (!form_read(q, photo_in_fields, &in))
		return false;
	struct bytes file = { (const uint8_t *)in.file->value, in.file->n };
	const char *wrong = proof_fault(file.p, file.n);
	const char *type = wrong ? "" : proof_type(file.p, file.n);
	*p = (struct photo){ .alt = in.alt };
	if (wrong)
		form_error(q, "file", str_eq(wrong, "proof_kind") ? "photo_none" : wrong);
	else if (!str_starts(type, "image/") || !picture_scale(q->arena, file, LONGEST, &p->jpeg))
		form_error(q, "file", "photo_none");
	p->uid = secret_uid(q->arena);
	return form_ok(q);
}

enum err photo_put(struct rq *q, const struct photos *k, int64_t id, const struct photo *p,
		   const char **wrong)
{
	struct field f = { "file", (const char *)p->jpeg.p, p->jpeg.n, "photo.jpg" };
	int64_t n = 0, document;
	enum err e = db_int(k->count, ARGS(A_(id)), &n);
	*wrong = !e && n >= k->most ? "photos_full" : NULL;
	if (e || *wrong)
		return e;
	e = proof_keep(q, &f, k->kind, p->uid, &document);
	if (!e)
		e = db_exec(k->add, ARGS(A_(id), A_(document), A_(p->alt), A_(id)), NULL);
	return e ? e : db_change(k->edited, ARGS(A_(q->staff), A_(id)));
}

enum err photo_take(struct rq *q, const struct photos *k, int64_t id, int64_t place,
		    struct proofs_gone *gone)
{
	int64_t document;
	gone->n = 0;
	enum err e = db_int(k->find, ARGS(A_(id), A_(place)), &document);
	if (!e)
		e = db_change(k->remove, ARGS(A_(id), A_(place)));
	if (!e)
		e = db_change(k->edited, ARGS(A_(q->staff), A_(id)));
	return e ? e : proof_release(document, gone);
}

void photo_drop(struct rq *q, const struct photo *p)
{
	proof_drop(q, p->uid);
}

void photos_drop(struct rq *q, const struct proofs_gone *gone)
{
	for (size_t i = 0; i < gone->n; i++)
		proof_drop(q, gone->uid[i]);
}
