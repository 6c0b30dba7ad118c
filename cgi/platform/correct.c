/*
 * correct.c - a refused row put right where it is read: what the platform will not take is changed
 * in the record it came from, and sent again, with whatever was refused for the same reason beside
 * it. Names and papers of a person, times and awards have their own ways (account, objection,
 * withdrawal) and are no fields here.
 */
#include "activity_state.h"
#include "audit.h"
#include "form.h"
#include "ids.h"
#include "outbox.h"
#include "person.h"
#include "platform_page.h"
#include "record.h"
#include "row.h"
#include "training_words.h"

/* Fields keep the lengths of their columns; Lang.platform.Field names them. */
#define PERSON_IN(X, T) X(T, STR, platform_no, 0, 32)
#define TRAINING_IN(X, T) \
	PERSON_IN(X, T) \
	X(T, TEXT, content, 0, 2000) \
	X(T, STR, organiser, 0, 80)
#define SERVICE_IN(X, T) \
	PERSON_IN(X, T) \
	X(T, STR, place, 1, 160) \
	X(T, TEXT, content, 0, 500) \
	X(T, STR, organiser, 0, 80) \
	X(T, STR, person_in_charge, 0, 60)
FORM_DEFINE(person_in, PERSON_IN);
FORM_DEFINE(training_in, TRAINING_IN);
FORM_DEFINE(service_in, SERVICE_IN);
/* Whatever the kind, the person's number comes first. */
union correction {
	struct person_in person;
	struct training_in training;
	struct service_in service;
};

#define SERVED \
	"outbox o JOIN service_record r ON r.uid = o.record_uid AND r.state = 'effective' AND " \
	"r.station_id = o.station_id "
/* The record that the row speaks of, while it is in force. */
#define SERVED_COLS(X, T) \
	X(T, INT, id, "r.id") \
	X(T, INT, activity_id, "r.activity_id") \
	X(T, TEXT, content, "r.content")
ROW_DEFINE(served_row, SERVED_COLS);
static struct stmt record_q = SQL(
	"SELECT " ROW_SELECT(SERVED_COLS)
	"  FROM " SERVED
	" WHERE o.id = ?");

/* Whom and what the row speaks of. */
#define TOLD_COLS(X, T) \
	X(T, INT, person, "o.person_id") \
	X(T, INT, station, "o.station_id") \
	X(T, INT, training, "(SELECT e.training_id FROM enrolment e WHERE e.uid = o.record_uid)")
ROW_DEFINE(told_row, TOLD_COLS);
static struct stmt told_q = SQL(
	"SELECT " ROW_SELECT(TOLD_COLS)
	"  FROM outbox o"
	" WHERE o.id = ?");

#define NUMBER \
	"(SELECT v.platform_no FROM volunteer v WHERE v.person_id = o.person_id AND v.station_id " \
	"= o.station_id) AS platform_no "
static struct stmt person_now_q = SQL(
	"SELECT " NUMBER
	"  FROM outbox o"
	" WHERE o.id = ?");
static struct stmt training_now_q = SQL(
	"SELECT t.content, t.organiser, " NUMBER
	"  FROM outbox o"
	"  JOIN enrolment e ON e.uid = o.record_uid"
	"  JOIN training t ON t.id = e.training_id"
	" WHERE o.id = ?");
static struct stmt service_now_q = SQL(
	"SELECT a.place, r.content, a.organiser, a.leader_name AS person_in_charge,"
	"       " NUMBER "FROM " SERVED "JOIN activity a ON a.id = r.activity_id"
	" WHERE o.id = ?");
static struct stmt home_q = SQL(
	"SELECT COUNT(*)"
	"  FROM outbox o"
	"  JOIN volunteer v ON v.person_id = o.person_id AND v.station_id = o.station_id"
	" WHERE o.id = ?");

static const struct way {
	const char *kind;
	const struct field_rule *rules;
	struct stmt *now;
} ways[] = {
	{ "service_record", service_in_fields, &service_now_q },
	{ "training_record", training_in_fields, &training_now_q },
	{ "volunteer", person_in_fields, &person_now_q },
	{ "commendation", person_in_fields, &person_now_q },
	{ "evaluation", person_in_fields, &person_now_q },
};

