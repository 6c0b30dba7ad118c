/*
 * form.h - field tables: what a POST may carry arrives typed and valid, or as messages beside the
 * fields.
 *
 *	#define NOTE_IN(X, T) X(T, STR, title, 1, 200) X(T, TEXT, body, 0, 20000)
 *	FORM_DEFINE(note_in, NOTE_IN);                       // struct note_in, note_in_fields[]
 *	struct note_in in;
 *	if (!form_read(q, note_in_fields, &in))
 *		return ERR_FORM;                     // app shows the page of the row again
 *
 * Kind, C type and what min and max mean (min 0: the field may be left empty, then NULL or
 * DB_NONE):
 *	STR TEXT NAME   const char *  characters; STR and NAME one line, NAME a person's name
 *	TABLE           const char *  characters; lines copied out of a table, with their tabs
 *	WORD CODE NO    const char *  bytes; WORD [a-z0-9_]+, CODE [0-9A-Za-z]+, NO one of our own
 *	                              numbers (V2600100001), however it is written
 *	PHONE           const char *  mobile, landline or hotline, in the writing of base/phone.h
 *	IDNO            const char *  characters; a document's number in one writing
 *	REGION          const char *  bytes of a division's code; its button NAME_step is a message
 *	DAY TIME        const char *  "YYYY-MM-DD"; "YYYY-MM-DD HH:MM:SS" (typed: T, no seconds)
 *	INT             int64_t       value within min..max, required;  OINT the same, may be empty
 *	FLAG            int64_t       1 when ticked, 0 otherwise; min 1: must be ticked
 *	LIST            struct strs   how many values; a repeated field (WORDs or CODEs)
 *	FILE            const struct field *  max bytes; an upload, min 1: required
 *
 * On the page stand Page.Form.NAME, for a LIST Page.Form.NAME.0 .1 ..., and for WORD, CODE and LIST
 * also Page.Form.NAME_is.VALUE = 1; Page.Error.NAME and Page.Errors.N.{field,text}. What is called
 * password, code or totp is taken byte for byte and never put back. A member whose field was wrong
 * is empty.
 *
 * Unknown fields, and repeated ones that are no LIST, are refused. `csrf` and `key` are always
 * allowed. Labels in messages: Lang.<app>.Field.<name>, else Lang.Field.<name>. Messages:
 * Lang.<app>.Message.<word>, else Lang.Message.<word>, where {label} {min} {max} are filled in.
 */
#ifndef ZYZ_FORM_H
#define ZYZ_FORM_H

#include "db.h"
#include "request.h"

struct strs {
	const char *const *v;
	size_t n;
};

enum field_kind {
	F_END,
	F_STR,
	F_TEXT,
	F_TABLE,
	F_NAME,
	F_WORD,
	F_CODE,
	F_NO,
	F_REGION,
	F_PHONE,
	F_IDNO,
	F_DAY,
	F_TIME,
	F_INT,
	F_OINT,
	F_FLAG,
	F_LIST,
	F_FILE
};
struct field_rule {
	enum field_kind kind;
	const char *name;
	int64_t min, max;
	size_t offset;
};

#define FORM_TYPE_STR                         const char *
#define FORM_TYPE_TEXT                        const char *
#define FORM_TYPE_TABLE                       const char *
#define FORM_TYPE_NAME                        const char *
#define FORM_TYPE_WORD                        const char *
#define FORM_TYPE_CODE                        const char *
#define FORM_TYPE_NO                          const char *
#define FORM_TYPE_REGION                      const char *
#define FORM_TYPE_PHONE                       const char *
#define FORM_TYPE_IDNO                        const char *
#define FORM_TYPE_DAY                         const char *
#define FORM_TYPE_TIME                        const char *
#define FORM_TYPE_INT                         int64_t
#define FORM_TYPE_OINT                        int64_t
#define FORM_TYPE_FLAG                        int64_t
#define FORM_TYPE_LIST                        struct strs
#define FORM_TYPE_FILE                        const struct field *
#define FORM_MEMBER_(T, kind, name, min, max) FORM_TYPE_##kind name;
/* clang-format off */
#define FORM_RULE_(T, kind, name, min, max) \
	{ F_##kind, #name, min, max, offsetof(struct T, name) },
/* clang-format on */
#define FORM_DEFINE(type, LIST) \
	struct type { \
		LIST(FORM_MEMBER_, type) \
	}; \
	static const struct field_rule type##_fields[] = { LIST(FORM_RULE_, type){ F_END, 0, 0, 0, \
										   0 } }

/* Fills *in and returns true, or puts Page.Form and Page.Errors, sets 422 and returns false. */
bool form_read(struct rq *q, const struct field_rule *rules, void *in);
/*
 * A field whose name is made at run time, q7 or from_REF, by a rule made for it: *to as a member of
 * form_read(), what was typed under Page.Form.NAME. NULL, or what to say of it, with label in the
 * place of {label}; the caller puts it beside the field.
 *
 *	const char *wrong = form_field(q, F_PHONE, "q12", 0, 0, lang("needs.this"), &phone);
 */
const char *form_field(struct rq *q, enum field_kind kind, const char *name, int64_t min,
		       int64_t max, const char *label, void *to);
/* A value that came otherwise than in a field of its own, such as a cell of a pasted table, by the
 * rule of a table: into the member of *in. NULL, or what to say of it. */
const char *form_cell(struct rq *q, const struct field_rule *rule, const char *text, void *in);
/* No field was posted but those that known() knows. */
bool form_only(const struct rq *q, bool (*known)(const void *ctx, const char *name),
	       const void *ctx);
/* What stands in a field of our own pages that nobody types, such as `to` or `key`; NULL: it was
 * not posted. */
const char *form_given(const struct rq *q, const char *name);
/* A rule that the table cannot say: message beside the field (NULL: at the top), status 422. */
void form_error(struct rq *q, const char *field, const char *message_word);
void form_error_text(struct rq *q, const char *field, const char *text);
bool form_ok(const struct rq *q); /* no message so far */
/* Page.Errors by the order of the rules, for a page whose fields stand in that order; what belongs
 * to none of them comes first. */
void form_errors_sort(struct rq *q);
/* The page is made again for a form that was not taken: Page.Form holds what was typed. */
bool form_again(const struct rq *q);
/* Page.NAME, which the handler put, belongs to a message and stands on the page made again. */
void form_also(struct rq *q, const char *name);
void form_keep(struct rq *q); /* what was typed under Page.Form; messages do it too */
/* Values of a LIST that are chosen already, with commas between: those not yet there are added. */
void form_tick(struct rq *q, const char *field, const char *codes);
bool form_ticked(struct rq *q, const char *field, const char *code);
/* The words beside a field, Lang.<app>.Field.<name> or Lang.Field.<name>; NULL: it has none. */
const char *form_label(struct rq *q, const char *field);
/* For app.c: Page.Typed.N.{label,text} of what was posted under names that have a label, so that a
 * page that can say nothing else loses nothing. */
void form_put_typed(struct rq *q);

/* The one-time key of people without a session: put as Page.Key, valid for a day, bound to a
 * purpose. A key that was posted and is still good is put again. */
void form_key(struct rq *q, const char *purpose);
/* A new one, though the posted key is still good: for what is sent a second time on purpose. */
void form_key_fresh(struct rq *q, const char *purpose);
/* Checks the posted `key`; *uid is then a random id to store under UNIQUE: a second post is
 * ERR_DUPLICATE. ERR_CSRF: missing or forged; ERR_STALE: older than a day. */
enum err form_key_uid(struct rq *q, const char *purpose, struct bytes *uid) MUST_USE;

#endif
