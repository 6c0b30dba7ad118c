/* bundle_read.c - from the bytes of a file to a bundle whose every member has its form. */
#include "bundle_inside.h"

#include <string.h>

#include "clock.h"
#include "json.h"

enum { PATH_MAX_HASHES = 62, TEXT_BYTES = 400, FIELDS_BYTES = 6000 };
enum { KEY_BYTES = 64, EVIDENCE_BYTES = 8, DAY_MINUTES = 1440, NOTE_MINUTES = 100000000 };
#define LOWER "0123456789abcdefghijklmnopqrstuvwxyz"
#define MOST  ((int64_t)1 << 50)

/* The first thing that is missing leaves `good` false; what follows is read into the void. */
struct reading {
	struct arena *a;
	bool good;
};

static const char *text(struct reading *r, const struct json *j, const char *key)
{
	const char *s = json_text(json_get(j, key));
	if (s && strlen(s) <= TEXT_BYTES && utf8_valid(s, strlen(s))) {
		const char *c = s;
		while (*c && (unsigned char)*c >= ' ' && *c != 127)
			c++;
		if (!*c)
			return s;
	}
	r->good = false;
	return "";
}

static int64_t number(struct reading *r, const struct json *j, const char *key)
{
	int64_t n;
	if (json_number(json_get(j, key), &n) && n >= 0 && n < MOST)
		return n;
	r->good = false;
	return 0;
}

static bool lower(const char *s)
{
	return s[strspn(s, "0123456789abcdef")] == '\0';
}

static struct bytes hex_of(struct reading *r, const char *s, size_t n)
{
	uint8_t *out = arena_alloc(r->a, n ? n : 1);
	if (!s || !lower(s) || !hex_decode(s, out, n))
		r->good = false;
	return (struct bytes){ out, n };
}

static struct bytes hex(struct reading *r, const struct json *j, const char *key, size_t n)
{
	return hex_of(r, json_text(json_get(j, key)), n);
}

static const char *moment(struct reading *r, const struct json *j, const char *key)
{
	const char *s = text(r, j, key);
	int64_t at;
	if (strlen(s) != strlen("YYYY-MM-DD HH:MM:SS") || s[10] != ' ' || !clock_parse_time(s, &at))
		r->good = false;
	return s;
}

static struct bytes path_of(struct reading *r, const struct json *list)
{
	struct buf b = { .arena = r->a };
	size_t n = json_len(list);
	if (!list || n > PATH_MAX_HASHES)
		r->good = false;
	for (size_t i = 0; r->good && i < n; i++) {
		struct bytes side = hex_of(r, json_text(json_at(list, i)), LEDGER_HASH);
		buf_add(&b, (const char *)side.p, side.n);
	}
	return (struct bytes){ (const uint8_t *)b.p, b.n };
}

static void read_record(struct reading *r, const struct json *j, struct bundle_record *out)
{
	const char *fields = json_text(json_get(j, "fields"));
	size_t n = fields ? strlen(fields) / 2 : 0;
	if (!n || n > FIELDS_BYTES)
		r->good = false;
	out->key = text(r, j, "key");
	(void)hex_of(r, out->key, 16);
	out->no = text(r, j, "no");
	out->title = text(r, j, "title");
	out->organiser = text(r, j, "organiser");
	out->served_on = text(r, j, "served_on");
	out->starts_at = moment(r, j, "starts_at");
	out->ends_at = moment(r, j, "ends_at");
	out->minutes = number(r, j, "minutes");
	out->evidence = text(r, j, "evidence");
	out->place = number(r, j, "place");
	out->at = text(r, j, "at");
	out->event = hex(r, j, "event", 16);
	if (r->good)
		out->fields = hex_of(r, fields, n);
	out->path = path_of(r, json_get(j, "path"));
	if (!*out->title || !*out->no)
		r->good = false;
}

/* May be missing. */
static int64_t number_or(struct reading *r, const struct json *j, const char *key, int64_t other)
{
	return json_get(j, key) ? number(r, j, key) : other;
}

