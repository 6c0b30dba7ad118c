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

/* proof.c: scanned proofs, by content JPEG, PNG or PDF, under a random name outside the web
 * root. */
enum { PROOF_BYTES = 10 * 1024 * 1024 };
/* NULL: none of the three, or damaged. */
const char *proof_type(const uint8_t *p, size_t n);
/* proof_fault.c: why such a file is none to be looked at, a word of Lang.Error; NULL: it is. */
const char *proof_fault(const uint8_t *p, size_t n);
/* Writes the file under uid; in the caller's transaction the row. The same bytes twice are one
 * document. */
enum err proof_keep(struct rq *q, const struct field *file, struct bytes uid,
		    int64_t *document) MUST_USE;
void proof_drop(struct rq *q, struct bytes uid); /* the file of a transaction that failed */
enum err proof_show(struct rq *q);

#endif
