/*
 * invite.h - an address that invites to one position and its shifts. Owns recruit_invite; what it
 * gives is the right to ask, no more: everything else that a position asks for is asked. sign_up()
 * counts who came by it, each application once.
 */
#ifndef ZYZ_RECRUIT_INVITE_H
#define ZYZ_RECRUIT_INVITE_H

#include "recruit.h"

enum err invite_list(struct rq *q);
enum err invite_make(struct rq *q);
enum err invite_card(struct rq *q);
enum err invite_end(struct rq *q);
enum err invite_show(struct rq *q);
enum err invite_apply(struct rq *q);

#endif
