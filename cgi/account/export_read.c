/* export_read.c - everything that is kept about a person, for people to read: labels, and words in
 * the place of states and codes. */
#include <string.h>

#include "code.h"
#include "export.h"

/* What is kept as a word or a code, and where its text stands: a list of codes (code.h), or with a
 * dot a table of texts. Part NULL: of each part that has such a field. */
static const struct {
	const char *part, *field, *texts;
} words[] = {
	{ NULL, "sex", "sex" },
	{ NULL, "was_sex", "sex" },
	{ NULL, "id_type", "id_type" },
	{ NULL, "was_id_type", "id_type" },
	{ NULL, "categories", "service_category" },
	{ NULL, "category", "service_category" },
	{ NULL, "skills", "skill" },
	{ NULL, "fields", "field" },
	{ NULL, "available", "available" },
	{ NULL, "sources", "volunteer_source" },
	{ NULL, "ethnic", "ethnic" },
	{ NULL, "political", "political" },
	{ NULL, "education", "education" },
	{ NULL, "occupation", "occupation" },
	{ NULL, "blood", "blood" },
	{ NULL, "clothing", "clothing" },
	{ NULL, "languages", "spoken" },
	{ NULL, "takes", "account.Data.Yes" },
	{ NULL, "invite_project", "account.Data.InviteProject" },
	{ NULL, "invite_team", "account.Data.InviteTeam" },
	{ NULL, "backbone", "account.Backbone" },
	{ NULL, "given_by", "State.consent_given_by" },
	{ NULL, "way", "State.proxy_way" },
	{ NULL, "ended_by", "State.proxy_ended_by" },
	{ NULL, "evidence", "State.service_record_evidence" },
	{ "proxies", "kind", "State.proxy_kind" },
	{ "acts_for", "kind", "State.proxy_kind" },
	{ "rebound", "kind", "State.rebind_kind" },
	{ "sessions", "kind", "account.Data.Session" },
	{ "consents", "purpose", "State.consent_purpose" },
	{ "teams", "role", "State.team_member_role" },
	{ "roster", "role", "State.roster_role" },
	{ "agreements", "how", "State.agreement_how" },
	{ "attendance", "direction", "State.attendance_direction" },
	{ "attendance", "method", "State.attendance_method" },
	{ "attendance", "nearness", "State.attendance_nearness" },
	{ "evaluations", "direction", "State.evaluation_direction" },
	{ "transfers", "direction", "account.Data.Transfer" },
	{ "messages", "event", "message.Event" },
	{ "messages", "channel", "State.message_channel" },
	{ "messages", "reason", "message.Reason" },
	{ "standby", "weekday", "activity.Weekday" },
	{ "message_choice", "ways", "State.message_way_ways" },
	{ "looked_at_by", "field", "account.LookedField" },
	{ "volunteer", "state", "State.volunteer" },
	{ "team_requests", "state", "State.team_ask" },
	{ "applications", "state", "State.application" },
	{ "enrolments", "state", "State.enrolment" },
	{ "roster", "state", "State.roster" },
	{ "no_shows", "state", "State.no_show" },
	{ "records", "state", "State.service_record" },
	{ "transfers", "state", "account.Data.TransferState" },
	{ "brought", "state", "State.transfer_record" },
	{ "moves", "state", "State.station_move" },
	{ "objections", "state", "State.objection" },
	{ "stars", "state", "State.star_award" },
	{ "honours", "state", "State.honour" },
	{ "nominations", "state", "State.honour_nomination" },
	{ "certificates", "state", "State.certificate" },
	{ "orders", "state", "account.Data.Dispatch" },
	{ "messages", "state", "State.message" },
	{ "corrections", "state", "State.correction" },
	{ "timebank_entries", "kind", "State.timebank_entry_kind" },
	{ "timebank_relatives", "relation", "State.timebank_kin_relation" },
	{ "timebank_relatives", "paper", "State.timebank_kin_paper" },
	{ "merges", "state", "State.person_merge" },
	{ "green_accounts", "state", "State.green_account" },
	{ "gifts", "state", "State.gift_exchange" },
};

/* A division has its name in a table of its own. */
static struct stmt region_q = SQL(
	"SELECT full_name"
	"  FROM region"
	" WHERE code = ?");

