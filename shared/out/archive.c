/* archive.c - ZIP (APPNOTE 6.3.9), stored entries alone. */
#include "archive.h"

#include <assert.h>
#include <string.h>
#include <zlib.h>

enum {
	VERSION = 20,
	NAMES_UTF8 = 1 << 11,
	FIRST_DAY = 1 << 5 | 1, /* 1 January 1980: nobody asks when */
};

static void put16(struct buf *b, size_t v)
{
	buf_char(b, (char)(v & 0xff));
	buf_char(b, (char)(v >> 8 & 0xff));
}

static void put32(struct buf *b, size_t v)
{
	put16(b, v & 0xffff);
	put16(b, v >> 16 & 0xffff);
}

/* What stands alike before a file and in the directory: flags, method, time, sums and lengths. */
static void put_facts(struct buf *b, const char *name, struct bytes content)
{
	put16(b, NAMES_UTF8);
	put16(b, 0);
	put16(b, 0);
	put16(b, FIRST_DAY);
	put32(b, crc32(crc32(0, NULL, 0), content.p, (uInt)content.n));
	put32(b, content.n);
	put32(b, content.n);
	put16(b, strlen(name));
	put16(b, 0);
}

void archive_begin(struct archive *z, struct arena *a)
{
	*z = (struct archive){ .out = { .arena = a }, .list = { .arena = a } };
}

void archive_add(struct archive *z, const char *name, struct bytes content)
{
	size_t at = z->out.n;
	assert(z->n < ARCHIVE_FILES && content.n < UINT32_MAX);
	buf_add(&z->out, "PK\3\4", 4);
	put16(&z->out, VERSION);
	put_facts(&z->out, name, content);
	buf_str(&z->out, name);
	buf_add(&z->out, (const char *)content.p, content.n);
	buf_add(&z->list, "PK\1\2", 4);
	put16(&z->list, VERSION);
	put16(&z->list, VERSION);
	put_facts(&z->list, name, content);
	put16(&z->list, 0); /* comment */
	put16(&z->list, 0); /* disk */
	put16(&z->list, 0);
	put32(&z->list, 0);
	put32(&z->list, at);
	buf_str(&z->list, name);
	z->n++;
}

struct bytes archive_end(struct archive *z)
{
	size_t at = z->out.n;
	if (z->list.n)
		buf_add(&z->out, z->list.p, z->list.n);
	buf_add(&z->out, "PK\5\6", 4);
	put32(&z->out, 0);
	put16(&z->out, z->n);
	put16(&z->out, z->n);
	put32(&z->out, z->list.n);
	put32(&z->out, at);
	put16(&z->out, 0);
	return (struct bytes){ (const uint8_t *)z->out.p, z->out.n };
}
