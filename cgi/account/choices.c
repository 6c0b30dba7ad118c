/* choices.c - the lists behind the fields that registration, editing and the ledger share. */
#include "account.h"

#include "code.h"
#include "region_choice.h"

enum err put_choices(struct rq *q)
{
	static const struct {
		const char *name, *list;
	} lists[] = { { "IdTypes", "id_type" },
		      { "Categories", "service_category" },
		      { "Skills", "skill" },
		      { "Fields", "field" },
		      { "Available", "available" } };
	enum err e = put_region_choice(q, "region_code", "Regions");
	if (!e)
		e = put_region_choice(q, "service_region_code", "Counties");
	for (size_t i = 0; !e && i < sizeof(lists) / sizeof(lists[0]); i++)
		e = put_codes(q, lists[i].name, lists[i].list);
	return e;
}
