/* station.h - the groups of pages of the program station. */
#ifndef ZYZ_STATION_H
#define ZYZ_STATION_H

#include "app.h"

/* Rules are set by the manager of a station, and by overseers for all. */
#define RULER (MANAGER | OVERSEER)

enum err station_front(struct rq *q) MUST_USE;
enum err station_own_front(struct rq *q) MUST_USE;
enum err station_news(struct rq *q) MUST_USE;
/* column.c, thanks.c */
enum err station_picture(struct rq *q) MUST_USE;
enum err station_column(struct rq *q) MUST_USE;
enum err station_thanks(struct rq *q) MUST_USE;
/* The open station of the address; ERR_NOT_FOUND. */
enum err front_station(struct rq *q, int64_t *station) MUST_USE;
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
enum err account_name_form(struct rq *q) MUST_USE;
enum err account_name(struct rq *q) MUST_USE;
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
/* news_parts.c, news_review.c */
enum err news_parts(struct rq *q) MUST_USE;
enum err news_parts_save(struct rq *q) MUST_USE;
enum err notice_submit(struct rq *q) MUST_USE;
enum err notice_publish(struct rq *q) MUST_USE;
enum err notice_return(struct rq *q) MUST_USE;
enum err notice_take_down(struct rq *q) MUST_USE;
/* poster.c, poster_page.c, poster_badge.c */
enum err station_poster(struct rq *q) MUST_USE;
enum err station_posters(struct rq *q) MUST_USE;
enum err badges_list(struct rq *q) MUST_USE;
enum err badges_print(struct rq *q) MUST_USE;
enum err badge_holds(struct rq *q) MUST_USE;

/* feedback.c, feedback_desk.c, feedback_region.c */
enum err feedback_form(struct rq *q) MUST_USE;
enum err feedback_post(struct rq *q) MUST_USE;
enum err feedback_follow(struct rq *q) MUST_USE;
enum err feedback_again(struct rq *q) MUST_USE;
enum err feedback_list(struct rq *q) MUST_USE;
enum err feedback_show(struct rq *q) MUST_USE;
enum err feedback_answer(struct rq *q) MUST_USE;
enum err feedback_look(struct rq *q) MUST_USE;
enum err feedback_region(struct rq *q) MUST_USE;

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

/* report_month.c, report_write.c, report_public.c */
enum err report_month(struct rq *q) MUST_USE;
enum err report_list(struct rq *q) MUST_USE;
enum err report_edit(struct rq *q) MUST_USE;
enum err report_save(struct rq *q) MUST_USE;
enum err report_submit(struct rq *q) MUST_USE;
enum err report_return(struct rq *q) MUST_USE;
enum err report_publish_ask(struct rq *q) MUST_USE;
enum err report_publish(struct rq *q) MUST_USE;
enum err report_note(struct rq *q) MUST_USE;
enum err report_read(struct rq *q) MUST_USE;
enum err report_stations(struct rq *q) MUST_USE;

/* tally_page.c, tally_kept.c */
enum err tally_show(struct rq *q) MUST_USE;
enum err tally_keep(struct rq *q) MUST_USE;
enum err tally_list(struct rq *q) MUST_USE;
enum err tally_rename(struct rq *q) MUST_USE;
enum err tally_remove(struct rq *q) MUST_USE;

enum err rules_show(struct rq *q) MUST_USE;
enum err rule_edit(struct rq *q) MUST_USE;
enum err rule_save(struct rq *q) MUST_USE;

enum err station_overview(struct rq *q) MUST_USE;
enum err late_stations(struct rq *q) MUST_USE;
enum err late_orders(struct rq *q) MUST_USE;

enum err station_undo(struct rq *q); /* role_undo.c */

#endif
