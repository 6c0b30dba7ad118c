// The sealer: places without gaps in whatever order events commit, only events that bear the mark, heads when they are due,
// and nothing built on a ledger that was changed.
import { spawn } from 'node:child_process'
import { assert, Client, end, test, until } from './lib.mjs'
import { newLedger } from './lib/ledger.mjs'

const ledger = await newLedger('t2657', 400, new Client())
const { DB_SOCKET } = process.env
const waiting = () => ledger.number(`SELECT COUNT(*) FROM ledger_event e LEFT JOIN ledger_leaf l ON l.event_id = e.id WHERE l.seq IS NULL`)
const placeOf = (id) => Number(ledger.value(`SELECT seq FROM ledger_leaf WHERE event_id = ${id}`) ?? -1)
const gaps = () => ledger.number('SELECT COUNT(*) - COALESCE(MAX(seq), -1) - 1 FROM ledger_leaf')
const lastHead = () => ledger.sql('SELECT no, size, at_ms, HEX(root) root FROM tree_head ORDER BY no DESC LIMIT 1')[0]

async function running(fn, env) {
	const child = ledger.start('ledger-seal', env)
	try {
		await fn(child)
	} finally {
		await ledger.stop(child)
	}
	return child.said
}

test('an empty ledger has no head; the first event gets place 0 and the first head', async () => {
	const said = await running(async () => {
		await until(() => ledger.number("SELECT COUNT(*) FROM beat WHERE program = 'ledger-seal'"), 20_000, { what: 'a sign of life' })
		assert.equal(ledger.number('SELECT COUNT(*) FROM tree_head'), 0)
		ledger.give(1)
		await ledger.settled()
	})
	assert.equal(ledger.number('SELECT seq FROM ledger_leaf'), 0)
	assert.equal(lastHead().no, '0')
	assert.doesNotMatch(said, / error /)
})

test('events are sealed in the order of their ids, whatever the size of a batch', async () => {
	ledger.give(99)
	await ledger.sealed({ ZYZ_SEAL_BATCH: '7' })
	assert.equal(ledger.number(`SELECT COUNT(*) FROM ledger_leaf a JOIN ledger_leaf b ON b.seq = a.seq + 1 WHERE b.event_id < a.event_id`), 0)
	assert.equal(gaps(), 0)
	assert.equal(ledger.verifyDump().status, 0)
})

/** One connection whose transaction stays open. */
function session() {
	const child = spawn('mariadb', ['--no-defaults', `--socket=${DB_SOCKET}`, '-BN', '--unbuffered', ledger.db], { stdio: ['pipe', 'pipe', 'pipe'] })
	let said = ''
	child.stdout.on('data', (text) => (said += text))
	const over = new Promise((resolve) => child.on('close', resolve))
	let mark = 0
	return {
		/** Runs statements and waits until they were run. */
		async run(text) {
			const sign = `done ${++mark}`
			child.stdin.write(`${text}; SELECT '${sign}';\n`)
			await until(() => said.includes(sign), 20_000, { what: text })
		},
		async close() {
			child.stdin.end()
			await over
		},
	}
}
const COLUMNS = 'uid, kind, record_uid, version, fields, commitment, mark, at'
const slip = (id) => `INSERT INTO ledger_event (id, ${COLUMNS}) SELECT ${id}, ${COLUMNS} FROM reserve ORDER BY id LIMIT 1;
	DELETE FROM reserve ORDER BY id LIMIT 1`

test('an event with a smaller id that commits later is not lost', async () => {
	const next = ledger.number('SELECT MAX(id) FROM ledger_event') + 1
	const late = session()
	await late.run(`START TRANSACTION; ${slip(next)}`)
	await running(async () => {
		/* The reserve's first row is locked by the late one, so the quick one takes the last. */
		ledger.sql(`INSERT INTO ledger_event (id, ${COLUMNS}) SELECT ${next + 1}, ${COLUMNS} FROM reserve ORDER BY id DESC LIMIT 1;
			DELETE FROM reserve ORDER BY id DESC LIMIT 1`)
		await until(() => placeOf(next + 1) >= 0, 20_000, { what: 'the quick one sealed' })
		assert.equal(placeOf(next), -1)
		await late.run('COMMIT')
		await until(() => placeOf(next) >= 0, 20_000, { what: 'the late one sealed' })
		await ledger.settled()
	})
	await late.close()
	assert.equal(placeOf(next), placeOf(next + 1) + 1)
	assert.equal(ledger.verifyDump().status, 0)
})

test('however far behind it comes', async () => {
	const far = ledger.number('SELECT MAX(id) FROM ledger_event') + 1
	ledger.give(5, far + 20_000)
	await running(async () => {
		await until(() => waiting() === 0, 20_000, { what: 'those in front sealed' })
		ledger.sql(slip(far))
		await until(() => placeOf(far) >= 0, 30_000, { what: 'the one far behind sealed' })
	})
	/* And when the sealer was started only afterwards. */
	ledger.sql(slip(far + 1))
	await running(() => until(() => placeOf(far + 1) >= 0, 30_000, { what: 'found after a start' }))
	assert.equal(gaps(), 0)
})

