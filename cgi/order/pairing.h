/*
 * pairing.h - pairing 结对: a household and the volunteers who come again and again, in a rhythm, led
 * by a member of staff.
 *
 * Owns pairing, pairing_visit and care_day. An hour counts only as a service that the household
 * confirmed (met.h, met_card.h); a call is logged without one. Names of households are sealed:
 * volunteers of the pairing and staff of its station see whom it is about, nobody else.
 */
#ifndef ZYZ_ORDER_PAIRING_H
#define ZYZ_ORDER_PAIRING_H

#include "app.h"
#include "met.h"

/* clang-format off: one to a line */
#define PAIRING_COLS(X, T) \
	X(T, INT, id, "p.id") \
	X(T, BYTES, uid, "p.uid") \
	X(T, TEXT, no, "p.no") \
	X(T, INT, station, "p.station_id") \
	X(T, INT, household, "p.household_id") \
	X(T, INT, person, "p.person_id") \
	X(T, INT, helper, "p.helper_id") \
	X(T, INT, lead, "p.lead_id") \
	X(T, INT, made_by, "p.created_by") \
	X(T, INT, every_days, "p.every_days") \
	X(T, TEXT, services, "p.services") \
	X(T, TEXT, state, "p.state") \
	X(T, BYTES, contact, "p.contact_sealed") \
	X(T, BYTES, home_uid, "h.uid") \
	X(T, BYTES, home_name, "h.name_sealed") \
	X(T, BYTES, home_phone, "h.phone_sealed") \
	X(T, BYTES, home_address, "h.address_sealed")
/* clang-format on */
ROW_DEFINE(pairing_row, PAIRING_COLS);

/* The pairing that the address names: of the own station, or one's own. ERR_NOT_FOUND. */
enum err pairing_at_desk(struct rq *q, struct pairing_row *p) MUST_USE;
enum err pairing_mine(struct rq *q, struct pairing_row *p) MUST_USE;
/* Page.Home.{name,phone,address}: whole for its volunteers, masked at the desk. */
enum err pairing_put_home(struct rq *q, const struct pairing_row *p, bool whole) MUST_USE;
/* All of the desk's page but what a step adds; whole: also what is looked at with a purpose. */
enum err pairing_put(struct rq *q, const struct pairing_row *p, bool whole) MUST_USE;
/* Page.Visits, the latest first. */
enum err pairing_put_visits(struct rq *q, const struct pairing_row *p) MUST_USE;
/* Page.Months.N.{month,visits,calls,missed}, the latest first: of one pairing, or (DB_NONE) of all
 * of the station. */
enum err pairing_put_months(struct rq *q, int64_t station, int64_t pairing) MUST_USE;
/* Page.Care.{kind,name}: a day off of the calendar, or one that staff marked: households are called
 * today. */
enum err pairing_put_care(struct rq *q, int64_t station) MUST_USE;

/* A volunteer whom this station knows, in good standing; DB_NONE for none, a message beside the
 * field for somebody else. */
enum err pairing_volunteer(struct rq *q, const char *field, const char *no,
			   int64_t *person) MUST_USE;

struct pairing_log {
	const struct pairing_row *p;
	struct bytes uid; /* of the form */
	const char *mode; /* home, phone */
	const char *content, *problems, *next_on;
	int64_t urgent, service, minutes; /* service: row of home_service; DB_NONE */
};
/* One visit or call, and when the next is due. In the caller's transaction. */
enum err pairing_logged(const struct actor *by, const struct pairing_log *v) MUST_USE;

enum err pairing_list(struct rq *q);
enum err pairing_new(struct rq *q);
enum err pairing_add(struct rq *q);
enum err pairing_show(struct rq *q);
enum err pairing_edit(struct rq *q);
enum err pairing_save(struct rq *q);
enum err pairing_end(struct rq *q);
enum err pairing_look(struct rq *q);
enum err pairing_seen(struct rq *q);
enum err pairing_code(struct rq *q);
enum err pairing_type(struct rq *q);
enum err care_mark(struct rq *q);
enum err card_make(struct rq *q);
enum err card_hand(struct rq *q);
enum err card_revoke(struct rq *q);

enum err pair_list(struct rq *q);
enum err pair_show(struct rq *q);
enum err pair_plan(struct rq *q);
enum err pair_arrive(struct rq *q);
enum err pair_drop(struct rq *q);
enum err pair_done(struct rq *q);
enum err pair_call(struct rq *q);

#endif
