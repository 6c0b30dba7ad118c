/* document_png.c - sixteen colours, by libpng's simplified writer. */
#include "document_png.h"

#include <png.h>
#include <string.h>

enum { STEPS = 8, GREEN = 8, RED = 16 };

static unsigned part(unsigned rgb, int shift)
{
	return rgb >> shift & 0xff;
}

/* Steps from the ink to white, first of black and then of the accent. */
static void ramps(unsigned accent, png_byte map[2 * STEPS][3])
{
	for (unsigned i = 0; i < 2 * STEPS; i++) {
		unsigned ink = i < STEPS ? 0 : accent, step = i % STEPS;
		for (int c = 0; c < 3; c++) {
			unsigned full = part(ink, RED - 8 * c);
			map[i][c] = (png_byte)(full + (255 - full) * step / (STEPS - 1));
		}
	}
}

/* A dot without colour is of the first ramp; how much of the ink shows is read from green. */
static png_byte index_of(uint32_t dot, unsigned accent)
{
	unsigned g = part(dot, GREEN), r = part(dot, RED), least = part(accent, GREEN);
	bool coloured = (r > g ? r - g : g - r) > 16;
	if (!coloured)
		return (png_byte)((g * (STEPS - 1) + 127) / 255);
	unsigned range = 255 - least, above = g > least ? g - least : 0;
	return (png_byte)(STEPS + (above * (STEPS - 1) + range / 2) / range);
}

enum err png_make(struct arena *a, const uint32_t *pixels, int wide, int high, unsigned accent,
		  struct bytes *out)
{
	size_t n = (size_t)wide * (size_t)high;
	png_byte map[2 * STEPS][3], *dots = arena_alloc(a, n);
	ramps(accent, map);
	for (size_t i = 0; i < n; i++)
		dots[i] = pixels[i] == 0xffffffff ? STEPS - 1 : index_of(pixels[i], accent);
	png_image image = { .version = PNG_IMAGE_VERSION,
			    .width = (png_uint_32)wide,
			    .height = (png_uint_32)high,
			    .format = PNG_FORMAT_RGB_COLORMAP,
			    .colormap_entries = 2 * STEPS };
	png_alloc_size_t size = PNG_IMAGE_PNG_SIZE_MAX(image);
	uint8_t *file = arena_alloc(a, size);
	if (!png_image_write_to_memory(&image, file, &size, 0, dots, wide, map))
		return ERR(ERR_INTERNAL, "png: %s", image.message);
	*out = (struct bytes){ file, size };
	return OK;
}
