/*
 * page_fold.c - templates as they are loaded. What is taken in and what macros say is put where it
 * is called, texts are put in their places, escaped; a loop over texts is written out, and of an
 * `if` that every request answers alike stays what it shows. The rest is written again as a
 * template, for ClearSilver. What a page shows does not change by it (golden_test.c compares).
 */
#include "page_fold.h"

#include <string.h>

#include "hdf_alloc.h"
#include "page_time.h"

enum { DEEPEST = 40 };

struct tag {
	const char *from, *to; /* the whole of it */
	const char *word;      /* var, if, /if, ... "#" */
	const char *rest;      /* behind the colon, up to its end */
};

static void fold_part(struct fold *f, const char *p, const char *end);

static bool is(const struct tag *t, const char *word)
{
	return strcmp(t->word, word) == 0;
}

/* The next tag from p on; without one its word is "". */
static struct tag next_tag(struct fold *f, const char *p, const char *end)
{
	struct tag t = { .from = strstr(p, "<?cs"), .word = "", .to = end };
	const char *close = t.from ? strstr(t.from, "?>") : NULL;
	if (!t.from || t.from >= end || !close) {
		t.from = end;
		return t;
	}
	const char *word = fold_skip(t.from + 4);
	size_t n = *word == '#' ? 1 : strcspn(word, "!?: \t\r\n");
	t.word = arena_dup(f->arena, word, n);
	t.rest = arena_dup(f->arena, word + n, (size_t)(close - word) - n);
	t.rest += *t.rest == '!';
	t.rest += *t.rest == ':';
	t.to = close + 2;
	return t;
}

/* The tag that ends what stands from p on: the end of the block, or of this branch of it. */
static struct tag block_end(struct fold *f, const char *p, const char *end)
{
	for (int depth = 0;;) {
		struct tag t = next_tag(f, p, end);
		bool branch = is(&t, "else") || is(&t, "elif");
		if (!*t.word || (depth == 0 && (branch || *t.word == '/')))
			return t;
		depth += is(&t, "if") || is(&t, "each") || is(&t, "def");
		depth -= *t.word == '/';
		p = t.to;
	}
}

static void scope_push(struct fold *f, const char *name, struct value v)
{
	struct scope *s = arena_alloc(f->arena, sizeof(*s));
	*s = (struct scope){ name, v, f->scope };
	f->scope = s;
}

/* What is not the same behind one branch and behind another, a request will know. */
static void sets_join(struct sets *into, const struct sets *other)
{
	for (size_t i = 0; i < MAX_SETS; i++) {
		const char *a = into->is[i], *b = other->is[i];
		if (a != b && (!a || !b || a == fold_later || b == fold_later || strcmp(a, b) != 0))
			into->is[i] = fold_later;
	}
}

/* As ClearSilver's own html mode writes it. */
static void add_escaped(struct fold *f, const char *text)
{
	char *html = NULL;
	if (f->bad != STATUS_OK)
		return;
	f->bad = neos_html_escape(text, (int)strlen(text), &html);
	if (f->bad == STATUS_OK)
		buf_str(&f->out, html);
	hdf_free(html);
}

static void fold_var(struct fold *f, const struct tag *t)
{
	const char *p = t->rest;
	struct value v = fold_value(f, &p);
	if (v.is)
		add_escaped(f, v.is);
	else
		buf_fmt(&f->out, "<?cs var:%s ?>", v.text);
}

static void fold_assign(struct fold *f, const struct tag *t)
{
	const char *p = t->rest, *name = fold_word(f, &p);
	p = fold_skip(p);
	p += *p == '=';
	struct value v = fold_value(f, &p);
	size_t i = fold_set(f, name);
	if (i == MAX_SETS && f->name_count < MAX_SETS) {
		i = f->name_count++;
		f->names[i] = name;
	}
	if (i == MAX_SETS) {
		f->bad = nerr_raise(NERR_PARSE, "more than %d names are set", MAX_SETS);
		return;
	}
	f->now.is[i] = v.is ? v.is : fold_later;
	buf_fmt(&f->out, "<?cs set:%s = %s ?>", name, v.text);
}

