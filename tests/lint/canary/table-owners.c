as: cgi/recruit/places.c
#include "db.h"
#define ROWS "JSON_TABLE(?, '$[*]' COLUMNS (id BIGINT PATH '$')) j "
static struct stmt own_q = SQL(
	"UPDATE application"
	"   SET state = ?"
	" WHERE id = ?");
static struct stmt foreign_q = SQL( /* BAD */
	"INSERT INTO need (no)"
	" VALUES (?)");
static struct stmt joined_q = SQL( /* reads position, writes what is its own */
	"UPDATE position o"
	"  JOIN application a ON a.position_id = o.id"
	"   SET a.state = 'refused'"
	" WHERE o.id = ?");
static struct stmt other_q = SQL( /* BAD */
	"UPDATE position o"
	"  JOIN application a ON a.position_id = o.id"
	"   SET o.taken = (SELECT COUNT(*) FROM application x WHERE x.state = 'accepted'),"
	"       a.state = 'refused'"
	" WHERE o.id = ?");
static struct stmt many_q = SQL( /* BAD */
	"UPDATE " ROWS "STRAIGHT_JOIN position o ON o.id = j.id"
	"   SET o.taken = 0");
static struct stmt gone_q = SQL( /* BAD */
	"DELETE o FROM application a"
	"  JOIN position o ON o.id = a.position_id"
	" WHERE a.id = ?");
static struct stmt replace_q = SQL( /* BAD */
	"REPLACE INTO nowhere (id)"
	" VALUES (?)");
static struct stmt unknown_q = SQL( /* BAD */
	"UPDATE " HIDDEN " SET state = ?");
static struct stmt excused_q = SQL(
	"DELETE FROM consent"
	" WHERE id = ?");
static struct stmt read_q = SQL(
	"SELECT id FROM need WHERE state = 'UPDATE need SET' FOR UPDATE");
===== as: shared/data/position_more.c
static struct stmt take_q = SQL(
	"UPDATE position"
	"   SET taken = taken + 1"
	" WHERE id = ?");
===== as: shared/data/audit.c
static struct stmt audit_q = SQL( /* BAD */
	"INSERT INTO position (id)"
	" VALUES (?)");
===== as: cgi/order/order.c
===== as: sql/0001_base.sql
CREATE TABLE IF NOT EXISTS application (
CREATE TABLE IF NOT EXISTS position (
CREATE TABLE IF NOT EXISTS need (
CREATE TABLE IF NOT EXISTS consent (
CREATE TABLE IF NOT EXISTS orphan ( -- BAD
CREATE TABLE IF NOT EXISTS draw (
CREATE TABLE IF NOT EXISTS serial (
CREATE TABLE IF NOT EXISTS badge (
CREATE TABLE IF NOT EXISTS twin (
===== as: sql/owners.txt
coming team needs
coming order # BAD
table application recruit
table position project position # BAD
table need needs
table consent needs
table draw - # BAD
table serial - numbers # BAD
table badge nobody # BAD
table twin recruit
table twin recruit # BAD
table ghost recruit # BAD
owner need recruit # BAD
except cgi/recruit/places.c consent
except cgi/recruit/places.c draw # BAD
