/* secret_test.c - secret.h: published vectors, and that nothing opens where it does not belong. */
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

#include "clock.h"
#include "config.h"
#include "secret.h"

static struct arena *arena;
static char dir[] = "/tmp/zyz-secret-XXXXXX";
static const uint8_t uid_a[16] = { 1 }, uid_b[16] = { 2 };

static const char *file(const char *name)
{
	return arena_fmt(arena, "%s/%s", dir, name);
}

static void put_file(const char *name, const char *text)
{
	const char *path = file(name);
	unlink(path);
	FILE *f = fopen(path, "w");
	assert_non_null(f);
	assert_true(fputs(text, f) >= 0);
	assert_int_equal(fclose(f), 0);
	assert_int_equal(chmod(path, 0600), 0);
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
	if (mkdtemp(dir) == NULL)
		return -1;
	cfg.secret_dir = dir;
	if (secret_make_keys() || secret_open()) {
		fputs(err_text(), stderr);
		return -1;
	}
	return 0;
}

static int teardown(void **state)
{
	static const char *const names[] = { "seal", "index", "sign", SECRET_MARKS };
	(void)state;
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		unlink(file(arena_fmt(arena, i < 3 ? "%s.key" : "mark-%s.key", names[i])));
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

static void keys_are_private_and_kept(void **state)
{
	struct stat st;
	(void)state;
	const char *before = get_file("seal.key");
	assert_int_equal(strlen(before), 65);
	assert_string_not_equal(before, get_file("index.key"));
	assert_int_equal(stat(file("sign.key"), &st), 0);
	assert_int_equal(st.st_mode & 0777, 0600);
	assert_int_equal(secret_make_keys(), OK);
	assert_string_equal(get_file("seal.key"), before);
}

static void refuse_open(const char *name_in_note)
{
	err_clear();
	assert_int_equal(secret_open(), ERR_INTERNAL);
	assert_non_null(strstr(err_text(), name_in_note));
}

static void wrong_key_files_are_named(void **state)
{
	(void)state;
	static const char *const wrong[] = { "", "\n", "12", "zz", "a\nb\n" };
	const char *good = get_file("index.key");
	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
		put_file("index.key", wrong[i]);
		refuse_open("index.key");
	}
	const char *signs = get_file("sign.key");
	put_file("sign.key", arena_fmt(arena, "%s%s%s", signs, signs, signs));
	put_file("index.key", good);
	refuse_open("sign.key");
	put_file("sign.key", signs);
	const char *seals = get_file("seal.key");
	put_file("seal.key", arena_fmt(arena, "%.64s\n",
				       "-------------------------------------------"
				       "---------------------"));
	refuse_open("seal.key");
	put_file("seal.key", seals);
	put_file("index.key", arena_fmt(arena, "g%s", good + 1));
	refuse_open("index.key");
	put_file("index.key", good);
	assert_int_equal(chmod(file("index.key"), 0640), 0);
	refuse_open("index.key");
	unlink(file("index.key"));
	refuse_open("index.key");
	put_file("index.key", good);
	assert_int_equal(secret_open(), OK);
}

static void seal_opens(void **state)
{
	const char *out = NULL;
	(void)state;
	struct bytes b = seal("13800138000");
	assert_int_equal(b.n, 1 + 24 + 11 + 16);
	assert_int_equal(b.p[0], 1);
	assert_int_equal(secret_unseal(arena, "person.phone", BYTES(uid_a), b, &out), OK);
	assert_string_equal(out, "13800138000");
	assert_int_equal(secret_unseal(arena, "person.phone", BYTES(uid_a), seal(""), &out), OK);
	assert_string_equal(out, "");
	assert_string_not_equal(hex(seal("x")), hex(seal("x")));
	assert_null(memmem(b.p, b.n, "138", 3));
}

static void nothing_stays_nothing(void **state)
{
	const char *out = "before";
	(void)state;
	struct bytes none = seal(NULL);
	assert_null(none.p);
	assert_int_equal(secret_unseal(arena, "person.phone", BYTES(uid_a), none, &out), OK);
	assert_null(out);
	assert_null(secret_index(arena, "person.phone", NULL).p);
}

static void closed(const char *column, struct bytes uid, struct bytes b)
{
	const char *out = "before";
	err_clear();
	assert_int_equal(secret_unseal(arena, column, uid, b, &out), ERR_INTERNAL);
	assert_string_equal(out, "before");
	assert_null(strstr(err_text(), "13800138000"));
}

