/* nomination.c - nominations 推优申报: the list of a station, one as a page, its words. */
#include "history.h"
#include "nomination.h"

#include "commend.h"
#include "form.h"
#include "list.h"
#include "page.h"

#define WORDS_IN(X, T) \
	X(T, TEXT, deeds, 0, 2000) \
	X(T, STR, outside, 0, 300)
FORM_DEFINE(words_in, WORDS_IN);

#define NOMINATED_COLS(C) \
	C(TEXT, selection, "s.name", "") \
	C(TEXT, title, "n.title", "") \
	C(TEXT, whom, \
	  "IF(p.erased_at IS NULL, COALESCE(p.name, t.name, pr.title, rg.name, hs.name), '')", "") \
	C(WORD, subject, "n.subject", "State.honour_subject") \
	C(INT, year, "n.year", "") \
	C(DAY, measured_on, "n.measured_on", "") \
	C(TEXT, confirmed_by, "f.name", "") \
	C(DAY, handed_in_on, "n.handed_in_on", "") \
	C(TEXT, honour_no, "h.no", "") \
	C(TEXT, uid, "LOWER(HEX(n.uid))", "") \
	C(WORD, state, "n.state", "State.honour_nomination")
#define NOMINATED_TABLE "honour_nomination n"
#define NOMINATED_NAMES \
	"  LEFT JOIN selection s ON s.id = n.selection_id" \
	"  LEFT JOIN person p ON p.id = n.person_id" \
	"  LEFT JOIN team t ON t.id = n.team_id" \
	"  LEFT JOIN project pr ON pr.id = n.project_id" \
	"  LEFT JOIN region rg ON rg.code = n.region_code" \
	"  LEFT JOIN station hs ON hs.id = n.nominated_station_id" \
	"  LEFT JOIN staff f ON f.id = n.confirmed_by" \
	"  LEFT JOIN honour h ON h.id = n.honour_id"
#define NOMINATED_JOINS NOMINATED_NAMES
#define NOMINATED_WHERE "n.station_id = ?"
#define NOMINATED_FILTERS(F) \
	F(WORD, state, "n.state = ?") \
	F(WORD, subject, "n.subject = ?") \
	F(WORD, selection, "n.selection_id = (SELECT z.id FROM selection z WHERE z.uid = UNHEX(?))")
#define NOMINATED_WAYS(S, L) \
	S(L, measured_on, any, "n.id", "honour_nomination_recent") \
	S(L, measured_on, state, "n.id", "honour_nomination_state")
#define NOMINATED_ID "n.id"
LIST_DEFINE(NOMINATED);
static const struct list nominations = LIST(NOMINATED, "Nominations", "commend.NominationList");

static struct stmt find_q = SQL(
	"SELECT " ROW_SELECT(NOMINATION_COLS)
	"  FROM honour_nomination n"
	"  JOIN station st ON st.id = n.station_id"
	NOMINATED_NAMES
	"  LEFT JOIN volunteer v ON v.person_id = n.person_id"
	"  LEFT JOIN staff c ON c.id = n.created_by"
	" WHERE n.uid = UNHEX(?)"
	"   AND n.station_id = ?"
	"   AND n.selection_id IS NOT NULL");
static struct stmt hold_q = SQL(
	"SELECT state"
	"  FROM honour_nomination"
	" WHERE id = ?"
	"   FOR UPDATE");
static struct stmt figures_q = SQL(
	"SELECT " ROW_SELECT(FROZEN_COLS)
	"  FROM nomination_figure"
	" WHERE nomination_id = ?"
	" ORDER BY place"
	" LIMIT 60");
static struct stmt services_q = SQL(
	"SELECT " ROW_SELECT(SERVICE_COLS)
	"  FROM nomination_record"
	" WHERE nomination_id = ?"
	" ORDER BY place"
	" LIMIT 100");
static struct stmt pictures_q = SQL(
	"SELECT " ROW_SELECT(SHOWN_COLS)
	"  FROM nomination_picture p"
	"  JOIN document d ON d.id = p.document_id AND d.state = 'kept'"
	" WHERE p.nomination_id = ?"
	" ORDER BY p.place"
	" LIMIT 6");
static struct stmt words_q = SQL(
	"UPDATE honour_nomination"
	"   SET deeds = ?, outside = ?, edited_by = ?"
	" WHERE id = ?"
	"   AND state = 'open'");

enum err nomination_find(struct rq *q, struct nomination_row *n)
{
	return row_one(&find_q, ARGS(A_(arg(q, 0)), A_(q->station)), nomination_row_cols, n);
}

