/*
 * certificate.c - a certificate by the text of its QR code alone: is it signed, what does it say,
 * was it revoked. Needs the public key and, to know of revocations, the published list of numbers.
 *
 * The bytes behind the '#' (base64url): version (1 or 2) | key id (4) | number, name, last four of
 * the id number, station, each with its length in a byte | first day, last day, day of issue (2
 * bytes, days since 1970) | minutes by scan, list, declared, backfill, in version 2 also by met
 * (4 bytes) | size of the ledger (5 bytes, all ones: none) | signature (64) of "zyz-cert-1" and
 * all before it.
 */
#include <errno.h>
#include <sodium.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "verify.h"

static const char label[] = "zyz-cert-1";
enum { TEXTS = 4, DAYS = 3, KINDS = 5, SEAL_MAX = 400, SIGNATURE = 64, LIST_MAX = 1 << 24 };
enum { NO, NAME, ID_LAST, STATION };

struct paper {
	uint8_t key[4];
	char text[TEXTS][256];
	long day[DAYS];
	long long minutes[KINDS], tree;
};

/* Bytes still to be read. */
struct rest {
	const uint8_t *p;
	size_t n;
};

static bool take(struct rest *r, void *to, size_t n)
{
	if (r->n < n)
		return false;
	memcpy(to, r->p, n);
	r->p += n;
	r->n -= n;
	return true;
}

static bool take_number(struct rest *r, size_t bytes, long long *to)
{
	uint8_t b[8];
	*to = 0;
	if (!take(r, b, bytes))
		return false;
	for (size_t i = 0; i < bytes; i++)
		*to = *to << 8 | b[i];
	return true;
}

/* Text goes to a terminal: nothing in it may move the cursor. */
static bool take_text(struct rest *r, char to[256])
{
	uint8_t n;
	if (!take(r, &n, 1) || !take(r, to, n))
		return false;
	to[n] = '\0';
	for (size_t i = 0; i < n; i++)
		if ((unsigned char)to[i] < 32 || to[i] == 127)
			return false;
	return true;
}

static bool read_paper(struct rest r, struct paper *p)
{
	long long n, version;
	if (!take_number(&r, 1, &version) || version < 1 || version > 2 ||
	    !take(&r, p->key, sizeof(p->key)))
		return false;
	for (int i = 0; i < TEXTS; i++)
		if (!take_text(&r, p->text[i]))
			return false;
	for (int i = 0; i < DAYS; i++) {
		if (!take_number(&r, 2, &n))
			return false;
		p->day[i] = (long)n;
	}
	for (int i = 0; i < (version == 1 ? KINDS - 1 : KINDS); i++)
		if (!take_number(&r, 4, &p->minutes[i]))
			return false;
	return take_number(&r, 5, &p->tree) && r.n == 0;
}

/* Of "zyz-cert-1" | body, or of a list as it is when prefix is "". */
static bool signed_by(const struct kept *k, const uint8_t id[4], const char *prefix,
		      struct part body, const uint8_t signature[SIGNATURE])
{
	size_t n = strlen(prefix);
	uint8_t *message = malloc(n + body.n + 1);
	bool good = false;
	if (!message)
		abort();
	memcpy(message, prefix, n);
	memcpy(message + n, body.p, body.n);
	for (size_t i = 0; i < k->keys_n; i++)
		if (memcmp(k->keys[i].id, id, 4) == 0)
			good = crypto_sign_verify_detached(signature, message, n + body.n,
							   k->keys[i].public) == 0;
	free(message);
	return good;
}

static bool known_key(const struct kept *k, const uint8_t id[4])
{
	for (size_t i = 0; i < k->keys_n; i++)
		if (memcmp(k->keys[i].id, id, 4) == 0)
			return true;
	return false;
}

static void print_day(const char *what, long day)
{
	time_t at = (time_t)day * 86400;
	struct tm tm;
	char text[16];
	(void)gmtime_r(&at, &tm);
	(void)strftime(text, sizeof(text), "%Y-%m-%d", &tm);
	printf("%-12s%s\n", what, text);
}

