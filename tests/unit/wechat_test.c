/* wechat_test.c - answers as WeChat's documentation and its users show them, and answers it should
 * not give. */
// log-allowed: error zyz wechat: errcode
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "config.h"
#include "wechat.h"
#include "wechat_js.h"

static struct arena *arena;

static int setup(void **state)
{
	(void)state;
	arena = arena_new();
	cfg.wx_open_base = "https://open.weixin.qq.com";
	cfg.wx_appid = "wx0123456789abcdef";
	return 0;
}

static int teardown(void **state)
{
	(void)state;
	arena_free(arena);
	return 0;
}

static enum err parse(const char *body, struct wx_user *u, enum wx_act *act)
{
	*u = (struct wx_user){ "untouched", NULL, false };
	*act = WX_LETTER;
	return wx_user_parse(arena, body, strlen(body), u, act);
}

static void reads_a_user(void **state)
{
	struct wx_user u;
	enum wx_act act;
	(void)state;
	assert_int_equal(
		parse("{\"access_token\":\"A\",\"expires_in\":7200,\"refresh_token\":\"R\","
		      "\"openid\":\"oZYZ_demo-user_1\",\"scope\":\"snsapi_base\"}",
		      &u, &act),
		OK);
	assert_int_equal(act, WX_OK);
	assert_string_equal(u.openid, "oZYZ_demo-user_1");
	assert_null(u.unionid);
	assert_false(u.snapshot);
}

static void unionid_and_snapshot_are_optional(void **state)
{
	struct wx_user u;
	enum wx_act act;
	(void)state;
	assert_int_equal(
		parse("{\"openid\":\"oABCDEF\",\"unionid\":\"uABCDEF\",\"is_snapshotuser\":1}", &u,
		      &act),
		OK);
	assert_string_equal(u.unionid, "uABCDEF");
	assert_true(u.snapshot);
	assert_int_equal(
		parse("{\"errcode\":0,\"openid\":\"oABCDEF\",\"is_snapshotuser\":0}", &u, &act),
		OK);
	assert_int_equal(act, WX_OK);
	assert_false(u.snapshot);
}

static void refusals_leave_the_user_untouched(void **state)
{
	static const struct {
		const char *body;
		enum wx_act act;
	} cases[] = {
		{ "{\"errcode\":40029,\"errmsg\":\"invalid code rid: 67b81456-7702e5f9-2c9e1783\"}",
		  WX_LOGIN },
		{ "{\"errcode\":40163,\"errmsg\":\"code been used\"}", WX_LOGIN },
		{ "{\"errcode\":42003,\"errmsg\":\"code expired\"}", WX_LOGIN },
		{ "{\"errcode\":-1,\"errmsg\":\"system error\"}", WX_AGAIN },
		{ "{\"errcode\":40125,\"errmsg\":\"invalid appsecret rid: 1\"}", WX_ALARM },
		{ "{\"errcode\":40164,\"errmsg\":\"invalid ip 182.150.41.147\"}", WX_ALARM },
		{ "{\"errcode\":45009}", WX_LATER },
		{ "{\"errcode\":99999,\"errmsg\":\"unheard of\"}", WX_ALARM },
		{ "{\"errcode\":40029,\"openid\":\"oABCDEF\"}", WX_LOGIN },
	};
	struct wx_user u;
	enum wx_act act;
	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		assert_int_equal(parse(cases[i].body, &u, &act), OK);
		assert_int_equal(act, cases[i].act);
		assert_string_equal(u.openid, "untouched");
	}
}

