/* news.h - one piece 公告、图文 of a station, between its ledger, its parts and its public pages. */
#ifndef ZYZ_NEWS_H
#define ZYZ_NEWS_H

#include "app.h"

/* clang-format off: one to a line */
#define NEWS_COLS(X, T) \
	X(T, INT, id, "a.id") \
	X(T, TEXT, title, "a.title") \
	X(T, TEXT, published_at, "a.published_at") \
	X(T, TEXT, submitted_at, "a.submitted_at") \
	X(T, TEXT, until, "a.until") \
	X(T, INT, author, "f.person_id") \
	X(T, INT, author_staff, "a.created_by") \
	X(T, INT, editor, "g.person_id") \
	X(T, INT, editor_staff, "a.edited_by")
/* clang-format on */
ROW_DEFINE(news_row, NEWS_COLS);

/* The piece that the address names, of the own station; ERR_NOT_FOUND. */
enum err news_find(struct rq *q, struct news_row *n) MUST_USE;
/* Page.Parts.N.{kind,body,alt,pic}; of a list Items.N. */
enum err put_parts(struct rq *q, int64_t id) MUST_USE;
/* Page.Can.review, or Page.Bar: why whoever looks may not say yes to it. */
enum err put_review(struct rq *q, const struct news_row *n) MUST_USE;
/* The document's number in addresses. */
enum err news_document(struct rq *q, int64_t document, const char **uid) MUST_USE;

#endif
