/* as: cgi/needs/needs.c - one function is as long as may be, one longer */
static enum err fits(struct rq *q)
{
	x();
	x();
	x();
	x();
	x();
	x();
	x();
	x();
	x();
	x();
	x();
	x();
	x();
	x();
	x();
	x();
	x();
	x();
	x();
	x();
	x();
	x();
	x();
	x();
	x();
	x();
	x();
	x();
	x();
	x();
	x();
	x();
	x();
	x();
	x();
	x();
	x();
	x();
	x();
	x();
	x();
	x();
	x();
	x();
	x();
	x();
	x();
	x();
	x();
	x();
	x();
	x();
	x();
	x();
	x();
	x();
	x();
	x();
}

static enum err too_long(struct rq *q,
                         const char *name)
{ /* BAD */
	if (x) {
	}
	if (x) {
	}
	if (x) {
	}
	if (x) {
	}
	if (x) {
	}
	if (x) {
	}
	if (x) {
	}
	if (x) {
	}
	if (x) {
	}
	if (x) {
	}
	if (x) {
	}
	if (x) {
	}
	if (x) {
	}
	if (x) {
	}
	if (x) {
	}
	if (x) {
	}
	if (x) {
	}
	if (x) {
	}
	if (x) {
	}
	if (x) {
	}
	if (x) {
	}
	if (x) {
	}
	if (x) {
	}
	if (x) {
	}
	if (x) {
	}
	if (x) {
	}
	if (x) {
	}
	if (x) {
	}
	if (x) {
	}
	if (x) {
	}
}

static const int table[] =
{
	1,
	1,
	1,
	1,
	1,
	1,
	1,
	1,
	1,
	1,
	1,
	1,
	1,
	1,
	1,
	1,
	1,
	1,
	1,
	1,
	1,
	1,
	1,
	1,
	1,
	1,
	1,
	1,
	1,
	1,
	1,
	1,
	1,
	1,
	1,
	1,
	1,
	1,
	1,
	1,
	1,
	1,
	1,
	1,
	1,
	1,
	1,
	1,
	1,
	1,
	1,
	1,
	1,
	1,
	1,
	1,
	1,
	1,
	1,
	1,
	1,
	1,
	1,
	1,
	1,
	1,
	1,
	1,
	1,
	1,
};
