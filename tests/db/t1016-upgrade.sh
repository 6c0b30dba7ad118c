#!/usr/bin/env bash
# An installation of 0.1.0, as it stood with its demo community after everything was posted (first/, with keys that sealed
# nothing else), is upgraded to now: the schema is that of a new one, no record, minute, receipt or leaf is another, what
# was sealed opens, the ledger checks. In a schema of its own; DB_SOCKET says where, BUILD holds the programs.
set -u
: "${DB_SOCKET:?path of the database socket}" "${BUILD:?folder of the programs}"
here=$(cd "$(dirname "$0")" && pwd)/first
name=t1016_$$
folder=$(mktemp -d)
failed=0
user=$(id -un)

sql() { mariadb --no-defaults --socket="$DB_SOCKET" --user="$user" -BN "$@"; }
trap 'sql -e "DROP DATABASE IF EXISTS $name"; rm -rf "$folder"' EXIT
admin() { ZYZ_DB_SOCKET=$DB_SOCKET ZYZ_DB_USER=$user ZYZ_DB_NAME=$name ZYZ_SECRET_DIR=$folder/secret "$BUILD/bin/zyz-admin" "$@" 2>&1; }

# see NAME WANTED GOT
see() {
	if [ "$2" = "$3" ]; then echo "ok - $1"; else
		printf 'not ok - %s\n' "$1"
		diff <(printf '%s\n' "$2") <(printf '%s\n' "$3") | head -20 | sed 's/^/# /'
		failed=1
	fi
}

# What nobody may lose by an upgrade.
held() {
	sql "$name" -e "SET SESSION group_concat_max_len = 1000000;
		SELECT state, COUNT(*), SUM(minutes), MIN(served_on), MAX(version) FROM service_record GROUP BY state;
		SELECT state, COUNT(*), MD5(GROUP_CONCAT(receipt ORDER BY id)) FROM outbox GROUP BY state;
		SELECT COUNT(*), MAX(seq), MD5(GROUP_CONCAT(HEX(chain) ORDER BY seq)) FROM ledger_leaf;
		SELECT COUNT(*), SUM(minutes) FROM volunteer_total;
		SELECT COUNT(*), MD5(GROUP_CONCAT(name ORDER BY id)) FROM person; SELECT state, COUNT(*) FROM need GROUP BY state;
		SELECT state, COUNT(*) FROM application GROUP BY state; SELECT COUNT(*), SUM(n) FROM answer_count;
		SELECT COUNT(*), SUM(person_id) FROM honour; SELECT COUNT(*), MD5(GROUP_CONCAT(HEX(root) ORDER BY at_ms)) FROM tree_head"
}
# The shape of a schema; of keys those that no other one of the table begins with (a dump makes a foreign key's own key a named one).
shape() {
	sql -e "SELECT 'column', TABLE_NAME, COLUMN_NAME, COLUMN_TYPE, IS_NULLABLE, COLUMN_DEFAULT, COLUMN_COMMENT, EXTRA
			FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = '$1' ORDER BY 2, 3;
		WITH k AS (SELECT TABLE_NAME t, INDEX_NAME i, NON_UNIQUE u, GROUP_CONCAT(COLUMN_NAME ORDER BY SEQ_IN_INDEX) c
			FROM information_schema.STATISTICS WHERE TABLE_SCHEMA = '$1' GROUP BY 1, 2, 3)
		SELECT 'key', k.* FROM k WHERE k.u = 0 OR NOT EXISTS (SELECT 1 FROM k o WHERE o.t = k.t AND o.i <> k.i
			AND CONCAT(o.c, ',') LIKE CONCAT(k.c, ',%')) ORDER BY 2, 3;
		SELECT 'check', TABLE_NAME, CONSTRAINT_NAME, CHECK_CLAUSE FROM information_schema.CHECK_CONSTRAINTS
			WHERE CONSTRAINT_SCHEMA = '$1' ORDER BY 2, 3;
		SELECT 'trigger', TRIGGER_NAME, ACTION_STATEMENT FROM information_schema.TRIGGERS WHERE TRIGGER_SCHEMA = '$1' ORDER BY 2;
		SELECT 'refers', CONSTRAINT_NAME, TABLE_NAME, REFERENCED_TABLE_NAME, DELETE_RULE
			FROM information_schema.REFERENTIAL_CONSTRAINTS WHERE CONSTRAINT_SCHEMA = '$1' ORDER BY 2"
}

install -d -m 700 "$folder/secret"
install -m 600 "$here"/*.key "$folder/secret"
sql -e "CREATE DATABASE $name CHARACTER SET utf8mb4"
{ echo 'SET foreign_key_checks = 0;'; gzip -dc "$here/zyz-0.1.0.sql.gz"; } | sql "$name"
before=$(held)
see 'what is brought along is there' yes "$([ "$(sql "$name" -e 'SELECT COUNT(*) FROM service_record')" -gt 200 ] && echo yes)"

said=$(admin keys)
see 'keys of kinds that are new are made, the others stay' '0 index.key mark-brought.key mark-honour.key mark-record.key programs seal.key sign.key' \
	"$? $(ls "$folder/secret" | paste -sd' ')"
see 'of the old ones each byte' '' "$(for k in index seal sign; do cmp "$here/$k.key" "$folder/secret/$k.key"; done)"
see 'of one folder for all each program is given its own' 'index.key mac.key seal.key|mac.key sign.key' \
	"$(ls "$folder/secret/programs/needs" | paste -sd' ')|$(ls "$folder/secret/programs/ledger-seal" | paste -sd' ')"
said=$(admin migrate)
code=$?
see 'it migrates' 0 "$code$([ $code = 0 ] || echo "$said")"
see 'no record, receipt, leaf or person is another' "$before" "$(held)"
see 'the schema is that of a new installation' "$(shape "${DB_NAME:-zyz}")" "$(shape "$name")"
see 'what was reviewed and awarded before is marked, once' '0 record: 23 rows marked|honour: 1 rows marked|brought: 0 rows marked' "$(m=$(admin mark); echo "$? ${m//$'\n'/|}")"
see 'documents are indexed by the rules of today' 0 "$(admin identities >/dev/null; echo $?)"
see 'all sums agree' '0 all sums agree with the records' "$(m=$(admin recount); echo "$? $m")"
said=$("$BUILD/bin/zyz-verify" ledger --socket "$DB_SOCKET" --db "$name" --user "$user" --key "$here/ledger.pub" 2>&1)
see 'the ledger checks with the key of then' 0 "$?$(case $said in 'ok: 224 events'*) ;; *) echo " $said" ;; esac)"
see 'of one folder for all each program is given its own' 'index.key mac.key seal.key|mac.key sign.key' \
	"$(ls "$folder/secret/programs/needs" | paste -sd' ')|$(ls "$folder/secret/programs/ledger-seal" | paste -sd' ')"
said=$(admin migrate)
see 'again there is nothing to do' 0 "$?"

exit $failed
