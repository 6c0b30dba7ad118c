/* looked.c - 谁看过、改过: who looked at whole numbers of a person, and what was changed of them. */
#include "account.h"

/* One list, the newest first; field: a word of Lang.account.LookedField. */
static struct stmt looked_q = SQL(
	"SELECT x.at, s.name AS staff, x.field, x.purpose, x.changed"
	"  FROM ((SELECT u.at, u.staff_id, u.field, u.purpose, NULL AS changed FROM unmask u"
	"       WHERE u.person_id = ? ORDER BY u.id DESC LIMIT 50) UNION ALL"
	"       (SELECT b.made_at, b.staff_id, b.kind AS field, b.purpose, 1 FROM rebind b"
	"       WHERE b.person_id = ? ORDER BY b.id DESC LIMIT 50) UNION ALL"
	"       (SELECT c.handled_at, c.handled_by, 'correct' AS field, c.purpose, 1"
	"       FROM correction c WHERE c.person_id = ? AND c.state = 'done'"
	"       ORDER BY c.id DESC LIMIT 50) UNION ALL"
	"       (SELECT m.handled_at, m.handled_by, 'merge' AS field, m.purpose, 1"
	"       FROM person_merge m WHERE m.kept_id = ? AND m.state IN ('done', 'undone')"
	"       ORDER BY m.id DESC LIMIT 50) UNION ALL"
	"       (SELECT m.undone_at, m.undone_by, 'unmerge' AS field, m.undone_why, 1"
	"       FROM person_merge m WHERE m.kept_id = ? AND m.state = 'undone'"
	"       ORDER BY m.id DESC LIMIT 50)) x"
	"  LEFT JOIN staff s ON s.id = x.staff_id"
	" ORDER BY x.at DESC"
	" LIMIT ?");

enum err put_looked(struct rq *q, int64_t person, int most)
{
	return put_query(q, "Looked", &looked_q,
			 ARGS(A_(person), A_(person), A_(person), A_(person), A_(person),
			      A_((int64_t)most)));
}

enum err me_looked(struct rq *q)
{
	enum err e = put_looked(q, q->person, 50);
	return e ? e : page(q, "account/looked.cs");
}