static void seal_is_bound_and_whole(void **state)
{
	(void)state;
	struct bytes b = seal("13800138000");
	closed("person.id_no", BYTES(uid_a), b);
	closed("person.phone", BYTES(uid_b), b);
	closed("person.phone", (struct bytes){ uid_a, 15 }, b);
	for (size_t n = 1; n < b.n; n++)
		closed("person.phone", BYTES(uid_a), (struct bytes){ b.p, n });
	for (size_t i = 0; i < b.n; i++) {
		uint8_t *bad = (uint8_t *)arena_dup(arena, (const char *)b.p, b.n);
		bad[i] ^= 0x10;
		closed("person.phone", BYTES(uid_a), (struct bytes){ bad, b.n });
	}
}

static void index_finds_again(void **state)
{
	(void)state;
	struct bytes a = secret_index(arena, "person.phone", "13800138000");
	assert_int_equal(a.n, 32);
	assert_string_equal(hex(a), hex(secret_index(arena, "person.phone", "13800138000")));
	assert_string_not_equal(hex(a), hex(secret_index(arena, "person.phone", "13800138001")));
	assert_string_not_equal(hex(a), hex(secret_index(arena, "person.id_no", "13800138000")));
	assert_string_not_equal(hex(secret_index(arena, "a", "bc")),
				hex(secret_index(arena, "ab", "c")));
}

static void index_needs_its_key(void **state)
{
	(void)state;
	const char *good = get_file("index.key"), *before = hex(secret_index(arena, "c", "t"));
	const char *mac = hex(secret_mac(arena, "c", text("t")));
	put_file("index.key", arena_fmt(arena, "%064d\n", 1));
	assert_int_equal(secret_open(), OK);
	assert_string_not_equal(hex(secret_index(arena, "c", "t")), before);
	assert_string_not_equal(hex(secret_mac(arena, "c", text("t"))), mac);
	put_file("index.key", good);
	assert_int_equal(secret_open(), OK);
	assert_string_equal(hex(secret_index(arena, "c", "t")), before);
}

static void mac_labels_are_apart(void **state)
{
	(void)state;
	const char *a = hex(secret_mac(arena, "form", text("x")));
	assert_int_equal(strlen(a), 64);
	assert_string_equal(a, hex(secret_mac(arena, "form", text("x"))));
	assert_string_not_equal(a, hex(secret_mac(arena, "csrf", text("x"))));
	assert_string_not_equal(a, hex(secret_mac(arena, "form", text("y"))));
	assert_string_not_equal(a, hex(secret_mac(arena, "formx", text(""))));
	assert_string_not_equal(a, hex(secret_index(arena, "form", "x")));
}

