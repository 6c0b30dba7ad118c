// No process of ours may leave a core behind: it would carry opened id numbers and keys to the disk. The limit is read from
// the running process, of every program and loop of the suite and of every command.
import { execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { assert, cleanup, end, test, until } from './lib.mjs'

const { BUILD = 'build', VAR = 'var' } = process.env
const COMMANDS = { 'zyz-admin': () => ['staff', 't9040', '某人', 'clerk', '1'], 'zyz-verify': (fifo) => ['ledger', '--dump', fifo, '--key', fifo] }
const ALL = readdirSync('cgi')

const read = (path) => {
	try {
		return readFileSync(path, 'utf8')
	} catch {
		return ''
	}
}
/** [soft, hard] of a process. */
const cores = (pid) => /^Max core file size +(\S+) +(\S+)/m.exec(read(`/proc/${pid}/limits`))?.slice(1)
const children = (pid) => readdirSync(`/proc/${pid}/task`)
	.flatMap((task) => read(`/proc/${pid}/task/${task}/children`).split(' ').filter(Boolean))
	.flatMap((child) => [child, ...children(child)])
/** The processes of the suite that run this program, below its supervisor. */
const running = (name) => children(read(`${VAR}/run/${name}.pid`).split(' ')[0])
	.filter((pid) => read(`/proc/${pid}/cmdline`).split('\0')[0].endsWith(`/bin/${name}`))
/** It may just be starting. */
const off = (pid) => until(() => cores(pid)?.join() === '0,0', 20_000, { what: `the limit of ${pid} is 0` })

const folder = mkdtempSync(`${tmpdir()}/zyz-cores.`)
const fifo = `${folder}/fifo`
execFileSync('mkfifo', [fifo])
cleanup(() => rmSync(folder, { recursive: true, force: true }))

for (const name of ALL.filter((n) => !(n in COMMANDS)))
	test(`${name} leaves no core`, async () => {
		/* A supervisor may just be starting it again. */
		const pids = await until(() => running(name).length && running(name), 20_000, { what: `${name} runs` })
		for (const pid of pids) await off(pid)
	})

for (const [name, args] of Object.entries(COMMANDS))
	test(`${name} leaves no core`, async () => {
		/* It waits for what is never written. */
		const child = spawn(`${BUILD}/bin/${name}`, args(fifo), { stdio: ['pipe', 'ignore', 'ignore'] })
		const over = new Promise((resolve) => child.on('exit', resolve))
		try {
			await off(child.pid)
		} finally {
			child.kill('SIGKILL')
			await over
		}
	})

test('every folder of cgi/ was asked', () => {
	for (const name of Object.keys(COMMANDS)) assert.ok(ALL.includes(name), name)
	assert.ok(ALL.length >= 14, ALL.join())
})
await end()
