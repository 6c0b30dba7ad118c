/* record_brought.c - hours served elsewhere stand beside a person's own sum, never in it. */
#include "record.h"
#include "star.h"

static struct stmt brought_q = SQL(
	"INSERT INTO volunteer_total (person_id, brought_minutes)"
	" VALUES (?, ?)"
	"    ON DUPLICATE KEY UPDATE brought_minutes = brought_minutes + VALUES(brought_minutes)");

enum err record_brought(int64_t person, int64_t minutes)
{
	enum err e = db_exec(&brought_q, ARGS(A_(person), A_(minutes)), NULL);
	return e || minutes >= 0 ? e : star_hours_fell(person);
}
