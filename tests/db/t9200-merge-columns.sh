#!/usr/bin/env bash
# A merge forgets no column that refers to a person: each of the schema stands either in the table of cgi/merge/refers.c, or
# in the list of its header that says what happens to it instead.
# DB_SOCKET and DB_NAME (zyz) say which database, migrated; nothing in it is changed.
set -u
: "${DB_SOCKET:?path of the database socket}" "${DB_NAME:=zyz}"
cd "$(dirname "$0")/../.." || exit 1
failed=0

sql() { mariadb --no-defaults --socket="$DB_SOCKET" --user="${DB_USER:-$(id -un)}" --default-character-set=utf8mb4 -BN "$@"; }

moved=$(sed -n 's/^\t{ ROW("\([a-z_]*\)", "[a-z_]*", "\([a-z_]*\)",.*/\1.\2/p' cgi/merge/refers.c | sort)
others=$(sed -n 's/^ \*\t\([a-z_]*\.[a-z_]*\).*/\1/p' cgi/merge/refers.h | sort)
# By key, and by name: a column without a key is a reference, too.
there() {
	sql -e "SELECT DISTINCT CONCAT(table_name, '.', column_name) FROM information_schema.key_column_usage
		WHERE table_schema = DATABASE() AND referenced_table_name = 'person'
		UNION SELECT CONCAT(c.table_name, '.', c.column_name) FROM information_schema.columns c JOIN information_schema.tables t
		ON t.table_schema = c.table_schema AND t.table_name = c.table_name AND t.table_type = 'BASE TABLE'
		WHERE c.table_schema = DATABASE() AND c.column_name REGEXP '(^|_)person_id\$'" "$DB_NAME" | sort
}

# same NAME WHAT: no line is left over.
same() {
	if [ -z "$2" ]; then echo "ok - $1"; else
		printf 'not ok - %s\n' "$1"
		printf '%s\n' "$2" | sed 's/^/# /'
		failed=1
	fi
}
[ "$(printf '%s\n' "$moved" | wc -l)" -gt 25 ] && [ "$(there | wc -l)" -gt 35 ] || { echo 'not ok - the lists can be read'; exit 1; }
echo 'ok - the lists can be read'
same 'each column that refers to a person has its way in a merge' "$(comm -23 <(there) <(printf '%s\n' "$moved" "$others" | sort))"
same 'each way is that of a column that is there' "$(comm -13 <(there) <(printf '%s\n' "$moved" "$others" | sort))"
same 'none has two' "$(comm -12 <(printf '%s\n' "$moved") <(printf '%s\n' "$others"))"
same 'the canary: a column that nobody thought of is seen' \
	"$( [ "$(comm -23 <(printf '%s\n' "$(there)" new.person_id | sort) <(printf '%s\n' "$moved" "$others" | sort))" = new.person_id ] || echo not seen)"
exit $failed
