/* as: cgi/needs/needs.c - braces and blanks of one's own */
#include "needs.h"

int needs_a(int x)
{
	return x;
}

int needs_b(int x)
{
  return x; /* BAD */
}
===== as: cgi/needs/ledger.c
/* fine */
static int one(void)
{
	return 1;
}
