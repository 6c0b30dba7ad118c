/* invite.c - 邀请: staff make an address for a position, give it on as a link or a QR code, and take
 * it back; whoever opens it signs up by it, also where the project is not open to all. */
#include "invite.h"

#include <string.h>

#include "clock.h"
#include "config.h"
#include "document_qr.h"
#include "form.h"
#include "secret.h"
#include "shift.h"

#define INVITE_IN(X, T) \
	X(T, INT, days, 1, 60) \
	X(T, INT, most, 1, 500)
FORM_DEFINE(invite_in, INVITE_IN);
#define COME_IN(X, T) X(T, NO, shift, 0, 24)
FORM_DEFINE(come_in, COME_IN);

enum { UID_TEXT = 32, MAC_BYTES = 12, DAY = 86400, USUAL_DAYS = 14, USUAL_MOST = 30 };

static struct stmt here_q = SQL(
	"SELECT o.id"
	"  FROM position o"
	"  JOIN project p ON p.id = o.project_id"
	" WHERE o.uid = UNHEX(?)"
	"   AND p.no = ?"
	"   AND p.station_id = ?"
	"   AND p.state IN ('approved', 'recruiting', 'running')");
static struct stmt project_q = SQL(
	"SELECT p.no, p.title"
	"  FROM position o"
	"  JOIN project p ON p.id = o.project_id"
	" WHERE o.id = ?");
static struct stmt position_q = SQL(
	"SELECT LOWER(HEX(uid)) AS uid, title"
	"  FROM position"
	" WHERE id = ?");
static struct stmt add_q = SQL(
	"INSERT INTO recruit_invite (uid, position_id, project_id, station_id, most, until_at,"
	"       made_by, made_at)"
	" SELECT ?, o.id, o.project_id, p.station_id, ?, ?, ?, ?"
	"  FROM position o"
	"  JOIN project p ON p.id = o.project_id"
	" WHERE o.id = ?");
static struct stmt list_q = SQL(
	"SELECT LOWER(HEX(i.uid)) AS uid, i.most, i.used, i.until_at, i.made_at, f.name AS made_by,"
	"       i.ended_at, IF(i.ended_at IS NULL AND i.until_at > ? AND i.used < i.most, 1, NULL)"
	"       AS good"
	"  FROM recruit_invite i"
	"  JOIN staff f ON f.id = i.made_by"
	" WHERE i.position_id = ?"
	" ORDER BY i.id DESC"
	" LIMIT 30");
static struct stmt card_q = SQL(
	"SELECT LOWER(HEX(i.uid)) AS uid, i.most, i.used, i.until_at, i.ended_at,"
	"       o.title AS position, LOWER(HEX(o.uid)) AS position_uid, p.no AS project_no,"
	"       p.title AS project"
	"  FROM recruit_invite i"
	"  JOIN position o ON o.id = i.position_id"
	"  JOIN project p ON p.id = i.project_id"
	" WHERE i.uid = UNHEX(?)"
	"   AND p.no = ?"
	"   AND i.station_id = ?");
static struct stmt id_q = SQL(
	"SELECT id"
	"  FROM recruit_invite"
	" WHERE uid = UNHEX(?)");
static struct stmt end_q = SQL(
	"UPDATE recruit_invite"
	"   SET ended_by = ?, ended_at = ?"
	" WHERE id = ?"
	"   AND ended_at IS NULL");
#define OPEN_COLS(X, T) \
	X(T, INT, id, "i.id") \
	X(T, INT, position, "i.position_id") \
	X(T, TEXT, position_uid, "LOWER(HEX(o.uid))") \
	X(T, TEXT, project_no, "p.no") \
	X(T, INT, good, "i.ended_at IS NULL AND i.until_at > ? AND i.used < i.most")
ROW_DEFINE(open_row, OPEN_COLS);
static struct stmt open_q = SQL(
	"SELECT " ROW_SELECT(OPEN_COLS)
	"  FROM recruit_invite i"
	"  JOIN position o ON o.id = i.position_id"
	"  JOIN project p ON p.id = i.project_id AND p.published_at IS NOT NULL"
	" WHERE i.uid = UNHEX(?)");
static struct stmt show_q = SQL(
	"SELECT p.no, p.title, p.place, p.starts_on, p.ends_on, o.title AS position,"
	"       o.description, o.conditions, s.name AS station, p.contact_name, p.contact_phone"
	"  FROM position o"
	"  JOIN project p ON p.id = o.project_id"
	"  JOIN station s ON s.id = p.station_id"
	" WHERE o.id = ?");
