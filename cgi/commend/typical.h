/*
 * typical.h - typical projects and cases 典型案例: how things were, what was done, what came of it and
 * what others may learn; public once a second person has read it, withdrawn with a reason.
 *
 * Owns typical_case and its pictures. Desk: typical_desk.c, typical_step.c, typical_picture.c; what
 * everybody reads: typical_public.c.
 */
#ifndef ZYZ_COMMEND_TYPICAL_H
#define ZYZ_COMMEND_TYPICAL_H

#include "audit.h"
#include "request.h"
#include "row.h"

enum { TYPICAL_PICTURES = 9 };

#define TYPICAL_COLS(X, T) \
	X(T, INT, id, "t.id") \
	X(T, TEXT, uid, "LOWER(HEX(t.uid))") \
	X(T, INT, station_id, "t.station_id") \
	X(T, TEXT, kind, "t.kind") \
	X(T, TEXT, about, "COALESCE(p.no, a.no)") \
	X(T, TEXT, about_title, "COALESCE(p.title, a.title)") \
	X(T, TEXT, title, "t.title") \
	X(T, TEXT, background, "t.background") \
	X(T, TEXT, done, "t.done") \
	X(T, TEXT, result, "t.result") \
	X(T, TEXT, learned, "t.learned") \
	X(T, TEXT, state, "t.state") \
	X(T, TEXT, reason, "t.reason") \
	X(T, TEXT, created_by, "c.name") \
	X(T, TEXT, reviewed_by, "r.name") \
	X(T, INT, author, "c.person_id") \
	X(T, INT, editor, "e.person_id") \
	X(T, INT, submitter, "s.person_id") \
	X(T, INT, author_staff, "t.created_by") \
	X(T, INT, editor_staff, "t.edited_by") \
	X(T, INT, submitter_staff, "t.submitted_by") \
	X(T, TEXT, published_on, "t.published_on")
ROW_DEFINE(typical_row, TYPICAL_COLS);
#define TYPICAL_FROM \
	"  FROM typical_case t" \
	"  LEFT JOIN project p ON p.id = t.project_id" \
	"  LEFT JOIN activity a ON a.id = t.activity_id" \
	"  JOIN staff c ON c.id = t.created_by" \
	"  LEFT JOIN staff e ON e.id = t.edited_by" \
	"  LEFT JOIN staff s ON s.id = t.submitted_by" \
	"  LEFT JOIN staff r ON r.id = t.reviewed_by"

/* The case of the address, of this station. */
enum err typical_find(struct rq *q, struct typical_row *t) MUST_USE;
/* Held until the transaction ends; ERR_STALE when it is not in that state any more. */
enum err typical_hold(const struct typical_row *t, const char *state) MUST_USE;
/* Page.Case, whose words everybody may read, and Page.Pictures.N.{place,pic,alt}. */
enum err put_typical(struct rq *q, const struct typical_row *t) MUST_USE;

#endif
