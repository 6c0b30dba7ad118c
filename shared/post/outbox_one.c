/* outbox_one.c - one record for a platform that is being tried. */
#include "outbox_inside.h"
#include "row.h"

/* How many of the latest are looked at. */
#define LATEST "5000"

/* live, uid: expressions of the row r. */
#define NEWEST(table, id, kind, live, uid, join) \
	SQL("SELECT r." id " FROM (SELECT t." id " AS id FROM " table " t ORDER BY t." id \
	    " DESC LIMIT " LATEST ") k STRAIGHT_JOIN " table " r ON r." id " = k.id " join \
	    " JOIN station s ON s.id = r.station_id JOIN destination d ON d.id = ? AND " \
	    "FIND_IN_SET('" kind "', d.kinds) AND " DESTINATION_TAKES " WHERE " live \
	    " AND EXISTS (SELECT 1 FROM consent c WHERE c.person_id = r.person_id AND " \
	    "c.purpose = 'platform' AND c.withdrawn_at IS NULL) AND NOT EXISTS (SELECT 1 FROM " \
	    "outbox o FORCE INDEX (outbox_version) WHERE o.destination_id = d.id AND " \
	    "o.record_uid = " uid ") ORDER BY r." id " DESC LIMIT 1")

static struct stmt newest_q[] = {
	NEWEST("service_record", "id", "service_record", "r.state = 'effective'", "r.uid", ""),
	NEWEST("volunteer", "person_id", "volunteer", "r.state = 'active'", "p.uid",
	       "JOIN person p ON p.id = r.person_id"),
};
static const enum facts_source sources[] = { FROM_SERVICE_RECORD, FROM_VOLUNTEER };
static struct stmt code_q = SQL(
	"SELECT code"
	"  FROM destination"
	" WHERE id = ?");

static enum err one_add(int64_t destination, enum facts_source from, int64_t id)
{
	const char *code;
	struct facts f;
	enum err e = facts_hold(from, arena_fmt(db_arena(), "[%lld]", (long long)id));
	if (!e)
		e = facts_read(from, id, &f);
	if (!e)
		e = db_text(&code_q, ARGS(A_(destination)), &code);
	if (e || !f.live || !f.consent)
		return e ? e : ERR_NOT_FOUND;
	struct outbox_item to = { .destination_id = destination,
				  .kind = f.kind,
				  .uid = f.uid,
				  .key = facts_key(&f),
				  .station_id = f.station_id,
				  .person_id = f.person_id };
	return outbox_add(&to, code, f.version, f.json, f.due_on);
}

enum err outbox_one(int64_t destination)
{
	enum err e = outbox_in_tx();
	int64_t id;
	for (size_t i = 0; !e && i < sizeof(sources) / sizeof(sources[0]); i++) {
		e = db_int(&newest_q[i], ARGS(A_(destination)), &id);
		if (!e)
			return one_add(destination, sources[i], id);
		if (e == ERR_NOT_FOUND)
			e = OK;
	}
	return e ? e : ERR_NOT_FOUND;
}
