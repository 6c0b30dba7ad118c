/* platform.c - reads a mapping file and checks it: every fault is said with its place. */
#include "platform.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "config.h"
#include "platform_inside.h"

struct check {
	struct platform *p;
	struct buf faults;
	bool bad;
};

#define FAULT(c, ...) ((c)->bad = true, buf_fmt(&(c)->faults, "%s.hdf: ", (c)->p->profile), \
                       buf_fmt(&(c)->faults, __VA_ARGS__), buf_char(&(c)->faults, '\n'))

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

/* Children whose names are not in the list of words. */
static void only(struct check *c, struct node *n, const char *where, const char *words)
{
	for (struct node *x = node_first(n); x; x = node_next(x))
		if (!str_in(node_name(x), words))
			FAULT(c, "%s.%s: no such name; there are: %s", where, node_name(x), words);
}

static void names_known(struct check *c, const char *where, const char *text)
{
	const char *bad = text ? map_unknown_name(c->p->arena, text, MAP_NAMES) : NULL;
	if (bad)
		FAULT(c, "%s: {%s} is no name; there are: %s", where, bad, MAP_NAMES);
}

static const char *need(struct check *c, struct node *n, const char *where, const char *name)
{
	const char *value = n ? node_get(n, name) : NULL;
	if (!value || !*value)
		FAULT(c, "%s.%s is missing", where, name);
	return value;
}

static int64_t whole(struct check *c, struct node *n, const char *where, const char *name,
		     int64_t fallback, int64_t min, int64_t max)
{
	const char *text = n ? node_get(n, name) : NULL;
	char *end;
	if (!text)
		return fallback;
	long long v = strtoll(text, &end, 10);
	if (end == text || *end || v < min || v > max) {
		FAULT(c, "%s.%s = %s: must be %lld to "
		"%lld", where, name, text, (long long)min, (long long)max);
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
		struct map_range r;
		char *end;
		r.from = r.to = strtoll(node_name(x), &end, 10);
		if (*end == '_')
			r.to = strtoll(end + 1, &end, 10);
		if (*end || r.to < r.from)
			FAULT(c, "%s.%s: not a number or a range like "
			"1000_1999", where, node_name(x));
		else if (!class_of(node_value(x), &r.class))
			FAULT(c, "%s.%s = %s: no such "
			"meaning", where, node_name(x), str_or(node_value(x), ""));
		else if (count == max)
			FAULT(c, "%s has more than %zu rows", where, max);
		else
			out[count++] = r;
	}
	return count;
}

static size_t parts(struct check *c, const char *where, struct map_part *out, size_t max)
{
	size_t count = 0;
	for (struct node *x = node_first(node_at(c->p->tree, where)); x; x = node_next(x)) {
		only(c, x, where, "name,value,items");
		struct map_part part = { need(c, x, where, "name"), node_get(x, "value"),
					 node_get(x, "items") != NULL };
		names_known(c, where, part.value);
		if (!part.value && !part.items)
			FAULT(c, "%s.%s has neither value nor items", where, node_name(x));
		if (count == max)
			FAULT(c, "%s has more than %zu rows", where, max);
		else
			out[count++] = part;
	}
	return count;
}

/* Codes of lists that are ours and closed; a mapping must know all of them. */
static const struct {
	const char *fact, *codes;
} closed[] = { { "evidence", "scan,list,declared,backfill" },
	       { "op", "put,withdraw" },
	       { "star", "1,2,3,4,5" },
	       { "result", "passed,failed" },
	       { "rating", "1,2,3,4,5" },
	       { "sex", "1,2" } };

static void counterparts(struct check *c, const char *where, const char *fact, const char *list)
{
	if (!node_at(node_at(c->p->tree, "Code"), list)) {
		FAULT(c, "%s: no list Code.%s", where, list);
		return;
	}
	for (size_t i = 0; i < sizeof(closed) / sizeof(closed[0]); i++) {
		if (!str_eq(closed[i].fact, fact))
			continue;
		for (const char *s = closed[i].codes; *s;) {
			size_t n = strcspn(s, ",");
			const char *code = arena_dup(c->p->arena, s, n);
			if (!platform_code(c->p, list, code))
				FAULT(c, "Code.%s: no counterpart for %s", list, code);
			s += n + (s[n] == ',');
		}
	}
}

static bool is_fact(enum outbox_kind k, const char *name)
{
	if (str_in(name, "key,version,op"))
		return true;
	for (const char *const *f = outbox_facts(k); *f; f++)
		if (strcmp(*f, name) == 0)
			return true;
	return false;
}

