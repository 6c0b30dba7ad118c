/* material.c - what is handed out at a training 培训资料: staff put files in and take them away, who
 * is enrolled opens them. */
#include "clock.h"
#include "form.h"
#include "proof.h"
#include "secret.h"
#include "training.h"

enum { MATERIALS = 20 };

#define MATERIAL_IN(X, T) \
	X(T, STR, material, 2, 80) \
	X(T, FILE, file, 1, PROOF_BYTES)
FORM_DEFINE(material_in, MATERIAL_IN);

static struct stmt list_q = SQL(
	"SELECT LOWER(HEX(m.uid)) AS uid, m.title, d.media_type, d.bytes, f.name AS author,"
	"       m.added_at"
	"  FROM training_material m"
	"  JOIN document d ON d.id = m.document_id"
	"  JOIN staff f ON f.id = m.added_by"
	" WHERE m.training_id = ?"
	"   AND m.state = 'kept'"
	" ORDER BY m.id"
	" LIMIT 20");
/* Who put it in is nothing for volunteers. */
static struct stmt open_q = SQL(
	"SELECT LOWER(HEX(uid)) AS uid, title"
	"  FROM training_material"
	" WHERE training_id = ?"
	"   AND state = 'kept'"
	" ORDER BY id"
	" LIMIT 20");
static struct stmt lock_q = SQL(
	"SELECT id"
	"  FROM training"
	" WHERE id = ?"
	" FOR UPDATE");
static struct stmt count_q = SQL(
	"SELECT COUNT(*)"
	"  FROM training_material"
	" WHERE training_id = ?"
	"   AND state = 'kept'");
static struct stmt add_q = SQL(
	"INSERT INTO training_material (uid, training_id, title, document_id, added_by, added_at)"
	" VALUES (?, ?, ?, ?, ?, ?)");
static struct stmt find_q = SQL(
	"SELECT id"
	"  FROM training_material"
	" WHERE uid = UNHEX(?)"
	"   AND training_id = ?");
static struct stmt file_q = SQL(
	"SELECT LOWER(HEX(d.uid))"
	"  FROM training_material m"
	"  JOIN document d ON d.id = m.document_id"
	" WHERE m.uid = UNHEX(?)"
	"   AND m.training_id = ?"
	"   AND m.state = 'kept'");
static struct stmt remove_q = SQL(
	"UPDATE training_material"
	"   SET state = 'removed'"
	" WHERE id = ?"
	"   AND state = 'kept'");
static struct stmt enrolled_q = SQL(
	"SELECT COUNT(*)"
	"  FROM enrolment"
	" WHERE training_id = ?"
	"   AND person_id = ?"
	"   AND state IN ('enrolled', 'present', 'passed', 'failed')");

enum err put_materials(struct rq *q, const struct training_row *t)
{
	int64_t enrolled = 0;
	enum err e = OK;
	if (q->person)
		e = db_int(&enrolled_q, ARGS(A_(t->id), A_(q->person)), &enrolled);
	return e || !enrolled ? e : put_query(q, "Materials", &open_q, ARGS(A_(t->id)));
}

enum err material_list(struct rq *q)
{
	struct training_row t;
	enum err e = training_mine(q, &t);
	if (e)
		return e;
	put(q, "Training.no", t.no);
	put(q, "Training.title", t.title);
	e = put_query(q, "Materials", &list_q, ARGS(A_(t.id)));
	return e ? e : page(q, "training/materials.cs");
}

struct handing {
	struct rq *q;
	const struct training_row *t;
	struct material_in in;
	struct bytes uid;
};

static enum err material_store(void *ctx)
{
	struct handing *h = ctx;
	struct rq *q = h->q;
	int64_t id, n, document;
	enum err e = db_int(&lock_q, ARGS(A_(h->t->id)), &id);
	if (!e)
		e = db_int(&count_q, ARGS(A_(h->t->id)), &n);
	if (!e && n >= MATERIALS) {
		form_error(q, "file", "materials_full");
		return ERR_FORM;
	}
	if (!e)
		e = proof_keep(q, h->in.file, "training", h->uid, &document);
	id = 0;
	return e ? e
		 : audited(&q->actor, &add_q,
			   ARGS(A_(h->uid), A_(h->t->id), A_(h->in.material), A_(document),
				A_(q->staff), A_(clock_time(q->arena, q->now))),
			   "training.hand_out", "training_material", &id);
}

enum err material_add(struct rq *q)
{
	struct training_row t;
	struct handing h = { .q = q, .t = &t };
	uint8_t uid[16];
	enum err e = training_mine(q, &t);
	if (e)
		return e;
	const char *wrong = form_read(q, material_in_fields, &h.in)
				    ? proof_fault((const uint8_t *)h.in.file->value, h.in.file->n)
				    : NULL;
	if (wrong)
		form_error(q, "file", wrong);
	if (!form_ok(q))
		return ERR_FORM;
	secret_random(uid, sizeof(uid));
	h.uid = BYTES(uid);
	e = db_tx(material_store, &h);
	if (e)
		proof_drop(q, h.uid);
	return e ? e : see(q, "/training/manage/%s/materials?done=saved", t.no);
}

enum err material_remove(struct rq *q)
{
	struct training_row t;
	int64_t id;
	enum err e = training_mine(q, &t);
	if (!e)
		e = db_int(&find_q, ARGS(A_(arg(q, 1)), A_(t.id)), &id);
	if (!e)
		e = audited(&q->actor, &remove_q, ARGS(A_(id)), "training.take_back",
			    "training_material", &id);
	return e ? e : see(q, "/training/manage/%s/materials?done=deleted", t.no);
}

static enum err material_send(struct rq *q, const struct training_row *t)
{
	const char *document;
	enum err e = db_text(&file_q, ARGS(A_(arg(q, 1)), A_(t->id)), &document);
	return e ? e : proof_send(q, document, t->station_id);
}

enum err material_look(struct rq *q)
{
	struct training_row t;
	enum err e = training_mine(q, &t);
	return e ? e : material_send(q, &t);
}

enum err material_open(struct rq *q)
{
	struct training_row t;
	int64_t enrolled = 0;
	enum err e = training_public(q, &t);
	if (!e)
		e = db_int(&enrolled_q, ARGS(A_(t.id), A_(q->person)), &enrolled);
	if (!e && !enrolled)
		return ERR_NOT_FOUND;
	return e ? e : material_send(q, &t);
}
