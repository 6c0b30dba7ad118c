/* picture.c - the dots of a PNG or JPEG, and the difference hash of its greys. */
#include "picture.h"

#include <png.h>
#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <jpeglib.h>

#include "picture_inside.h"

enum {
	WIDE = 9,
	HIGH = 8,
	MOST_DOTS = 16000000,
	MOST_JPEG = 120000000,
	SMALL = 512,
	FLAT = 8,
	MOST_SCANS = 64,
	QUALITY = 82
};

static bool small_enough(unsigned wide, unsigned high, uint64_t most)
{
	return wide && high && (uint64_t)wide * high <= most;
}

static bool dots_of_png(struct bytes file, struct dots *g)
{
	png_image image = { .version = PNG_IMAGE_VERSION };
	if (!png_image_begin_read_from_memory(&image, file.p, file.n))
		return false;
	image.format = g->channels == 1 ? PNG_FORMAT_GRAY : PNG_FORMAT_RGB;
	g->wide = image.width;
	g->high = image.height;
	if (small_enough(g->wide, g->high, MOST_DOTS))
		g->v = malloc((size_t)g->wide * g->high * g->channels);
	png_color white = { 255, 255, 255 };
	if (g->v && png_image_finish_read(&image, &white, g->v, 0, NULL))
		return true;
	png_image_free(&image);
	free(g->v);
	g->v = NULL;
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

static void jpeg_scale(struct jpeg_decompress_struct *d, unsigned channels, unsigned least)
{
	bool lies = d->image_width > d->image_height;
	unsigned side = lies == (channels == 1) ? d->image_height : d->image_width;
	d->scale_num = 1;
	for (d->scale_denom = 1; d->scale_denom < 8 && side / (2 * d->scale_denom) >= least;)
		d->scale_denom *= 2;
	d->out_color_space = channels == 1 ? JCS_GRAYSCALE : JCS_RGB;
	d->dct_method = JDCT_ISLOW;
}

/* The rows; a picture that is cut off keeps what came. */
static bool jpeg_rows(struct jpeg *j, struct dots *g)
{
	(void)jpeg_start_decompress(&j->d);
	g->wide = j->d.output_width;
	g->high = j->d.output_height;
	if (!small_enough(g->wide, g->high, MOST_DOTS))
		return false;
	j->v = calloc((size_t)g->wide * g->channels, g->high);
	while (j->v && j->d.output_scanline < g->high) {
		JSAMPROW row = j->v + (size_t)j->d.output_scanline * g->wide * g->channels;
		if (jpeg_read_scanlines(&j->d, &row, 1) != 1)
			break;
	}
	return j->v;
}

static bool jpeg_read(struct jpeg *j, struct bytes file, unsigned least, struct dots *g)
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
	jpeg_scale(&j->d, g->channels, least);
	return jpeg_rows(j, g);
}

static bool dots_of_jpeg(struct bytes file, unsigned least, struct dots *g, int *side)
{
	struct jpeg j;
	memset(&j, 0, sizeof(j));
	j.d.err = jpeg_std_error(&j.err);
	j.err.error_exit = jpeg_gave_up;
	j.err.emit_message = jpeg_said;
	j.progress.progress_monitor = jpeg_went_on;
	bool read = jpeg_read(&j, file, least, g);
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
static uint8_t mean(const struct dots *g, unsigned column, unsigned row)
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

static bool look(const struct dots *g, uint64_t *out)
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

bool dots_read(struct bytes file, unsigned channels, unsigned least, struct dots *out, int *side)
{
	static const uint8_t png[4] = { 0x89, 'P', 'N', 'G' };
	*out = (struct dots){ .channels = channels };
	*side = 0;
	bool read = file.n > 4 && memcmp(file.p, png, 4) == 0
			    ? dots_of_png(file, out)
			    : dots_of_jpeg(file, least, out, side);
	if (read && !*side)
		*side = (int)(out->wide < out->high ? out->wide : out->high);
	return read;
}

bool picture_look(struct bytes file, struct picture *out)
{
	struct dots g;
	int side;
	if (!dots_read(file, 1, SMALL, &g, &side))
		return false;
	bool shows = look(&g, &out->look);
	out->side = shows ? side : 0;
	free(g.v);
	return true;
}

struct jpeg_out {
	struct jpeg_compress_struct c;
	struct jpeg_error_mgr err;
	jmp_buf out;
	unsigned char *p;
	unsigned long n;
};

static void jpeg_out_gave_up(j_common_ptr c)
{
	longjmp(((struct jpeg_out *)c)->out, 1);
}

static bool jpeg_write(struct jpeg_out *j, const struct dots *d)
{
	if (setjmp(j->out))
		return false;
	jpeg_create_compress(&j->c);
	jpeg_mem_dest(&j->c, &j->p, &j->n);
	j->c.image_width = d->wide;
	j->c.image_height = d->high;
	j->c.input_components = 3;
	j->c.in_color_space = JCS_RGB;
	jpeg_set_defaults(&j->c);
	jpeg_set_quality(&j->c, QUALITY, TRUE);
	jpeg_start_compress(&j->c, TRUE);
	while (j->c.next_scanline < d->high) {
		JSAMPROW row = d->v + (size_t)j->c.next_scanline * d->wide * 3;
		(void)jpeg_write_scanlines(&j->c, &row, 1);
	}
	jpeg_finish_compress(&j->c);
	return true;
}

bool dots_jpeg(struct arena *a, const struct dots *d, struct bytes *out)
{
	struct jpeg_out j;
	memset(&j, 0, sizeof(j));
	j.c.err = jpeg_std_error(&j.err);
	j.err.error_exit = jpeg_out_gave_up;
	j.err.emit_message = jpeg_said;
	bool wrote = jpeg_write(&j, d);
	if (wrote) {
		uint8_t *p = arena_alloc(a, j.n);
		memcpy(p, j.p, j.n);
		*out = (struct bytes){ p, j.n };
	}
	jpeg_destroy_compress(&j.c);
	free(j.p);
	return wrote;
}
