/*
 * outbox_facts.c - the facts of a record, read from the tables it belongs to. One list of names and
 * expressions for each kind is the SELECT, the JSON and what a mapping may refer to, so that they
 * cannot drift.
 */
#include <string.h>

#include "config.h"
#include "json.h"
#include "outbox_inside.h"
#include "secret.h"
#include "workday.h"

/* F(name, expression): 令67 arts 5 to 10, and what platforms ask besides. */
#define PERSON_FACTS(F) \
	F(volunteer_no, "v.no") \
	F(platform_no, "v.platform_no") \
	F(name, "p.name") \
	F(id_type, "p.id_type")

/* A code of the list, or several, as the national system knows them; what is none of ours stays. */
#define POSTED_AS(list, code) \
	"COALESCE((SELECT c.platform FROM code_item c WHERE c.list = '" list \
	"' AND c.code = " code "), " code ")"
#define POSTED_ALL(list, codes) \
	"COALESCE((SELECT GROUP_CONCAT(DISTINCT COALESCE(c.platform, c.code) ORDER BY c.sort) " \
	"FROM code_item c WHERE c.list = '" list "' AND FIND_IN_SET(c.code, " codes ")), " codes \
	")"

#define VOLUNTEER_FACTS(F) \
	PERSON_FACTS(F) \
	F(sex, "p.sex") \
	F(birth, "p.birth_on") \
	F(region, "v.region_code") \
	F(service_region, "v.service_region_code") \
	F(skills, "v.skills") \
	F(categories, POSTED_ALL("service_category", "v.categories")) \
	F(ethnic, "v.ethnic") \
	F(political, "v.political") \
	F(education, "v.education") \
	F(occupation, "v.occupation") \
	F(registered_on, "DATE(v.registered_at)") \
	F(state, "v.state") \
	F(station, "s.name")

#define SERVICE_FACTS(F) \
	PERSON_FACTS(F) \
	F(record_no, "r.no") \
	F(activity_no, "a.no") \
	F(activity_name, "a.title") \
	F(project_no, "j.no") \
	F(project_uid, "LOWER(HEX(j.uid))") \
	F(project_name, "j.title") \
	F(team, "t.name") \
	F(team_uid, "LOWER(HEX(t.uid))") \
	F(date, "r.served_on") \
	F(start, "r.starts_at") \
	F(end, "r.ends_at") \
	F(minutes, "r.minutes") \
	F(place, "a.place") \
	F(content, "COALESCE(NULLIF(r.content, ''), NULLIF(a.content, ''), a.title)") \
	F(organiser, "COALESCE(NULLIF(a.organiser, ''), s.name)") \
	F(person_in_charge, "COALESCE(NULLIF(a.leader_name, ''), s.person_in_charge)") \
	F(region, "COALESCE(a.region_code, s.region_code)") \
	F(category, POSTED_AS("service_category", "r.category")) \
	F(evidence, "r.evidence") \
	F(remark, "r.remark") \
	F(station, "s.name")

#define TRAINING_FACTS(F) \
	PERSON_FACTS(F) \
	F(training_no, "t.no") \
	F(training_name, "t.title") \
	F(content, "COALESCE(NULLIF(t.content, ''), t.title)") \
	F(minutes, "t.study_minutes") \
	F(organiser, "COALESCE(NULLIF(t.organiser, ''), s.name)") \
	F(date, "DATE(t.starts_at)") \
	F(region, "COALESCE(t.region_code, s.region_code)") \
	F(result, "e.state") \
	F(station, "s.name")

/* title for honours, star for stars: a mapping takes the one that is there */
#define COMMENDATION_FACTS(F) \
	PERSON_FACTS(F) \
	F(title, "h.name") \
	F(date, "h.awarded_on") \
	F(awarder, "h.authority") \
	F(document_name, "h.document_name") \
	F(document_no, "h.document_no") \
	F(content, "h.content") \
	F(station, "s.name")
#define STAR_FACTS(F) \
	PERSON_FACTS(F) \
	F(star, "h.star") \
	F(date, "h.awarded_on") \
	F(awarder, "s.name") \
	F(station, "s.name")

