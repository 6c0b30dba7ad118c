/* rotate.c - the command: which key, which step. */
#include "rotate.h"

enum err admin_rotate(struct arena *a, char **args)
{
	static const struct {
		const char *name;
		enum err (*run)(struct arena *a, const char *step);
	} kinds[] = { { "seal", rotate_seal }, { "index", rotate_index }, { "sign", rotate_sign } };
	enum err e = ERR_NOT_FOUND;
	if (!str_in(args[1], "add,run,finish"))
		return ERR(ERR_BAD_REQUEST, "a step is add, run or finish");
	for (size_t i = 0; e == ERR_NOT_FOUND && i < sizeof(kinds) / sizeof(kinds[0]); i++)
		if (str_eq(args[0], kinds[i].name)) {
			e = db_patience(MIGRATION_SECONDS, a);
			if (!e)
				e = admin_alone(a);
			if (!e)
				e = kinds[i].run(a, args[1]);
		}
	return e == ERR_NOT_FOUND ? ERR(ERR_BAD_REQUEST, "a key is seal, index or sign") : e;
}
