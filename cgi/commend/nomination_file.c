/* nomination_file.c - a nomination as files: the form as PDF, and all of its material in one. */
#include <stdio.h>

#include "archive.h"
#include "commend.h"
#include "nomination.h"
#include "page.h"
#include "proof.h"
#include "sheet.h"

/* A sheet that was made, as bytes of the request. */
static enum err sheet_bytes(struct arena *a, struct sheet *s, struct bytes *out)
{
	FILE *f;
	size_t n;
	enum err e = sheet_end(s, &f, &n);
	if (e)
		return e;
	char *p = arena_alloc(a, n + 1);
	rewind(f);
	size_t got = fread(p, 1, n, f);
	(void)fclose(f);
	*out = (struct bytes){ (const uint8_t *)p, got };
	return got == n ? OK : ERR(ERR_INTERNAL, "a sheet that ended early");
}

static void sheet_heads(struct sheet *s, const char *const *names, size_t n)
{
	for (size_t i = 0; i < n; i++)
		sheet_head(s, str_or(lang(names[i]), ""));
}

static enum err figures_sheet(struct rq *q, const struct material *m, struct bytes *out)
{
	static const char *const heads[] = { "commend.Field.what", "commend.has", "commend.wanted",
					     "Layout.state" };
	struct arena *a = q->arena;
	struct sheet *s;
	enum err e = sheet_begin(a, SHEET_XLSX, lang("commend.figures"), &s);
	if (e)
		return e;
	sheet_heads(s, heads, sizeof(heads) / sizeof(heads[0]));
	for (size_t i = 0; i < m->figures_n; i++) {
		const struct frozen_row *f = &m->figures[i];
		bool asked = f->wanted != DB_NONE;
		sheet_row(s);
		sheet_text(s, lang(arena_fmt(a, "commend.Figure.%s", f->what)));
		sheet_int(s, f->has);
		sheet_text(s, !asked ? NULL
				     : arena_fmt(a, "%s %lld",
						 str_or(lang(f->at_most == 1 ? "commend.at_most"
									     : "commend.at_least"),
							""),
						 (long long)f->wanted));
		sheet_text(s,
			   !asked ? NULL : lang(frozen_met(f) ? "commend.met" : "commend.unmet"));
	}
	return sheet_bytes(a, s, out);
}

static enum err services_sheet(struct rq *q, const struct material *m, struct bytes *out)
{
	static const char *const heads[] = { "Field.day", "commend.SheetHead.no",
					     "commend.activity", "commend.hours",
					     "commend.nomination_persons" };
	struct sheet *s;
	enum err e = sheet_begin(q->arena, SHEET_XLSX, lang("commend.nomination_services"), &s);
	if (e)
		return e;
	sheet_heads(s, heads, sizeof(heads) / sizeof(heads[0]));
	for (size_t i = 0; i < m->services_n; i++) {
		sheet_row(s);
		sheet_day(s, m->services[i].day);
		sheet_text(s, m->services[i].activity_no);
		sheet_text(s, m->services[i].title);
		sheet_hours(s, m->services[i].minutes);
		sheet_int(s, m->services[i].persons);
	}
	return sheet_bytes(q->arena, s, out);
}

static const char *file_name(struct rq *q, const char *label, const char *ending)
{
	return arena_fmt(q->arena, "%s.%s", str_or(lang(label), "file"), ending);
}

static enum err material_archive(struct rq *q, const struct nomination_row *n,
				 const struct material *m, struct bytes pdf, struct bytes *out)
{
	struct archive z;
	struct bytes file;
	archive_begin(&z, q->arena);
	archive_add(&z, file_name(q, "commend.nomination_paper", "pdf"), pdf);
	enum err e = figures_sheet(q, m, &file);
	if (!e)
		archive_add(&z, file_name(q, "commend.figures", "xlsx"), file);
	if (!e)
		e = services_sheet(q, m, &file);
	if (!e)
		archive_add(&z, file_name(q, "commend.nomination_services", "xlsx"), file);
	for (size_t i = 0; !e && i < m->pictures_n; i++) {
		e = proof_load(q, m->pictures[i].uid, n->station_id, &file);
		if (!e)
			archive_add(&z,
				    arena_fmt(q->arena, "%s%zu.jpg",
					      str_or(lang("commend.photos"), ""), i + 1),
				    file);
	}
	if (!e)
		*out = archive_end(&z);
	return e;
}

/* ".../nomination.pdf", ".../material.zip". */
enum err nomination_file(struct rq *q)
{
	struct nomination_row n;
	struct material m;
	struct bytes file;
	bool zip = str_eq(arg(q, 1), "material.zip");
	enum err e = nomination_find(q, &n);
	if (!e && !zip && !str_eq(arg(q, 1), "nomination.pdf"))
		e = ERR_NOT_FOUND;
	if (!e)
		e = nomination_material(n.id, &m);
	if (!e)
		e = nomination_draw(q, &n, &m, &file);
	if (!e && zip)
		e = material_archive(q, &n, &m, file, &file);
	if (e == ERR_CHECK) {
		err_clear();
		return refused(q, "glyph", nomination_show);
	}
	if (e)
		return e;
	const char *whom = n.erased == 1 ? "" : str_or(n.whom, "");
	return reply_file(q, zip ? "application/zip" : "application/pdf", arg(q, 1),
			  arena_fmt(q->arena, "%s %s.%s", n.title, whom, zip ? "zip" : "pdf"),
			  file);
}
