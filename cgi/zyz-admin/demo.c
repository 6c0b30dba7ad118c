/*
 * demo.c - a demo community: the people with sealed numbers are made here, everything that needs
 * no key stands in sql/demo and refers to them by station number, login and volunteer number.
 */
#include <stdio.h>
#include <string.h>

#include "admin.h"
#include "clock.h"
#include "config.h"
#include "secret.h"
#include "staff.h"
#include "staff_second.h"
#include "totp.h"

enum { VOLUNTEERS = 60, BOUND = 3 };

static const char *const password = "zhiyuan-2026";
/* The second factor of all of them who need one; a secret that everybody knows is none. */
static const char *const second = "ZHIYUANZHANZHIYUANZHANZHIYUANZHA";

static const struct demo_staff {
	const char *login, *name, *role, *scope, *what;
} staff[] = {
	{ "zhangmin", "张敏", "manager", "1", "站长" },
	{ "liwei", "李伟", "clerk", "1", "经办人" },
	{ "chenjie", "陈洁", "clerk", "1", "经办人" },
	{ "wangfang", "王芳", "reviewer", "1", "审核人" },
	{ "liuyang", "刘洋", "manager", "2", "站长" },
	{ "zhaolei", "赵磊", "clerk", "2", "经办人" },
	{ "sunli", "孙丽", "reviewer", "2", "审核人" },
	{ "hejing", "何静", "clerk", "3", "经办人" },
	{ "madan", "马丹", "overseer", "610502", "主管" },
	{ "gaofeng", "高峰", "overseer", "610500", "主管" },
};

enum { STAFF = sizeof(staff) / sizeof(staff[0]) };

static struct stmt any_station_q = SQL(
	"SELECT COUNT(*)"
	"  FROM station");
static struct stmt person_q = SQL(
	"INSERT INTO person (uid, name, sex, birth_on, id_type, id_no_sealed, id_no_index,"
	"       phone_sealed, phone_index, commit_salt)"
	" VALUES (?, ?, ?, ?, '01', ?, ?, ?, ?, ?)");
static struct stmt volunteer_q = SQL(
	"INSERT INTO volunteer (person_id, no, platform_no, station_id, region_code,"
	"       service_region_code, categories, skills, occupation, registered_at)"
	" SELECT ?, ?, ?, id, '610502002', '610502', ?, ?, ?, NOW() - INTERVAL ? DAY"
	"  FROM station"
	" WHERE no = ?");
static struct stmt serial_q = SQL(
	"INSERT INTO serial (kind, station_id, year, next_no)"
	" SELECT 'V', id, ?, ?"
	"  FROM station"
	" WHERE no = ?");
static struct stmt consent_q = SQL(
	"INSERT INTO consent (person_id, purpose, given_at)"
	" SELECT person_id, ?, registered_at"
	"  FROM volunteer"
	" WHERE person_id = ?");
static struct stmt wechat_q = SQL(
	"INSERT INTO wechat_account (appid, openid, person_id, bound_at)"
	" VALUES (?, ?, ?, NOW())");
static struct stmt bound_q = SQL(
	"SELECT COUNT(*)"
	"  FROM wechat_account"
	" WHERE person_id IS NOT NULL");

/* The demo volunteer number i: 17 digits of a resident id and the check digit of GB 11643. */
static const char *id_number(struct arena *a, int i, const char *birth)
{
	int sum = 0;
	char *s = arena_fmt(a, "610502%.4s%.2s%.2s%03d0", birth, birth + 5, birth + 8,
			    901 - 2 * i + i % 2);
	for (int k = 0; k < 17; k++)
		sum += (s[k] - '0') * ((1 << (17 - k)) % 11);
	s[17] = "10X98765432"[sum % 11];
	return s;
}

static const char *volunteer_name(struct arena *a, int i)
{
	static const char *const family[] = { "王", "李", "张", "刘", "陈", "杨", "赵",
					      "黄", "周", "吴", "徐", "孙", "胡", "朱",
					      "高", "林", "何", "郭", "马", "罗" };
	static const char *const given[] = { "建国", "秀英", "晓燕", "志强", "玉兰", "文博",
					     "雅静", "国华", "丽萍", "军",   "佳怡", "振华",
					     "桂芳", "海涛", "思远", "雪梅", "明辉", "春霞",
					     "子涵", "永强", "红梅", "欣悦", "卫东" };
	if (i == 7)
		return "乌兰图雅";
	if (i == 21)
		return "阿依古丽·买买提";
	return arena_fmt(a, "%s%s", family[(size_t)(i * 7) % 20], given[(size_t)(i * 5) % 23]);
}

