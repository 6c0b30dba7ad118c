// The time bank while its workers are killed: under 64 transfers at once, by pages, and by the library; and its loop, ended at one system
// call after the other. All accounts sum to zero at every look, nothing is booked twice, nothing is lost. Shorter without FAULTS_FULL=1.
//
// log-allowed: bank
// log-allowed: bank-clock
import { execFileSync, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { assert, cleanup, end, sql, staff, test, until, value } from '../http/lib.mjs'
import { accountOf, aged, balance, bankOn, entries, holds, personOf, saved } from '../http/lib/bank.mjs'
import { without } from '../http/lib/loop.mjs'
import { called } from '../http/lib/order.mjs'
import { sealed } from '../http/lib/sealed.mjs'
import { BUILD, workFolder } from './lib/poster.mjs'
import { tracing } from './lib/sweep.mjs'
import { full, seed, table } from './lib/table.mjs'

const { VAR = 'var' } = process.env
const PEOPLE = 16, AT_ONCE = 64, HAS = 6000, EACH = 10
const SECONDS = full ? 60 : 6, KILL_EVERY = 400, MOST = 60, RECORDS = full ? 40 : 4
const dir = workFolder()
const clerk = await staff('liwei')
await bankOn({ beyond: 'none' })
cleanup(() => sql("UPDATE timebank_rule SET state = 'off'"))
const { struck, print, random } = table('workers of the time bank killed')
const total = () => value('SELECT COALESCE(SUM(balance_minutes), 0) FROM timebank_account')

/** Looks again and again until it is told to stop; how often it looked. */
function looking() {
	let over = false, looks = 0
	const done = (async () => {
		for (; !over; looks++) {
			assert.equal(total(), '0', `look ${looks}: all accounts together`)
			assert.equal(value('SELECT COUNT(*) FROM timebank_account WHERE balance_minutes < floor_minutes'), '0', 'below a limit')
			await pause(60)
		}
	})()
	return async () => {
		over = true
		await done
		return looks
	}
}

const FIRST = 9_000_000
/** Accounts in a row, of people whom nobody meets, each with what it holds by one entry. */
function crowd() {
	if (value('SELECT COUNT(*) FROM timebank_account WHERE id = ?', [FIRST]) !== '0') return
	sql(`SET @s = (SELECT MIN(id) FROM station);
		INSERT IGNORE INTO timebank_account (uid, kind, station_id, floor_minutes) VALUES (RANDOM_BYTES(16), 'mint', @s, -1000000000000);
		SET @m = (SELECT id FROM timebank_account WHERE station_id = @s AND station_kind = 'mint'); START TRANSACTION;
		INSERT INTO person (id, uid, name, birth_on) SELECT ${FIRST} + seq, RANDOM_BYTES(16), '储户', '1960-01-01' FROM seq_0_to_${AT_ONCE - 1};
		INSERT INTO timebank_account (id, uid, kind, station_id, person_id, balance_minutes) SELECT ${FIRST} + seq, RANDOM_BYTES(16), 'person', @s, ${FIRST} + seq, 600
			FROM seq_0_to_${AT_ONCE - 1};
		INSERT INTO timebank_entry (uid, from_id, to_id, minutes, kind, station_id, from_after, to_after) SELECT RANDOM_BYTES(16), @m, ${FIRST} + seq, 600, 'merge', @s, 0, 600
			FROM seq_0_to_${AT_ONCE - 1};
		UPDATE timebank_account SET balance_minutes = balance_minutes - 600 * ${AT_ONCE} WHERE id = @m; COMMIT`)
}

function workers(name) {
	try {
		const pid = Number(readFileSync(`${VAR}/run/${name}.pid`, 'utf8').split(' ')[0])
		return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean).map(Number)
	} catch {
		return undefined
	}
}
const start = () => execFileSync('nginx/suite', ['start', 'programs'], { env: process.env, stdio: 'ignore' })

