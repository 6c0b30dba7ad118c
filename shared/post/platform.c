/* platform.c - reads a mapping file and checks it: every fault is said with its place. */
#include "platform.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "config.h"
#include "platform_inside.h"

void check_say(struct check *c, int64_t line, const char *fmt, ...)
{
	struct arena *a = c->p->arena;
	struct fault *f = arena_alloc(a, sizeof(*f)), **at = &c->faults;
	va_list ap;
	va_start(ap, fmt);
	f->text = arena_vfmt(a, fmt, ap);
	va_end(ap);
	f->line = line;
	while (*at && (*at)->line <= line)
		at = &(*at)->next;
	f->next = *at;
	*at = f;
}

static const char *all_said(struct arena *a, const struct check *c)
{
	struct buf b = { .arena = a };
	buf_str(&b, "");
	for (const struct fault *f = c->faults; f; f = f->next)
		buf_fmt(&b, "%s.hdf%s: %s\n", c->p->profile,
			f->line ? arena_fmt(a, ":%lld", (long long)f->line) : "", f->text);
	return b.p;
}

void check_fault(struct check *c, const char *at, const char *fmt, ...)
{
	va_list ap;
	va_start(ap, fmt);
	check_say(c, map_line_of(&c->p->lines, at), "%s", arena_vfmt(c->p->arena, fmt, ap));
	va_end(ap);
}

static const struct {
	const char *word;
} classes[PC_COUNT] = {
#define PLATFORM_WORD(name, word) { word },
	PLATFORM_CLASSES(PLATFORM_WORD)
};

const char *platform_class_word(enum platform_class c)
{
	return classes[c].word;
}

static bool class_of(const char *word, enum platform_class *out)
{
	for (int i = 0; i < PC_COUNT; i++)
		if (str_eq(word, classes[i].word)) {
			*out = (enum platform_class)i;
			return true;
		}
	return false;
}

static const char *meanings(struct arena *a)
{
	struct buf b = { .arena = a };
	for (int i = 0; i < PC_COUNT; i++)
		buf_fmt(&b, "%s%s", i ? ", " : "", classes[i].word);
	return b.p;
}

static const char *beneath(struct check *c, const char *where, const char *name)
{
	return *where ? arena_fmt(c->p->arena, "%s.%s", where, name) : name;
}

void check_only(struct check *c, struct node *n, const char *where, const char *words)
{
	for (struct node *x = node_first(n); x; x = node_next(x)) {
		const char *at = beneath(c, where, node_name(x));
		if (!str_in(node_name(x), words))
			check_fault(c, at, "%s: no such name; there are: %s", at, words);
	}
}

void check_names(struct check *c, const char *where, const char *name, const char *text)
{
	const char *bad = text ? map_unknown_name(c->p->arena, text, MAP_NAMES) : NULL;
	const char *at = beneath(c, where, name);
	if (bad)
		check_fault(c, at, "%s: {%s} is no name; there are: %s", at, bad, MAP_NAMES);
}

const char *check_need(struct check *c, struct node *n, const char *where, const char *name)
{
	const char *value = n ? node_get(n, name) : NULL, *at = beneath(c, where, name);
	if (!value || !*value)
		check_fault(c, at, "%s is missing%s", at, value ? ": it has no value" : "");
	return value;
}

int64_t check_whole(struct check *c, struct node *n, const char *where, const char *name,
		    int64_t fallback, int64_t min, int64_t max)
{
	const char *text = n ? node_get(n, name) : NULL, *at = beneath(c, where, name);
	char *end;
	if (!text)
		return fallback;
	long long v = strtoll(text, &end, 10);
	if (end == text || *end || v < min || v > max) {
		check_fault(c, at, "%s = %s: must be a whole number, %lld to %lld", at, text,
			    (long long)min, (long long)max);
		return fallback;
	}
	return v;
}

/* Names "200" and "500_599", values classes. */
static size_t ranges(struct check *c, struct node *n, const char *where, struct map_range *out,
		     size_t max)
{
	size_t count = 0;
	for (struct node *x = node_first(n); x; x = node_next(x)) {
		const char *at = beneath(c, where, node_name(x));
		struct map_range r;
		char *end;
		r.from = r.to = strtoll(node_name(x), &end, 10);
		if (*end == '_')
			r.to = strtoll(end + 1, &end, 10);
		if (*end || r.to < r.from)
			check_fault(c, at, "%s: not a number or a range like 1000_1999", at);
		else if (!class_of(node_value(x), &r.class))
			check_fault(c, at, "%s = %s: no such meaning; there are: %s", at,
				    str_or(node_value(x), ""), meanings(c->p->arena));
		else if (count == max)
			check_fault(c, at, "%s has more than %zu rows", where, max);
		else
			out[count++] = r;
	}
	return count;
}

static bool has_class(const struct map_range *r, size_t n, enum platform_class class)
{
	for (size_t i = 0; i < n; i++)
		if (r[i].class == class)
			return true;
	return false;
}

