/* rotate_digests.c - the columns of digests, one to a line. */
#include "rotate_digests.h"

/* clang-format off */
#define COLUMN(table, column) \
	table "." column, \
	SQL("SELECT DISTINCT t." column " AS old FROM " table " t" \
	    " LEFT JOIN index_move m ON m.old = t." column \
	    " LEFT JOIN index_move k ON k.new = t." column \
	    " WHERE t." column " IS NOT NULL AND m.old IS NULL AND k.new IS NULL LIMIT 2000")

static struct digest_column columns[] = {
	{ COLUMN("person", "id_no_index"),
	  SQL(
	"UPDATE person t"
	"  JOIN index_move m ON m.old = t.id_no_index"
	"   SET t.id_no_index = m.new") },
	{ COLUMN("person", "phone_index"),
	  SQL(
	"UPDATE person t"
	"  JOIN index_move m ON m.old = t.phone_index"
	"   SET t.phone_index = m.new") },
	{ COLUMN("guardian", "phone_index"),
	  SQL(
	"UPDATE guardian t"
	"  JOIN index_move m ON m.old = t.phone_index"
	"   SET t.phone_index = m.new") },
	{ COLUMN("proxy", "phone_index"),
	  SQL(
	"UPDATE proxy t"
	"  JOIN index_move m ON m.old = t.phone_index"
	"   SET t.phone_index = m.new") },
	{ COLUMN("proxy", "code_mac"),
	  SQL(
	"UPDATE proxy t"
	"  JOIN index_move m ON m.old = t.code_mac"
	"   SET t.code_mac = m.new") },
	{ COLUMN("correction", "id_no_index"),
	  SQL(
	"UPDATE correction t"
	"  JOIN index_move m ON m.old = t.id_no_index"
	"   SET t.id_no_index = m.new") },
	{ COLUMN("phone_code", "phone_index"),
	  SQL(
	"UPDATE phone_code t"
	"  JOIN index_move m ON m.old = t.phone_index"
	"   SET t.phone_index = m.new") },
	{ COLUMN("register_kept", "phone_index"),
	  SQL(
	"UPDATE register_kept t"
	"  JOIN index_move m ON m.old = t.phone_index"
	"   SET t.phone_index = m.new") },
	{ COLUMN("register_kept", "guardian_index"),
	  SQL(
	"UPDATE register_kept t"
	"  JOIN index_move m ON m.old = t.guardian_index"
	"   SET t.guardian_index = m.new") },
	{ COLUMN("household", "name_index"),
	  SQL(
	"UPDATE household t"
	"  JOIN index_move m ON m.old = t.name_index"
	"   SET t.name_index = m.new") },
	{ COLUMN("household", "phone_index"),
	  SQL(
	"UPDATE household t"
	"  JOIN index_move m ON m.old = t.phone_index"
	"   SET t.phone_index = m.new") },
	{ COLUMN("need", "phone_index"),
	  SQL(
	"UPDATE need t"
	"  JOIN index_move m ON m.old = t.phone_index"
	"   SET t.phone_index = m.new") },
	{ COLUMN("service_order", "phone_index"),
	  SQL(
	"UPDATE service_order t"
	"  JOIN index_move m ON m.old = t.phone_index"
	"   SET t.phone_index = m.new") },
	{ COLUMN("complaint", "phone_index"),
	  SQL(
	"UPDATE complaint t"
	"  JOIN index_move m ON m.old = t.phone_index"
	"   SET t.phone_index = m.new") },
	{ COLUMN("objection", "phone_index"),
	  SQL(
	"UPDATE objection t"
	"  JOIN index_move m ON m.old = t.phone_index"
	"   SET t.phone_index = m.new") },
	{ COLUMN("response", "follow_index"),
	  SQL(
	"UPDATE response t"
	"  JOIN index_move m ON m.old = t.follow_index"
	"   SET t.follow_index = m.new") },
	{ COLUMN("sheet_kept", "code_index"),
	  SQL(
	"UPDATE sheet_kept t"
	"  JOIN index_move m ON m.old = t.code_index"
	"   SET t.code_index = m.new") },
};
/* clang-format on */

struct digest_column *digest_columns(size_t *n)
{
	*n = sizeof(columns) / sizeof(columns[0]);
	return columns;
}
