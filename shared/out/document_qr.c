/* document_qr.c - a text as the dark modules of a QR code. */
#include "document_qr.h"

#include <qrencode.h>

#include "str.h"

enum err qr_make(struct arena *a, const char *text, struct qr *out)
{
	QRcode *code = QRcode_encodeString8bit(text, 0, QR_ECLEVEL_M);
	if (!code)
		return ERR(ERR_INTERNAL, "no QR code");
	size_t n = (size_t)code->width * (size_t)code->width;
	uint8_t *dark = arena_alloc(a, n);
	for (size_t i = 0; i < n; i++)
		dark[i] = code->data[i] & 1;
	*out = (struct qr){ code->width, dark };
	QRcode_free(code);
	return OK;
}

enum err qr_path(struct arena *a, const char *text, const char **d, int *side)
{
	struct qr qr;
	enum err e = qr_make(a, text, &qr);
	if (e)
		return e;
	struct buf b = { .arena = a };
	for (int y = 0; y < qr.side; y++)
		for (int x = 0; x < qr.side; x++) {
			int run = 0;
			while (x + run < qr.side && qr.dark[y * qr.side + x + run])
				run++;
			if (run)
				buf_fmt(&b, "M%d %dh%dv1h-%dz", x + QR_QUIET, y + QR_QUIET, run,
					run);
			x += run;
		}
	*d = b.p;
	*side = qr.side + 2 * QR_QUIET;
	return OK;
}
