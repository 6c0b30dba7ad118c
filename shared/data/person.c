/* person.c - single columns of persons and volunteers that other programs move. */
#include "person.h"

#include "config.h"
#include "revoke.h"
#include "row.h"
#include "safeguard.h"

static struct stmt salt_q = SQL(
	"UPDATE person"
	"   SET commit_salt = ?"
	" WHERE id = ?"
	"   AND commit_salt IS NULL"
	"   AND erased_at IS NULL");
#define SALT_COLS(X, T) X(T, BYTES, salt, "commit_salt")
ROW_DEFINE(salt_row, SALT_COLS);
static struct stmt salted_q = SQL(
	"SELECT " ROW_SELECT(SALT_COLS)
	"  FROM person"
	" WHERE id = ?");
static struct stmt identify_q = SQL(
	"UPDATE person"
	"   SET id_type = ?, id_no_sealed = ?, id_no_index = ?"
	" WHERE id = ?"
	"   AND erased_at IS NULL");
static struct stmt star_q = SQL(
	"UPDATE volunteer"
	"   SET star = ?"
	" WHERE person_id = ?");
static struct stmt home_q = SQL(
	"UPDATE volunteer"
	"   SET station_id = ?, backbone = 0, backbone_at = NULL, backbone_by = NULL,"
	"       version = version + 1"
	" WHERE person_id = ?"
	"   AND station_id = ?"
	"   AND state IN ('active', 'paused')");
static struct stmt platform_no_q = SQL(
	"UPDATE volunteer"
	"   SET platform_no = NULLIF(?, '')"
	" WHERE person_id = ?"
	"   AND station_id = ?");
static struct stmt bring_q = SQL(
	"UPDATE volunteer"
	"   SET brought_along_minutes = brought_along_minutes + ?"
	" WHERE person_id = ?");

static struct stmt count_q = SQL(
	"INSERT INTO volunteer_count (station_id, of_state, n)"
	" SELECT station_id, state, ?"
	"  FROM volunteer"
	" WHERE person_id = ?"
	"    ON DUPLICATE KEY UPDATE n = n + VALUES(n)");
static struct stmt served_q = SQL(
	"UPDATE (SELECT DISTINCT r.person_id FROM JSON_TABLE(?, '$[*]' COLUMNS"
	"       (id BIGINT PATH '$')) j STRAIGHT_JOIN service_record r ON r.id = j.id) d"
	" STRAIGHT_JOIN volunteer_total t ON t.person_id = d.person_id"
	" STRAIGHT_JOIN volunteer v ON v.person_id = d.person_id"
	"   SET v.served_minutes = t.minutes");

enum err volunteer_counted(int64_t person, int64_t more)
{
	return db_exec(&count_q, ARGS(A_(more), A_(person)), NULL);
}

#define GROWN "p.birth_on <= ? - INTERVAL ? YEAR"
static struct stmt age_state_q = SQL(
	"SELECT IF(v.state = 'pending_guardian' AND (" GROWN " OR " SAFE_GUARDED("p.id")
	"), 'active', IF(v.state = 'active' AND NOT " GROWN " AND NOT " SAFE_GUARDED("p.id")
	", 'pending_guardian', ''))"
	"  FROM volunteer v"
	"  JOIN person p ON p.id = v.person_id"
	" WHERE v.person_id = ?");
static struct stmt age_set_q = SQL(
	"UPDATE volunteer"
	"   SET state = ?"
	" WHERE person_id = ?"
	"   AND state IN ('active', 'pending_guardian')");

enum err volunteer_of_age(int64_t person, const char *day)
{
	const char *state;
	int64_t age = cfg.guardian_age;
	enum err e = db_text(&age_state_q, ARGS(A_(day), A_(age), A_(day), A_(age), A_(person)),
			     &state);
	if (e || !state || !*state)
		return e;
	e = volunteer_counted(person, -1);
	if (!e)
		e = db_change(&age_set_q, ARGS(A_(state), A_(person)));
	return e ? e : volunteer_counted(person, 1);
}

enum err volunteers_served(const char *records)
{
	int64_t rows;
	return db_affect(&served_q, ARGS(A_(records)), &rows);
}

enum err person_salt(int64_t person, struct bytes fresh, struct bytes *salt)
{
	struct salt_row r;
	int64_t rows;
	enum err e = db_affect(&salt_q, ARGS(A_(fresh), A_(person)), &rows);
	if (!e)
		e = row_one(&salted_q, ARGS(A_(person)), salt_row_cols, &r);
	if (!e)
		*salt = r.salt;
	return e;
}

enum err person_identify(int64_t person, const char *type, struct bytes sealed, struct bytes index)
{
	return db_change(&identify_q, ARGS(A_(type), A_(sealed), A_(index), A_(person)));
}

enum err volunteer_set_star(int64_t person, int64_t star)
{
	return db_change(&star_q, ARGS(A_(star), A_(person)));
}

enum err volunteer_set_home(int64_t person, int64_t from, int64_t to)
{
	revoke_kept();
	enum err e = volunteer_counted(person, -1);
	if (!e)
		e = db_change(&home_q, ARGS(A_(to), A_(person), A_(from)));
	return e ? e : volunteer_counted(person, 1);
}

enum err volunteer_set_platform_no(int64_t person, int64_t home, const char *no)
{
	int64_t rows;
	return db_affect(&platform_no_q, ARGS(A_(no), A_(person), A_(home)), &rows);
}

enum err volunteer_bring(int64_t person, int64_t minutes)
{
	int64_t rows;
	return db_affect(&bring_q, ARGS(A_(minutes), A_(person)), &rows);
}
