/* star_list.c - the ledger of stars 认定台账: each one awarded, refused or under notice, and when. */
#include "commend.h"
#include "list.h"

enum { STARS = 5 };

#define STAR_COLS(C) \
	C(DAY, proposed_on, "DATE(a.proposed_at)", "") \
	C(TEXT, no, "v.no", "") \
	C(TEXT, name, "p.name", "") \
	C(WORD, star, "a.star", "Star") \
	C(HOURS, minutes, "a.minutes", "") \
	C(DAY, notice_from, "a.notice_from", "") \
	C(DAY, notice_until, "a.notice_until", "") \
	C(DAY, awarded_on, "a.awarded_on", "") \
	C(LONG, reason, "a.reason", "") \
	C(WORD, state, "a.state", "State.star_award")
#define STAR_TABLE "star_award a"
#define STAR_JOINS \
	"  JOIN person p ON p.id = a.person_id" \
	"  LEFT JOIN volunteer v ON v.person_id = a.person_id"
#define STAR_WHERE "a.station_id = ?"
#define STAR_FILTERS(F) \
	F(WORD, state, "a.state = ?") \
	F(WORD, star, "a.star = ?") \
	F(DAY, from, "a.proposed_at >= ?") \
	F(DAY, to, "a.proposed_at < ? + INTERVAL 1 DAY")
#define STAR_WAYS(S, L) \
	S(L, proposed_on, any, "a.proposed_at", "star_award_proposed") \
	S(L, proposed_on, state, "a.id", "star_award_station") \
	S(L, proposed_on, star, "a.id", "star_award_star") \
	S(L, star, any, "a.star", "star_award_star") \
	S(L, star, star, "a.id", "star_award_star") \
	S(L, minutes, any, "a.minutes", "star_award_minutes") \
	S(L, state, any, "a.state", "star_award_station") \
	S(L, state, state, "a.id", "star_award_station")
#define STAR_ID "a.id"
LIST_DEFINE(STAR);
static const struct list stars = LIST(STAR, "Awards", "commend.StarList", .row = hours_row);

/* What there is to choose of: no star at all is never awarded. */
static void put_stars(struct rq *q)
{
	for (int star = 1; star <= STARS; star++) {
		struct node *n = node_item(put_list(q, "Stars"));
		node_int(n, "code", star);
		node_set(n, "name", lang(arena_fmt(q->arena, "Star.%d", star)));
	}
}

enum err star_list(struct rq *q)
{
	put_stars(q);
	return list_page(q, &stars, ARGS(A_(q->station)), "commend/star_list.cs");
}
