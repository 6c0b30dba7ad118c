/* platform_inside.h - a mapping in memory; for the platform*.c files alone. */
#ifndef ZYZ_PLATFORM_INSIDE_H
#define ZYZ_PLATFORM_INSIDE_H

#include "json.h"
#include "hdf.h"
#include "platform.h"

enum {
	CHOICES = 4,
	MAP_FIELDS = 64,
	BODY_PARTS = 24,
	HEADER_PARTS = 16,
	CODE_RANGES = 24,
	STATUSES = 24
};

enum map_format { MF_TEXT, MF_HOURS, MF_DIGITS18, MF_WHOLE, MF_COMPACT };

/* One field of an item: the first choice that has a value wins. */
struct map_field {
	const char *to, *title, *value;
	struct {
		const char *from, *codes;
	} choice[CHOICES];
	size_t choices;
	enum map_format format;
	bool required, always; /* always: also when the item is a withdrawal */
	int64_t max;           /* characters, 0: any */
};
struct map_kind {
	bool used;
	const char *path, *ask, *list, *interface;
	size_t match[PLATFORM_MATCH], matches; /* fields that name a row of a result */
	struct map_field fields[MAP_FIELDS];
	size_t n;
};
/* A header or a member of the body: text with {names}, or for the body the array of items
 * itself. */
struct map_part {
	const char *name, *value;
	bool items;
};
struct map_range {
	int64_t from, to;
	enum platform_class class;
};
enum map_sign { MS_NONE, MS_HMAC, MS_SHA256 };

/* Where the names of a mapping stand. */
struct map_line {
	struct map_line *next;
	const char *path;
	int64_t line;
	bool value; /* it has a value there; else a bracket */
};
struct map_lines {
	struct map_line *first, **end;
};
/* The line of a path, or of the nearest that it belongs to; 0: not known. */
int64_t map_line_of(const struct map_lines *l, const char *path);

struct platform {
	struct arena *arena;
	struct node *tree;
	struct map_lines lines;
	const char *profile, *name;
	bool file, unknown;
	bool repeat; /* the same key twice does no harm, even without asking */
	int64_t max_items;
	enum map_sign sign;
	const char *sign_text;
	struct map_part header[HEADER_PARTS], body[BODY_PARTS];
	size_t headers, bodies;
	struct map_kind kind[OB_KINDS];
	/* Answers: paths into the JSON, e.g. data.list */
	const char *code, *message, *results, *item_key, *item_version, *item_code, *item_receipt,
		*item_message;
	int64_t ok;
	struct map_range item[CODE_RANGES], status[STATUSES], whole[CODE_RANGES];
	size_t items, statuses, wholes;
	const char *ask_version, *ask_receipt;
	int64_t ask_absent; /* HTTP status that says: no such key */
	struct platform_result result;
	const char *list_items, *list_next, *list_key, *list_version, *list_receipt, *list_op,
		*list_hours;
};

/* Checking a mapping. Each fault is a line of text: FILE:LINE: what is wrong. */
struct fault {
	struct fault *next;
	int64_t line;
	const char *text;
};
struct check {
	struct platform *p;
	struct fault *faults; /* in the order of their lines */
};
void check_say(struct check *c, int64_t line, const char *fmt, ...) PRINTF(3, 4);
/* A fault of what stands at this path, or should stand in it. */
void check_fault(struct check *c, const char *at, const char *fmt, ...) PRINTF(3, 4);
/* platform_lines.c: what is no line of a mapping is a fault. */
void check_lines(struct check *c, const char *path, struct map_lines *out);
/* platform_kinds.c */
void check_kinds(struct check *c);
/* platform_result.c */
void check_result(struct check *c);
/* Children whose names are not in the list of words. where: path of n, "" at the top. */
void check_only(struct check *c, struct node *n, const char *where, const char *words);
/* {names} of the text that nobody fills. */
void check_names(struct check *c, const char *where, const char *name, const char *text);
const char *check_need(struct check *c, struct node *n, const char *where, const char *name);
int64_t check_whole(struct check *c, struct node *n, const char *where, const char *name,
		    int64_t fallback, int64_t min, int64_t max);

/* Values for {names} of a text. */
struct map_var {
	const char *name, *value;
};
/* Fills {name} and the escapes \n \\ \{ \}; an unknown name gives nothing (the check at start
 * refused it). */
const char *map_fill(struct arena *a, const char *text, const struct map_var *vars);
/* The first {name} that is not in the list of words, or NULL. */
const char *map_unknown_name(struct arena *a, const char *text, const char *words);
#define MAP_NAMES \
	"app_id,secret,time,time14,nonce,method,path,query,body_sha256,items,interface,key," \
	"station,from,to,after,sign"

enum map_result { MAP_OK, MAP_EMPTY, MAP_NO_CODE };
enum map_result map_value(const struct platform *p, const struct map_field *f, struct arena *a,
			  const struct platform_item *item, const struct json *facts,
			  const char **out);
/* A field's value as people may see it. */
const char *map_masked(struct arena *a, const struct map_field *f, const char *value);
/* The item as an object; false: item is PC_REFUSED with code and reason. */
bool map_item(const struct platform *p, struct arena *a, enum outbox_kind k,
	      struct platform_item *item, const char **json);
const struct json *json_path(const struct json *j, const char *path);
const char *json_word(struct arena *a,
		      const struct json *j); /* a text or whole number as text; NULL: neither */
bool json_whole(const struct json *j, int64_t *out); /* a whole number, or a text of one */

#endif
