/* as: cgi/needs/needs.c - goes round the library */
#include <mysql.h> /* BAD */
#include <curl/curl.h> /* BAD */
#include <sodium.h> /* BAD */
#include <fcgiapp.h> /* BAD */
#include <stdio.h>
===== as: cgi/platform-post/multi.c
#include <curl/curl.h> /* BAD */
#include <jansson.h> /* BAD */
===== as: shared/out/http_more.c
#include <curl/curl.h>
===== as: shared/data/db_more.c
#include <mysql.h>
#include <ClearSilver.h> /* BAD */
#include <fcgi_stdio.h> /* BAD */
===== as: shared/web/page_more.c
#include <ClearSilver.h>
#include <util/neo_hdf.h>
#include <cairo.h> /* BAD */
===== as: shared/out/document_pdf.c
#include <pango/pangocairo.h>
#include <cairo-pdf.h>
#include <qrencode.h>
===== as: cgi/zyz-verify/zyz-verify.c
#include <sodium.h>
