#!/usr/bin/env bash
# Personal columns are marked in the schema's comments, each in words that are known; what looks personal is marked or says
# that it is not. What the marks promise, tests/http/t9020 tries.
# DB_SOCKET and DB_NAME (zyz) say which database, migrated; nothing in it is changed.
set -u
: "${DB_SOCKET:?path of the database socket}" "${DB_NAME:=zyz}"
failed=0

sql() {
	mariadb --no-defaults --socket="$DB_SOCKET" --user="${DB_USER:-$(id -un)}" \
		--default-character-set=utf8mb4 -BN "$@"
}

# none NAME QUERY DATABASE: the query names what is wrong; no row is well.
none() {
	local rows
	rows=$(sql -e "$2" "$DB_NAME" 2>&1)
	if [ -z "$rows" ]; then
		printf 'ok - %s\n' "$1"
	else
		printf 'not ok - %s\n' "$1"
		printf '%s\n' "$rows" | head -n 10 | sed 's/^/# /'
		failed=1
	fi
}

looks='sealed|name|phone|addr|_index$|mail|openid|unionid|pinyin|birth|^sex$|photo_id|^id_(no|type)|salt|words|person_in_charge|handler$'
marks='(导出|内用),(抹除|留存\\((记录|证明|留痕)\\))(,明文留痕)?|居民(,明文留痕)?|职员'

# The queries take the columns from here, so that the same can be asked of columns that are wrong.
columns="(SELECT c.table_name, c.column_name, c.column_comment FROM information_schema.columns c
	WHERE c.table_schema = DATABASE())"
unmarked() {
	echo "SELECT CONCAT(table_name, '.', column_name) FROM $1 c WHERE column_name REGEXP '$looks'
		AND column_comment NOT REGEXP '; (个人:[^; ]+|非个人)\$'"
}
unknown() {
	echo "SELECT CONCAT(table_name, '.', column_name, ' ', column_comment) FROM $1 c WHERE column_comment REGEXP '个人[:：]|非个人'
		AND column_comment NOT REGEXP '; (个人:($marks)|非个人)\$'"
}

none 'what looks personal is marked, or says that it is not' "$(unmarked "$columns")"
none 'each mark is in words that are known' "$(unknown "$columns")"
none 'a sealed column, a digest and who it belongs to are personal' "SELECT CONCAT(table_name, '.', column_name) FROM $columns c
	WHERE column_name REGEXP 'sealed|_index\$' AND column_comment LIKE '%非个人' AND column_name NOT IN ('seed_sealed', 'key_sealed')"
none 'what names a person is erased, or says why it stays' "SELECT CONCAT(table_name, '.', column_name) FROM $columns c
	WHERE column_name REGEXP 'sealed|_index\$' AND column_comment REGEXP '留存'"

# The canary: columns that are wrong are seen.
wrong() { echo "(SELECT 't' AS table_name, '$1' AS column_name, '$2' AS column_comment)"; }
caught() {
	if [ -n "$(sql -e "$2" "$DB_NAME")" ]; then printf 'ok - seen: %s\n' "$1"; else
		printf 'not ok - seen: %s\n' "$1"
		failed=1
	fi
}
caught 'a new sealed column without a mark' "$(unmarked "$(wrong contact_sealed 'emergency contact, sealed')")"
caught 'a name without a mark' "$(unmarked "$(wrong nickname 'as friends call them')")"
caught 'a mark that says nothing of erasure' "$(unknown "$(wrong x 'y; 个人:导出')")"
caught 'a reason to keep that nobody knows' "$(unknown "$(wrong x 'y; 个人:导出,留存(方便)')")"
exit "$failed"
