/* certificate_seal.c - the signed bytes of a certificate's QR code. */
#include "certificate_seal.h"

#include <string.h>

#include "clock.h"
#include "config.h"
#include "db.h"
#include "secret.h"

#define SIGNED_AS "zyz-cert-1"
enum { NAME_BYTES_MAX = 36, STATION_BYTES_MAX = 60, TREE_BYTES = 5, SIGNATURE_BYTES = 64 };
enum { DAY = 86400 };

static void seal_number(struct buf *b, int64_t n, int bytes)
{
	for (int i = bytes - 1; i >= 0; i--)
		buf_char(b, (char)(unsigned char)(n >> (8 * i)));
}

/* Cut between characters, never within one. */
static void seal_part(struct buf *b, const char *s, size_t max)
{
	size_t n = strlen(s);
	if (n > max)
		for (n = max; n && ((unsigned char)s[n] & 0xc0) == 0x80;)
			n--;
	seal_number(b, (int64_t)n, 1);
	if (n)
		buf_add(b, s, n);
}

static void seal_day(struct buf *b, const char *text)
{
	int64_t at = 0;
	(void)clock_parse_day(text, &at);
	/* Midnight in Beijing is sixteen hours into the day before by the Unix clock. */
	seal_number(b, (at + 8 * 3600) / DAY, 2);
}

/* Days and minutes stand in a row, whatever the lengths before them. */
static void seal_figures(struct buf *b, const struct seal *s, int version)
{
	seal_day(b, s->from);
	seal_day(b, s->to);
	seal_day(b, s->issued);
	for (int i = 0; i < (version == 1 ? SEAL_MET : SEAL_KINDS); i++)
		seal_number(b, s->minutes[i], 4);
}

static struct bytes seal_message(struct arena *a, struct bytes body)
{
	struct buf b = { .arena = a };
	buf_str(&b, SIGNED_AS);
	buf_add(&b, (const char *)body.p, body.n);
	return (struct bytes){ (const uint8_t *)b.p, b.n };
}

struct bytes seal_make(struct arena *a, const struct seal *s)
{
	struct buf b = { .arena = a };
	int version = s->minutes[SEAL_MET] ? 2 : 1;
	seal_number(&b, version, 1);
	seal_number(&b, secret_key_id(), 4);
	seal_part(&b, s->no, 24);
	seal_part(&b, s->name, NAME_BYTES_MAX);
	seal_part(&b, s->id_last, 4);
	seal_part(&b, s->station, STATION_BYTES_MAX);
	seal_figures(&b, s, version);
	seal_number(&b, s->tree_size == DB_NONE ? -1 : s->tree_size, TREE_BYTES);
	struct bytes body = { (const uint8_t *)b.p, b.n };
	struct bytes signature = secret_sign(a, seal_message(a, body));
	buf_add(&b, (const char *)signature.p, signature.n);
	return (struct bytes){ (const uint8_t *)b.p, b.n };
}

bool seal_holds(struct arena *a, struct bytes seal, const struct seal *s)
{
	struct buf ours = { .arena = a }, key = { .arena = a };
	int version = seal.n ? seal.p[0] : 0;
	seal_figures(&ours, s, version);
	seal_number(&key, secret_key_id(), 4);
	if (seal.n < 1 + key.n + ours.n + TREE_BYTES + SIGNATURE_BYTES ||
	    (version == 1 && s->minutes[SEAL_MET]))
		return false;
	struct bytes body = { seal.p, seal.n - SIGNATURE_BYTES };
	struct bytes signature = { seal.p + body.n, SIGNATURE_BYTES };
	bool signed_by_us = memcmp(seal.p + 1, key.p, key.n) != 0 ||
			    secret_verify(secret_public_key(a), seal_message(a, body), signature);
	return signed_by_us && memcmp(seal.p + body.n - TREE_BYTES - ours.n, ours.p, ours.n) == 0;
}

static void seal_base64url(struct buf *b, struct bytes v)
{
	static const char
		letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
	for (size_t i = 0; i < v.n; i += 3) {
		unsigned w = (unsigned)v.p[i] << 16;
		w |= i + 1 < v.n ? (unsigned)v.p[i + 1] << 8 : 0;
		w |= i + 2 < v.n ? v.p[i + 2] : 0;
		buf_char(b, letters[w >> 18]);
		buf_char(b, letters[w >> 12 & 63]);
		if (i + 1 < v.n)
			buf_char(b, letters[w >> 6 & 63]);
		if (i + 2 < v.n)
			buf_char(b, letters[w & 63]);
	}
}

const char *seal_text(struct arena *a, const char *no, struct bytes seal)
{
	struct buf b = { .arena = a };
	buf_fmt(&b, "%s/commend/verify/%s", cfg.base_url, no);
	if (seal.p) {
		buf_char(&b, '#');
		seal_base64url(&b, seal);
	}
	return b.p;
}
