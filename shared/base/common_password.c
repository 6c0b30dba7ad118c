/* common_password.c - passwords that are guessed first. */
#include "common_password.h"

#include <ctype.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "config.h"
#include "log.h"

enum { LONGEST = 128, FIGURES = 16, FEW = 4 };

/* The words of the file, behind the lines of its head. */
static const char *words;
static size_t words_n;

static void words_skip_head(void)
{
	while (words_n && *words == '#') {
		const char *end = memchr(words, '\n', words_n);
		size_t n = end ? (size_t)(end - words) + 1 : words_n;
		words += n;
		words_n -= n;
	}
}

static void words_open(void)
{
	static bool tried;
	char path[512];
	struct stat st;
	if (tried)
		return;
	tried = true;
	(void)snprintf(path, sizeof(path), "%s/common-passwords.txt", cfg.templates);
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	if (fd < 0 || fstat(fd, &st) || st.st_size <= 0) {
		log_info("no %s: common passwords are taken", path);
	} else {
		void *p = mmap(NULL, (size_t)st.st_size, PROT_READ, MAP_SHARED, fd, 0);
		if (p != MAP_FAILED) {
			words = p;
			words_n = (size_t)st.st_size;
			words_skip_head();
		}
	}
	if (fd >= 0)
		(void)close(fd);
}

/* Compares a line with a word, as the file is sorted. */
static int line_cmp(const char *line, size_t n, const char *word, size_t word_n)
{
	int c = memcmp(line, word, n < word_n ? n : word_n);
	return c ? c : n < word_n ? -1 : n > word_n;
}

static bool listed(const char *word, size_t n)
{
	size_t from = 0, to;
	words_open();
	to = words_n;
	while (n && from < to) {
		size_t at = from + (to - from) / 2;
		while (at > from && words[at - 1] != '\n')
			at--;
		const char *end = memchr(words + at, '\n', words_n - at);
		size_t len = end ? (size_t)(end - words) - at : words_n - at;
		int c = line_cmp(words + at, len, word, n);
		if (!c)
			return true;
		if (c < 0)
			from = at + len + 1;
		else
			to = at;
	}
	return false;
}

static bool letter(char c)
{
	return isalpha((unsigned char)c) || (unsigned char)c >= 128;
}

/* "aaaaaaaaaa", "1212121212", "abcdefghij", "9876543210". */
static bool monotonous(const char *s, size_t n)
{
	bool seen[256] = { false };
	size_t unlike = 0, steps = 0;
	for (size_t i = 0; i < n; i++) {
		unlike += !seen[(unsigned char)s[i]];
		seen[(unsigned char)s[i]] = true;
		int by = i ? s[i] - s[i - 1] : 9;
		steps += by >= -1 && by <= 1;
	}
	return unlike < FEW || steps + 2 >= n;
}

bool common_password(const char *password, const char *login)
{
	char s[LONGEST + 1];
	size_t n = strlen(password), from = 0, to;
	if (n > LONGEST)
		return false;
	for (size_t i = 0; i <= n; i++)
		s[i] = (char)tolower((unsigned char)password[i]);
	if (listed(s, n) || monotonous(s, n))
		return true;
	for (to = n; to > 0 && !letter(s[to - 1]); to--)
		;
	while (from < to && !letter(s[from]))
		from++;
	size_t core = to - from;
	/* Figures alone, as telephones and days are: a birthday less than sixteen is no secret. */
	if (core < FEW)
		return n < FIGURES;
	if (listed(s + from, core))
		return true;
	const char *own = login && strlen(login) >= FEW ? strstr(s, login) : NULL;
	return own && n - strlen(login) < 2 * FEW;
}
