/* demo_homes.c - households on file of the demo community; their visits stand in sql/demo. */
#include "admin.h"
#include "clock.h"
#include "secret.h"

static const struct demo_home {
	const char *name, *address, *contact, *health, *grid, *kind, *groups;
	int station, members;
} homes[] = {
	{ "赵桂兰", "胜利社区 3 号楼 2 单元 502", "赵强（儿子）13991300801", "膝盖不好，下楼要人扶",
	  "三网格", "03", "03", 1, 1 },
	{ "孙德福", "胜利社区 5 号楼 1 单元 101", "孙梅（女儿）13991300802", "听力差，说话要大声",
	  "五网格", "02", "03", 1, 2 },
	{ "周小军", "胜利社区 1 号楼 3 单元 301", "周奶奶（祖母）13991300803", NULL, "一网格", "04",
	  "01", 1, 2 },
	{ "马秀珍", "胜利社区 7 号楼 2 单元 202", NULL, "坐轮椅", "七网格", "05", "04", 1, 3 },
	{ "刘长河", "胜利社区 2 号楼 1 单元 402", "刘洋（侄子）13991300805", "高血压，每天吃药",
	  "二网格", "06", "03,05", 1, 2 },
	{ "杨凤英", "胜利社区 9 号楼 4 单元 603", NULL, NULL, "九网格", "07", "06", 1, 4 },
	{ "何大山", "胜利社区 4 号楼 2 单元 103", "何静（女儿）13991300807", "白内障术后", "四网格",
	  "03", "03", 1, 1 },
	{ "吴玉梅", "胜利社区 6 号楼 1 单元 504", NULL, NULL, "六网格", "01", "10", 1, 3 },
	{ "郭守田", "胜利社区 3 号楼 1 单元 201", "郭军（儿子）13991300809", "糖尿病", "三网格",
	  "02", "03", 1, 2 },
	{ "林小雨", "胜利社区 8 号楼 3 单元 401", "林爷爷（祖父）13991300810", NULL, "八网格", "09",
	  "01", 1, 2 },
	{ "徐秀芳", "胜利社区 5 号楼 2 单元 302", NULL, "行动缓慢", "五网格", "03", "03", 1, 1 },
	{ "朱国强", "胜利社区 1 号楼 1 单元 102", NULL, NULL, "一网格", "08", "06", 1, 1 },
	{ "高老太", "东风社区 2 号楼 1 单元 101", NULL, NULL, "一网格", "03", "03", 2, 1 },
	{ "罗建民", "东风社区 4 号楼 2 单元 302", NULL, NULL, "二网格", "02", "03", 2, 2 },
};
enum { HOMES = sizeof(homes) / sizeof(homes[0]) };

static struct stmt add_q = SQL(
	"INSERT INTO household (uid, no, station_id, name_sealed, name_index, phone_sealed,"
	"       phone_index, address_sealed, contact_sealed, health_sealed, grid, household_kind,"
	"       target_groups, members, consent_at, waits_since, created_at, created_by)"
	" SELECT ?, ?, s.id, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, NOW() - INTERVAL 150 DAY,"
	"       CURDATE() - INTERVAL ? DAY, NOW() - INTERVAL 150 DAY, (SELECT MIN(r.staff_id)"
	"       FROM staff_role r WHERE r.station_id = s.id AND r.role = 'clerk')"
	"  FROM station s"
	" WHERE s.no = ?");
static struct stmt serial_q = SQL(
	"INSERT INTO serial (kind, station_id, year, next_no)"
	" SELECT 'F', id, ?, ?"
	"  FROM station"
	" WHERE no = ?");

static enum err home_add(struct arena *a, int i, int serial)
{
	const struct demo_home *h = &homes[i];
	struct bytes uid = secret_uid(a);
	const char *phone = arena_fmt(a, "139913009%02d", i + 1);
	const char *no = arena_fmt(a, "F%02d%03d%05d", clock_year(clock_now()) % 100, h->station,
				   serial);
	return db_exec(&add_q,
		       ARGS(A_(uid), A_(no), A_(secret_seal(a, "household.name", uid, h->name)),
			    A_(secret_index(a, "household.name", h->name)),
			    A_(secret_seal(a, "household.phone", uid, phone)),
			    A_(secret_index(a, "household.phone", phone)),
			    A_(secret_seal(a, "household.address", uid, h->address)),
			    A_(secret_seal(a, "household.contact", uid, h->contact)),
			    A_(secret_seal(a, "household.health", uid, h->health)), A_(h->grid),
			    A_(h->kind), A_(h->groups), A_(h->members), A_(20 + i * 9),
			    A_(h->station)),
		       NULL);
}

enum err demo_homes(void *ctx)
{
	struct arena *a = ctx;
	int serial[3] = { 0, 0, 0 };
	int64_t year = clock_year(clock_now());
	enum err e = OK;
	for (int i = 0; !e && i < HOMES; i++)
		e = home_add(a, i, ++serial[homes[i].station]);
	for (int station = 1; !e && station < 3; station++)
		e = db_exec(&serial_q, ARGS(A_(year), A_(serial[station] + 1), A_(station)), NULL);
	return e;
}
