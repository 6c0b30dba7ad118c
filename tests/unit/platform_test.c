/*
 * platform_test.c - the shipped mappings are whole; requests are
 * signed as the profile says; answers are read strictly.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "config.h"
#include "json.h"
#include "platform.h"
#include "secret.h"

static struct arena *a;
static struct platform *exchange;

static const struct platform_site site = { .base = "https://p.example",
					   .app_id = "zyz",
					   .secret = { (const uint8_t *)"s3cret", 6 } };

static const char facts[] =
	"{\"volunteer_no\":\"V2600100001\",\"name\":\"王秀兰\",\"id_type\":\"01\","
	"\"activity_name\":\"楼道清洁日\",\"date\":\"2026-11-20\",\"start\":\"2026-11-20 "
	"09:00:00\","
	"\"end\":\"2026-11-20 10:35:00\",\"minutes\":95,\"place\":\"东风街\",\"content\":\"清扫\","
	"\"organiser\":\"社区\",\"person_in_charge\":\"王建国\",\"region\":\"610502002\","
	"\"category\":\"0001\",\"evidence\":\"scan\",\"id_no\":\"11010519491231002X\"}";

static int start(void **state)
{
	const char *faults;
	(void)state;
	a = arena_new();
	config_load();
	return platform_read(a, "exchange", &exchange, &faults) ? -1 : 0;
}

static int end(void **state)
{
	(void)state;
	platform_free(exchange);
	arena_free(a);
	return 0;
}

static void shipped_mappings_are_whole(void **state)
{
	static const char *const names[] = { "exchange", "gateway", "file" };
	(void)state;
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		struct platform *p;
		const char *faults;
		if (platform_read(a, names[i], &p, &faults))
			fail_msg("%s", faults);
		assert_true(platform_takes(p, OB_SERVICE_RECORD));
		platform_free(p);
	}
	for (int k = 0; k < OB_KINDS; k++)
		assert_true(platform_takes(exchange, (enum outbox_kind)k));
}

static struct platform_item item_of(const char *key, const char *json)
{
	return (struct platform_item){ .key = key, .version = 1, .facts = json };
}

static const char *header(const struct platform_call *call, const char *name)
{
	for (const char *const *h = call->headers; *h; h++)
		if (strncmp(*h, name, strlen(name)) == 0)
			return *h + strlen(name) + 2;
	fail_msg("no header %s", name);
	return "";
}

static void a_batch_is_signed(void **state)
{
	struct platform_item items[2] = { item_of("001-a", facts), item_of("001-b", facts) };
	struct platform_call call;
	const struct json *j;
	(void)state;
	assert_int_equal(
		platform_post(exchange, a, &site, OB_SERVICE_RECORD, items, 2, 1800000000, &call),
		OK);
	assert_string_equal(call.url, "https://p.example/v1/service_records");
	assert_int_equal(call.items, 2);
	assert_string_equal(header(&call, "X-App-Id"), "zyz");
	assert_string_equal(header(&call, "X-Timestamp"), "1800000000");
	assert_int_equal(strlen(header(&call, "X-Nonce")), 32);
	const char *text = arena_fmt(a, "POST\n/v1/service_records\n1800000000\n%s\n%s",
				     header(&call, "X-Nonce"),
				     hex_encode(a, secret_sha256(a, call.body)));
	struct bytes mac = secret_hmac(a, site.secret,
				       (struct bytes){ (const uint8_t *)text, strlen(text) });
	assert_string_equal(header(&call, "X-Signature"), hex_encode(a, mac));
	assert_int_equal(json_parse(a, (const char *)call.body.p, call.body.n, &j), OK);
	const struct json *first = json_at(json_get(j, "items"), 0);
	assert_string_equal(json_text(json_get(first, "key")), "001-a");
	assert_string_equal(json_text(json_get(first, "hours")), "1.58");
	assert_string_equal(json_text(json_get(first, "region")), "610502002000000000");
	assert_string_equal(json_text(json_get(first, "op")), "put");
	assert_null(json_get(first, "remark"));
}

static void a_withdrawal_names_no_person(void **state)
{
	struct platform_item item = item_of("001-a", "{}");
	struct platform_call call;
	(void)state;
	item.withdraw = true;
	assert_int_equal(platform_post(exchange, a, &site, OB_VOLUNTEER, &item, 1, 1, &call), OK);
	assert_string_equal((const char *)call.body.p,
			    "{\"items\":[{\"key\":\"001-a\",\"version\":1,\"op\":\"withdraw\"}]}");
}

static void what_is_missing_is_not_sent(void **state)
{
	struct platform_item items[2] = { item_of("001-a", "{\"name\":\"x\"}"),
					  item_of("001-b", facts) };
	struct platform_call call;
	(void)state;
	assert_int_equal(platform_post(exchange, a, &site, OB_SERVICE_RECORD, items, 2, 1, &call),
			 OK);
	assert_int_equal(call.items, 1);
	assert_int_equal(items[0].class, PC_REFUSED);
	assert_string_equal(items[0].code, "mapping");
	assert_string_equal(items[0].reason, "missing volunteer_no");
	assert_int_equal(items[1].class, PC_UNKNOWN);
}

static void a_star_has_a_title(void **state)
{
	struct platform_item item = item_of(
		"001-a",
		"{\"volunteer_no\":\"V1\",\"name\":\"x\",\"id_type\":\"01\",\"id_no\":\"1\","
		"\"star\":3,"
		"\"date\":\"2026-01-01\",\"awarder\":\"y\"}");
	const char *json;
	(void)state;
	assert_true(platform_json(exchange, a, OB_COMMENDATION, &item, &json));
	assert_non_null(strstr(json, "\"title\":\"三星级志愿者\""));
}

#define R(key, rest)       "{\"key\":\"" key "\",\"version\":1," rest "}"
#define GOOD(key, receipt) R(key, "\"code\":0,\"receipt\":\"" receipt "\"")

struct reading {
	int status;
	const char *body;
	enum platform_class whole, a, b;
};

static const struct reading readings[] = {
	{ 200, "{\"code\":0,\"results\":[" GOOD("a", "R1") "," GOOD("b", "R2") "]}", PC_ACCEPTED,
	  PC_ACCEPTED, PC_ACCEPTED },
	{ 200, "{\"code\":0,\"results\":[" GOOD("b", "R2") "," GOOD("a", "R1") "]}", PC_ACCEPTED,
	  PC_ACCEPTED, PC_ACCEPTED },
	{ 200, "{\"code\":\"0\",\"results\":[" R("a", "\"code\":\"0\",\"receipt\":\"R1\"") "]}",
	  PC_ACCEPTED, PC_ACCEPTED, PC_UNKNOWN },
	/* refused, and one that is missing */
	{ 200, "{\"code\":0,\"results\":[" R("a", "\"code\":1203,\"message\":\"m\"") "]}",
	  PC_ACCEPTED, PC_REFUSED, PC_UNKNOWN },
	{ 200, "{\"code\":0,\"results\":[" R("a", "\"code\":409") "]}", PC_ACCEPTED, PC_CONFLICT,
	  PC_UNKNOWN },
	/* an unknown code, another version, no receipt, a foreign key, no real receipt */
	{ 200, "{\"code\":0,\"results\":[" R("a", "\"code\":77") "]}", PC_ACCEPTED, PC_UNKNOWN,
	  PC_UNKNOWN },
	{ 200,
	  "{\"code\":0,\"results\":[{\"key\":\"a\",\"version\":2,"
	  "\"code\":0,\"receipt\":\"R1\"}]}",
	  PC_ACCEPTED, PC_UNKNOWN, PC_UNKNOWN },
	{ 200, "{\"code\":0,\"results\":[" R("a", "\"code\":0") "," GOOD("zz", "R9") "]}",
	  PC_ACCEPTED, PC_UNKNOWN, PC_UNKNOWN },
	{ 200, "{\"code\":0,\"results\":[" GOOD("a", "two words") "]}", PC_ACCEPTED, PC_UNKNOWN,
	  PC_UNKNOWN },
	/* the same twice is one answer; two that disagree are none */
	{ 200, "{\"code\":0,\"results\":[" GOOD("a", "R1") "," GOOD("a", "R1") "]}", PC_ACCEPTED,
	  PC_ACCEPTED, PC_UNKNOWN },
	{ 200, "{\"code\":0,\"results\":[" GOOD("a", "R1") "," GOOD("a", "R2") "]}", PC_ACCEPTED,
	  PC_UNKNOWN, PC_UNKNOWN },
	/* what cannot be read may have taken everything */
	{ 200, "", PC_UNKNOWN, PC_UNKNOWN, PC_UNKNOWN },
	{ 200, "<html></html>", PC_UNKNOWN, PC_UNKNOWN, PC_UNKNOWN },
	{ 200, "{\"code\":0,\"results\":[", PC_UNKNOWN, PC_UNKNOWN, PC_UNKNOWN },
	{ 200, "[]", PC_UNKNOWN, PC_UNKNOWN, PC_UNKNOWN },
	{ 200, "{\"results\":[" GOOD("a", "R1") "]}", PC_UNKNOWN, PC_ACCEPTED, PC_UNKNOWN },
	{ 200, "{\"code\":5}", PC_UNKNOWN, PC_UNKNOWN, PC_UNKNOWN },
	{ 302, "", PC_UNKNOWN, PC_UNKNOWN, PC_UNKNOWN },
	{ 500, "<html></html>", PC_UNKNOWN, PC_UNKNOWN, PC_UNKNOWN },
	{ 400, "{\"code\":400,\"message\":\"m\"}", PC_REFUSED, PC_REFUSED, PC_REFUSED },
	{ 401, "{}", PC_CREDENTIALS, PC_CREDENTIALS, PC_CREDENTIALS },
	{ 409, "{\"code\":409,\"results\":[" R("a", "\"code\":409") "]}", PC_CONFLICT, PC_CONFLICT,
	  PC_CONFLICT },
	{ 413, "", PC_TOO_LARGE, PC_TOO_LARGE, PC_TOO_LARGE },
	{ 429, "", PC_LATER, PC_LATER, PC_LATER },
};