static void choice(struct check *c, enum outbox_kind k, const char *where, struct node *n,
		   struct map_field *f)
{
	const char *from = node_get(n, "from"), *codes = node_get(n, "code");
	if (!from)
		return;
	if (!is_fact(k, from))
		FAULT(c, "%s: a %s has no %s", where, outbox_kind_word(k), from);
	if (codes)
		counterparts(c, where, from, codes);
	if (f->choices == CHOICES) {
		FAULT(c, "%s has more than %d choices", where, CHOICES);
		return;
	}
	f->choice[f->choices].from = from;
	f->choice[f->choices++].codes = codes;
}

static enum map_format format(struct check *c, const char *where, const char *word)
{
	static const struct {
		const char *word;
		enum map_format format;
	} formats[] = { { "text", MF_TEXT }, { "hours", MF_HOURS }, { "digits18", MF_DIGITS18 },
	                { "whole", MF_WHOLE }, { "compact", MF_COMPACT } };
	for (size_t i = 0; i < sizeof(formats) / sizeof(formats[0]); i++)
		if (str_eq(word, formats[i].word))
			return formats[i].format;
	if (word)
		FAULT(c, "%s.format = %s: must be text, hours, digits18, whole or "
		"compact", where, word);
	return MF_TEXT;
}

static void field(struct check *c, enum outbox_kind k, struct node *n, struct map_kind *kind)
{
	const char *where =
		arena_fmt(c->p->arena, "Kind.%s.Field.%s", outbox_kind_word(k), node_name(n));
	struct map_field f = { .to = str_or(node_get(n, "to"), node_name(n)) };
	only(c, n, where, "to,title,value,from,code,format,required,always,max,0,1,2,3");
	f.title = str_or(node_get(n, "title"), f.to);
	f.value = node_get(n, "value");
	f.format = format(c, where, node_get(n, "format"));
	f.required = whole(c, n, where, "required", 0, 0, 1) == 1;
	f.always = whole(c, n, where, "always", 0, 0, 1) == 1;
	f.max = whole(c, n, where, "max", 0, 1, 20000);
	choice(c, k, where, n, &f);
	for (struct node *x = node_first(n); x; x = node_next(x))
		if (str_in(node_name(x), "0,1,2,3")) {
			only(c, x, where, "from,code");
			choice(c, k, where, x, &f);
		}
	if (!f.value && !f.choices)
		FAULT(c, "%s has neither value nor from", where);
	if (kind->n == MAP_FIELDS)
		FAULT(c, "%s: more than %d fields", where, MAP_FIELDS);
	else
		kind->fields[kind->n++] = f;
}

static void kinds(struct check *c)
{
	struct platform *p = c->p;
	for (struct node *n = node_first(node_at(p->tree, "Kind")); n; n = node_next(n)) {
		enum outbox_kind k;
		if (!outbox_kind_of(node_name(n), &k)) {
			FAULT(c, "Kind.%s: no such kind of record", node_name(n));
			continue;
		}
		const char *where = arena_fmt(p->arena, "Kind.%s", node_name(n));
		struct map_kind *kind = &p->kind[k];
		only(c, n, where, "path,ask,list,interface,Field");
		kind->used = true;
		kind->path = p->file ? "" : need(c, n, where, "path");
		kind->ask = node_get(n, "ask");
		kind->list = node_get(n, "list");
		kind->interface = node_get(n, "interface");
		names_known(c, where, kind->path);
		names_known(c, where, kind->ask);
		names_known(c, where, kind->list);
		for (struct node *f = node_first(node_at(n, "Field")); f; f = node_next(f))
			field(c, k, f, kind);
		if (!kind->n)
			FAULT(c, "%s has no Field", where);
	}
}

static void profile(struct check *c)
{
	struct platform *p = c->p;
	struct node *n = node_at(p->tree, "Profile");
	only(c, p->tree, "top", "Profile,Sign,Header,Body,Answer,Ask,List,Code,Kind");
	only(c, n, "Profile", "name,transport,max_items,repeat");
	p->name = need(c, n, "Profile", "name");
	const char *transport = need(c, n, "Profile", "transport");
	if (transport && !str_in(transport, "http,file"))
		FAULT(c, "Profile.transport = %s: must be http or file", transport);
	p->file = str_eq(transport, "file");
	const char *repeat = n ? node_get(n, "repeat") : NULL;
	if (repeat && !str_in(repeat, "again,park"))
		FAULT(c, "Profile.repeat = %s: must be again or park", repeat);
	p->repeat = str_eq(repeat, "again");
	p->max_items = whole(c, n, "Profile", "max_items", 100, 1, 1000);
}

