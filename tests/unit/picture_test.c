/* picture_test.c - a picture is known again in another size, as another kind of file, and stored
 * worse; another one is not; bombs and rubble are no pictures. */
#include "picture.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <jpeglib.h>
#include <png.h>

enum { SIDE = 480, MOST_APART = 4 };

/* A scene that is made of a few slopes and edges, another one for each seed. */
static uint8_t dot(unsigned seed, unsigned x, unsigned y, unsigned side)
{
	unsigned u = x * 1000 / side, v = y * 1000 / side;
	unsigned slope = (u * (seed % 7 + 1) + v * (seed % 5 + 2)) / 40 % 256;
	unsigned box = (u / (90 + seed % 60) + v / (110 + seed % 40)) % 2 ? 90 : 0;
	return (uint8_t)((slope + box + seed) % 256);
}

static uint8_t *scene(unsigned seed, unsigned side)
{
	uint8_t *v = malloc((size_t)side * side);
	for (unsigned y = 0; y < side; y++)
		for (unsigned x = 0; x < side; x++)
			v[(size_t)y * side + x] = dot(seed, x, y, side);
	return v;
}

static struct bytes png_of(const uint8_t *greys, unsigned wide, unsigned high)
{
	png_image image = { .version = PNG_IMAGE_VERSION,
			    .width = wide,
			    .height = high,
			    .format = PNG_FORMAT_GRAY };
	png_alloc_size_t n = PNG_IMAGE_PNG_SIZE_MAX(image);
	uint8_t *file = malloc(n);
	assert_true(png_image_write_to_memory(&image, file, &n, 0, greys, 0, NULL));
	return (struct bytes){ file, n };
}

static struct bytes jpeg_of(const uint8_t *greys, unsigned side, int quality)
{
	struct jpeg_compress_struct c;
	struct jpeg_error_mgr err;
	unsigned char *file = NULL;
	unsigned long n = 0;
	c.err = jpeg_std_error(&err);
	jpeg_create_compress(&c);
	jpeg_mem_dest(&c, &file, &n);
	c.image_width = c.image_height = side;
	c.input_components = 1;
	c.in_color_space = JCS_GRAYSCALE;
	jpeg_set_defaults(&c);
	jpeg_set_quality(&c, quality, TRUE);
	jpeg_start_compress(&c, TRUE);
	while (c.next_scanline < side) {
		JSAMPROW row = (JSAMPROW)greys + (size_t)c.next_scanline * side;
		(void)jpeg_write_scanlines(&c, &row, 1);
	}
	jpeg_finish_compress(&c);
	jpeg_destroy_compress(&c);
	return (struct bytes){ file, n };
}

static struct picture look(struct bytes file)
{
	struct picture p = { 0, -1 };
	assert_true(picture_look(file, &p));
	free((void *)(uintptr_t)file.p);
	return p;
}

static int apart(struct picture a, struct picture b)
{
	return __builtin_popcountll(a.look ^ b.look);
}

static void known_again(void **state)
{
	(void)state;
	for (unsigned seed = 1; seed < 60; seed += 3) {
		uint8_t *v = scene(seed, SIDE), *big = scene(seed, 2400);
		struct picture first = look(png_of(v, SIDE, SIDE));
		assert_int_equal(first.side, SIDE);
		assert_true(apart(first, look(jpeg_of(v, SIDE, 90))) <= MOST_APART);
		assert_true(apart(first, look(jpeg_of(v, SIDE, 25))) <= MOST_APART);
		struct picture large = look(jpeg_of(big, 2400, 80));
		assert_int_equal(large.side, 2400);
		assert_true(apart(first, large) <= MOST_APART);
		free(v);
		free(big);
	}
}

static void others_are_others(void **state)
{
	struct picture v[20];
	(void)state;
	for (unsigned i = 0; i < 20; i++) {
		uint8_t *s = scene(i * 13 + 1, SIDE);
		v[i] = look(jpeg_of(s, SIDE, 80));
		free(s);
		for (unsigned k = 0; k < i; k++)
			assert_true(apart(v[i], v[k]) > 8);
	}
}

static void of_one_colour(void **state)
{
	uint8_t black = 0, *grey = malloc((size_t)SIDE * SIDE);
	(void)state;
	assert_int_equal(look(png_of(&black, 1, 1)).side, 0);
	memset(grey, 128, (size_t)SIDE * SIDE);
	assert_int_equal(look(jpeg_of(grey, SIDE, 80)).side, 0);
	free(grey);
}

/* A PNG that says it is 100,000 dots wide and high, a JPEG that is cut off, bytes that are none. */
static void no_pictures(void **state)
{
	struct picture p = { 7, 7 };
	uint8_t *s = scene(5, SIDE);
	struct bytes png = png_of(s, SIDE, SIDE), jpeg = jpeg_of(s, SIDE, 80);
	uint8_t *bomb = (uint8_t *)(uintptr_t)png.p;
	(void)state;
	for (size_t n = 0; n < 60; n++)
		assert_false(picture_look((struct bytes){ jpeg.p, n }, &p));
	for (size_t n = 0; n < png.n; n += 97)
		assert_false(picture_look((struct bytes){ png.p, n }, &p));
	bomb[17] = bomb[21] = 1;
	assert_false(picture_look(png, &p));
	assert_false(picture_look((struct bytes){ (const uint8_t *)"GIF89a and so on", 16 }, &p));
	assert_int_equal(p.side, 7);
	free(bomb);
	free((void *)(uintptr_t)jpeg.p);
	free(s);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(known_again),
		cmocka_unit_test(others_are_others),
		cmocka_unit_test(of_one_colour),
		cmocka_unit_test(no_pictures),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
