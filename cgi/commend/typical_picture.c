/* typical_picture.c - pictures of a typical case, put in and taken off while it is a draft. */
#include "commend.h"
#include "form.h"
#include "photo.h"
#include "typical.h"

#define TAKE_IN(X, T) X(T, INT, place, 1, 100000)
FORM_DEFINE(take_in, TAKE_IN);

static struct stmt count_q = SQL(
	"SELECT COUNT(*)"
	"  FROM typical_case_picture"
	" WHERE case_id = ?");
static struct stmt add_q = SQL(
	"INSERT INTO typical_case_picture (case_id, place, document_id, alt)"
	" SELECT ?, COALESCE(MAX(place), 0) + 1, ?, ?"
	"   FROM typical_case_picture"
	"  WHERE case_id = ?");
static struct stmt edited_q = SQL(
	"UPDATE typical_case"
	"   SET edited_by = ?"
	" WHERE id = ?");
static struct stmt document_q = SQL(
	"SELECT document_id"
	"  FROM typical_case_picture"
	" WHERE case_id = ?"
	"   AND place = ?");
static struct stmt remove_q = SQL(
	"DELETE FROM typical_case_picture"
	" WHERE case_id = ?"
	"   AND place = ?");
static struct stmt has_q = SQL(
	"SELECT x.case_id"
	"  FROM typical_case_picture x"
	"  JOIN document d ON d.id = x.document_id"
	" WHERE x.case_id = ?"
	"   AND d.uid = UNHEX(?)");

static const struct photos pictures = { "case",    TYPICAL_PICTURES, &count_q, &add_q,
					&edited_q, &document_q,      &remove_q };

struct picturing {
	struct rq *q;
	struct typical_row t;
	struct photo p;
	const char *wrong;
	int64_t place;
	struct proofs_gone *gone;
};

static enum err picture_put(void *ctx)
{
	struct picturing *p = ctx;
	enum err e = typical_hold(&p->t, "draft");
	if (!e)
		e = photo_put(p->q, &pictures, p->t.id, &p->p, &p->wrong);
	return e || p->wrong
		       ? e
		       : audit(&p->q->actor, "typical_case.picture", "typical_case", p->t.id, NULL);
}

enum err typical_picture(struct rq *q)
{
	struct picturing p = { .q = q };
	enum err e = typical_find(q, &p.t);
	if (e)
		return e;
	if (!photo_read(q, &p.p))
		return ERR_FORM;
	e = db_tx(picture_put, &p);
	if (e)
		photo_drop(q, &p.p);
	if (e == ERR_DUPLICATE || p.wrong) {
		err_clear();
		form_error(q, "file", str_or(p.wrong, "photo_twice"));
		return ERR_FORM;
	}
	return e ? e : see(q, "/commend/manage/cases/%s?done=saved", p.t.uid);
}

static enum err picture_take(void *ctx)
{
	struct picturing *p = ctx;
	enum err e = typical_hold(&p->t, "draft");
	if (!e)
		e = photo_take(p->q, &pictures, p->t.id, p->place, p->gone);
	return e ? e
		 : audit(&p->q->actor, "typical_case.picture_remove", "typical_case", p->t.id,
			 NULL);
}

enum err typical_unpicture(struct rq *q)
{
	struct take_in in;
	struct picturing p = { .q = q };
	enum err e = typical_find(q, &p.t);
	if (e)
		return e;
	if (!form_read(q, take_in_fields, &in))
		return ERR_FORM;
	p.place = in.place;
	p.gone = arena_alloc(q->arena, sizeof(*p.gone));
	e = db_tx(picture_take, &p);
	if (!e)
		photos_drop(q, p.gone);
	return e ? e : see(q, "/commend/manage/cases/%s?done=saved", p.t.uid);
}

/* As the station sees it, before it is public. */
enum err typical_picture_show(struct rq *q)
{
	struct typical_row t;
	int64_t id;
	enum err e = typical_find(q, &t);
	if (!e)
		e = db_int(&has_q, ARGS(A_(t.id), A_(arg(q, 1))), &id);
	return e ? e : proof_picture(q, arg(q, 1), q->station);
}
