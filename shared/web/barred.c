/* barred.c - nobody decides about themselves. */
#include "barred.h"

#include "form.h"

enum err barred(struct rq *q, const int64_t *people, size_t n)
{
	const char *word;
	enum err e = staff_bars(&q->actor, people, n, &word);
	if (e || !word)
		return e;
	form_error(q, NULL, word);
	return ERR_FORM;
}
