as: sql/0001_base.sql
CREATE TABLE IF NOT EXISTS need (
	id BIGINT NOT NULL COMMENT 'row id',
	PRIMARY KEY (id),
	KEY need_recent (station_id, id),
	KEY need_late (station_id, state, registered_at, id),
	KEY need_state (station_id, state, id),
	KEY need_grid (station_id, grid)
);
===== as: sql/0002_more.sql
ALTER TABLE need
	ADD KEY IF NOT EXISTS need_day (station_id, registered_at, id),
	DROP KEY IF EXISTS need_late;
===== as: cgi/needs/ledger.c
#define LEDGER_TABLE "need n"
#define LEDGER_JOINS ""
#define LEDGER_WHERE "n.station_id = ?"
#define LEDGER_FILTERS(F) F(WORD, state, "n.state = ?")
#define LEDGER_WAYS(S, L) \
	S(L, day, any, "n.registered_at", "need_day") \
	S(L, day, state, "n.registered_at", "need_late") /* BAD: dropped */ \
	S(L, no, any, "n.id", "need_recent") \
	S(L, no, state, "n.id", "need_state") \
	S(L, state, any, "n.state", "need_day") /* BAD: another order */ \
	S(L, late, any, "n.id", "need_day") /* BAD: something before the id */ \
	S(L, grid, any, "n.grid", "need_grid") \
	S(L, state, any, "n.state", "need_state") /* BAD: sorted where the filter is set */
#define LEDGER_ID "n.id"
===== as: cgi/needs/few.c
#define FEW_TABLE "need n"
#define FEW_WHERE "n.station_id = ?"
#define FEW_FEW "some"
#define FEW_WAYS(S, L) S(L, no, any, "n.id", "need_day")
#define FEW_ID "n.id"
