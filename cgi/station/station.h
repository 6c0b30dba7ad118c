/* station.h - the groups of pages of the program station. */
#ifndef ZYZ_STATION_H
#define ZYZ_STATION_H

#include "app.h"

/* Rules are set by the manager of a station, and by overseers for all. */
#define RULER (MANAGER | OVERSEER)

enum err station_front(struct rq *q) MUST_USE;
enum err station_own_front(struct rq *q) MUST_USE;
enum err station_news(struct rq *q) MUST_USE;
enum err station_help(struct rq *q) MUST_USE;
enum err station_health(struct rq *q) MUST_USE;

enum err region_show(struct rq *q) MUST_USE;

enum err station_show(struct rq *q) MUST_USE;
enum err station_edit(struct rq *q) MUST_USE;
enum err station_save(struct rq *q) MUST_USE;
enum err station_audit(struct rq *q) MUST_USE;

/* staff_list.c, staff_new.c, accounts.c, account_change.c */
enum err staff_list(struct rq *q) MUST_USE;
enum err staff_new(struct rq *q) MUST_USE;
enum err staff_make(struct rq *q) MUST_USE;
enum err staff_end(struct rq *q) MUST_USE;
enum err account_show(struct rq *q) MUST_USE;
enum err account_role(struct rq *q) MUST_USE;
enum err account_role_end(struct rq *q) MUST_USE;
enum err account_lend(struct rq *q) MUST_USE;
enum err account_lend_end(struct rq *q) MUST_USE;
enum err account_code(struct rq *q) MUST_USE;
enum err account_person(struct rq *q) MUST_USE;
enum err account_sessions(struct rq *q) MUST_USE;
enum err account_disable(struct rq *q) MUST_USE;
enum err account_enable(struct rq *q) MUST_USE;

enum err search_show(struct rq *q) MUST_USE;
enum err search_find(struct rq *q) MUST_USE;

enum err notices_list(struct rq *q) MUST_USE;
enum err notice_new(struct rq *q) MUST_USE;
enum err notice_add(struct rq *q) MUST_USE;
enum err notice_edit(struct rq *q) MUST_USE;
enum err notice_save(struct rq *q) MUST_USE;
enum err notice_publish(struct rq *q) MUST_USE;
enum err notice_take_down(struct rq *q) MUST_USE;
enum err station_poster(struct rq *q) MUST_USE;

enum err standards_show(struct rq *q) MUST_USE;
enum err standard_claim(struct rq *q) MUST_USE;
enum err place_standards(struct rq *q) MUST_USE;
enum err place_judge(struct rq *q) MUST_USE;
enum err document_show(struct rq *q) MUST_USE;
enum err place_document(struct rq *q) MUST_USE;
enum err papers_list(struct rq *q) MUST_USE;
enum err paper_new(struct rq *q) MUST_USE;
enum err paper_add(struct rq *q) MUST_USE;
enum err paper_remove(struct rq *q) MUST_USE;
enum err place_papers(struct rq *q) MUST_USE;

enum err remarks_show(struct rq *q) MUST_USE;
enum err remark_answer(struct rq *q) MUST_USE;
enum err place_remarks(struct rq *q) MUST_USE;
enum err place_remark(struct rq *q) MUST_USE;
enum err place_remark_done(struct rq *q) MUST_USE;

enum err places_list(struct rq *q) MUST_USE;
/* led.c: Page.Led.{workers,projects,activities,minutes,hours}, of this year. */
enum err put_led(struct rq *q, int64_t station) MUST_USE;
enum err place_show(struct rq *q) MUST_USE;
enum err place_new(struct rq *q) MUST_USE;
enum err place_make(struct rq *q) MUST_USE;
enum err place_edit(struct rq *q) MUST_USE;
enum err place_save(struct rq *q) MUST_USE;
enum err place_close_ask(struct rq *q) MUST_USE;
enum err place_close(struct rq *q) MUST_USE;
enum err place_open(struct rq *q) MUST_USE;
enum err place_manager(struct rq *q) MUST_USE;
enum err place_manager_make(struct rq *q) MUST_USE;

enum err rules_show(struct rq *q) MUST_USE;
enum err rule_edit(struct rq *q) MUST_USE;
enum err rule_save(struct rq *q) MUST_USE;

enum err station_overview(struct rq *q) MUST_USE;

#endif