/* FIPS 180-2 and RFC 4231, cases 1, 2 and 6 (a key longer than a block). */
static void sha256_and_hmac_vectors(void **state)
{
	uint8_t key[131];
	(void)state;
	assert_string_equal(hex(secret_sha256(arena, text("abc"))),
			    "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
	memset(key, 0x0b, sizeof key);
	assert_string_equal(hex(secret_hmac(arena, (struct bytes){ key, 20 }, text("Hi There"))),
			    "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7");
	struct bytes ask = text("what do ya want for nothing?");
	assert_string_equal(hex(secret_hmac(arena, text("Jefe"), ask)),
			    "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
	memset(key, 0xaa, sizeof key);
	ask = text("Test Using Larger Than Block-Size Key - Hash Key First");
	assert_string_equal(hex(secret_hmac(arena, BYTES(key), ask)),
			    "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54");
}

/* RFC 3174 section 7.3, and the example of WeChat's own documentation. */
static void sha1_vectors(void **state)
{
	(void)state;
	static const struct {
		const char *text;
		int times;
		const char *digest;
	} v[] = {
		{ "", 1, "da39a3ee5e6b4b0d3255bfef95601890afd80709" },
		{ "abc", 1, "a9993e364706816aba3e25717850c26c9cd0d89d" },
		{ "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq", 1,
		  "84983e441c3bd26ebaae4aa1f95129e5e54670f1" },
		{ "a", 1000000, "34aa973cd4c4daa4f61eeb2bdbad27316534016f" },
		{ "0123456701234567012345670123456701234567012345670123456701234567", 10,
		  "dea356a2cddd90c7a7ecedc5ebb563934f460452" },
		{ "jsapi_ticket=sM4AOVdWfPE4DxkXGEs8VMCPGGVi4C3VM0P37wVUCFvkVAy_90u5h9nbSlYy3-Sl"
		  "-HhTdfl2fzFy1AOcHKP7qg&noncestr=Wm3WZYTPz0wzccnW&timestamp=1414587457"
		  "&url=http://mp.weixin.qq.com?params=value",
		  1, "0f9de62fce790f9a083d5c99e95740ceb90c27ed" },
	};
	for (size_t i = 0; i < sizeof v / sizeof *v; i++) {
		struct buf b = { .arena = arena };
		for (int t = 0; t < v[i].times; t++)
			buf_str(&b, v[i].text);
		assert_string_equal(secret_sha1_hex(arena, b.p ? b.p : ""), v[i].digest);
	}
}

/* Lengths round the block's edge, where padding goes wrong; digests as sha1sum gives them. */
static void sha1_padding(void **state)
{
	(void)state;
	static const struct {
		size_t n;
		const char *digest;
	} v[] = {
		{ 55, "c1c8bbdc22796e28c0e15163d20899b65621d65a" },
		{ 56, "c2db330f6083854c99d4b5bfb6e8f29f201be699" },
		{ 63, "03f09f5b158a7a8cdad920bddc29b81c18a551f5" },
		{ 64, "0098ba824b5c16427bd7a1122a5a442a25ec644d" },
	};
	for (size_t i = 0; i < sizeof v / sizeof *v; i++) {
		char *s = arena_alloc(arena, v[i].n + 1);
		memset(s, 'a', v[i].n);
		assert_string_equal(secret_sha1_hex(arena, s), v[i].digest);
	}
}

static void passwords(void **state)
{
	(void)state;
	const char *hash = secret_password_hash(arena, "correct horse");
	assert_ptr_equal(strstr(hash, "$argon2id$v=19$m=19456,t=2,p=1$"), hash);
	assert_true(strlen(hash) < 128);
	assert_string_not_equal(hash, secret_password_hash(arena, "correct horse"));
	assert_true(secret_password_check(hash, "correct horse"));
	assert_false(secret_password_check(hash, "correct horse "));
	assert_false(secret_password_check(hash, ""));
	assert_false(secret_password_check("", "correct horse"));
	assert_false(secret_password_check("$argon2id$", "correct horse"));
	assert_false(secret_password_check(NULL, "correct horse"));
	assert_false(secret_password_check(NULL, ""));
}

static int64_t check_ms(const char *hash)
{
	int64_t from = clock_mono_ms();
	for (int i = 0; i < 5; i++)
		assert_false(secret_password_check(hash, "wrong"));
	return clock_mono_ms() - from;
}

/* An unknown account costs what a wrong password costs. A busy machine may spoil some rounds. */
static void unknown_account_costs_the_same(void **state)
{
	bool alike = false;
	(void)state;
	const char *hash = secret_password_hash(arena, "x");
	for (int round = 0; round < 10 && !alike; round++) {
		int64_t known = check_ms(hash), unknown = check_ms(NULL);
		alike = unknown * 2 > known && known * 2 > unknown;
	}
	assert_true(alike);
}

/* RFC 8032, section 7.1, test 2. */
static void signatures(void **state)
{
	(void)state;
	const char *own = get_file("sign.key");
	put_file("sign.key", "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb\n");
	assert_int_equal(secret_open(), OK);
	struct bytes public = secret_public_key(arena), message = text("\x72");
	assert_string_equal(hex(public),
			    "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c");
	struct bytes s = secret_sign(arena, message);
	assert_string_equal(hex(s),
			    "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
			    "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00");
	assert_true(secret_verify(public, message, s));
	assert_false(secret_verify(public, text("\x73"), s));
	assert_false(secret_verify(public, message, (struct bytes){ s.p, 63 }));
	assert_false(secret_verify((struct bytes){ public.p, 31 }, message, s));
	assert_int_equal(secret_key_id(),
			 strtoul(arena_dup(arena, hex(secret_sha256(arena, public)), 8), NULL, 16));
	put_file("sign.key", own);
	assert_int_equal(secret_open(), OK);
	assert_false(secret_verify(secret_public_key(arena), message, s));
}

static void random_is_not_constant(void **state)
{
	(void)state;
	struct bytes a = secret_uid(arena), b = secret_uid(arena);
	assert_int_equal(a.n, 16);
	assert_false(secret_equal(a.p, b.p, 16));
	assert_true(secret_equal(a.p, a.p, 16));
	assert_true(secret_equal("", "", 0));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(keys_are_private_and_kept),
		cmocka_unit_test(wrong_key_files_are_named),
		cmocka_unit_test(seal_opens),
		cmocka_unit_test(nothing_stays_nothing),
		cmocka_unit_test(seal_is_bound_and_whole),
		cmocka_unit_test(index_finds_again),
		cmocka_unit_test(index_needs_its_key),
		cmocka_unit_test(mac_labels_are_apart),
		cmocka_unit_test(sha256_and_hmac_vectors),
		cmocka_unit_test(sha1_vectors),
		cmocka_unit_test(sha1_padding),
		cmocka_unit_test(passwords),
		cmocka_unit_test(unknown_account_costs_the_same),
		cmocka_unit_test(signatures),
		cmocka_unit_test(random_is_not_constant),
	};
	return cmocka_run_group_tests_name("secret", tests, setup, teardown);
}
