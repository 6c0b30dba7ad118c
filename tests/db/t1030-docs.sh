#!/usr/bin/env bash
# The documents that `make docs` makes: every table and column, every page's examples, every command's manual; and no
# link in them leads nowhere. DB_SOCKET says which database, BUILD where the programs and manual pages are.
set -u
: "${DB_SOCKET:?path of the database socket}" "${DB_NAME:=zyz}" "${BUILD:=build}"
export DB_SOCKET DB_NAME BUILD
cd "$(dirname "$0")/../.."
out=$(mktemp -d /tmp/t1030.XXXXXX)
trap 'rm -rf "$out"' EXIT
failed=0

# is NAME TEXT: what is wrong stands in the text; none is well.
is() {
	if [ -z "$2" ]; then
		printf 'ok - %s\n' "$1"
	else
		printf 'not ok - %s\n' "$1"
		printf '%s\n' "$2" | head -n 10 | sed 's/^/# /'
		failed=1
	fi
}

sql() { mariadb --no-defaults --socket="$DB_SOCKET" --default-character-set=utf8mb4 -BN -e "$1" "$DB_NAME"; }

# not_in FILE: lines of standard input that are not in the file.
not_in() {
	local line any=
	while read -r line; do
		any=1
		grep -qF -- "$line" "$1" || echo "$line"
	done
	[ -n "$any" ] || echo 'nothing was looked for'
}

is 'the documents are made' "$(node docs/build.mjs "$out" 2>&1)"
is 'the model names every table' "$(sql "SELECT CONCAT('<h3 id=\"', table_name, '\">') FROM information_schema.tables
	WHERE table_schema = DATABASE()" | not_in "$out/model.html")"

is 'each table says who writes it, and as sql/owners.txt has it' "$(diff <(awk -F'[<>]' '/^<h3 id=/ { t = $3 } match($0, /Written by [^.]*/) { print t, substr($0, RSTART + 11, RLENGTH - 11) }' "$out/model.html" | sort) \
	<(awk '$1 == "table" { print $2, $3 == "-" ? $4 : $3 }' sql/owners.txt | LC_ALL=C sort))"

# Each table's columns stand beneath its own heading.
model_columns() {
	awk -F'[<>]' '/^<h3 id=/ { t = $3 } /^<tr><td>/ { c = $5; sub(/ .*/, "", c); print t "." c }' "$out/model.html" | sort
}
is 'the model has each table'\''s columns, and no other' "$(diff <(model_columns) <(sql "SELECT CONCAT(table_name, '.',
	column_name) FROM information_schema.columns WHERE table_schema = DATABASE()" | LC_ALL=C sort))"
is 'each relation is a link' "$(sql "SELECT DISTINCT CONCAT('<td>', column_name, ' → <a href=\"#', referenced_table_name)
	FROM information_schema.key_column_usage WHERE table_schema = DATABASE() AND referenced_table_name IS NOT NULL" |
	not_in "$out/model.html")"
is 'each example of a page is there' "$(cd tests/unit/golden/pages && find . -name '*.hdf' |
	sed 's,^\./,<code>,; s,\.hdf$,</code>,' | not_in "$out/pages.html")"
is 'a page names its addresses' "$(printf '%s\n' '<code>GET /needs/ledger</code>' \
	'<code>POST /needs/s/{code}</code>' '<code>GET /activity/hours</code>' | not_in "$out/pages.html")"
is 'the pages hold their nodes' "$(printf '%s\n' '<td>Needs[].no<td>text<td>N2600100601' \
	'<td>Csrf<td>text' | not_in "$out/pages.html")"
is 'each setting is in zyz.conf(5)' "$("$BUILD/bin/zyz-admin" settings |
	sed 's,=.*,,; s,.*,>&<,' | not_in "$out/zyz.conf.5.html")"
is 'the manual is in order' "$(mandoc -T lint -W warning "$BUILD"/man/* 2>&1)"

# Every address that is no place elsewhere: a file of ours, and an id in it.
dead_links() {
	local file href target
	for file in "$out"/*.html; do
		grep -o 'href="[^"]*"' "$file" | sort -u | cut -d'"' -f2 | while read -r href; do
			target=$out/${href%%#*}
			[ "${href%%#*}" ] || target=$file
			case $href in
			http*) ;;
			*'#'*) grep -qF "id=\"${href#*#}\"" "$target" || echo "${file##*/}: $href" ;;
			*) [ -s "$target" ] || echo "${file##*/}: $href" ;;
			esac
		done
	done
}
is 'no link leads nowhere' "$(dead_links)"
exit $failed
