/*
 * certificate_draw.h - the certificate as a file to keep: PDF to print, PNG for phones.
 *
 * Draws what stands under Page.Certificate, Page.State and Page.Address, the same that the page
 * shows; owns only where it stands on the sheet.
 *
 *	struct bytes pdf;
 *	enum err e = certificate_draw(q, DOC_PDF, &pdf);
 */
#ifndef ZYZ_COMMEND_CERTIFICATE_DRAW_H
#define ZYZ_COMMEND_CERTIFICATE_DRAW_H

#include "document.h"
#include "request.h"

/* ERR_CHECK: a character is in no font. ERR_TOO_LARGE: too many sheets for a picture. */
enum err certificate_draw(struct rq *q, enum doc_kind kind, struct bytes *out) MUST_USE;

#endif
