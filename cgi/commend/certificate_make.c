/*
 * certificate_make.c - a certificate of service 志愿服务记录证明 is made: effective records of one
 * station and one person in a period, numbered without gaps, everything printed on it frozen as
 * JSON.
 *
 * Its fields follow 令67 art. 15 and 民发〔2015〕149号: identity, services, issuer, number and day.
 */
#include <string.h>

#include "clock.h"
#include "commend.h"
#include "identity.h"
#include "json.h"
#include "ledger.h"
#include "certificate_seal.h"
#include "secret.h"
#include "setting.h"

enum { ROWS_MAX = 500, DAY = 86400 };

#define SERVICE_COLS(X, T) \
	X(T, TEXT, activity, "a.title") \
	X(T, TEXT, date, "r.served_on") \
	X(T, TEXT, place, "a.place") \
	X(T, TEXT, content, "COALESCE(NULLIF(r.content, ''), NULLIF(a.content, ''), a.title)") \
	X(T, TEXT, organiser, "COALESCE(NULLIF(a.organiser, ''), s.name)") \
	X(T, TEXT, evidence, "r.evidence") \
	X(T, INT, minutes, "r.minutes")
ROW_DEFINE(service_row, SERVICE_COLS);
static struct stmt services_q = SQL(
	"SELECT " ROW_SELECT(SERVICE_COLS)
	"  FROM service_record r"
	"  JOIN activity a ON a.id = r.activity_id"
	"  JOIN station s ON s.id = r.station_id"
	" WHERE r.person_id = ?"
	"   AND r.station_id = ?"
	"   AND r.state = 'effective'"
	"   AND r.served_on BETWEEN ? AND ?"
	" ORDER BY r.served_on, r.starts_at, r.id"
	" LIMIT 501");

#define HOLDER_COLS(X, T) \
	X(T, BYTES, uid, "p.uid") \
	X(T, TEXT, name, "p.name") \
	X(T, TEXT, id_type, "c.name") \
	X(T, BYTES, id_no, "p.id_no_sealed") \
	X(T, TEXT, volunteer_no, "v.no") \
	X(T, TEXT, platform_no, "v.platform_no")
ROW_DEFINE(holder_row, HOLDER_COLS);
static struct stmt holder_q = SQL(
	"SELECT " ROW_SELECT(HOLDER_COLS)
	"  FROM person p"
	"  JOIN volunteer v ON v.person_id = p.id"
	"  LEFT JOIN code_item c ON c.list = 'id_type' AND c.code = p.id_type"
	" WHERE p.id = ?"
	"   AND p.erased_at IS NULL");

#define ISSUER_COLS(X, T) \
	X(T, INT, no, "no") \
	X(T, TEXT, name, "name") \
	X(T, TEXT, person_in_charge, "person_in_charge") \
	X(T, TEXT, phone, "phone") \
	X(T, TEXT, address, "address")
ROW_DEFINE(issuer_row, ISSUER_COLS);
static struct stmt issuer_q = SQL(
	"SELECT " ROW_SELECT(ISSUER_COLS)
	"  FROM station"
	" WHERE id = ?");

/* number_next() has locked and moved the counter in this transaction: the serial is ours. */
static struct stmt serial_q = SQL(
	"SELECT next_no - 1"
	"  FROM serial"
	" WHERE kind = 'C'"
	"   AND station_id = ?"
	"   AND year = ?");
static struct stmt add_q = SQL(
	"INSERT INTO certificate (uid, no, station_id, year, serial, person_id, from_on, to_on,"
	"       minutes, scan_minutes, list_minutes, declared_minutes, backfill_minutes,"
	"       met_minutes, records, purpose, issued_at, issued_by, handler, payload, qr,"
	"       tree_size, notice_until, held_until)"
	" VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");

/* Somebody says that an hour of it is wrong: until that is decided nothing is certified. */
static struct stmt disputed_q = SQL(
	"SELECT COUNT(*)"
	"  FROM service_record r"
	"  JOIN objection o ON o.record_id = r.id AND o.state = 'open'"
	" WHERE r.person_id = ?"
	"   AND r.station_id = ?"
	"   AND r.state = 'effective'"
	"   AND r.served_on BETWEEN ? AND ?");
static struct stmt waiting_q = SQL(
	"SELECT COUNT(*)"
	"  FROM ledger_event"
	" WHERE at < ?");

enum { SCAN, LIST, DECLARED, BACKFILL, MET, KINDS }; /* as in the seal */
static const char *const kinds[KINDS] = { "scan", "list", "declared", "backfill", "met" };

