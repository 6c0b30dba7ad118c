/*
 * survey_chart.h - bars of equal length cut into parts: groups by their answers, rows of a matrix
 * by their columns. Geometry alone, as chart.h; the macro stack() of templates/needs/_stack.cs
 * writes SVG and table.
 *
 *	struct stack *s = stack_new(q, title, "q4");
 *	stack_part(s, "常需要");                     // all parts first
 *	stack_row(s, "出行"), stack_value(s, 12);    // then rows, with a value for each part
 *	stack_put(s, node_child(question, "Stack"));
 */
#ifndef ZYZ_NEEDS_SURVEY_CHART_H
#define ZYZ_NEEDS_SURVEY_CHART_H

#include "page.h"

struct stack;
/* id: a word [a-z0-9]+, unlike that of other charts on the page. */
struct stack *stack_new(struct rq *q, const char *title, const char *id);
void stack_part(struct stack *s, const char *label);
void stack_row(struct stack *s, const char *label);
void stack_value(struct stack *s, int64_t value);
/* Nothing is put when no value is above 0. */
void stack_put(const struct stack *s, struct node *to);

#endif