static struct stmt shifts_q = SQL(
	"SELECT b.no, b.title, b.starts_at, b.ends_at, b.place, s.wanted - s.taken AS places,"
	"       (SELECT a.state FROM application a WHERE a.activity_id = b.id AND a.person_id = ?"
	"       AND a.position_id = s.position_id) AS state"
	"  FROM shift s"
	"  JOIN activity b ON b.id = s.activity_id AND b.state = 'published'"
	" WHERE s.position_id = ?"
	"   AND s.opens_at <= ?"
	"   AND s.closes_at > ?"
	" ORDER BY b.starts_at, b.id"
	" LIMIT 30");
static struct stmt mine_q = SQL(
	"SELECT state"
	"  FROM application"
	" WHERE position_id = ?"
	"   AND person_id = ?"
	"   AND activity_id IS NULL");
static const char *invite_mac(struct arena *a, const char *uid)
{
	struct bytes m = secret_mac(a, "recruit.invite",
				    (struct bytes){ (const uint8_t *)uid, strlen(uid) });
	m.n = MAC_BYTES;
	return hex_encode(a, m);
}

/* The uid in the address, when its MAC is ours; NULL. */
static const char *invite_uid(struct rq *q, const char *token)
{
	if (strlen(token) != UID_TEXT + 2 * MAC_BYTES)
		return NULL;
	const char *uid = arena_dup(q->arena, token, UID_TEXT);
	bool ours = secret_equal(token + UID_TEXT, invite_mac(q->arena, uid), 2 * MAC_BYTES);
	return ours ? uid : NULL;
}

enum err invite_list(struct rq *q)
{
	int64_t position;
	enum err e = db_int(&here_q, ARGS(A_(arg(q, 1)), A_(arg(q, 0)), A_(q->station)), &position);
	if (!e)
		e = put_one(q, "Project", &project_q, ARGS(A_(position)));
	if (!e)
		e = put_one(q, "Position", &position_q, ARGS(A_(position)));
	if (!e)
		e = put_query(q, "Invites", &list_q,
			      ARGS(A_(clock_time(q->arena, q->now)), A_(position)));
	if (!e && !form_again(q)) {
		put_int(q, "Form.days", USUAL_DAYS);
		put_int(q, "Form.most", USUAL_MOST);
	}
	return e ? e : page(q, "recruit/manage_invites.cs");
}

struct inviting {
	struct rq *q;
	struct invite_in in;
	struct bytes uid;
	int64_t position, id;
};

static enum err invite_add(void *ctx)
{
	struct inviting *v = ctx;
	struct rq *q = v->q;
	int64_t midnight = 0, id;
	(void)clock_parse_day(clock_day(q->arena, q->now), &midnight);
	/* The last day counts whole. */
	const char *until = clock_time(q->arena, midnight + (v->in.days + 1) * DAY);
	enum err e = db_exec(&add_q,
			     ARGS(A_(v->uid), A_(v->in.most), A_(until), A_(q->staff),
				  A_(clock_time(q->arena, q->now)), A_(v->position)),
			     &id);
	return e ? e
		 : audit(&q->actor, "recruit.invite", "recruit_invite", id,
			 arena_fmt(q->arena, "%lld", (long long)v->in.most));
}

enum err invite_make(struct rq *q)
{
	struct inviting v = { .q = q, .uid = secret_uid(q->arena) };
	enum err e = db_int(&here_q, ARGS(A_(arg(q, 1)), A_(arg(q, 0)), A_(q->station)),
			    &v.position);
	if (e)
		return e;
	if (!form_read(q, invite_in_fields, &v.in))
		return ERR_FORM;
	e = db_tx(invite_add, &v);
	return e ? e
		 : see(q, "/recruit/manage/%s/invite/%s", arg(q, 0), hex_encode(q->arena, v.uid));
}

/* With the address, as words and as a picture to be put up. */
enum err invite_card(struct rq *q)
{
	const char *d;
	int side;
	enum err e = put_one(q, "Invite", &card_q,
			     ARGS(A_(arg(q, 1)), A_(arg(q, 0)), A_(q->station)));
	if (e)
		return e;
	const char *uid = got(q, "Invite.uid");
	const char *url = arena_fmt(q->arena, "%s/recruit/invite/%s%s", cfg.base_url, uid,
				    invite_mac(q->arena, uid));
	e = qr_path(q->arena, url, &d, &side);
	if (e)
		return e;
	put(q, "Invite.url", url);
	put(q, "Invite.path", d);
	put_int(q, "Invite.side", side);
	put_int(q, "Invite.old",
		strcmp(got(q, "Invite.until_at"), clock_time(q->arena, q->now)) <= 0 ? 1 : DB_NONE);
	return page(q, "recruit/manage_invite.cs");
}

static enum err invite_ended(void *ctx)
{
	struct inviting *v = ctx;
	struct rq *q = v->q;
	enum err e = db_change(&end_q,
			       ARGS(A_(q->staff), A_(clock_time(q->arena, q->now)), A_(v->id)));
	return e ? e : audit(&q->actor, "recruit.uninvite", "recruit_invite", v->id, NULL);
}

