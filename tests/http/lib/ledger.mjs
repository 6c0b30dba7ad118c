// ledger.mjs - a ledger of its own to seal, kill, check and spoil: a schema beside the station's, with events that the
// programs themselves wrote. Owns that schema and the processes it starts.
//
//	const ledger = await newLedger('t2655', 300)       // 300 marked events in reserve, none of them in the ledger
//	ledger.give(100)                                   // 100 events take place
//	await ledger.sealed()
//	assert.equal(ledger.verify().status, 0)
import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { sql } from './sql.mjs'
import { cleanup, until } from './tap.mjs'

const { BUILD = 'build', VAR = 'var', DB_SOCKET = `${VAR}/run/mysql.sock` } = process.env
const WAIT_MS = 120_000

export class Ledger {
	constructor(name) {
		this.db = `zyz_${name}`
		this.folder = mkdtempSync(`${tmpdir()}/zyz-${name}.`)
		this.env = {
			...process.env, ZYZ_DB_NAME: this.db, ZYZ_SEAL_HEAD: '1', ZYZ_SEAL_REPEAT: '3600', ZYZ_SEAL_IDLE_MS: '20',
		}
		this.running = new Set()
	}

	/** Rows of statements in this schema. */
	sql(text, values) {
		return sql(`USE ${this.db}; ${text}`, values)
	}
	value(text, values) {
		const row = this.sql(text, values)[0]
		return row && Object.values(row)[0]
	}
	number(text) {
		return Number(this.value(text))
	}

	/** Behind everybody's back; whole rows, of which generated columns are passed over. */
	cheat(text) {
		this.sql(`SET sql_mode = '', foreign_key_checks = 0, unique_checks = 0, check_constraint_checks = 0; ${text}`)
	}

	file(name, text) {
		const path = `${this.folder}/${name}`
		if (text !== undefined) writeFileSync(path, text)
		return path
	}

	/** Starts a program on this schema; what it says is in `said`. */
	start(program, env = {}) {
		const child = spawn(`${BUILD}/bin/${program}`, [], { stdio: ['ignore', 'ignore', 'pipe'], env: { ...this.env, ...env } })
		child.said = ''
		child.stderr.on('data', (text) => (child.said += text))
		child.over = new Promise((resolve) => child.on('close', resolve))
		this.running.add(child)
		child.over.then(() => this.running.delete(child))
		return child
	}
	async stop(child, signal = 'SIGTERM') {
		child.kill(signal)
		await child.over
		return child.said
	}

	/** `n` events of the reserve take place, with the next ids, or from `id` on. */
	give(n, id) {
		const columns = 'uid, kind, record_uid, version, fields, commitment, mark, at'
		const [first, firsts] = id === undefined ? ['', ''] : ['id, ', `${id - 1} + ROW_NUMBER() OVER (ORDER BY id), `]
		this.sql(`INSERT INTO ledger_event (${first}${columns}) SELECT ${firsts}${columns} FROM reserve ORDER BY id LIMIT ${n};
			DELETE FROM reserve ORDER BY id LIMIT ${n}`)
	}

	events = () => this.number('SELECT COUNT(*) FROM ledger_event')
	leaves = () => this.number('SELECT COUNT(*) FROM ledger_leaf')

	/** Waits until all events are sealed and, unless told otherwise, signed for. */
	settled({ signed = true, events = this.events() } = {}) {
		return until(() => this.leaves() === events
			&& (!signed || this.number('SELECT COALESCE(MAX(size), 0) FROM tree_head') === events), WAIT_MS, { what: `${events} events sealed` })
	}

	/** Runs a sealer until all is sealed and signed for. */
	async sealed(env) {
		const child = this.start('ledger-seal', env)
		try {
			await this.settled()
		} finally {
			await this.stop(child)
		}
		return child.said
	}

	run(args) {
		const { status, stdout, stderr } = spawnSync(`${BUILD}/bin/zyz-verify`, args, { encoding: 'utf8', env: this.env, maxBuffer: 1 << 28 })
		return { status, out: stdout, err: stderr }
	}
	at = () => ['--socket', DB_SOCKET, '--db', this.db]
	verify = (...more) => this.run(['ledger', ...this.at(), '--key', this.file('key'), ...more])
	dump = () => this.run(['dump', ...this.at()]).out
	/** The ledger alone: the records of events that are still in reserve would be called inserted. */
	verifyDump = () => this.run(['ledger', '--dump', this.file('dump', this.dump()), '--key', this.file('key')])