#define EVALUATION_FACTS(F) \
	PERSON_FACTS(F) \
	F(rating, "CAST(ROUND((e.score_a + e.score_b + e.score_c) / 3) AS SIGNED)") \
	F(punctuality, "e.score_a") \
	F(manner, "e.score_b") \
	F(skill, "e.score_c") \
	F(date, "e.rated_on") \
	F(organiser, "COALESCE(NULLIF(a.organiser, ''), s.name)") \
	F(activity_no, "a.no") \
	F(activity_name, "a.title") \
	F(content, "e.words") \
	F(station, "s.name")

#define AS_SQL(name, expression)  expression " AS `" #name "`, "
#define AS_NAME(name, expression) #name,

/* Columns that begin with '_' are for code. */
#define CODE_COLUMNS(uid, version, station, live, due) \
	uid " AS _uid, " version " AS _version, " station \
	    " AS _station, s.no AS _station_no, " live " AS _live, " due \
	    " AS _due, p.id AS _person, p.uid AS _person_uid, " \
	    "p.id_no_sealed AS _id_no, p.phone_sealed AS _phone, " \
	    "EXISTS (SELECT 1 FROM consent c WHERE c.person_id = p.id AND c.purpose = 'platform' " \
	    "AND c.withdrawn_at IS NULL) AS _consent "

static struct stmt volunteer_q = SQL(
	"SELECT STRAIGHT_JOIN " VOLUNTEER_FACTS(AS_SQL)
	CODE_COLUMNS("p.uid", "v.version", "v.station_id",
		     "v.state IN ('active', 'paused')", "NULL")
	"  FROM " IDS
	" STRAIGHT_JOIN volunteer v ON v.person_id = k.id"
	"  JOIN person p ON p.id = v.person_id"
	"  JOIN station s ON s.id = v.station_id");

static struct stmt service_q = SQL(
	"SELECT STRAIGHT_JOIN " SERVICE_FACTS(AS_SQL)
	CODE_COLUMNS("r.uid", "r.version", "r.station_id",
		     "r.state = 'effective'", "a.record_due_on")
	"  FROM " IDS
	" STRAIGHT_JOIN service_record r ON r.id = k.id"
	"  JOIN activity a ON a.id = r.activity_id"
	"  JOIN person p ON p.id = r.person_id"
	"  JOIN station s ON s.id = r.station_id"
	"  LEFT JOIN volunteer v ON v.person_id = r.person_id"
	"  LEFT JOIN project j ON j.id = COALESCE(r.project_id, a.project_id)"
	"  LEFT JOIN team t ON t.id = COALESCE(a.team_id, j.team_id)");

static struct stmt training_q = SQL(
	"SELECT STRAIGHT_JOIN " TRAINING_FACTS(AS_SQL)
	CODE_COLUMNS("e.uid", "e.version", "e.station_id",
		     "e.state IN ('passed', 'failed')", "NULL")
	"  FROM " IDS
	" STRAIGHT_JOIN enrolment e ON e.id = k.id"
	"  JOIN training t ON t.id = e.training_id"
	"  JOIN person p ON p.id = e.person_id"
	"  JOIN station s ON s.id = e.station_id"
	"  LEFT JOIN volunteer v ON v.person_id = e.person_id");

static struct stmt honour_q = SQL(
	"SELECT STRAIGHT_JOIN " COMMENDATION_FACTS(AS_SQL)
	CODE_COLUMNS("h.uid", "h.version", "h.station_id", "h.state = 'effective'", "NULL")
	"  FROM " IDS
	" STRAIGHT_JOIN honour h ON h.id = k.id"
	"  JOIN station s ON s.id = h.station_id"
	"  LEFT JOIN person p ON p.id = h.person_id"
	"  LEFT JOIN volunteer v ON v.person_id = h.person_id");

static struct stmt star_q = SQL(
	"SELECT STRAIGHT_JOIN " STAR_FACTS(AS_SQL)
	CODE_COLUMNS("h.uid", "h.version", "h.station_id", "h.state = 'awarded'", "NULL")
	"  FROM " IDS
	" STRAIGHT_JOIN star_award h ON h.id = k.id"
	"  JOIN person p ON p.id = h.person_id"
	"  JOIN station s ON s.id = h.station_id"
	"  LEFT JOIN volunteer v ON v.person_id = h.person_id");

