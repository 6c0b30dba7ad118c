/* notes.c - the notes about one thing, what is to be done first. */
#include "notes.h"

#define NOTES(column) \
	"SELECT LOWER(HEX(n.uid)) AS uid, n.words, IF(n.state = 'note', NULL, n.due_on) AS " \
	"due_on," \
	"       n.state, n.made_at, s.name AS staff, d.name AS done_by, n.staff_id = ? AS mine" \
	"  FROM person_note n" \
	"  JOIN staff s ON s.id = n.staff_id" \
	"  LEFT JOIN staff d ON d.id = n.done_by" \
	" WHERE n." column " = ?" \
	"   AND n.station_id = ?" \
	" ORDER BY n.state = 'open' DESC, n.id DESC" \
	" LIMIT 50"
static struct stmt person_q = SQL(
	"" NOTES("person_id"));
static struct stmt household_q = SQL(
	"" NOTES("household_id"));
static struct stmt project_q = SQL(
	"" NOTES("project_id"));

enum err put_notes(struct rq *q, const char *of, int64_t id, const char *no)
{
	struct stmt *s = str_eq(of, "person")      ? &person_q
			 : str_eq(of, "household") ? &household_q
						   : &project_q;
	put(q, "NotesOf", of);
	put(q, "NotesNo", no);
	return put_query(q, "Notes", s, ARGS(A_(q->staff), A_(id), A_(q->station)));
}