static size_t parts(struct check *c, const char *block, struct map_part *out, size_t max)
{
	size_t count = 0;
	for (struct node *x = node_first(node_at(c->p->tree, block)); x; x = node_next(x)) {
		const char *where = beneath(c, block, node_name(x));
		check_only(c, x, where, "name,value,items");
		struct map_part part = { check_need(c, x, where, "name"), node_get(x, "value"),
					 node_get(x, "items") != NULL };
		check_names(c, where, "value", part.value);
		if (!part.value && !part.items)
			check_fault(c, where, "%s has neither value nor items", where);
		if (count == max)
			check_fault(c, where, "%s has more than %zu rows", block, max);
		else
			out[count++] = part;
	}
	return count;
}

static void profile(struct check *c)
{
	struct platform *p = c->p;
	struct node *n = node_at(p->tree, "Profile");
	check_only(c, p->tree, "", "Profile,Sign,Header,Body,Answer,Ask,List,Result,Code,Kind");
	check_only(c, n, "Profile", "name,transport,max_items,repeat,known,like");
	p->name = check_need(c, n, "Profile", "name");
	const char *transport = check_need(c, n, "Profile", "transport");
	if (transport && *transport && !str_in(transport, "http,file"))
		check_fault(c, "Profile.transport", "Profile.transport = %s: must be http or file",
			    transport);
	p->file = str_eq(transport, "file");
	const char *repeat = n ? node_get(n, "repeat") : NULL;
	if (repeat && !str_in(repeat, "again,park"))
		check_fault(c, "Profile.repeat", "Profile.repeat = %s: must be again or park",
			    repeat);
	p->repeat = str_eq(repeat, "again");
	p->max_items = check_whole(c, n, "Profile", "max_items", p->file ? 0 : 100, 1, 1000);
	p->unknown = check_whole(c, n, "Profile", "known", 1, 0, 1) == 0;
}

static void signing(struct check *c)
{
	struct platform *p = c->p;
	struct node *n = node_at(p->tree, "Sign");
	check_only(c, n, "Sign", "kind,text");
	const char *kind = n ? check_need(c, n, "Sign", "kind") : NULL;
	if (kind && *kind && !str_in(kind, "hmac-sha256,sha256"))
		check_fault(c, "Sign.kind", "Sign.kind = %s: must be hmac-sha256 or sha256", kind);
	p->sign = !kind ? MS_NONE : str_eq(kind, "sha256") ? MS_SHA256 : MS_HMAC;
	p->sign_text = n ? check_need(c, n, "Sign", "text") : NULL;
	check_names(c, "Sign", "text", p->sign_text);
	p->headers = parts(c, "Header", p->header, HEADER_PARTS);
	p->bodies = parts(c, "Body", p->body, BODY_PARTS);
	bool hashes_body = p->sign_text && strstr(p->sign_text, "{body_sha256}"), items = false;
	for (size_t i = 0; i < p->bodies; i++) {
		const char *value = p->body[i].value;
		items = items || p->body[i].items || (value && strstr(value, "{items}"));
		if (hashes_body && value && strstr(value, "{sign}"))
			check_fault(c, "Body",
				    "Body.%s holds {sign}, and Sign.text the body's "
				    "hash: take {sign} out, or {body_sha256}",
				    p->body[i].name);
	}
	if (!items)
		check_fault(c, "Body",
			    "Body has no part for the records: one with items = 1, or "
			    "{items} in its value");
}

static void answers(struct check *c)
{
	struct platform *p = c->p;
	struct node *n = node_at(p->tree, "Answer"), *item = node_at(n, "Item");
	check_only(c, n, "Answer", "code,ok,message,results,Item,Class,Whole,Status");
	check_only(c, item, "Answer.Item", "key,version,code,receipt,message");
	p->code = n ? node_get(n, "code") : NULL;
	p->ok = check_whole(c, n, "Answer", "ok", 0, INT32_MIN, INT32_MAX);
	p->message = n ? node_get(n, "message") : NULL;
	p->results = n ? node_get(n, "results") : NULL;
	p->item_receipt = check_need(c, item, "Answer.Item", "receipt");
	p->item_code = p->results ? check_need(c, item, "Answer.Item", "code") : NULL;
	p->item_key = p->results ? check_need(c, item, "Answer.Item", "key") : NULL;
	p->item_version = item ? node_get(item, "version") : NULL;
	p->item_message = item ? node_get(item, "message") : NULL;
	p->items = ranges(c, node_at(n, "Class"), "Answer.Class", p->item, CODE_RANGES);
	p->wholes = ranges(c, node_at(n, "Whole"), "Answer.Whole", p->whole, CODE_RANGES);
	p->statuses = ranges(c, node_at(n, "Status"), "Answer.Status", p->status, STATUSES);
	if (!has_class(p->status, p->statuses, PC_ACCEPTED))
		check_fault(c, "Answer.Status",
			    "Answer.Status names no HTTP status as ok: nothing "
			    "would ever be accepted");
	if (p->results && !has_class(p->item, p->items, PC_ACCEPTED))
		check_fault(c, "Answer.Class",
			    "Answer.Class names no code as ok: nothing would "
			    "ever be accepted");
	if (!p->results && p->max_items != 1)
		check_fault(c, "Answer",
			    "Answer.results is missing: then Profile.max_items must "
			    "be 1");
}

