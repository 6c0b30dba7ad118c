/* as: cgi/needs/needs.c - what ends something is asked first */
static const struct route routes[] = {
	{ "POST", "/needs/plans/{no}/void", STAFF, plan_void }, /* BAD */
	{ "POST", "/needs/plans/{no}/close", STAFF | SURE, plan_close },
	{ "POST", "/needs/plans/{no}/end", STAFF | SURE, plan_end }, /* BAD: no words */
	{ "POST", "/needs/ledger/{no}/done", STAFF, plan_done },
	{ 0 }
};
===== as: templates/lang/zh/sure.hdf
Lang.needs.Sure {
	plans_close {
		title = x
	}
}
