/*
 * register_kept.h - a registration that is filled by half 未填完的登记: kept sealed for seven days,
 * for the WeChat or phone by which somebody came, and put back for the same one. Nobody has two.
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
/* Erasure, while the person's phone and WeChat are known yet. */
enum err register_kept_forget(int64_t person) MUST_USE;

#endif
