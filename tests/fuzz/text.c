/* text.c - any bytes through each of the writings. */
#include "check.h"
#include "fuzz.h"
#include "identity.h"
#include "phone.h"
#include "text.h"
#include "when.h"

static void writing_holds(struct arena *a, const char *s, char *(*fn)(struct arena *, const char *))
{
	const char *once = fn(a, s);
	must(utf8_valid(once, strlen(once)));
	must(strlen(once) <= strlen(s) * 4 / 3 + 4);
	must(strcmp(fn(a, once), once) == 0);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	static const char *const types[] = { "01", "02", "03", "04", "05", "06", "07", "08", "99" };
	static struct arena *a;
	if (!a)
		a = arena_new();
	const char *s = as_text(a, data, n), *phone = NULL, *keys[IDENTITY_KEYS];
	writing_holds(a, s, text_prose);
	writing_holds(a, s, text_value);
	writing_holds(a, s, text_name);
	writing_holds(a, s, text_number);
	must(text_same_name(a, s, s) && text_fits("*", s));
	(void)text_fits(s, text_name(a, s));
	(void)person_name_check(text_name(a, s));
	if (!phone_read(a, s, &phone))
		must(phone && strspn(phone, "0123456789-") == strlen(phone));
	must(identity_keys(a, s, keys) <= IDENTITY_KEYS);
	for (size_t i = 0; i < sizeof(types) / sizeof(types[0]); i++) {
		struct identity d, again;
		if (identity_read(a, types[i], s, "2026-11-22", &d))
			continue;
		must(!identity_read(a, d.type, d.no, "2026-11-22", &again));
		must(strcmp(d.key, again.key) == 0);
		must(strcmp(identity_mask(a, d.no), d.no) != 0);
	}
	struct when w, to;
	must(!when_read(a, s, &w) || (w.minute >= -1 && w.minute <= 1440 && w.second < 60));
	must(!when_read_two(a, s, &w, &to) || (w.minute >= 0 && to.minute <= 1440));
	must(!day_read(a, s) || strlen(day_read(a, s)) == 10);
	must(clock_read(a, s, &w) <= 1440 && length_read(a, s, true) >= -1);
	arena_reset(a);
	return 0;
}
