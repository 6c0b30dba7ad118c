/* as: shared/json.c - the library looks upwards */
#include "json.h"
#include "err.h"
#include "page.h" /* BAD */
#include "request.h" /* BAD */
/* #include "app.h" in a comment is nothing */
#include <string.h>
===== as: shared/nowhere.h BAD: a module that the order does not know
#include "err.h"
===== as: shared/db_more.c
#include "db.h"
#include "../cgi/needs/needs.h" /* BAD */
#include "session.h" /* BAD */
