#!/usr/bin/env bash
# Migrations: each once, in the order of numbers, also one that came late; a number that means two things is refused.
# In a schema of its own; DB_SOCKET says where, BUILD holds zyz-admin.
set -u
: "${DB_SOCKET:?path of the database socket}" "${BUILD:?folder of the programs}"
name=t1015_$$
folder=$(mktemp -d)
failed=0
user=$(id -un)

sql() { mariadb --no-defaults --socket="$DB_SOCKET" --user="$user" -BN "$@"; }
trap 'sql -e "DROP DATABASE IF EXISTS $name"; rm -rf "$folder"' EXIT

# migrate: what zyz-admin says; the schema's versions stand in $applied afterwards.
migrate() {
	said=$(ZYZ_DB_SOCKET=$DB_SOCKET ZYZ_DB_NAME=$name ZYZ_SQL_DIR=$folder "$BUILD/bin/zyz-admin" migrate 2>&1)
	code=$?
	applied=$(sql -e 'SELECT name FROM schema_version ORDER BY version' "$name" | paste -sd' ')
}

# see NAME WANTED GOT
see() {
	if [ "$2" = "$3" ]; then echo "ok - $1"; else
		printf 'not ok - %s\n# wanted %s\n# got %s\n' "$1" "$2" "$3"
		failed=1
	fi
}

sql -e "CREATE DATABASE $name"
mkdir "$folder/seed" "$folder/counts"
: >"$folder/owners.txt"
sed '/^) ENGINE/q' "$(dirname "$0")/../../sql/0001_base.sql" >"$folder/0001_base.sql"
echo 'CREATE TABLE three (id INT PRIMARY KEY);' >"$folder/0003_three.sql"
migrate
see 'migrations are applied in order, each noted' '0 0001_base 0003_three' "$code $applied"

migrate
see 'what was applied is not applied again' '0 |0001_base 0003_three' "$code $said|$applied"

echo 'CREATE TABLE two (id INT PRIMARY KEY);' >"$folder/0002_two.sql"
migrate
see 'one that came late is applied' '0 migration 0002_two.sql' "$code $said"
see 'and stands in its place' '0001_base 0002_two 0003_three' "$applied"
see 'with what it makes' 'two' "$(sql -e "SHOW TABLES LIKE 'two'" "$name")"

mv "$folder/0003_three.sql" "$folder/0003_other.sql"
migrate
see 'a number that means two things is refused' 1 "$code"
see 'by name' yes "$(case $said in *'0003_other.sql: number 3 is taken by 0003_three'*) echo yes ;; *) echo "$said" ;; esac)"

mv "$folder/0003_other.sql" "$folder/0003_three.sql"
echo 'CREATE TABLE four (id INT PRIMARY KEY); CREATE TABLE four (id INT PRIMARY KEY);' >"$folder/0004_four.sql"
migrate
see 'one that fails is not noted' '1 0001_base 0002_two 0003_three' "$code $applied"

exit $failed
