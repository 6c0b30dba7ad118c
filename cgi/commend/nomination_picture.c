/* nomination_picture.c - pictures of a nomination, put in and taken off while it is collected. */
#include "commend.h"
#include "form.h"
#include "photo.h"
#include "nomination.h"

#define TAKE_IN(X, T) X(T, INT, place, 1, 100000)
FORM_DEFINE(take_in, TAKE_IN);

static struct stmt count_q = SQL(
	"SELECT COUNT(*)"
	"  FROM nomination_picture"
	" WHERE nomination_id = ?");
static struct stmt add_q = SQL(
	"INSERT INTO nomination_picture (nomination_id, place, document_id, alt)"
	" SELECT ?, COALESCE(MAX(place), 0) + 1, ?, ?"
	"   FROM nomination_picture"
	"  WHERE nomination_id = ?");
static struct stmt edited_q = SQL(
	"UPDATE honour_nomination"
	"   SET edited_by = ?"
	" WHERE id = ?");
static struct stmt document_q = SQL(
	"SELECT document_id"
	"  FROM nomination_picture"
	" WHERE nomination_id = ?"
	"   AND place = ?");
static struct stmt remove_q = SQL(
	"DELETE FROM nomination_picture"
	" WHERE nomination_id = ?"
	"   AND place = ?");
static struct stmt has_q = SQL(
	"SELECT x.nomination_id"
	"  FROM nomination_picture x"
	"  JOIN document d ON d.id = x.document_id"
	" WHERE x.nomination_id = ?"
	"   AND d.uid = UNHEX(?)");

static const struct photos pictures = { "nomination", NOMINATION_PICTURES, &count_q, &add_q,
					&edited_q,    &document_q,         &remove_q };

struct picturing {
	struct rq *q;
	struct nomination_row n;
	struct photo p;
	const char *wrong;
	int64_t place;
	struct proofs_gone *gone;
};

static enum err picture_put(void *ctx)
{
	struct picturing *p = ctx;
	enum err e = nomination_hold(&p->n, "open");
	if (!e)
		e = photo_put(p->q, &pictures, p->n.id, &p->p, &p->wrong);
	return e || p->wrong ? e
			     : audit(&p->q->actor, "nomination.picture", "honour_nomination",
				     p->n.id, NULL);
}

enum err nomination_picture(struct rq *q)
{
	struct picturing p = { .q = q };
	enum err e = nomination_find(q, &p.n);
	if (e)
		return e;
	if (p.n.erased == 1)
		return refused(q, "nominee_gone", nomination_show);
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
	return e ? e : see(q, "/commend/manage/nominations/%s?done=saved", p.n.uid);
}

static enum err picture_take(void *ctx)
{
	struct picturing *p = ctx;
	enum err e = nomination_hold(&p->n, "open");
	if (!e)
		e = photo_take(p->q, &pictures, p->n.id, p->place, p->gone);
	return e ? e
		 : audit(&p->q->actor, "nomination.picture_remove", "honour_nomination", p->n.id,
			 NULL);
}

enum err nomination_unpicture(struct rq *q)
{
	struct take_in in;
	struct picturing p = { .q = q };
	enum err e = nomination_find(q, &p.n);
	if (e)
		return e;
	if (!form_read(q, take_in_fields, &in))
		return ERR_FORM;
	p.place = in.place;
	p.gone = arena_alloc(q->arena, sizeof(*p.gone));
	e = db_tx(picture_take, &p);
	if (!e)
		photos_drop(q, p.gone);
	return e ? e : see(q, "/commend/manage/nominations/%s?done=saved", p.n.uid);
}

enum err nomination_picture_show(struct rq *q)
{
	struct nomination_row n;
	int64_t id;
	enum err e = nomination_find(q, &n);
	if (!e)
		e = db_int(&has_q, ARGS(A_(n.id), A_(arg(q, 1))), &id);
	return e ? e : proof_picture(q, arg(q, 1), q->station);
}
