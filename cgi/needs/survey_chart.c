/* survey_chart.c - where the parts of stacked bars stand, in units of the SVG's viewBox. */
#include "survey_chart.h"

enum { PARTS = 40, ROWS = 40, WIDE = 640, LABELS = 170, BAR = 26, STEP = 38, TOP = 8, TEXT = 19 };
enum { LABEL_LETTERS = 11, SHADES = 8, SHOWN = 26 };

struct stack {
	struct rq *q;
	const char *title, *id;
	const char *parts[PARTS], *rows[ROWS];
	int64_t values[ROWS][PARTS], sums[ROWS];
	size_t part_n, row_n, value_n;
};

/* From dark to pale, and letters that can be read on each; in grey they are still told apart. */
static const char *const shades[SHADES][2] = {
	{ "#00562e", "#ffffff" }, { "#2f8a57", "#ffffff" }, { "#8fcba8", "#0b0c0c" },
	{ "#d7ecdf", "#0b0c0c" }, { "#0b57a4", "#ffffff" }, { "#7fb0e0", "#0b0c0c" },
	{ "#7a4600", "#ffffff" }, { "#e8c48a", "#0b0c0c" },
};

struct stack *stack_new(struct rq *q, const char *title, const char *id)
{
	struct stack *s = arena_alloc(q->arena, sizeof(*s));
	s->q = q;
	s->title = title;
	s->id = id;
	return s;
}

void stack_part(struct stack *s, const char *label)
{
	if (s->part_n < PARTS)
		s->parts[s->part_n++] = label;
}

void stack_row(struct stack *s, const char *label)
{
	s->value_n = 0;
	if (s->row_n < ROWS)
		s->rows[s->row_n++] = label;
}

void stack_value(struct stack *s, int64_t value)
{
	if (s->value_n == s->part_n || !s->row_n)
		return;
	s->values[s->row_n - 1][s->value_n++] = value;
	s->sums[s->row_n - 1] += value;
}

static int64_t percent(int64_t value, int64_t sum)
{
	return sum ? (value * 100 + sum / 2) / sum : 0;
}

static void put_part(const struct stack *s, struct node *row, size_t r, size_t p, int64_t before)
{
	struct node *n = node_item(node_child(row, "parts"));
	int64_t wide = WIDE - LABELS, value = s->values[r][p], sum = s->sums[r];
	int64_t x = LABELS + wide * before / sum, to = LABELS + wide * (before + value) / sum;
	node_int(n, "value", value);
	node_int(n, "percent", percent(value, sum));
	node_int(n, "_x", x);
	node_int(n, "_w", to - x);
	node_set(n, "_fill", shades[p % SHADES][0]);
	if (to - x < SHOWN)
		return;
	node_set(n, "_ink", shades[p % SHADES][1]);
	node_int(n, "_tx", (x + to) / 2);
}

static bool stack_empty(const struct stack *s)
{
	for (size_t r = 0; r < s->row_n; r++)
		if (s->sums[r] > 0)
			return false;
	return true;
}

void stack_put(const struct stack *s, struct node *to)
{
	if (stack_empty(s))
		return;
	node_set(to, "title", s->title);
	node_set(to, "_id", s->id);
	node_int(to, "_width", WIDE);
	node_int(to, "_height", TOP * 2 + (int64_t)s->row_n * STEP);
	for (size_t p = 0; p < s->part_n; p++) {
		struct node *n = node_item(node_child(to, "parts"));
		node_set(n, "label", s->parts[p]);
		node_set(n, "_fill", shades[p % SHADES][0]);
	}
	for (size_t r = 0; r < s->row_n; r++) {
		struct node *n = node_item(node_child(to, "rows"));
		int64_t y = TOP + (int64_t)r * STEP, before = 0;
		node_set(n, "label", s->rows[r]);
		node_int(n, "sum", s->sums[r]);
		node_set(n, "_short", utf8_cut(s->q->arena, s->rows[r], LABEL_LETTERS));
		node_int(n, "_y", y);
		node_int(n, "_ty", y + TEXT);
		node_int(n, "_lx", LABELS - 8);
		node_int(n, "_h", BAR);
		for (size_t p = 0; p < s->part_n; before += s->values[r][p++]) {
			if (s->sums[r])
				put_part(s, n, r, p, before);
			else
				node_int(node_item(node_child(n, "parts")), "value", 0);
		}
	}
}
