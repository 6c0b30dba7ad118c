// Every program and loop of the suite has given up what it does not need; what is left when one is captured is tried by
// tests/db/hostile_test.c.
import { readFileSync, readdirSync } from 'node:fs'
import { Client, assert, end, status, test } from './lib.mjs'

const { VAR = 'var', BUILD = 'build' } = process.env
const CALL = ['account', 'message-post', 'platform-post']

const processes = readdirSync('/proc').filter((p) => /^\d+$/.test(p)).flatMap((pid) => {
	try {
		const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0')[0]
		const ours = readFileSync(`/proc/${pid}/environ`, 'utf8').includes(`ZYZ_RUN_DIR=${VAR}/run`)
		const name = command.startsWith(`${BUILD}/bin/`) && ours ? command.split('/').pop() : null
		return name && !name.startsWith('zyz') ? [{ name, status: readFileSync(`/proc/${pid}/status`, 'utf8') }] : []
	} catch { return [] }
})

test('all of them, workers too, are under a filter and get no new rights', () => {
	const names = new Set(processes.map((p) => p.name))
	assert.ok(names.has('needs') && names.has('account') && names.has('ledger-seal') && names.size >= 15, [...names].join())
	for (const p of processes) {
		assert.match(p.status, /^Seccomp:\s*2$/m, p.name)
		assert.match(p.status, /^NoNewPrivs:\s*1$/m, p.name)
	}
})

test('the log of each says what it gave up; only those of the table may call', () => {
	for (const name of new Set(processes.map((p) => p.name))) {
		const log = readFileSync(`${VAR}/log/${name}.log`, 'utf8')
		assert.match(log, CALL.includes(name) ? /sandbox: starts no program, reads no key but its own$/m : /sandbox: starts no program, reads no key but its own, calls nobody$/m, name)
	}
})

test('and serve as before', async () => {
	status(await new Client().getJson('/healthz'), 200)
})

await end()
