/* document_test.c - sheets as PDF and PNG: the same bytes for the same content, fonts, limits. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "config.h"
#include "document.h"
#include "document_qr.h"

static struct arena *a;
static const struct doc_style plain = { .font = DOC_SERIF, .size = 12 };

static int setup(void **state)
{
	(void)state;
	/* The runner says where fonts were built; without any the system's serve. */
	config_load();
	a = arena_new();
	return 0;
}

static int teardown(void **state)
{
	(void)state;
	arena_free(a);
	return 0;
}

static enum err one_page(enum doc_kind kind, const char *text, struct bytes *out)
{
	struct doc *d = doc_start(a, kind, "title", "2026-11-22");
	(void)doc_write(d, 72, 72, 400, &plain, text);
	return doc_finish(d, out);
}

static bool has(struct bytes b, const char *needle)
{
	return memmem(b.p, b.n, needle, strlen(needle)) != NULL;
}

static void test_pdf_is_the_same_twice(void **state)
{
	struct bytes one, two;
	(void)state;
	assert_int_equal(one_page(DOC_PDF, "兹证明 乌兰图雅·123", &one), OK);
	assert_int_equal(one_page(DOC_PDF, "兹证明 乌兰图雅·123", &two), OK);
	assert_true(one.n > 1000 && memcmp(one.p, "%PDF-", 5) == 0);
	assert_int_equal(one.n, two.n);
	assert_memory_equal(one.p, two.p, one.n);
	assert_true(has(one, "/CreationDate (20261122"));
}

static void test_png_is_150_dots_to_the_inch(void **state)
{
	struct bytes b;
	(void)state;
	assert_int_equal(one_page(DOC_PNG, "志愿服务", &b), OK);
	assert_memory_equal(b.p, "\x89PNG\r\n\x1a\n", 8);
	assert_int_equal(b.p[18] << 8 | b.p[19], 1240);
	assert_int_equal(b.p[22] << 8 | b.p[23], 1753);
}

/* Characters of names that are not in GB 2312, and the dot. */
static void test_rare_names_have_glyphs(void **state)
{
	struct bytes b;
	(void)state;
	assert_int_equal(one_page(DOC_PDF, "赟䶮𬱖镕喆·囍", &b), OK);
}

static void test_a_character_in_no_font_is_refused(void **state)
{
	struct bytes b = { NULL, 0 };
	(void)state;
	err_clear();
	/* A private character, and a noncharacter of no script. */
	assert_int_equal(one_page(DOC_PDF, "王\uf8f7", &b), ERR_CHECK);
	assert_null(b.p);
	assert_int_equal(one_page(DOC_PNG, "王\uf8f7", &b), ERR_CHECK);
	assert_null(b.p);
}

static void test_text_wraps_and_is_measured(void **state)
{
	struct bytes b;
	(void)state;
	struct doc *d = doc_start(a, DOC_PDF, "t", "2026-11-22");
	double one = doc_height(d, 400, &plain, "志愿");
	double many = doc_height(d, 40, &plain, "志愿服务记录证明");
	double written = doc_write(d, 72, 72, 40, &plain, "志愿服务记录证明");
	assert_true(one > 12 && one < 24);
	assert_true(many > 2.5 * one);
	assert_true(written == many);
	assert_true(doc_height(d, 400, &plain, NULL) == 0);
	assert_true(doc_write(d, 0, 0, 400, &plain, "") == 0);
	assert_int_equal(doc_finish(d, &b), OK);
}

/* Sain dura-yin üilčilegen: three words and an ending of their own, in one column or in several. */
static void test_mongolian_goes_down(void **state)
{
	static const struct doc_style s = { .font = DOC_MONGOLIAN, .size = 20, .leading = 1.5 };
	const char *text = "\u1830\u1820\u1836\u1822\u1828 \u1833\u1824\u1837\u180e\u1820"
			   "\u202f\u1836\u1822\u1828 \u1826\u1822\u182f\u1821\u1834\u1822"
			   "\u182f\u1821\u182d\u1821\u1828";
	struct bytes b;
	(void)state;
	struct doc *d = doc_start(a, DOC_PDF, "t", "2026-11-22");
	assert_true(doc_write_down(d, 60, 60, 600, &s, text) == 30);
	assert_true(doc_write_down(d, 200, 60, 120, &s, text) == 60);
	assert_true(doc_write_down(d, 300, 60, 120, &s, "") == 0);
	assert_int_equal(doc_finish(d, &b), OK);
	assert_true(has(b, "NotoSansMongolian"));
	d = doc_start(a, DOC_PNG, "t", "2026-11-22");
	(void)doc_write_down(d, 60, 60, 600, &s, text);
	assert_int_equal(doc_finish(d, &b), OK);
	/* A name may be written so too, among Chinese words. */
	assert_int_equal(one_page(DOC_PDF, "兹证明 \u1821\u1828\u182c\u1821", &b), OK);
}

