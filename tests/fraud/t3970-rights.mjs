// Whoever gets hold of a program's connection to the database: what was written down stays as it was written.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { assert, attempt, cleanup, sql, staff, table, test, until, value } from './lib.mjs'

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
const admin = (word, env) => spawnSync(`${BUILD}/bin/zyz-admin`, [word], { encoding: 'utf8', env: { ...process.env, ...env } })
const lines = (program) => readFileSync(`${VAR}/log/${program}.log`, 'utf8').split('\n')
/** Every row of a table as one hash. */
function rowsOf(t) {
	const columns = sql(`SELECT column_name c FROM information_schema.columns WHERE table_schema = DATABASE() AND table_name = ?
		AND extra NOT LIKE '%GENERATED%'`, [t])
		.map(({ c }) => `COALESCE(HEX(${c}), 'NULL')`)
	return sql(`SELECT SHA2(CONCAT_WS('|', ${columns.join(', ')}), 256) h FROM ${t}`).map(({ h }) => h)
}

test('the tables that may only be added to are known by their comments', () => {
	for (const t of ['audit', 'unmask', 'ledger_event', 'ledger_leaf', 'tree_head', 'attempt', 'timebank_entry', 'green_entry'])
		assert.ok(added.includes(t), t)
})

for (const t of added)
	attempt(`${t} rewritten with the account of a program that adds to it`, 'SQL', async () => {
		const grantee = value(`SELECT COALESCE(MIN(grantee), 'zyz_account') FROM information_schema.table_privileges
			WHERE table_schema = DATABASE() AND table_name = ? AND privilege_type = 'INSERT'`, [t])
		const account = grantee.replaceAll("'", '').split('@')[0]
		const column = columnOf(t)
		const before = rowsOf(t)
		for (const text of [`UPDATE ${t} SET ${column} = ${column}`, `DELETE FROM ${t}`, `REPLACE INTO ${t} SELECT * FROM ${t}`,
			`INSERT INTO ${t} SELECT * FROM ${t} ON DUPLICATE KEY UPDATE ${column} = VALUES(${column})`, `TRUNCATE ${t}`, `DROP TABLE ${t}`,
			`ALTER TABLE ${t} COMMENT ''`, `RENAME TABLE ${t} TO ${t}_old`])
			assert.equal(as(account, text), 1142, text)
		assert.equal(as(account, `SELECT ${column} FROM ${t} LIMIT 1`), 0)
		// the programs themselves may have added some meanwhile; each that was there is there as it was
		const after = new Set(rowsOf(t))
		assert.deepEqual(before.filter((h) => !after.has(h)), [])
		return 'rights of the account: error 1142, eight ways'
	})

for (const [account, text, what] of [
	['zyz_needs', `UPDATE service_record SET minutes = minutes`, 'hours changed from the program that asks residents'],
	['zyz_recruit', `UPDATE volunteer_total SET minutes = minutes`, 'a sum raised from the program that signs up'],
	['zyz_training', `UPDATE staff_role SET role = 'manager'`, 'a role taken from the program that trains'],
	['zyz_commend', `INSERT INTO ledger_event (uid) VALUES (RANDOM_BYTES(16))`, 'an event of the ledger from the program that honours'],
	['zyz_training', `UPDATE certificate SET state = 'issued'`, 'a certificate revived from the program that trains'],
	['zyz_activity', `INSERT INTO tree_head (no) VALUES (1)`, 'a head of the ledger from the program that logs hours'],
	['zyz_needs', `UPDATE setting SET value = '1440'`, 'the day\'s limit lifted from the program that asks residents'],
])
	attempt(what, 'SQL', async () => {
		assert.equal(as(account, text), 1142)
		return `rights of ${account}: error 1142`
	})

test('a captured program gets 500, and a line in its log', async () => {
	// log-allowed: error needs .*1142 INSERT command denied to user
	const clerk = await staff('liwei')
	const need = () => clerk.post('/needs/ledger/new', { source: 'phone', category: '0001', description: 'TEST t3970' })
	sql(`REVOKE INSERT ON ${SCHEMA}.need FROM zyz_needs@localhost`)
	try {
		const before = lines('needs')
		assert.equal((await need()).status, 500)
		const said = () => lines('needs').slice(before.length - 1).join('\n')
		await until(() => /error needs .*1142 INSERT command denied to user/.test(said()), 5000, { what: 'its line in the log' })
		assert.doesNotMatch(said(), /TEST t3970/)
		assert.equal(value("SELECT COUNT(*) FROM need WHERE description = 'TEST t3970'"), '0')
	} finally {
		assert.equal(admin('grant').status, 0)
	}
	assert.equal((await need()).status, 303, 'and with its rights it writes')
	sql(`UPDATE need_count c JOIN need n ON n.station_id = c.station_id AND n.state = c.of_state AND n.category = c.category
		AND n.description = 'TEST t3970' SET c.n = c.n - 1; DELETE FROM need WHERE description = 'TEST t3970'`)
})

test('what an older installation gave on the whole schema is taken back', () => {
	sql(`GRANT SELECT, INSERT, UPDATE, DELETE ON ${SCHEMA}.* TO zyz_needs@localhost; GRANT UPDATE ON ${SCHEMA}.audit TO zyz_needs@localhost`)
	assert.equal(as('zyz_needs', 'UPDATE audit SET id = id WHERE id = 0; UPDATE person SET id = id WHERE id = 0'), 0, 'as it was')
	const r = admin('grant')
	assert.equal(r.status, 0, r.stderr)
	assert.equal(as('zyz_needs', 'UPDATE audit SET id = id WHERE id = 0'), 1142)
	assert.equal(as('zyz_needs', 'UPDATE person SET id = id WHERE id = 0'), 1142)
	assert.equal(as('zyz_needs', 'UPDATE need SET id = id WHERE id = 0; SELECT id FROM person LIMIT 1'), 0)
})

test('a table that became insert-only follows with the next migration', () => {
	const was = value(`SELECT table_comment FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'proxy'`)
	const write = () => [as('zyz_account', "SET sql_mode = ''; INSERT INTO proxy (id) SELECT id FROM proxy WHERE FALSE"), as('zyz_account', 'UPDATE proxy SET id = id')]
	const follow = (comment) => {
		sql('ALTER TABLE proxy COMMENT ?', [comment])
		const r = admin('migrate')
		assert.equal(r.status, 0, r.stderr)
	}
	assert.deepEqual(write(), [0, 0])
	try {
		follow('insert-only')
		assert.deepEqual(write(), [0, 1142])
	} finally {
		follow(was)
	}
	assert.deepEqual(write(), [0, 0])
})

test('names in the list of owners are plain, and it must be there', () => {
	const folder = mkdtempSync(join(tmpdir(), 'zyz-t3970.'))
	cleanup(() => rmSync(folder, { recursive: true }))
	const grant = () => admin('grant', { ZYZ_SQL_DIR: folder })
	assert.match(grant().stderr, /owners\.txt: No such file/)
	for (const name of ['zyz`@localhost; DROP TABLE audit; --', "zyz'", 'a'.repeat(65)]) {
		writeFileSync(join(folder, 'owners.txt'), `rights ${name} need\n`)
		const r = grant()
		assert.equal(r.status, 1, name)
		assert.match(r.stderr, /odd name/)
	}
	assert.equal(value("SELECT COUNT(*) FROM mysql.global_priv WHERE user LIKE 'zyz\\_zyz%' OR user LIKE 'zyz\\_aaa%'"), '0', 'and no account is made')
})

await table()
