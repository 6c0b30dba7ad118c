/* rotate_columns.c - the sealed columns, one to a line. */
#include "rotate_columns.h"

/* clang-format off */
#define OTHER(column) \
	" t." column " IS NOT NULL AND LENGTH(t." column ") > 0 AND ORD(LEFT(t." column ", 1)) <> ?"
/* key: the row's whole number; uid: what the value is bound to, of the row or of its owner. */
#define COLUMN(table, key, column, bound, uid, join) \
	table "." column, bound, \
	SQL("SELECT t." key " AS id, " uid " AS uid, t." column " AS sealed FROM " table " t" join \
	    " WHERE t." key " > ? AND" OTHER(column) " ORDER BY t." key " LIMIT 200"), \
	SQL("SELECT COUNT(*) FROM " table " t WHERE" OTHER(column))
#define OWN(table, column, bound) COLUMN(table, "id", column, bound, "t.uid", "")
#define OF(table, key, column, bound, owner) \
	COLUMN(table, key, column, bound, "o.uid", " JOIN " owner " o ON o.id = t." owner "_id")
/* Of a small table, which has no number: all that another key sealed, again and again. */
#define SMALL(table, column, bound) \
	table "." column, bound, \
	SQL("SELECT 0 AS id, t.uid AS uid, t." column " AS sealed FROM " table " t" \
	    " WHERE 0 <= ? AND" OTHER(column) " LIMIT 200"), \
	SQL("SELECT COUNT(*) FROM " table " t WHERE" OTHER(column))
#define WAS(key, column) " WHERE " key " = ? AND " column " = ?"

