/*
 * proof_fault.c - what a proof must not be though it is a whole picture or PDF: of a size that no
 * camera makes and that takes a viewer's memory, a program, or two files in one.
 */
#include <string.h>
#include <strings.h>

#include "proof.h"

enum { SIDE_MOST = 20000, DOTS_MOST = 120000000, ZIP_TAIL = 65557, NAME_MOST = 32 };

static uint32_t be(const uint8_t *p, int n)
{
	uint32_t v = 0;
	for (int i = 0; i < n; i++)
		v = v << 8 | p[i];
	return v;
}

/* Width and height as the file says; proof_type() has walked it. */
static bool sides(const uint8_t *p, size_t n, uint32_t *width, uint32_t *height)
{
	if (p[0] == 0x89) {
		*width = be(p + 16, 4);
		*height = be(p + 20, 4);
		return true;
	}
	for (size_t at = 2; p[0] == 0xff && n - at >= 9; at += 2 + be(p + at + 2, 2)) {
		if (p[at + 1] < 0xc0 || p[at + 1] > 0xc2)
			continue;
		*height = be(p + at + 5, 2);
		*width = be(p + at + 7, 2);
		return true;
	}
	return false;
}

static int hex(uint8_t c)
{
	return c >= '0' && c <= '9'   ? c - '0'
	       : c >= 'a' && c <= 'f' ? c - 'a' + 10
	       : c >= 'A' && c <= 'F' ? c - 'A' + 10
				      : -1;
}

/* The name behind a slash, with #41 read as A. */
static void name_at(const uint8_t *p, size_t n, char out[NAME_MOST])
{
	size_t used = 0;
	for (size_t i = 0; i < n && used < NAME_MOST - 1; i++) {
		uint8_t c = p[i];
		if (c == '#' && n - i > 2 && hex(p[i + 1]) >= 0 && hex(p[i + 2]) >= 0) {
			c = (uint8_t)(hex(p[i + 1]) << 4 | hex(p[i + 2]));
			i += 2;
		}
		if (c <= ' ' || strchr("/<>[](){}%", c))
			break;
		out[used++] = (char)c;
	}
	out[used] = '\0';
}

/* A PDF that does something, or carries something, when it is opened. */
static bool acts(const uint8_t *p, size_t n)
{
	static const char *const names[] = { "JavaScript",    "JS",        "Launch", "EmbeddedFile",
					     "EmbeddedFiles", "RichMedia", "XFA",    "SubmitForm",
					     "ImportData" };
	char name[NAME_MOST];
	for (const uint8_t *s = p; (s = memchr(s, '/', (size_t)(p + n - s))); s++) {
		name_at(s + 1, (size_t)(p + n - s - 1), name);
		for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
			if (strcmp(name, names[i]) == 0)
				return true;
	}
	return false;
}

/* The end of a ZIP directory, whose comment ends where the file does; or a page of HTML. */
static bool is_another(const uint8_t *p, size_t n)
{
	const uint8_t *s = p + (n > ZIP_TAIL ? n - ZIP_TAIL : 0);
	for (; (s = memmem(s, (size_t)(p + n - s), "PK\5\6", 4)); s++)
		if (p + n - s >= 22)
			return true;
	for (s = p; (s = memchr(s, '<', (size_t)(p + n - s))); s++)
		if (p + n - s > 7 && (strncasecmp((const char *)s + 1, "script", 6) == 0 ||
				      strncasecmp((const char *)s + 1, "html", 4) == 0))
			return true;
	return false;
}

const char *proof_fault(const uint8_t *p, size_t n)
{
	uint32_t width, height;
	const char *type = proof_type(p, n);
	if (!type)
		return "proof_kind";
	if (is_another(p, n))
		return "proof_two";
	if (str_eq(type, "application/pdf"))
		return acts(p, n) ? "proof_acts" : NULL;
	if (!sides(p, n, &width, &height))
		return "proof_kind";
	return !width || !height || width > SIDE_MOST || height > SIDE_MOST ||
			       (uint64_t)width * height > DOTS_MOST
		       ? "proof_size"
		       : NULL;
}