static void test_marks_make_bold_and_are_not_seen(void **state)
{
	struct bytes thin, bold;
	(void)state;
	assert_int_equal(one_page(DOC_PDF, "兹证明王芳", &thin), OK);
	assert_int_equal(one_page(DOC_PDF, "兹证明" DOC_STRONG "王芳" DOC_PLAIN, &bold), OK);
	assert_true(has(bold, "Bold") && !has(thin, "Bold"));
}

static void test_rows_are_as_high_as_their_highest_cell(void **state)
{
	static const struct doc_column columns[] = { { 40, DOC_CENTRE }, { 60, DOC_LEFT } };
	const char *const low[] = { "1", "陪诊" }, *const high[] = { "2",
								     "楼道杂物清理、垃圾分类" };
	struct bytes b;
	(void)state;
	struct doc *d = doc_start(a, DOC_PDF, "t", "2026-11-22");
	double h, h_high;
	struct doc_row *one = doc_row(d, columns, 2, low, &plain, &h);
	struct doc_row *two = doc_row(d, columns, 2, high, &plain, &h_high);
	assert_true(h_high > 1.5 * h);
	doc_row_draw(d, one, 72, 72);
	doc_row_draw(d, two, 72, 72 + h);
	assert_int_equal(doc_finish(d, &b), OK);
}

static void test_a_picture_has_few_sheets_a_pdf_many(void **state)
{
	(void)state;
	for (int kind = DOC_PDF; kind <= DOC_PNG; kind++) {
		struct bytes b = { NULL, 0 };
		struct doc *d = doc_start(a, (enum doc_kind)kind, "t", "2026-11-22");
		for (int i = 0; i < DOC_PNG_PAGES; i++) {
			(void)doc_write(d, 72, 72, 400, &plain, "第几页");
			doc_page(d);
		}
		assert_int_equal(doc_pages(d), DOC_PNG_PAGES + 1);
		assert_int_equal(doc_finish(d, &b), kind == DOC_PDF ? OK : ERR_TOO_LARGE);
		assert_true((b.p != NULL) == (kind == DOC_PDF));
	}
}

/* Finder patterns in three corners, and the same modules in the path. */
static void test_codes(void **state)
{
	struct qr qr;
	const char *path;
	int side;
	(void)state;
	assert_int_equal(qr_make(a, "https://example.org/commend/verify/C2600100001", &qr), OK);
	const int corners[][2] = { { 0, 0 }, { 0, qr.side - 7 }, { qr.side - 7, 0 } };
	for (int i = 0; i < 3; i++)
		for (int k = 0; k < 7; k++) {
			assert_int_equal(qr.dark[corners[i][0] * qr.side + corners[i][1] + k], 1);
			assert_int_equal(qr.dark[(corners[i][0] + k) * qr.side + corners[i][1]], 1);
		}
	assert_int_equal(qr_path(a, "https://example.org/commend/verify/C2600100001", &path, &side),
			 OK);
	assert_int_equal(side, qr.side + 2 * QR_QUIET);
	assert_true(strncmp(path, "M4 4h7v1h-7z", 12) == 0);
	char *far = arena_alloc(a, 8000);
	memset(far, 'x', 7999);
	assert_int_equal(qr_make(a, far, &qr), ERR_INTERNAL);
	struct bytes b = { NULL, 0 };
	struct doc *d = doc_start(a, DOC_PDF, "t", "2026-11-22");
	doc_qr(d, 72, 72, 120, far);
	assert_int_equal(doc_finish(d, &b), ERR_INTERNAL);
	assert_null(b.p);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_pdf_is_the_same_twice),
		cmocka_unit_test(test_png_is_150_dots_to_the_inch),
		cmocka_unit_test(test_rare_names_have_glyphs),
		cmocka_unit_test(test_a_character_in_no_font_is_refused),
		cmocka_unit_test(test_text_wraps_and_is_measured),
		cmocka_unit_test(test_mongolian_goes_down),
		cmocka_unit_test(test_marks_make_bold_and_are_not_seen),
		cmocka_unit_test(test_rows_are_as_high_as_their_highest_cell),
		cmocka_unit_test(test_a_picture_has_few_sheets_a_pdf_many),
		cmocka_unit_test(test_codes),
	};
	return cmocka_run_group_tests_name("document", tests, setup, teardown);
}