/* Refused for the same reason at the same platform: of the same activity or training, or of the
 * same person. */
static struct stmt beside_q = SQL(
	"SELECT COALESCE(JSON_ARRAYAGG(b.id), '[]')"
	"  FROM (SELECT DISTINCT y.id FROM outbox o JOIN outbox y ON y.station_id = o.station_id"
	"       AND y.state = 'refused' AND y.destination_id = o.destination_id AND y.kind = o.kind"
	"       AND y.reason_code <=> o.reason_code AND y.id <> o.id LEFT JOIN service_record r"
	"       ON r.uid = o.record_uid LEFT JOIN service_record x ON x.uid = y.record_uid LEFT"
	"       JOIN enrolment e ON e.uid = o.record_uid LEFT JOIN enrolment f"
	"       ON f.uid = y.record_uid WHERE o.id = ?"
	"       AND (x.activity_id = r.activity_id OR f.training_id = e.training_id"
	"       OR y.person_id = o.person_id) LIMIT 500) b");
#define ID_COLS(X, T) X(T, INT, id, "k.id")
ROW_DEFINE(id_row, ID_COLS);
static struct stmt ids_q = SQL(
	"SELECT " ROW_SELECT(ID_COLS)
	"  FROM " IDS
	" LIMIT 500");
/* What was accepted with the words of before is told anew, too. */
static struct stmt served_q = SQL(
	"SELECT COALESCE(JSON_ARRAYAGG(x.id), '[]')"
	"  FROM " SERVED "JOIN service_record x ON x.activity_id = r.activity_id"
	"       AND x.state = 'effective'"
	" WHERE o.id = ?");
static struct stmt trained_q = SQL(
	"SELECT f.id, 0 AS _end"
	"  FROM outbox o"
	"  JOIN enrolment e ON e.uid = o.record_uid"
	"  JOIN enrolment f ON f.training_id = e.training_id AND f.state IN ('passed', 'failed')"
	" WHERE o.id = ?"
	" ORDER BY f.id"
	" LIMIT 2000");
static struct stmt person_q = SQL(
	"SELECT v.person_id"
	"  FROM outbox o"
	"  JOIN volunteer v ON v.person_id = o.person_id"
	" WHERE o.id = ?");
static struct stmt newest_q = SQL(
	"SELECT LOWER(HEX(y.idem))"
	"  FROM outbox o"
	"  JOIN outbox y ON y.destination_id = o.destination_id AND y.record_uid = o.record_uid"
	" WHERE o.id = ?"
	" ORDER BY y.version DESC"
	" LIMIT 1");

static const struct way *correct_way(struct node *row)
{
	bool open = str_eq(node_get(row, "state"), "refused") && str_eq(node_get(row, "op"), "put");
	for (size_t i = 0; open && i < sizeof(ways) / sizeof(ways[0]); i++)
		if (str_eq(node_get(row, "kind"), ways[i].kind))
			return &ways[i];
	return NULL;
}

enum err put_correct(struct rq *q)
{
	struct node *row = put_list(q, "Row");
	const struct way *w = correct_way(row);
	int64_t id = node_get_int(row, "_id"), home;
	if (!w)
		return OK;
	enum err e = db_int(&home_q, ARGS(A_(id)), &home);
	/* what was typed and is wrong stays as it was typed */
	if (!e && !form_again(q))
		e = put_one(q, "Form", w->now, ARGS(A_(id)));
	if (e == ERR_NOT_FOUND)
		return OK;
	if (home || w->rules != person_in_fields)
		put(q, "Correct.kind", w->kind);
	put_int(q, "Correct.home", home);
	return e;
}

struct correcting {
	struct rq *q;
	const struct way *way;
	const union correction *in;
	int64_t id;
};

