/* leaver.c - whose records leave or come in. */
#include "transfer.h"

#include "check.h"
#include "clock.h"
#include "config.h"
#include "form.h"
#include "secret.h"

static const struct col leaver_cols[] = { LEAVER_COLS(ROW_COL_, leaver){ COL_END, 0 } };
#define LEAVER_FROM \
	" FROM volunteer v JOIN person p ON p.id = v.person_id " \
	"JOIN station s ON s.id = v.station_id " \
	"WHERE p.erased_at IS NULL AND v.state IN ('active', 'paused') AND "
static struct stmt by_no_q = SQL(
	"SELECT " ROW_SELECT(LEAVER_COLS) LEAVER_FROM "v.no = ?"
	"   AND v.station_id = ?");
static struct stmt by_person_q = SQL(
	"SELECT " ROW_SELECT(LEAVER_COLS) LEAVER_FROM "v.person_id = ?");

enum err leaver_find(struct rq *q, const char *no, struct leaver *out)
{
	enum err e = no ? row_one(&by_no_q, ARGS(A_(no), A_(q->station)), leaver_cols, out)
			: row_one(&by_person_q, ARGS(A_(q->person)), leaver_cols, out);
	if (e == ERR_NOT_FOUND && no) {
		form_error(q, "volunteer", "volunteer");
		return ERR_FORM;
	}
	return e ? e
		 : secret_unseal(q->arena, "person.id_no", out->uid, out->id_no, &out->id_no_text);
}

bool leaver_minor(const struct rq *q, const struct leaver *who)
{
	return who->birth_on &&
	       age_on(who->birth_on, clock_day(q->arena, q->now)) < cfg.guardian_age;
}

void leaver_put_asked(struct rq *q)
{
	const char *no = query(q, "volunteer");
	if (no && !form_again(q))
		put(q, "Form.volunteer", no);
}
