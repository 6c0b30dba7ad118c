/*
 * proof.c - scans, photos and papers. What a file is, is read from its bytes; its name and what the
 * browser says of it are not believed. It lies under a random name in config_documents(), which no
 * web server shows, and leaves only as a download for the station that keeps it.
 */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

#include "clock.h"
#include "config.h"
#include "picture.h"
#include "app.h"
#include "proof.h"
#include "secret.h"

static struct stmt same_q = SQL(
	"SELECT id"
	"  FROM document"
	" WHERE station_id = ?"
	"   AND sha256 = ?"
	"   AND state = 'kept'");
static struct stmt add_q = SQL(
	"INSERT INTO document (uid, station_id, sha256, kind, media_type, bytes, side, look,"
	"       like_id, like_bits, title, uploaded_by, uploaded_at)"
	" VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
/* Bands of 16 bits, each with those that differ in one: what differs in no more than seven bits of
 * all has a band among them. */
#define BAND(which) \
	"SELECT d.id FROM JSON_TABLE(?, '$[*]' COLUMNS (v INT PATH '$')) j" \
	" STRAIGHT_JOIN document d ON d.look_" which " = j.v"
static struct stmt like_q = SQL(
	"SELECT x.id, 64 - BIT_COUNT(x.look ^ ?) AS bits"
	"  FROM (" BAND("a") " UNION " BAND("b") " UNION " BAND("c") " UNION " BAND("d") ") k"
	"  JOIN document x ON x.id = k.id"
	" WHERE x.state = 'kept'"
	" HAVING bits >= 48"
	" ORDER BY bits DESC, x.id"
	" LIMIT 1");
/* At another station, or no picture. */
static struct stmt copy_q = SQL(
	"SELECT MIN(id), 64"
	"  FROM document"
	" WHERE sha256 = ?"
	"   AND state = 'kept'");

#define DOCUMENT_COLS(X, T) \
	X(T, TEXT, type, "media_type") \
	X(T, INT, bytes, "bytes") \
	X(T, BYTES, sha, "sha256")
ROW_DEFINE(document_row, DOCUMENT_COLS);
static struct stmt find_q = SQL(
	"SELECT " ROW_SELECT(DOCUMENT_COLS)
	"  FROM document"
	" WHERE uid = ?"
	"   AND station_id = ?"
	"   AND state = 'kept'");

static uint32_t png_int(const uint8_t *p)
{
	return (uint32_t)p[0] << 24 | (uint32_t)p[1] << 16 | (uint32_t)p[2] << 8 | p[3];
}

/* Each chunk with its checksum, IHDR first, IEND last and nothing behind it. */
static bool proof_is_png(const uint8_t *p, size_t n)
{
	static const uint8_t sign[8] = { 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n' };
	bool data = false;
	if (n < 57 || memcmp(p, sign, 8) != 0 || memcmp(p + 12, "IHDR", 4) != 0)
		return false;
	for (size_t at = 8; n - at >= 12;) {
		size_t length = png_int(p + at);
		if (length > n - at - 12)
			return false;
		if (crc32(crc32(0, NULL, 0), p + at + 4, (uInt)length + 4) !=
		    png_int(p + at + 8 + length))
			return false;
		data = data || memcmp(p + at + 4, "IDAT", 4) == 0;
		if (memcmp(p + at + 4, "IEND", 4) == 0)
			return data && !length && at + 12 == n;
		at += 12 + length;
	}
	return false;
}

/* Markers up to the start of scan, a frame with a size among them, and an end of image. */
static bool proof_is_jpeg(const uint8_t *p, size_t n)
{
	bool frame = false;
	size_t at = 2;
	if (n < 100 || p[0] != 0xff || p[1] != 0xd8)
		return false;
	while (n - at >= 4) {
		size_t length = (size_t)p[at + 2] << 8 | p[at + 3];
		uint8_t marker = p[at + 1];
		if (p[at] != 0xff || marker < 0xc0 || length < 2 || length > n - at - 2)
			return false;
		if (marker == 0xc0 || marker == 0xc1 || marker == 0xc2)
			frame = length >= 8 && (p[at + 5] | p[at + 6]) && (p[at + 7] | p[at + 8]);
		at += 2 + length;
		if (marker == 0xda)
			break;
	}
	if (!frame)
		return false;
	/* Cameras put notes of their own behind the end. */
	for (; n - at >= 2; at++)
		if (p[at] == 0xff && p[at + 1] == 0xd9)
			return true;
	return false;
}

static bool proof_is_pdf(const uint8_t *p, size_t n)
{
	enum { TAIL = 2048 };
	if (n < 100 || (memcmp(p, "%PDF-1.", 7) != 0 && memcmp(p, "%PDF-2.", 7) != 0))
		return false;
	const uint8_t *tail = p + (n > TAIL ? n - TAIL : 0);
	size_t left = n > TAIL ? TAIL : n;
	const uint8_t *xref = memmem(tail, left, "startxref", 9);
	return xref && memmem(xref, (size_t)(p + n - xref), "%%EOF", 5) && memmem(p, n, "obj", 3);
}

const char *proof_type(const uint8_t *p, size_t n)
{
	return proof_is_png(p, n)    ? "image/png"
	       : proof_is_jpeg(p, n) ? "image/jpeg"
	       : proof_is_pdf(p, n)  ? "application/pdf"
				     : NULL;
}

static const char *proof_path(struct rq *q, struct bytes uid)
{
	return arena_fmt(q->arena, "%s/%s", config_documents(), hex_encode(q->arena, uid));
}

static bool proof_write_all(int fd, const char *p, size_t n)
{
	while (n) {
		ssize_t wrote = write(fd, p, n);
		if (wrote < 0 && errno == EINTR)
			continue;
		if (wrote <= 0)
			return false;
		p += wrote;
		n -= (size_t)wrote;
	}
	return true;
}

/* The name of a new file is on the disk as well. */
static bool proof_name_kept(const char *folder)
{
	int fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	bool ok = fd >= 0 && fsync(fd) == 0;
	if (fd >= 0)
		(void)close(fd);
	return ok;
}

static enum err proof_write(const char *path, const struct field *file)
{
	const char *folder = config_documents();
	if (!config_store_there())
		return ERR(ERR_INTERNAL, "%s is not the store: no zyz-store in it; is it mounted?",
			   folder);
	if (!*cfg.document_dir && mkdir(folder, 0700) && errno != EEXIST)
		return ERR(ERR_INTERNAL, "%s: %s", folder, strerror(errno));
	/* A transaction that is run again writes the same file again. */
	int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0660);
	if (fd < 0)
		return ERR(ERR_INTERNAL, "%s: %s", path, strerror(errno));
	bool ok = proof_write_all(fd, file->value, file->n) && fsync(fd) == 0;
	ok = close(fd) == 0 && ok && proof_name_kept(folder);
	if (ok)
		return OK;
	(void)unlink(path);
	return ERR(ERR_INTERNAL, "%s: %s", path, strerror(errno));
}

void proof_drop(struct rq *q, struct bytes uid)
{
	(void)unlink(proof_path(q, uid));
}

/* What a new document looks like, and which earlier one the most. */
struct looks {
	int64_t side, look, like, bits;
};

static enum err proof_like_row(void *ctx, const struct row *r)
{
	struct looks *l = ctx;
	if (r->cells[0].i != DB_NONE) {
		l->like = r->cells[0].i;
		l->bits = r->cells[1].i;
	}
	return OK;
}

static const char *proof_band(struct rq *q, uint64_t look, int shift)
{
	struct buf b = { .arena = q->arena };
	unsigned band = look >> shift & 0xffff;
	buf_fmt(&b, "[%u", band);
	for (int bit = 0; bit < 16; bit++)
		buf_fmt(&b, ",%u", band ^ 1u << bit);
	buf_str(&b, "]");
	return b.p;
}

static enum err proof_looks(struct rq *q, struct bytes content, struct bytes sha, bool picture,
			    struct looks *l)
{
	struct picture p = { 0, 0 };
	*l = (struct looks){ DB_NONE, DB_NONE, DB_NONE, DB_NONE };
	if (picture)
		l->side = picture_look(content, &p) ? p.side : 0;
	enum err e = OK;
	if (p.side) {
		memcpy(&l->look, &p.look, sizeof(l->look));
		e = db_each(&like_q,
			    ARGS(A_(l->look), A_(proof_band(q, p.look, 48)),
				 A_(proof_band(q, p.look, 32)), A_(proof_band(q, p.look, 16)),
				 A_(proof_band(q, p.look, 0))),
			    proof_like_row, l);
	}
	return e ? e : l->like != DB_NONE ? OK : db_each(&copy_q, ARGS(A_(sha)), proof_like_row, l);
}

enum err proof_keep(struct rq *q, const struct field *file, const char *kind, struct bytes uid,
		    int64_t *document)
{
	struct bytes content = { (const uint8_t *)file->value, file->n };
	struct bytes sha = secret_sha256(q->arena, content);
	enum err e = db_int(&same_q, ARGS(A_(q->station), A_(sha)), document);
	if (e != ERR_NOT_FOUND)
		return e;
	struct looks l;
	const char *type = proof_type(content.p, content.n), *path = proof_path(q, uid);
	e = proof_looks(q, content, sha, str_starts(type, "image/"), &l);
	if (!e)
		e = proof_write(path, file);
	if (e)
		return e;
	return db_exec(&add_q,
		       ARGS(A_(uid), A_(q->station), A_(sha), A_(kind), A_(type),
			    A_((int64_t)file->n), A_(l.side), A_(l.look), A_(l.like), A_(l.bits),
			    A_(utf8_cut(q->arena, file->filename, 100)), A_(q->staff),
			    A_(clock_time(q->arena, q->now))),
		       document);
}

static enum err proof_read(struct rq *q, const char *path, struct bytes *out)
{
	struct stat st;
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	if (fd < 0 || fstat(fd, &st)) {
		if (fd >= 0)
			(void)close(fd);
		return ERR(ERR_INTERNAL, "%s: %s", path, strerror(errno));
	}
	char *p = arena_alloc(q->arena, (size_t)st.st_size + 1);
	size_t n = 0;
	ssize_t got;
	while (n < (size_t)st.st_size && (got = read(fd, p + n, (size_t)st.st_size - n)) > 0)
		n += (size_t)got;
	(void)close(fd);
	*out = (struct bytes){ (const uint8_t *)p, n };
	return OK;
}

/* What was put in, and nothing else. */
static enum err proof_found(struct rq *q, const char *hex, int64_t station, const char **type,
			    struct bytes *content)
{
	uint8_t uid[16];
	struct document_row d;
	if (!hex_decode(hex, uid, sizeof(uid)))
		return ERR_NOT_FOUND;
	enum err e = row_one(&find_q, ARGS(A_(BYTES(uid)), A_(station)), document_row_cols, &d);
	if (!e)
		e = proof_read(q, proof_path(q, BYTES(uid)), content);
	if (e)
		return e;
	struct bytes sha = secret_sha256(q->arena, *content);
	if (sha.n != d.sha.n || memcmp(sha.p, d.sha.p, sha.n) != 0)
		return ERR(ERR_INTERNAL, "a document was changed on disk");
	*type = d.type;
	return OK;
}

enum err proof_load(struct rq *q, const char *uid, int64_t station, struct bytes *content)
{
	const char *type;
	return proof_found(q, uid, station, &type, content);
}

static enum err proof_reply(struct rq *q, const char *hex, int64_t station, bool shown)
{
	const char *type;
	struct bytes content;
	enum err e = proof_found(q, hex, station, &type, &content);
	if (e)
		return e;
	const char *ending = str_eq(type, "image/png")    ? "png"
			     : str_eq(type, "image/jpeg") ? "jpg"
							  : "pdf";
	const char *name = arena_fmt(q->arena, "proof.%s", ending);
	return shown ? reply_picture(q, type, name, NULL, content)
		     : reply_file(q, type, name, NULL, content);
}

enum err proof_send(struct rq *q, const char *uid, int64_t station)
{
	return proof_reply(q, uid, station, false);
}

enum err proof_picture(struct rq *q, const char *uid, int64_t station)
{
	return proof_reply(q, uid, station, true);
}
