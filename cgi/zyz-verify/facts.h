/*
 * facts.h - what hours, stars, honours and hours from elsewhere rest on, and the rules that must
 * hold of them whoever wrote the rows, told again here without the programs' code.
 *
 * Owns what it is given until facts_end(). Persons and activities are numbers that say only whether
 * two rows speak of the same one.
 *
 *	struct facts *f = facts_new();
 *	facts_hour(f, &hour); facts_seen(f, activity, person, SEEN_IN); ...
 *	facts_end(f);                       // names every breach by fault()
 */
#ifndef ZYZ_VERIFY_FACTS_H
#define ZYZ_VERIFY_FACTS_H

#include "verify.h"

enum { SEEN_ROSTER = 1, SEEN_IN = 2, SEEN_OUT = 4, SEEN_MET = 8 };
enum { DAY_LIMIT = 720 }; /* minutes, where no setting allows more */

/* Times are Unix seconds, days 20261129; 0: not there. Staff are row ids, 0: nobody. */
struct hour {
	char no[25];
	char state;    /* t to_review, n notice, d disputed, e effective, x was effective once */
	char evidence; /* s scan, m met, l list, d declared, b backfill */
	int64_t version, person, activity, logger, reviewer, second;
	int64_t from, to, begins, ends, published; /* begins, ends, published: of its activity */
	int64_t noticed, effective;                /* days */
	bool two, marked;                          /* two must have looked; bears a mark */
	uint8_t seen;
};
/* before: stood before there were marks. */
struct star {
	char ref[33];
	int64_t person, star, minutes, decided, settled, noticed, awarded;
	bool given, marked, before;
	bool of_level; /* proposed by a station, decided above it, given by the clock */
};
/* A star by conditions, from its notice on. */
struct decided {
	char ref[33];
	int64_t proposer, decider;   /* staff */
	int64_t level, wanted_level; /* 1 province, 2 city, 3 county; 0: not there */
	int64_t minutes, wanted;
	bool own, entitled; /* one of them is the volunteer; had that role round the station */
};
struct honour {
	char no[25];
	int64_t created, verified, noticed;
	bool own, effective, marked, before;
};
struct brought {
	char no[25];
	int64_t minutes, sum, entered, handled;
	bool verified, marked, before; /* verified: signed by a key that is trusted */
};
struct rank { /* what a volunteer is called, and what was awarded */
	char who[33];
	int64_t star, awarded;
};

/* A code of a paper card that was typed or passed over. */
struct spent {
	char no[25];
	int64_t card, place, code, salt[2], anchor;
	int64_t handed, revoked, typed;
	bool used, theirs; /* confirmed a service; of the card's household */
};

/* The time bank. moved, borrowed: what its entries come to. */
struct account {
	char ref[33];
	int64_t balance, floor, debt, moved, borrowed;
};
struct balance { /* of all accounts; what is owed beside what was put in for it */
	int64_t sum, owed;
};
/* Minutes that are saved of a record of so many. */
struct saved {
	char no[25];
	int64_t minutes, record;
	bool effective, waits, theirs; /* waits: that it fell was not followed yet */
};
/* What is kept beside rows, against what they say; most: that it may be, -1: any. */
enum { SUM_KINDS = 11 };
struct sum {
	char ref[33];
	int64_t what, kept, said, most; /* what: facts_bank.c */
};

/* facts_card.c */
void spent_judge(const struct spent *s, const struct spent *last);

/* facts_star.c; have: all that they could rest it on at that day, minutes */
void star_judge(const struct star *s, int64_t have);
void decided_judge(const struct decided *d);

/* facts_hour.c: every rule that needs no other hour; a breach of one. */
void hour_judge(const struct hour *h);
void hour_breach(const struct hour *h, const char *why);

struct facts *facts_new(void);
void facts_hour(struct facts *f, const struct hour *h);
void facts_seen(struct facts *f, int64_t activity, int64_t person, uint8_t what);
void facts_elsewhere(struct facts *f, int64_t person, int64_t day, int64_t minutes);
void facts_star(struct facts *f, const struct star *s);
void facts_decided(struct facts *f, const struct decided *d); /* after all stars */
void facts_honour(struct facts *f, const struct honour *h);
void facts_brought(struct facts *f, const struct brought *b);
void facts_rank(struct facts *f, const struct rank *r);
void facts_account(struct facts *f, const struct account *a);
void facts_balance(struct facts *f, const struct balance *b);
void facts_saved(struct facts *f, const struct saved *s);
void facts_sum(struct facts *f, const struct sum *s);
FILE *facts_out(const struct facts *f);                   /* NULL: judges */
void facts_spent(struct facts *f, const struct spent *s); /* in the order of card and place */
void facts_limit(struct facts *f, int64_t minutes);
void facts_whole(struct facts *f, uint8_t what); /* all of this kind will be told */
void facts_end(struct facts *f);

/* Facts that are written down as lines of a dump, and judged by nobody. */
struct facts *facts_writing(FILE *out);
/* dump_facts.c: such a line again; false: it is none. Hours come before what was seen. */
bool facts_line(struct facts *f, char *line);
bool facts_named(const char *line);

#endif
