/*
 * ledger.h - parts of a need's page that stand in files of their own.
 *
 *	e = put_contact(q, id, false);       // Page.Need.{name,phone,address}, masked
 */
#ifndef ZYZ_NEEDS_LEDGER_H
#define ZYZ_NEEDS_LEDGER_H

#include "entry.h"
#include "household.h"

/* The last day on which somebody was served for need n: hours of its projects that count, orders
 * that came of it, else orders and visits of pairing at its household. NULL: nobody yet. */
#define NEED_SERVED \
	"NULLIF(GREATEST(COALESCE((SELECT MAX(r.served_on) FROM project_need x JOIN activity a" \
	"       ON a.project_id = x.project_id JOIN service_record r ON r.activity_id = a.id" \
	"       AND r.state IN ('notice', 'effective') WHERE x.need_id = n.id)," \
	"       DATE '1000-01-01'), COALESCE((SELECT MAX(DATE(o.served_at))" \
	"       FROM service_order o WHERE o.need_id = n.id), DATE '1000-01-01')," \
	"       COALESCE((SELECT MAX(v.visited_on) FROM pairing p JOIN pairing_visit v" \
	"       ON v.pairing_id = p.id WHERE p.household_id = n.household_id)," \
	"       DATE '1000-01-01')), DATE '1000-01-01')"

/* Choices of its form. */
enum err put_need_codes(struct rq *q) MUST_USE;
enum err put_contact(struct rq *q, int64_t id, bool whole) MUST_USE;
/* Notes the look at the need of the address, for the posted purpose. */
enum err contact_look(struct rq *q) MUST_USE;
/* Page.History and Page.Doubles. */
enum err put_history(struct rq *q, int64_t id) MUST_USE;

#endif
