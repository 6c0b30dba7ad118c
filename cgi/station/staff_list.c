/* staff_list.c - accounts of staff: a manager's, of the own station, and an overseer's, of the
 * region, the newest first, with who made them. */
#include "accounts.h"
#include "list.h"

/* Which roles hold where is told by the station's page and the account's own. */
#define KNOWN_COLS(C) \
	C(TEXT, ref, "LOWER(HEX(f.uid))", "") \
	C(TEXT, name, "f.name", "") \
	C(TEXT, login, "f.login", "") \
	C(WORD, state, "f.state", "State.staff") \
	C(INT, linked, "f.person_id IS NOT NULL", "") \
	C(INT, second, "f.totp_sealed IS NOT NULL", "") \
	C(TEXT, created_at, "f.created_at", "") \
	C(TEXT, made_by, "m.name", "") \
	C(TEXT, last_sign_in_at, "f.last_sign_in_at", "") \
	C(TEXT, roles, \
	  "(SELECT GROUP_CONCAT(DISTINCT r.role ORDER BY r.role) FROM staff_role r" \
	  " WHERE r.staff_id = f.id AND r.ended_at IS NULL)", \
	  "")
#define KNOWN_FILTERS(F) \
	F(WORD, state, "f.state = ?") \
	F(DAY, from, "f.created_at >= ?")
/* Ids are given out in the order of time. */
#define KNOWN_WAYS(S, L) S(L, created, any, "f.id", "staff_home")

#define OWN_COLS(C)    KNOWN_COLS(C)
#define OWN_TABLE      "staff f"
#define OWN_JOINS      "  LEFT JOIN staff m ON m.id = f.made_by"
#define OWN_WHERE      "f.home_station_id = ?"
#define OWN_FILTERS(F) KNOWN_FILTERS(F)
#define OWN_WAYS(S, L) KNOWN_WAYS(S, L)
#define OWN_ID         "f.id"
LIST_DEFINE(OWN);

#define REGION_COLS(C) \
	KNOWN_COLS(C) \
	C(TEXT, station_no, "s.no", "") \
	C(TEXT, station, "s.name", "")
#define REGION_TABLE "staff f"
#define REGION_JOINS \
	"  LEFT JOIN station s ON s.id = f.home_station_id" \
	"  LEFT JOIN staff m ON m.id = f.made_by"
#define REGION_WHERE      "f.home_station_id IN (SELECT id FROM station WHERE region_code LIKE ?)"
#define REGION_FILTERS(F) KNOWN_FILTERS(F)
/* The accounts of a region are sorted. */
#define REGION_WAYS(S, L) KNOWN_WAYS(S, L)
#define REGION_ID         "f.id"
LIST_DEFINE(REGION);

/* "clerk,reviewer" as Roles.N.word, so that a template can name each, and in words for files. */
static enum err staff_row(struct rq *q, struct node *n, const struct row *r)
{
	static const char *const words[] = { "clerk", "reviewer", "manager", "overseer" };
	const char *roles = str_or(node_get(n, "roles"), "");
	struct buf b = { .arena = q->arena };
	(void)r;
	buf_str(&b, "");
	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
		if (!str_in(words[i], roles))
			continue;
		const char *name = lang(arena_fmt(q->arena, "Role.%s", words[i]));
		buf_fmt(&b, "%s%s", b.n ? "、" : "", str_or(name, words[i]));
	}
	node_set(n, "roles", b.p);
	return OK;
}

static const struct list own = LIST(OWN, "Accounts", "station.Accounts", .row = staff_row);
static const struct list region = LIST(REGION, "Accounts", "station.Accounts", .row = staff_row);

enum err staff_list(struct rq *q)
{
	if (may(q, ROLE_OVERSEER)) {
		put(q, "Region", "1");
		return list_page(q, &region,
				 ARGS(A_(region_prefix(q->arena, str_or(q->who.region_code, "-")))),
				 "station/accounts.cs");
	}
	return list_page(q, &own, ARGS(A_(q->station)), "station/accounts.cs");
}
