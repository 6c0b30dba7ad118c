/*
 * document_png.h - a painted sheet as a small PNG (the only door to libpng).
 *
 * A sheet has black ink and at most one other colour: eight steps of each to white are all that
 * the eye needs, and four bits a dot are a third of the bytes and a fifth of the time of full
 * colour.
 */
#ifndef ZYZ_DOCUMENT_PNG_H
#define ZYZ_DOCUMENT_PNG_H

#include <stdint.h>

#include "arena.h"
#include "err.h"
#include "str.h"

/* Pixels are 0xffRRGGBB, row by row without gaps; accent is the other colour. */
enum err png_make(struct arena *a, const uint32_t *pixels, int wide, int high, unsigned accent,
		  struct bytes *out) MUST_USE;

#endif
