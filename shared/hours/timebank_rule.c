/* timebank_rule.c - which rule of the time bank holds for a station. */
#include "timebank.h"

static struct stmt rule_q = SQL(
	"SELECT " ROW_SELECT(BANK_RULE_COLS)
	"  FROM station s"
	"  JOIN timebank_rule r ON " BANK_RULE_OF
	" WHERE s.id = ?"
	BANK_RULE_NEAREST);

enum err bank_rule(int64_t station, struct bank_rule *r)
{
	enum err e = row_one(&rule_q, ARGS(A_(station)), bank_rule_cols, r);
	if (e == ERR_NOT_FOUND) {
		*r = (struct bank_rule){
			.minors = "no", .categories = "", .beyond = "none", .team = "none"
		};
		e = OK;
	}
	return e;
}
