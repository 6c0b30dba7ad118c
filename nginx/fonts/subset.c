/*
 * subset.c - cuts the fonts of certificates out of the system's: the characters of GB 2312 and
 * what names and addresses need besides, with the outlines' subroutines resolved.
 *
 * Cairo keeps all subroutines of a CFF font in each PDF: with the stock font a page has 678 KB,
 * with such a subset 60; and for each letter it looks through all that the font has. So the
 * characters stand in four fonts, and only who needs one pays for it: those of our own words (the
 * texts of papers, code lists), the rest of the common half of GB 2312, its other half, and
 * the rarer ones that some names have. What is left comes from the stock font. The rarer ones are
 * eight fonts, in the order of their codes and so of their radicals: cairo holds a font whole while
 * it writes it, and one name is no reason to hold 17 MB.
 *
 *	subset FONT.ttc FACE OUT.otf words|common|second|rare0..rare7 WORDS.hdf ...
 */
#include <errno.h>
#include <iconv.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <hb.h>
#include <hb-subset.h>

/* Not in GB 2312: the dot of names, quotes, dashes, zero as a figure, units, signs of forms. */
static const hb_codepoint_t more[] = { 0x00b7, 0x2014, 0x2013, 0x2026, 0x201c, 0x201d,
				       0x2018, 0x2019, 0x3007, 0x2103, 0x33a1, 0x2605,
				       0x2606, 0x3014, 0x3015, 0xff0a };

static int fail(const char *what, const char *text)
{
	fprintf(stderr, "subset: %s: %s\n", what, text);
	return 1;
}

/* Rows of the code table: signs and the characters of level 1, and those of level 2. */
enum { FIRST_ROW = 0xa1, SECOND_ROW = 0xd8, LAST_ROW = 0xf7 };

/* Each cell of these rows that converts. */
static int gb2312(hb_set_t *to, int from_row, int to_row)
{
	iconv_t cd = iconv_open("UCS-4BE", "GB2312");
	if (cd == (iconv_t)-1)
		return fail("GB2312", strerror(errno));
	for (int row = from_row; row <= to_row; row++)
		for (int cell = 0xa1; cell <= 0xfe; cell++) {
			char in[2] = { (char)row, (char)cell };
			unsigned char out[4];
			char *from = in, *into = (char *)out;
			size_t left = sizeof(in), room = sizeof(out);
			if (iconv(cd, &from, &left, &into, &room) != (size_t)-1 && room == 0)
				hb_set_add(to, (hb_codepoint_t)out[0] << 24 |
						       (hb_codepoint_t)out[1] << 16 |
						       (hb_codepoint_t)out[2] << 8 | out[3]);
			(void)iconv(cd, NULL, NULL, NULL, NULL);
		}
	(void)iconv_close(cd);
	return 0;
}

/* Each character of a file, but for the signs that break lines. */
static int characters(hb_set_t *to, const char *path)
{
	iconv_t cd = iconv_open("UCS-4BE", "UTF-8");
	FILE *f = fopen(path, "rb");
	char *text = NULL;
	size_t room = 0;
	if (cd == (iconv_t)-1 || !f || getdelim(&text, &room, '\0', f) < 0)
		return fail(path, strerror(errno));
	size_t left = strlen(text);
	for (char *from = text; left;) {
		unsigned char out[4];
		char *into = (char *)out;
		size_t four = sizeof(out);
		if (iconv(cd, &from, &left, &into, &four) == (size_t)-1 && four)
			return fail(path, "is no UTF-8");
		hb_codepoint_t c = (hb_codepoint_t)out[1] << 16 | (hb_codepoint_t)out[2] << 8 |
				   out[3];
		if (c >= ' ')
			hb_set_add(to, c);
	}
	(void)iconv_close(cd);
	(void)fclose(f);
	free(text);
	return 0;
}

