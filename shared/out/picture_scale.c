/* picture_scale.c - a picture made small, upright and clean, for a page. */
#include <stdlib.h>
#include <string.h>

#include "picture.h"
#include "picture_inside.h"

enum { UPRIGHT = 1, ORIENTATION = 0x0112 };

static unsigned two(const uint8_t *p, bool little)
{
	return little ? p[0] | (unsigned)p[1] << 8 : p[1] | (unsigned)p[0] << 8;
}

static size_t four(const uint8_t *p, bool little)
{
	return little ? two(p, true) | (size_t)two(p + 2, true) << 16
		      : (size_t)two(p, false) << 16 | two(p + 2, false);
}

/* The word of a TIFF directory, 1 to 8. */
static unsigned tiff_orientation(const uint8_t *p, size_t n)
{
	bool little = n > 8 && p[0] == 'I';
	size_t at = n > 8 ? four(p + 4, little) : n;
	if (at >= n || n - at < 2)
		return UPRIGHT;
	unsigned entries = two(p + at, little);
	for (at += 2; entries && n - at >= 12; entries--, at += 12)
		if (two(p + at, little) == ORIENTATION)
			return two(p + at + 8, little);
	return UPRIGHT;
}

/* How the camera was held: EXIF stands in one of the first markers. */
static unsigned orientation(struct bytes f)
{
	if (f.n < 4 || f.p[0] != 0xff || f.p[1] != 0xd8)
		return UPRIGHT;
	for (size_t at = 2; f.n - at >= 4 && f.p[at] == 0xff && f.p[at + 1] != 0xda;) {
		size_t length = two(f.p + at + 2, false);
		if (length < 2 || length > f.n - at - 2)
			return UPRIGHT;
		if (f.p[at + 1] == 0xe1 && length > 8 && memcmp(f.p + at + 4, "Exif\0\0", 6) == 0)
			return tiff_orientation(f.p + at + 10, length - 8);
		at += 2 + length;
	}
	return UPRIGHT;
}

/* The mean of the dots that fall on one of the small picture. */
static void shrink_dot(const struct dots *from, const struct dots *to, unsigned x, unsigned y)
{
	size_t x0 = (size_t)x * from->wide / to->wide, x1 = (size_t)(x + 1) * from->wide / to->wide;
	size_t y0 = (size_t)y * from->high / to->high, y1 = (size_t)(y + 1) * from->high / to->high;
	unsigned long sum[3] = { 0, 0, 0 }, n = 0;
	for (size_t row = y0; row < y1; row++)
		for (size_t column = x0; column < x1; column++, n++)
			for (int c = 0; c < 3; c++)
				sum[c] += from->v[(row * from->wide + column) * 3 + (size_t)c];
	for (int c = 0; n && c < 3; c++)
		to->v[((size_t)y * to->wide + x) * 3 + (size_t)c] = (uint8_t)(sum[c] / n);
}

static bool shrink(const struct dots *from, unsigned longest, struct dots *to)
{
	unsigned side = from->wide > from->high ? from->wide : from->high;
	unsigned most = side > longest ? longest : side;
	*to = (struct dots){ (unsigned)((uint64_t)from->wide * most / side),
			     (unsigned)((uint64_t)from->high * most / side), 3, NULL };
	to->wide += !to->wide;
	to->high += !to->high;
	to->v = calloc((size_t)to->wide * to->high, 3);
	for (unsigned y = 0; to->v && y < to->high; y++)
		for (unsigned x = 0; x < to->wide; x++)
			shrink_dot(from, to, x, y);
	return to->v;
}

/* Where the dot of an upright picture lies in the one that was taken. */
static size_t turned_from(const struct dots *d, unsigned way, unsigned x, unsigned y)
{
	unsigned right = d->wide - 1, low = d->high - 1;
	size_t column = x, row = y;
	switch (way) {
	case 2:
		column = right - x;
		break;
	case 3:
		column = right - x;
		row = low - y;
		break;
	case 4:
		row = low - y;
		break;
	case 5:
		column = y;
		row = x;
		break;
	case 6:
		column = y;
		row = low - x;
		break;
	case 7:
		column = right - y;
		row = low - x;
		break;
	case 8:
		column = right - y;
		row = x;
		break;
	default:
		break;
	}
	return row * d->wide + column;
}

static bool turn(struct dots *d, unsigned way)
{
	bool across = way >= 5 && way <= 8;
	struct dots to = { across ? d->high : d->wide, across ? d->wide : d->high, 3, NULL };
	if (way <= UPRIGHT || way > 8)
		return true;
	to.v = malloc((size_t)to.wide * to.high * 3);
	for (unsigned y = 0; to.v && y < to.high; y++)
		for (unsigned x = 0; x < to.wide; x++)
			memcpy(to.v + ((size_t)y * to.wide + x) * 3,
			       d->v + turned_from(d, way, x, y) * 3, 3);
	if (!to.v)
		return false;
	free(d->v);
	*d = to;
	return true;
}

bool picture_scale(struct arena *a, struct bytes file, unsigned longest, struct bytes *out)
{
	struct dots whole, small;
	int side;
	if (!longest || !dots_read(file, 3, longest, &whole, &side))
		return false;
	bool ok = shrink(&whole, longest, &small);
	free(whole.v);
	ok = ok && turn(&small, orientation(file)) && dots_jpeg(a, &small, out);
	free(small.v);
	return ok;
}
