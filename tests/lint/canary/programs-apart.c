/* as: cgi/needs/needs.c - knows another program */
#include "needs.h"
#include "app.h"
#include "project.h" /* BAD */
#include "../project/project.h" /* BAD */
#include "cgi/project/project.h" /* BAD */
===== as: cgi/needs/needs.h
===== as: cgi/project/project.h
===== as: shared/web/app.h
===== as: cgi/zyz-verify/zyz-verify.c
#include "app.h" /* BAD */
#include <stdio.h>
