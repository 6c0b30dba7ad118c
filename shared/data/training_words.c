/* training_words.c - content and organiser of a training, put right. */
#include "training_words.h"

static struct stmt words_q = SQL(
	"UPDATE training"
	"   SET content = ?, organiser = ?"
	" WHERE id = ?"
	"   AND station_id = ?");

enum err training_words(int64_t training, int64_t station, const char *content,
			const char *organiser)
{
	int64_t rows;
	return db_affect(&words_q, ARGS(A_(content), A_(organiser), A_(training), A_(station)),
			 &rows);
}
