/* register.c - registration by the volunteer, and by staff for people without a phone. */
#include "config.h"
#include "enrol.h"
#include "phone_code.h"
#include "region_choice.h"
#include "register_kept.h"
#include "secret.h"

enum { TRIES = 20, WINDOW = 3600 };

/* Stations near by, and one that says: none of them. */
static struct stmt homes_q = SQL(
	"SELECT no AS code, name"
	"  FROM station"
	" WHERE state = 'open'"
	"   AND kind = 'station'"
	" ORDER BY no = ? DESC, LEFT(region_code, 6) = LEFT(?, 6) DESC, no"
	" LIMIT 12");

enum err put_homes(struct rq *q)
{
	const char *near = "", *no = str_or(cookie(q, "station"), "0");
	enum err e = region_near(q, &near);
	if (!e)
		e = put_query(q, "Homes", &homes_q, ARGS(A_(no), A_(near)));
	if (e || !node_count(put_list(q, "Homes")))
		return e;
	struct node *none = node_item(put_list(q, "Homes"));
	node_set(none, "code", "0");
	node_set(none, "name", lang("account.home_none"));
	return OK;
}

static enum err put_enrol_choices(struct rq *q)
{
	put_int(q, "GuardianAge", cfg.guardian_age);
	return put_choices(q);
}

/* What came before: a WeChat, or a phone that was proved and stands in the form. */
static enum err put_proved(struct rq *q)
{
	struct phone_proof p;
	enum err e = phone_proof_of_session(q, &p);
	put(q, "Wechat", q->who.wechat_id ? "1" : NULL);
	put(q, "Codes", phone_codes() ? "1" : NULL);
	if (e)
		return e == ERR_NOT_FOUND ? OK : e;
	put(q, "Proved", "1");
	if (!form_again(q))
		put(q, "Form.phone", p.phone);
	return OK;
}

enum err register_show(struct rq *q)
{
	if (q->person)
		return see(q, "%s", path_back(q, "/account/me?done=registered_here"));
	enum err e = OK;
	if (!form_again(q)) {
		put(q, "Form.id_type", "01");
		e = register_kept_load(q);
	}
	put(q, "To", path_back(q, NULL));
	if (!e)
		e = put_proved(q);
	if (!e)
		e = put_enrol_choices(q);
	if (!e)
		e = put_homes(q);
	return e ? e : page(q, "account/register.cs");
}

/* Somebody else has this id number, for all we know; word says what to do about it. */
static enum err enrol_new(struct enrol *n, const char *word)
{
	enum err e = enrol_write(n);
	if (e || n->result != ENROL_TAKEN)
		return e;
	form_error(n->q, "id_no", word);
	return ERR_FORM;
}

static struct stmt own_q = SQL(
	"SELECT COUNT(*)"
	"  FROM person"
	" WHERE ? IN (id, merged_into)"
	"   AND id_no_index = ?");

/* This WeChat is somebody's already. The same form once more has done its work; another person is
 * not dropped without a word: the page says that nothing was kept, and asks who it is. */
static enum err register_second(struct rq *q)
{
	struct enrol n;
	int64_t own = 0;
	enum err e = enrol_read(q, &n);
	if (n.id.key && (!e || e == ERR_FORM)) {
		e = db_int(
			&own_q,
			ARGS(A_(q->person), A_(secret_index(q->arena, "person.id_no", n.id.key))),
			&own);
		if (!e && own)
			return see(q, "/account/me");
	}
	if (e && e != ERR_FORM)
		return e;
	page_only(q, "");
	return page_status(q, 409, "account/register_second.cs");
}

/* Who came by a phone registers with that one; who came by WeChat may have proved one. */
static enum err phone_fits(struct rq *q, struct enrol *n)
{
	struct phone_proof p;
	bool came = q->who.phone_id != 0;
	enum err e = came ? phone_proof_of_session(q, &p) : phone_proved(q, "sign_in", &p);
	if (e == ERR_NOT_FOUND)
		return came ? ERR_SIGN_IN : OK;
	if (e)
		return e;
	bool same = str_eq(n->in.phone, p.phone);
	n->proof = same ? p.id : 0;
	if (same || !came)
		return OK;
	form_error(q, "phone", "phone_proved");
	return ERR_FORM;
}

/* Who is here already proves it by the telephone that is kept of them, or at the counter. */
static enum err enrol_self(struct rq *q, struct enrol *n)
{
	bool codes = phone_codes();
	enum err e = enrol_new(n, codes ? "known_code" : "known_counter");
	if (e == ERR_FORM && codes) {
		put(q, "Prove", url_encode(q->arena, str_or(path_back(q, NULL), "/account/me")));
		form_also(q, "Prove");
	}
	return e;
}

static enum err kept_done(struct enrol *n)
{
	return register_kept_drop(n->q);
}

enum err register_self(struct rq *q)
{
	struct enrol n;
	if (q->person)
		return register_second(q);
	enum err e = enrol_read(q, &n);
	n.also = kept_done;
	if (!e)
		e = phone_fits(q, &n);
	/* Whether an id number is known here is not for trying out. */
	if (!e)
		e = throttle(q, "register",
			     arena_fmt(q->arena, "%lld/%lld", (long long)q->who.wechat_id,
				       (long long)q->who.phone_id),
			     TRIES, WINDOW);
	if (!e)
		e = enrol_self(q, &n);
	if (!e)
		e = session_volunteer(q, n.person_id, q->who.wechat_id);
	if (e)
		return e;
	/* The page behind `to` may not know what a registration says, so the first time leads to
	 * one's own. */
	if (n.result == ENROL_NEW && n.minor)
		return see(q, "/account/me?done=registered_minor");
	const char *to = path_back(q, NULL);
	if (to && !str_eq(to, "/account/me"))
		return see(q, "%s", to);
	return see(q, "/account/me?done=registered");
}

enum err proxy_show(struct rq *q)
{
	enum err e = put_enrol_choices(q);
	return e ? e : page(q, "account/proxy.cs");
}

enum err proxy_register(struct rq *q)
{
	struct enrol n;
	enum err e = enrol_read(q, &n);
	if (!e)
		e = enrol_new(&n, "taken");
	return e ? e : see(q, "/account/volunteers/%s?done=registered", n.no);
}
