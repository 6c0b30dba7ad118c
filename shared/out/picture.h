/*
 * picture.h - what a picture that somebody sent looks like, in 64 bits that hardly change when it
 * is stored anew, smaller or as another kind of file (the only door to libjpeg).
 *
 * The bits are a difference hash: the picture as 9 by 8 greys, a bit for each that is brighter than
 * its right neighbour. No picture is decoded that has more dots than a phone takes; a large JPEG is
 * decoded small.
 *
 *	struct picture p;
 *	if (picture_look(file, &p))         // false: no picture, broken, or too many dots
 *		...p.look, p.side
 */
#ifndef ZYZ_PICTURE_H
#define ZYZ_PICTURE_H

#include "arena.h"
#include "str.h"

struct picture {
	uint64_t look;
	int side; /* dots of the shorter side; 0: of one colour, and its look says nothing */
};
bool picture_look(struct bytes file, struct picture *out);
/* As a JPEG of at most so many dots on its longer side, upright as the camera meant it, and with
 * nothing else that stood in the file: no place, no time, no camera. false: as above. */
bool picture_scale(struct arena *a, struct bytes file, unsigned longest, struct bytes *out);

#endif
