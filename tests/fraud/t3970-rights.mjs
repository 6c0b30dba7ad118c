// Whoever gets hold of a program's connection to the database: what was written down stays as it was written.
import { spawnSync } from 'node:child_process'
import { userInfo } from 'node:os'
import { assert, attempt, cleanup, sql, table, test, value } from './lib.mjs'

const { BUILD = 'build', VAR = 'var', DB_SOCKET = `${VAR}/run/mysql.sock` } = process.env
const SCHEMA = value('SELECT DATABASE()')
const columnOf = (t) => value(`SELECT column_name FROM information_schema.columns WHERE table_schema = DATABASE() AND table_name = ?
	ORDER BY ordinal_position LIMIT 1`, [t])
const added = sql(`SELECT table_name t FROM information_schema.tables WHERE table_schema = DATABASE()
	AND table_comment LIKE '%insert-only%' ORDER BY table_name`).map((r) => r.t)

/** Runs SQL as an account of the programs; the number of the error, or 0. */
function as(account, text) {
	const r = spawnSync('mariadb', ['--no-defaults', `--socket=${DB_SOCKET}`, `--user=${account}`, '-BN', '-e', text, SCHEMA], { encoding: 'utf8' })
	return Number(/ERROR (\d+)/.exec(r.stderr)?.[1] ?? r.status)
}
const admin = (...words) => spawnSync(`${BUILD}/bin/zyz-admin`, words, {
	encoding: 'utf8', env: { ...process.env, ZYZ_DB_USER: userInfo().username },
})
/** Every row of a table as one hash. */
function rowsOf(t) {
	const columns = sql(`SELECT column_name c FROM information_schema.columns WHERE table_schema = DATABASE() AND table_name = ?`, [t])
		.map(({ c }) => `COALESCE(HEX(${c}), 'NULL')`)
	return sql(`SELECT SHA2(CONCAT_WS('|', ${columns.join(', ')}), 256) h FROM ${t}`).map(({ h }) => h)
}

test('the tables that may only be added to are known by their comments', () => {
	for (const t of ['audit', 'unmask', 'ledger_event', 'ledger_leaf', 'tree_head', 'attempt', 'timebank_entry', 'green_entry'])
		assert.ok(added.includes(t), t)
})

for (const t of added)
	attempt(`${t} rewritten with the program's own account`, 'SQL', async () => {
		const column = columnOf(t)
		const before = rowsOf(t)
		for (const text of [`UPDATE ${t} SET ${column} = ${column}`, `DELETE FROM ${t}`, `REPLACE INTO ${t} SELECT * FROM ${t}`,
			`INSERT INTO ${t} SELECT * FROM ${t} ON DUPLICATE KEY UPDATE ${column} = VALUES(${column})`, `TRUNCATE ${t}`, `DROP TABLE ${t}`,
			`ALTER TABLE ${t} COMMENT ''`, `RENAME TABLE ${t} TO ${t}_old`])
			assert.equal(as('zyz', text), 1142, text)
		assert.equal(as('zyz', `SELECT ${column} FROM ${t} LIMIT 1`), 0)
		// the programs themselves may have added some meanwhile; each that was there is there as it was
		const after = new Set(rowsOf(t))
		assert.deepEqual(before.filter((h) => !after.has(h)), [])
		return 'rights of the account: error 1142, eight ways'
	})
attempt('constraints of a record taken away with the program\'s own account', 'SQL', async () => {
	assert.equal(as('zyz', 'ALTER TABLE service_record DROP CONSTRAINT service_record_two_persons'), 1142)
	assert.equal(as('zyz', 'CREATE TRIGGER t BEFORE INSERT ON service_record FOR EACH ROW SET NEW.minutes = 1'), 1142)
	return 'rights of the account: error 1142'
})
attempt('more rights given by the program\'s own account', 'SQL', async () => {
	assert.equal(as('zyz', `GRANT UPDATE ON ${SCHEMA}.audit TO zyz@localhost`), 1142)
	assert.equal(as('zyz', `UPDATE mysql.tables_priv SET table_priv = 'Update'`), 1142)
	return 'rights of the account: error 1142'
})

const ACCOUNT = 'zyz_t3970'
cleanup(() => sql(`DROP USER IF EXISTS ${ACCOUNT}@localhost; DROP TABLE IF EXISTS t3970_kept, t3970_changed`))
test('what an older installation gave on the whole schema is taken back', () => {
	sql(`DROP USER IF EXISTS ${ACCOUNT}@localhost; CREATE USER ${ACCOUNT}@localhost IDENTIFIED BY '';
		GRANT SELECT, INSERT, UPDATE, DELETE ON ${SCHEMA}.* TO ${ACCOUNT}@localhost`)
	assert.equal(as(ACCOUNT, 'UPDATE audit SET id = id WHERE id = 0'), 0, 'as it was')
	const r = admin('grant', ACCOUNT)
	assert.equal(r.status, 0, r.stderr)
	assert.equal(as(ACCOUNT, 'UPDATE audit SET id = id WHERE id = 0'), 1142)
	assert.equal(as(ACCOUNT, 'UPDATE person SET id = id WHERE id = 0'), 0)
})
test('new tables, and those that became insert-only, follow with the next migration', () => {
	sql(`CREATE TABLE t3970_kept (a INT) COMMENT 'insert-only'; CREATE TABLE t3970_changed (a INT);
		GRANT SELECT, INSERT, UPDATE, DELETE ON ${SCHEMA}.t3970_kept TO ${ACCOUNT}@localhost`)
	const r = admin('migrate')
	assert.equal(r.status, 0, r.stderr)
	for (const account of ['zyz', ACCOUNT]) {
		assert.equal(as(account, 'INSERT INTO t3970_kept VALUES (1)'), 0)
		assert.equal(as(account, 'UPDATE t3970_kept SET a = 2'), 1142)
		assert.equal(as(account, 'INSERT INTO t3970_changed VALUES (1); UPDATE t3970_changed SET a = 2; DELETE FROM t3970_changed'), 0)
	}
})
test('an account is a plain name', () => {
	for (const name of ['', 'zyz`@localhost; DROP TABLE audit; --', 'zyz\'', 'a'.repeat(65)]) {
		const r = admin('grant', name)
		assert.equal(r.status, 1, name)
		assert.match(r.stderr, /odd name of an account/)
	}
	const r = admin('grant', 'zyz_t3970_nobody')
	assert.equal(r.status, 1)
	assert.match(r.stderr, /no account zyz_t3970_nobody@localhost/)
	assert.equal(value(`SELECT COUNT(*) FROM mysql.global_priv WHERE user = 'zyz_t3970_nobody'`), '0', 'and none is made')
})

await table()
