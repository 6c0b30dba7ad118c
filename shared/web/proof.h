/*
 * proof.h - scans, photos and papers that a station keeps: by content JPEG, PNG or PDF, under a
 * random name in document_dir, or var_dir/documents, which no web server shows.
 *
 * Owns the table document and its files. The same bytes twice are one document of a station. It
 * leaves only as a download, and only when the file is still what was put in.
 *
 *	e = proof_keep(q, in.file, "standard", uid, &document);   // in a transaction
 */
#ifndef ZYZ_PROOF_H
#define ZYZ_PROOF_H

#include "request.h"

enum { PROOF_BYTES = 10 * 1024 * 1024 };
/* NULL: none of the three, or damaged. */
const char *proof_type(const uint8_t *p, size_t n);
/* Why such a file is none to be looked at, a word of Lang.Message; NULL: it is. */
const char *proof_fault(const uint8_t *p, size_t n);
/* Writes the file under uid; in the caller's transaction the row. kind is a word of at most 16
 * letters. */
enum err proof_keep(struct rq *q, const struct field *file, const char *kind, struct bytes uid,
		    int64_t *document) MUST_USE;
/* The file of a transaction that failed, or of a document that is removed. */
void proof_drop(struct rq *q, struct bytes uid);
/* Papers that are one person's alone: agreements that they signed, what a guardian signed for them.
 * In the transaction that erases the person, before their rows let go of the papers; nobody can
 * fetch them then. Their files are dropped once it has committed. */
enum { PROOFS_GONE = 200 };
struct proofs_gone {
	struct bytes uid[PROOFS_GONE];
	size_t n;
};
enum err proof_forget(int64_t person, struct proofs_gone *gone) MUST_USE;
/* The row that showed this document is gone: unless another one still shows it, nobody can fetch it
 * any more, and its file is to be dropped once the transaction has committed. */
enum err proof_release(int64_t document, struct proofs_gone *gone) MUST_USE;
/* Its bytes, for a file that is made of it. ERR_NOT_FOUND. */
enum err proof_load(struct rq *q, const char *uid, int64_t station, struct bytes *content) MUST_USE;
/* The document of this station as a download; ERR_NOT_FOUND. uid is hex. */
enum err proof_send(struct rq *q, const char *uid, int64_t station) MUST_USE;
/* The same to be shown in a page: of pictures that were made here anew (picture_scale). */
enum err proof_picture(struct rq *q, const char *uid, int64_t station) MUST_USE;

#endif
