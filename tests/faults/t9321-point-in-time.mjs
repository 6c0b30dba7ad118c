// The database's folder is destroyed. Last night's backup and the binary log that was kept elsewhere bring back all that was
// acknowledged, or all until a moment: RPO 0 with the whole log. In a suite of its own.
import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { assert, cleanup, end, test, until } from '../http/lib.mjs'
import { BUILD } from './lib/poster.mjs'

// Only processes are killed: memory is disk enough.
const dir = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'zyz-pit-'))
const VAR = join(dir, 'var'), LOG = join(dir, 'binlog'), KEPT = join(dir, 'kept')
for (const folder of [VAR, LOG]) mkdirSync(folder)
const env = { ...process.env, VAR, DB_SOCKET: '', ZYZ_CONF: join(VAR, 'conf'), DEMO: '', DB_ARGS: `--log-bin=${LOG}/mariadb-bin --server-id=1 --sync-binlog=0 --max-binlog-size=4096` }
const suite = (...words) => execFileSync('nginx/suite', words, { env, stdio: ['ignore', 'ignore', 'pipe'] })
const door = ['--no-defaults', `--socket=${VAR}/run/mysql.sock`, '--default-character-set=utf8mb4']
const sql = (text, db = ['zyz']) => execFileSync('mariadb', [...door, '-BN', ...db], { input: text, encoding: 'utf8' }).trim()
const admin = (...words) => spawnSync(`${BUILD}/bin/zyz-admin`, words, { env, encoding: 'utf8' })
const names = () => sql("SELECT name FROM holiday WHERE name LIKE 'pit%' ORDER BY name").split('\n')
let day = 0
const add = (name) => sql(`INSERT INTO holiday (day, kind, name, source) VALUES ('2099-01-01' + INTERVAL ${++day} DAY, 'off', '${name}', 'x')`)
const second = () => sql('SELECT NOW()', [])

cleanup(() => {
	try { suite('stop') } catch {}
	rmSync(dir, { recursive: true, force: true })
})
suite('start', 'db')
let place, moment

test('a backup says where the binary log stood', () => {
	add('pit 1 before')
	const r = admin('backup', join(dir, 'backup'))
	assert.equal(r.status, 0, r.stderr)
	place = /^# binlog (mariadb-bin\.\d+) (\d+)$/m.exec(readFileSync(join(dir, 'backup/MANIFEST'), 'utf8')).slice(1)
	execFileSync('sha256sum', ['-c', '--quiet', 'MANIFEST'], { cwd: join(dir, 'backup') })
})

test('the day goes on, then the folder of the database is gone', async () => {
	add('pit 2 after')
	await until(() => second() > (moment ??= second()))
	moment = second()
	await until(() => second() > moment)
	sql("DELETE FROM holiday WHERE name = 'pit 1 before'")
	add('pit 3 late')
	process.kill(Number(readFileSync(`${VAR}/run/mysqld.pid`, 'utf8')), 'SIGKILL')
	suite('stop')
	cpSync(LOG, KEPT, { recursive: true })
	rmSync(join(VAR, 'data'), { recursive: true })
})

/** As the operations page says it. */
function back(stop) {
	suite('start', 'db')
	sql('DROP DATABASE zyz; CREATE DATABASE zyz CHARACTER SET utf8mb4', [])
	const r = admin('restore', join(dir, 'backup'))
	assert.equal(r.status, 0, r.stderr)
	assert.ok(r.stdout.includes(`mariadb-binlog --start-position=${place[1]} ${place[0]} and those after it | mariadb zyz`), r.stdout)
	const files = readdirSync(KEPT).filter((f) => /\.\d+$/.test(f) && f >= place[0]).sort().map((f) => join(KEPT, f))
	const log = execFileSync('mariadb-binlog', ['--no-defaults', `--start-position=${place[1]}`, ...stop, ...files], { env: { ...process.env, TZ: 'Asia/Shanghai' }, maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'ignore'] })
	execFileSync('mariadb', [...door, '--binary-mode', 'zyz'], { input: log })
}

test('with the whole log: all that was acknowledged is there', () => {
	back([])
	assert.deepEqual(names(), ['pit 2 after', 'pit 3 late'])
	const r = admin('recount')
	assert.equal(r.status, 0, r.stdout)
})

test('until a moment: what was done by mistake after it is not', () => {
	back([`--stop-datetime=${moment}`])
	assert.deepEqual(names(), ['pit 1 before', 'pit 2 after'])
	assert.equal(admin('migrate').status, 0)
})
await end()