test('64 gifts and donations at once by pages, workers killed: each is booked once, and is when it was answered so', async () => {
	const people = []
	for (let i = 0; i < PEOPLE; i++) people.push(await aged(40 + i))
	for (const p of people) saved(p.no, HAS)
	const uid = people.map((p) => value('SELECT LOWER(HEX(uid)) FROM person WHERE id = ?', [personOf(p.no)]))
	people.forEach((p, i) => sql(`INSERT INTO timebank_kin (uid, station_id, person_id, kin_id, relation, paper, seen_by, seen_at)
		SELECT RANDOM_BYTES(16), 1, LEAST(?, ?), GREATEST(?, ?), 'sibling', 'book', id, NOW() FROM staff WHERE login = 'liwei'`,
	[personOf(p.no), personOf(people[(i + 1) % PEOPLE].no), personOf(p.no), personOf(people[(i + 1) % PEOPLE].no)]))
	const before = Number(value("SELECT COUNT(*) FROM timebank_entry WHERE kind IN ('give', 'donate')"))
	const stop = looking(), seen = { asked: 0, repeated: 0, kills: 0, booked: 0 }
	const ending = Date.now() + SECONDS * 1000
	/** One tap: repeated with the same form until it is answered, as a person does. */
	const tap = async (i, n) => {
		const p = people[i], gift = n % 3 > 0
		let key
		for (let tries = 0; tries < MOST; tries++) {
			try {
				key ??= (await p.client.getJson('/bank/give')).page?.Key
				const r = key && await p.client.post(gift ? '/bank/give' : '/bank/donate', gift ? { to: uid[(i + 1) % PEOPLE], minutes: String(EACH), confirm: '1', key }
					: { donated: String(EACH), confirm_donated: '1', key })
				if (r?.status === 303) return seen.booked++
				if (r && ![502, 503, 504].includes(r.status)) assert.equal(r.status, 303, r.text?.slice(0, 200))
			} catch (error) {
				if (error instanceof assert.AssertionError) throw error
			}
			seen.repeated++
			await pause(100 + Math.floor(random() * 200))
		}
		assert.fail('no answer')
	}
	const line = async (k) => {
		for (let n = 0; Date.now() < ending; n++) {
			seen.asked++
			await tap(k % PEOPLE, n + k)
		}
	}
	const killer = (async () => {
		while (Date.now() < ending) {
			const pids = workers('bank')
			if (!pids) start()
			else if (pids.length) {
				process.kill(pids[Math.floor(random() * pids.length)], 'SIGKILL')
				seen.kills++
			}
			await pause(KILL_EVERY)
		}
		if (!workers('bank')) start()
	})()
	await Promise.all([...Array.from({ length: AT_ONCE }, (_, k) => line(k)), killer])
	const looks = await stop()
	assert.equal(Number(value("SELECT COUNT(*) FROM timebank_entry WHERE kind IN ('give', 'donate')")) - before, seen.booked, 'what was answered is booked, once')
	assert.equal(seen.booked, seen.asked)
	const left = people.reduce((n, p) => n + balance(p.no), 0)
	const donated = Number(value("SELECT COALESCE(SUM(minutes), 0) FROM timebank_entry WHERE kind = 'donate'"))
	assert.equal(left + donated, PEOPLE * HAS, 'nothing is lost')
	holds()
	struck('kill -9 of a worker under 64 requests', seen.kills, `${seen.booked} booked once, ${seen.repeated} asked again, ${looks} looks`)
}, { timeout: 600_000 })

