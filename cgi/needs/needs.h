/* needs.h - the groups of pages of the program needs. */
#ifndef ZYZ_NEEDS_H
#define ZYZ_NEEDS_H

#include "app.h"

/* A survey's questions as Page.Questions.N.{place,kind,title,...,Choices.N.{place,label}}. */
enum err put_questions(struct rq *q, int64_t survey_id) MUST_USE;

enum err answer_form(struct rq *q);
enum err answer_post(struct rq *q);
enum err answer_thanks(struct rq *q);

enum err survey_list(struct rq *q);
enum err survey_new(struct rq *q);
enum err survey_add(struct rq *q);
enum err survey_show(struct rq *q);
enum err survey_open(struct rq *q);
enum err survey_close(struct rq *q);

enum err ledger_list(struct rq *q);
enum err ledger_new(struct rq *q);
enum err ledger_add(struct rq *q);
enum err ledger_show(struct rq *q);
enum err ledger_verify(struct rq *q);
enum err ledger_decline(struct rq *q);
enum err ledger_done(struct rq *q);

#endif
