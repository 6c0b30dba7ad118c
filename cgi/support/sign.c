/*
 * sign.c - a volunteer signs on the phone: reads the text, ticks that they agree, and types the
 * last six of the number of their document.
 *
 * Why that: a code by SMS needs a sender, which no station has, and one by WeChat would come back
 * to the very phone on which it is asked for, and so prove nothing that the session does not prove
 * already. What somebody else who holds the unlocked phone does not know is the owner's document
 * number, which was checked when they registered. Five tries an hour; whoever has no such number
 * here, and every minor (whose guardian signs), signs on paper before staff.
 */
#include <ctype.h>
#include <string.h>

#include "check.h"
#include "clock.h"
#include "config.h"
#include "form.h"
#include "safeguard.h"
#include "secret.h"
#include "support.h"

#define SIGN_IN(X, T) \
	X(T, CODE, text, 32, 32) \
	X(T, FLAG, agree, 1, 1) \
	X(T, STR, code, 6, 6)
FORM_DEFINE(sign_in, SIGN_IN);

enum { CODE_LETTERS = 6, CODE_TRIES = 5, HOUR = 3600 };

/* Stations with which m.person may have an agreement: their own, those of projects that they signed
 * up for, those that ask them to come. Arguments: the person, three times. */
#define STATIONS \
	"(SELECT x.person, x.station, MAX(x.asked) AS asked FROM (" \
	"SELECT v.person_id AS person, v.station_id AS station, 0 AS asked FROM volunteer v" \
	" WHERE v.person_id = ?" \
	" UNION ALL SELECT l.person_id, j.station_id, j.agreement FROM application l" \
	" JOIN project j ON j.id = l.project_id WHERE l.person_id = ?" \
	" AND l.state IN ('pending', 'waiting', 'offered', 'accepted') AND j.state IN " \
	"('recruiting', 'running')" \
	" UNION ALL SELECT k.person_id, k.station_id, j.agreement FROM volunteer_ask k" \
	" JOIN activity a ON a.id = k.target_id JOIN project j ON j.id = a.project_id" \
	" WHERE k.person_id = ? AND k.purpose IN ('roster', 'leader') AND k.state = 'open') x" \
	" GROUP BY x.person, x.station) m"
static struct stmt open_q = SQL(
	"SELECT s.no, s.name AS station, t.title, t.version, m.asked"
	"  FROM " STATIONS
	"  JOIN station s ON s.id = m.station"
	"  JOIN agreement_text t ON t.id = " AGREEMENT_TEXT("m.station")
	" WHERE NOT " AGREED("m.person", "m.station", "CURDATE()")
	" ORDER BY m.asked DESC, s.no"
	" LIMIT 50");
static struct stmt mine_q = SQL(
	"SELECT LOWER(HEX(g.uid)) AS uid, s.name AS station, t.title, t.version, g.signed_on,"
	"       g.valid_until, " AGREEMENT_STATE " AS state"
	"  FROM agreement g"
	"  JOIN agreement_text t ON t.id = g.text_id"
	"  JOIN station s ON s.id = g.station_id"
	" WHERE g.person_id = ?"
	" ORDER BY g.id DESC"
	" LIMIT 50");
#define OFFER_COLS(X, T) \
	X(T, INT, id, "t.id") \
	X(T, INT, station, "s.id") \
	X(T, INT, months, "t.valid_months") \
	X(T, TEXT, uid, "LOWER(HEX(t.uid))") \
	X(T, INT, agreed, AGREED("m.person", "s.id", "CURDATE()"))
ROW_DEFINE(offer_row, OFFER_COLS);
/* And whichever has a project that wants one: it is signed before the first place is asked for. */
static struct stmt offer_q = SQL(
	"SELECT " ROW_SELECT(OFFER_COLS)
	"  FROM station s"
	"  JOIN (SELECT ? AS person) m"
	"  JOIN agreement_text t ON t.id = " AGREEMENT_TEXT("s.id")
	" WHERE s.no = ?"
	"   AND (s.id IN (SELECT station FROM " STATIONS ")"
	"       OR EXISTS (SELECT 1 FROM project j WHERE j.station_id = s.id AND j.agreement = 1"
	"       AND j.state IN ('recruiting', 'running')))");
static struct stmt text_q = SQL(
	"SELECT LOWER(HEX(t.uid)) AS uid, t.title, t.version, t.words, t.valid_months"
	"  FROM agreement_text t"
	" WHERE t.id = ?");
static struct stmt station_q = SQL(
	"SELECT no, name, phone"
	"  FROM station"
	" WHERE id = ?");
#define SIGNER_COLS(X, T) \
	X(T, BYTES, uid, "p.uid") \
	X(T, BYTES, id_no, "p.id_no_sealed") \
	X(T, TEXT, birth_on, "p.birth_on")
ROW_DEFINE(signer_row, SIGNER_COLS);
static struct stmt signer_q = SQL(
	"SELECT " ROW_SELECT(SIGNER_COLS)
	"  FROM person p"
	" WHERE p.id = ?");
