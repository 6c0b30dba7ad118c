/* certificate_file.c - the files of certificates, kept as they were first given out. */
#include "certificate_file.h"

#include "row.h"

#define FILE_COLS(X, T) X(T, BYTES, bytes, "f.bytes")
ROW_DEFINE(file_row, FILE_COLS);
static struct stmt find_q = SQL(
	"SELECT " ROW_SELECT(FILE_COLS)
	"  FROM certificate c"
	"  JOIN certificate_file f ON f.certificate_id = c.id AND f.state = c.state AND f.kind = ?"
	" WHERE c.no = ?"
	"   AND (c.person_id = ? OR c.station_id = ?)");
/* Who was erased leaves nothing new. Two who ask at once drew the same. */
static struct stmt keep_q = SQL(
	"INSERT INTO certificate_file (certificate_id, state, kind, bytes)"
	" SELECT c.id, ?, ?, ?"
	"  FROM certificate c"
	"  JOIN person p ON p.id = c.person_id"
	" WHERE c.no = ?"
	"   AND p.erased_at IS NULL"
	"    ON DUPLICATE KEY UPDATE kind = VALUES(kind)");

enum err certificate_file_find(const char *no, const char *kind, int64_t person, int64_t station,
			       struct bytes *out)
{
	struct file_row r;
	enum err e = row_one(&find_q, ARGS(A_(kind), A_(no), A_(person), A_(station)),
			     file_row_cols, &r);
	if (!e)
		*out = r.bytes;
	return e;
}

enum err certificate_file_keep(const char *no, const char *state, const char *kind,
			       struct bytes file)
{
	return db_exec(&keep_q, ARGS(A_(state), A_(kind), A_(file), A_(no)), NULL);
}
