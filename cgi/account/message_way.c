/* message_way.c - 提醒方式: whether a volunteer is told by WeChat, by SMS, by both or by neither. */
#include <string.h>

#include "account.h"
#include "clock.h"
#include "config.h"
#include "tell.h"

#define WAY_IN(X, T) X(T, CODE, ways, 1, 12)
FORM_DEFINE(way_in, WAY_IN);

static struct stmt way_q = SQL(
	"SELECT COALESCE((SELECT ways FROM message_way WHERE person_id = ?), 'wechat_first')");
static struct stmt wechat_q = SQL(
	"SELECT COUNT(*)"
	"  FROM wechat_account"
	" WHERE person_id = ?");
static struct stmt choose_q = SQL(
	"INSERT INTO message_way (person_id, ways, changed_at)"
	" VALUES (?, ?, ?)"
	"    ON DUPLICATE KEY UPDATE ways = VALUES(ways), changed_at = VALUES(changed_at)");

/* With one channel alone whoever wants to be told at all has but one way. */
static const char *ways_offered(const char *const **texts)
{
	static const char *const both[] = { "wechat_first", "both", "wechat", "sms", "none" },
				 *const wechat[] = { "wechat", "none" },
				 *const sms[] = { "sms", "none" };
	bool by_wechat = *cfg.wx_appid && *cfg.wx_templates, by_sms = tell_by_sms();
	*texts = by_wechat && by_sms ? both : by_sms ? sms : wechat;
	return by_wechat && by_sms   ? "wechat_first,both,wechat,sms,none"
	       : by_wechat || by_sms ? "wechat_first,none"
				     : "";
}

/* Page.Ways: only what the suite has a sender for. */
static void put_ways(struct rq *q)
{
	const char *const *texts, *offered = ways_offered(&texts);
	for (size_t i = 0; *offered; i++) {
		size_t n = strcspn(offered, ",");
		put(q, arena_fmt(q->arena, "Ways.%.*s", (int)n, offered),
		    lang(arena_fmt(q->arena, "message.Ways.%s", texts[i])));
		offered += n + (offered[n] == ',');
	}
}

enum err message_ways(struct rq *q)
{
	struct held h;
	const char *ways;
	int64_t bound;
	enum err e = held_by_person(q, q->person, &h);
	if (!e)
		e = db_text(&way_q, ARGS(A_(q->person)), &ways);
	if (!e)
		e = db_int(&wechat_q, ARGS(A_(q->person)), &bound);
	if (e)
		return e;
	const char *const *texts, *offered = ways_offered(&texts);
	if (!form_again(q))
		put(q, "Form.ways", str_in(ways, offered) ? ways : "wechat_first");
	put_ways(q);
	put(q, "Phone", h.phone_text ? mask_phone(q->arena, h.phone_text) : NULL);
	put_int(q, "Wechat", bound ? 1 : DB_NONE);
	return page(q, "account/message_ways.cs");
}

struct choosing {
	const struct actor *by;
	const char *ways;
};

static enum err way_choose(void *ctx)
{
	const struct choosing *c = ctx;
	enum err e = db_exec(&choose_q, ARGS(A_(c->by->person), A_(c->ways), A_(actor_time(c->by))),
			     NULL);
	return e ? e : audit(c->by, "message.ways", "person", c->by->person, c->ways);
}

enum err message_ways_save(struct rq *q)
{
	struct way_in in;
	const char *const *texts;
	if (form_read(q, way_in_fields, &in) && !str_in(in.ways, ways_offered(&texts)))
		form_error(q, "ways", "choose");
	if (!form_ok(q))
		return ERR_FORM;
	enum err e = db_tx(way_choose, &(struct choosing){ &q->actor, in.ways });
	return e ? e : see(q, "/account/messages?done=ways_saved");
}
