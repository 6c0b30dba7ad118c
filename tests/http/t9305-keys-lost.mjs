// Nobody said what an installation has to be looked at for, nor what follows when a key is gone. `zyz-admin check` says the first, line by
// line; the second is drilled: what still works without a key, and what is said.
// log-allowed: start: |key (seal|index|sign)
import { spawnSync } from 'node:child_process'
import { chmodSync, cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { assert, cleanup, Client, end, status, test, value } from './lib.mjs'

const { BUILD = 'build', VAR = 'var', DB_SOCKET } = process.env
const secret = /^secret_dir\s*=?\s*(\S+)/m.exec(readFileSync(`${VAR}/conf`, 'utf8'))?.[1] ?? `${VAR}/secret`
const dir = mkdtempSync(join(tmpdir(), 'zyz-lost-'))
cleanup(() => rmSync(dir, { recursive: true, force: true }))
const run = (program, args, env = {}) => spawnSync(`${BUILD}/bin/${program}`, args, { encoding: 'utf8', timeout: 20_000,
	env: { ...process.env, ZYZ_CONF: `${VAR}/conf`, ...env } })
const said = (r) => Object.fromEntries(r.stdout.trim().split('\n').map((l) => /^(ok|BAD) +(\w+(?: zone)?) +(.*)$/.exec(l).slice(1)).map(([how, what, text]) => [what, [how, text]]))
const without = (file) => {
	const to = join(dir, file)
	cpSync(secret, to, { recursive: true })
	for (const f of [file, ...readdirSync(join(to, 'programs')).map((name) => `programs/${name}/${file}`)]) rmSync(join(to, f), { force: true })
	return to
}

test('check: one line for each thing, and all is well', () => {
	const r = run('zyz-admin', ['check'], { ZYZ_WORKERZ: '3' })
	const v = said(r)
	assert.deepEqual(Object.keys(v), ['environment', 'database', 'schema', 'keys', 'programs', 'rights', 'time zone', 'sql_mode', 'clock', 'disk', 'fonts'])
	assert.deepEqual(Object.entries(v).filter(([what, [how]]) => how !== 'ok' && what !== 'disk'), [], r.stdout + r.stderr)
	// a slip of the pen, or another program's: named, and nobody dies of it
	assert.match(v.environment[1], /passed over:.* ZYZ_WORKERZ/)
})

test('check: what is wrong is said, and the exit status', () => {
	const late = run('zyz-admin', ['check'], { ZYZ_VAR_DIR: `${dir}/none`, ZYZ_FONT_DIR: dir })
	assert.equal(late.status, 1)
	assert.deepEqual([said(late).disk[0], said(late).fonts[0]], ['BAD', 'BAD'])
	const away = said(run('zyz-admin', ['check'], { ZYZ_DB_SOCKET: `${dir}/none.sock` }))
	assert.equal(away.database[0], 'BAD')
})

test('check: a program that lacks a secret is named, and one that could read more than its own', () => {
	const to = join(dir, 'programs')
	cpSync(secret, to, { recursive: true })
	rmSync(join(to, 'programs/bank/seal.key'))
	cpSync(join(to, 'sign.key'), join(to, 'programs/needs/sign.key'))
	chmodSync(join(to, 'programs/team/mac.key'), 0o644)
	const of = (dir) => said(run('zyz-admin', ['check'], { ZYZ_SECRET_DIR: dir })).programs
	const [how, text] = of(to)
	assert.equal(how, 'BAD')
	assert.match(text, /needs: sign\.key is not its own; .*team: mac\.key is not its own alone; .*bank: seal\.key is missing; zyz-admin hand-out$/)
	assert.equal(run('zyz-admin', ['hand-out', 'nobody'], { ZYZ_SECRET_DIR: to }).status, 1)
	assert.equal(run('zyz-admin', ['hand-out', 'needs'], { ZYZ_SECRET_DIR: to }).status, 0)
	assert.doesNotMatch(of(to)[1], /needs/)
	assert.equal(run('zyz-admin', ['keys'], { ZYZ_SECRET_DIR: to }).status, 0)
	assert.equal(of(to)[0], 'ok')
})

for (const [file, holder] of [['seal.key', 'message-post'], ['index.key', 'needs'], ['sign.key', 'ledger-seal']])
	test(`${file} lost: said before anything is written, and nothing is made in its place`, () => {
		const lost = without(file)
		const check = said(run('zyz-admin', ['check'], { ZYZ_SECRET_DIR: lost }))
		assert.deepEqual([check.keys[0], check.schema[0]], ['BAD', 'ok'])
		assert.match(check.keys[1], new RegExp(`${file.replace('.', '\\.')}: No such file`))
		const keys = run('zyz-admin', ['keys'], { ZYZ_SECRET_DIR: lost })
		assert.match(keys.stderr, /bring them back/)
		assert.equal(run('zyz-admin', ['hand-out'], { ZYZ_SECRET_DIR: lost }).status, 1)
		const start = run(holder, [], { ZYZ_SECRET_DIR: lost })
		assert.equal(start.status, holder === 'needs' ? 1 : 2)
		assert.match(start.stderr, new RegExp(`start: .*${file.replace('.', '\\.')}`))
		// brought back, all is as it was
		cpSync(join(secret, file), join(lost, file))
		assert.equal(said(run('zyz-admin', ['check'], { ZYZ_SECRET_DIR: lost })).keys[0], 'ok')
	})

test('without any key, what was signed and published is checked all the same', async () => {
	const key = join(dir, 'key'), text = status(await new Client().get('/activity/ledger/key'), 200).text
	writeFileSync(key, text)
	// Other tests have planted what no ledger knows: what counts is that it says the same.
	const check = (env) => run('zyz-verify', ['ledger', '--socket', DB_SOCKET, '--db', value('SELECT DATABASE()'), '--key', key], env)
	const [without, whole] = [check({ ZYZ_SECRET_DIR: `${dir}/none` }), check({})]
	assert.deepEqual([without.status, without.stdout], [whole.status, whole.stdout], without.stderr)
	assert.match(without.stdout, /events sealed|^first: /)
})

await end()
