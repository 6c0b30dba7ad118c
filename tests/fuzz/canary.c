/* canary.c - reads one byte too far for one input: a run that does not find it finds nothing. */
#include "fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	struct bytes b = { data, n };
	if (n < 3 || data[0] != 'z' || data[1] != 'y' || data[2] != 'z')
		return 0;
	/* Volatile, or the compiler leaves a read out that nobody uses. */
	volatile uint8_t beyond = b.p[b.n];
	return beyond & 0;
}
