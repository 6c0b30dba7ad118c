/*
 * filled.h - a filled sheet of a survey, on its way from a resident's phone, or from paper, to the
 * need ledger.
 *
 * Owns nothing: a sheet lives in its request. Answers hang on the questions of the page
 * (put_questions()), whose nodes they point to.
 *
 *	sheet_read(q, &s);                   // messages beside the questions: form_ok(q)
 *	e = db_tx(sheet_store, &s);          // answers, counts, needs
 */
#ifndef ZYZ_NEEDS_FILLED_H
#define ZYZ_NEEDS_FILLED_H

#include "needs.h"

#define SURVEY_COLS(X, T) \
	X(T, INT, id, "v.id") \
	X(T, INT, station, "v.station_id") \
	X(T, INT, root, "COALESCE(v.root_id, v.id)") \
	X(T, TEXT, state, "v.state") \
	X(T, TEXT, closes_on, "v.closes_on") \
	X(T, TEXT, opens_on, "v.opens_on")
ROW_DEFINE(survey_row, SURVEY_COLS);

enum { CHOICES_MOST = 40, QUESTIONS_MOST = 60 };

/* One answered question: which choices, or which number, day or text. Of a rank at[] is the place
 * of each choice; of a matrix choices[] are its rows, at[] their columns. */
struct given {
	struct node *question;
	bool hidden; /* its condition is not met: nothing was asked, nothing is taken */
	struct node *choices[CHOICES_MOST];
	int64_t at[CHOICES_MOST];
	size_t n;
	int64_t number;   /* DB_NONE: none */
	const char *day;  /* NULL: none */
	const char *text; /* NULL: none */
};
struct sheet {
	struct rq *q;
	struct survey_row survey;
	struct bytes uid;
	struct given *v;
	size_t n;
	int64_t proxy, consent;
	bool paper;       /* typed from paper by staff: what was left out there stays out */
	int64_t response; /* its row, once it is stored */
};

/* The survey of the address, in its newest version that is no draft, as Page.Survey; Page.Closed
 * when it takes no answers today. ERR_NOT_FOUND. */
enum err survey_asked(struct rq *q, struct survey_row *s) MUST_USE;
/* Puts the survey whatever its state: for staff, of their station. ERR_NOT_FOUND. */
enum err survey_own(struct rq *q, struct survey_row *s) MUST_USE;
/* Reads what was posted for the questions on the page. */
void sheet_read(struct rq *q, struct sheet *s);
/* A field of the sheet with these questions: q1, q4_2, by_proxy ... */
bool sheet_field_known(const struct sheet *s, const char *name);
/* Digest of what was answered, to tell two sheets of one key apart. */
struct bytes sheet_digest(const struct sheet *s);
/* Nothing was answered at all. */
bool sheet_blank(const struct sheet *s);
/* Drops what was typed for a question from Page.Form. */
void sheet_forget(struct rq *q, struct node *question);
/* What one-time keys of a survey's sheets are for. */
const char *survey_key(struct arena *a, int64_t survey);

/* A sheet that was kept under the code in ?r=, as Page.Form; Page.KeptGone: there is none. */
enum err kept_load(struct rq *q, const struct survey_row *s) MUST_USE;
/* The sheet was sent: what was kept under the posted code goes. */
enum err kept_drop(struct rq *q) MUST_USE;

/* A code of eight letters out of as many random bytes; and one as people type it, or NULL. */
const char *code_made(struct arena *a, const uint8_t *from);
const char *code_typed(struct arena *a, const char *typed);
/* The code by which a resident follows what became of a sheet, from its uid. */
const char *follow_code(struct arena *a, struct bytes uid);
struct bytes follow_index(struct arena *a, const char *code);
/* The sheet with its answers, counts and needs; for db_tx(). ERR_DUPLICATE: its key was used.
 * ERR_STALE: the survey was closed meanwhile. */
enum err sheet_store(void *sheet) MUST_USE;
/* Puts its needs into the ledger, unverified. */
enum err sheet_needs(const struct sheet *s, int64_t response) MUST_USE;

#endif