struct reading {
	struct arena *a;
	const char *part;
	size_t merged, rows; /* rows: of this part, told or not */
	struct export_section **next, *section;
	struct export_row **next_row, *row;
	struct export_field **next_field;
};

/* What this part calls it, or else what all do. */
static const char *label(struct arena *a, const char *part, const char *field)
{
	const char *own = lang(arena_fmt(a, "account.Data.%s.%s", part, field));
	return own ? own : str_or(lang(arena_fmt(a, "account.Data.Field.%s", field)), field);
}

/* "2026-11-22 09:30:00.000" without what nobody reads; anything else as it is. */
static const char *moment(struct arena *a, const char *text)
{
	const char *shape = "0000-00-00 00:00:00";
	size_t i = 0;
	while (shape[i] &&
	       (shape[i] == '0' ? text[i] >= '0' && text[i] <= '9' : text[i] == shape[i]))
		i++;
	if (shape[i] || (text[i] && text[i] != '.'))
		return text;
	return arena_dup(a, text, strlen("0000-00-00 00:00"));
}

static const char *reads(struct arena *a, const char *part, const char *field, const char *text)
{
	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
		const char *texts = words[i].texts;
		if (!str_eq(words[i].field, field) ||
		    (words[i].part && !str_eq(words[i].part, part)))
			continue;
		if (!strchr(texts, '.'))
			return code_names(a, texts, text);
		return str_or(lang(arena_fmt(a, "%s.%s", texts, text)), text);
	}
	return moment(a, text);
}

static void read_section(struct reading *r)
{
	const char *title = str_or(lang(arena_fmt(r->a, "account.Data.Section.%s", r->part)),
				   r->part);
	if (r->merged)
		title = arena_fmt(r->a, "%s %zu %s", lang("account.Data.merged"), r->merged, title);
	r->section = arena_alloc(r->a, sizeof(*r->section));
	*r->section = (struct export_section){ r->part, title, r->merged, NULL, false, NULL };
	*r->next = r->section;
	r->next = &r->section->next;
	r->next_row = &r->section->rows;
}

static void read_row(struct reading *r)
{
	r->row = NULL;
	if (!r->rows++)
		read_section(r);
	r->section->more = r->rows > EXPORT_ROWS;
	if (r->section->more)
		return;
	r->row = arena_alloc(r->a, sizeof(*r->row));
	*r->row = (struct export_row){ NULL, NULL };
	*r->next_row = r->row;
	r->next_row = &r->row->next;
	r->next_field = &r->row->fields;
}

static void read_cell(struct reading *r, const char *name, const struct cell *c)
{
	if (!r->row || !c->text || !*c->text)
		return;
	struct export_field *f = arena_alloc(r->a, sizeof(*f));
	name = arena_dup(r->a, name, strlen(name));
	*f = (struct export_field){ name, label(r->a, r->part, name),
				    reads(r->a, r->part, name, arena_dup(r->a, c->text, c->n)),
				    NULL };
	*r->next_field = f;
	r->next_field = &f->next;
}

static void read_say(void *ctx, enum export_step step, bool end, const char *name,
		     const struct cell *c)
{
	struct reading *r = ctx;
	if (step == EXPORT_CELL)
		read_cell(r, name, c);
	if (end || step == EXPORT_CELL)
		return;
	if (step == EXPORT_PERSON)
		r->merged++;
	if (step == EXPORT_ONE || step == EXPORT_PART) {
		r->part = name;
		r->rows = 0;
	}
	if (step == EXPORT_ONE || step == EXPORT_ROW)
		read_row(r);
}

/* Behind the walk, in which no other statement may run. */
static enum err read_regions(const struct export_section *all)
{
	enum err e = OK;
	for (const struct export_section *s = all; !e && s; s = s->next)
		for (struct export_field *f = s->rows->fields; !e && f; f = f->next) {
			if (!str_eq(s->name, "volunteer") || !strstr(f->name, "region_code"))
				continue;
			e = db_text(&region_q, ARGS(A_(f->value)), &f->value);
			if (e == ERR_NOT_FOUND)
				e = OK;
		}
	return e;
}

enum err export_read(struct rq *q, struct export_section **all, const char **no)
{
	struct reading r = { .a = q->arena, .next = all };
	*all = NULL;
	enum err e = code_load();
	if (!e)
		e = export_walk(q, read_say, &r, no);
	return e ? e : read_regions(*all);
}
