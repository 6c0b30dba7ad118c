/* xlsx.c - a ZIP by libarchive, its XML by expat, neither kept whole. */
#include "xlsx.h"

#include <archive.h>
#include <archive_entry.h>
#include <expat.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "text.h"

enum {
	UNPACKED = 8 << 20, /* bytes of one part */
	TEXTS = 4 << 20,    /* bytes of all cells */
	ENTRIES = 1000,
	STRINGS = CSV_ROWS * CSV_CELLS,
	PIECE = 16 << 10,
	TOKEN = 128 << 10 /* bytes of one tag, which expat reads anew with each piece */
};

struct book {
	struct arena *a;
	XML_Parser parser;
	const char *fault;
	bool table; /* the part with the texts that cells name */
	const char **string;
	size_t strings;
	struct csv t;
	struct buf text;
	size_t texts;
	bool taking, spoken; /* within a text; within how it is spoken */
	char type[12];
	size_t column, line; /* from 1 */
	struct csv_row row;
};

static void stop(struct book *b, const char *fault)
{
	b->fault = b->fault ? b->fault : fault;
	(void)XML_StopParser(b->parser, XML_FALSE);
}

static const char *attribute(const XML_Char **list, const char *name)
{
	for (; *list; list += 2)
		if (str_eq(list[0], name))
			return list[1];
	return NULL;
}

/* Some writers give each name a prefix. */
static const char *local(const char *name)
{
	const char *colon = strrchr(name, ':');
	return colon ? colon + 1 : name;
}

/* "AB12": 28; 0: none. */
static size_t column_of(const char *ref)
{
	size_t n = 0;
	for (; ref && *ref >= 'A' && *ref <= 'Z' && n < 100000; ref++)
		n = n * 26 + (size_t)(*ref - 'A') + 1;
	return n;
}

static void begin_cell(struct book *b, const XML_Char **list)
{
	size_t at = column_of(attribute(list, "r"));
	b->column = at ? at : b->column + 1;
	(void)snprintf(b->type, sizeof(b->type), "%s", str_or(attribute(list, "t"), "n"));
	b->text.n = 0;
}

static void XMLCALL begin(void *ctx, const XML_Char *name, const XML_Char **list)
{
	struct book *b = ctx;
	name = local(name);
	if (str_eq(name, "row")) {
		b->row = (struct csv_row){ .cell = arena_array(b->a, CSV_CELLS, sizeof(char *)),
					   .line = ++b->line };
		b->column = 0;
	} else if (str_eq(name, "c")) {
		begin_cell(b, list);
	} else if (str_eq(name, "si")) {
		b->text.n = 0;
	} else if (str_eq(name, "rPh")) {
		b->spoken = true;
	} else if (str_eq(name, "v") || str_eq(name, "t")) {
		b->taking = !b->spoken;
	}
}

static void XMLCALL letters(void *ctx, const XML_Char *p, int n)
{
	struct book *b = ctx;
	if (!b->taking || n < 0)
		return;
	b->texts += (size_t)n;
	if (b->texts > TEXTS)
		stop(b, "xlsx_large");
	else
		buf_add(&b->text, p, (size_t)n);
}

static const char *said(struct book *b)
{
	return text_prose(b->a, arena_dup(b->a, b->text.n ? b->text.p : "", b->text.n));
}

static void end_cell(struct book *b)
{
	const char *s = said(b);
	if (str_eq(b->type, "s")) {
		char *end;
		unsigned long at = strtoul(s, &end, 10);
		if (!*s || *end || *s == '-' || at >= b->strings)
			return stop(b, "xlsx_file");
		s = b->string[at];
		/* A text that many cells name counts each time. */
		b->texts += strlen(s);
		if (b->texts > TEXTS)
			return stop(b, "xlsx_large");
	}
	if (!b->row.cell || b->column > CSV_CELLS)
		return;
	while (b->row.n < b->column)
		b->row.cell[b->row.n++] = "";
	b->row.cell[b->column - 1] = s;
}