static void signing(struct check *c)
{
	struct platform *p = c->p;
	struct node *n = node_at(p->tree, "Sign");
	only(c, n, "Sign", "kind,text");
	const char *kind = n ? need(c, n, "Sign", "kind") : NULL;
	if (kind && !str_in(kind, "hmac-sha256,sha256"))
		FAULT(c, "Sign.kind = %s: must be hmac-sha256 or sha256", kind);
	p->sign = !kind ? MS_NONE : str_eq(kind, "sha256") ? MS_SHA256 : MS_HMAC;
	p->sign_text = n ? need(c, n, "Sign", "text") : NULL;
	names_known(c, "Sign.text", p->sign_text);
	p->headers = parts(c, "Header", p->header, HEADER_PARTS);
	p->bodies = parts(c, "Body", p->body, BODY_PARTS);
	bool hashes_body = p->sign_text && strstr(p->sign_text, "{body_sha256}");
	for (size_t i = 0; i < p->bodies; i++)
		if (hashes_body && p->body[i].value && strstr(p->body[i].value, "{sign}"))
			FAULT(c, "Body.%s holds {sign}, and Sign.text the body: one must "
			"not", p->body[i].name);
}

static void answers(struct check *c)
{
	struct platform *p = c->p;
	struct node *n = node_at(p->tree, "Answer"), *item = node_at(n, "Item");
	only(c, n, "Answer", "code,ok,message,results,Item,Class,Whole,Status");
	only(c, item, "Answer.Item", "key,version,code,receipt,message");
	p->code = n ? node_get(n, "code") : NULL;
	p->ok = whole(c, n, "Answer", "ok", 0, INT32_MIN, INT32_MAX);
	p->message = n ? node_get(n, "message") : NULL;
	p->results = n ? node_get(n, "results") : NULL;
	p->item_receipt = need(c, item, "Answer.Item", "receipt");
	p->item_code = p->results ? need(c, item, "Answer.Item", "code") : NULL;
	p->item_key = p->results ? need(c, item, "Answer.Item", "key") : NULL;
	p->item_version = item ? node_get(item, "version") : NULL;
	p->item_message = item ? node_get(item, "message") : NULL;
	p->items = ranges(c, node_at(n, "Class"), "Answer.Class", p->item, CODE_RANGES);
	p->wholes = ranges(c, node_at(n, "Whole"), "Answer.Whole", p->whole, CODE_RANGES);
	p->statuses = ranges(c, node_at(n, "Status"), "Answer.Status", p->status, STATUSES);
	if (!p->statuses)
		FAULT(c, "Answer.Status is missing");
	if (!p->results && p->max_items != 1)
		FAULT(c, "Answer.results is missing: then Profile.max_items must be 1");
}

static void questions(struct check *c)
{
	struct platform *p = c->p;
	struct node *ask = node_at(p->tree, "Ask"), *list = node_at(p->tree, "List");
	only(c, ask, "Ask", "absent,version,receipt");
	only(c, list, "List", "items,next,key,version,op,receipt,hours");
	p->ask_absent = whole(c, ask, "Ask", "absent", 404, 100, 599);
	p->ask_version = ask ? node_get(ask, "version") : NULL;
	p->ask_receipt = ask ? need(c, ask, "Ask", "receipt") : NULL;
	p->list_items = list ? need(c, list, "List", "items") : NULL;
	p->list_key = list ? need(c, list, "List", "key") : NULL;
	p->list_next = list ? node_get(list, "next") : NULL;
	p->list_version = list ? node_get(list, "version") : NULL;
	p->list_op = list ? node_get(list, "op") : NULL;
	p->list_receipt = list ? node_get(list, "receipt") : NULL;
	p->list_hours = list ? node_get(list, "hours") : NULL;
	for (int k = 0; k < OB_KINDS; k++) {
		if (p->kind[k].ask && !ask)
			FAULT(c, "Kind.%s.ask without Ask", outbox_kind_word((enum outbox_kind)k));
		if (p->kind[k].list && !list)
			FAULT(c, "Kind.%s.list without "
			"List", outbox_kind_word((enum outbox_kind)k));
	}
}

enum err platform_read(struct arena *a, const char *name, struct platform **out,
		       const char **faults)
{
	struct arena *own = arena_new();
	struct platform *p = arena_alloc(own, sizeof(*p));
	struct check c = { .p = p, .faults = { .arena = a } };
	p->arena = own;
	p->profile = arena_str(own, name);
	const char *path = arena_fmt(a, "%s/platform/%s.hdf", cfg.templates, name);
	bool plain =
		*name && strspn(name, "abcdefghijklmnopqrstuvwxyz0123456789-_") == strlen(name);
	if (!plain || access(path, R_OK) != 0)
		FAULT(&c, "there is no file %s", path);
	else if (node_file(path, &p->tree))
		FAULT(&c, "%s", err_text());
	if (p->tree) {
		profile(&c);
		kinds(&c);
		if (!p->file) {
			signing(&c);
			answers(&c);
			questions(&c);
		}
	}
	*faults = c.bad ? c.faults.p : "";
	if (!c.bad) {
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
