/* wechat_inside.h - what the files that speak with WeChat share. */
#ifndef ZYZ_WECHAT_INSIDE_H
#define ZYZ_WECHAT_INSIDE_H

#include "json.h"
#include "wechat.h"

/* The appsecret, from its file. */
enum err wx_secret(struct arena *a, const char **out) MUST_USE;
/* What WeChat refused, said once in the log; what it asks of us. */
enum wx_act wx_refused(const struct json *j, int64_t errcode);

#endif