/* Each branch begins with what was set before; behind the last that may be shown none is looked
 * at. Gives the end of the whole. */
static const char *fold_if(struct fold *f, struct tag at, const char *end)
{
	struct sets before = f->now, after = before;
	bool open = false, done = false, any = false;
	for (struct tag next;; at = next) {
		next = block_end(f, at.to, end);
		const char *p = at.rest;
		f->now = before;
		struct value v = { .is = "1" };
		if (!done && !is(&at, "else"))
			v = fold_value(f, &p);
		if (!done && (!v.is || fold_true(v.is))) {
			if (!v.is)
				buf_fmt(&f->out, "<?cs %s:%s ?>", open ? "elif" : "if", v.text);
			else if (open)
				buf_str(&f->out, "<?cs else ?>");
			open |= !v.is;
			done = v.is != NULL;
			fold_part(f, at.to, next.from);
			if (any)
				sets_join(&after, &f->now);
			else
				after = f->now;
			any = true;
		}
		if (!is(&next, "else") && !is(&next, "elif")) {
			at = next;
			break;
		}
	}
	if (!done && any)
		sets_join(&after, &before);
	f->now = after;
	if (open)
		buf_str(&f->out, "<?cs /if ?>");
	return at.to;
}

/* A loop that goes on around this one has the name. */
static bool taken(const struct fold *f, const char *name)
{
	for (const struct scope *s = f->scope; s; s = s->up)
		if (strcmp(s->value.text, name) == 0)
			return true;
	return false;
}

static const char *fold_each(struct fold *f, struct tag at, const char *end)
{
	struct tag close = block_end(f, at.to, end);
	const char *p = at.rest, *name = fold_word(f, &p);
	const struct scope *outside = f->scope;
	p = fold_skip(p);
	p += *p == '=';
	struct value list = fold_value(f, &p);
	if (list.is) {
		for (HDF *c = list.node ? hdf_obj_child(list.node) : NULL; c; c = hdf_obj_next(c)) {
			const char *place = arena_fmt(f->arena, "%s.%s", list.place,
						      hdf_obj_name(c));
			struct value v = fold_node(f, c, place);
			v.name = hdf_obj_name(c);
			v.first = c == hdf_obj_child(list.node);
			v.last = !hdf_obj_next(c);
			scope_push(f, name, v);
			fold_part(f, at.to, close.from);
			f->scope = outside;
		}
		return close.to;
	}
	const char *own = name;
	while (taken(f, own))
		own = arena_fmt(f->arena, "%s_", own);
	scope_push(f, name, (struct value){ .text = own, .place = own });
	buf_fmt(&f->out, "<?cs each:%s = %s ?>", own, list.text);
	/* Once in vain: what a round sets, the next one finds. */
	struct sets before = f->now;
	size_t n = f->out.n;
	fold_part(f, at.to, close.from);
	sets_join(&f->now, &before);
	before = f->now;
	f->out.n = n;
	fold_part(f, at.to, close.from);
	sets_join(&f->now, &before);
	buf_str(&f->out, "<?cs /each ?>");
	f->scope = outside;
	return close.to;
}

static const char *fold_def(struct fold *f, struct tag at, const char *end)
{
	struct tag close = block_end(f, at.to, end);
	const char *p = at.rest, *name = fold_word(f, &p);
	if (f->macro_count < MAX_MACROS)
		f->macros[f->macro_count++] = (struct macro){ name, p, at.to, close.from };
	else
		f->bad = nerr_raise(NERR_PARSE, "more than %d macros", MAX_MACROS);
	return close.to;
}

/* What is bound to a macro's name is written where it is asked: in parentheses unless a place.
 * A number is passed as its letters. */
