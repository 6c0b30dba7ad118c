/*
 * refers.c - every column that refers to a person, and what a merge does with it. tests/db/t9200
 * asks the schema for them and fails for one that is in neither list.
 */
#include "refers.h"

/* clang-format off */
/* Rows that go over are noted first, all tables before any is changed: what stays where it is
 * hangs on what both have. `stays` speaks of the row t and the merge m. */
#define TAKE(what, table, key, column, stays) \
	SQL("INSERT INTO person_merge_row (merge_id, what, row_id) SELECT m.id, '" what \
	    "', t." key " FROM person_merge m JOIN " table " t ON t." column " = m.gone_id " \
	    "WHERE m.id = ? AND NOT (" stays ")")
/* Then they change hands; the same statement takes them back. */
#define TAKEN(key)    " JOIN person_merge_row x ON x.row_id = t." key
#define WHOSE(column) " WHERE x.merge_id = ? AND x.what = ? AND t." column " = ?"

#define ALL_GO "FALSE"
/* The one who stays has one of the kind already, and two are not allowed. */
#define HAS(table, same) \
	"EXISTS (SELECT 1 FROM " table " o WHERE o.person_id = m.kept_id AND " same ")"
/* Both stood on the roster, or hours of it are left behind: all of that shift stays together. */
#define SHIFT_STAYS \
	HAS("roster", "o.activity_id = t.activity_id") \
	" OR EXISTS (SELECT 1 FROM person_merge_left l JOIN service_record r " \
	"ON r.id = l.record_id WHERE l.merge_id = m.id AND r.activity_id = t.activity_id)"
/* A transfer stays whole when hours of it are known of the other one already. */
#define SAME_TIME \
	"o.served_on = b.served_on AND " \
	SPANS_OVERLAP("o.starts_at", "o.ends_at", "b.starts_at", "b.ends_at")
#define BROUGHT_STAYS \
	"EXISTS (SELECT 1 FROM transfer_record b WHERE b.transfer_id = t.id AND b.live = 1 AND (" \
	HAS("transfer_record", "o.live = 1 AND (o.source_key = b.source_key OR " SAME_TIME ")") \
	" OR " HAS("service_record", "o.state IN " RECORD_COUNTS " AND " SAME_TIME) "))"
#define GONE_TRANSFER \
	"NOT EXISTS (SELECT 1 FROM person_merge_row y WHERE y.merge_id = m.id " \
	"AND y.what = 'transfer.person_id' AND y.row_id = t.transfer_id)"

#define ROW(table, key, column, stays) \
	table "." column, TAKE(table "." column, table, key, column, stays)