static void read_kind(struct reading *r, const struct json *j, struct bundle_record *out)
{
	out->kind = text(r, j, "kind");
	if (!str_in(out->kind, "corrected,withdrawn"))
		r->good = false;
}

/* Times may be unknown, but not one of them alone. */
static void read_declared(struct reading *r, const struct json *j, struct bundle_record *out)
{
	int64_t day, from, to;
	out->key = text(r, j, "key");
	out->title = text(r, j, "title");
	out->organiser = text(r, j, "organiser");
	out->origin = text(r, j, "origin");
	out->served_on = text(r, j, "served_on");
	out->starts_at = text(r, j, "starts_at");
	out->ends_at = text(r, j, "ends_at");
	out->minutes = number(r, j, "minutes");
	out->evidence = text(r, j, "evidence");
	size_t key = strlen(out->key);
	bool times = *out->starts_at || *out->ends_at;
	if (!key || key > KEY_BYTES || strspn(out->key, LOWER) != key || !*out->title ||
	    !clock_parse_day(out->served_on, &day) || out->minutes < 1 ||
	    out->minutes > DAY_MINUTES || strlen(out->evidence) > EVIDENCE_BYTES ||
	    (times && (!clock_parse_time(moment(r, j, "starts_at"), &from) ||
		       !clock_parse_time(moment(r, j, "ends_at"), &to) || from >= to)))
		r->good = false;
}

/* What lies within is looked at by whoever takes it in; here it is only text. */
static void read_brought(struct reading *r, const struct json *list, struct bundle *b)
{
	b->brought_n = json_len(list);
	if (b->brought_n > BUNDLE_BROUGHT) {
		r->good = false;
		b->brought_n = 0;
	}
	b->brought = arena_array(r->a, b->brought_n + 1, sizeof(*b->brought));
	for (size_t i = 0; i < b->brought_n; i++) {
		const char *s = json_text(json_at(list, i));
		if (!s)
			r->good = false;
		b->brought[i] = (struct bytes){ (const uint8_t *)str_or(s, ""),
						strlen(str_or(s, "")) };
	}
}

static void read_notes(struct reading *r, const struct json *list, struct bundle *b)
{
	b->notes_n = json_len(list);
	if (b->notes_n > BUNDLE_NOTES) {
		r->good = false;
		b->notes_n = 0;
	}
	b->notes = arena_array(r->a, b->notes_n + 1, sizeof(*b->notes));
	for (size_t i = 0; i < b->notes_n; i++) {
		const struct json *j = json_at(list, i);
		struct bundle_note *n = &b->notes[i];
		n->serial = hex(r, j, "serial", 16);
		n->to = hex(r, j, "to", LEDGER_HASH);
		n->minutes = number(r, j, "minutes");
		n->at = moment(r, j, "at");
		if (n->minutes < 1 || n->minutes > NOTE_MINUTES)
			r->good = false;
	}
}

static void read_top(struct reading *r, const struct json *j, struct bundle *b)
{
	const struct json *station = json_get(j, "station"), *person = json_get(j, "person"),
			  *head = json_get(j, "head");
	b->uid = text(r, j, "uid");
	(void)hex_of(r, b->uid, 16);
	b->no = text(r, j, "no");
	b->made_at = moment(r, j, "made_at");
	b->key = hex(r, j, "key", BUNDLE_KEY);
	b->station_no = number(r, station, "no");
	b->station = text(r, station, "name");
	b->name = text(r, person, "name");
	b->volunteer_no = text(r, person, "volunteer_no");
	b->salt = hex(r, person, "salt", BUNDLE_SALT);
	b->check = hex(r, person, "check", LEDGER_HASH);
	b->commitment = hex(r, person, "commitment", LEDGER_HASH);
	b->head.head.no = number(r, head, "no");
	b->head.head.size = number(r, head, "size");
	b->head.head.at_ms = number(r, head, "at_ms");
	b->head.head.root = hex(r, head, "root", LEDGER_HASH);
	b->head.head.prev = hex(r, head, "prev", LEDGER_HASH);
	b->head.head.key = b->key;
	b->head.signature = hex(r, head, "signature", 64);
	b->signature = hex(r, j, "signature", 64);
	b->part = number_or(r, j, "part", 1);
	b->parts = number_or(r, j, "parts", 1);
	b->total = number_or(r, j, "total", (int64_t)json_len(json_get(j, "records")));
	if (b->part < 1 || b->part > b->parts || b->parts > BUNDLE_PARTS)
		r->good = false;
	read_brought(r, json_get(j, "brought"), b);
	read_notes(r, json_get(j, "notes"), b);
	if (!*b->name || !*b->station)
		r->good = false;
}

