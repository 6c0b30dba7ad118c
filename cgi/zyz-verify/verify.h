/*
 * verify.h - what the files of zyz-verify share: the ledger as others see it.
 *
 * Owns its own reading of the formats (shared/hours/ledger.h tells them in words; not a line of
 * code is shared, so that a mistake of the writer is not repeated here). Reads the tables or a
 * dump, writes nothing anywhere.
 *
 *	struct kept kept = { 0 };
 *	if (kept_read(&kept, "heads.txt")) ...       // what was published and kept elsewhere
 */
#ifndef ZYZ_VERIFY_H
#define ZYZ_VERIFY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

enum { HASH = 32, UID = 16, PARTS = 23, FIELDS_MAX = 6000, NOWHERE = -1 };
enum { WELL = 0, BROKEN = 1, CANNOT = 2 }; /* exit codes */

/* sha256.c */
void sha256(const uint8_t *p, size_t n, uint8_t out[HASH]);

/* bytes.c */
struct part {
	const uint8_t *p;
	size_t n;
};
void hash2(const uint8_t *a, const uint8_t *b, uint8_t out[HASH]); /* of two hashes */
void hex_out(struct part p, char *out);                            /* 2n + 1 bytes */
bool hex_in(const char *s, uint8_t *out, size_t n);                /* exactly n bytes */
/* The canonical fields: exactly `count` parts that fill all n bytes. */
bool parts_read(struct part fields, struct part *out, size_t count);
bool part_is(struct part p, const char *text);
bool number_in(const char *s, int64_t *out);
void *grown(void *array, size_t n,
	    size_t size); /* room for one more than n; ends the program without memory */

/* tree.c: the full subtrees so far, the greatest first. */
struct tree {
	struct {
		int height;
		uint8_t root[HASH];
	} full[64];
	int n;
	int64_t size;
};
void tree_add(struct tree *t, const uint8_t leaf[HASH]);
void tree_root(const struct tree *t, uint8_t out[HASH]);
/* Whether n hashes lead from the leaf at this place of a tree to its root. */
enum { PATH_HASHES = 62 };
bool tree_climbs(const uint8_t leaf[HASH], int64_t place, int64_t size, uint8_t path[][HASH],
		 size_t n, const uint8_t root[HASH]);

/* One row of the ledger: a place, a leaf, the chain behind it; and what is known of its event. */
struct row {
	int64_t place, event;
	uint8_t leaf[HASH], chain[HASH];
	char no[25];      /* number of the record, to name the event by */
	bool linked;      /* its chain value follows from the row before */
	bool there, fits; /* the event is; and it is what the leaf says */
};
struct event {
	int64_t id, version;
	uint8_t uid[UID], record[UID], commitment[HASH];
	char kind[16], at[32];
	struct part fields; /* until the next event is read */
};
bool event_leaf(const struct event *e, uint8_t out[HASH]); /* false: it cannot be one */

/* heads.c: signed heads, of the ledger or kept elsewhere, and the public keys. */
struct head {
	int64_t no, size, at_ms;
	uint8_t root[HASH], prev[HASH], key[4], signature[64];
	bool signed_well;
};
struct heads {
	struct head *v;
	size_t n;
};
struct key {
	uint8_t id[4], public[HASH];
};
/* "follows ID OLD SECOND SIGNATURE": from then on one key signs, and the one before it says so. */
struct link {
	uint8_t id[4], old[4], signature[64];
	int64_t at;
};
struct source;
struct kept {
	struct heads heads;
	struct key *keys;
	size_t keys_n;
	struct link *links;
	size_t links_n;
	uint8_t (*leaves)[HASH]; /* by place, from an older dump; zeros: not known */
	size_t leaves_n;
	/* of a station by whoever holds its keys: one check more, with this folder; NULL: none */
	int (*more)(struct source *s, const char *folder);
	const char *folder;
};
int kept_read(struct kept *k, const char *path);
bool head_line(char *line, struct head *out); /* "head NO SIZE TIME ROOT PREV KEY SIGNATURE" */
void head_add(struct heads *h, const struct head *one);
void head_print(FILE *f, const struct head *h);
/* keys.c: the link by which a key took over from one before it, at once or by keys between them,
 * each signed by the one before; NULL: none. */
