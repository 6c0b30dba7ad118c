/*
 * xlsx.c - a workbook that somebody brings: as it is, and as the XML of its sheet in a ZIP that is
 * sound, since no made-up one would ever be.
 */
#include <archive.h>
#include <archive_entry.h>

#include "fuzz.h"
#include "text.h"
#include "xlsx.h"

static void try_it(struct bytes file)
{
	struct arena *a = arena_new();
	struct csv t = { NULL, 0 };
	const char *fault = xlsx_read(a, file, &t);
	must(!fault || str_in(fault, "csv_rows,xlsx_file,xlsx_large"));
	must(!fault || !t.n);
	must(t.n <= CSV_ROWS);
	for (size_t i = 0; i < t.n; i++) {
		must(t.row[i].n <= CSV_CELLS && t.row[i].n > 0);
		for (size_t k = 0; k < t.row[i].n; k++)
			must(utf8_valid(t.row[i].cell[k], strlen(t.row[i].cell[k])));
	}
	arena_free(a);
}

static void put(struct archive *z, const char *name, const void *p, size_t n)
{
	struct archive_entry *e = archive_entry_new();
	archive_entry_set_pathname(e, name);
	archive_entry_set_size(e, (la_int64_t)n);
	archive_entry_set_filetype(e, AE_IFREG);
	must(archive_write_header(z, e) == ARCHIVE_OK);
	must(!n || archive_write_data(z, p, n) == (la_ssize_t)n);
	archive_entry_free(e);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	static char room[65536];
	static const char strings[] = "<sst><si><t>a</t></si><si><r><t>b</t></r></si></sst>";
	size_t used = 0;
	uint8_t *raw = malloc(n + !n);
	must(raw != NULL);
	memcpy(raw, data, n);
	try_it((struct bytes){ raw, n });
	free(raw);
	struct archive *z = archive_write_new();
	must(archive_write_set_format_zip(z) == ARCHIVE_OK &&
	     archive_write_open_memory(z, room, sizeof(room), &used) == ARCHIVE_OK);
	put(z, "xl/sharedStrings.xml", strings, sizeof(strings) - 1);
	put(z, "xl/worksheets/sheet1.xml", data, n);
	must(archive_write_close(z) == ARCHIVE_OK);
	(void)archive_write_free(z);
	try_it((struct bytes){ (const uint8_t *)room, used });
	return 0;
}