static void unreadable_answers_are_remote_faults(void **state)
{
	static const char *const bodies[] = {
		"",
		"{",
		"null",
		"[]",
		"\"openid\"",
		"<html>502 Bad Gateway</html>",
		"{\"errcode\":\"40029\"}",
		"{\"openid\":17}",
		"{\"access_token\":\"A\"}",
		"{\"openid\":\"o\"}",
		"{\"openid\":\"o A B C D E\"}",
		"{\"openid\":\"o'--;DROP\"}",
		"{\"openid\":\"oABCDEF\"",
		"{\"openid\":"
		"\"oAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\"}",
	};
	struct wx_user u;
	enum wx_act act;
	(void)state;
	for (size_t i = 0; i < sizeof(bodies) / sizeof(bodies[0]); i++) {
		assert_int_equal(parse(bodies[i], &u, &act), ERR_REMOTE);
		assert_string_equal(u.openid, "untouched");
		assert_int_equal(act, WX_LETTER);
	}
}

static void each_documented_code_has_its_act(void **state)
{
	(void)state;
	assert_int_equal(wx_act(0), WX_OK);
	assert_int_equal(wx_act(40001), WX_TOKEN);
	assert_int_equal(wx_act(42001), WX_TOKEN);
	assert_int_equal(wx_act(43004), WX_PERSON);
	assert_int_equal(wx_act(43101), WX_PERSON);
	assert_int_equal(wx_act(45011), WX_LATER);
	assert_int_equal(wx_act(47003), WX_LETTER);
	assert_int_equal(wx_act(47001), WX_ALARM);
}

static void the_link_has_the_documented_order(void **state)
{
	(void)state;
	assert_string_equal(
		wx_authorize_url(arena, "https://zyz.example.cn/account/wechat/callback", "00ff"),
		"https://open.weixin.qq.com/connect/oauth2/authorize?appid=wx0123456789abcdef"
		"&redirect_uri=https%3A%2F%2Fzyz.example.cn%2Faccount%2Fwechat%2Fcallback"
		"&response_type=code&scope=snsapi_base&state=00ff#wechat_redirect");
}

static void knows_the_browser_inside_wechat(void **state)
{
	(void)state;
	assert_true(
		wx_browser("Mozilla/5.0 (Linux; Android 14) Chrome/116.0.0.0 Mobile Safari/537.36 "
			   "MicroMessenger/8.0.48.2580(0x28003052) WeChat/arm64"));
	assert_true(wx_browser("mozilla/5.0 micromessenger/7.0"));
	assert_false(wx_browser("Mozilla/5.0 MicroMessenger/7.0 wxwork/4.1.0"));
	assert_false(wx_browser("Mozilla/5.0 MicroMessenger/"));
	assert_false(wx_browser("Mozilla/5.0 (X11; Linux x86_64)"));
	assert_false(wx_browser(""));
}

/* The vector of Tencent's own documentation. */
static void signs_as_documented(void **state)
{
	const char *ticket = "sM4AOVdWfPE4DxkXGEs8VMCPGGVi4C3VM0P37wVUCFvkVAy_90u5h9nbSlYy3-Sl-"
			     "HhTdfl2fzFy1AOcHKP7qg",
		   *page = "http://mp.weixin.qq.com?params=value",
		   *is = "0f9de62fce790f9a083d5c99e95740ceb90c27ed";
	(void)state;
	assert_string_equal(wx_js_signature(arena, ticket, "Wm3WZYTPz0wzccnW", "1414587457", page),
			    is);
	assert_string_equal(wx_js_signature(arena, ticket, "Wm3WZYTPz0wzccnW", "1414587457",
					    arena_fmt(arena, "%s#wechat_redirect", page)),
			    is);
	assert_string_not_equal(wx_js_signature(arena, ticket, "Wm3WZYTPz0wzccnW", "1414587457",
						"http://mp.weixin.qq.com?params=Value"),
				is);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(reads_a_user),
		cmocka_unit_test(unionid_and_snapshot_are_optional),
		cmocka_unit_test(refusals_leave_the_user_untouched),
		cmocka_unit_test(unreadable_answers_are_remote_faults),
		cmocka_unit_test(each_documented_code_has_its_act),
		cmocka_unit_test(the_link_has_the_documented_order),
		cmocka_unit_test(knows_the_browser_inside_wechat),
		cmocka_unit_test(signs_as_documented),
	};
	return cmocka_run_group_tests_name("wechat", tests, setup, teardown);
}