static struct stmt one_q = SQL(
	"SELECT g.id"
	"  FROM agreement g"
	" WHERE g.uid = UNHEX(?)"
	"   AND g.person_id = ?");
static struct stmt show_q = SQL(
	"SELECT LOWER(HEX(g.uid)) AS uid, g.how, g.signed_on, g.valid_until, g.ended_at,"
	"       g.end_reason, s.name AS station, " AGREEMENT_STATE " AS state"
	"  FROM agreement g"
	"  JOIN station s ON s.id = g.station_id"
	" WHERE g.id = ?");

enum err mine_list(struct rq *q)
{
	int64_t me = q->person;
	enum err e = put_query(q, "Open", &open_q, ARGS(A_(me), A_(me), A_(me)));
	if (!e)
		e = put_query(q, "Signed", &mine_q, ARGS(A_(me)));
	return e ? e : page(q, "support/mine.cs");
}

enum err mine_show(struct rq *q)
{
	int64_t id;
	enum err e = db_int(&one_q, ARGS(A_(arg(q, 0)), A_(q->person)), &id);
	if (!e)
		e = put_one(q, "Agreement", &show_q, ARGS(A_(id)));
	if (!e)
		e = put_signed(q, id);
	return e ? e : page(q, "support/mine_one.cs");
}

struct signer {
	bool minor;
	const char *code; /* NULL: there is no number to ask for */
};

static enum err signer_read(struct rq *q, struct signer *s)
{
	struct signer_row p;
	const char *no = NULL;
	enum err e = row_one(&signer_q, ARGS(A_(q->person)), signer_row_cols, &p);
	if (!e)
		e = secret_unseal(q->arena, "person.id_no", p.uid, p.id_no, &no);
	if (e)
		return e;
	size_t n = no ? strlen(no) : 0;
	s->minor = p.birth_on && age_on(p.birth_on, clock_day(q->arena, q->now)) < cfg.guardian_age;
	s->code = n < CODE_LETTERS + 2 ? NULL : no + n - CODE_LETTERS;
	return OK;
}

static enum err offer_read(struct rq *q, struct offer_row *o)
{
	int64_t me = q->person;
	return row_one(&offer_q, ARGS(A_(me), A_(arg(q, 0)), A_(me), A_(me), A_(me)),
		       offer_row_cols, o);
}

enum err sign_show(struct rq *q)
{
	struct offer_row o;
	struct signer s;
	enum err e = offer_read(q, &o);
	if (!e)
		e = signer_read(q, &s);
	if (!e)
		e = put_one(q, "Text", &text_q, ARGS(A_(o.id)));
	if (!e)
		e = put_one(q, "Station", &station_q, ARGS(A_(o.station)));
	if (e)
		return e;
	put_lines(q);
	put_int(q, "Agreed", o.agreed ? 1 : DB_NONE);
	put_int(q, "Minor", s.minor ? 1 : DB_NONE);
	put_int(q, "Can.sign", !o.agreed && !s.minor && s.code ? 1 : DB_NONE);
	return page(q, "support/sign.cs");
}

static bool code_same(const char *typed, const char *code)
{
	char upper[CODE_LETTERS];
	if (strlen(typed) != CODE_LETTERS)
		return false;
	for (size_t i = 0; i < CODE_LETTERS; i++)
		upper[i] = (char)toupper((unsigned char)typed[i]);
	return secret_equal(upper, code, CODE_LETTERS);
}

static enum err sign_store(void *ctx)
{
	return agreement_keep(ctx);
}

/* What was read is what is signed, and the person is who the session says. */
static enum err sign_check(struct rq *q, const struct offer_row *o)
{
	struct sign_in in;
	struct signer s;
	enum err e = signer_read(q, &s);
	if (!e && (s.minor || !s.code))
		e = ERR(ERR_STALE, "signs on paper");
	if (e)
		return e;
	if (!form_read(q, sign_in_fields, &in))
		return ERR_FORM;
	e = throttle(q, "support.sign", arena_fmt(q->arena, "%lld", (long long)q->person),
		     CODE_TRIES, HOUR);
	if (e)
		return e;
	if (!str_eq(in.text, o->uid))
		form_error(q, NULL, "text_newer");
	else if (!code_same(in.code, s.code))
		form_error(q, "code", "code_wrong");
	return form_ok(q) ? OK : ERR_FORM;
}

enum err sign(struct rq *q)
{
	struct offer_row o;
	enum err e = offer_read(q, &o);
	if (!e && o.agreed)
		return see(q, "/support/mine?done=signed");
	if (!e)
		e = sign_check(q, &o);
	if (e)
		return e;
	struct signing s = { .q = q,
			     .station = o.station,
			     .text = o.id,
			     .person = q->person,
			     .months = o.months,
			     .document = DB_NONE,
			     .how = "phone",
			     .action = "agreement.sign",
			     .on = clock_day(q->arena, q->now),
			     .uid = secret_uid(q->arena) };
	e = db_tx(sign_store, &s);
	if (e && e != ERR_DUPLICATE)
		return e;
	return see(q, "/support/mine?done=signed");
}