const struct link *key_follows(const struct kept *k, const uint8_t id[4], const uint8_t old[4]);
/* When another took over from it; 0: it signs now. */
int64_t key_until(const struct kept *k, const uint8_t id[4]);
bool link_line(struct kept *k, char *line);
/* Every link is signed by its old key; prints the first that is not. */
bool links_good(const struct kept *k);
/* By one of the keys that were given. */
bool head_signed(const struct head *h, const struct kept *k);

/* report.c: what is wrong, the first place first. */
enum what { ALTERED, REMOVED, INSERTED, REORDERED, REWRITTEN, FORGED, BREACH };
/* place NOWHERE: has none. text is printf's, without a newline. At one place what is wrong with the
 * order of the ledger is told before what is wrong with an event. */
void fault(enum what what, int64_t place, const char *fmt, ...)
	__attribute__((format(printf, 3, 4)));
void fault_order(enum what what, int64_t place, const char *fmt, ...)
	__attribute__((format(printf, 3, 4)));
int report(void);      /* prints the first hundred of them; WELL or BROKEN */
void report_all(void); /* instead of a hundred, as many as are kept: 10,000 */

/*
 * A source calls back with its heads, its rows by place, then its events by id; one with records
 * fills them in before the events. Each gives WELL, or CANNOT after saying why on stderr.
 */
struct source;
typedef void row_fn(void *ctx, const struct row *r);
typedef void event_fn(void *ctx, const struct event *e);
/* Canonical fields without format, kind (in front) and the end of the record (behind); empty for
 * NULL. */
enum { RECORD_FIRST = 2, RECORD_PARTS = 20 };
typedef void record_fn(void *ctx, const struct part parts[RECORD_PARTS]);
struct facts;
struct source {
	int (*heads)(struct source *s, struct heads *out);
	int (*rows)(struct source *s, row_fn *fn, void *ctx);
	int (*events)(struct source *s, event_fn *fn, void *ctx);
	void (*close)(struct source *s);
	struct records *records; /* NULL: none */
	/* one record as it is now; only of a source with records */
	int (*record)(struct source *s, const uint8_t uid[UID], int64_t version, record_fn *fn,
		      void *ctx);
	/* what hours and honours rest on, behind the events; NULL: it has none */
	int (*facts)(struct source *s, struct facts *f);
	/* NULL, or what takes the hours while events() reads the records; facts() leaves them out
	 * then */
	struct facts *hours;
};
/* A socket of this machine, or a host, which has to prove by a certificate of ca that it is the one
 * (but for this machine's own address). password: a file that nobody else may read; NULL: none. */
struct server {
	const char *socket, *host, *port, *ca, *user, *password, *db;
};
struct source *source_database(const struct server *server, bool records);
struct source *source_dump(const char *path);
int dump_write(struct source *s, FILE *f);

/* records.c: the service records beside their events. place NOWHERE: the event waits. */
void records_event(struct records *r, const struct event *e, int64_t place,
		   const struct part *parts);
void records_end(struct source *s);

/* check.c */
struct seen {
	struct row *rows;         /* by place */
	size_t n, whole;          /* of them up to the first gap */
	uint8_t (*waiting)[HASH]; /* the leaves that waiting events would have */
	size_t waiting_n;
};
int check(struct source *s, struct kept *k);

/* events.c: every event against its row and its record. *late: what is older should not wait. */
int events_check(struct source *s, struct seen *seen, const char *late);

/* diagnose.c: from what does not fit to what was done. cut_off: a head speaks of more events than
 * there are. */
void diagnose_chain(const struct seen *s, size_t i, bool cut_off);
void diagnose_event(const struct seen *s, size_t i, const uint8_t made[HASH]);
/* The first place whose leaf is not the one kept elsewhere; NOWHERE: none. */
int64_t diagnose_kept(const struct seen *s, const struct kept *k);

void heads_check(struct heads *own, struct kept *k);

/* certificate.c: code is the text of the QR code; revoked the published list, or NULL. */
int certificate_check(const struct kept *k, const char *code, const char *revoked);

/* bundle.c: the records that a volunteer takes along. */
int bundle_check(const struct kept *k, const char *path);

/* draw.c: the lots of a draw, as /recruit/draw/UID/lots gives them. */
int draw_check(const struct kept *k, const char *path);

/* pack.c: the material of a spot check, one HTML file. */
int pack_check(const struct kept *k, const char *path);

#endif