static struct sealed_column columns[] = {
	{ OWN("person", "id_no_sealed", "person.id_no"),
	  SQL(
	"UPDATE person"
	"   SET id_no_sealed = ?" WAS("id", "id_no_sealed")) },
	{ OWN("person", "phone_sealed", "person.phone"),
	  SQL(
	"UPDATE person"
	"   SET phone_sealed = ?" WAS("id", "phone_sealed")) },
	{ OWN("staff", "totp_sealed", "staff.totp"),
	  SQL(
	"UPDATE staff"
	"   SET totp_sealed = ?" WAS("id", "totp_sealed")) },
	{ OF("volunteer", "person_id", "address_sealed", "volunteer.address", "person"),
	  SQL(
	"UPDATE volunteer"
	"   SET address_sealed = ?" WAS("person_id", "address_sealed")) },
	{ OF("volunteer", "person_id", "email_sealed", "volunteer.email", "person"),
	  SQL(
	"UPDATE volunteer"
	"   SET email_sealed = ?" WAS("person_id", "email_sealed")) },
	{ OF("guardian", "id", "phone_sealed", "guardian.phone", "person"),
	  SQL(
	"UPDATE guardian"
	"   SET phone_sealed = ?" WAS("id", "phone_sealed")) },
	{ OF("proxy", "id", "phone_sealed", "proxy.phone", "person"),
	  SQL(
	"UPDATE proxy"
	"   SET phone_sealed = ?" WAS("id", "phone_sealed")) },
	{ OF("correction", "id", "id_no_sealed", "correction.id_no", "person"),
	  SQL(
	"UPDATE correction"
	"   SET id_no_sealed = ?" WAS("id", "id_no_sealed")) },
	{ OF("correction", "id", "was_id_no_sealed", "correction.was_id_no", "person"),
	  SQL(
	"UPDATE correction"
	"   SET was_id_no_sealed = ?" WAS("id", "was_id_no_sealed")) },
	{ OWN("phone_code", "phone_sealed", "phone_code.phone"),
	  SQL(
	"UPDATE phone_code"
	"   SET phone_sealed = ?" WAS("id", "phone_sealed")) },
	{ SMALL("register_kept", "body_sealed", "register_kept.body"),
	  SQL(
	"UPDATE register_kept"
	"   SET body_sealed = ?" WAS("0", "body_sealed")) },
	{ COLUMN("message", "id", "phone_sealed", "message.phone", "t.client_msg_id", ""),
	  SQL(
	"UPDATE message"
	"   SET phone_sealed = ?" WAS("id", "phone_sealed")) },
	{ COLUMN("message", "id", "words_sealed", "message.words", "t.client_msg_id", ""),
	  SQL(
	"UPDATE message"
	"   SET words_sealed = ?" WAS("id", "words_sealed")) },
	{ OWN("household", "name_sealed", "household.name"),
	  SQL(
	"UPDATE household"
	"   SET name_sealed = ?" WAS("id", "name_sealed")) },
	{ OWN("household", "phone_sealed", "household.phone"),
	  SQL(
	"UPDATE household"
	"   SET phone_sealed = ?" WAS("id", "phone_sealed")) },
	{ OWN("household", "address_sealed", "household.address"),
	  SQL(
	"UPDATE household"
	"   SET address_sealed = ?" WAS("id", "address_sealed")) },
	{ OWN("household", "contact_sealed", "household.contact"),
	  SQL(
	"UPDATE household"
	"   SET contact_sealed = ?" WAS("id", "contact_sealed")) },
	{ OWN("household", "health_sealed", "household.health"),
	  SQL(
	"UPDATE household"
	"   SET health_sealed = ?" WAS("id", "health_sealed")) },
	{ OWN("household_person", "name_sealed", "household_person.name"),
	  SQL(
	"UPDATE household_person"
	"   SET name_sealed = ?" WAS("id", "name_sealed")) },
	{ OWN("household_person", "phone_sealed", "household_person.phone"),
	  SQL(
	"UPDATE household_person"
	"   SET phone_sealed = ?" WAS("id", "phone_sealed")) },
	{ OWN("visit", "found_health_sealed", "visit.health"),
	  SQL(
	"UPDATE visit"
	"   SET found_health_sealed = ?" WAS("id", "found_health_sealed")) },
	{ OWN("meeting_person", "name_sealed", "meeting_person.name"),
	  SQL(
	"UPDATE meeting_person"
	"   SET name_sealed = ?" WAS("id", "name_sealed")) },
	{ OF("answer", "id", "text_sealed", "answer.text", "response"),
	  SQL(
	"UPDATE answer"
	"   SET text_sealed = ?" WAS("id", "text_sealed")) },
	{ SMALL("sheet_kept", "body_sealed", "sheet_kept.body"),
	  SQL(
	"UPDATE sheet_kept"
	"   SET body_sealed = ?" WAS("0", "body_sealed")) },
	{ OWN("need", "name_sealed", "need.name"),
	  SQL(
	"UPDATE need"
	"   SET name_sealed = ?" WAS("id", "name_sealed")) },
	{ OWN("need", "phone_sealed", "need.phone"),
	  SQL(
	"UPDATE need"
	"   SET phone_sealed = ?" WAS("id", "phone_sealed")) },
	{ OWN("need", "address_sealed", "need.address"),
	  SQL(
	"UPDATE need"
	"   SET address_sealed = ?" WAS("id", "address_sealed")) },
	{ OWN("service_order", "name_sealed", "order.name"),
	  SQL(
	"UPDATE service_order"
	"   SET name_sealed = ?" WAS("id", "name_sealed")) },
	{ OWN("service_order", "phone_sealed", "order.phone"),
	  SQL(
	"UPDATE service_order"
	"   SET phone_sealed = ?" WAS("id", "phone_sealed")) },
	{ OWN("service_order", "address_sealed", "order.address"),
	  SQL(
	"UPDATE service_order"
	"   SET address_sealed = ?" WAS("id", "address_sealed")) },
	{ OWN("pairing", "contact_sealed", "pairing.contact"),
	  SQL(
	"UPDATE pairing"
	"   SET contact_sealed = ?" WAS("id", "contact_sealed")) },
	{ OWN("complaint", "name_sealed", "complaint.name"),
	  SQL(
	"UPDATE complaint"
	"   SET name_sealed = ?" WAS("id", "name_sealed")) },
	{ OWN("complaint", "phone_sealed", "complaint.phone"),
	  SQL(
	"UPDATE complaint"
	"   SET phone_sealed = ?" WAS("id", "phone_sealed")) },
	{ OWN("objection", "name_sealed", "objection.name"),
	  SQL(
	"UPDATE objection"
	"   SET name_sealed = ?" WAS("id", "name_sealed")) },
	{ OWN("objection", "phone_sealed", "objection.phone"),
	  SQL(
	"UPDATE objection"
	"   SET phone_sealed = ?" WAS("id", "phone_sealed")) },
	{ OWN("draw", "seed_sealed", "draw.seed"),
	  SQL(
	"UPDATE draw"
	"   SET seed_sealed = ?" WAS("id", "seed_sealed")) },
	{ OWN("spot_check", "seed_sealed", "spot_check.seed"),
	  SQL(
	"UPDATE spot_check"
	"   SET seed_sealed = ?" WAS("id", "seed_sealed")) },
	{ OWN("green_account", "place_sealed", "green_account.place"),
	  SQL(
	"UPDATE green_account"
	"   SET place_sealed = ?" WAS("id", "place_sealed")) },
	{ OWN("material", "phone_sealed", "material.phone"),
	  SQL(
	"UPDATE material"
	"   SET phone_sealed = ?" WAS("id", "phone_sealed")) },
	{ OWN("material_loan", "phone_sealed", "material_loan.phone"),
	  SQL(
	"UPDATE material_loan"
	"   SET phone_sealed = ?" WAS("id", "phone_sealed")) },
	{ COLUMN("destination", "id", "key_sealed", "destination.key", "t.code", ""),
	  SQL(
	"UPDATE destination"
	"   SET key_sealed = ?" WAS("id", "key_sealed")) },
	{ COLUMN("outbox", "id", "payload", "outbox.payload", "t.idem", ""),
	  SQL(
	"UPDATE outbox"
	"   SET payload = ?" WAS("id", "payload")) },
};
/* clang-format on */

struct sealed_column *sealed_columns(size_t *n)
{
	*n = sizeof(columns) / sizeof(columns[0]);
	return columns;
}
