/*
 * subset.c - cuts the fonts of certificates out of the system's: the characters of GB 2312 and
 * what names and addresses need besides, with the outlines' subroutines resolved.
 *
 * Cairo keeps all subroutines of a CFF font in each PDF: with the stock font a page has 678 KB,
 * with such a subset 60. The rarer Chinese characters, which some names have, are a font of their
 * own, so that only those who need it pay for it; what is left comes from the stock font.
 *
 *	subset FONT.ttc FACE OUT.otf [rare]
 */
#include <errno.h>
#include <iconv.h>
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

/* Each cell of the code table that converts. */
static int gb2312(hb_set_t *to)
{
	iconv_t cd = iconv_open("UCS-4BE", "GB2312");
	if (cd == (iconv_t)-1)
		return fail("GB2312", strerror(errno));
	for (int row = 0xa1; row <= 0xf7; row++)
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

static int write_out(const char *path, hb_blob_t *blob)
{
	unsigned n;
	const char *p = hb_blob_get_data(blob, &n);
	FILE *f = fopen(path, "wb");
	if (!f || fwrite(p, 1, n, f) != n || fclose(f))
		return fail(path, strerror(errno));
	return n ? 0 : fail(path, "empty");
}

static int choose(hb_set_t *to, int rare)
{
	hb_set_t *common = rare ? hb_set_create() : to;
	hb_set_add_range(common, 0x20, 0x7e);
	for (size_t i = 0; i < sizeof(more) / sizeof(more[0]); i++)
		hb_set_add(common, more[i]);
	int rc = gb2312(common);
	if (!rare)
		return rc;
	hb_set_add_range(to, 0x3400, 0x4dbf);
	hb_set_add_range(to, 0x4e00, 0x9fff);
	hb_set_add_range(to, 0x20000, 0x323af);
	hb_set_subtract(to, common);
	hb_set_destroy(common);
	return rc;
}

int main(int argc, char **argv)
{
	int rare = argc == 5 && strcmp(argv[4], "rare") == 0;
	if (argc != 4 && !rare)
		return fail("usage", "subset FONT.ttc FACE OUT.otf [rare]");
	hb_blob_t *font = hb_blob_create_from_file_or_fail(argv[1]);
	if (!font)
		return fail(argv[1], "cannot be read");
	hb_face_t *face = hb_face_create(font, (unsigned)strtoul(argv[2], NULL, 10));
	hb_subset_input_t *in = hb_subset_input_create_or_fail();
	if (!in)
		return fail(argv[1], "no memory");
	if (choose(hb_subset_input_unicode_set(in), rare))
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
