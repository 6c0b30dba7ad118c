/* edit_inside.h - what the edit*.c files share; nobody else includes it. */
#ifndef ZYZ_EDIT_INSIDE_H
#define ZYZ_EDIT_INSIDE_H

#include "edit.h"
#include "page.h"

struct editing {
	struct audit_also also; /* first: audit() hands it back */
	struct rq *q;
	bool looking;         /* page() renders nothing */
	const char *template; /* of the page that was looked at last */
	const char *seen;     /* what goes into the form, when it is not what stands on the page */
	struct node *was;     /* what stood before the deed */
	const char *target;   /* table of what is changed, once it is known */
	struct bytes path;
	int64_t version;
};

/* edit_words.c: how the page calls a field, NULL: not at all; and the words of a value of it. */
const char *edit_label(const struct editing *c, const char *field);
const char *edit_words(const struct editing *c, struct node *p, const char *field,
		       const char *value);

/* A value of Page.Form in one writing, several with commas between; NULL: it is not there. */
const char *edit_value(struct rq *q, struct node *p, const char *field);
const char *edit_typed(const struct rq *q, const char *field);
/* What of Page.Form is no value: "category_is", which a form shows nowhere. */
bool edit_is_field(struct node *n);
/* As the form says it: ".,title:9f86d081,place:..."; never empty. */
const char *edit_digest(struct rq *q, struct node *p);
/* What was seen of a field is what the value is: a field that is not named was empty; true when
 * nothing at all was said. */
bool edit_same(struct rq *q, const char *seen, const char *field, const char *value);
/* Fills the page of the form again with what stands, and renders nothing. */
enum err edit_look(struct editing *c, struct node **p) MUST_USE;

#endif
