/*
 * training_words.h - the words of a training 培训 that a platform may not like, put right where the
 * refusal is read. All else of a training is the program training's.
 */
#ifndef ZYZ_TRAINING_WORDS_H
#define ZYZ_TRAINING_WORDS_H

#include "db.h"

/* Only the station's own: another's is left alone. */
enum err training_words(int64_t training, int64_t station, const char *content,
			const char *organiser) MUST_USE;

#endif