static int write_out(const char *path, hb_blob_t *blob)
{
	unsigned n;
	const char *p = hb_blob_get_data(blob, &n);
	FILE *f = fopen(path, "wb");
	if (!f || fwrite(p, 1, n, f) != n || fclose(f))
		return fail(path, strerror(errno));
	return n ? 0 : fail(path, "empty");
}

enum { RARE = 8 };

/* Of those that the font has, one part in eight. */
static void part(hb_set_t *to, hb_face_t *face, unsigned which)
{
	hb_set_t *has = hb_set_create();
	hb_face_collect_unicodes(face, has);
	hb_set_intersect(to, has);
	hb_set_destroy(has);
	unsigned each = hb_set_get_population(to) / RARE + 1, i = 0;
	hb_set_t *others = hb_set_create();
	for (hb_codepoint_t c = HB_SET_VALUE_INVALID; hb_set_next(to, &c); i++)
		if (i / each != which)
			hb_set_add(others, c);
	hb_set_subtract(to, others);
	hb_set_destroy(others);
}

static int choose(hb_set_t *to, hb_face_t *face, const char *which, char **files)
{
	bool rare = strncmp(which, "rare", 4) == 0 && which[4] >= '0' && which[4] < '0' + RARE;
	hb_set_t *words = hb_set_create();
	int rc = 0;
	hb_set_add_range(words, 0x20, 0x7e);
	for (; !rc && *files; files++)
		rc = characters(words, *files);
	if (!rc && strcmp(which, "words") == 0) {
		hb_set_set(to, words);
		hb_set_clear(words);
	} else if (!rc && strcmp(which, "common") == 0) {
		for (size_t i = 0; i < sizeof(more) / sizeof(more[0]); i++)
			hb_set_add(to, more[i]);
		rc = gb2312(to, FIRST_ROW, SECOND_ROW - 1);
	} else if (!rc && strcmp(which, "second") == 0) {
		rc = gb2312(to, SECOND_ROW, LAST_ROW);
	} else if (!rc && rare) {
		rc = gb2312(words, FIRST_ROW, LAST_ROW);
		hb_set_add_range(to, 0x3400, 0x4dbf);
		hb_set_add_range(to, 0x4e00, 0x9fff);
		hb_set_add_range(to, 0x20000, 0x323af);
	} else if (!rc) {
		rc = fail(which, "is none of words, common, second and rare0 to rare7");
	}
	hb_set_subtract(to, words);
	hb_set_destroy(words);
	if (!rc && rare)
		part(to, face, (unsigned)(which[4] - '0'));
	return rc;
}

int main(int argc, char **argv)
{
	if (argc < 6)
		return fail("usage",
			    "subset FONT.ttc FACE OUT.otf words|common|second|rareN WORDS.hdf ...");
	hb_blob_t *font = hb_blob_create_from_file_or_fail(argv[1]);
	if (!font)
		return fail(argv[1], "cannot be read");
	hb_face_t *face = hb_face_create(font, (unsigned)strtoul(argv[2], NULL, 10));
	hb_subset_input_t *in = hb_subset_input_create_or_fail();
	if (!in)
		return fail(argv[1], "no memory");
	if (choose(hb_subset_input_unicode_set(in), face, argv[4], argv + 5))
		return 1;
	hb_subset_input_set_flags(in,
				  HB_SUBSET_FLAGS_DESUBROUTINIZE | HB_SUBSET_FLAGS_NOTDEF_OUTLINE);
	hb_face_t *cut = hb_subset_or_fail(face, in);
	if (!cut)
		return fail(argv[1], "cannot be cut");
	hb_blob_t *blob = hb_face_reference_blob(cut);
	int rc = write_out(argv[3], blob);
	hb_blob_destroy(blob);
	hb_face_destroy(cut);
	hb_subset_input_destroy(in);
	hb_face_destroy(face);
	hb_blob_destroy(font);
	return rc;
}
