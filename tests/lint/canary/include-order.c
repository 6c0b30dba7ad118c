/* as: shared/base/json.c - the library looks upwards */
#include "json.h"
#include "err.h"
#include "page.h" /* BAD */
#include "nowhere.h" /* BAD */
/* #include "app.h" in a comment is nothing */
#include <string.h>
===== as: shared/stray.h BAD: a file outside the rooms
#include "err.h"
===== as: shared/data/db_more.c
#include "err.h"
#include "../cgi/needs/needs.h" /* BAD */
#include "base/err.h" /* BAD */
#include "page.h" /* BAD */
===== as: shared/out/http.c
#include "page.h" /* BAD */
===== as: shared/web/page.c
#include "http.h"
===== as: shared/out/http.h
===== as: shared/base/err.h
===== as: shared/base/json.h
===== as: shared/web/page.h
===== as: shared/web/app.h