test('64 transfers at once by the library, killed at random: nothing is left in the middle', async () => {
	crowd()
	const running = new Set(), before = Number(value('SELECT COUNT(*) FROM timebank_entry'))
	let kills = 0, over = false, said = ''
	const begin = () => {
		const child = spawn(`${BUILD}/bench/bank_move`, [String(FIRST), String(FIRST + AT_ONCE - 1), '0'], { stdio: ['ignore', 'ignore', 'pipe'], env: process.env })
		running.add(child)
		child.stderr.on('data', (d) => (said += d))
		child.on('close', (code, signal) => {
			running.delete(child)
			if (!over && signal) begin()
		})
	}
	for (let i = 0; i < AT_ONCE; i++) begin()
	const stop = looking(), ending = Date.now() + SECONDS * 500
	while (Date.now() < ending) {
		await pause(20 + Math.floor(random() * 80))
		const victim = [...running][Math.floor(random() * running.size)]
		assert.ok(victim, said)
		victim.kill('SIGKILL')
		kills++
	}
	over = true
	for (const child of running) child.kill('SIGKILL')
	await until(() => !running.size, 20_000, { what: 'all ended' })
	const looks = await stop(), moved = Number(value('SELECT COUNT(*) FROM timebank_entry')) - before
	assert.equal(said, '')
	assert.ok(moved > kills / 4, `${moved} moved`)
	holds()
	struck('kill -9 of a transfer among 64', kills, `${moved} moved, ${looks} looks, all zero`)
}, { timeout: 300_000 })

test('a transfer ended at one system call after the other: it was, or it was not', () => {
	crowd()
	const { lines, calls: callsOf, endAt } = tracing({}, dir, 'bench/bank_move', [String(FIRST), String(FIRST + 1), '1'])
	const moves = () => Number(value(`SELECT COUNT(*) FROM timebank_entry WHERE from_id IN (${FIRST}, ${FIRST + 1})`))
	const pass = lines(), calls = callsOf(pass.lines).slice(pass.from), stride = Math.max(1, Math.floor(calls.length / (full ? 1000 : 20)))
	let killed = 0, tried = 0, moved = 0
	for (let i = seed % stride; i < calls.length; i += stride) {
		const before = moves()
		tried++
		killed += endAt(calls[i])
		assert.ok([0, 1].includes(moves() - before), `call ${i}`)
		moved += moves() - before
		holds()
	}
	assert.ok(killed >= tried * 0.4, `${killed} of ${tried} ended`)
	struck('kill -9 of a transfer at a system call', killed, `${calls.length} calls; ${moved} moved, the others not at all`)
}, { timeout: 600_000 })

test('the loop ended at one system call after the other: each hour is saved once, each reservation returned once', async () => {
	await without('bank-clock')
	const env = { ZYZ_CONF: `${VAR}/conf` }
	const { lines, calls: callsOf, endAt } = tracing(env, dir, 'bank-clock')
	const savers = []
	for (let i = 0; i < 4; i++) savers.push(await aged(66))
	await sealed([savers[0]], 2, { head: false })
	const pass = lines(), calls = callsOf(pass.lines).slice(pass.from)
	assert.equal(entries(savers[0].no).length, 2, 'the pass that was traced saved two hours')
	// A reservation for each that its order gives back.
	for (const v of savers) saved(v.no, 30)
	const orders = []
	for (const v of savers) {
		const no = await called(clerk, { phone: v.form.phone })
		assert.equal((await v.client.submit('/bank/draw', { order_no: no, minutes: '30' })).status, 303)
		assert.equal((await clerk.post(`/order/desk/${no}/cancel`)).status, 303)
		orders.push(no)
	}
	await sealed(savers.slice(1), RECORDS, { head: false })
	let killed = 0, tried = 0
	const stride = Math.max(1, Math.floor(calls.length / (full ? 200 : 10))), stop = looking()
	for (let i = seed % stride; i < calls.length; i += stride) {
		tried++
		killed += endAt(calls[i])
		await pause(0)
	}
	for (let i = 0; i < 3; i++) lines()
	const looks = await stop()
	assert.ok(killed >= tried * 0.4, `${killed} of ${tried} ended`)
	for (const v of savers) {
		const n = v === savers[0] ? 2 : RECORDS
		const list = entries(v.no).sort()
		assert.deepEqual(list, [...Array(n).fill('earn 95'), 'note_in 30', 'release 30', 'reserve -30'].sort(), v.no)
		assert.equal(Number(accountOf(v.no).balance_minutes), n * 95 + 30)
	}
	holds()
	struck('kill -9 of bank-clock at a system call', killed, `${calls.length} calls; ${savers.length} accounts and ${orders.length} reservations right, ${looks} looks`)
}, { timeout: 600_000 })

await end()
print()
