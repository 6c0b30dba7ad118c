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

enum err photo_keep(struct rq *q, const struct photo *p, const char *kind, int64_t *document)
{
	struct field f = { "file", (const char *)p->jpeg.p, p->jpeg.n, "photo.jpg" };
	return proof_keep(q, &f, kind, p->uid, document);
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
