/*
 * personal.h - what the tables of this program keep about a person. A column stands in one list
 * once: in it, it is part of the person's download (export_parts.c) and emptied when they are
 * erased (erase.c). The schema marks the same columns with 个人, and tests/http/t9020 compares.
 */
#ifndef ZYZ_PERSONAL_H
#define ZYZ_PERSONAL_H

/* X(column, what it is once the person was erased). A column _sealed is opened for the download. */
#define PERSON_FORGETS(X) \
	X(name_pinyin, "NULL") \
	X(sex, "'0'") \
	X(birth_on, "NULL") \
	X(id_type, "NULL") \
	X(id_no_sealed, "NULL") \
	X(phone_sealed, "NULL")
/* Digests and a salt: no part of the download. */
#define PERSON_FORGETS_KEYS(X) \
	X(id_no_index, "NULL") \
	X(phone_index, "NULL") \
	X(phone_proved_at, "NULL") \
	X(commit_salt, "NULL")
#define VOLUNTEER_FORGETS(X) \
	X(platform_no, "NULL") \
	X(service_region_code, "NULL") \
	X(categories, "''") \
	X(skills, "''") \
	X(fields, "''") \
	X(available, "''") \
	X(sources, "''") \
	X(nationality, "NULL") \
	X(ethnic, "NULL") \
	X(political, "NULL") \
	X(education, "NULL") \
	X(occupation, "NULL") \
	X(native_place, "NULL") \
	X(employer, "NULL") \
	X(job_title, "NULL") \
	X(address_sealed, "NULL") \
	X(email_sealed, "NULL") \
	X(blood, "NULL") \
	X(clothing, "NULL") \
	X(height_cm, "NULL")

#define FORGET_SQL(column, empty) #column " = " empty ", "
#define EXPORT_SQL(column, empty) #column ", "

#endif
