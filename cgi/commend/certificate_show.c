/* certificate_show.c - a certificate as a page to print, and as a file to keep. */
#include <string.h>

#include "clock.h"
#include "code.h"
#include "commend.h"
#include "document_qr.h"
#include "json.h"
#include "certificate_draw.h"
#include "certificate_file.h"
#include "certificate_seal.h"

#define PAPER_COLS(X, T) \
	X(T, TEXT, payload, "payload") \
	X(T, BYTES, seal, "qr")
ROW_DEFINE(paper_row, PAPER_COLS);
static struct stmt paper_q = SQL(
	"SELECT " ROW_SELECT(PAPER_COLS)
	"  FROM certificate"
	" WHERE no = ?"
	"   AND (person_id = ? OR station_id = ?)");
static struct stmt state_q = SQL(
	"SELECT state, revoked_at, revoked_reason, notice_until, held_until"
	"  FROM certificate"
	" WHERE no = ?");

static void paper_put_service(struct rq *q, struct node *to, const struct json *j)
{
	static const char *const names[] = { "activity", "date",      "place",
					     "content",  "organiser", "evidence" };
	int64_t minutes = 0;
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		node_set(to, names[i], json_text(json_get(j, names[i])));
	(void)json_number(json_get(j, "minutes"), &minutes);
	node_int(to, "minutes", minutes);
	node_set(to, "hours", hours_text(q->arena, minutes));
}

/* The page shows what was frozen, not what the tables say today. */
static enum err paper_put(struct rq *q, const char *text)
{
	static const char *const names[] = {
		"no",      "name",    "id_type", "id_no",     "volunteer_no", "from",
		"to",      "purpose", "hours",   "capital",   "station",      "person_in_charge",
		"handler", "phone",   "address", "issued_on", "tree",         "mongolian"
	};
	static const char *const kinds[] = { "scan", "met", "list", "declared", "backfill" };
	const struct json *j;
	int64_t minutes;
	enum err e = json_parse(q->arena, text, strlen(text), &j);
	if (e)
		return e;
	struct node *to = put_list(q, "Certificate");
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		node_set(to, names[i], json_text(json_get(j, names[i])));
	for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++)
		if (json_number(json_get(json_get(j, "evidence"), kinds[i]), &minutes) && minutes)
			node_set(node_child(to, "Evidence"), kinds[i],
				 hours_text(q->arena, minutes));
	const struct json *services = json_get(j, "services");
	for (size_t i = 0; i < json_len(services); i++)
		paper_put_service(q, node_item(node_child(to, "Services")), json_at(services, i));
	return OK;
}

/* The owner's, or the issuing station's staff's; nobody else knows that it is there. */
static int64_t paper_person(const struct rq *q)
{
	return q->staff ? 0 : q->person;
}

static int64_t paper_station(const struct rq *q)
{
	return q->staff ? q->station : 0;
}

/* Nothing to show around is given out before the notice has ended: no file, no code. */
static bool paper_held(struct rq *q)
{
	const char *until = got(q, "State.held_until");
	bool held = until && *until && strcmp(until, clock_day(q->arena, q->now)) >= 0;
	put(q, "Held", held ? until : NULL);
	return held;
}

static enum err paper_load(struct rq *q, const char *no)
{
	struct paper_row r;
	enum err e = row_one(&paper_q, ARGS(A_(no), A_(paper_person(q)), A_(paper_station(q))),
			     paper_row_cols, &r);
	if (!e)
		e = paper_put(q, r.payload);
	if (!e)
		e = put_one(q, "State", &state_q, ARGS(A_(no)));
	if (!e)
		certificate_reason(put_list(q, "State"));
	if (e)
		return e;
	if (!paper_held(q))
		put(q, "Qr.text", seal_text(q->arena, no, r.seal));
	put(q, "Address", seal_text(q->arena, no, (struct bytes){ NULL, 0 }));
	return OK;
}

static enum err paper_page(struct rq *q)
{
	const char *path, *text = got(q, "Qr.text");
	int side;
	enum err e = text ? qr_path(q->arena, text, &path, &side) : OK;
	if (!e && !q->staff)
		e = put_station(q, q->station);
	if (e)
		return e;
	if (text) {
		put(q, "Qr.path", path);
		put_int(q, "Qr.side", side);
	}
	return page(q, q->staff ? "commend/certificate_print.cs" : "commend/certificate.cs");
}

/* Drawn once, and kept as it went out. */
static enum err paper_draw(struct rq *q, const char *no, const char *ext, struct bytes *file)
{
	enum err e = paper_load(q, no);
	if (!e && got(q, "Held"))
		return ERR(ERR_STALE, "held");
	if (!e)
		e = certificate_draw(q, str_eq(ext, "pdf") ? DOC_PDF : DOC_PNG, file);
	return e ? e : certificate_file_keep(no, got(q, "State.state"), ext, *file);
}

static enum err paper_file(struct rq *q, const char *no, const char *ext)
{
	struct bytes file;
	enum err e = certificate_file_find(no, ext, paper_person(q), paper_station(q), &file);
	if (e == ERR_NOT_FOUND)
		e = paper_draw(q, no, ext, &file);
	if (e == ERR_CHECK || e == ERR_TOO_LARGE || e == ERR_STALE) {
		if (e != ERR_STALE)
			put(q, "Refused", e == ERR_CHECK ? "glyph" : "sheets");
		err_clear();
		reply_status(q, 409);
		return paper_page(q);
	}
	if (e)
		return e;
	const char *name = arena_fmt(q->arena, "%s.%s", no, ext);
	const char *utf8_name = arena_fmt(q->arena, "%s%s.%s", lang("commend.paper"), no, ext);
	return str_eq(ext, "pdf") ? reply_file(q, "application/pdf", name, utf8_name, file)
				  : reply_picture(q, "image/png", name, utf8_name, file);
}

/* "/commend/certificate/C2600100001", and the same with ".pdf" or ".png" behind it. */
enum err certificate_show(struct rq *q)
{
	const char *name = arg(q, 0), *dot = strrchr(name, '.');
	const char *no = dot ? arena_dup(q->arena, name, (size_t)(dot - name)) : name;
	if (dot && !str_in(dot, ".pdf,.png"))
		return ERR_NOT_FOUND;
	if (dot)
		return paper_file(q, no, dot + 1);
	enum err e = paper_load(q, no);
	return e ? e : paper_page(q);
}
