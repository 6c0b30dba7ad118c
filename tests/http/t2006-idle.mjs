// A suite that nobody uses asked its database 26 times a second. Its loops rest now, and are woken by whoever makes work.
import { execFileSync, spawnSync } from 'node:child_process'
import { readFileSync, readdirSync } from 'node:fs'
import { Client, assert, cleanup, end, sql, status, test, until, value } from './lib.mjs'
import { newVolunteer } from './lib/person.mjs'
import { effectiveHours, staff } from './lib/activity.mjs'

const { VAR = 'var', BUILD = 'build', PORT } = process.env
const WAKE_MS = 3000 // a second of ours, on a machine that has much else to do

/** Loops as they are delivered, not as tests want them. */
const loops = (env) => {
	execFileSync('nginx/suite', ['stop', 'loops'], { stdio: 'ignore' })
	execFileSync('nginx/suite', ['start', 'loops'], { env: { ...process.env, ...env }, stdio: 'ignore' })
}
cleanup(() => loops({}))
const delivered = { ZYZ_LOOP_IDLE_MS: '30000', ZYZ_SEAL_IDLE_MS: '1000', ZYZ_POST_IDLE_MS: '2000' }
const questions = () => Number(sql("SHOW GLOBAL STATUS LIKE 'Questions'")[0].Value)

/** CPU ticks (of a hundredth of a second) of all programs, loops, nginx and the database. */
function ticks() {
	let sum = 0
	for (const pid of readdirSync('/proc').filter((p) => /^\d+$/.test(p))) {
		try {
			const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8')
			const home = readFileSync(`/proc/${pid}/environ`, 'utf8')
			if (!command.includes(VAR) && !(home.includes(`ZYZ_RUN_DIR=${VAR}/run`) && command.includes(BUILD)))
				continue
			const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\) /, '').split(' ')
			sum += Number(fields[11]) + Number(fields[12])
		} catch { /* it has ended */ }
	}
	return sum
}
const pause = (ms) => new Promise((go) => { setTimeout(go, ms) })

test('nobody does anything: two statements a second at most, and half a hundredth of a core', async () => {
	loops(delivered)
	await until(() => value("SELECT COUNT(*) FROM beat WHERE seen_at > NOW(3) - INTERVAL 5 SECOND") === '6', 30_000, { what: 'all loops have begun' })
	await until(() => value('SELECT COUNT(*) FROM outbox_todo') === '0' &&
		value("SELECT COUNT(*) FROM outbox WHERE state IN ('waiting', 'leased')") === '0', 60_000, { what: 'nothing is left to post' })
	await pause(3000)
	const [asked, busy] = [questions(), ticks()]
	await pause(30_000)
	const [more, spent] = [questions() - asked, ticks() - busy]
	assert.ok(more <= 62, `${more} statements in 30 s`)
	assert.ok(spent <= 15, `${spent} ticks in 30 s`)
	console.log(`# ${(more / 30).toFixed(2)} statements a second, ${(spent / 30).toFixed(2)} % of a core`)
})

test('what is decided then is sealed, told and posted at once', async () => {
	const [clerk, reviewer] = await Promise.all([staff('liwei'), staff('wangfang')])
	const v = await newVolunteer(), [before] = [value('SELECT MAX(id) FROM ledger_event') ?? '0']
	await effectiveHours(clerk, reviewer, v)
	const began = Date.now()
	const took = async (what, rows) => {
		await until(() => value(rows) !== '0', WAKE_MS, { every: 20, what })
		console.log(`# ${what} after ${Date.now() - began} ms`)
		assert.ok(Date.now() - began < WAKE_MS, what)
	}
	assert.notEqual(value('SELECT MAX(id) FROM ledger_event'), before)
	await took('sealed', `SELECT COUNT(*) FROM ledger_leaf WHERE event_id > ${before}`)
	await took('posted or passed over', 'SELECT COUNT(*) = 0 FROM outbox_todo')
})

test('healthz knows that a resting loop is none that is lost', async () => {
	status(await new Client().getJson('/healthz'), 200)
})

test('a port that is taken is said before anything is started', () => {
	const r = spawnSync('nginx/suite', ['start'], { env: { ...process.env, VAR: `${VAR}/other`, PORT }, encoding: 'utf8' })
	assert.equal(r.status, 1)
	assert.match(r.stderr, new RegExp(`port ${PORT} of 127\\.0\\.0\\.1 is taken`))
	assert.deepEqual(readdirSync(`${VAR}/other/run`), [])
})

await end()
