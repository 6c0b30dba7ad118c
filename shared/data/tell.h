/*
 * tell.h - people are told 消息: what becomes true for them becomes a row for each channel, in the
 * same transaction. The inbox always; WeChat and SMS where there is a sender (settings), the person
 * chose them, and can be reached by them. The loop message-post sends; pages show.
 *
 * A row has a lane (what goes first) and a last moment: what lost its sense by then is not sent.
 *
 * Owns the rows of message until they are sent or read. Never twice: the same event, target and key
 * of a person is told once, however often it is asked for. Whoever was erased is told nothing.
 *
 *	e = tell(&q->actor, &(struct telling){ .event = "offer", .station = a.station,
 *			.person = a.person, .about = "application", .target = a.id,
 *			.key = until, .name = title, .until = until, .path = path });
 *
 * Words are no part of it: they are made from Lang.message.Event when shown or sent. note is a
 * reason or a letter in somebody's own words, and no more than is needed.
 */
#ifndef ZYZ_TELL_H
#define ZYZ_TELL_H

#include "actor.h"
#include "db.h"

struct telling {
	const char *event; /* a word of Lang.message.Event: offer, approved, cancelled ... */
	int64_t station;   /* who tells */
	int64_t person;    /* whom; not used by tell_all() */
	const char *about; /* application, activity, project, training, order, record ... */
	int64_t target;    /* its row */
	const char *key;   /* what makes it another telling of the same event and target, or NULL */
	const char *name;  /* what it is called: "清理楼道"; or NULL */
	const char *at;    /* when it is, "2026-12-05 09:00:00", or NULL */
	const char *until; /* the deadline, a day alone is meant whole; or NULL */
	const char *place; /* or NULL */
	const char *note;  /* or NULL */
	bool urgent;       /* rings in the quiet hours, too */
	const char *path;  /* the page it leads to, "/recruit/P2600100003", or NULL */
};

enum err tell(const struct actor *by, const struct telling *t) MUST_USE;

/* Everybody that a thing has, each once. */
enum tell_whom {
	TELL_ROSTER,     /* of an activity: who is on its roster */
	TELL_APPLICANTS, /* of a project: whose application lives */
	TELL_ENROLLED,   /* of a training: who has a place, or waits for one */
	TELL_WAITING,    /* of a project: who is on its waiting lists */
	TELL_LINE,       /* of an activity: who is on its waiting list */
	TELL_SHIFT,      /* of an activity: who signed up for it and is not on its roster yet */
	TELL_NOTICED,    /* of an activity: whose hours came under notice last */
	TELL_ASKED,      /* of an order: who was asked for it and has not answered */
	TELL_LATE,       /* of an order: who has not answered in time */
	TELL_TAKER,      /* of an order: who took it */
	TELL_TEAM,       /* of a team: its members */
	TELL_LEADERS,    /* of a team: who leads it; all, where nobody does */
	TELL_STAFF       /* of a station: the people behind the accounts of its managers */
};
enum err tell_all(const struct actor *by, const struct telling *t, enum tell_whom whom,
		  int64_t of) MUST_USE;

/* A sign-in code to a number that may be nobody's yet, by SMS alone, before all others, and not
 * after it has expired; both are kept sealed until it was sent. Not where there is no gateway:
 * tell_by_sms(). */
enum { TELL_CODE_MINUTES = 5 }; /* how long such a code is good */
bool tell_by_sms(void);
enum err tell_code(const struct actor *by, const char *phone, const char *code,
		   const char *until) MUST_USE;
/* A number that is nobody's any more is told so, the same way; nothing without a gateway. */
enum err tell_number(const struct actor *by, const char *phone, const char *event) MUST_USE;

/* To the phone of somebody who needs no account: what happened, and the page of their own, whose
 * address holds its key: sealed until it was sent. By day alone; nothing without a gateway, or to
 * a landline. */
enum err tell_link(const struct actor *by, const char *phone, const char *event,
		   const char *path) MUST_USE;

/* Whether an event is worth an SMS: what is good to know is not. */
bool tell_worth_sms(const char *event);
/* The end of the quiet hours, or now: nothing rings at night. */
int64_t tell_quiet_end(int64_t now);
enum {
	TELL_LANE_NUMBER,  /* to a number: a code */
	TELL_LANE_AT_ONCE, /* what is not kept for the morning */
	TELL_LANE_REST
};

#endif
