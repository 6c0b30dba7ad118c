/*
 * multipart.h - the parts of a multipart/form-data body (RFC 7578). request.c alone calls it.
 *
 * Strict: the body begins with the boundary and ends with the closing one, header lines are
 * bounded, a part has a name. No file is written: an upload is a field with a filename and its
 * bytes.
 *
 *	enum err e = multipart_parse(q->arena, type, body, n, &q->body);
 */
#ifndef ZYZ_MULTIPART_H
#define ZYZ_MULTIPART_H

#include "request.h"

/* type is the whole Content-Type value. ERR_BAD_REQUEST leaves *out untouched. */
enum err multipart_parse(struct arena *a, const char *type, const char *body, size_t n,
			 struct fields *out) MUST_USE;
/* The value of parameter `name` in "word; name=value; other=\"value\""; NULL when not there. */
const char *header_param(struct arena *a, const char *value, const char *name);

#endif
