/*
 * decision.h - decisions 表彰决定: many honours that one paper grants. Written by one, approved by
 * another, under public notice, then issued with a number.
 *
 * Owns honour_decision and the honours of a decision until it is issued. The lines of people who
 * are pasted in: decision_people.c; papers: decision_draw.c, award_draw.c.
 */
#ifndef ZYZ_COMMEND_DECISION_H
#define ZYZ_COMMEND_DECISION_H

#include "document.h"
#include "request.h"
#include "row.h"

enum { DECISION_MOST = 500 }; /* honours of one decision */

#define DECISION_COLS(X, T) \
	X(T, INT, id, "d.id") \
	X(T, TEXT, uid, "LOWER(HEX(d.uid))") \
	X(T, INT, station_id, "d.station_id") \
	X(T, TEXT, station, "s.name") \
	X(T, TEXT, in_charge, "s.person_in_charge") \
	X(T, TEXT, phone, "s.phone") \
	X(T, TEXT, title, "d.title") \
	X(T, TEXT, name, "d.name") \
	X(T, TEXT, basis, "d.basis") \
	X(T, TEXT, word, "d.word") \
	X(T, TEXT, document_no, "d.document_no") \
	X(T, TEXT, state, "d.state") \
	X(T, INT, created_by, "d.created_by") \
	X(T, INT, submitted_by, "d.submitted_by") \
	X(T, TEXT, notice_from, "d.notice_from") \
	X(T, TEXT, notice_until, "d.notice_until") \
	X(T, TEXT, issued_on, "d.issued_on")
ROW_DEFINE(decision_row, DECISION_COLS);

/* The decision of the address, of this station. */
enum err decision_find(struct rq *q, struct decision_row *d) MUST_USE;
/* The same as a draft, held until the transaction ends; ERR_STALE when it is none. */
enum err decision_hold(struct rq *q, const struct decision_row *d, const char *state) MUST_USE;

/* Whom it honours, in the order of names, and how many of each kind. */
#define RECIPIENT_COLS(X, T) \
	X(T, INT, id, "h.id") \
	X(T, TEXT, no, "h.no") \
	X(T, TEXT, subject, "h.subject") \
	X(T, TEXT, honour, "h.name") \
	X(T, TEXT, state, "h.state") \
	X(T, TEXT, whom, "COALESCE(p.name, t.name, pr.title, rg.name, st.name)") \
	X(T, TEXT, volunteer_no, "v.no") \
	X(T, INT, erased, "p.erased_at IS NOT NULL") \
	X(T, INT, named, \
	  "EXISTS (SELECT 1 FROM consent c WHERE c.person_id = h.person_id " \
	  "AND c.purpose = 'public_name' AND c.withdrawn_at IS NULL) = 1")
ROW_DEFINE(recipient_row, RECIPIENT_COLS);
struct recipients {
	struct recipient_row *v;
	size_t n;
};
enum err decision_recipients(int64_t decision, struct recipients *out) MUST_USE;

/* Puts one more on it: "already" and "full" are words of Lang.commend.Placed; NULL: it stands. In
 * the caller's transaction, which holds the decision. */
struct whom;
enum err decision_put(struct rq *q, const struct decision_row *d, const struct whom *w,
		      const char *honour, const char **word) MUST_USE;

/* 2026年11月30日 of "2026-11-30". */
const char *paper_day(struct arena *a, const char *day);
enum err decision_draw(struct rq *q, const struct decision_row *d, const struct recipients *r,
		       struct bytes *out) MUST_USE;
enum award_sheet { AWARD_CERTIFICATE, AWARD_CARD };
enum err award_draw(struct arena *a, const struct decision_row *d, const struct recipients *r,
		    enum award_sheet kind, struct bytes *out) MUST_USE;

#endif
