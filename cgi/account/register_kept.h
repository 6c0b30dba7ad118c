/*
 * register_kept.h - a registration that is filled by half 未填完的登记: kept sealed for seven days,
 * for the WeChat or phone by which somebody came, and put back for the same one. Nobody has two. A
 * guardian who registers a child has one for children.
 *
 * Owns register_kept; kept.h sweeps it. Consents are never kept: nobody finds one ticked.
 *
 *	e = register_kept_load(q);                           // Page.Form, Page.Resumed
 *	e = register_kept_drop(q);                           // in the transaction that registers
 */
#ifndef ZYZ_REGISTER_KEPT_H
#define ZYZ_REGISTER_KEPT_H

#include "app.h"

enum err register_kept_load(struct rq *q) MUST_USE;
enum err register_kept_drop(struct rq *q) MUST_USE;
/* The same for the child of whoever is signed in. */
enum err register_kept_child_load(struct rq *q) MUST_USE;
enum err register_kept_child_drop(struct rq *q) MUST_USE;
/* Erasure, while the person's phone and WeChat are known yet. */
enum err register_kept_forget(const struct actor *by, int64_t person) MUST_USE;

#endif