static void print_paper(const struct paper *p)
{
	static const char *const kinds[KINDS] = { "scan", "list", "declared", "backfill", "met" };
	long long all = 0;
	for (int i = 0; i < KINDS; i++)
		all += p->minutes[i];
	printf("certificate %s\nname        %s\nid ends     %s\nstation     %s\n", p->text[NO],
	       p->text[NAME], *p->text[ID_LAST] ? p->text[ID_LAST] : "-", p->text[STATION]);
	print_day("from", p->day[0]);
	print_day("to", p->day[1]);
	print_day("issued", p->day[2]);
	printf("minutes     %lld\n", all);
	for (int i = 0; i < KINDS; i++)
		if (p->minutes[i])
			printf("  %-9s %lld\n", kinds[i], p->minutes[i]);
	if (p->tree != (1LL << 40) - 1)
		printf("ledger      %lld events\n", p->tree);
}

/* The lines of a list between its head and its signature; the text is changed. */
static int search(const struct kept *k, char *text, const char *no)
{
	char *at = strstr(text, "\nsignature "), *key = strstr(text, "\nkey ");
	uint8_t id[4], signature[SIGNATURE];
	if (!at || !key || key > at || strncmp(text, "zyz-revoked-1\nat ", 17) != 0)
		return CANNOT;
	char *hex = at + strlen("\nsignature ");
	hex[strcspn(hex, "\r\n")] = '\0';
	struct part body = { (uint8_t *)text, (size_t)(at + 1 - text) };
	if (!hex_in(hex, signature, sizeof(signature)))
		return CANNOT;
	char shown[9] = "";
	memcpy(shown, key + strlen("\nkey "), 8);
	if (!hex_in(shown, id, sizeof(id)) || !signed_by(k, id, "", body, signature))
		return CANNOT;
	*at = '\0';
	for (char *line; (line = strsep(&text, "\n")) != NULL;) {
		char *space = strchr(line, ' ');
		if (strncmp(line, "at ", 3) == 0)
			printf("list        of %s\n", line + 3);
		if (space && (size_t)(space - line) == strlen(no) &&
		    strncmp(line, no, strlen(no)) == 0) {
			printf("REVOKED     on %s\n", space + 1);
			return BROKEN;
		}
	}
	printf("not revoked\n");
	return WELL;
}

static int check_revoked(const struct kept *k, const char *path, const char *no)
{
	FILE *f = fopen(path, "r");
	char *text = f ? malloc(LIST_MAX) : NULL;
	size_t n = text ? fread(text, 1, LIST_MAX - 1, f) : 0;
	int rc = CANNOT;
	if (!f)
		fprintf(stderr, "zyz-verify: %s: %s\n", path, strerror(errno));
	if (text) {
		text[n] = '\0';
		rc = search(k, text, no);
		if (rc == CANNOT)
			fprintf(stderr,
				"zyz-verify: %s: no list of revoked numbers signed by a key "
				"given\n",
				path);
	}
	free(text);
	if (f)
		(void)fclose(f);
	return rc;
}

int certificate_check(const struct kept *k, const char *code, const char *revoked)
{
	uint8_t bytes[SEAL_MAX];
	size_t n = 0;
	struct paper p = { .tree = 0 };
	const char *hash = strrchr(code, '#'), *text = hash ? hash + 1 : code;
	if (sodium_base642bin(bytes, sizeof(bytes), text, strcspn(text, "\r\n \t"), NULL, &n, NULL,
			      sodium_base64_VARIANT_URLSAFE_NO_PADDING) != 0 ||
	    n <= SIGNATURE || !read_paper((struct rest){ bytes, n - SIGNATURE }, &p)) {
		puts("FORGED      this is not the code of a certificate");
		return BROKEN;
	}
	if (!known_key(k, p.key)) {
		char id[9];
		hex_out((struct part){ p.key, sizeof(p.key) }, id);
		fprintf(stderr, "zyz-verify: signed by key %s, which was not given (--key)\n", id);
		return CANNOT;
	}
	if (!signed_by(k, p.key, label, (struct part){ bytes, n - SIGNATURE },
		       bytes + n - SIGNATURE)) {
		puts("FORGED      the signature is not of this text");
		return BROKEN;
	}
	print_paper(&p);
	int64_t until = key_until(k, p.key);
	if (until && p.day[2] > (until + 8 * 3600) / 86400) {
		puts("FORGED      issued after its key had been given up");
		return BROKEN;
	}
	puts("signature   good");
	return revoked ? check_revoked(k, revoked, p.text[NO]) : WELL;
}
