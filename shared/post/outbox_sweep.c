/* outbox_sweep.c - finds what should be queued and is not: a consent given later, a row lost by
 * a restore. It is written down like what programs tell (outbox_todo.c). */
#include "outbox_inside.h"
#include "row.h"

/* Rows looked at in one go. */
#define STEP "1000"

#define UPTO(table, id) \
	SQL("SELECT COALESCE(MAX(s.id), 0) FROM (SELECT r." id " AS id FROM " table \
	    " r WHERE r." id " > ? ORDER BY r." id " LIMIT " STEP ") s")

/* live, uid: expressions of the row r; kind: as destinations name it. */
#define MISSING(table, id, kind, live, uid, join) \
	SQL("INSERT INTO outbox_todo (source, record_id, station_id) SELECT '" table "', r." id \
	    ", r.station_id FROM " table " r " join "WHERE r." id " > ? AND r." id " <= ? AND " \
	    live " AND EXISTS (SELECT 1 FROM destination d WHERE d.enabled = 1 AND " \
	    "FIND_IN_SET('" kind "', d.kinds)) AND EXISTS (SELECT 1 FROM consent c WHERE " \
	    "c.person_id = r.person_id AND c.purpose = 'platform' AND c.withdrawn_at IS NULL) " \
	    "AND NOT EXISTS (SELECT 1 FROM outbox o WHERE o.record_uid = " uid \
	    " AND o.version >= r.version AND (o.state <> 'withdrawn' OR o.reason_code <> " \
	    "'no_consent')) AND NOT EXISTS (SELECT 1 FROM outbox_todo t WHERE t.station_id = " \
	    "r.station_id AND t.source = '" table "' AND t.record_id = r." id ")")

static struct {
	struct stmt upto, missing;
} steps[FACTS_SOURCES] = {
	[FROM_VOLUNTEER] = { UPTO("volunteer", "person_id"),
			     MISSING("volunteer", "person_id", "volunteer",
				     "r.state IN ('active', 'paused')", "p.uid",
				     "JOIN person p ON p.id = r.person_id ") },
	[FROM_SERVICE_RECORD] = { UPTO("service_record", "id"),
				  MISSING("service_record", "id", "service_record",
					  "r.state = 'effective'", "r.uid", "") },
	[FROM_TRAINING] = { UPTO("enrolment", "id"),
			    MISSING("enrolment", "id", "training_record",
				    "r.state IN ('passed', 'failed')", "r.uid", "") },
	[FROM_HONOUR] = { UPTO("honour", "id"), MISSING("honour", "id", "commendation",
							"r.state = 'effective'", "r.uid", "") },
	[FROM_STAR] = { UPTO("star_award", "id"), MISSING("star_award", "id", "commendation",
							  "r.state = 'awarded'", "r.uid", "") },
	[FROM_EVALUATION] = { UPTO("evaluation", "id"),
			      MISSING("evaluation", "id", "evaluation", EVALUATION_HOLDS("r"),
				      "r.uid", "") },
};

static enum err sweep_source(enum facts_source from, int64_t *after, int64_t *made)
{
	int64_t upto = 0, rows = 0, begin = *after < 0 ? 0 : *after;
	enum err e = db_int(&steps[from].upto, ARGS(A_(begin)), &upto);
	if (!e && upto)
		e = db_affect(&steps[from].missing, ARGS(A_(begin), A_(upto)), &rows);
	if (e)
		return e;
	*made += rows;
	*after = upto ? upto : -1;
	return OK;
}

enum err outbox_sweep(struct outbox_mark *mark, int64_t *made)
{
	enum err e = OK;
	bool whole = true;
	*made = 0;
	for (int i = 0; !e && i < FACTS_SOURCES; i++) {
		/* a table that was read to its end waits for the others */
		if (mark->whole || mark->after[i] >= 0)
			e = sweep_source((enum facts_source)i, &mark->after[i], made);
		whole = whole && mark->after[i] < 0;
	}
	if (!e && whole)
		e = outbox_aside_clear();
	mark->whole = !e && whole;
	return e;
}
