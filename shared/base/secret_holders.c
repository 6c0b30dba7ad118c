/* secret_holders.c - the one list of who holds which secret. */
#include "secret_holders.h"

#include <string.h>

#include "str.h"

static const struct secret_holder holders[] = {
	{ "station", "seal.key,index.key,mac.key" },
	{ "needs", "seal.key,index.key,mac.key" },
	{ "order", "seal.key,index.key,mac.key" },
	{ "project", "mac.key" },
	{ "recruit", "seal.key,index.key,mac.key" },
	{ "account", "seal.key,index.key,mac.key,wx-secret,sms-receipt-key" },
	{ "training", "mac.key" },
	{ "activity", "seal.key,index.key,mac.key,sign.key,mark-record.key" },
	{ "commend", "seal.key,index.key,mac.key,sign.key,mark-honour.key" },
	{ "platform", "seal.key,mac.key,sign.key,mark-brought.key" },
	{ "team", "mac.key" },
	{ "merge", "seal.key,mac.key" },
	{ "support", "seal.key,mac.key" },
	{ "bank", "seal.key,mac.key" },
	{ "platform-post", "seal.key,platform-*" },
	{ "activity-close", "seal.key,mac.key,mark-record.key,mark-honour.key" },
	{ "order-clock", "" },
	{ "bank-clock", "" },
	{ "ledger-seal", "mac.key,sign.key" },
	{ "message-post", "seal.key,wx-secret,sms-key" },
};

const struct secret_holder *secret_holders(size_t *n)
{
	*n = sizeof(holders) / sizeof(holders[0]);
	return holders;
}

const struct secret_holder *secret_holder(const char *program)
{
	for (size_t i = 0; i < sizeof(holders) / sizeof(holders[0]); i++)
		if (str_eq(holders[i].program, program))
			return &holders[i];
	return NULL;
}

bool secret_holds(const struct secret_holder *h, const char *name)
{
	for (const char *s = h->holds; *s; s += strspn(s, ",")) {
		size_t n = strcspn(s, ",");
		if (s[n - 1] == '*' ? strncmp(s, name, n - 1) == 0
				    : strlen(name) == n && memcmp(s, name, n) == 0)
			return true;
		s += n;
	}
	return false;
}