static struct stmt evaluation_q = SQL(
	"SELECT STRAIGHT_JOIN " EVALUATION_FACTS(AS_SQL)
	CODE_COLUMNS("e.uid", "e.version", "e.station_id",
		     EVALUATION_HOLDS("e"), "a.record_due_on")
	"  FROM " IDS
	" STRAIGHT_JOIN evaluation e ON e.id = k.id"
	"  JOIN activity a ON a.id = e.activity_id"
	"  JOIN person p ON p.id = e.person_id"
	"  JOIN station s ON s.id = e.station_id"
	"  LEFT JOIN volunteer v ON v.person_id = e.person_id");

static const struct {
	enum outbox_kind kind;
	struct stmt *stmt;
	bool deadline; /* 令67 art. 11: within ten working days */
} sources[FACTS_SOURCES] = {
	[FROM_VOLUNTEER] = { OB_VOLUNTEER, &volunteer_q, false },
	[FROM_SERVICE_RECORD] = { OB_SERVICE_RECORD, &service_q, true },
	[FROM_TRAINING] = { OB_TRAINING_RECORD, &training_q, false },
	[FROM_HONOUR] = { OB_COMMENDATION, &honour_q, false },
	[FROM_STAR] = { OB_COMMENDATION, &star_q, false },
	[FROM_EVALUATION] = { OB_EVALUATION, &evaluation_q, true },
};

/* Those of the JSON: the id number and the phone are opened and added in facts_read(). */
static const char *const volunteer_names[] = { VOLUNTEER_FACTS(AS_NAME) "id_no", "phone", NULL };
static const char *const service_names[] = { SERVICE_FACTS(AS_NAME) "id_no", NULL };
static const char *const training_names[] = { TRAINING_FACTS(AS_NAME) "id_no", NULL };
static const char *const commendation_names[] = { COMMENDATION_FACTS(AS_NAME) "star", "id_no",
						  NULL };
static const char *const evaluation_names[] = { EVALUATION_FACTS(AS_NAME) "id_no", NULL };

static const struct {
	const char *word;
	const char *const *names;
} kinds[OB_KINDS] = {
	[OB_VOLUNTEER] = { "volunteer", volunteer_names },
	[OB_SERVICE_RECORD] = { "service_record", service_names },
	[OB_TRAINING_RECORD] = { "training_record", training_names },
	[OB_COMMENDATION] = { "commendation", commendation_names },
	[OB_EVALUATION] = { "evaluation", evaluation_names },
};

const char *outbox_kind_word(enum outbox_kind k)
{
	return kinds[k].word;
}

bool outbox_kind_of(const char *word, enum outbox_kind *k)
{
	for (int i = 0; i < OB_KINDS; i++)
		if (str_eq(word, kinds[i].word)) {
			*k = (enum outbox_kind)i;
			return true;
		}
	return false;
}

const char *const *outbox_facts(enum outbox_kind k)
{
	return kinds[k].names;
}

/* One row as it was read; sealed values are opened when the statement has ended. */
struct reading {
	struct facts f;
	struct json_w json;
	struct bytes person_uid, id_no, phone;
	const char *date, *due;
};
struct readings {
	struct reading *v;
	size_t n, room;
};

static const struct cell *cell(const struct row *r, const char *name)
{
	static const struct cell none = { .i = DB_NONE };
	for (size_t i = 0; i < r->n; i++)
		if (str_eq(r->names[i], name))
			return &r->cells[i];
	return &none;
}

static struct bytes blob(const struct row *r, const char *name)
{
	const struct cell *c = cell(r, name);
	return (struct bytes){ (const uint8_t *)c->text, c->n };
}

static int64_t number(const struct row *r, const char *name)
{
	const struct cell *c = cell(r, name);
	return c->is_int ? c->i : 0;
}

