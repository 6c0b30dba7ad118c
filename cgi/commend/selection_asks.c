/*
 * selection_asks.c - what a selection asks for, read, and the presets 预设 that put rows in: 四个100 as
 * the ministry's notice has them, the station of a community.
 */
#include "page.h"
#include "selection.h"

static struct stmt of_q = SQL(
	"SELECT " ROW_SELECT(CONDITION_COLS)
	"  FROM selection_condition c"
	" WHERE c.selection_id = ?"
	"   AND (? IS NULL OR c.subject = ?)"
	" ORDER BY FIELD(c.subject, 'volunteer', 'team', 'project', 'community', 'station'), c.id"
	" LIMIT 40");
static struct stmt kind_q = SQL(
	"INSERT INTO selection_kind (selection_id, subject, award)"
	" VALUES (?, ?, ?)");
static struct stmt add_q = SQL(
	"INSERT INTO selection_condition (selection_id, subject, what, at_most, wanted)"
	" VALUES (?, ?, ?, ?, ?)");

/* domain.md 4.1 and 4.4; awards are Lang.commend.Award.WORD. */
static const struct {
	const char *preset, *subject, *award, *what;
	int64_t wanted;
} presets[] = {
	{ "four", "volunteer", "person", "years", 3 },
	{ "four", "team", "team", "years", 3 },
	{ "four", "team", "team", "people", 20 },
	{ "four", "team", "team", "active", 60 },
	{ "four", "team", "team", "brands", 2 },
	{ "four", "project", "project", "years", 3 },
	{ "four", "community", "community", "registered", 10 },
	{ "four", "community", "community", "kinds", 3 },
	{ "four", "community", "community", "teams", 2 },
	{ "station", "station", "station", "registered", 15 },
	{ "station", "station", "station", "kinds", 3 },
	{ "station", "station", "station", "teams", 2 },
};

enum err conditions_of(int64_t selection, const char *subject, struct conditions *out)
{
	return row_all(&of_q, ARGS(A_(selection), A_(subject), A_(subject)), condition_row_cols,
		       sizeof(*out->v), &out->v, &out->n);
}

enum err conditions_preset(int64_t selection, const char *preset)
{
	const char *last = "";
	enum err e = OK;
	for (size_t i = 0; !e && i < sizeof(presets) / sizeof(presets[0]); i++) {
		const char *of = presets[i].subject;
		if (!str_eq(presets[i].preset, preset))
			continue;
		const char *award = lang(
			arena_fmt(db_arena(), "commend.Award.%s", presets[i].award));
		if (!str_eq(of, last))
			e = db_exec(&kind_q, ARGS(A_(selection), A_(of), A_(str_or(award, of))),
				    NULL);
		if (!e)
			e = db_exec(&add_q,
				    ARGS(A_(selection), A_(of), A_(presets[i].what), A_(0),
					 A_(presets[i].wanted)),
				    NULL);
		last = of;
	}
	return e;
}
