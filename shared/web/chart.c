/* chart.c - where the parts of a chart stand. All lengths are units of the SVG's viewBox. */
#include "chart.h"

#include <string.h>

#define WIDE           640
#define NARROW         340
#define COLUMNS_HEIGHT 320
#define FONT           15
#define GAP            8  /* between a text and what it belongs to */
#define BAR_MAX        72 /* breadth of a column */
#define ROW_BAR        22 /* breadth of a row's bar */
#define MAX_TICKS      5

struct frame {
	struct arena *a;
	const struct chart *c;
	int64_t unit, top; /* top: value at the far end of the plot */
	int width, height;
	int x, y, w, h; /* the plot */
};

/* Breadth as most fonts have it: an em for Han, 0.6 for Latin; the lead byte tells. */
static int text_width(const char *s, size_t n)
{
	int tenths = 0;
	for (size_t i = 0; i < n && s[i] != '\0'; i++) {
		unsigned char b = (unsigned char)s[i];
		if ((b & 0xc0) != 0x80)
			tenths += b >= 0xe0 ? 10 : 6;
	}
	return tenths * FONT / 10;
}

static int width_of(const char *s)
{
	return text_width(s, strlen(s));
}

/* Bytes of s that fit into width; whole characters, at least one. */
static size_t fitting(const char *s, int width)
{
	size_t n = 0, next;
	for (; s[n] != '\0'; n = next) {
		for (next = n + 1; ((unsigned char)s[next] & 0xc0) == 0x80; next++)
			;
		if (n > 0 && text_width(s, next) > width)
			break;
	}
	return n;
}

static int larger(int a, int b)
{
	return a > b ? a : b;
}

/* "412", or with a unit up to two decimals: "1.5". */
static const char *value_text(const struct frame *f, int64_t v)
{
	if (v == DB_NONE)
		return "–";
	int64_t size = v < 0 ? -v : v, whole = size / f->unit, rest = size % f->unit;
	int hundredths = (int)(((double)rest * 100.0) / (double)f->unit + 0.5);
	if (hundredths == 100) {
		whole++;
		hundredths = 0;
	}
	const char *sign = v < 0 ? "-" : "";
	if (hundredths == 0)
		return arena_fmt(f->a, "%s%lld", sign, (long long)whole);
	if (hundredths % 10 == 0)
		return arena_fmt(f->a, "%s%lld.%d", sign, (long long)whole, hundredths / 10);
	return arena_fmt(f->a, "%s%lld.%02d", sign, (long long)whole, hundredths);
}

/* Length of a value's bar on a plot of this length; what is not nothing can be seen. */
static int bar_length(const struct frame *f, int64_t v, int plot)
{
	if (v <= 0)
		return 0;
	int n = (int)((double)v / (double)f->top * plot + 0.5);
	return n > 0 ? n : 1;
}

static int64_t largest(const struct chart *c)
{
	int64_t top = 0;
	for (size_t i = 0; i < c->n; i++)
		if (c->bars[i].value > top)
			top = c->bars[i].value;
	return top;
}

/* The smallest of 1, 2, 5, 10, 20 ... that needs at most max steps to the top; shown units. */
static int64_t tick_step(int64_t top, int max)
{
	int64_t ten = 1;
	for (;; ten *= 10) {
		for (int i = 0; i < 3; i++) {
			int64_t step = ten * (i == 0 ? 1 : i == 1 ? 2 : 5);
			if (top / step <= max)
				return step;
			if (step > INT64_MAX / 10)
				return top;
		}
	}
}

static void put_chart_line(struct node *n, int x1, int y1, int x2, int y2)
{
	node_int(n, "_x1", x1);
	node_int(n, "_y1", y1);
	node_int(n, "_x2", x2);
	node_int(n, "_y2", y2);
}

static void put_chart_text(struct node *n, int x, int y)
{
	node_int(n, "_tx", x);
	node_int(n, "_ty", y);
}

static void put_rect(struct node *n, int x, int y, int w, int h)
{
	node_int(n, "_x", x);
	node_int(n, "_y", y);
	node_int(n, "_w", w);
	node_int(n, "_h", h);
}

static struct node *put_bar(struct node *bars, const struct chart_bar *b, const char *text)
{
	struct node *n = node_item(bars);
	node_set(n, "label", str_or(b->label, "–"));
	node_int(n, "value", b->value);
	node_set(n, "text", text);
	return n;
}

static void put_ticks(const struct frame *f, struct node *ticks, bool rows)
{
	int64_t shown = f->top / f->unit;
	int label = width_of(value_text(f, f->top)) + 2 * GAP;
	int max = rows ? f->w / label : MAX_TICKS;

	int64_t step = tick_step(shown, max < 1 ? 1 : max > MAX_TICKS ? MAX_TICKS : max);
	for (int64_t v = 0; v <= shown; v += step) {
		struct node *n = node_item(ticks);
		int at = bar_length(f, v * f->unit, rows ? f->w : f->h);
		node_set(n, "_text", arena_fmt(f->a, "%lld", (long long)v));
		if (rows) {
			put_chart_line(n, f->x + at, f->y, f->x + at, f->y + f->h);
			put_chart_text(n, f->x + at, f->y + f->h + FONT + GAP / 2);
		} else {
			put_chart_line(n, f->x, f->y + f->h - at, f->x + f->w, f->y + f->h - at);
			put_chart_text(n, f->x - GAP, f->y + f->h - at + FONT / 3);
		}
		if (v > shown - step)
			break; /* the sum could pass INT64_MAX */
	}
}

