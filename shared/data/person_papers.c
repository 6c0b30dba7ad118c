/* person_papers.c - persons by their document. */
#include "person_papers.h"

#include "audit.h"
#include "identity.h"
#include "row.h"
#include "secret.h"

/* A number of somebody who was merged into another is the other's. */
#define KNOWN_COLS(X, T) X(T, INT, id, "COALESCE(merged_into, id)") X(T, TEXT, name, "name")
ROW_DEFINE(known_row, KNOWN_COLS);
static struct stmt known_q = SQL(
	"SELECT " ROW_SELECT(KNOWN_COLS)
	"  FROM person"
	" WHERE id_no_index = ?"
	"   FOR UPDATE");
static struct stmt add_q = SQL(
	"INSERT INTO person (uid, name, sex, birth_on, id_type, id_no_sealed, id_no_index,"
	"       commit_salt, created_at)"
	" VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");

const char *papers_wrong(struct arena *a, const struct papers *p, const char *today)
{
	struct identity d;
	return identity_known(p->id_type) ? identity_read(a, p->id_type, p->id_no, today, &d)
					  : "id_shape";
}

enum err person_of(const struct actor *by, const struct papers *p, int64_t *person)
{
	struct arena *a = by->arena;
	struct identity d;
	struct known_row k;
	if (identity_read(a, p->id_type, p->id_no, actor_today(by), &d))
		return ERR(ERR_CHECK, "no document");
	struct bytes uid = secret_uid(a), salt = secret_uid(a);
	struct bytes index = secret_index(a, "person.id_no", d.key);
	enum err e = row_one(&known_q, ARGS(A_(index)), known_row_cols, &k);
	if (!e && !str_eq(k.name, p->name))
		return ERR(ERR_CHECK, "the document is somebody else's");
	if (!e)
		*person = k.id;
	if (e != ERR_NOT_FOUND)
		return e;
	/* What other documents do not say is asked for when they register as volunteers. */
	e = db_exec(&add_q,
		    ARGS(A_(uid), A_(p->name), A_(str_or(d.sex, "0")), A_(d.birth), A_(d.type),
			 A_(secret_seal(a, "person.id_no", uid, d.no)), A_(index), A_(salt),
			 A_(actor_time(by))),
		    person);
	return e ? e : audit(by, "person.add", "person", *person, NULL);
}
