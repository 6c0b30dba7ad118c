/* keys.c - the keys of the desk 快捷键: all of them on one page, and the switch that turns them off in
 * this browser (WCAG 2.1.4). */
#include "account.h"
#include "form.h"

enum { YEAR = 31536000 };

#define KEYS_IN(X, T) X(T, FLAG, keys, 0, 1)
FORM_DEFINE(keys_in, KEYS_IN);

enum err keys_show(struct rq *q)
{
	return page(q, "account/keys.cs");
}

enum err keys_save(struct rq *q)
{
	struct keys_in in;
	if (!form_read(q, keys_in_fields, &in))
		return ERR_FORM;
	reply_cookie(q, "keys", in.keys ? "on" : "off", YEAR);
	return see(q, "/account/keys?done=%s", in.keys ? "keys_on" : "keys_off");
}
