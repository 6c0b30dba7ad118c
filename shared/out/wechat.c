/* wechat.c - web OAuth and the table of error codes. Addresses and answers as in WeChat's own
 * documentation. */
#include "wechat.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "config.h"
#include "http.h"
#include "json.h"
#include "log.h"
#include "secret.h"
#include "wechat_inside.h"

enum { CALL_SECONDS = 5, OPENID_MIN = 6, OPENID_MAX = 64 };

/* errcode → what to do; the live errmsg ends with " rid: x-y-z". */
static const struct {
	int64_t errcode;
	enum wx_act act;
} acts[] = {
	{ 0, WX_OK },
	{ -1, WX_AGAIN },    /* system error */
	{ 40029, WX_LOGIN }, /* code invalid */
	{ 40163, WX_LOGIN }, /* code used */
	{ 42003, WX_LOGIN }, /* code expired */
	{ 40030, WX_LOGIN }, /* refresh_token invalid */
	{ 42002, WX_LOGIN }, /* refresh_token expired */
	{ 42007, WX_LOGIN }, /* the person changed their password */
	{ 40001, WX_TOKEN }, /* access_token invalid, or not the newest */
	{ 40014, WX_TOKEN },
	{ 42001, WX_TOKEN },  /* access_token expired */
	{ 40003, WX_PERSON }, /* openid invalid */
	{ 43004, WX_PERSON }, /* does not follow the account */
	{ 43101, WX_PERSON }, /* refuses messages */
	{ 45009, WX_LATER },  /* quota of the day */
	{ 45011, WX_LATER },  /* quota of the minute */
	{ 40037, WX_LETTER }, /* template_id */
	{ 47003, WX_LETTER }, /* arguments of the template */
	{ 40013, WX_ALARM },  /* appid */
	{ 40125, WX_ALARM },  /* appsecret wrong */
	{ 40243, WX_ALARM },  /* appsecret frozen */
	{ 40164, WX_ALARM },  /* our address is not in the whitelist */
	{ 48001, WX_ALARM },  /* the account may not do that */
	{ 48004, WX_ALARM },
	{ 50002, WX_ALARM },
	/* A missing or wrong argument, the wrong method, no JSON: mistakes of ours. */
	{ 40002, WX_ALARM },
	{ 41002, WX_ALARM },
	{ 41004, WX_ALARM },
	{ 41008, WX_ALARM },
	{ 43002, WX_ALARM },
	{ 43003, WX_ALARM },
	{ 44002, WX_ALARM },
	{ 47001, WX_ALARM },
};

enum wx_act wx_act(int64_t errcode)
{
	for (size_t i = 0; i < sizeof(acts) / sizeof(acts[0]); i++)
		if (acts[i].errcode == errcode)
			return acts[i].act;
	return WX_ALARM;
}

bool wx_ready(void)
{
	return *cfg.wx_appid && *cfg.wx_secret_file;
}

enum err wx_secret(struct arena *a, const char **out)
{
	char line[256];
	FILE *f = fopen(cfg.wx_secret_file, "re");
	bool there = f && fgets(line, sizeof(line), f);
	if (f)
		(void)fclose(f);
	if (!there)
		return ERR(ERR_INTERNAL, "no appsecret in %s", cfg.wx_secret_file);
	line[strcspn(line, "\r\n \t")] = '\0';
	*out = arena_str(a, line);
	return OK;
}

/* The order of the fields is part of the contract, and so is the fragment, even behind a
 * redirect. */
const char *wx_authorize_url(struct arena *a, const char *back, const char *state)
{
	return arena_fmt(a,
			 "%s/connect/oauth2/authorize?appid=%s&redirect_uri=%s&response_type=code"
			 "&scope=snsapi_base&state=%s#wechat_redirect",
			 cfg.wx_open_base, http_escape(a, cfg.wx_appid), http_escape(a, back),
			 state);
}

static bool openid_ok(const char *s)
{
	size_t n = s ? strlen(s) : 0;
	if (n < OPENID_MIN || n > OPENID_MAX)
		return false;
	while (*s && (isalnum((unsigned char)*s) || *s == '_' || *s == '-'))
		s++;
	return *s == '\0';
}

/* What WeChat refused; an alarm is one line that names code and message, which may be our
 * address. */
enum wx_act wx_refused(const struct json *j, int64_t errcode)
{
	enum wx_act act = wx_act(errcode);
	const char *text = json_text(json_get(j, "errmsg"));
	if (act == WX_ALARM)
		log_error("wechat: errcode %lld %s", (long long)errcode, text ? text : "");
	else
		log_info("wechat: errcode %lld", (long long)errcode);
	return act;
}

enum err wx_user_parse(struct arena *a, const char *body, size_t n, struct wx_user *user,
		       enum wx_act *act)
{
	const struct json *j;
	int64_t errcode = 0, snapshot = 0;
	if (json_parse(a, body, n, &j) || !json_is_object(j))
		return ERR(ERR_REMOTE, "wechat: no JSON object in the answer");
	const struct json *code = json_get(j, "errcode");
	if (code && !json_number(code, &errcode))
		return ERR(ERR_REMOTE, "wechat: errcode is no number");
	if (errcode) {
		*act = wx_refused(j, errcode);
		return OK;
	}
	const char *openid = json_text(json_get(j, "openid")),
		   *unionid = json_text(json_get(j, "unionid"));
	if (!openid_ok(openid))
		return ERR(ERR_REMOTE, "wechat: neither errcode nor openid in the answer");
	(void)json_number(json_get(j, "is_snapshotuser"), &snapshot);
	*user = (struct wx_user){ openid, openid_ok(unionid) ? unionid : NULL, snapshot == 1 };
	*act = WX_OK;
	return OK;
}

static enum err ask(struct arena *a, const char *url, struct wx_user *user, enum wx_act *act)
{
	struct http_answer r;
	enum err e = http_call(a, &(struct http_ask){ .url = url, .timeout = CALL_SECONDS }, &r);
	if (e)
		return e;
	if (r.status != 200)
		return ERR(ERR_REMOTE, "wechat: status %d", r.status);
	return wx_user_parse(a, r.body, r.n, user, act);
}

/* 200 to 500 ms, not the same for everybody. */
static void pause_a_moment(void)
{
	uint16_t r;
	secret_random(&r, sizeof(r));
	(void)nanosleep(&(struct timespec){ .tv_nsec = (200 + r % 301) * 1000000L }, NULL);
}

enum err wx_user_by_code(struct arena *a, const char *code, struct wx_user *user, enum wx_act *act)
{
	const char *secret;
	enum err e = wx_secret(a, &secret);
	if (e)
		return e;
	const char *url = arena_fmt(a,
				    "%s/sns/oauth2/access_token?appid=%s&secret=%s&code=%s"
				    "&grant_type=authorization_code",
				    cfg.wx_api_base, http_escape(a, cfg.wx_appid),
				    http_escape(a, secret), http_escape(a, code));
	e = ask(a, url, user, act);
	if (!e && *act == WX_AGAIN) {
		pause_a_moment();
		e = ask(a, url, user, act);
	}
	return e;
}

bool wx_browser(const char *user_agent)
{
	const char *at = strcasestr(user_agent, "MicroMessenger/");
	return at && isdigit((unsigned char)at[strlen("MicroMessenger/")]) &&
	       !strcasestr(user_agent, "wxwork/");
}

bool wx_simulated(void)
{
	return strncmp(cfg.wx_open_base, "http://", 7) == 0;
}