static void answers_are_read_strictly(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(readings) / sizeof(readings[0]); i++) {
		const struct reading *r = &readings[i];
		struct platform_item items[2] = { item_of("a", facts), item_of("b", facts) };
		items[0].class = items[1].class = PC_UNKNOWN;
		enum platform_class c = platform_answer(exchange, a, r->status, r->body,
							strlen(r->body), items, 2);
		if (c != r->whole || items[0].class != r->a || items[1].class != r->b)
			fail_msg("%d %s: %s %s %s", r->status, r->body, platform_class_word(c),
				 platform_class_word(items[0].class),
				 platform_class_word(items[1].class));
		if (items[0].class == PC_ACCEPTED)
			assert_string_equal(items[0].receipt, "R1");
	}
}

static void questions_are_read_strictly(void **state)
{
	static const struct {
		int status;
		const char *body;
		enum platform_class class;
	} rows[] = {
		{ 200, "{\"code\":0,\"version\":2,\"receipt\":\"R1\"}", PC_ACCEPTED },
		{ 200, "{\"code\":0,\"version\":1,\"receipt\":\"R1\"}", PC_LATER },
		{ 200, "{\"code\":0,\"version\":3,\"receipt\":\"R1\"}", PC_CONFLICT },
		{ 200, "{\"code\":0,\"version\":2}", PC_UNKNOWN },
		{ 200, "{\"code\":0}", PC_UNKNOWN },
		{ 200, "{\"code\":7,\"version\":2,\"receipt\":\"R1\"}", PC_UNKNOWN },
		{ 200, "", PC_UNKNOWN },
		{ 404, "{\"code\":404}", PC_LATER },
		{ 500, "", PC_UNKNOWN },
		{ 403, "", PC_CREDENTIALS },
	};
	struct platform_call call;
	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct platform_item item = item_of("a", facts);
		item.version = 2;
		enum platform_class c = platform_asked(exchange, a, rows[i].status, rows[i].body,
						       strlen(rows[i].body), &item);
		if (c != rows[i].class)
			fail_msg("%d %s: %s", rows[i].status, rows[i].body, platform_class_word(c));
	}
	assert_int_equal(platform_ask(exchange, a, &site, OB_EVALUATION, "a b", 1, &call), OK);
	assert_string_equal(call.url, "https://p.example/v1/evaluations/a%20b");
	assert_null(call.body.p);
}