/* What can be told of the bytes before anything is parsed. */
static const char *outside(const char *p, size_t n)
{
	size_t name = strlen(BUNDLE_NAME), begin = strlen(BUNDLE_BEGIN);
	if (n > BUNDLE_BYTES)
		return "size";
	if (n < begin || memcmp(p, BUNDLE_NAME, name) != 0)
		return "no_bundle";
	if (memcmp(p, BUNDLE_BEGIN, begin) != 0)
		return "version";
	if (n < begin + BUNDLE_TAIL_BYTES || memcmp(p + n - 3, BUNDLE_END, 3) != 0 ||
	    memcmp(p + n - BUNDLE_TAIL_BYTES, BUNDLE_TAIL, strlen(BUNDLE_TAIL)) != 0)
		return "cut";
	return NULL;
}

static void read_records(struct reading *r, const struct json *j, struct bundle *b,
			 struct bundle_fault *f)
{
	const struct json *records = json_get(j, "records"), *ended = json_get(j, "ended");
	b->n = json_len(records);
	b->ended_n = json_len(ended);
	if (b->n + b->ended_n > BUNDLE_RECORDS)
		f->word = "size";
	else if (!r->good)
		f->word = "content";
	b->records = arena_array(r->a, b->n + 1, sizeof(*b->records));
	b->ended = arena_array(r->a, b->ended_n + 1, sizeof(*b->ended));
	for (size_t i = 0; !f->word && i < b->n + b->ended_n; i++) {
		bool holds = i < b->n;
		const struct json *one = holds ? json_at(records, i) : json_at(ended, i - b->n);
		struct bundle_record *to = holds ? &b->records[i] : &b->ended[i - b->n];
		read_record(r, one, to);
		if (holds)
			b->minutes += to->minutes;
		else
			read_kind(r, one, to);
		if (!r->good)
			*f = (struct bundle_fault){ "content", i + 1 };
	}
}

static void read_all_declared(struct reading *r, const struct json *list, struct bundle *b,
			      struct bundle_fault *f)
{
	b->declared_n = json_len(list);
	if (b->declared_n > BUNDLE_RECORDS)
		f->word = "size";
	b->declared = arena_array(r->a, f->word ? 1 : b->declared_n + 1, sizeof(*b->declared));
	for (size_t i = 0; !f->word && i < b->declared_n; i++) {
		read_declared(r, json_at(list, i), &b->declared[i]);
		if (!r->good)
			f->word = "content";
	}
}

bool bundle_read(struct arena *a, struct bytes file, struct bundle *out, struct bundle_fault *f)
{
	const struct json *j;
	struct bundle b = { .minutes = 0 };
	struct reading r = { a, true };
	*f = (struct bundle_fault){ outside((const char *)file.p, file.n), 0 };
	if (!f->word && json_parse(a, (const char *)file.p, file.n, &j) != OK) {
		err_clear();
		f->word = "altered";
	}
	if (f->word)
		return false;
	read_top(&r, j, &b);
	read_records(&r, j, &b, f);
	if (!f->word)
		read_all_declared(&r, json_get(j, "declared"), &b, f);
	if (!f->word)
		*out = b;
	return !f->word;
}
