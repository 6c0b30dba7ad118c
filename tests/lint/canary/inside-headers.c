/* as: shared/web/session.c - looks into the inside of others */
#include "db_inside.h" /* BAD */
#include "session.h"
===== as: shared/data/db_more.c
#include "db_inside.h"
#include "secret_keys.h" /* BAD */
===== as: cgi/needs/needs.c
#include "page_inside.h" /* BAD */