static void lists_are_read_strictly(void **state)
{
	struct platform_held *held;
	const char *next = "kept";
	size_t n;
	static const char
		good[] = "{\"code\":0,\"items\":[{\"key\":\"a\",\"version\":1,\"op\":\"put\","
			 "\"receipt\":\"R1\",\"hours\":\"1.58\"},"
			 "{\"key\":\"b\",\"version\":2}],\"next\":\"b\"}";
	static const char bad[] = "{\"code\":0,\"items\":[{\"version\":1}]}";
	(void)state;
	assert_int_equal(platform_listed(exchange, a, 200, good, strlen(good), &held, &n, &next),
			 OK);
	assert_int_equal(n, 2);
	assert_string_equal(held[0].receipt, "R1");
	assert_int_equal(held[0].minutes, 95);
	assert_int_equal(held[1].minutes, DB_NONE);
	assert_string_equal(next, "b");
	assert_int_equal(platform_listed(exchange, a, 200, bad, strlen(bad), &held, &n, &next),
			 ERR_REMOTE);
	assert_int_equal(platform_listed(exchange, a, 500, good, strlen(good), &held, &n, &next),
			 ERR_REMOTE);
	err_clear();
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(shipped_mappings_are_whole),
		cmocka_unit_test(a_batch_is_signed),
		cmocka_unit_test(a_withdrawal_names_no_person),
		cmocka_unit_test(what_is_missing_is_not_sent),
		cmocka_unit_test(a_star_has_a_title),
		cmocka_unit_test(answers_are_read_strictly),
		cmocka_unit_test(questions_are_read_strictly),
		cmocka_unit_test(lists_are_read_strictly),
	};
	return cmocka_run_group_tests_name("platform", tests, start, end);
}
