/*
 * forget.h - free words about a person, and files that name them, in tables that belong to
 * programs: recruit, training, activity, commend, platform and team. Erasure is one transaction of
 * the program account, which knows none of them; so what each of them gives up stands here, in one
 * table. What is no words stays as it was: hours, marks, honours and dates of nobody that anyone
 * can name.
 *
 * Never deletes a row that something else counts or points at.
 */
#ifndef ZYZ_FORGET_H
#define ZYZ_FORGET_H

#include "db.h"

enum err words_forget(int64_t person_id) MUST_USE;

#endif