static void put_columns(struct frame *f, struct node *to)
{
	struct node *bars = node_child(to, "bars");
	int slot = f->w / (int)f->c->n;
	int breadth = slot * 6 / 10 < BAR_MAX ? slot * 6 / 10 : BAR_MAX;

	for (size_t i = 0; i < f->c->n; i++) {
		const char *text = value_text(f, f->c->bars[i].value);
		int middle = f->x + slot * (int)i + slot / 2;
		int h = bar_length(f, f->c->bars[i].value, f->h);
		struct node *n = put_bar(bars, &f->c->bars[i], text);
		put_rect(n, middle - breadth / 2, f->y + f->h - h, breadth, h);
		put_chart_text(n, middle, f->y + f->h - h - GAP);
		node_int(n, "_lx", middle);
		node_set(n, "_line1", str_or(f->c->bars[i].label, "–"));
		node_int(n, "_ly1", f->y + f->h + FONT + GAP / 2);
	}
	node_set(to, "_label_anchor", "middle");
	node_set(to, "_value_anchor", "middle");
	node_set(to, "_tick_anchor", "end");
}

/* The label in one line, or in two of which the second is cut. */
static void put_label_lines(const struct frame *f, struct node *n, const char *label, int room,
			    int middle)
{
	int all = width_of(label);
	bool halves = all > room && all < 2 * (room - FONT);
	size_t first = fitting(label, halves ? all / 2 + FONT / 2 : room);
	const char *rest = label + first;

	node_int(n, "_lx", f->x - GAP);
	node_set(n, "_line1", arena_dup(f->a, label, first));
	if (*rest == '\0') {
		node_int(n, "_ly1", middle + FONT / 3);
		return;
	}
	if (width_of(rest) > room)
		rest = arena_fmt(f->a, "%.*s…", (int)fitting(rest, room - FONT), rest);
	node_set(n, "_line2", rest);
	node_int(n, "_ly1", middle - GAP / 2);
	node_int(n, "_ly2", middle - GAP / 2 + FONT + 2);
}

static void put_rows(struct frame *f, struct node *to, int label_room)
{
	struct node *bars = node_child(to, "bars");
	int pitch = f->h / (int)f->c->n;

	for (size_t i = 0; i < f->c->n; i++) {
		const char *text = value_text(f, f->c->bars[i].value);
		int middle = f->y + pitch * (int)i + pitch / 2;
		int w = bar_length(f, f->c->bars[i].value, f->w);
		struct node *n = put_bar(bars, &f->c->bars[i], text);
		put_rect(n, f->x, middle - ROW_BAR / 2, w, ROW_BAR);
		put_chart_text(n, f->x + w + GAP, middle + FONT / 3);
		put_label_lines(f, n, str_or(f->c->bars[i].label, "–"), label_room, middle);
	}
	node_set(to, "_label_anchor", "end");
	node_set(to, "_value_anchor", "start");
	node_set(to, "_tick_anchor", "middle");
}

/* Widest label and widest value. */
static void measure(const struct frame *f, int *label, int *value)
{
	*label = *value = 0;
	for (size_t i = 0; i < f->c->n; i++) {
		*label = larger(*label, width_of(str_or(f->c->bars[i].label, "–")));
		*value = larger(*value, width_of(value_text(f, f->c->bars[i].value)));
	}
}

void chart_put(struct arena *a, struct node *to, const struct chart *c)
{
	struct frame f = { .a = a, .c = c, .unit = c->unit > 0 ? c->unit : 1, .top = largest(c) };
	int label, value;

	node_set(to, "title", c->title);
	node_set(to, "desc", c->desc);
	node_set(to, "_id", c->id);
	node_set(to, "_empty", c->empty);
	node_set(to, "_label_head", c->label_head);
	node_set(to, "_value_head", c->value_head);
	if (c->n == 0)
		return;

	if (f.top == 0)
		f.top = f.unit; /* nothing but zeros: the axis still reaches one */
	measure(&f, &label, &value);
	f.width = c->phone ? NARROW : WIDE;
	f.x = width_of(value_text(&f, f.top)) + 2 * GAP;
	f.w = f.width - f.x - GAP;
	f.y = FONT + 2 * GAP;
	bool rows = c->phone || larger(label, value) + GAP > f.w / (int)c->n;
	if (rows) {
		int room = label < f.width * 2 / 5 ? label : f.width * 2 / 5;
		f.x = room + 2 * GAP;
		f.w = larger(f.width - f.x - value - 2 * GAP, FONT);
		f.y = GAP;
		f.h = (int)c->n * (room < label ? 2 * FONT + GAP + 4 : ROW_BAR + GAP);
		f.height = f.y + f.h + FONT + 2 * GAP;
		put_rows(&f, to, room);
		put_chart_line(to, f.x, f.y, f.x, f.y + f.h);
	} else {
		f.height = COLUMNS_HEIGHT;
		f.h = f.height - f.y - FONT - 2 * GAP;
		put_columns(&f, to);
		put_chart_line(to, f.x, f.y + f.h, f.x + f.w, f.y + f.h);
	}
	put_ticks(&f, node_child(to, "_ticks"), rows);
	node_int(to, "_width", f.width);
	node_int(to, "_height", f.height);
}