test('an event without the mark of the programs is not sealed; the others are', async () => {
	const before = ledger.leaves()
	ledger.give(3)
	ledger.sql(`UPDATE ledger_event SET mark = NULL ORDER BY id DESC LIMIT 1;
		INSERT INTO ledger_event (${COLUMNS}) SELECT RANDOM_BYTES(16), kind, RANDOM_BYTES(16), version, fields, commitment, mark, at FROM ledger_event
			ORDER BY id LIMIT 1`)
	const said = await running(async (child) => {
		await until(() => ledger.leaves() === before + 2, 20_000, { what: 'the honest ones sealed' })
		await until(() => (child.said.match(/does not bear our mark/g) ?? []).length >= 2, 20_000, { what: 'both named' })
		ledger.give(1)
		await until(() => ledger.leaves() === before + 3, 20_000, { what: 'going on' })
	})
	assert.equal(said.match(/does not bear our mark: not sealed/g).length, 2)
	assert.equal(waiting(), 2)
	ledger.sql('DELETE e FROM ledger_event e LEFT JOIN ledger_leaf l ON l.event_id = e.id WHERE l.seq IS NULL')
})

test('heads are not signed more often than is set, and again when nothing is new', async () => {
	await ledger.sealed()
	const first = lastHead()
	await running(async () => {
		ledger.give(1)
		await ledger.settled({ signed: false })
		assert.equal(lastHead().no, first.no)
	}, { ZYZ_SEAL_HEAD: '3600' })
	await ledger.sealed()
	const next = lastHead()
	assert.equal(Number(next.no), Number(first.no) + 1)
	assert.ok(Number(next.at_ms) - Number(first.at_ms) >= 1000)
	await running(() => until(() => Number(lastHead().no) >= Number(next.no) + 2, 20_000, { what: 'repeated heads' }), { ZYZ_SEAL_REPEAT: '1' })
	assert.equal(lastHead().size, next.size)
	assert.equal(lastHead().root, next.root)
	assert.equal(ledger.verifyDump().status, 0)
})

test('a lost connection is opened again', async () => {
	await running(async () => {
		ledger.give(1)
		await ledger.settled({ signed: false })
		const killed = () => ledger.sql(`SELECT id FROM information_schema.processlist WHERE db = '${ledger.db}' AND user = 'zyz_ledger-seal'`)
		await until(() => killed().length, 20_000, { what: 'its connection' })
		for (const { id } of killed()) ledger.sql(`KILL ${id}`)
		ledger.give(5)
		await ledger.settled()
	})
	assert.equal(gaps(), 0)
	assert.equal(ledger.verifyDump().status, 0)
})

/** The sealer finds it and seals nothing more; put right, it goes on. */
function stops(what, word, cheat, mend) {
	test(`${what}: nothing is sealed on top of it`, async () => {
		const before = ledger.leaves()
		ledger.cheat(`CREATE TABLE was_leaf LIKE ledger_leaf; INSERT INTO was_leaf SELECT * FROM ledger_leaf;
			CREATE TABLE was_head LIKE tree_head; INSERT INTO was_head SELECT * FROM tree_head; ${cheat}`)
		ledger.give(1)
		const now = ledger.leaves()
		const said = await running((child) => until(() => / error /.test(child.said), 20_000, { what: 'an error' }))
		assert.match(said, word)
		assert.equal(ledger.leaves(), now)
		ledger.cheat(`${mend}; DROP TABLE was_leaf; DROP TABLE was_head`)
		await ledger.sealed()
		assert.equal(ledger.leaves(), before + 1)
		assert.equal(ledger.verifyDump().status, 0)
	})
}
const leavesBack = 'DELETE FROM ledger_leaf; INSERT INTO ledger_leaf SELECT * FROM was_leaf'
const headsBack = 'DELETE FROM tree_head; INSERT INTO tree_head SELECT * FROM was_head'
stops('a leaf removed', /no leaf at place 20, the next is at 21/, 'DELETE FROM ledger_leaf WHERE seq = 20', leavesBack)
stops('a leaf changed', /the chain does not hold at place 20/, 'UPDATE ledger_leaf SET leaf = REVERSE(leaf) WHERE seq = 20', leavesBack)
stops('the tail cut off', /\d+ leaves, but head \d+ was signed over \d+/, 'DELETE FROM ledger_leaf WHERE seq > 20', leavesBack)
stops('a head over other leaves', /is not signed by us/, 'UPDATE tree_head SET root = REVERSE(root) ORDER BY no DESC LIMIT 1', headsBack)

test('a leaf that is changed under a running sealer stops it as well', async () => {
	const before = ledger.leaves()
	const said = await running(async (child) => {
		ledger.give(1)
		await ledger.settled({ signed: false })
		ledger.cheat('UPDATE ledger_leaf SET chain = REVERSE(chain) ORDER BY seq DESC LIMIT 1')
		ledger.give(1)
		await until(() => / error /.test(child.said), 20_000, { what: 'an error' })
	})
	assert.match(said, /the leaf at place \d+ was changed or removed/)
	assert.equal(ledger.leaves(), before + 1)
})
await end()