	async end() {
		for (const child of this.running) await this.stop(child, 'SIGKILL')
		sql(`DROP DATABASE IF EXISTS ${this.db}`)
		rmSync(this.folder, { recursive: true, force: true })
	}
}

/** Records under notice until yesterday, by SQL: one volunteer for each day of service, one activity for each. */
function plant(ledger, n) {
	ledger.sql(`SET @s = (SELECT MIN(id) FROM station), @f = (SELECT id FROM staff WHERE login = 'liwei'),
			@g = (SELECT id FROM staff WHERE login = 'wangfang');
		INSERT INTO activity (uid, no, station_id, title, content, category, starts_at, ends_at, place, region_code, state, created_by,
			published_by, published_at, record_due_on) SELECT UNHEX(MD5(CONCAT('activity', seq))), CONCAT('A26SEAL', seq), @s, '清洁家园', '清理楼道',
			'0009', '2025-01-01 09:00:00' + INTERVAL seq DAY, '2025-01-01 11:00:00' + INTERVAL seq DAY, '胜利社区', '610502002', 'notice', @f, @f,
			'2024-12-01 09:00:00', '2027-01-01' FROM seq_1_to_${Math.ceil(n / 50)};
		INSERT INTO service_record (uid, no, station_id, activity_id, person_id, served_on, starts_at, ends_at, minutes, evidence, category, content,
			activity_published_at, logger_id, logged_at, reviewer_id, reviewed_at, notice_until, state)
			SELECT UNHEX(MD5(CONCAT('record', t.seq))), CONCAT('R26SEAL', t.seq), a.station_id, a.id, p.id, DATE(a.starts_at), a.starts_at,
			a.starts_at + INTERVAL 60 + t.seq % 50 MINUTE, 60 + t.seq % 50, 'list', a.category, a.title, a.published_at, @f, a.ends_at, @g, a.ends_at,
			'2026-01-01', 'notice' FROM seq_1_to_${n} t JOIN activity a ON a.no = CONCAT('A26SEAL', CEIL(t.seq / 50))
			JOIN (SELECT id, ROW_NUMBER() OVER (ORDER BY id) AS n FROM person) p ON p.n = t.seq % 50 + 1;
		INSERT IGNORE INTO roster (activity_id, person_id, station_id) SELECT activity_id, person_id, station_id FROM service_record;
		INSERT IGNORE INTO attendance (uid, activity_id, person_id, station_id, direction, at, method) SELECT RANDOM_BYTES(16), r.activity_id,
			r.person_id, r.station_id, w.way, IF(w.way = 'in', r.starts_at, r.ends_at), 'list'
			FROM service_record r JOIN (SELECT 'in' AS way UNION SELECT 'out') w;
		INSERT IGNORE INTO volunteer_day (person_id, day, minutes) SELECT person_id, served_on, SUM(minutes) FROM service_record GROUP BY 1, 2`)
}

const admin = (ledger, command) => {
	const { status, stderr } = spawnSync(`${BUILD}/bin/zyz-admin`, [command], {
		encoding: 'utf8', env: ledger.env,
	})
	if (status !== 0) throw new Error(`zyz-admin ${command}: ${stderr}`)
}

/** The public key of the suite, in the form that /activity/ledger/key gives. */
export async function publicKey(client) {
	const text = (await client.get('/activity/ledger/key')).text
	if (!/^key [0-9a-f]{8} [0-9a-f]{64}\n/.test(text)) throw new Error(`no key: ${text}`)
	return text
}

/** A schema with n events that activity-close has written, all of them still in reserve. */
export async function newLedger(name, n, client) {
	const ledger = new Ledger(name)
	cleanup(() => ledger.end())
	sql(`DROP DATABASE IF EXISTS ${ledger.db}; CREATE DATABASE ${ledger.db} CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci`)
	for (const command of ['migrate', 'grant', 'demo']) admin(ledger, command)
	ledger.sql(`UPDATE service_record SET state = 'to_review', notice_until = NULL, reviewer_id = NULL, reviewed_at = NULL,
		second_reviewer_id = NULL, second_reviewed_at = NULL, mark = NULL WHERE state = 'notice'`)
	plant(ledger, n)
	admin(ledger, 'mark')
	const close = ledger.start('activity-close')
	await until(() => ledger.events() === n, WAIT_MS, { what: `${n} events` })
	await ledger.stop(close)
	ledger.sql(`CREATE TABLE reserve LIKE ledger_event; INSERT INTO reserve SELECT * FROM ledger_event; DELETE FROM ledger_event`)
	ledger.file('key', await publicKey(client))
	return ledger
}
