// /healthz names every loop that has to run, also one that never gave a sign of life: what it does not name nobody misses.
import { execFileSync } from 'node:child_process'
import { Client, assert, end, sql, status, test, until } from './lib.mjs'

const LOOPS = ['platform-post', 'activity-close', 'ledger-seal', 'order-clock', 'message-post', 'bank-clock']
const anyone = new Client()

test('each loop is named, and up', async () => {
	const { loops } = status(await anyone.getJson('/healthz'), 200).json
	assert.deepEqual(Object.keys(loops).sort(), [...LOOPS].sort())
	for (const name of LOOPS) assert.equal(loops[name], 'ok', name)
})

test('a loop that is silent, and one that never said anything, are down; nothing that is no loop is named', async () => {
	execFileSync('nginx/suite', ['stop', 'loops'])
	try {
		sql("DELETE FROM beat WHERE program = 'ledger-seal'")
		sql("UPDATE beat SET seen_at = NOW(3) - INTERVAL 3 MINUTE WHERE program = 'activity-close'")
		sql("INSERT INTO beat (program, host, seen_at) VALUES ('elsewhere', 'x', NOW(3) - INTERVAL 1 DAY)")
		const { loops, status: all } = status(await anyone.getJson('/healthz'), 503).json
		assert.equal(all, 'down')
		assert.deepEqual(loops, { 'platform-post': 'ok', 'activity-close': 'down', 'ledger-seal': 'down', 'order-clock': 'ok', 'message-post': 'ok', 'bank-clock': 'ok' })
	} finally {
		sql("DELETE FROM beat WHERE program = 'elsewhere'")
		execFileSync('nginx/suite', ['start', 'loops'])
	}
	await until(async () => (await anyone.getJson('/healthz')).status === 200, 60_000)
})

await end()