struct making {
	struct rq *q;
	const struct certify *c;
	struct holder_row holder;
	struct issuer_row issuer;
	const char *id_no, *id_last; /* masked; its last four characters */
	struct ledger_head head;     /* of the ledger; no is DB_NONE when there is none */
	struct service_row *v;
	size_t n;
	int64_t minutes, by_kind[KINDS];
	int64_t notice_days, held, mongolian; /* rules of the station */
	const char *fault, *no;
};

static enum err certificate_gather(struct making *m)
{
	struct arena *a = m->q->arena;
	const struct certify *c = m->c;
	const char *id_no = NULL;
	enum err e = row_one(&holder_q, ARGS(A_(c->person_id)), holder_row_cols, &m->holder);
	if (!e)
		e = row_one(&issuer_q, ARGS(A_(c->station_id)), issuer_row_cols, &m->issuer);
	if (!e && m->holder.id_no.p)
		e = secret_unseal(a, "person.id_no", m->holder.uid, m->holder.id_no, &id_no);
	if (!e)
		e = row_all(&services_q,
			    ARGS(A_(c->person_id), A_(c->station_id), A_(c->from), A_(c->to)),
			    service_row_cols, sizeof(*m->v), &m->v, &m->n);
	m->id_no = id_no ? identity_mask(a, id_no) : NULL;
	m->id_last = id_no && strlen(id_no) > 4 ? id_no + strlen(id_no) - 4 : "";
	m->minutes = 0;
	memset(m->by_kind, 0, sizeof(m->by_kind));
	for (size_t i = 0; !e && i < m->n; i++)
		for (int k = 0; k < KINDS; k++)
			if (str_eq(m->v[i].evidence, kinds[k])) {
				m->by_kind[k] += m->v[i].minutes;
				m->minutes += m->v[i].minutes;
			}
	return e;
}

static void payload_pair(struct json_w *w, const char *key, const char *value)
{
	json_key(w, key);
	json_str(w, str_or(value, ""));
}

static void payload_services(struct json_w *w, const struct making *m)
{
	json_key(w, "services");
	json_open(w, '[');
	for (size_t i = 0; i < m->n; i++) {
		const struct service_row *r = &m->v[i];
		json_open(w, '{');
		payload_pair(w, "activity", r->activity);
		payload_pair(w, "date", r->date);
		payload_pair(w, "place", r->place);
		payload_pair(w, "content", r->content);
		payload_pair(w, "organiser", r->organiser);
		payload_pair(w, "evidence", r->evidence);
		json_key(w, "minutes");
		json_int(w, r->minutes);
		json_close(w, '}');
	}
	json_close(w, ']');
}

/* All that is printed, so that the paper of ten years ago can be printed again as it was. */
static const char *certificate_payload(const struct making *m)
{
	struct arena *a = m->q->arena;
	struct json_w w = { .buf = { .arena = a } };
	json_open(&w, '{');
	payload_pair(&w, "format", "zyz-certificate-1");
	payload_pair(&w, "no", m->no);
	payload_pair(&w, "name", m->holder.name);
	payload_pair(&w, "id_type", m->holder.id_type);
	payload_pair(&w, "id_no", m->id_no);
	payload_pair(&w, "volunteer_no", str_or(m->holder.platform_no, m->holder.volunteer_no));
	payload_pair(&w, "from", m->c->from);
	payload_pair(&w, "to", m->c->to);
	payload_pair(&w, "purpose", m->c->purpose);
	payload_pair(&w, "hours", hours_text(a, m->minutes));
	payload_pair(&w, "capital", hours_capital(a, m->minutes));
	payload_pair(&w, "station", m->issuer.name);
	payload_pair(&w, "person_in_charge", m->issuer.person_in_charge);
	payload_pair(&w, "handler", m->c->handler);
	payload_pair(&w, "phone", m->issuer.phone);
	payload_pair(&w, "address", m->issuer.address);
	payload_pair(&w, "issued_on", clock_day(a, m->q->now));
	if (m->mongolian)
		payload_pair(&w, "mongolian", lang("commend.paper_mongolian"));
	if (m->head.no != DB_NONE)
		payload_pair(&w, "tree",
			     arena_fmt(a, "%lld %.16s", (long long)m->head.size, m->head.root));
	json_key(&w, "minutes");
	json_int(&w, m->minutes);
	json_key(&w, "evidence");
	json_open(&w, '{');
	for (int k = 0; k < KINDS; k++) {
		json_key(&w, kinds[k]);
		json_int(&w, m->by_kind[k]);
	}
	json_close(&w, '}');
	payload_services(&w, m);
	json_close(&w, '}');
	return w.buf.p;
}

