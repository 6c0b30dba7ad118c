// The first process of a program forks workers: one that dies is replaced, all end with it, and however often they die
// as they are born it goes on, more slowly.
import { readFileSync } from 'node:fs'
import { assert, end, status, test, until } from './lib.mjs'
import { ownProgram } from './lib/fcgi.mjs'

const WORKERS = 3
const alive = (pid) => {
	try {
		return !/^\d+ \(.*\) Z/.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))
	} catch {
		return false
	}
}
const workers = (p) => alive(p.pid)
	? readFileSync(`/proc/${p.pid}/task/${p.pid}/children`, 'utf8').split(' ').filter(Boolean).map(Number).filter(alive) : []
const start = async () => {
	const p = await ownProgram('station', { ZYZ_WORKERS: String(WORKERS) })
	await until(() => workers(p).length === WORKERS, 20_000, { what: 'all workers run' })
	return p
}
const gone = (pids) => until(() => !pids.some(alive), 20_000, { what: 'the workers have ended' })
const help = async (p) => status(await p.ask('GET', '/station/help', { accept: 'text/html' }), 200)

test('a worker that dies is replaced, the others go on', async () => {
	const p = await start()
	const [first, ...others] = workers(p)
	await help(p)
	process.kill(first, 'SIGKILL')
	const now = await until(() => !alive(first) && workers(p).length === WORKERS && workers(p), 20_000, { what: 'another worker' })
	for (const pid of others) assert.ok(now.includes(pid), `${pid} goes on`)
	for (let i = 0; i < 2 * WORKERS; i++) await help(p)
	assert.match(p.log(), new RegExp(`worker ${first}: signal 9`))
	assert.equal(await p.stop(), 0)
	await gone(now)
})

test('all end in order when the first is asked to, and by themselves when it dies', async () => {
	const p = await start()
	const pids = workers(p)
	assert.equal(await p.stop(), 0)
	await gone(pids)
	const q = await start()
	const orphans = workers(q)
	process.kill(q.pid, 'SIGKILL')
	await gone(orphans)
})

test('when they die as they are born the first process waits longer and longer, and never gives up', async () => {
	const p = await start(), killed = new Set()
	await until(() => {
		for (const pid of workers(p))
			if (killed.size < 20 && !killed.has(pid)) process.kill(pid, 'SIGKILL') && killed.add(pid)
		return killed.size === 20
	}, 60_000, { every: 5, what: 'twenty deaths' })
	assert.ok(alive(p.pid))
	await until(() => workers(p).length === WORKERS, 30_000, { what: 'all workers run again' })
	await help(p)
	const said = await p.ask('GET', '/', { params: { ZYZ_HEALTH: '1' } })
	assert.match(said.text, /^zyz-health ok 20 /m)
	assert.equal(await p.stop(), 0)
})

await end()
