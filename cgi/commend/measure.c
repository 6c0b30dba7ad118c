/* measure.c - hours in the capitals of bank notes. */
#include <stdlib.h>
#include <string.h>

#include "commend.h"

static const char *const figures[] = { "零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖" };
static const char *const places[] = { "", "拾", "佰", "仟" };

/* Below ten thousand. Zeros between figures are said once, those at the end not at all; leading
 * says that something stood before, so that a missing thousand is said too. */
static void capital_below_myriad(struct buf *b, int64_t n, bool leading)
{
	static const int64_t units[] = { 1, 10, 100, 1000 };
	bool zero = leading && n < 1000;
	for (int i = 3; i >= 0; i--) {
		int64_t figure = n / units[i] % 10;
		if (figure && zero)
			buf_str(b, figures[0]);
		zero = !figure && (zero || n >= units[i]);
		if (figure)
			buf_fmt(b, "%s%s", figures[figure], places[i]);
	}
}

const char *hours_capital(struct arena *a, int64_t minutes)
{
	struct buf b = { .arena = a };
	const char *text = hours_text(a, minutes), *point = strchr(text, '.');
	int64_t hours = strtoll(text, NULL, 10);
	buf_str(&b, "");
	if (hours >= 10000) {
		capital_below_myriad(&b, hours / 10000 % 10000, false);
		buf_str(&b, "万");
	}
	capital_below_myriad(&b, hours % 10000, hours >= 10000 && hours % 10000);
	if (!hours)
		buf_str(&b, figures[0]);
	size_t n = point ? strlen(point) : 0;
	while (n > 1 && point[n - 1] == '0')
		n--;
	if (n > 1)
		buf_str(&b, "点");
	for (size_t i = 1; i < n; i++)
		buf_str(&b, figures[point[i] - '0']);
	return b.p;
}