struct refers refers[] = {
	{ ROW("activity", "id", "leader_id", ALL_GO),
	  SQL(
	"UPDATE activity t" TAKEN("id")
	"   SET t.leader_id = ?" WHOSE("leader_id")) },
	{ ROW("agreement", "id", "person_id",
	      HAS("agreement", "o.station_id = t.station_id AND o.text_id = t.text_id "
			       "AND o.live = 1 AND t.live = 1")),
	  SQL(
	"UPDATE agreement t" TAKEN("id")
	"   SET t.person_id = ?" WHOSE("person_id")) },
	{ ROW("activity", "id", "led_by", ALL_GO),
	  SQL(
	"UPDATE activity t" TAKEN("id")
	"   SET t.led_by = ?" WHOSE("led_by")) },
	{ ROW("application", "id", "person_id",
	      HAS("application",
		  "(o.position_id = t.position_id AND o.shift_key = t.shift_key "
		  "OR o.live_project = t.live_project)")),
	  SQL(
	"UPDATE application t" TAKEN("id")
	"   SET t.person_id = ?" WHOSE("person_id")) },
	{ ROW("attendance", "id", "person_id", SHIFT_STAYS),
	  SQL(
	"UPDATE attendance t" TAKEN("id")
	"   SET t.person_id = ?" WHOSE("person_id")) },
	{ ROW("attendance", "id", "leader_id", ALL_GO),
	  SQL(
	"UPDATE attendance t" TAKEN("id")
	"   SET t.leader_id = ?" WHOSE("leader_id")) },
	{ ROW("certificate", "id", "person_id", ALL_GO),
	  SQL(
	"UPDATE certificate t" TAKEN("id")
	"   SET t.person_id = ?" WHOSE("person_id")) },
	/* What somebody took back holds, whatever they said under the other registration. */
	{ ROW("consent", "id", "person_id", HAS("consent", "o.purpose = t.purpose")),
	  SQL(
	"UPDATE consent t" TAKEN("id")
	"   SET t.person_id = ?" WHOSE("person_id")) },
	{ ROW("dispatch", "id", "person_id", ALL_GO),
	  SQL(
	"UPDATE dispatch t" TAKEN("id")
	"   SET t.person_id = ?" WHOSE("person_id")) },
	{ ROW("enrolment", "id", "person_id",
	      HAS("enrolment", "o.training_id = t.training_id")),
	  SQL(
	"UPDATE enrolment t" TAKEN("id")
	"   SET t.person_id = ?" WHOSE("person_id")) },
	{ ROW("evaluation", "id", "person_id", SHIFT_STAYS),
	  SQL(
	"UPDATE evaluation t" TAKEN("id")
	"   SET t.person_id = ?" WHOSE("person_id")) },
	{ ROW("fund_entry", "id", "person_id", ALL_GO),
	  SQL(
	"UPDATE fund_entry t" TAKEN("id")
	"   SET t.person_id = ?" WHOSE("person_id")) },
	{ ROW("gift_exchange", "id", "person_id", ALL_GO),
	  SQL(
	"UPDATE gift_exchange t" TAKEN("id")
	"   SET t.person_id = ?" WHOSE("person_id")) },
	{ ROW("green_account", "id", "person_id", ALL_GO),
	  SQL(
	"UPDATE green_account t" TAKEN("id")
	"   SET t.person_id = ?" WHOSE("person_id")) },
	{ ROW("green_duty", "id", "person_id",
	      "t.ended_at IS NULL AND "
	      HAS("green_duty", "o.station_id = t.station_id AND o.ended_at IS NULL")),
	  SQL(
	"UPDATE green_duty t" TAKEN("id")
	"   SET t.person_id = ?" WHOSE("person_id")) },
	{ ROW("home_service", "id", "person_id", SHIFT_STAYS),
	  SQL(
	"UPDATE home_service t" TAKEN("id")
	"   SET t.person_id = ?" WHOSE("person_id")) },
	{ ROW("honour", "id", "person_id", ALL_GO),
	  SQL(
	"UPDATE honour t" TAKEN("id")
	"   SET t.person_id = ?" WHOSE("person_id")) },
	{ ROW("honour_nomination", "id", "person_id", ALL_GO),
	  SQL(
	"UPDATE honour_nomination t" TAKEN("id")
	"   SET t.person_id = ?" WHOSE("person_id")) },
	{ ROW("insurance_person", "insurance_id", "person_id",
	      HAS("insurance_person", "o.insurance_id = t.insurance_id")),
	  SQL(
	"UPDATE insurance_person t" TAKEN("insurance_id")
	"   SET t.person_id = ?" WHOSE("person_id")) },
	{ ROW("message", "id", "person_id",
	      HAS("message",
		  "o.event = t.event AND o.about = t.about AND o.target_id = t.target_id "
		  "AND o.mark = t.mark AND o.channel = t.channel")),
	  SQL(
	"UPDATE message t" TAKEN("id")
	"   SET t.person_id = ?" WHOSE("person_id")) },
	{ ROW("objection", "id", "person_id", ALL_GO),
	  SQL(
	"UPDATE objection t" TAKEN("id")
	"   SET t.person_id = ?" WHOSE("person_id")) },
	{ ROW("outbox", "id", "person_id", ALL_GO),
	  SQL(
	"UPDATE outbox t" TAKEN("id")
	"   SET t.person_id = ?" WHOSE("person_id")) },
	{ ROW("pairing", "id", "person_id", "t.helper_id <=> m.kept_id"),
	  SQL(
	"UPDATE pairing t" TAKEN("id")
	"   SET t.person_id = ?" WHOSE("person_id")) },
	{ ROW("pairing", "id", "helper_id", "t.person_id = m.kept_id"),
	  SQL(
	"UPDATE pairing t" TAKEN("id")
	"   SET t.helper_id = ?" WHOSE("helper_id")) },
	{ ROW("pairing_visit", "id", "person_id", ALL_GO),
	  SQL(
	"UPDATE pairing_visit t" TAKEN("id")
	"   SET t.person_id = ?" WHOSE("person_id")) },
	{ ROW("person", "id", "merged_into", ALL_GO),
	  SQL(
	"UPDATE person t" TAKEN("id")
	"   SET t.merged_into = ?" WHOSE("merged_into")) },
	{ ROW("person_note", "id", "person_id", ALL_GO),
	  SQL(
	"UPDATE person_note t" TAKEN("id")
	"   SET t.person_id = ?" WHOSE("person_id")) },
	{ ROW("person_tag", "id", "person_id",
	      HAS("person_tag", "o.station_id = t.station_id AND o.tag = t.tag")),
	  SQL(
	"UPDATE person_tag t" TAKEN("id")
	"   SET t.person_id = ?" WHOSE("person_id")) },
	{ ROW("project", "id", "led_by", ALL_GO),
	  SQL(
	"UPDATE project t" TAKEN("id")
	"   SET t.led_by = ?" WHOSE("led_by")) },
	/* Nobody acts for themselves, and once for one person. */
	{ ROW("proxy", "id", "proxy_person_id",
	      "t.person_id = m.kept_id OR EXISTS (SELECT 1 FROM proxy o WHERE o.ended_at IS NULL "
	      "AND t.ended_at IS NULL AND o.proxy_person_id = m.kept_id "
	      "AND o.person_id = t.person_id)"),
	  SQL(
	"UPDATE proxy t" TAKEN("id")
	"   SET t.proxy_person_id = ?" WHOSE("proxy_person_id")) },
	{ ROW("qualification", "id", "person_id",
	      HAS("qualification", "o.training_id = t.training_id")),
	  SQL(
	"UPDATE qualification t" TAKEN("id")
	"   SET t.person_id = ?" WHOSE("person_id")) },
	{ ROW("no_show", "id", "person_id", SHIFT_STAYS),
	  SQL(
	"UPDATE no_show t" TAKEN("id")
	"   SET t.person_id = ?" WHOSE("person_id")) },
	{ ROW("rating", "id", "person_id", ALL_GO),
	  SQL(
	"UPDATE rating t" TAKEN("id")
	"   SET t.person_id = ?" WHOSE("person_id")) },
	{ ROW("rebind", "id", "person_id", ALL_GO),
	  SQL(
	"UPDATE rebind t" TAKEN("id")
	"   SET t.person_id = ?" WHOSE("person_id")) },
	{ ROW("roster", "id", "person_id", SHIFT_STAYS),
	  SQL(
	"UPDATE roster t" TAKEN("id")
	"   SET t.person_id = ?" WHOSE("person_id")) },
	{ ROW("social_worker", "id", "person_id", HAS("social_worker", "TRUE")),
	  SQL(
	"UPDATE social_worker t" TAKEN("id")
	"   SET t.person_id = ?" WHOSE("person_id")) },
	/* One human, one account: theirs who stays. The other one is ended (move.c). */
	{ ROW("staff", "id", "person_id", HAS("staff", "TRUE")),
	  SQL(
	"UPDATE staff t" TAKEN("id")
	"   SET t.person_id = ?" WHOSE("person_id")) },
	{ ROW("standby", "id", "person_id",
	      HAS("standby", "o.category = t.category AND o.weekday = t.weekday")),
	  SQL(
	"UPDATE standby t" TAKEN("id")
	"   SET t.person_id = ?" WHOSE("person_id")) },
	{ ROW("star_award", "id", "person_id", HAS("star_award", "o.star = t.star")),
	  SQL(
	"UPDATE star_award t" TAKEN("id")
	"   SET t.person_id = ?" WHOSE("person_id")) },
	{ ROW("station_move", "id", "person_id",
	      "t.live = 1 AND " HAS("station_move", "o.live = 1")),
	  SQL(
	"UPDATE station_move t" TAKEN("id")
	"   SET t.person_id = ?" WHOSE("person_id")) },
	{ ROW("team", "id", "leader_id", ALL_GO),
	  SQL(
	"UPDATE team t" TAKEN("id")
	"   SET t.leader_id = ?" WHOSE("leader_id")) },
	{ ROW("team_ask", "id", "person_id",
	      HAS("team_ask",
		  "o.team_id = t.team_id AND o.open_person AND t.open_person IS NOT NULL")),
	  SQL(
	"UPDATE team_ask t" TAKEN("id")
	"   SET t.person_id = ?" WHOSE("person_id")) },
	{ ROW("team_member", "team_id", "person_id",
	      HAS("team_member", "o.team_id = t.team_id")),
	  SQL(
	"UPDATE team_member t" TAKEN("team_id")
	"   SET t.person_id = ?" WHOSE("person_id")) },
	{ ROW("timebank_account", "id", "person_id", HAS("timebank_account", "TRUE")),
	  SQL(
	"UPDATE timebank_account t" TAKEN("id")
	"   SET t.person_id = ?" WHOSE("person_id")) },
	{ ROW("transfer", "id", "person_id", BROUGHT_STAYS),
	  SQL(
	"UPDATE transfer t" TAKEN("id")
	"   SET t.person_id = ?" WHOSE("person_id")) },
	/* Behind its transfer. */
	{ ROW("transfer_record", "id", "person_id", GONE_TRANSFER),
	  SQL(
	"UPDATE transfer_record t" TAKEN("id")
	"   SET t.person_id = ?" WHOSE("person_id")) },
	{ ROW("volunteer_ask", "id", "person_id",
	      HAS("volunteer_ask", "o.purpose = t.purpose AND o.target_id = t.target_id")),
	  SQL(
	"UPDATE volunteer_ask t" TAKEN("id")
	"   SET t.person_id = ?" WHOSE("person_id")) },
	{ ROW("wechat_account", "id", "person_id", HAS("wechat_account", "TRUE")),
	  SQL(
	"UPDATE wechat_account t" TAKEN("id")
	"   SET t.person_id = ?" WHOSE("person_id")) },
};
/* clang-format on */
const size_t refers_n = sizeof(refers) / sizeof(refers[0]);