enum err invite_end(struct rq *q)
{
	struct inviting v = { .q = q };
	enum err e = put_one(q, "Invite", &card_q,
			     ARGS(A_(arg(q, 1)), A_(arg(q, 0)), A_(q->station)));
	if (!e)
		e = db_int(&id_q, ARGS(A_(arg(q, 1))), &v.id);
	if (!e)
		e = db_tx(invite_ended, &v);
	return e ? e
		 : see(q, "/recruit/manage/%s/position/%s/invite?done=invite_ended", arg(q, 0),
		       got(q, "Invite.position_uid"));
}

/* What the address leads to; whoever guesses one finds nothing. */
static enum err invite_open(struct rq *q, struct open_row *o)
{
	const char *uid = invite_uid(q, arg(q, 0));
	if (!uid)
		return ERR_NOT_FOUND;
	return row_one(&open_q, ARGS(A_(clock_time(q->arena, q->now)), A_(uid)), open_row_cols, o);
}

static enum err put_invited(struct rq *q, const struct open_row *o)
{
	const char *now = clock_time(q->arena, q->now);
	struct notice_row n;
	struct may m;
	enum err e = put_one(q, "Mine", &mine_q, ARGS(A_(o->position), A_(q->person)));
	if (!e || e == ERR_NOT_FOUND)
		e = put_query(q, "Shifts", &shifts_q,
			      ARGS(A_(q->person), A_(o->position), A_(now), A_(now)));
	if (!e)
		e = notice_no(o->project_no, &n);
	if (!e)
		e = may_read(q, &n, NULL, o->position_uid, &m);
	if (e || !m.n)
		return e;
	m.invited = true;
	struct why w = may_position(&m, &m.v[0]);
	for (size_t i = 0; i < w.n; i++)
		node_set(node_item(put_list(q, "Why")), "text", w.text[i]);
	bool live = str_in(str_or(got(q, "Mine.state"), ""), "pending,accepted,waiting,offered");
	put_int(q, "Can.apply", !w.n && !live && o->good ? 1 : DB_NONE);
	return OK;
}

enum err invite_show(struct rq *q)
{
	struct open_row o;
	enum err e = invite_open(q, &o);
	if (!e)
		e = put_one(q, "Project", &show_q, ARGS(A_(o.position)));
	if (e)
		return e;
	put(q, "Token", arg(q, 0));
	put_int(q, "Good", o.good ? 1 : DB_NONE);
	bool volunteer = q->who.roles & ROLE_VOLUNTEER;
	put_int(q, "SignIn", o.good && !q->who.session_id ? 1 : DB_NONE);
	put_int(q, "Register", o.good && !volunteer && (q->who.roles & ROLE_WECHAT) ? 1 : DB_NONE);
	e = volunteer ? put_invited(q, &o) : OK;
	return e ? e : page(q, "recruit/invite.cs");
}

static enum err invite_sign(struct rq *q, const struct open_row *o, const char *no)
{
	struct notice_row n;
	struct shift_row h;
	struct may m;
	enum err e = notice_no(o->project_no, &n);
	if (!e && no)
		e = shift_no(no, &h, &n);
	/* An invitation to one work is none to another. */
	if (!e && no && h.position != o->position)
		e = ERR_NOT_FOUND;
	if (!e)
		e = may_read(q, &n, no ? &h : NULL, o->position_uid, &m);
	if (!e && !m.n)
		e = ERR_NOT_FOUND;
	if (e)
		return e;
	m.invited = true;
	struct why w = may_position(&m, &m.v[0]);
	if (w.n)
		return apply_refuse(q, &m.v[0], &w, invite_show);
	struct sign_up s = { .q = q,
			     .notice = &n,
			     .seat = { o->position, no ? h.id : DB_NONE },
			     .mode = no ? h.mode : m.v[0].mode,
			     .person = q->person,
			     .invite = o->id };
	e = sign_up(&s);
	if (e == ERR_CHECK && (s.clash.no || s.lacks))
		return sign_refuse(q, &s);
	/* The same click twice, or another position of the project. */
	if (e == ERR_DUPLICATE && s.before.id != DB_NONE)
		s.state = s.before.state;
	else if (e == ERR_DUPLICATE) {
		form_error(q, NULL, "one_position");
		return ERR_FORM;
	} else if (e)
		return e;
	return no ? see(q, "/recruit/shift/%s?done=%s", no, apply_done(s.state))
		  : see(q, "/recruit/%s?done=%s", o->project_no, apply_done(s.state));
}

enum err invite_apply(struct rq *q)
{
	struct come_in in;
	struct open_row o;
	enum err e = invite_open(q, &o);
	if (!e && !o.good)
		e = ERR(ERR_STALE, "invitation is over");
	if (e)
		return e;
	if (!form_read(q, come_in_fields, &in))
		return ERR_FORM;
	return invite_sign(q, &o, in.shift);
}
