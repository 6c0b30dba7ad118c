/* platform_kinds.c - checks what a mapping says of each kind of record: its fields, their formats
 * and codes. */
#include <string.h>

#include "platform_inside.h"

/* Codes of lists that are ours and closed; a mapping must know all of them. */
static const struct {
	const char *fact, *codes;
} closed[] = { { "evidence", "scan,met,list,declared,backfill" },
	       { "op", "put,withdraw" },
	       { "star", "1,2,3,4,5" },
	       { "result", "passed,failed" },
	       { "rating", "1,2,3,4,5" },
	       { "sex", "1,2" } };

static void counterparts(struct check *c, const char *where, const char *fact, const char *list)
{
	if (!node_at(node_at(c->p->tree, "Code"), list)) {
		check_fault(c, where, "%s.code = %s: there is no list Code.%s", where, list, list);
		return;
	}
	for (size_t i = 0; i < sizeof(closed) / sizeof(closed[0]); i++) {
		if (!str_eq(closed[i].fact, fact))
			continue;
		for (const char *s = closed[i].codes; *s;) {
			size_t n = strcspn(s, ",");
			const char *code = arena_dup(c->p->arena, s, n);
			if (!platform_code(c->p, list, code))
				check_fault(c, arena_fmt(c->p->arena, "Code.%s", list),
					    "Code.%s: no counterpart for %s, which %s may be: add "
					    "%s = THEIRS, or _other",
					    list, code, fact, code);
			s += n + (s[n] == ',');
		}
	}
}

static const char *facts_of(struct arena *a, enum outbox_kind k)
{
	struct buf b = { .arena = a };
	buf_str(&b, "key, version, op");
	for (const char *const *f = outbox_facts(k); *f; f++)
		buf_fmt(&b, ", %s", *f);
	return b.p;
}

static const char *kind_words(struct arena *a)
{
	struct buf b = { .arena = a };
	for (int k = 0; k < OB_KINDS; k++)
		buf_fmt(&b, "%s%s", k ? ", " : "", outbox_kind_word((enum outbox_kind)k));
	return b.p;
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
	if (!from) {
		if (codes)
			check_fault(c, where, "%s.code without %s.from", where, where);
		return;
	}
	if (!is_fact(k, from))
		check_fault(c, arena_fmt(c->p->arena, "%s.from", where),
			    "%s.from = %s: a %s has no %s; there are: %s", where, from,
			    outbox_kind_word(k), from, facts_of(c->p->arena, k));
	if (codes)
		counterparts(c, where, from, codes);
	if (f->choices == CHOICES) {
		check_fault(c, where, "%s: more than %d choices", where, CHOICES);
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
	} formats[] = { { "text", MF_TEXT },
			{ "hours", MF_HOURS },
			{ "digits18", MF_DIGITS18 },
			{ "whole", MF_WHOLE },
			{ "compact", MF_COMPACT } };
	for (size_t i = 0; i < sizeof(formats) / sizeof(formats[0]); i++)
		if (str_eq(word, formats[i].word))
			return formats[i].format;
	if (word)
		check_fault(c, arena_fmt(c->p->arena, "%s.format", where),
			    "%s.format = %s: must "
			    "be text, hours, digits18, whole or compact",
			    where, word);
	return MF_TEXT;
}

static void field(struct check *c, enum outbox_kind k, struct node *n, struct map_kind *kind)
{
	const char *where = arena_fmt(c->p->arena, "Kind.%s.Field.%s", outbox_kind_word(k),
				      node_name(n));
	struct map_field f = { .to = str_or(node_get(n, "to"), node_name(n)) };
	check_only(c, n, where, "to,title,value,from,code,format,required,always,max,0,1,2,3");
	f.title = str_or(node_get(n, "title"), f.to);
	f.value = node_get(n, "value");
	f.format = format(c, where, node_get(n, "format"));
	f.required = check_whole(c, n, where, "required", 0, 0, 1) == 1;
	f.always = check_whole(c, n, where, "always", 0, 0, 1) == 1;
	f.max = check_whole(c, n, where, "max", 0, 1, 20000);
	choice(c, k, where, n, &f);
	for (struct node *x = node_first(n); x; x = node_next(x))
		if (str_in(node_name(x), "0,1,2,3")) {
			const char *at = arena_fmt(c->p->arena, "%s.%s", where, node_name(x));
			check_only(c, x, at, "from,code");
			choice(c, k, at, x, &f);
		}
	if (!f.value && !f.choices)
		check_fault(c, where, "%s has neither value nor from", where);
	if (kind->n == MAP_FIELDS)
		check_fault(c, where, "%s: more than %d fields", where, MAP_FIELDS);
	else
		kind->fields[kind->n++] = f;
}

void check_kinds(struct check *c)
{
	struct platform *p = c->p;
	for (struct node *n = node_first(node_at(p->tree, "Kind")); n; n = node_next(n)) {
		const char *where = arena_fmt(p->arena, "Kind.%s", node_name(n));
		enum outbox_kind k;
		if (!outbox_kind_of(node_name(n), &k)) {
			check_fault(c, where, "%s: no such kind of record; there are: %s", where,
				    kind_words(p->arena));
			continue;
		}
		struct map_kind *kind = &p->kind[k];
		check_only(c, n, where, "path,ask,list,interface,match,Field");
		kind->used = true;
		kind->path = p->file ? "" : check_need(c, n, where, "path");
		kind->ask = node_get(n, "ask");
		kind->list = node_get(n, "list");
		kind->interface = node_get(n, "interface");
		check_names(c, where, "path", kind->path);
		check_names(c, where, "ask", kind->ask);
		check_names(c, where, "list", kind->list);
		for (struct node *f = node_first(node_at(n, "Field")); f; f = node_next(f))
			field(c, k, f, kind);
		if (!kind->n)
			check_fault(c, where, "%s has no Field", where);
	}
	if (!node_first(node_at(p->tree, "Kind")))
		check_fault(c, "Kind",
			    "Kind is missing: no kind of record would be posted; there "
			    "are: %s",
			    kind_words(p->arena));
}
