#!/usr/bin/env bash
# An exchange of the sealing key forgets no column: each of the schema whose name ends in _sealed, or whose comment says sealed,
# stands in cgi/zyz-admin/rotate_columns.c, bound to what the code seals it for.
# DB_SOCKET and DB_NAME (zyz) say which database, migrated; nothing in it is changed.
set -u
: "${DB_SOCKET:?path of the database socket}" "${DB_NAME:=zyz}"
cd "$(dirname "$0")/../.." || exit 1
failed=0

sql() { mariadb --no-defaults --socket="$DB_SOCKET" --user="${DB_USER:-$(id -un)}" --default-character-set=utf8mb4 -BN "$@" "$DB_NAME"; }
# same NAME WHAT: no line is left over.
same() {
	if [ -z "$2" ]; then echo "ok - $1"; else
		printf 'not ok - %s\n' "$1"
		printf '%s\n' "$2" | sed 's/^/# /'
		failed=1
	fi
}
listed=$(sed -n 's/^\t{ [A-Z]*("\([a-z_]*\)", \(\("id"\|"person_id"\), \)\?"\([a-z_]*\)", .*/\1.\4/p' cgi/zyz-admin/rotate_columns.c | sort)
there=$(sql -e "SELECT CONCAT(c.table_name, '.', c.column_name) FROM information_schema.columns c JOIN information_schema.tables t
	ON t.table_schema = c.table_schema AND t.table_name = c.table_name AND t.table_type = 'BASE TABLE' WHERE c.table_schema = DATABASE()
	AND (c.column_name LIKE '%\_sealed' OR c.data_type LIKE '%b%' AND c.column_comment REGEXP '[,;] sealed[,; ]')" | sort)
[ "$(printf '%s\n' "$listed" | wc -l)" -gt 35 ] || { echo 'not ok - the list can be read'; exit 1; }
same 'each sealed column is exchanged' "$(comm -23 <(printf '%s\n' "$there") <(printf '%s\n' "$listed"))"
same 'each that is exchanged is there' "$(comm -13 <(printf '%s\n' "$there") <(printf '%s\n' "$listed"))"
same 'the canary: a column that nobody thought of is seen' \
	"$([ "$(comm -23 <(printf '%s\n' "$there" zzz.new_sealed) <(printf '%s\n' "$listed"))" = zzz.new_sealed ] || echo not seen)"
# What code seals for "x.y" is a row of the list with that name.
bound=$(grep -oE '"[a-z_]+\.[a-z_]+"' cgi/zyz-admin/rotate_columns.c | tr -d '"' | sort -u)
sealed=$(cat cgi/*/*.c shared/*/*.c shared/*/*.h cgi/*/*.h | tr -d '\n' | grep -oE '(secret_seal\([^"]{0,40}|define [A-Z]+_SEALED? *|define [A-Z]+_SEED *)"[a-z_]+\.[a-z_]+"' |
	grep -oE '[a-z_]+\.[a-z_]+' | grep -v '^staff\.totp_new$' | sort -u)
[ "$(printf '%s\n' "$sealed" | wc -l)" -gt 20 ] || { echo 'not ok - what code seals can be read'; exit 1; }
same 'each value that code seals can be opened by the list' "$(comm -23 <(printf '%s\n' "$sealed") <(printf '%s\n' "$bound"))"
# Digests: what secret_index() makes is a column whose name ends in _index, or one that says so here.
digests=$(sed -n 's/^\t{ COLUMN("\([a-z_]*\)", "\([a-z_]*\)"),/\1.\2/p' cgi/zyz-admin/rotate_digests.c | sort)
found=$({ echo proxy.code_mac; sql -e "SELECT CONCAT(table_name, '.', column_name) FROM information_schema.columns
	WHERE table_schema = DATABASE() AND column_type = 'binary(32)' AND column_name LIKE '%\_index'"; } | sort)
[ "$(printf '%s\n' "$digests" | wc -l)" -gt 10 ] || { echo 'not ok - the list of digests can be read'; exit 1; }
same 'each digest is exchanged, and each that is exchanged is there' "$(comm -3 <(printf '%s\n' "$found") <(printf '%s\n' "$digests"))"
exit $failed
