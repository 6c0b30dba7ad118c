/*
 * money.h - amounts: typed in yuan, kept in whole fen, shown in yuan.
 *
 * Never rounds: what is no amount in yuan and fen is refused. Whole numbers alone.
 *
 *	const char *wrong = money_read(q->arena, in.amount_yuan, MONEY_MAX, &fen);
 *	if (wrong)
 *		form_error(q, "amount_yuan", wrong);
 */
#ifndef ZYZ_MONEY_H
#define ZYZ_MONEY_H

#include <stdint.h>

#include "arena.h"

/* A hundred million yuan, in fen: more is a slip of the finger. */
#define MONEY_MAX 10000000000

/*
 * "1,234.5", "¥ １２．５０", "12元" are amounts; so are no "1,23", "1.234", "-1", "0", "1e9". NULL,
 * or a word of Lang.Message: money 不是金额, money_decimals, money_zero (0 or less), money_large
 * (above max, fen). *fen is then untouched.
 */
const char *money_read(struct arena *a, const char *typed, int64_t max, int64_t *fen) MUST_USE;
/* "1,234.50"; below zero with a minus. */
const char *money_text(struct arena *a, int64_t fen);
/* As on receipts 大写: "壹仟贰佰叁拾肆元伍角整". For what is not below zero. */
const char *money_words(struct arena *a, int64_t fen);

#endif