static void questions(struct check *c)
{
	struct platform *p = c->p;
	struct node *ask = node_at(p->tree, "Ask"), *list = node_at(p->tree, "List");
	check_only(c, ask, "Ask", "absent,version,receipt");
	check_only(c, list, "List", "items,next,key,version,op,receipt,hours");
	p->ask_absent = check_whole(c, ask, "Ask", "absent", 404, 100, 599);
	p->ask_version = ask ? node_get(ask, "version") : NULL;
	p->ask_receipt = ask ? check_need(c, ask, "Ask", "receipt") : NULL;
	p->list_items = list ? check_need(c, list, "List", "items") : NULL;
	p->list_key = list ? check_need(c, list, "List", "key") : NULL;
	p->list_next = list ? node_get(list, "next") : NULL;
	p->list_version = list ? node_get(list, "version") : NULL;
	p->list_op = list ? node_get(list, "op") : NULL;
	p->list_receipt = list ? node_get(list, "receipt") : NULL;
	p->list_hours = list ? node_get(list, "hours") : NULL;
	for (int k = 0; k < OB_KINDS; k++) {
		const char *kind = outbox_kind_word((enum outbox_kind)k);
		if (p->kind[k].ask && !ask)
			check_fault(c, arena_fmt(p->arena, "Kind.%s.ask", kind),
				    "Kind.%s.ask without Ask, which says how its answer is read",
				    kind);
		if (p->kind[k].list && !list)
			check_fault(c, arena_fmt(p->arena, "Kind.%s.list", kind),
				    "Kind.%s.list without List, which says how it is read", kind);
	}
}

const char *platform_place(const struct platform *p, struct arena *a, const char *path)
{
	return arena_fmt(a, "%s.hdf:%lld", p->profile, (long long)map_line_of(&p->lines, path));
}

static const char *path_of(struct arena *a, const char *name)
{
	bool plain = *name &&
		     strspn(name, "abcdefghijklmnopqrstuvwxyz0123456789-_") == strlen(name);
	const char *path = arena_fmt(a, "%s/platform/%s.hdf", cfg.templates, name);
	return plain && access(path, R_OK) == 0 ? path : NULL;
}

/* What a mapping does not say is as in its pattern; that one is sound in itself, and has none. */
static void pattern(struct check *c, struct arena *a)
{
	struct node *n = node_at(c->p->tree, "Profile"), *own = c->p->tree, *base = NULL;
	const char *like = n ? node_get(n, "like") : NULL;
	struct map_lines lines;
	struct check quiet = { .p = c->p };
	if (!like)
		return;
	const char *path = path_of(a, like);
	if (path)
		check_lines(&quiet, path, &lines);
	if (!path || quiet.faults || node_file(path, &base)) {
		check_fault(c, "Profile.like",
			    "Profile.like = %s: no such mapping, or one with faults: zyz-admin "
			    "mapping %s names them",
			    like, like);
		return;
	}
	if (node_at(node_at(base, "Profile"), "like"))
		check_fault(c, "Profile.like", "Profile.like = %s: it has a pattern itself", like);
	node_copy(base, own);
	node_free(&own);
	c->p->tree = base;
}

enum err platform_read(struct arena *a, const char *name, struct platform **out,
		       const char **faults)
{
	struct arena *own = arena_new();
	struct platform *p = arena_alloc(own, sizeof(*p));
	struct check c = { .p = p };
	p->arena = own;
	p->profile = arena_str(own, name);
	const char *path = path_of(a, name);
	if (!path)
		check_say(&c, 0, "there is no file %s/platform/%s.hdf that can be read",
			  cfg.templates, name);
	else
		check_lines(&c, path, &p->lines);
	if (!c.faults && node_file(path, &p->tree))
		check_say(&c, 0, "%s", err_text());
	if (p->tree)
		pattern(&c, a);
	if (p->tree) {
		profile(&c);
		check_kinds(&c);
		check_result(&c);
		if (!p->file) {
			signing(&c);
			answers(&c);
			questions(&c);
		}
	}
	*faults = all_said(a, &c);
	if (!c.faults) {
		*out = p;
		return OK;
	}
	platform_free(p);
	return ERR(ERR_INTERNAL, "%s", *faults);
}

void platform_free(struct platform *p)
{
	if (p->tree)
		node_free(&p->tree);
	arena_free(p->arena);
}
