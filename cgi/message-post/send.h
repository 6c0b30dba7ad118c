/* send.h - what the files of message-post share: a message on its way, and its words. */
#ifndef ZYZ_MESSAGE_SEND_H
#define ZYZ_MESSAGE_SEND_H

#include "http.h"
#include "tell.h"
#include "tell_queue.h"

/* How a call ended, as far as the message is concerned. */
enum outcome {
	SENT,
	LATER,    /* refused for now: once more, after a pause */
	UNKNOWN,  /* it may have arrived, and may not be sent again */
	PERSON,   /* this person cannot be reached by this channel */
	REJECTED, /* the message is wrong: never again */
	LATE,     /* nobody has any use for it now */
	/* No fault of the message, and no try of it: */
	TOKEN,   /* at once, with another token */
	QUOTA,   /* nobody gets one before the day is over */
	SLOWER,  /* nobody gets one for a minute */
	TROUBLE, /* our settings, or the other side is down: the channel rests */
	SILENCE, /* the same, and it may have arrived: once more by the same id */
	LOST     /* its lease has ended: somebody else looks after it */
};

struct job {
	struct arena *arena;
	struct tell_due *due;
	struct http_ask ask;
	const char *kind; /* of WeChat: template or subscribe */
	enum outcome end;
	const char *reason, *remote;
	bool called;
	bool down; /* the channel looks as if it were down */
	bool done;
};

struct channel {
	const char *name, *instead; /* instead: the channel that takes over, or NULL */
	bool (*on)(void);           /* there is a sender */
	bool (*ready)(void);        /* and what it is set to is good */
	/* The token that calls need; may be NULL. */
	enum err (*token)(const struct actor *by, const struct channel *c, const char **token,
			  bool *got);
	enum err (*ask)(struct job *j, const char *token);
	void (*ended)(void *job, const struct http_end *end);
	int64_t (*side)(void); /* calls side by side */
	const int64_t *daily;  /* of a day, codes apart; NULL: as many as there are */
	int64_t rest_until;    /* Unix seconds */
	int64_t failures;      /* groups in a row of which nothing was answered */
	char bad_token[600];   /* the other side did not take it; "": none */
};
/* What is due, once; *n: how many were looked at. Its troubles are logged and are nobody else's. */
enum err channel_turn(const struct actor *by, struct channel *c, size_t *n) MUST_USE;

/* words.c */
/* The title and what it is about, as one text. */
const char *words_sms(struct arena *a, const struct tell_due *d, const char *sealed);
/* The body of a WeChat message by the file of templates; NULL: there is none for this event. */
const char *words_wechat(struct arena *a, const struct tell_due *d, const char **kind);
/* Reads the texts and the file of templates, once; a bad file is logged. */
void words_start(void);
bool words_templates(void); /* there are templates to send by */

/* call.c: fills ask, or says at once how it ended. */
enum err wechat_ask(struct job *j, const char *token) MUST_USE;
void wechat_ended(void *job, const struct http_end *end);
enum err text_ask(struct job *j, const char *token) MUST_USE;
void text_ended(void *job, const struct http_end *end);

#endif
