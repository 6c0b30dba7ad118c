/*
 * roll.h - the grid of one line for each person, which the roll 名册点名 and 补录 share: read,
 * pasted into, checked by record.h, kept whole or not at all.
 *
 * Owns what stands under Page.Rows: ref, no, name, came, from, to, fault. Fields are from_REF and
 * to_REF.
 */
#ifndef ZYZ_ROLL_H
#define ZYZ_ROLL_H

#include "activity.h"
#include "proof.h"

struct line {
	struct node *row;
	int64_t person, starts, ends;
	const char *name;
};
struct roll {
	struct rq *q;
	struct act a;
	const char *evidence; /* "list" or "backfill" */
	struct line *v;
	size_t n;
	const char *remark;
	bool refused;
	bool rest; /* who has no time did not come */
	/* backfill */
	bool need_remark;
	const struct field *file; /* the proof */
	struct bytes uid;         /* name that the file gets */
	int64_t document;
};
/* The activity of the address, and who has no hours of it yet. */
enum err roll_open(struct roll *r) MUST_USE;
/* What was typed; messages stand on the page afterwards. */
void roll_read(struct roll *r);
/* In the caller's transaction: every line, or ERR_CHECK with a message beside each that was
 * refused. */
enum err roll_keep(struct roll *r) MUST_USE;
/* Fills the grid from lines copied out of a table; nothing is kept.
 * Page.Unread.N.{line,text,fault}: what was not understood. */
void roll_paste(struct roll *r, const char *text);

/* log.c: the proof of a 补录, for the station that keeps it. */
enum err proof_show(struct rq *q);

#endif
