/* metrics_text.c - the form of Prometheus text. */
#include "metrics.h"

void metrics_head(struct buf *out, const char *name, const char *type, const char *help)
{
	buf_fmt(out, "# HELP %s %s\n# TYPE %s %s\n", name, help, name, type);
}
