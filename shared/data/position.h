/*
 * position.h - the places of a position 岗位: `taken` counts who was accepted or holds an offer,
 * and moves by one conditional UPDATE only; nothing reads it and writes it back.
 *
 *	// inside db_tx:
 *	enum err e = position_lock(id);      // whoever signs up now waits
 *	if (!e)
 *		e = position_take(id);       // ERR_STALE: full
 */
#ifndef ZYZ_POSITION_H
#define ZYZ_POSITION_H

#include "db.h"

enum err position_lock(int64_t id) MUST_USE;
enum err position_take(int64_t id) MUST_USE; /* ERR_STALE: full */
enum err position_give(int64_t id) MUST_USE; /* back; ERR_STALE: none was taken */
enum err position_left(int64_t id, int64_t *left) MUST_USE;
/* All positions of a project, in the order of their rows. */
enum err positions_lock(int64_t project) MUST_USE;
enum err positions_recount(int64_t project) MUST_USE;

#endif
