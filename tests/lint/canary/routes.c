/* as: cgi/needs/needs.c - routes that say too little */
static const struct route routes[] = {
	{ "GET",  "/needs/", STAFF, list },
	{ "POST", "/needs/new", BOTH | UPLOAD, add },
	{ "PUT",  "/needs/{no}", STAFF, put }, /* BAD */
	{ "GET",  "/project/", STAFF, list }, /* BAD */
	{ "GET",  "/needs/a", NO_DB, list }, /* BAD */
	{ "GET",  "/needs/b", STAFF | PUBLIC, list }, /* BAD */
	{ "GET",  "/needs/", PUBLIC, other }, /* BAD */
	{ 0 }
};
#define BOTH (STAFF | OVERSEER)
===== as: cgi/station/station.c
	{ "GET",  "/", PUBLIC, front },