enum err nomination_hold(const struct nomination_row *n, const char *state)
{
	const char *now;
	enum err e = db_text(&hold_q, ARGS(A_(n->id)), &now);
	return e ? e : str_eq(now, state) ? OK : ERR(ERR_STALE, "the nomination is %s", now);
}

enum err nomination_material(int64_t nomination, struct material *m)
{
	enum err e = row_all(&figures_q, ARGS(A_(nomination)), frozen_row_cols, sizeof(*m->figures),
			     &m->figures, &m->figures_n);
	if (!e)
		e = row_all(&services_q, ARGS(A_(nomination)), service_row_cols,
			    sizeof(*m->services), &m->services, &m->services_n);
	return e ? e
		 : row_all(&pictures_q, ARGS(A_(nomination)), shown_row_cols, sizeof(*m->pictures),
			   &m->pictures, &m->pictures_n);
}

enum err nomination_list(struct rq *q)
{
	return list_page(q, &nominations, ARGS(A_(q->station)), "commend/nominations.cs");
}

static void put_nomination(struct rq *q, const struct nomination_row *n)
{
	const struct {
		const char *name, *value;
	} words[] = { { "uid", n->uid },
		      { "selection", n->selection },
		      { "selection_uid", n->selection_uid },
		      { "organiser", n->organiser },
		      { "title", n->title },
		      { "subject", n->subject },
		      { "whom", n->erased == 1 ? NULL : n->whom },
		      { "volunteer_no", n->volunteer_no },
		      { "measured_on", n->measured_on },
		      { "deeds", str_or(n->deeds, NULL) },
		      { "outside", str_or(n->outside, NULL) },
		      { "state", n->state },
		      { "reason", n->reason },
		      { "created_by", n->created_by },
		      { "confirmed_by", n->confirmed_by },
		      { "confirmed_at", n->confirmed_at },
		      { "handed_in_on", n->handed_in_on },
		      { "honour_no", n->honour_no } };
	struct node *to = put_list(q, "Nomination");
	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		node_set(to, words[i].name, words[i].value);
	node_int(to, "year", n->year);
	node_int(to, "erased", n->erased == 1 ? 1 : DB_NONE);
}

static void put_material(struct rq *q, const struct material *m)
{
	for (size_t i = 0; i < m->figures_n; i++) {
		const struct frozen_row *f = &m->figures[i];
		struct node *n = node_item(put_list(q, "Figures"));
		node_set(n, "what", f->what);
		node_int(n, "has", f->has);
		node_int(n, "at_most", f->at_most);
		node_int(n, "wanted", f->wanted);
		if (f->wanted != DB_NONE)
			node_int(n, "ok", frozen_met(f));
	}
	for (size_t i = 0; i < m->services_n; i++) {
		struct node *n = node_item(put_list(q, "Services"));
		node_set(n, "day", m->services[i].day);
		node_set(n, "no", m->services[i].activity_no);
		node_set(n, "title", m->services[i].title);
		node_set(n, "hours", hours_text(q->arena, m->services[i].minutes));
		node_int(n, "persons", m->services[i].persons);
	}
	for (size_t i = 0; i < m->pictures_n; i++) {
		struct node *n = node_item(put_list(q, "Pictures"));
		node_int(n, "place", m->pictures[i].place);
		node_set(n, "pic", m->pictures[i].uid);
		node_set(n, "alt", m->pictures[i].alt);
	}
}

bool frozen_met(const struct frozen_row *f)
{
	return f->has != DB_NONE && (f->at_most == 1 ? f->has <= f->wanted : f->has >= f->wanted);
}

enum err nomination_show(struct rq *q)
{
	struct nomination_row n;
	struct material m;
	enum err e = nomination_find(q, &n);
	if (!e)
		e = nomination_material(n.id, &m);
	if (!e)
		e = history_put(q, "honour_nomination", n.id);
	if (e)
		return e;
	put_nomination(q, &n);
	put_material(q, &m);
	if (!form_again(q)) {
		put(q, "Form.deeds", n.deeds);
		put(q, "Form.outside", n.outside);
	}
	return page(q, "commend/nomination.cs");
}

enum err nomination_words(struct rq *q)
{
	struct words_in in;
	struct nomination_row n;
	enum err e = nomination_find(q, &n);
	if (e)
		return e;
	if (!form_read(q, words_in_fields, &in))
		return ERR_FORM;
	if (n.erased == 1)
		return refused(q, "nominee_gone", nomination_show);
	e = audited(
		&q->actor, &words_q,
		ARGS(A_(str_or(in.deeds, "")), A_(str_or(in.outside, "")), A_(q->staff), A_(n.id)),
		"nomination.words", "honour_nomination", &n.id);
	return e ? e : see(q, "/commend/manage/nominations/%s?done=saved", n.uid);
}
