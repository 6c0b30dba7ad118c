/* picture.c - greys of a PNG or JPEG, and the difference hash of them. */
#include "picture.h"

#include <png.h>
#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <jpeglib.h>

enum {
	WIDE = 9,
	HIGH = 8,
	MOST_DOTS = 16000000,
	MOST_JPEG = 120000000,
	SMALL = 512,
	FLAT = 8,
	MOST_SCANS = 64
};

/* Greys row by row, as many as wide x high. */
struct greys {
	unsigned wide, high;
	uint8_t *v;
};

static bool small_enough(unsigned wide, unsigned high, uint64_t most)
{
	return wide && high && (uint64_t)wide * high <= most;
}

static bool greys_of_png(struct bytes file, struct greys *g)
{
	png_image image = { .version = PNG_IMAGE_VERSION };
	if (!png_image_begin_read_from_memory(&image, file.p, file.n))
		return false;
	image.format = PNG_FORMAT_GRAY;
	*g = (struct greys){ image.width, image.height, NULL };
	if (small_enough(g->wide, g->high, MOST_DOTS))
		g->v = malloc((size_t)g->wide * g->high);
	png_color white = { 255, 255, 255 };
	if (g->v && png_image_finish_read(&image, &white, g->v, 0, NULL))
		return true;
	png_image_free(&image);
	free(g->v);
	return false;
}

struct jpeg {
	struct jpeg_decompress_struct d;
	struct jpeg_error_mgr err;
	struct jpeg_progress_mgr progress;
	jmp_buf out;
	uint8_t *v; /* ours to free, whatever happens */
};

static void jpeg_gave_up(j_common_ptr d)
{
	longjmp(((struct jpeg *)d)->out, 1);
}

static void jpeg_said(j_common_ptr d, int level)
{
	(void)d;
	(void)level;
}

/* A progressive one may go over all dots again and again, in a few bytes each time. */
static void jpeg_went_on(j_common_ptr d)
{
	if (((j_decompress_ptr)d)->input_scan_number > MOST_SCANS)
		jpeg_gave_up(d);
}

static void jpeg_scale(struct jpeg_decompress_struct *d)
{
	unsigned side = d->image_width < d->image_height ? d->image_width : d->image_height;
	d->scale_num = 1;
	for (d->scale_denom = 1; d->scale_denom < 8 && side / (2 * d->scale_denom) >= SMALL;)
		d->scale_denom *= 2;
	d->out_color_space = JCS_GRAYSCALE;
	d->dct_method = JDCT_ISLOW;
}

/* The rows; a picture that is cut off keeps what came. */
static bool jpeg_rows(struct jpeg *j, struct greys *g)
{
	(void)jpeg_start_decompress(&j->d);
	g->wide = j->d.output_width;
	g->high = j->d.output_height;
	if (!small_enough(g->wide, g->high, MOST_DOTS))
		return false;
	j->v = calloc(g->wide, g->high);
	while (j->v && j->d.output_scanline < g->high) {
		JSAMPROW row = j->v + (size_t)j->d.output_scanline * g->wide;
		if (jpeg_read_scanlines(&j->d, &row, 1) != 1)
			break;
	}
	return j->v;
}

static bool jpeg_read(struct jpeg *j, struct bytes file, struct greys *g)
{
	if (setjmp(j->out))
		return false;
	jpeg_create_decompress(&j->d);
	jpeg_mem_src(&j->d, file.p, file.n);
	if (jpeg_read_header(&j->d, TRUE) != JPEG_HEADER_OK ||
	    !small_enough(j->d.image_width, j->d.image_height, MOST_JPEG))
		return false;
	if (jpeg_has_multiple_scans(&j->d) &&
	    !small_enough(j->d.image_width, j->d.image_height, MOST_DOTS))
		return false;
	j->d.progress = &j->progress;
	jpeg_scale(&j->d);
	return jpeg_rows(j, g);
}

static bool greys_of_jpeg(struct bytes file, struct greys *g, int *side)
{
	struct jpeg j;
	memset(&j, 0, sizeof(j));
	j.d.err = jpeg_std_error(&j.err);
	j.err.error_exit = jpeg_gave_up;
	j.err.emit_message = jpeg_said;
	j.progress.progress_monitor = jpeg_went_on;
	bool read = jpeg_read(&j, file, g);
	unsigned wide = j.d.image_width, high = j.d.image_height;
	*side = (int)(wide < high ? wide : high);
	jpeg_destroy_decompress(&j.d);
	if (read)
		g->v = j.v;
	else
		free(j.v);
	return read;
}

/* The mean of the dots under one of WIDE x HIGH. */
static uint8_t mean(const struct greys *g, unsigned column, unsigned row)
{
	unsigned x0 = column * g->wide / WIDE, x1 = (column + 1) * g->wide / WIDE;
	unsigned y0 = row * g->high / HIGH, y1 = (row + 1) * g->high / HIGH;
	uint64_t sum = 0, n = 0;
	x1 += x1 == x0;
	y1 += y1 == y0;
	for (unsigned y = y0; y < y1 && y < g->high; y++)
		for (unsigned x = x0; x < x1 && x < g->wide; x++, n++)
			sum += g->v[(size_t)y * g->wide + x];
	return n ? (uint8_t)(sum / n) : 0;
}

static bool look(const struct greys *g, uint64_t *out)
{
	uint8_t low = 255, top = 0;
	*out = 0;
	for (unsigned row = 0; row < HIGH; row++) {
		uint8_t left = mean(g, 0, row);
		for (unsigned column = 1; column <= WIDE - 1; column++) {
			uint8_t here = mean(g, column, row);
			*out = *out << 1 | (left > here);
			low = here < low ? here : low;
			top = here > top ? here : top;
			left = here;
		}
	}
	return top - low >= FLAT;
}

bool picture_look(struct bytes file, struct picture *out)
{
	static const uint8_t png[4] = { 0x89, 'P', 'N', 'G' };
	struct greys g = { 0, 0, NULL };
	int side = 0;
	bool read = file.n > 4 && memcmp(file.p, png, 4) == 0 ? greys_of_png(file, &g)
							      : greys_of_jpeg(file, &g, &side);
	if (!read)
		return false;
	if (!side)
		side = (int)(g.wide < g.high ? g.wide : g.high);
	bool shows = look(&g, &out->look);
	out->side = shows ? side : 0;
	free(g.v);
	return true;
}
