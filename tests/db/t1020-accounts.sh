#!/usr/bin/env bash
# Every account of a program tries to write every table: what sql/owners.txt gives it goes, all else is refused by the
# database. DB_SOCKET and DB_NAME (zyz) say which database; every attempt is about no row.
set -u
: "${DB_SOCKET:?path of the database socket}" "${DB_NAME:=zyz}"
root=$(cd "$(dirname "$0")/../.." && pwd)
owners=$root/sql/owners.txt
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failed=0

sql() {
	local user=$1
	shift
	mariadb --no-defaults --socket="$DB_SOCKET" --user="$user" --default-character-set=utf8mb4 -BN "$@" "$DB_NAME"
}
me=$(id -un)

# same NAME WANTED FOUND: two files that should be the same.
same() {
	if [ -s "$2" ] && diff "$2" "$3" >"$work/diff"; then
		echo "ok - $1"
	else
		echo "not ok - $1"
		head -n 10 "$work/diff" | sed 's/^/# /'
		failed=1
	fi
}

# Each table with a column of its own, and whether it may only be added to.
sql "$me" -e "SELECT t.table_name, c.column_name, t.table_comment LIKE '%insert-only%'
	FROM information_schema.tables t JOIN information_schema.columns c ON c.table_schema = t.table_schema
		AND c.table_name = t.table_name AND c.ordinal_position = 1
	WHERE t.table_schema = DATABASE() AND t.table_type = 'BASE TABLE' ORDER BY t.table_name" >"$work/tables"
# An account goes on after each error: one session tries everything.
awk 'BEGIN { print "SET sql_mode = \047\047;" } { print "INSERT INTO `" $1 "` (`" $2 "`) SELECT `" $2 "` FROM `" $1 "` WHERE FALSE;"
	print "UPDATE `" $1 "` SET `" $2 "` = `" $2 "` WHERE FALSE;"
	print "DELETE FROM `" $1 "` WHERE FALSE;" }' "$work/tables" >"$work/attempts"

rights() { sed -n "s/^rights *$1 //p" "$owners" | tr -s ' ' '\n' | sed '/^$/d' | sort; }
programs=$(sed -n 's/^rights *\([a-z-]*\) .*/\1/p' "$owners" | sort -u)

for program in $programs; do
	rights "$program" >"$work/rights"
	# "INSERT command denied" for each table that is not in its list; the past is never rewritten.
	awk 'NR == FNR { mine[$1] = 1; next }
		!mine[$1] { print "INSERT", $1 }
		!mine[$1] || $3 { print "UPDATE", $1; print "DELETE", $1 }' "$work/rights" "$work/tables" | sort >"$work/wanted"
	sql "zyz_$program" --force <"$work/attempts" 2>&1 |
		sed -nE '/^ERROR/{s/^ERROR 1142 .*: (INSERT|UPDATE|DELETE) command denied to user .* for table `[^`]*`\.`([^`]*)`$/\1 \2/
			p}' |
		sort >"$work/found"
	same "$program writes its own tables and no others" "$work/wanted" "$work/found"
done

sql "$me" -e "SELECT DISTINCT REPLACE(SUBSTRING_INDEX(grantee, '@', 1), '''', '') FROM information_schema.schema_privileges
	WHERE table_schema = DATABASE()" | sort >"$work/found"
printf 'zyz_%s\n' $programs | sort >"$work/wanted"
same 'no other account has rights' "$work/wanted" "$work/found"

for statement in "ALTER TABLE service_record DROP CONSTRAINT service_record_two_persons" "DROP TABLE proxy" "TRUNCATE proxy" \
	"CREATE TABLE own (a INT)" "CREATE TRIGGER t BEFORE INSERT ON service_record FOR EACH ROW SET NEW.minutes = 1" \
	"GRANT UPDATE ON $DB_NAME.audit TO zyz_activity@localhost" "UPDATE mysql.tables_priv SET table_priv = 'Update'"; do
	for program in $programs; do
		sql "zyz_$program" -e "$statement" 2>&1 | sed -nE 's/^ERROR ([0-9]+) .*/\1/p'
		echo "of $program"
	done >"$work/found"
	for program in $programs; do echo 1142; echo "of $program"; done >"$work/wanted"
	same "nobody may ${statement%% *} ${statement#* }" "$work/wanted" "$work/found"
done

exit "$failed"
