/* platform_answer.c - what an answer means. Anything that is not plainly understood is
 * PC_UNKNOWN. */
#include <string.h>

#include "platform_inside.h"

const int64_t platform_post_ms[] = { 10, 25, 50, 100, 250, 500, 1000, 2500, 5000, 10000, 0 };

enum { RECEIPT_BYTES = 128, REASON_CHARS = 160 };

static bool in_range(const struct map_range *r, size_t n, int64_t value, enum platform_class *out)
{
	for (size_t i = 0; i < n; i++)
		if (value >= r[i].from && value <= r[i].to) {
			*out = r[i].class;
			return true;
		}
	return false;
}

static enum platform_class status_class(const struct platform *p, int status)
{
	enum platform_class c;
	return in_range(p->status, p->statuses, status, &c) ? c : PC_UNKNOWN;
}

/* A receipt is a short printable word. */
static const char *receipt_of(struct arena *a, const struct json *j, const char *path)
{
	const char *text = json_word(a, json_path(j, path));
	if (!text || !*text || strlen(text) >= RECEIPT_BYTES)
		return NULL;
	for (const char *c = text; *c; c++)
		if (*c <= ' ' || *c > '~')
			return NULL;
	return text;
}

static void take(struct platform_item *item, struct arena *a, enum platform_class class,
		 const char *receipt, int64_t code, const char *message)
{
	/* accepted without a receipt is not understood: the row stays ours until it is asked for */
	item->class = class == PC_ACCEPTED && !receipt ? PC_UNKNOWN : class;
	item->receipt = item->class == PC_ACCEPTED ? receipt : NULL;
	item->code = arena_fmt(a, "%lld", (long long)code);
	item->reason = message ? utf8_cut(a, message, REASON_CHARS) : NULL;
}

static struct platform_item *find(struct platform_item *items, size_t n, const char *key)
{
	for (size_t i = 0; i < n; i++)
		if (strcmp(items[i].key, key) == 0)
			return &items[i];
	return NULL;
}

/* Two results about one item that do not agree are no answer about it. */
static bool agrees(const struct platform_item *item, enum platform_class class, const char *receipt)
{
	return item->class == class && str_eq(item->receipt, receipt);
}

static void read_result(const struct platform *p, struct arena *a, const struct json *j,
			struct platform_item *items, size_t n)
{
	const char *key = json_word(a, json_path(j, p->item_key));
	struct platform_item *item = key ? find(items, n, key) : NULL;
	int64_t code, version;
	enum platform_class class;
	if (!item || (item->class == PC_REFUSED && str_eq(item->code, "mapping")))
		return;
	if (p->item_version &&
	    (!json_whole(json_path(j, p->item_version), &version) || version != item->version))
		return;
	if (!json_whole(json_path(j, p->item_code), &code) ||
	    !in_range(p->item, p->items, code, &class))
		return;
	const char *receipt = receipt_of(a, j, p->item_receipt);
	if (item->code) {
		if (!agrees(item, class, class == PC_ACCEPTED ? receipt : NULL))
			item->class = PC_UNKNOWN;
		return;
	}
	take(item, a, class, receipt, code, json_word(a, json_path(j, p->item_message)));
}

static void all(struct platform_item *items, size_t n, enum platform_class class, const char *code,
		const char *reason)
{
	for (size_t i = 0; i < n; i++)
		if (items[i].class == PC_UNKNOWN && !items[i].code) {
			items[i].class = class;
			items[i].code = code;
			items[i].reason = reason;
		}
}

/* The code of the whole answer, where a platform has one. */
static enum platform_class whole_class(const struct platform *p, const struct json *j,
				       enum platform_class status, int64_t *code)
{
	enum platform_class c;
	if (!p->code || !json_whole(json_path(j, p->code), code))
		return p->code ? PC_UNKNOWN : status;
	if (*code == p->ok)
		return status == PC_ACCEPTED ? PC_ACCEPTED : PC_UNKNOWN;
	if (in_range(p->whole, p->wholes, *code, &c))
		return c;
	return status == PC_ACCEPTED ? PC_UNKNOWN : status;
}

/* An answer about one item without a list of results. */
static void read_single(const struct platform *p, struct arena *a, const struct json *j,
			enum platform_class class, int64_t code, struct platform_item *items,
			size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (items[i].class == PC_UNKNOWN)
			take(&items[i], a, class, receipt_of(a, j, p->item_receipt), code,
			     p->message ? json_word(a, json_path(j, p->message)) : NULL);
}

