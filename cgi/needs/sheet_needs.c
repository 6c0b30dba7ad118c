/* sheet_needs.c - what a resident said becomes rows of the need ledger, one for each category. */
#include "clock.h"
#include "need.h"
#include "secret.h"
#include "filled.h"

static struct stmt need_q = SQL(
	"INSERT INTO need (no, station_id, source, response_id, category, target_group, sex,"
	"       age_band, description, grid, wished, frequency, registered_at, reply_by)"
	" VALUES (?, ?, 'survey', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
static struct stmt need_contact_q = SQL(
	"UPDATE need"
	"   SET uid = ?, name_sealed = ?, phone_sealed = ?, phone_index = ?"
	" WHERE no = ?");

/* What the answers say for one column of the ledger, or NULL. */
static const char *sheet_said(const struct sheet *s, const char *column)
{
	for (size_t i = 0; i < s->n; i++) {
		const struct given *g = &s->v[i];
		if (!str_eq(node_get(g->question, "_maps"), column))
			continue;
		return g->text ? g->text : g->n ? node_get(g->choices[0], "name") : NULL;
	}
	return NULL;
}

/* The code behind the first choice that was ticked for a column, or NULL. */
static const char *sheet_code(const struct sheet *s, const char *column, const char *code)
{
	for (size_t i = 0; i < s->n; i++)
		if (str_eq(node_get(s->v[i].question, "_maps"), column) && s->v[i].n)
			return node_get(s->v[i].choices[0], code);
	return NULL;
}

static enum err sheet_need(const struct sheet *s, int64_t response, struct node *choice)
{
	struct rq *q = s->q;
	const char *no, *said = sheet_said(s, "description"), *phone = sheet_said(s, "phone"),
			*name = sheet_said(s, "name");
	int64_t id;
	const char *reply_by;
	enum err e = number_next(&q->actor, 'N', s->survey.station, &no);
	if (!e)
		e = need_reply_by(&q->actor, s->survey.station, &reply_by);
	if (e)
		return e;
	const char *text = said ? arena_fmt(q->arena, "%s；%s", node_get(choice, "name"), said)
				: node_get(choice, "name");
	const char *target = node_get(choice, "_target");
	e = db_exec(
		&need_q,
		ARGS(A_(no), A_(s->survey.station), A_(response), A_(node_get(choice, "_category")),
		     A_(target ? target : sheet_code(s, "target_group", "_target")),
		     A_(str_or(sheet_code(s, "sex", "_means"), "0")),
		     A_(sheet_code(s, "age_band", "_means")), A_(text),
		     A_(str_or(sheet_said(s, "grid"), "")), A_(str_or(sheet_said(s, "wished"), "")),
		     A_(str_or(sheet_said(s, "frequency"), "")), A_(clock_time(q->arena, q->now)),
		     A_(reply_by)),
		&id);
	if (!e)
		e = need_counted(id);
	if (e || (!phone && !name))
		return e;
	struct bytes uid = secret_uid(q->arena);
	return db_change(&need_contact_q,
			 ARGS(A_(uid), A_(secret_seal(q->arena, "need.name", uid, name)),
			      A_(secret_seal(q->arena, "need.phone", uid, phone)),
			      A_(secret_index(q->arena, "need.phone", phone)), A_(no)));
}

/* Each category is one need of this response, however many of its choices were ticked. */
enum err sheet_needs(const struct sheet *s, int64_t response)
{
	struct buf seen = { .arena = s->q->arena };
	enum err e = OK;
	buf_str(&seen, "");
	for (size_t i = 0; i < s->n; i++)
		for (size_t k = 0; k < s->v[i].n; k++) {
			struct node *c = s->v[i].choices[k];
			const char *category = node_get(c, "_category");
			if (e || !str_eq(node_get(s->v[i].question, "_maps"), "category") ||
			    !category || str_in(category, seen.p))
				continue;
			e = sheet_need(s, response, c);
			buf_fmt(&seen, "%s,", category);
		}
	return e;
}
