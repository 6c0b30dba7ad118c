/* survey_draft.c - the draft of the address and its questions: how pages of the builder begin. */
#include "survey.h"

enum err put_draft(struct rq *q, struct node **survey)
{
	enum err e = put_survey(q, survey);
	if (!e && !str_eq(node_get(*survey, "state"), "draft"))
		e = ERR_STALE;
	return e;
}

enum err put_questions_of(struct rq *q, struct node **survey)
{
	enum err e = put_draft(q, survey);
	return e ? e : put_questions(q, node_get_int(*survey, "_id"));
}

struct node *question_of(struct rq *q, const char *place)
{
	struct node *n = node_first(put_list(q, "Questions"));
	while (n && !str_eq(node_get(n, "place"), place))
		n = node_next(n);
	return n;
}