static enum err add_volunteer(struct arena *a, int i, int64_t *person)
{
	static const char *const categories[] = { "0001,0017", "0004",      "0003,0008",
						  "0006,0010", "0001,0009", "0017" };
	static const char *const skills[] = { "01", "09", "08,17", "13,14",
					      "10", "19", "05,22", "18" };
	static const char *const jobs[] = { "80", "17", "31", "13", "54", "51" };
	/* 18 to 74 years old; the last four are pupils of 15 to 17 with a guardian. */
	int year = i < 56 ? 1952 + i : 2009 + i % 2;
	const char *birth = arena_fmt(a, "%04d-%02d-%02d", year, 1 + i % 12, 1 + (i * 3) % 28);
	const char *id_no = id_number(a, i, birth), *phone = arena_fmt(a, "139091300%02d", i + 1);
	int station = i < 36 ? 1 : 2;
	int64_t serial = i < 36 ? i + 1 : i - 35;
	struct bytes uid = secret_uid(a), salt = secret_uid(a);
	enum err e = db_exec(&person_q,
			     ARGS(A_(uid), A_(volunteer_name(a, i)),
				  A_((id_no[16] - '0') % 2 ? "1" : "2"), A_(birth),
				  A_(secret_seal(a, "person.id_no", uid, id_no)),
				  A_(secret_index(a, "person.id_no", id_no)),
				  A_(secret_seal(a, "person.phone", uid, phone)),
				  A_(secret_index(a, "person.phone", phone)), A_(salt)),
			     person);
	const char *no = arena_fmt(a, "V%02d%03d%05lld", clock_year(clock_now()) % 100, station,
				   (long long)serial);
	/* The simulator's platform knows most of them already, as after a first import. */
	const char *platform_no = i % 10 < 8 ? arena_fmt(a, "V6105022601%06dV", i + 1) : NULL;
	if (!e)
		e = db_exec(&volunteer_q,
			    ARGS(A_(*person), A_(no), A_(platform_no), A_(categories[i % 6]),
				 A_(skills[i % 8]), A_(jobs[i % 6]), A_(400 - i * 6), A_(station)),
			    NULL);
	return e;
}

static enum err add_consents(int i, int64_t person)
{
	static const char *const purposes[] = { "registration", "record", "platform",
						"public_name" };
	enum err e = OK;
	/* Everybody lets records be kept, most let them be posted, some let their name be shown. */
	for (int k = 0; !e && k < (i % 3 == 0 ? 4 : i % 11 == 10 ? 2 : 3); k++)
		e = db_exec(&consent_q, ARGS(A_(purposes[k]), A_(person)), NULL);
	return e;
}

static enum err add_volunteers(void *ctx)
{
	struct arena *a = ctx;
	enum err e = OK;
	for (int i = 0; !e && i < VOLUNTEERS; i++) {
		int64_t person;
		e = add_volunteer(a, i, &person);
		if (!e)
			e = add_consents(i, person);
		if (!e && i < BOUND)
			e = db_exec(&wechat_q,
				    ARGS(A_(cfg.wx_appid),
					 A_(arena_fmt(a, "oZYZ_demo_volunteer_%08d", i + 1)),
					 A_(person)),
				    NULL);
	}
	int year = clock_year(clock_now());
	if (!e)
		e = db_exec(&serial_q, ARGS(A_(year), A_(37), A_(1)), NULL);
	return e ? e : db_exec(&serial_q, ARGS(A_(year), A_(25), A_(2)), NULL);
}

struct second {
	const char *login;
};

static enum err set_second(void *ctx)
{
	const struct second *s = ctx;
	struct actor by = actor_system(db_arena());
	const char *codes[RECOVERY_CODES];
	int64_t id;
	enum err e = staff_find(s->login, &id);
	return e ? e : staff_second_set(&by, id, second, 1, 0, codes);
}

/* They are people, too: born in the eighties, with numbers that no volunteer has. */
static enum err add_staff(struct arena *a, int i)
{
	const char *birth = arena_fmt(a, "19%02d-%02d-%02d", 80 + i, 1 + i, 2 + i);
	struct papers who = { .name = staff[i].name, .id_type = "01" };
	who.id_no = id_number(a, VOLUNTEERS + i, birth);
	if (papers_wrong(a, &who, clock_day(a, clock_now())))
		return ERR(ERR_INTERNAL, "the id number of %s", staff[i].login);
	enum err e = admin_add_staff(a, staff[i].login, staff[i].name, staff[i].role,
				     staff[i].scope, password, &who);
	if (!e && !str_eq(staff[i].role, "clerk"))
		e = db_tx(set_second, &(struct second){ staff[i].login });
	return e;
}

enum err admin_demo(struct arena *a, char **args)
{
	int64_t stations;
	(void)args;
	enum err e = db_int(&any_station_q, NO_ARGS, &stations);
	if (e || stations)
		return e;
	e = admin_script(a, arena_fmt(a, "%s/demo/01_stations.sql", cfg.sql_dir));
	if (!e)
		e = db_tx(add_volunteers, a);
	/* Behind them, so that the volunteers' rows are the first persons. */
	for (int i = 0; !e && i < STAFF; i++)
		e = add_staff(a, i);
	if (!e)
		e = db_tx(demo_homes, a);
	if (!e)
		e = admin_folder(a, "demo/then");
	if (!e)
		e = admin_mark_all(a);
	return e ? e : admin_folder(a, "counts");
}

enum err admin_demo_code(struct arena *a, char **args)
{
	(void)args;
	printf("%s\n", totp_code(a, second, clock_now() / TOTP_SECONDS));
	return OK;
}

enum err admin_demo_accounts(struct arena *a, char **args)
{
	int64_t bound;
	(void)a;
	(void)args;
	enum err e = db_int(&bound_q, NO_ARGS, &bound);
	if (e)
		return e;
	printf("%s/account/sign-in  password %s\n", cfg.base_url, password);
	for (size_t i = 0; i < STAFF; i++)
		printf("  %-10s %s %s, %s %s%s\n", staff[i].login, staff[i].name, staff[i].what,
		       str_eq(staff[i].role, "overseer") ? "region" : "station", staff[i].scope,
		       str_eq(staff[i].role, "clerk") ? "" : " *");
	printf("* asked for a code besides: an authenticator app with the secret %s, or\n"
	       "  `zyz-admin demo-code` (build/bin) prints the one of this moment; each is good "
	       "once\n",
	       second);
	printf("volunteers: the same page, by WeChat (simulated): %lld are bound, or take a "
	       "newcomer to register\n",
	       (long long)bound);
	return OK;
}