/* Words of the activity first: they follow what its records say until now. */
static enum err correct_set_served(const struct correcting *c)
{
	const struct service_in *in = &c->in->service;
	struct served_row r;
	enum err e = row_one(&record_q, ARGS(A_(c->id)), served_row_cols, &r);
	if (e)
		return e == ERR_NOT_FOUND ? OK : e;
	struct activity_words w = { .place = str_or(in->place, ""),
				    .organiser = str_or(in->organiser, ""),
				    .in_charge = str_or(in->person_in_charge, ""),
				    .content_was = r.content,
				    .content = str_or(in->content, "") };
	e = activity_set_words(r.activity_id, &w);
	return e ? e : record_set_content(r.id, w.content);
}

/* The number is its home station's to change, a training's words those of the one that held it. */
static enum err correct_set_all(struct correcting *c)
{
	struct told_row told;
	enum err e = row_one(&told_q, ARGS(A_(c->id)), told_row_cols, &told);
	if (!e && c->way->rules == service_in_fields)
		e = correct_set_served(c);
	if (!e && c->way->rules == training_in_fields)
		e = training_words(told.training, told.station, str_or(c->in->training.content, ""),
				   str_or(c->in->training.organiser, ""));
	if (!e)
		e = volunteer_set_platform_no(told.person, told.station,
					      str_or(c->in->person.platform_no, ""));
	if (e != ERR_DUPLICATE)
		return e;
	form_error(c->q, "platform_no", "taken");
	return ERR_FORM;
}

/* This row, and those beside it. */
static enum err correct_send_again(struct correcting *c)
{
	struct id_row *r;
	size_t n;
	const char *ids;
	enum err e = db_text(&beside_q, ARGS(A_(c->id)), &ids);
	if (!e)
		e = row_all(&ids_q, ARGS(A_(ids)), id_row_cols, sizeof(*r), &r, &n);
	if (!e)
		e = outbox_again(c->id);
	for (size_t i = 0; !e && i < n; i++) {
		e = outbox_again(r[i].id);
		/* somebody was first */
		e = e == ERR_STALE ? OK : e;
	}
	return e || !n ? e : audit_many(&c->q->actor, "outbox.retry", "outbox", ids, NULL);
}

static enum err correct_tell_served(const struct correcting *c)
{
	const char *ids;
	enum err e = db_text(&served_q, ARGS(A_(c->id)), &ids);
	return e ? e : outbox_service_records(ids);
}

static enum err correct_tell_trained(const struct correcting *c)
{
	struct id_row *r;
	size_t n;
	enum err e = row_all(&trained_q, ARGS(A_(c->id)), id_row_cols, sizeof(*r), &r, &n);
	for (size_t i = 0; !e && i < n; i++)
		e = outbox_training(r[i].id);
	return e;
}

static enum err correct_tell_others(const struct correcting *c)
{
	int64_t person;
	enum err e = c->way->rules == service_in_fields    ? correct_tell_served(c)
		     : c->way->rules == training_in_fields ? correct_tell_trained(c)
							   : OK;
	if (!e)
		e = db_int(&person_q, ARGS(A_(c->id)), &person);
	return e == ERR_NOT_FOUND ? OK : e ? e : outbox_volunteer(person);
}

static enum err correct_tx(void *ctx)
{
	struct correcting *c = ctx;
	enum err e = correct_set_all(c);
	if (!e)
		e = correct_send_again(c);
	if (!e)
		e = correct_tell_others(c);
	return e ? e : audit(&c->q->actor, "outbox.correct", "outbox", c->id, c->way->kind);
}

enum err outbox_row_correct(struct rq *q)
{
	union correction in;
	const char *no;
	struct correcting c = { .q = q, .in = &in };
	enum err e = outbox_row_find(q);
	if (e)
		return e;
	c.id = node_get_int(put_list(q, "Row"), "_id");
	c.way = correct_way(put_list(q, "Row"));
	if (!c.way)
		return ERR_STALE;
	if (!form_read(q, c.way->rules, &in))
		return ERR_FORM;
	e = db_tx(correct_tx, &c);
	if (!e)
		e = db_text(&newest_q, ARGS(A_(c.id)), &no);
	return e ? e : see(q, "/platform/%s?done=corrected", no);
}
