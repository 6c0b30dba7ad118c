/*
 * sheet.h - a filled sheet of a survey, on its way from a resident's phone to the need ledger.
 *
 * Owns nothing: a sheet lives in its request. Answers hang on the questions of the page
 * (put_questions()), whose nodes they point to.
 *
 *	sheet_read(q, &s);                   // messages beside the questions: form_ok(q)
 *	e = sheet_needs(&s, response);       // in the transaction that stores it
 */
#ifndef ZYZ_NEEDS_SHEET_H
#define ZYZ_NEEDS_SHEET_H

#include "needs.h"

#define SURVEY_COLS(X, T) \
	X(T, INT, id, "v.id") \
	X(T, INT, station, "v.station_id") \
	X(T, TEXT, state, "v.state") \
	X(T, TEXT, closes_on, "v.closes_on") \
	X(T, TEXT, opens_on, "v.opens_on")
ROW_DEFINE(survey_row, SURVEY_COLS);

/* One answered question: which choices, or which number or text. */
struct given {
	struct node *question;
	struct node *choices[40];
	size_t n;
	int64_t number;   /* DB_NONE: none */
	const char *text; /* NULL: none */
};
struct sheet {
	struct rq *q;
	struct survey_row survey;
	struct bytes uid;
	struct given *v;
	size_t n;
	int64_t proxy;
};

/* The survey of the address, which is no draft, as Page.Survey; Page.Closed when it takes no
 * answers today. ERR_NOT_FOUND. */
enum err survey_asked(struct rq *q, struct survey_row *s) MUST_USE;
/* Reads what was posted for the questions on the page. */
void sheet_read(struct rq *q, struct sheet *s);
/* Puts its needs into the ledger, unverified. */
enum err sheet_needs(const struct sheet *s, int64_t response) MUST_USE;

#endif
