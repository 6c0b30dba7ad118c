as: cgi/notes/notes.c
/* notes.c */
static const struct route routes[] = {
	{ "GET", "/notes", STAFF, note_list },
	{ "GET", "/notes/{no}", STAFF, note_show },
	{ "GET", "/notes/{no}/edit", STAFF, note_edit }, /* BAD: nothing says which note */
	{ 0 }
};
===== as: tests/bench/grow/pages.mjs
export const parts = {
	'/notes/{no}': { is: 'SELECT no FROM note' },
	'/letters/{no}': { is: 'SELECT no FROM letter' }, // BAD: no such page
};
