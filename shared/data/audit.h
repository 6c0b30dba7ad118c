/*
 * audit.h - who did what to which row; in the caller's transaction, insert-only. Never personal
 * data: numbers, states and reason words only. Also the state machines of design.md §6, since a
 * change is always audited.
 *
 *	static const struct move moves[] = {
 *		{ "verify", "to_verify", "verified" },
 *		{ "decline", "to_verify", "declined" },
 *		{ 0 }
 *	};
 *	static struct stmt set_q = SQL("UPDATE need SET state = ? WHERE id = ? AND state = ?"
 *		" AND station_id = ?");
 *	static const struct machine need = { "need", moves, &set_q };
 *	enum err e = move_to(&q->actor, &need, "verify", id, state);
 *	// ERR_STALE: not from that state, or somebody was first
 */
#ifndef ZYZ_AUDIT_H
#define ZYZ_AUDIT_H

#include "actor.h"
#include "db.h"

/* action is "need.verify", target the table's word. detail may be NULL. */
enum err audit(const struct actor *by, const char *action, const char *target, int64_t target_id,
	       const char *detail) MUST_USE;

/* Runs a statement that changes one row, and audits it, both or neither: the short way for what
 * needs no more. *id 0: an INSERT, whose row it becomes; otherwise the row that is changed or
 * deleted, ERR_STALE when there is none. In the caller's transaction, or in one of its own.
 *
 *	int64_t id = 0;
 *	enum err e = audited(&q->actor, &add_q, ARGS(A_(in.title)), "note.add", "note", &id);
 */
enum err audited(const struct actor *by, struct stmt *s, struct args a, const char *action,
		 const char *target, int64_t *id) MUST_USE;
/* audit() about many rows with one statement; ids is a JSON list of row ids. */
enum err audit_many(const struct actor *by, const char *action, const char *target, const char *ids,
		    const char *detail) MUST_USE;

/* The row in a statement of db_whole(), about the row that was put in just before; with the values
 * of its places. */
#define AUDIT_LAST \
	"INSERT INTO audit (actor_kind, actor_id, station_id, action, target, target_id, detail," \
	" request_id, proxy_id) VALUES (?, ?, ?, ?, ?, LAST_INSERT_ID(), ?, ?, ?)"
#define AUDIT_VALUES(by, action, target, detail) \
	A_(actor_kind(by)), A_(actor_id(by)), A_(audit_id((by)->station)), A_(action), A_(target), \
		A_(detail), A_(audit_request(by)), A_(audit_id((by)->proxy))
int64_t audit_id(int64_t id); /* 0 as none */
struct bytes audit_request(const struct actor *by);

/* Somebody looks at what is masked otherwise: one row of `unmask` for each field, written before
 * it is shown. person: DB_NONE when it is nobody registered here. */
enum err audit_look(const struct actor *by, int64_t person, const char *field,
		    const char *purpose) MUST_USE;

/* What one field was before and is after the last deed that was audited of that row, beside it; in
 * the caller's transaction. was and became may be NULL: not to be read. */
enum err audit_changed(const char *target, int64_t target_id, const char *field, const char *was,
		       const char *became) MUST_USE;
/* The same beside a row that is known, with what the page calls the field. */
enum err audit_changed_row(int64_t row, const char *field, const char *label, const char *was,
			   const char *became) MUST_USE;
/* What the audit row of one action takes along, in its transaction: what a form changed
 * (web/edit.h). It hangs on the actor; row is the row of audit. */
struct audit_also {
	const char *action; /* several with commas */
	enum err (*note)(struct audit_also *also, const char *target, int64_t target_id,
			 int64_t row);
};

struct move {
	const char *verb, *from, *to;
};
struct machine {
	const char *what;         /* table word, first part of the audited action */
	const struct move *moves; /* ended by { 0 } */
	struct stmt *set; /* SET state = ? WHERE id = ? AND state = ? AND station_id = ?; the
	                          * station comes as NULL when the system acts */
};
/* NULL: the table has no such move. */
const struct move *move_find(const struct machine *m, const char *verb, const char *from);
/* Changes the row and audits it, in the caller's transaction or, when there is none, in one of its
 * own. */
enum err move_to(const struct actor *by, const struct machine *m, const char *verb, int64_t id,
		 const char *from) MUST_USE;

/* A public number: letter, yy, station number, serial: "P2600100012". Draws the next serial; call
 * it in the transaction that uses it. */
enum err number_next(const struct actor *by, char letter, int64_t station_id,
		     const char **no) MUST_USE;

#endif
