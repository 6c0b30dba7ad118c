/*
 * region_choice.h - the field of a form in which a division 行政区划 is chosen, in steps or by a
 * part of its name.
 *
 * The form's row is REGION. Without a script the page offers what lies around the present choice,
 * and a button NAME_step of the same form goes one step down: it comes back with the parts of what
 * was chosen, and nothing typed is lost. With a script it is found as it is typed (js/_region.js),
 * from the same address. One's own county stands first.
 *
 *	X(T, REGION, region_code, 6, 12)                     // in the form
 *	e = put_region_choice(q, "region_code", "Regions");  // on its page, after Page.Form
 *	e = region_check(q, "region_code", in.region_code, REGION_COUNTY);
 *	< ?cs call:region("region_code", "required", Page.Regions) ? >
 *
 * Puts Page.NAME.N.{code,name,group}, where group is a word of Lang.Region, and
 * Page.RegionAt.FIELD.{code,name,near}: what is chosen, its whole name, and whose county is near.
 */
#ifndef ZYZ_REGION_CHOICE_H
#define ZYZ_REGION_CHOICE_H

#include "form.h"
#include "region.h"
#include "request.h"

enum err put_region_choice(struct rq *q, const char *field, const char *name) MUST_USE;
/* What is offered around one code (NULL or unknown: at the start), as Page.NAME. */
enum err put_region_options(struct rq *q, const char *name, const char *code,
			    const char *near) MUST_USE;
/* Divisions that these words fit, near ones first, as Page.NAME.N.{code,name,full}: at most 20. */
enum err put_region_found(struct rq *q, const char *name, const char *typed,
			  const char *near) MUST_USE;
/* The county, or an overseer's region, of whoever looks; "" where there is no station yet. */
enum err region_near(struct rq *q, const char **near) MUST_USE;
/* A message beside the field when the code does not fit; NULL is fine. */
enum err region_check(struct rq *q, const char *field, const char *code,
		      enum region_level least) MUST_USE;

#endif
