/*
 * document_qr.h - QR codes (the only door to libqrencode).
 *
 * Owns the choice of level and the quiet zone; whoever draws it decides on size and colour.
 *
 *	int side;
 *	const char *d;
 *	enum err e = qr_path(q->arena, url, &d, &side);
 *	// <svg viewBox="0 0 side side"><path d="...">
 */
#ifndef ZYZ_DOCUMENT_QR_H
#define ZYZ_DOCUMENT_QR_H

#include <stdbool.h>
#include <stdint.h>

#include "arena.h"

enum { QR_QUIET = 4 }; /* modules of white on each side */

struct qr {
	int side;            /* modules, without the quiet zone */
	const uint8_t *dark; /* side * side bytes, 1 for a dark module, row by row */
};
/* Level M: a seventh of it may be dirty. ERR_INTERNAL when the text is too long for any code. */
enum err qr_make(struct arena *a, const char *text, struct qr *out) MUST_USE;
/* The same as an SVG path in units of a module, quiet zone included in *side. */
enum err qr_path(struct arena *a, const char *text, const char **d, int *side) MUST_USE;

#endif
