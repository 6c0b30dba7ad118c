/* platform_result.c - how the table that a platform gives back after an import is read. */
#include <string.h>

#include "platform_inside.h"

static const char *part(struct check *c, struct node *n, const char *name, bool needed)
{
	return needed ? check_need(c, n, "Result", name) : node_get(n, name);
}

static void match(struct check *c, enum outbox_kind k, const char *fields)
{
	struct map_kind *kind = &c->p->kind[k];
	struct arena *a = c->p->arena;
	const char *at = arena_fmt(a, "Kind.%s.match", outbox_kind_word(k));
	struct node *list = node_at(c->p->tree, arena_fmt(a, "Kind.%s.Field", outbox_kind_word(k)));
	for (const char *s = fields; *s;) {
		size_t n = strcspn(s, ","), i = 0;
		const char *name = arena_dup(a, s, n);
		struct node *f = node_first(list);
		while (f && !str_eq(node_name(f), name)) {
			f = node_next(f);
			i++;
		}
		if (!f)
			check_fault(c, at, "%s = %s: there is no Field.%s", at, fields, name);
		else if (kind->matches == PLATFORM_MATCH)
			check_fault(c, at, "%s: more than %d fields", at, PLATFORM_MATCH);
		else
			kind->match[kind->matches++] = i;
		s += n + (s[n] == ',');
	}
}

void check_result(struct check *c)
{
	struct platform *p = c->p;
	struct node *n = node_at(p->tree, "Result");
	check_only(c, n, "Result", "state,reason,receipt,accepted,refused,waiting");
	if (n && !p->file)
		check_fault(c, "Result", "Result is for mappings that write files");
	if (n)
		p->result = (struct platform_result){ .state = part(c, n, "state", true),
						      .reason = part(c, n, "reason", false),
						      .receipt = part(c, n, "receipt", false),
						      .accepted = part(c, n, "accepted", true),
						      .refused = part(c, n, "refused", true),
						      .waiting = part(c, n, "waiting", false) };
	for (int k = 0; k < OB_KINDS; k++) {
		const char *kind = outbox_kind_word((enum outbox_kind)k);
		struct node *one = node_at(p->tree, arena_fmt(p->arena, "Kind.%s", kind));
		const char *fields = one ? node_get(one, "match") : NULL;
		if (fields)
			match(c, (enum outbox_kind)k, fields);
		else if (n && one)
			check_fault(c, "Result",
				    "Kind.%s.match is missing: the fields that name a row of the "
				    "result",
				    kind);
	}
}

const struct platform_result *platform_result(const struct platform *p)
{
	return p->result.state ? &p->result : NULL;
}

size_t platform_match(const struct platform *p, enum outbox_kind k, const size_t **columns)
{
	*columns = p->kind[k].match;
	return p->kind[k].matches;
}
