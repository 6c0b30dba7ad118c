/*
 * pack.h - what the files of an audit pack 抽查材料包 share: its file while it is written, and the
 * writing of JSON into it. The format stands in pack.c.
 *
 *	e = pack_rows(&p);
 *	if (!e)
 *		e = pack_about(&p);
 */
#ifndef ZYZ_ACTIVITY_PACK_H
#define ZYZ_ACTIVITY_PACK_H

#include <stdio.h>

#include "json.h"
#include "ledger.h"
#include "spot.h"

#define PACK_LABEL "zyz-pack-1"

struct pack {
	struct rq *q;
	const struct spot_row *s;
	struct ledger_signed head;
	FILE *f;
	uint8_t chain[LEDGER_HASH];
	int64_t rows;
};

enum err pack_write(struct pack *p, const char *text, size_t n) MUST_USE;
/* The same JSON with no "<" in it. */
struct buf pack_safe(struct arena *a, const struct buf *json);
void pack_pair(struct json_w *w, const char *key, const char *value);
void pack_hex(struct json_w *w, const char *key, struct bytes b);
void pack_int(struct json_w *w, const char *key, int64_t n);
/* The blocks behind the rows: what it is about, and the signature. */
enum err pack_about(struct pack *p) MUST_USE;

#endif
