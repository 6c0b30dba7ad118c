/* places.h - a station or point as its overseer finds it: in the own region alone. */
#ifndef ZYZ_PLACES_H
#define ZYZ_PLACES_H

#include "app.h"
#include "row.h"

#define PLACE_COLS(X, T) \
	X(T, INT, id, "s.id") \
	X(T, INT, no, "s.no") \
	X(T, TEXT, name, "s.name") \
	X(T, TEXT, kind, "s.kind") \
	X(T, TEXT, state, "s.state") \
	X(T, TEXT, region, "s.region_code") \
	X(T, INT, parent, "p.no")
ROW_DEFINE(place_row, PLACE_COLS);

/* The overseer's region as a pattern for LIKE. */
const char *place_scope(struct rq *q);
/* ERR_NOT_FOUND, also for what lies in another region. */
enum err place_find(struct rq *q, const char *no, struct place_row *p) MUST_USE;

#endif
