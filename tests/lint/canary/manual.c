/* as: cgi/zyz-tool/zyz-tool.c - a command that its manual does not know, and one that is gone */
static const struct command {
	const char *name;
} commands[] = {
	{ "keys", 0 },
	{ "grant", 1 }, /* BAD */
};
static const struct option options[] = {
	{ "--file", 1 },
	{ "--hidden", 1 }, /* BAD */
};
===== as: docs/man/zyz-tool.1
.It Cm keys
.It Cm old BAD
.It Fl -file Ar path
===== as: cgi/zyz-none/zyz-none.c BAD
int main(void)
===== as: docs/man/nobody.8 BAD
.It Cm what
