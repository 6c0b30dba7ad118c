/*
 * nomination.h - nominations 推优申报: whom the station puts up for a selection, with the figures and
 * records of the day, pictures and words; confirmed by a second person, handed in, followed to its
 * end, which may be an honour.
 *
 * Owns honour_nomination and its figures, records and pictures. The state machine stands in
 * nomination_step.c; papers: nomination_draw.c, nomination_file.c.
 */
#ifndef ZYZ_COMMEND_NOMINATION_H
#define ZYZ_COMMEND_NOMINATION_H

#include "audit.h"
#include "selection.h"

enum { NOMINATION_PICTURES = 6 };

#define NOMINATION_COLS(X, T) \
	X(T, INT, id, "n.id") \
	X(T, TEXT, uid, "LOWER(HEX(n.uid))") \
	X(T, INT, station_id, "n.station_id") \
	X(T, TEXT, station, "st.name") \
	X(T, TEXT, in_charge, "st.person_in_charge") \
	X(T, TEXT, phone, "st.phone") \
	X(T, INT, selection_id, "n.selection_id") \
	X(T, TEXT, selection, "s.name") \
	X(T, TEXT, selection_uid, "LOWER(HEX(s.uid))") \
	X(T, TEXT, organiser, "s.organiser") \
	X(T, TEXT, authority_kind, "s.authority_kind") \
	X(T, INT, year, "n.year") \
	X(T, TEXT, title, "n.title") \
	X(T, TEXT, subject, "n.subject") \
	X(T, INT, person, "n.person_id") \
	X(T, INT, team, "n.team_id") \
	X(T, INT, project, "n.project_id") \
	X(T, TEXT, region, "n.region_code") \
	X(T, INT, honoured_station, "n.nominated_station_id") \
	X(T, INT, leads, "COALESCE(t.leader_id, pr.led_by)") \
	X(T, INT, erased, "p.erased_at IS NOT NULL") \
	X(T, TEXT, whom, "COALESCE(p.name, t.name, pr.title, rg.name, hs.name)") \
	X(T, TEXT, volunteer_no, "v.no") \
	X(T, TEXT, measured_on, "n.measured_on") \
	X(T, TEXT, deeds, "n.deeds") \
	X(T, TEXT, outside, "n.outside") \
	X(T, TEXT, state, "n.state") \
	X(T, TEXT, reason, "n.reason") \
	X(T, INT, creator, "n.created_by") \
	X(T, INT, editor, "n.edited_by") \
	X(T, INT, collector, "n.collected_by") \
	X(T, INT, confirmer, "n.confirmed_by") \
	X(T, TEXT, created_by, "c.name") \
	X(T, TEXT, confirmed_by, "f.name") \
	X(T, TEXT, confirmed_at, "n.confirmed_at") \
	X(T, TEXT, handed_in_on, "n.handed_in_on") \
	X(T, TEXT, honour_no, "h.no")
ROW_DEFINE(nomination_row, NOMINATION_COLS);

/* The nomination of the address, of this station. */
enum err nomination_find(struct rq *q, struct nomination_row *n) MUST_USE;
/* Held until the transaction ends; ERR_STALE when it is not in that state any more. */
enum err nomination_hold(const struct nomination_row *n, const char *state) MUST_USE;
extern const struct machine nomination_machine;

#define FROZEN_COLS(X, T) \
	X(T, TEXT, what, "what") \
	X(T, INT, has, "has") \
	X(T, INT, at_most, "at_most") \
	X(T, INT, wanted, "wanted")
ROW_DEFINE(frozen_row, FROZEN_COLS);
/* The condition that it was held against is met. */
bool frozen_met(const struct frozen_row *f);
#define SERVICE_COLS(X, T) \
	X(T, TEXT, day, "day") \
	X(T, TEXT, activity_no, "activity_no") \
	X(T, TEXT, title, "title") \
	X(T, INT, minutes, "minutes") \
	X(T, INT, persons, "persons")
ROW_DEFINE(service_row, SERVICE_COLS);
#define SHOWN_COLS(X, T) \
	X(T, INT, place, "p.place") \
	X(T, TEXT, uid, "LOWER(HEX(d.uid))") \
	X(T, TEXT, alt, "p.alt")
ROW_DEFINE(shown_row, SHOWN_COLS);
/* What was collected. */
struct material {
	struct frozen_row *figures;
	struct service_row *services;
	struct shown_row *pictures;
	size_t figures_n, services_n, pictures_n;
};
enum err nomination_material(int64_t nomination, struct material *m) MUST_USE;
/* Figures against conditions and records of today, kept with it; in the caller's transaction. */
enum err nomination_freeze(int64_t nomination, const struct whom *w, const struct conditions *c,
			   const struct measured_row *r) MUST_USE;

enum err nomination_draw(struct rq *q, const struct nomination_row *n, const struct material *m,
			 struct bytes *out) MUST_USE;

#endif
