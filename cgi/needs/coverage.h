/*
 * coverage.h - what served a need, from records, orders and visits, never from a click.
 *
 *	e = put_served(q, id);       // Page.Served.N.{kind,no,day,state}, Page.Need.idle
 */
#ifndef ZYZ_NEEDS_COVERAGE_H
#define ZYZ_NEEDS_COVERAGE_H

#include "needs.h"

enum err put_served(struct rq *q, int64_t id) MUST_USE;

#endif
