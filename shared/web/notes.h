/*
 * notes.h - what the staff of a station noted about a volunteer, a household or a project 工作备注和
 * 待办事项, as its page shows it (templates/notes_of.cs). They are written at one place alone, under
 * /account/notes, whose forms the part holds; no other station sees them.
 *
 *	enum err e = put_notes(q, "household", h.id, h.no);
 *
 * Page.NotesOf and Page.NotesNo are those of the address, Page.Notes.N has uid words due_on state
 * made_at staff done_by mine.
 */
#ifndef ZYZ_NOTES_H
#define ZYZ_NOTES_H

#include "page.h"

enum { NOTES_SHOWN = 50 };

/* of: person, household or project; id its row, no its number in addresses. */
enum err put_notes(struct rq *q, const char *of, int64_t id, const char *no) MUST_USE;

#endif
