/*
 * markup.h - reads a page as strictly as no browser does, and says what is wrong with it.
 *
 * Owns its copy of the text. Takes only what our templates write: double-quoted values, closed
 * elements, no inline script or style. So whatever a visitor's text manages to open, close or add
 * makes the page unreadable here.
 *
 *	struct markup *m = markup_read(html);
 *	markup_safe(m);
 *	if (markup_faults(m)[0])
 *		fail_msg("%s", markup_faults(m));
 *	markup_free(m);
 */
#ifndef ZYZ_TEST_MARKUP_H
#define ZYZ_TEST_MARKUP_H

struct markup;

struct markup *markup_read(const char *html);
void markup_free(struct markup *m);
/* Each adds what it found; one line for each fault, "" when there is none. */
const char *markup_faults(const struct markup *m);

void markup_safe(
	struct markup *m); /* no handler, no inline script or style, no address that runs */
void markup_linked(
	struct markup *m); /* ids are unique; for=, aria-describedby= and #links lead to one */
void markup_worded(
	struct markup *m); /* nothing that needs words is empty, each control has a label */
void markup_forms(struct markup *m); /* each POST form carries a token; no form in a form */
void markup_page(struct markup *m);  /* one title, one main, one h1, a language */

#endif
