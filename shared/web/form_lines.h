/*
 * form_lines.h - what was typed so far as one text, name=value in each line, so that it can be kept
 * sealed and put back on another day. Several values of a field are several lines.
 *
 *	body = form_lines(q, kept_field, NULL);              // of Page.Form, where names are kept
 *	form_lines_each(q, body, kept_put, NULL);            // puts them back
 */
#ifndef ZYZ_FORM_LINES_H
#define ZYZ_FORM_LINES_H

#include "request.h"

const char *form_lines(struct rq *q, bool (*keeps)(const void *ctx, const char *name),
		       const void *ctx);
void form_lines_each(struct rq *q, const char *body,
		     void (*each)(struct rq *q, const void *ctx, const char *name,
				  const char *value),
		     const void *ctx);

#endif
