/* needs.h - the groups of pages of the program needs. */
#ifndef ZYZ_NEEDS_H
#define ZYZ_NEEDS_H

#include "app.h"

/* Places of a matrix's rows count from here. */
enum { MATRIX_ROWS = 100 };
/* Letters of codes that people type: none is mistaken for another. */
#define CODE_LETTERS "abcdefghjkmnpqrstuvwxyz23456789"

/* A survey's questions as Page.Questions.N.{place,kind,title,...,Choices.N.{code,name}}, of a
 * matrix with Rows, of a rank with Ranks; if_words says on what a question depends. */
enum err put_questions(struct rq *q, int64_t survey_id) MUST_USE;
/* How many places a rank has. */
int64_t rank_most(struct node *question);

enum err answer_form(struct rq *q);
enum err answer_post(struct rq *q);
enum err answer_thanks(struct rq *q);
enum err answer_follow(struct rq *q);
enum err kept_save(struct rq *q);

enum err survey_list(struct rq *q);
enum err survey_show(struct rq *q);
enum err survey_open(struct rq *q);
enum err survey_close(struct rq *q);
enum err survey_reopen(struct rq *q);
enum err survey_drop(struct rq *q);
enum err survey_days(struct rq *q);
enum err survey_new(struct rq *q);
enum err survey_add(struct rq *q);
enum err survey_next(struct rq *q);
enum err survey_edit(struct rq *q);
enum err survey_save(struct rq *q);
enum err survey_preview(struct rq *q);
enum err survey_poster(struct rq *q);
enum err survey_paper(struct rq *q);
enum err entry_form(struct rq *q);
enum err entry_add(struct rq *q);
enum err sheet_list(struct rq *q);
enum err sheet_show(struct rq *q);
enum err sheet_export(struct rq *q);
enum err question_new(struct rq *q);
enum err question_add(struct rq *q);
enum err question_edit(struct rq *q);
enum err question_save(struct rq *q);
enum err question_up(struct rq *q);
enum err question_down(struct rq *q);
enum err question_remove(struct rq *q);

enum err ledger_list(struct rq *q);
enum err ledger_new(struct rq *q);
enum err ledger_add(struct rq *q);
enum err ledger_paste(struct rq *q);
enum err ledger_paste_read(struct rq *q);
enum err ledger_show(struct rq *q);
enum err ledger_verify(struct rq *q);
enum err ledger_decline(struct rq *q);
enum err ledger_done(struct rq *q);
enum err ledger_reopen(struct rq *q);
enum err needs_undo(struct rq *q);
enum err ledger_unmask(struct rq *q);
enum err ledger_answer(struct rq *q);
enum err ledger_merge(struct rq *q);
enum err ledger_verify_many(struct rq *q);
enum err ledger_edit(struct rq *q);
enum err ledger_save(struct rq *q);

enum err cluster_list(struct rq *q);
enum err cluster_show(struct rq *q);
enum err coverage_list(struct rq *q);

enum err household_list(struct rq *q);
enum err household_find(struct rq *q);
enum err household_new(struct rq *q);
enum err household_add(struct rq *q);
enum err household_show(struct rq *q);
enum err household_edit(struct rq *q);
enum err household_save(struct rq *q);
enum err household_unmask(struct rq *q);
enum err household_close(struct rq *q);
enum err household_reopen(struct rq *q);
enum err person_add(struct rq *q);
enum err person_drop(struct rq *q);

enum err visit_list(struct rq *q);
enum err visit_new(struct rq *q);
enum err visit_add(struct rq *q);
enum err visit_show(struct rq *q);
enum err visit_edit(struct rq *q);
enum err visit_save(struct rq *q);
enum err visit_take(struct rq *q);
enum err visit_drop(struct rq *q);

enum err meeting_list(struct rq *q);
enum err meeting_new(struct rq *q);
enum err meeting_add(struct rq *q);
enum err meeting_show(struct rq *q);
enum err meeting_edit(struct rq *q);
enum err meeting_save(struct rq *q);
enum err meeting_need(struct rq *q);
enum err meeting_person_add(struct rq *q);
enum err meeting_person_drop(struct rq *q);

enum err route_show(struct rq *q);
enum err route_add(struct rq *q);
enum err route_drop(struct rq *q);

enum err field_show(struct rq *q);
enum err field_take(struct rq *q);
enum err field_give(struct rq *q);

#endif
