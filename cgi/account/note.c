/* note.c - what the staff of a station say of a volunteer among themselves: tags, and who is a
 * mainstay 核心骨干. No other station sees them; the person does, in the download. */
#include "account.h"
#include "clock.h"

enum { TAGS = 20 };

static struct stmt tag_q = SQL(
	"INSERT INTO person_tag (station_id, person_id, tag, staff_id, made_at)"
	" SELECT ?, ?, ?, ?, ?"
	"  FROM DUAL"
	" WHERE (SELECT COUNT(*) FROM person_tag WHERE station_id = ? AND person_id = ?) < ?");
static struct stmt tag_drop_q = SQL(
	"DELETE FROM person_tag"
	" WHERE station_id = ?"
	"   AND person_id = ?"
	"   AND tag = ?");
static struct stmt backbone_q = SQL(
	"UPDATE volunteer"
	"   SET backbone = ?, backbone_at = ?, backbone_by = ?"
	" WHERE person_id = ?"
	"   AND station_id = ?"
	"   AND backbone = 1 - ?");

static enum err back(struct rq *q, const char *no, const char *done)
{
	return see(q, "/account/volunteers/%s?done=%s", no, done);
}

struct noting {
	struct rq *q;
	const struct held *h;
	const char *text;
};

#define TAG_IN(X, T) X(T, STR, tag, 1, 20)
FORM_DEFINE(tag_in, TAG_IN);

static enum err tag_store(void *ctx)
{
	const struct noting *n = ctx;
	struct rq *q = n->q;
	int64_t rows = 0;
	enum err e = db_affect(&tag_q,
			       ARGS(A_(q->station), A_(n->h->id), A_(n->text), A_(q->staff),
				    A_(clock_time(q->arena, q->now)), A_(q->station), A_(n->h->id),
				    A_((int64_t)TAGS)),
			       &rows);
	if (!e && !rows) {
		form_error(q, "tag", "tags_many");
		return ERR_FORM;
	}
	return e ? e : audit(&q->actor, "volunteer.tag", "person", n->h->id, NULL);
}

enum err volunteer_tag(struct rq *q)
{
	struct tag_in in;
	struct held h;
	enum err e = held_by_no(q, arg(q, 0), &h);
	if (e)
		return e;
	if (!form_read(q, tag_in_fields, &in))
		return ERR_FORM;
	e = db_tx(tag_store, &(struct noting){ .q = q, .h = &h, .text = in.tag });
	/* There already: as wanted. */
	return e && e != ERR_DUPLICATE ? e : back(q, h.no, "tag");
}

static enum err tag_dropped(void *ctx)
{
	const struct noting *n = ctx;
	enum err e = db_change(&tag_drop_q, ARGS(A_(n->q->station), A_(n->h->id), A_(n->text)));
	return e ? e : audit(&n->q->actor, "volunteer.tag_drop", "person", n->h->id, NULL);
}

enum err volunteer_tag_drop(struct rq *q)
{
	struct tag_in in;
	struct held h;
	enum err e = held_by_no(q, arg(q, 0), &h);
	if (e)
		return e;
	if (!form_read(q, tag_in_fields, &in))
		return ERR_FORM;
	e = db_tx(tag_dropped, &(struct noting){ .q = q, .h = &h, .text = in.tag });
	return e ? e : back(q, h.no, "tag_drop");
}

#define BACKBONE_IN(X, T) X(T, INT, backbone, 0, 1)
FORM_DEFINE(backbone_in, BACKBONE_IN);

enum err volunteer_backbone(struct rq *q)
{
	struct backbone_in in;
	struct held h;
	enum err e = held_by_no(q, arg(q, 0), &h);
	if (e)
		return e;
	if (!form_read(q, backbone_in_fields, &in))
		return ERR_FORM;
	int64_t yes = in.backbone;
	e = audited(&q->actor, &backbone_q,
		    ARGS(A_(yes), A_(yes ? clock_time(q->arena, q->now) : NULL),
			 A_(yes ? q->staff : DB_NONE), A_(h.id), A_(q->station), A_(yes)),
		    yes ? "volunteer.backbone" : "volunteer.backbone_end", "person", &h.id);
	return e ? e : back(q, h.no, yes ? "backbone" : "backbone_end");
}
