/* said.c - what volunteers say about themselves: checked, stored, put back into a form. */
#include "said.h"

#include "code.h"
#include "region_choice.h"

/* Platforms hear of a change by its version. */
static struct stmt serves_q = SQL(
	"UPDATE volunteer"
	"   SET region_code = ?, service_region_code = ?, categories = ?, skills = ?, fields = ?,"
	"       available = ?, version = version + 1"
	" WHERE person_id = ?");
static struct stmt about_q = SQL(
	"UPDATE volunteer"
	"   SET sources = ?, political = ?, occupation = ?, education = ?, ethnic = ?,"
	"       version = version + 1"
	" WHERE person_id = ?");

static const struct {
	const char *field, *list;
} lists[SERVES_LISTS] = { { "categories", "service_category" },
			  { "skills", "skill" },
			  { "fields", "field" },
			  { "available", "available" } };

enum err serves_check(struct rq *q, struct serves *s)
{
	enum err e = OK;
	for (size_t i = 0; !e && i < SERVES_LISTS; i++)
		e = code_join(q, lists[i].field, lists[i].list, s->chosen[i], &s->joined[i]);
	if (!e)
		e = region_check(q, "region_code", s->region_code, REGION_COUNTY);
	return e ? e
		 : region_check(q, "service_region_code", s->service_region_code, REGION_COUNTY);
}

enum err serves_store(int64_t person, const struct serves *s)
{
	return db_change(&serves_q,
			 ARGS(A_(s->region_code), A_(s->service_region_code), A_(s->joined[0]),
			      A_(s->joined[1]), A_(s->joined[2]), A_(s->joined[3]), A_(person)));
}

enum err about_check(struct rq *q, struct about *b)
{
	const struct {
		const char *list, *code;
	} one[] = { { "political", b->political },
		    { "occupation", b->occupation },
		    { "education", b->education },
		    { "ethnic", b->ethnic } };
	enum err e = code_join(q, "sources", "volunteer_source", b->chosen, &b->sources);
	for (size_t i = 0; !e && i < sizeof(one) / sizeof(one[0]); i++)
		e = code_check(q, one[i].list, one[i].list, one[i].code);
	return e;
}

enum err about_store(int64_t person, const struct about *b)
{
	return db_change(&about_q, ARGS(A_(b->sources), A_(b->political), A_(b->occupation),
					A_(b->education), A_(b->ethnic), A_(person)));
}

void put_serves(struct rq *q, const struct held *h)
{
	const char *kept[SERVES_LISTS] = { h->categories, h->skills, h->fields, h->available };
	put(q, "Form.region_code", h->region_code);
	put(q, "Form.service_region_code", h->service_region_code);
	for (size_t i = 0; i < SERVES_LISTS; i++)
		form_tick(q, lists[i].field, kept[i]);
}

void put_about(struct rq *q, const struct held *h)
{
	form_tick(q, "sources", h->sources);
	put(q, "Form.political", h->political);
	put(q, "Form.occupation", h->occupation);
	put(q, "Form.education", h->education);
	put(q, "Form.ethnic", h->ethnic);
}

enum err put_about_choices(struct rq *q)
{
	static const char *const of[][2] = { { "Sources", "volunteer_source" },
					     { "Politicals", "political" },
					     { "Occupations", "occupation" },
					     { "Educations", "education" },
					     { "Ethnics", "ethnic" } };
	enum err e = OK;
	for (size_t i = 0; !e && i < sizeof(of) / sizeof(of[0]); i++)
		e = put_codes(q, of[i][0], of[i][1]);
	return e;
}
