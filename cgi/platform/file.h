/* file.h - records as files: JSON Lines, CSV and XLSX in the order of a mapping's fields. */
#ifndef ZYZ_PLATFORM_FILE_H
#define ZYZ_PLATFORM_FILE_H

#include "platform.h"
#include "sheet.h"

/* The mapping of a file destination, read once in each process. ERR_NOT_FOUND: it is no such
 * one. */
enum err file_mapping(const char *profile, const struct platform **out) MUST_USE;

/* One file being written. format: "jsonl", "csv" (UTF-8 with BOM),
 * "gb18030" or "xlsx". */
struct file_out {
	const struct platform *platform;
	enum outbox_kind kind;
	const char *format;
	struct buf text;     /* UTF-8 */
	struct sheet *sheet; /* of XLSX, whose cells are all text */
};
enum err file_begin(struct file_out *f) MUST_USE;
/* false: the item cannot be mapped; it has class PC_REFUSED, code and reason, and is not in
 * the file. */
bool file_add(struct file_out *f, struct platform_item *item);
/* The bytes as the format wants them. */
enum err file_end(struct file_out *f, struct bytes *out) MUST_USE;
void file_drop(struct file_out *f); /* gives it up half way */

#endif
