/* Several lines in a key file: which one is used, and what the others still do. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "config.h"
#include "secret.h"
#include "secret_files.h"

static char dir[] = "/tmp/zyz-rotate-XXXXXX";
static struct arena *arena;
static const uint8_t uid_a[16] = { 1 };

static const char *file(const char *name)
{
	return arena_fmt(arena, "%s/%s", dir, name);
}

static void put_file(const char *name, const char *text)
{
	FILE *f = fopen(file(name), "w");
	assert_non_null(f);
	fputs(text, f);
	assert_int_equal(fclose(f), 0);
	assert_int_equal(chmod(file(name), 0600), 0);
}

static const char *get_file(const char *name)
{
	char text[2000];
	FILE *f = fopen(file(name), "r");
	assert_non_null(f);
	size_t n = fread(text, 1, sizeof text, f);
	fclose(f);
	return arena_dup(arena, text, n);
}

static int setup(void **state)
{
	(void)state;
	arena = arena_new();
	cfg.secret_dir = mkdtemp(dir);
	return !cfg.secret_dir || secret_make_keys() || secret_open();
}

static int teardown(void **state)
{
	static const char *const names[] = { "seal.key",          "index.key",
					     "sign.key",          "mark-record.key",
					     "mark-honour.key",   "mark-brought.key",
					     "dropped-seal.key.1" };
	(void)state;
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		unlink(file(names[i]));
	int left = rmdir(dir); /* fails when a temporary file was left behind */
	arena_free(arena);
	return left;
}

static const char *hex(struct bytes b)
{
	return hex_encode(arena, b);
}

static struct bytes text(const char *s)
{
	return (struct bytes){ (const uint8_t *)s, strlen(s) };
}

static struct bytes seal(const char *s)
{
	return secret_seal(arena, "person.phone", BYTES(uid_a), s);
}

static void closed(const char *column, struct bytes uid, struct bytes sealed)
{
	const char *out = "untouched";
	assert_int_equal(secret_unseal(arena, column, uid, sealed, &out), ERR_INTERNAL);
	assert_string_equal(out, "untouched");
}

/* The last line seals, every line opens; a value whose key was taken away does not. */
static void seal_keys_rotate(void **state)
{
	const char *out = NULL;
	(void)state;
	const char *first = get_file("seal.key");
	struct bytes old = seal("old");
	put_file("seal.key", arena_fmt(arena, "%s%064d\n", first, 7));
	assert_int_equal(secret_open(), OK);
	struct bytes new = seal("new");
	assert_int_equal(new.p[0], 2);
	assert_int_equal(secret_unseal(arena, "person.phone", BYTES(uid_a), old, &out), OK);
	assert_string_equal(out, "old");
	assert_int_equal(secret_unseal(arena, "person.phone", BYTES(uid_a), new, &out), OK);
	assert_string_equal(out, "new");
	put_file("seal.key", first);
	assert_int_equal(secret_open(), OK);
	closed("person.phone", BYTES(uid_a), new);
}

/* Which line seals says the database; a line of dashes opens nothing. */
static void seal_keys_are_chosen(void **state)
{
	(void)state;
	static const char dashes[] = "-------------------------------------------"
				     "---------------------";
	const char *first = get_file("seal.key");
	struct secret_print v[SECRET_PRINTS];
	put_file("seal.key", arena_fmt(arena, "%s%064d\n", first, 7));
	assert_int_equal(secret_open(), OK);
	assert_int_equal(secret_prints(v), 4);
	assert_string_equal(v[1].name, "seal.2");
	secret_use(&(struct secret_use){ .seal = 1 });
	struct bytes old = seal("old");
	assert_int_equal(old.p[0], 1);
	secret_use(&(struct secret_use){ .seal = 2 });
	assert_int_equal(seal("new").p[0], 2);
	secret_use(&(struct secret_use){ .seal = 3 });
	assert_int_equal(seal("new").p[0], 2);
	put_file("seal.key", arena_fmt(arena, "%s\n%064d\n", dashes, 7));
	assert_int_equal(secret_open(), OK);
	assert_int_equal(secret_prints(v), 3);
	assert_string_equal(v[0].name, "seal.2");
	closed("person.phone", BYTES(uid_a), old);
	put_file("seal.key", first);
	assert_int_equal(secret_open(), OK);
}

/* A further line of index.key is a layer over what was there: the digest alone is enough. */
static void index_has_layers(void **state)
{
	(void)state;
	uint8_t over[32];
	const char *first = get_file("index.key");
	struct bytes was = secret_index(arena, "c", "t");
	const char *mac = hex(secret_mac(arena, "c", text("t")));
	put_file("index.key", arena_fmt(arena, "%s%064d\n", first, 7));
	assert_int_equal(secret_open(), OK);
	secret_index_layer(was.p, 2, over);
	assert_string_equal(hex(secret_index(arena, "c", "t")), hex(BYTES(over)));
	assert_string_not_equal(hex(was), hex(BYTES(over)));
	assert_string_equal(hex(secret_mac(arena, "c", text("t"))), mac);
	secret_use(&(struct secret_use){ .layers = 1 });
	assert_string_equal(hex(secret_index(arena, "c", "t")), hex(was));
	put_file("index.key", first);
	assert_int_equal(secret_open(), OK);
}

/* As `zyz-admin rotate` changes the files: whole, and each step once. */
static void files_change_whole(void **state)
{
	unsigned n;
	(void)state;
	const char *first = get_file("seal.key");
	struct bytes old = seal("old");
	assert_int_equal(secret_file_add(arena, "seal.key"), OK);
	assert_int_equal(secret_file_lines(arena, "seal.key", &n), OK);
	assert_int_equal(n, 2);
	assert_int_equal(strncmp(get_file("seal.key"), first, 65), 0);
	assert_int_equal(secret_file_drop(arena, "seal.key", 2), ERR_INTERNAL);
	for (int i = 0; i < 2; i++) {
		assert_int_equal(secret_file_drop(arena, "seal.key", 1), OK);
		assert_string_equal(get_file("dropped-seal.key.1"), first);
		assert_int_equal(get_file("seal.key")[0], '-');
	}
	assert_int_equal(secret_open(), OK);
	closed("person.phone", BYTES(uid_a), old);
	for (int i = 2; i < SECRET_LINES; i++)
		assert_int_equal(secret_file_add(arena, "seal.key"), OK);
	assert_int_equal(secret_file_add(arena, "seal.key"), ERR_CHECK);
	err_clear();
	assert_int_equal(secret_open(), OK);
	assert_int_equal(seal("new").p[0], SECRET_LINES);
	assert_int_equal(secret_file_last(arena, "seal.key"), OK);
	assert_int_equal(secret_file_lines(arena, "seal.key", &n), OK);
	assert_int_equal(n, 1);
	put_file("seal.key", first);
	assert_int_equal(secret_open(), OK);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(seal_keys_rotate),
		cmocka_unit_test(seal_keys_are_chosen),
		cmocka_unit_test(index_has_layers),
		cmocka_unit_test(files_change_whole),
	};
	return cmocka_run_group_tests_name("secret_rotate", tests, setup, teardown);
}
