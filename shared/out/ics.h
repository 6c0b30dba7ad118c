/*
 * ics.h - a calendar as programs of calendars read it (RFC 5545): lines end in CR LF and are folded
 * at 75 octets, never within a character; texts are escaped; times are UTC.
 *
 * Knows no rows and no person. An event keeps its uid for ever; whoever changes it raises seq, and
 * a cancelled one is sent again as cancelled, so that it goes from every calendar that has it.
 *
 *	struct ics c;
 *	ics_open(&c, q->arena, "我的志愿服务");
 *	ics_event(&c, &(struct ics_event){ .uid = "A2600100012@zyz.example", .changed = changed,
 *			.starts = from, .ends = to, .title = title, .place = place });
 *	struct bytes file = ics_close(&c);
 */
#ifndef ZYZ_ICS_H
#define ZYZ_ICS_H

#include "str.h"

struct ics {
	struct buf out;
};
struct ics_event {
	const char *uid;
	int64_t seq;          /* 0 at first; higher after each change */
	int64_t changed;      /* Unix seconds: DTSTAMP and LAST-MODIFIED */
	int64_t starts, ends; /* Unix seconds */
	const char *title;
	const char *place, *about, *url; /* NULL or "": none */
	bool cancelled;
};

void ics_open(struct ics *c, struct arena *a, const char *name);
void ics_event(struct ics *c, const struct ics_event *e);
struct bytes ics_close(struct ics *c);

/* One content line, escaped where it is a text, folded and ended. For the tests, too. */
void ics_line(struct buf *out, const char *name, const char *value);
const char *ics_text(struct arena *a, const char *s);

#endif