static struct bytes certificate_seal(const struct making *m)
{
	struct seal s = {
		.no = m->no,
		.name = m->holder.name,
		.id_last = m->id_last,
		.station = m->issuer.name,
		.from = m->c->from,
		.to = m->c->to,
		.issued = clock_day(m->q->arena, m->q->now),
		.tree_size = m->head.no == DB_NONE ? DB_NONE : m->head.size,
	};
	for (int k = 0; k < KINDS; k++)
		s.minutes[k] = m->by_kind[k];
	return seal_make(m->q->arena, &s);
}

static enum err certificate_rules(struct making *m)
{
	int64_t station = m->c->station_id;
	enum err e = setting_rule(station, "certificate_notice_days", CERTIFICATE_NOTICE_DAYS,
				  &m->notice_days);
	if (!e)
		e = setting_rule(station, "certificate_notice_first", 0, &m->held);
	return e ? e : setting_rule(station, "paper_mongolian", 0, &m->mongolian);
}

static enum err certificate_store(struct making *m)
{
	struct rq *q = m->q;
	const struct certify *c = m->c;
	int year = clock_year(q->now);
	int64_t serial, id;
	enum err e = number_next(&q->actor, 'C', c->station_id, &m->no);
	if (!e)
		e = db_int(&serial_q, ARGS(A_(c->station_id), A_(year)), &serial);
	if (!e)
		e = certificate_rules(m);
	if (e)
		return e;
	const char *until = clock_day(q->arena, q->now + m->notice_days * DAY);
	e = db_exec(&add_q,
		    ARGS(A_(c->uid), A_(m->no), A_(c->station_id), A_(year), A_(serial),
			 A_(c->person_id), A_(c->from), A_(c->to), A_(m->minutes),
			 A_(m->by_kind[SCAN]), A_(m->by_kind[LIST]), A_(m->by_kind[DECLARED]),
			 A_(m->by_kind[BACKFILL]), A_(m->by_kind[MET]), A_((int64_t)m->n),
			 A_(c->purpose), A_(clock_time(q->arena, q->now)), A_(c->issued_by),
			 A_(c->handler), A_(certificate_payload(m)), A_(certificate_seal(m)),
			 A_(m->head.no == DB_NONE ? DB_NONE : m->head.size), A_(until),
			 A_(m->held ? until : NULL)),
		    &id);
	return e ? e : audit(&q->actor, "certificate.issue", "certificate", id, m->no);
}

/* While nobody signs the ledger nobody could prove an hour: then nothing is certified. */
static enum err certificate_check_ledger(struct making *m)
{
	const char *late = clock_time(m->q->arena, m->q->now - LEDGER_LATE_SECONDS);
	int64_t waiting = 0;
	enum err e = ledger_head(m->q->arena, &m->head);
	if (e == ERR_NOT_FOUND) {
		err_clear();
		m->head.no = DB_NONE;
		e = db_int(&waiting_q, ARGS(A_(late)), &waiting);
	} else if (!e) {
		waiting = m->q->now - m->head.at > LEDGER_LATE_SECONDS;
	}
	if (!e && waiting)
		m->fault = "ledger_late";
	return e;
}

static enum err certificate_make(void *ctx)
{
	struct making *m = ctx;
	const struct certify *c = m->c;
	int64_t disputed = 0;
	m->fault = NULL;
	enum err e = certificate_gather(m);
	if (!e)
		e = db_int(&disputed_q,
			   ARGS(A_(c->person_id), A_(c->station_id), A_(c->from), A_(c->to)),
			   &disputed);
	if (!e)
		e = certificate_check_ledger(m);
	if (!e && disputed)
		m->fault = "disputed";
	else if (!e && m->minutes == 0)
		m->fault = "zero";
	else if (!e && m->n > ROWS_MAX)
		m->fault = "many";
	return e || m->fault ? e : certificate_store(m);
}

enum err certify(struct rq *q, const struct certify *c, const char **fault, const char **no)
{
	struct making m = { .q = q, .c = c };
	enum err e = db_tx(certificate_make, &m);
	if (e)
		return e;
	*fault = m.fault;
	if (!m.fault)
		*no = m.no;
	return OK;
}
