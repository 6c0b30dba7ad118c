/* form.c - an urlencoded body read by a table of every kind of field. */
#include <stdio.h>
#include <unistd.h>

#include "check.h"
#include "clock.h"
#include "config.h"
#include "form.h"
#include "fuzz.h"
#include "page.h"
#include "reply.h"
#include "secret.h"

#define ALL_IN(X, T) \
	X(T, STR, s, 1, 40) \
	X(T, TEXT, t, 0, 200) \
	X(T, NAME, n, 0, 20) \
	X(T, WORD, w, 0, 16) \
	X(T, CODE, c, 0, 12) \
	X(T, PHONE, p, 0, 20) \
	X(T, IDNO, i, 0, 18) \
	X(T, DAY, d, 0, 1) \
	X(T, TIME, h, 0, 1) \
	X(T, INT, m, -9, 600) \
	X(T, OINT, o, 0, 5) \
	X(T, FLAG, f, 0, 1) \
	X(T, LIST, l, 0, 5) \
	X(T, STR, password, 0, 64)
FORM_DEFINE(all_in, ALL_IN);

static char dir[] = "/tmp/zyz-fuzz-XXXXXX";

static void start(struct arena *a)
{
	static const char *const names[] = { "seal.key", "index.key", "sign.key" };
	config_load();
	must(mkdtemp(dir) != NULL);
	cfg.secret_dir = dir;
	must(secret_make_keys() == OK && secret_open() == OK);
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		(void)unlink(arena_fmt(a, "%s/%s", dir, names[i]));
	(void)rmdir(dir);
	page_start("fuzz");
}

static void text_holds(const char *s, size_t min, size_t max)
{
	must(!s || (utf8_valid(s, strlen(s)) && utf8_count(s) >= min && utf8_count(s) <= max));
}

/* What every handler relies on, whether the form was taken or not. */
static void typed_holds(const struct all_in *in, bool taken)
{
	int64_t t;
	must(!taken || in->s);
	text_holds(in->s, 1, 40);
	text_holds(in->t, 1, 200);
	text_holds(in->n, 1, 20);
	text_holds(in->password, 1, 64);
	must(!in->s || !strpbrk(in->s, "\n\r\t\x01\x1b\x7f"));
	must(!in->n || person_name_check(in->n));
	must(!in->w || strspn(in->w, "abcdefghijklmnopqrstuvwxyz0123456789_") == strlen(in->w));
	must(!in->c || (strlen(in->c) <= 12 && !strpbrk(in->c, "_-. '\"<")));
	must(!in->p || (strspn(in->p, "0123456789-") == strlen(in->p) && strlen(in->p) < 32));
	text_holds(in->i, 1, 18);
	must(!in->d || clock_parse_day(in->d, &t));
	must(!in->h || clock_parse_time(in->h, &t));
	must(in->m == DB_NONE || (in->m >= -9 && in->m <= 600));
	must(!taken || in->m != DB_NONE);
	must(in->o == DB_NONE || (in->o >= 0 && in->o <= 5));
	must(in->f == 0 || in->f == 1);
	must(in->l.n <= 5);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	static struct arena *a;
	if (!a) {
		a = arena_new();
		start(a);
	}
	struct reply reply = { .status = 200 };
	struct rq q = { .arena = a, .app = "fuzz", .cookies = "", .path = "/", .reply = &reply };
	struct all_in in;
	q.now = 1774569600;
	reply.headers.arena = reply.body.arena = a;
	memset(&in, 0x5a, sizeof(in));
	err_clear();
	must(page_begin(&q) == OK);
	if (request_body(&q, "application/x-www-form-urlencoded", (const char *)data, n) == OK) {
		struct bytes uid;
		bool taken = form_read(&q, all_in_fields, &in);
		typed_holds(&in, taken);
		must(taken == !got(&q, "Errors.0.text") && taken == (reply.status == 200));
		must(!got(&q, "Form.password"));
		must(form_key_uid(&q, "fuzz", &uid) != OK);
	}
	page_end(&q);
	arena_reset(a);
	return 0;
}
