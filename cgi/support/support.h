/*
 * support.h - what keeps volunteers safe 志愿者保障: insurance.
 *
 * Owns insurance and insurance_person; whether somebody is insured is asked by data/insurance.h.
 */
#ifndef ZYZ_SUPPORT_H
#define ZYZ_SUPPORT_H

#include "app.h"

enum err policy_list(struct rq *q);
enum err policy_new(struct rq *q);
enum err policy_add(struct rq *q);
enum err policy_show(struct rq *q);
enum err policy_name(struct rq *q);
enum err policy_name_all(struct rq *q);
enum err policy_unname(struct rq *q);
enum err policy_end(struct rq *q);

#endif
