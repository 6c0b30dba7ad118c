/*
 * project.h - what the pages of the program project share: the plan as a row, its publishing rules,
 * its steps.
 *
 * Owns the rows of project, project_need and position; its needs and applications move along with
 * it (need.h, application.h). A plan is changed only while it is a draft
 * or returned; who wrote in it never approves it.
 *
 *	struct plan_row p;
 *	enum err e = plan_read(q, &p);       // the one that the address names, of this station
 *	if (!e && plan_open(&p)) ...
 */
#ifndef ZYZ_PROJECT_H
#define ZYZ_PROJECT_H

#include "app.h"
#include "safeguard.h"

#define PLAN_COLS(X, T) \
	X(T, INT, id, "p.id") \
	X(T, TEXT, no, "p.no") \
	X(T, TEXT, state, "p.state") \
	X(T, TEXT, title, "p.title") \
	X(T, INT, regular, "p.regular") \
	X(T, TEXT, goal, "p.goal") \
	X(T, TEXT, intro, "p.intro") \
	X(T, TEXT, categories, "p.categories") \
	X(T, TEXT, recipients, "p.recipients") \
	X(T, TEXT, guarantees, "p.guarantees") \
	X(T, TEXT, starts_on, "p.starts_on") \
	X(T, TEXT, ends_on, "p.ends_on") \
	X(T, TEXT, recruit_scope, "p.recruit_scope") \
	X(T, TEXT, recruit_from, "p.recruit_from") \
	X(T, TEXT, recruit_to, "p.recruit_to") \
	X(T, TEXT, sign_up_how, "p.sign_up_how") \
	X(T, TEXT, place, "p.place") \
	X(T, TEXT, region_code, "p.region_code") \
	X(T, TEXT, contact_name, "p.contact_name") \
	X(T, TEXT, contact_phone, "p.contact_phone") \
	X(T, TEXT, risks, "p.risks") \
	X(T, INT, dangerous, "p.dangerous") \
	X(T, TEXT, insurance, "p.insurance") \
	X(T, INT, agreement, "p.agreement") \
	X(T, INT, agreement_text, AGREEMENT_TEXT("p.station_id")) \
	X(T, INT, min_minutes, "p.min_minutes") \
	X(T, INT, budget_fen, "p.budget_fen") \
	X(T, TEXT, fund_source, "p.fund_source") \
	X(T, INT, screened, "p.screening_confirmed") \
	X(T, INT, extended, "p.extended") \
	X(T, TEXT, led_by, "(SELECT w.no FROM volunteer w WHERE w.person_id = p.led_by)") \
	X(T, TEXT, team, "(SELECT LOWER(HEX(t.uid)) FROM team t WHERE t.id = p.team_id)") \
	X(T, INT, wanted, \
	  "(SELECT COALESCE(SUM(o.wanted), 0) FROM position o " \
	  "WHERE o.project_id = p.id)") \
	X(T, INT, for_minors, \
	  "(SELECT COUNT(*) FROM position o WHERE o.project_id = p.id " \
	  "AND COALESCE(o.min_age, 0) < " SETTING_SQL("p.station_id", "danger_age", "18") ")")
ROW_DEFINE(plan_row, PLAN_COLS);

/* The plan named by the address, of the asker's station; ERR_NOT_FOUND. */
enum err plan_read(struct rq *q, struct plan_row *p) MUST_USE;
bool plan_open(const struct plan_row *p);  /* may be edited: draft or returned */
bool plan_alive(const struct plan_row *p); /* published: recruiting or running */
/* The asker wrote in it, so that another one decides. */
enum err plan_wrote(const struct rq *q, int64_t id, bool *wrote) MUST_USE;
/* Locks an open plan in the transaction of a change; ERR_STALE: not open any more. */
enum err plan_lock(struct rq *q, int64_t id) MUST_USE;
/* The same of a published one, which is changed in what harms nobody. */
enum err plan_lock_alive(struct rq *q, int64_t id) MUST_USE;
/* What a new plan is begun with: the needs that the address names, one by one (need) or as a
 * cluster (category, group, grid), ticked, and with them words of the form. */
enum err put_chosen(struct rq *q) MUST_USE;
/* Numbers of needs as an array for JSON_TABLE, without its brackets. */
struct numbers {
	const char *json;
	size_t n;
};
/* false: it is no number, or there are NEEDS_MOST. */
bool numbers_add(struct arena *a, struct numbers *all, const char *no);
/* The form of a plan keeps in `had` which needs it was opened with, ticked. */
enum err put_plan_had(struct rq *q, int64_t plan) MUST_USE;
/* Under the plan's lock: they are still the same. ERR_FORM with Page.Stale: somebody changed them;
 * the message names what, and their picks are ticked beside what was typed. */
enum err plan_had_still(struct rq *q, int64_t plan, const char *had) MUST_USE;
/* Everything about it as Page.Project, .Needs, .Positions. */
enum err put_plan(struct rq *q) MUST_USE;

/* The publishing rules (domain.md 4.2, 6.3, 6.4), one table for the check list and for refusals. */
void rules_put(struct rq *q, const struct plan_row *p); /* Page.Checks.N.{name,ok}, .RulesOpen */
size_t rules_broken(struct rq *q, const struct plan_row *p); /* how many do not hold */
void rules_refuse(struct rq *q, const struct plan_row *p); /* one message for each that does not */
/* Those that a draft keeps too: messages beside their fields. */
void rules_early(struct rq *q, const struct plan_row *p);

/* steps.c: the pages show what may be done now as Page.Can.VERB. */
enum err put_steps(struct rq *q, const struct plan_row *p) MUST_USE;

enum err project_list(struct rq *q);
enum err project_new(struct rq *q);
enum err project_add(struct rq *q);
enum err project_edit(struct rq *q);
enum err project_save(struct rq *q);
enum err project_show(struct rq *q);
enum err project_print(struct rq *q);

/* plan_pick.c */
enum err plan_pick(struct rq *q);
enum err plan_pick_keep(struct rq *q);

/* release.c */
enum err need_release_form(struct rq *q);
enum err need_release(struct rq *q);

/* copy.c, change.c */
enum err project_copy(struct rq *q);
enum err project_change_form(struct rq *q);
enum err project_change(struct rq *q);

enum err position_new(struct rq *q);
enum err position_add(struct rq *q);
enum err position_edit(struct rq *q);
enum err position_save(struct rq *q);
enum err position_remove(struct rq *q);
/* Of a published project: how many, and what they do. */
enum err position_adjust(struct rq *q, const struct plan_row *p, int64_t position) MUST_USE;

enum err project_submit(struct rq *q);
enum err project_recall(struct rq *q);
enum err project_approve(struct rq *q);
enum err project_return(struct rq *q);
enum err project_void_form(struct rq *q);
enum err project_void(struct rq *q);
enum err project_publish(struct rq *q);
enum err project_start(struct rq *q);
enum err project_close_form(struct rq *q);
enum err project_close(struct rq *q);
enum err project_extend(struct rq *q);

#endif