static void fold_call(struct fold *f, const struct tag *t)
{
	const struct scope *outside = f->scope, *inside = outside;
	const char *p = t->rest, *name = fold_word(f, &p);
	const struct macro *m = NULL;
	for (size_t i = 0; i < f->macro_count; i++)
		if (strcmp(f->macros[i].name, name) == 0)
			m = &f->macros[i];
	if (!m) {
		f->bad = nerr_raise(NERR_PARSE, "no macro %s()", name);
		return;
	}
	const char *params = m->params;
	for (p = fold_skip(p); *p == '(' || *p == ','; p = fold_skip(p)) {
		params = fold_skip(params) + 1;
		const char *param = fold_word(f, &params);
		p = fold_skip(p + 1);
		if (*p == ')' && !*param)
			break;
		f->scope = outside;
		struct value v = fold_value(f, &p);
		if (!v.is && !v.place)
			v.text = arena_fmt(f->arena, "(%s)", v.text);
		if (v.number)
			v = fold_known(f, v.is, NULL);
		f->scope = inside;
		scope_push(f, param, v);
		inside = f->scope;
	}
	f->scope = inside;
	fold_part(f, m->from, m->to);
	f->scope = outside;
}

static void fold_file(struct fold *f, const char *name)
{
	char path[_POSIX_PATH_MAX], *source = NULL;
	if (f->bad == STATUS_OK)
		f->bad = hdf_search_path(f->paths, name, path);
	if (f->bad == STATUS_OK)
		f->bad = ne_load_file(path, &source);
	if (f->bad != STATUS_OK)
		return;
	/* Macros go on pointing into it. */
	const char *text = arena_str(f->arena, source);
	hdf_free(source);
	fold_part(f, text, text + strlen(text));
}

/* Gives where it goes on. */
static const char *fold_tag(struct fold *f, struct tag t, const char *end)
{
	if (is(&t, "if"))
		return fold_if(f, t, end);
	if (is(&t, "each"))
		return fold_each(f, t, end);
	if (is(&t, "def"))
		return fold_def(f, t, end);
	if (is(&t, "var"))
		fold_var(f, &t);
	else if (is(&t, "set"))
		fold_assign(f, &t);
	else if (is(&t, "call"))
		fold_call(f, &t);
	else if (is(&t, "include"))
		fold_file(f, arena_dup(f->arena, t.rest + 1, strcspn(t.rest + 1, "\"")));
	else if (!is(&t, "#"))
		buf_add(&f->out, t.from, (size_t)(t.to - t.from));
	return t.to;
}

static void fold_part(struct fold *f, const char *p, const char *end)
{
	if (f->depth == DEEPEST)
		f->bad = nerr_raise(NERR_PARSE, "a template that takes itself in");
	f->depth++;
	while (f->bad == STATUS_OK && p < end) {
		struct tag t = next_tag(f, p, end);
		buf_add(&f->out, p, (size_t)(t.from - p));
		p = *t.word ? fold_tag(f, t, end) : end;
	}
	f->depth--;
}

/* Without what is set and never asked for. */
static struct buf fold_unread(struct fold *f)
{
	struct buf out = { .arena = f->arena };
	const char *p = f->out.p, *end = p + f->out.n;
	while (p < end) {
		struct tag t = next_tag(f, p, end);
		const char *name = t.rest;
		bool drop = is(&t, "set") && !f->read[fold_set(f, fold_word(f, &name))];
		buf_add(&out, p, (size_t)((drop ? t.from : t.to) - p));
		p = t.to;
	}
	return out;
}

NEOERR *page_load(void *texts, HDF *hdf, const char *name, char **contents)
{
	struct fold f = { .arena = arena_new(), .texts = texts, .paths = hdf };
	f.out.arena = f.arena;
	buf_str(&f.out, "");
	fold_file(&f, name);
	struct buf out = fold_unread(&f);
	if (f.bad == STATUS_OK) {
		*contents = hdf_strdup(str_or(out.p, ""));
		if (!*contents)
			f.bad = nerr_raise(NERR_NOMEM, "%s", name);
	}
	arena_free(f.arena);
	return nerr_pass(f.bad);
}
