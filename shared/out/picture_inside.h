/* picture_inside.h - the dots of a picture, between the files of picture.h. */
#ifndef ZYZ_PICTURE_INSIDE_H
#define ZYZ_PICTURE_INSIDE_H

#include <stdbool.h>

#include "arena.h"
#include "str.h"

/* Row by row, one (grey) or three bytes (red, green, blue) a dot; v is from malloc(). */
struct dots {
	unsigned wide, high, channels;
	uint8_t *v;
};
/* channels says how they are wanted. A large JPEG is read smaller, but its shorter side (of greys)
 * or its longer one (of colours) not below `least`. *side: the shorter one of the whole picture. */
bool dots_read(struct bytes file, unsigned channels, unsigned least, struct dots *out, int *side);
/* Three channels, as a JPEG without anything else in it. */
bool dots_jpeg(struct arena *a, const struct dots *d, struct bytes *out);

#endif
