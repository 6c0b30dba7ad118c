/*
 * team.h - volunteer teams 志愿服务队伍: registered organisations and groups that a community
 * agreed to, entered by staff or by their own leader, decided by another, with members who join
 * and leave.
 *
 * Owns team, team_member, team_ask and team_help. A member is a row of team_member without
 * left_at; team.members counts them. A project recruits "for a team" by team_member
 * (cgi/recruit/apply.c).
 *
 *	struct team_row t;
 *	enum err e = team_at_desk(q, &t);               // {uid} of the address, of the own station
 *	e = team_take(&q->actor, t.id, person);         // inside db_tx, audited
 */
#ifndef ZYZ_TEAM_H
#define ZYZ_TEAM_H

#include "app.h"

#define TEAM_COLS(X, T) \
	X(T, INT, id, "t.id") \
	X(T, INT, station, "t.station_id") \
	X(T, TEXT, name, "t.name") \
	X(T, TEXT, state, "t.state") \
	X(T, TEXT, kind, "t.kind") \
	X(T, TEXT, stage, "t.stage") \
	X(T, TEXT, join_mode, "t.join_mode") \
	X(T, INT, leader, "t.leader_id") \
	X(T, INT, made_by, "t.made_by")
ROW_DEFINE(team_row, TEAM_COLS);

/* The team that the address names, of the own station; ERR_NOT_FOUND. */
enum err team_at_desk(struct rq *q, struct team_row *t) MUST_USE;
/* The same for everybody: an approved one, or the viewer's own; ERR_NOT_FOUND. */
enum err team_at_large(struct rq *q, struct team_row *t) MUST_USE;
/* The same for its leader; ERR_FORBIDDEN for others. */
enum err team_as_leader(struct rq *q, struct team_row *t) MUST_USE;

/* The code lists of a team, as choices. */
enum err put_team_codes(struct rq *q) MUST_USE;

/* In the caller's transaction. Who is a member already: ERR_DUPLICATE. */
enum err team_take(const struct actor *by, int64_t team, int64_t person) MUST_USE;
/* ERR_STALE: no member. The leader leaves only when another leads. */
enum err team_drop(const struct actor *by, int64_t team, int64_t person) MUST_USE;
/* The first of the team from now on; becomes a member if need be. */
enum err team_lead(const struct actor *by, int64_t team, int64_t person) MUST_USE;
/* A request is decided: "accepted" takes the person in, "refused" does not. ERR_STALE:
 * no open one. */
enum err team_answer(struct rq *q, const struct team_row *t, const char *state) MUST_USE;

enum err team_list(struct rq *q);
enum err team_show(struct rq *q);
enum err team_new(struct rq *q);
enum err team_add(struct rq *q);
enum err team_edit(struct rq *q);
enum err team_save(struct rq *q);
enum err team_found_form(struct rq *q);
enum err team_found(struct rq *q);

enum err team_approve(struct rq *q);
enum err team_refuse(struct rq *q);
enum err team_stop(struct rq *q);
enum err team_resume(struct rq *q);
enum err team_help(struct rq *q);
enum err team_reach(struct rq *q);

enum err member_add(struct rq *q);
enum err member_end(struct rq *q);
enum err member_lead(struct rq *q);
enum err ask_accept(struct rq *q);
enum err ask_refuse(struct rq *q);

enum err open_list(struct rq *q);
enum err open_show(struct rq *q);
enum err open_join(struct rq *q);
enum err open_leave(struct rq *q);
enum err open_mine(struct rq *q);
enum err lead_show(struct rq *q);
enum err lead_accept(struct rq *q);
enum err lead_refuse(struct rq *q);

#endif
