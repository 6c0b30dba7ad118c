// A backup or a restore that is killed at any of its system calls: what is there by then is no backup, or a whole one; no schema
// that serves, or a whole one; and whoever begins anew meets nothing of the one before.
//
// log-allowed: health: 
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { assert, cleanup, end, sql, test, until, value } from '../http/lib.mjs'
import { workFolder } from './lib/poster.mjs'
import { tracing } from './lib/sweep.mjs'
import { full, seed, table } from './lib/table.mjs'

const { BUILD = 'build', VAR = 'var' } = process.env
const DB = value('SELECT DATABASE()'), BACK = `${DB}_half`
const dir = mkdtempSync(join(tmpdir(), 'zyz-sweep-')), traces = workFolder()
cleanup(() => rmSync(dir, { recursive: true, force: true }))
const env = { ...process.env, ZYZ_CONF: `${VAR}/conf` }
const there = { ...env, ZYZ_DB_NAME: BACK, ZYZ_VAR_DIR: join(dir, 'var') }
const run = (how, ...args) => spawnSync(`${BUILD}/bin/zyz-admin`, args, { encoding: 'utf8', env: how })
const good = (how, ...args) => {
	const r = run(how, ...args)
	assert.equal(r.status, 0, `${args.join(' ')}: ${r.stderr}`)
}
const fresh = () => sql(`DROP DATABASE IF EXISTS ${BACK}; CREATE DATABASE ${BACK} CHARACTER SET utf8mb4`)
cleanup(() => sql(`DROP DATABASE IF EXISTS ${BACK}`))
const store = /^document_dir\s*=\s*(\S+)/m.exec(readFileSync(`${VAR}/conf`, 'utf8'))?.[1] ?? `${/^var_dir\s*=\s*(\S+)/m.exec(readFileSync(`${VAR}/conf`, 'utf8'))?.[1] ?? VAR}/documents`
mkdirSync(store, { recursive: true })
const papers = ['5weep1', '5weep2']
for (const name of papers) writeFileSync(join(store, name), name.repeat(40_000))
cleanup(() => papers.forEach((name) => rmSync(join(store, name), { force: true })))
const { struck, print } = table('backup and restore killed at every system call in turn')

/** Programs of MariaDB's that somebody who is gone began. */
const left = () => readdirSync('/proc').filter((p) => /^\d+$/.test(p)).filter((p) => {
	try {
		const words = readFileSync(`/proc/${p}/cmdline`, 'utf8').split('\0')
		return /mariadb(-dump)?$/.test(words[0]) && (words.includes(BACK) || words.includes(`--ignore-table=${DB}.admin_lock`))
	} catch {
		return false
	}
})
const nobodyGoesOn = () => until(() => left().length === 0, 5000, { what: 'the program of MariaDB has ended, too' })

/** Kills it at some of its calls, from where it speaks to the database on; `n` of them from the last ones, where little is missing. */
async function sweep(how, args, n, before, after) {
	before()
	const { lines, calls: callsOf, endAt } = tracing(how, traces, 'zyz-admin', args)
	const pass = lines(), calls = callsOf(pass.lines).slice(pass.from)
	const chosen = full ? calls : [...Array(n)].map((_, i) => calls[Math.floor(((i + (seed % 10) / 10) * calls.length) / n)])
	let killed = 0
	for (const call of [...chosen, calls.at(-3)]) {
		before()
		const died = endAt(call)
		killed += died
		await nobodyGoesOn()
		after(died)
	}
	assert.ok(killed >= 1, `${killed} ended`)
	struck(`kill -9 in ${args[0]}`, killed, `of ${calls.length} calls`)
}

test('a backup', async () => {
	const to = join(dir, 'killed')
	await sweep(env, ['backup', to], 3, () => rmSync(to, { recursive: true, force: true }), () => {
		if (!existsSync(join(to, 'MANIFEST'))) {
			fresh()
			assert.match(run(there, 'restore', to).stderr, /no whole backup/)
			return
		}
		const r = spawnSync('sha256sum', ['-c', '--quiet', 'MANIFEST'], { cwd: to })
		assert.equal(r.status, 0, 'a list stands there only when all it names is whole')
	})
})

test('a restore', async () => {
	const whole = join(dir, 'whole'), docs = join(dir, 'var/documents')
	good(env, 'backup', whole)
	const tables = Number(value('SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = ?', [DB]))
	const count = () => Number(value('SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = ?', [BACK]))
	const versions = () => Number(value("SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = ? AND table_name = 'schema_version'", [BACK]))
	mkdirSync(join(dir, 'var'))
	const whatIsThere = () => {
		const n = count()
		if (versions()) {
			assert.equal(n, tables)
		} else if (n > 1) {
			assert.match(run(there, 'migrate').stderr, /a restore was cut off/)
			assert.match(run(there, 'restore', whole).stderr, /has tables/)
		}
		for (const name of existsSync(docs) ? readdirSync(docs).filter((f) => !f.endsWith('.half')) : [])
			assert.deepEqual(readFileSync(join(docs, name)), readFileSync(join(store, name)), `${name} is whole`)
	}
	await sweep(there, ['restore', whole], 1, fresh, whatIsThere)
	fresh()
	const middle = spawn(`${BUILD}/bin/zyz-admin`, ['restore', whole], { env: there, stdio: 'ignore' })
	await until(() => count() > 30, 60_000, { every: 10, what: 'the dump is coming back' })
	middle.kill('SIGKILL')
	await nobodyGoesOn()
	assert.ok(count() > 30 && versions() === 0)
	whatIsThere()
	fresh()
	good(there, 'restore', whole)
	assert.equal(count(), tables)
	for (const name of papers) assert.ok(existsSync(join(docs, name)))
})

print()
await end()