static void add_facts(struct json_w *json, const struct row *r)
{
	json_open(json, '{');
	for (size_t i = 0; i < r->n; i++) {
		if (*r->names[i] == '_' || !r->cells[i].text || !*r->cells[i].text)
			continue;
		json_key(json, r->names[i]);
		if (r->cells[i].is_int)
			json_int(json, r->cells[i].i);
		else
			json_str(json, r->cells[i].text);
	}
}

static struct reading *room_for_one(struct readings *all)
{
	if (all->n == all->room) {
		size_t room = all->room ? 2 * all->room : 8;
		struct reading *more = arena_array(db_arena(), room, sizeof(*more));
		if (all->n)
			memcpy(more, all->v, all->n * sizeof(*more));
		all->v = more;
		all->room = room;
	}
	return &all->v[all->n++];
}

static enum err read_row(void *ctx, const struct row *r)
{
	struct reading *g = room_for_one(ctx);
	struct facts *f = &g->f;
	*g = (struct reading){ .json = { .buf = { .arena = db_arena() } } };
	add_facts(&g->json, r);
	f->uid = blob(r, "_uid");
	f->version = number(r, "_version");
	f->person_id = number(r, "_person");
	f->station_id = number(r, "_station");
	f->station_no = number(r, "_station_no");
	f->consent = number(r, "_consent") > 0;
	/* an honour of a team or a project is about no person */
	f->live = number(r, "_live") > 0 && f->person_id > 0;
	g->person_uid = blob(r, "_person_uid");
	g->id_no = blob(r, "_id_no");
	g->phone = blob(r, "_phone");
	g->date = cell(r, "date")->text;
	g->due = cell(r, "_due")->text;
	return OK;
}

static enum err add_sealed(struct reading *g, const char *name, const char *column,
			   struct bytes sealed)
{
	const char *text;
	if (!sealed.p)
		return OK;
	enum err e = secret_unseal(db_arena(), column, g->person_uid, sealed, &text);
	if (e)
		return e;
	json_key(&g->json, name);
	json_str(&g->json, text);
	return OK;
}

/* The activity's own last day when it has one, else counted from the day itself; before is the row
 * read before, mostly of the same day. */
static enum err set_due(struct reading *g, const struct reading *before)
{
	if (g->due || !g->date) {
		g->f.due_on = g->due;
		return OK;
	}
	if (before && !before->due && before->f.due_on && str_eq(before->date, g->date)) {
		g->f.due_on = before->f.due_on;
		return OK;
	}
	return workday_add(0, g->date, (int)cfg.record_days, &g->f.due_on);
}

static enum err finish(struct reading *g, enum facts_source from, const struct reading *before)
{
	enum err e = OK;
	g->f.kind = sources[from].kind;
	if (g->f.live && g->f.consent) {
		e = add_sealed(g, "id_no", "person.id_no", g->id_no);
		if (!e && g->f.kind == OB_VOLUNTEER)
			e = add_sealed(g, "phone", "person.phone", g->phone);
		if (!e && sources[from].deadline)
			e = set_due(g, before);
	}
	json_close(&g->json, '}');
	g->f.json = g->json.buf.p;
	return e;
}

enum err facts_read_many(enum facts_source from, const char *ids, struct facts **out, size_t *n)
{
	struct readings all = { .n = 0 };
	enum err e = facts_hold(from, ids);
	if (!e)
		e = db_each(sources[from].stmt, ARGS(A_(ids)), read_row, &all);
	struct facts *f = arena_array(db_arena(), all.n + 1, sizeof(*f));
	for (size_t i = 0; !e && i < all.n; i++) {
		e = finish(&all.v[i], from, i ? &all.v[i - 1] : NULL);
		f[i] = all.v[i].f;
	}
	if (e)
		return e;
	*out = f;
	*n = all.n;
	return OK;
}

enum err facts_read(enum facts_source from, int64_t id, struct facts *out)
{
	struct facts *f;
	size_t n;
	enum err e = facts_read_many(from, arena_fmt(db_arena(), "[%lld]", (long long)id), &f, &n);
	if (e || !n)
		return e ? e : ERR(ERR_NOT_FOUND, "no %s to post", kinds[sources[from].kind].word);
	*out = f[0];
	return OK;
}
