/*
 * survey.h - what the pages about one survey of a station share.
 *
 *	struct node *n;
 *	enum err e = put_survey(q, &n);      // Page.Survey of the address; ERR_NOT_FOUND
 */
#ifndef ZYZ_NEEDS_SURVEY_H
#define ZYZ_NEEDS_SURVEY_H

#include "needs.h"
#include "undone.h"

/* The own survey of the address, with its id as _id and its neighbours among versions. */
enum err put_survey(struct rq *q, struct node **survey) MUST_USE;
/* The same, and ERR_STALE unless it is a draft: nothing else is changed. */
enum err put_draft(struct rq *q, struct node **survey) MUST_USE;
/* Counts, charts and, for ?by=, cross tables of the questions on the page. */
enum err put_survey_results(struct rq *q) MUST_USE;
/* The questions of one survey into another that has none. */
enum err survey_copy(int64_t from, int64_t to) MUST_USE;

/* A kind of question: what it has besides its words (options, rows, most, range, days, group), and
 * what its answer may become in the ledger; both with commas. */
struct question_kind {
	const char *kind, *has, *maps;
};
const struct question_kind *question_kind(const char *word); /* NULL: there is none */
/* The question on the page with this place, or NULL. */
struct node *question_of(struct rq *q, const char *place);
/* The draft of the address with its questions. */
enum err put_questions_of(struct rq *q, struct node **survey) MUST_USE;

/* Questions whose choices may stand for codes of the ledger, and their list; NULL: none. */
const char *maps_list(const char *maps);
/* Kinds of questions from whose answers others may depend. */
#define KINDS_TICKED "single,multi,scale"

/* survey.c: a survey that was closed goes on as it was. */
enum err survey_unclose(struct rq *q, const struct undo_row *u) MUST_USE;

#endif