enum platform_class platform_answer(const struct platform *p, struct arena *a, int status,
				    const char *body, size_t len, struct platform_item *items,
				    size_t n)
{
	enum platform_class class = status_class(p, status);
	const struct json *j = NULL;
	int64_t code = status;
	bool told = (class == PC_ACCEPTED || class == PC_CONFLICT || class == PC_REFUSED) &&
		    len > 0 && json_parse(a, body, len, &j) == OK && json_is_object(j);
	err_clear();
	if (!told) {
		/* a 200 that cannot be read may have taken everything */
		if (class == PC_ACCEPTED)
			class = PC_UNKNOWN;
		all(items, n, class, arena_fmt(a, "http %d", status), NULL);
		return class;
	}
	class = whole_class(p, j, class, &code);
	const struct json *results = p->results ? json_path(j, p->results) : NULL;
	for (size_t i = 0; i < json_len(results); i++)
		read_result(p, a, json_at(results, i), items, n);
	if (!p->results)
		read_single(p, a, j, class, code, items, n);
	else if (class != PC_ACCEPTED)
		all(items, n, class, arena_fmt(a, "%lld", (long long)code),
		    p->message ? json_word(a, json_path(j, p->message)) : NULL);
	return class;
}

enum platform_class platform_asked(const struct platform *p, struct arena *a, int status,
				   const char *body, size_t len, struct platform_item *item)
{
	enum platform_class class = status_class(p, status);
	const struct json *j;
	int64_t code, version = item->version;
	if (status == p->ask_absent)
		return PC_LATER;
	if (class == PC_CREDENTIALS)
		return class;
	if (class != PC_ACCEPTED || json_parse(a, body, len, &j) || !json_is_object(j)) {
		err_clear();
		return PC_UNKNOWN;
	}
	if (p->code && (!json_whole(json_path(j, p->code), &code) || code != p->ok))
		return PC_UNKNOWN;
	if (p->ask_version && !json_whole(json_path(j, p->ask_version), &version))
		return PC_UNKNOWN;
	if (version < item->version)
		return PC_LATER;
	if (version > item->version) {
		item->class = PC_CONFLICT;
		item->code = "newer";
		return PC_CONFLICT;
	}
	const char *receipt = receipt_of(a, j, p->ask_receipt);
	if (!receipt)
		return PC_UNKNOWN;
	item->class = PC_ACCEPTED;
	item->receipt = receipt;
	return PC_ACCEPTED;
}

/* "1.50" hours as minutes. */
static int64_t minutes_of(const char *hours)
{
	int64_t hundredths = 0;
	int decimals = -1;
	for (const char *c = hours; c && *c; c++) {
		if (*c == '.' && decimals < 0) {
			decimals = 0;
			continue;
		}
		if (*c < '0' || *c > '9' || decimals == 2 || hundredths > 100000000)
			return DB_NONE;
		hundredths = hundredths * 10 + (*c - '0');
		decimals += decimals >= 0;
	}
	for (int d = decimals < 0 ? 0 : decimals; d < 2; d++)
		hundredths *= 10;
	return hours ? (hundredths * 60 + 50) / 100 : DB_NONE;
}

enum err platform_listed(const struct platform *p, struct arena *a, int status, const char *body,
			 size_t len, struct platform_held **held, size_t *n, const char **next)
{
	const struct json *j;
	int64_t code;
	if (status_class(p, status) != PC_ACCEPTED || json_parse(a, body, len, &j) ||
	    !json_path(j, p->list_items))
		return ERR(ERR_REMOTE, "%s: no list, status %d", p->profile, status);
	if (p->code && (!json_whole(json_path(j, p->code), &code) || code != p->ok))
		return ERR(ERR_REMOTE, "%s: list refused", p->profile);
	const struct json *list = json_path(j, p->list_items);
	struct platform_held *v = arena_array(a, json_len(list) + 1, sizeof(*v));
	size_t count = 0;
	for (size_t i = 0; i < json_len(list); i++) {
		const struct json *one = json_at(list, i);
		v[count].key = json_word(a, json_path(one, p->list_key));
		if (!v[count].key ||
		    (p->list_version &&
		     !json_whole(json_path(one, p->list_version), &v[count].version)))
			return ERR(ERR_REMOTE,
				   "%s: a row of the list without key or "
				   "version",
				   p->profile);
		v[count].op = p->list_op ? json_word(a, json_path(one, p->list_op)) : NULL;
		v[count].receipt = p->list_receipt ? receipt_of(a, one, p->list_receipt) : NULL;
		v[count].minutes = p->list_hours
					   ? minutes_of(json_word(a, json_path(one, p->list_hours)))
					   : DB_NONE;
		count++;
	}
	*held = v;
	*n = count;
	*next = p->list_next ? json_word(a, json_path(j, p->list_next)) : NULL;
	return OK;
}
