/* offline.c - the page that checks certificates with the network off. */
#include "commend.h"

enum err offline_page(struct rq *q)
{
	reply_cache(q, 60);
	return page(q, "commend/offline.cs");
}
