// The sealer killed at any moment, and several sealers at once: no event is lost, none is sealed twice, no place is empty.
import { randomInt } from 'node:crypto'
import { assert, Client, end, test, until } from '../http/lib.mjs'
import { newLedger } from '../http/lib/ledger.mjs'

const EVENTS = 1800
const ledger = await newLedger('t2658', EVENTS, new Client())
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms))

/** Every event has one place, every place one event; the verifier finds nothing. */
function whole(n) {
	assert.equal(ledger.leaves(), n)
	assert.equal(ledger.number('SELECT MAX(seq) + 1 FROM ledger_leaf'), n)
	assert.equal(ledger.number('SELECT COUNT(DISTINCT event_id) FROM ledger_leaf'), n)
	const { status, out, err } = n === EVENTS ? ledger.verify() : ledger.verifyDump()
	assert.equal(status, 0, out + err)
	assert.match(out, new RegExp(`^ok: ${n} events sealed, 0 waiting`))
}

test('killed again and again at random moments, it loses and doubles nothing', async () => {
	let kills = 0
	ledger.give(600)
	for (const until = Date.now() + 60_000; ledger.leaves() < 600 && Date.now() < until; kills++) {
		const child = ledger.start('ledger-seal', { ZYZ_SEAL_BATCH: '1', ZYZ_SEAL_REPEAT: '1' })
		await pause(randomInt(5, 90))
		await ledger.stop(child, 'SIGKILL')
	}
	assert.ok(kills > 3, `only ${kills} kills`)
	await ledger.sealed()
	whole(600)
}, { timeout: 180_000 })

test('three sealers at once share the work without a word of error', async () => {
	const children = Array.from({ length: 3 }, () => ledger.start('ledger-seal', { ZYZ_SEAL_BATCH: '3', ZYZ_SEAL_REPEAT: '1' }))
	for (let i = 0; i < 6; i++) {
		ledger.give(100)
		await pause(randomInt(10, 60))
	}
	await ledger.settled({ events: 1200 })
	const said = await Promise.all(children.map((child) => ledger.stop(child)))
	for (const text of said) assert.doesNotMatch(text, / error /)
	const done = said.map((text) => Number(/stopped, (\d+) events sealed/.exec(text)[1]))
	assert.equal(done.reduce((a, b) => a + b), 600, `${done}`)
	whole(1200)
}, { timeout: 180_000 })

test('while some are killed, stopped and started again, the others go on', async () => {
	const env = { ZYZ_SEAL_BATCH: '4' }
	const children = [ledger.start('ledger-seal', env), ledger.start('ledger-seal', env)]
	for (let i = 0; i < 12; i++) {
		ledger.give(50)
		await pause(randomInt(5, 60))
		/* One sleeps in the middle of whatever it does, and wakes when the other has gone on. */
		children[0].kill('SIGSTOP')
		await pause(randomInt(5, 40))
		children[0].kill('SIGCONT')
		await ledger.stop(children.pop(), 'SIGKILL')
		children.push(ledger.start('ledger-seal', env))
	}
	await ledger.settled({ events: EVENTS })
	for (const child of children) assert.doesNotMatch(await ledger.stop(child), / error /)
	await until(() => ledger.number('SELECT COUNT(*) FROM tree_head') === ledger.number('SELECT MAX(no) + 1 FROM tree_head'), 5000)
	whole(EVENTS)
}, { timeout: 180_000 })
await end()
