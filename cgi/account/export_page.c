/* export_page.c - 我的资料: everything that is kept about the person who asks, as a page to read. */
#include "export.h"

/* Page.Sections.N.{name,title,merged,more,Rows.N.Fields.N.{name,label,value}} */
static void put_section(struct node *list, const struct export_section *s)
{
	struct node *to = node_item(list), *rows = node_child(to, "Rows");
	node_set(to, "name", s->name);
	node_set(to, "title", s->title);
	node_int(to, "merged", s->merged ? (int64_t)s->merged : DB_NONE);
	node_int(to, "more", s->more ? EXPORT_ROWS : DB_NONE);
	for (const struct export_row *r = s->rows; r; r = r->next) {
		struct node *fields = node_child(node_item(rows), "Fields");
		for (const struct export_field *f = r->fields; f; f = f->next) {
			struct node *field = node_item(fields);
			node_set(field, "name", f->name);
			node_set(field, "label", f->label);
			node_set(field, "value", f->value);
		}
	}
}

enum err me_data(struct rq *q)
{
	struct export_section *all;
	const char *no;
	enum err e = export_read(q, &all, &no);
	if (!e)
		e = export_given(q);
	if (e)
		return e;
	struct node *list = put_list(q, "Sections");
	for (const struct export_section *s = all; s; s = s->next)
		put_section(list, s);
	return page(q, "account/data.cs");
}