static void end_row(struct book *b)
{
	bool any = false;
	for (size_t i = 0; i < b->row.n; i++)
		any = any || *b->row.cell[i];
	if (any && b->t.n == CSV_ROWS)
		stop(b, "csv_rows");
	else if (any)
		b->t.row[b->t.n++] = b->row;
	b->row.cell = NULL;
}

static void XMLCALL end(void *ctx, const XML_Char *name)
{
	struct book *b = ctx;
	name = local(name);
	if (str_eq(name, "v") || str_eq(name, "t"))
		b->taking = false;
	else if (str_eq(name, "rPh"))
		b->spoken = false;
	else if (str_eq(name, "c") && !b->table)
		end_cell(b);
	else if (str_eq(name, "row") && b->row.cell)
		end_row(b);
	else if (str_eq(name, "si") && b->table && b->strings == STRINGS)
		stop(b, "xlsx_large");
	else if (str_eq(name, "si") && b->table)
		b->string[b->strings++] = said(b);
}

static void XMLCALL doctype(void *ctx, const XML_Char *name, const XML_Char *sys,
			    const XML_Char *pub, int own)
{
	(void)name, (void)sys, (void)pub, (void)own;
	stop(ctx, "xlsx_file");
}

/* The part at which z stands. */
static void part_read(struct book *b, struct archive *z)
{
	char piece[PIECE];
	size_t all = 0;
	la_ssize_t n = 0;
	b->parser = XML_ParserCreate(NULL);
	if (!b->parser) {
		b->fault = "xlsx_file";
		return;
	}
	XML_SetUserData(b->parser, b);
	XML_SetElementHandler(b->parser, begin, end);
	XML_SetCharacterDataHandler(b->parser, letters);
	XML_SetStartDoctypeDeclHandler(b->parser, doctype);
	while (!b->fault && (n = archive_read_data(z, piece, sizeof(piece))) > 0) {
		all += (size_t)n;
		if (all > UNPACKED)
			b->fault = "xlsx_large";
		else if (XML_Parse(b->parser, piece, (int)n, 0) != XML_STATUS_OK && !b->fault)
			b->fault = "xlsx_file";
		else if ((XML_Index)all - XML_GetCurrentByteIndex(b->parser) > TOKEN && !b->fault)
			b->fault = "xlsx_large";
	}
	if (!b->fault && (n < 0 || XML_Parse(b->parser, "", 0, 1) != XML_STATUS_OK))
		b->fault = "xlsx_file";
	XML_ParserFree(b->parser);
}

/* False: it has no such part. */
static bool part(struct book *b, struct bytes file, const char *name)
{
	struct archive *z = archive_read_new();
	struct archive_entry *e;
	bool found = false;
	if (!z || archive_read_support_format_zip_seekable(z) != ARCHIVE_OK ||
	    archive_read_open_memory(z, file.p, file.n) != ARCHIVE_OK)
		b->fault = "xlsx_file";
	for (int i = 0; !b->fault && !found && i < ENTRIES; i++) {
		if (archive_read_next_header(z, &e) != ARCHIVE_OK)
			break;
		found = str_eq(str_or(archive_entry_pathname(e), ""), name);
		if (found)
			part_read(b, z);
	}
	if (z)
		(void)archive_read_free(z);
	return found;
}

bool xlsx_is(struct bytes b)
{
	return b.n > 4 && memcmp(b.p, "PK\x03\x04", 4) == 0;
}

const char *xlsx_read(struct arena *a, struct bytes file, struct csv *out)
{
	struct book b = { .a = a, .table = true, .text = { .arena = a } };
	b.string = arena_array(a, STRINGS, sizeof(char *));
	b.t.row = arena_array(a, CSV_ROWS, sizeof(struct csv_row));
	(void)part(&b, file, "xl/sharedStrings.xml");
	b.table = b.taking = b.spoken = false;
	if (!b.fault && !part(&b, file, "xl/worksheets/sheet1.xml") && !b.fault)
		b.fault = "xlsx_file";
	if (!b.fault)
		*out = b.t;
	return b.fault;
}
