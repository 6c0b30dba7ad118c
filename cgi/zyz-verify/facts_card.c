/*
 * facts_card.c - codes of paper cards that are spent: each leads to the one before it, the first to
 * the anchor. 4,096 rounds of SHA-256, of "zyz-card-1", the card's salt and the code in fifteen
 * digits, and then of the digest; the first eight bytes of the last, modulo 10^15, are the code
 * before. Whoever wrote rows without having the card cannot have known the next one.
 */
#include "facts.h"

#include <string.h>

enum { ROUNDS = 4096, DIGITS = 15, SALT = 16 };
static const char label[] = "zyz-card-1";

static void number_out(uint64_t n, uint8_t *to)
{
	for (int i = 7; i >= 0; i--, n >>= 8)
		to[i] = (uint8_t)n;
}

static int64_t before(const struct spent *s)
{
	uint8_t text[sizeof(label) - 1 + SALT + DIGITS], d[HASH];
	uint64_t n = 0;
	int64_t code = s->code;
	memcpy(text, label, sizeof(label) - 1);
	number_out((uint64_t)s->salt[0], text + sizeof(label) - 1);
	number_out((uint64_t)s->salt[1], text + sizeof(label) - 1 + 8);
	for (size_t i = sizeof(text); i-- > sizeof(text) - DIGITS; code /= 10)
		text[i] = (uint8_t)('0' + code % 10);
	sha256(text, sizeof(text), d);
	for (int i = 1; i < ROUNDS; i++)
		sha256(d, sizeof(d), d);
	for (int i = 0; i < 8; i++)
		n = n << 8 | d[i];
	return (int64_t)(n % 1000000000000000ULL);
}

/* last: of the same card, or place 0. */
void spent_judge(const struct spent *s, const struct spent *last)
{
	const char *why = NULL;
	bool follows = last->card == s->card && last->place;
	if (s->place != (follows ? last->place + 1 : 1))
		why = "the code before it is missing";
	else if (s->code < 0 || before(s) != (follows ? last->code : s->anchor))
		why = "it is no code of this card";
	else if (s->used && (!s->handed || s->typed < s->handed))
		why = "used before the card was handed over";
	else if (s->used && s->revoked && s->typed > s->revoked)
		why = "used after the card was revoked";
	else if (s->used && !s->theirs)
		why = "confirms a service for another household";
	if (why)
		fault(BREACH, NOWHERE, "card %s, code %lld: %s", s->no, (long long)s->place, why);
}
