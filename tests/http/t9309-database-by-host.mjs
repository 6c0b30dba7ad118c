// A socket was the only door to the database. By host it is found over TLS alone, and only when its certificate is good, names
// that host, and comes from who vouches for it; whatever is wrong is said in the log, and mended without a restart.
// log-allowed: ERR_DB_AWAY|ERR_INTERNAL .*others may read it
import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import net from 'node:net'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { assert, cleanup, end, test, until } from './lib.mjs'
import { ownProgram } from './lib/fcgi.mjs'

const { BUILD = 'build', VAR = 'var' } = process.env
const dir = mkdtempSync(join(tmpdir(), 'zyz-tls-'))
cleanup(() => rmSync(dir, { recursive: true, force: true }))
const at = (name) => join(dir, name), me = userInfo().username

/** A CA named so, and a certificate of it for `names`; `old`: one that ended long ago. */
function authority(name) {
	execFileSync('openssl', ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '30', '-subj', `/CN=${name}`,
		'-keyout', at(`${name}.key`), '-out', at(`${name}.pem`)], { stdio: 'ignore' })
}
function certificate(ca, name, names, old) {
	execFileSync('openssl', ['req', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-subj', `/CN=${names}`, '-keyout', at(`${name}.key`), '-out', at('csr')], { stdio: 'ignore' })
	writeFileSync(at('ext'), `subjectAltName=DNS:${names}\n`)
	const sign = ['openssl', 'x509', '-req', '-in', at('csr'), '-CA', at(`${ca}.pem`), '-CAkey', at(`${ca}.key`), '-CAcreateserial', '-days', '20', '-extfile', at('ext'), '-out', at(`${name}.pem`)]
	execFileSync(old ? 'faketime' : 'env', old ? ['2024-03-01 12:00:00', ...sign] : sign, { stdio: 'ignore' })
}
authority('ours')
authority('theirs')
certificate('ours', 'good', 'localhost')
certificate('ours', 'elsewhere', 'db.example.invalid')
certificate('ours', 'expired', 'localhost', true)

const freePort = () => new Promise((done) => {
	const s = net.createServer().listen(0, '127.0.0.1', () => { const { port } = s.address(); s.close(() => done(port)) })
})
const port = await freePort(), socket = at('s')
const client = (sql) => execFileSync('mariadb', ['--no-defaults', `--socket=${socket}`, '-N', '-e', sql], { encoding: 'utf8', stdio: 'pipe' }).trim()
const present = (name) => ['pem', 'key'].forEach((kind) => writeFileSync(at(`server.${kind}`), readFileSync(at(`${name}.${kind}`)), { mode: 0o600 }))
present('good')
execFileSync('mariadb-install-db', ['--no-defaults', `--datadir=${at('data')}`, '--skip-test-db', `--user=${me}`, '--auth-root-authentication-method=socket', `--auth-root-socket-user=${me}`],
	{ stdio: 'ignore', env: { ...process.env, TMPDIR: dir } })
const server = spawn('mariadbd', ['--no-defaults', ...(me === 'root' ? ['--user=root'] : []), `--datadir=${at('data')}`, `--socket=${socket}`, `--pid-file=${at('pid')}`, '--skip-name-resolve',
	'--bind-address=127.0.0.1', `--port=${port}`, `--ssl-cert=${at('server.pem')}`, `--ssl-key=${at('server.key')}`, '--performance-schema=off', '--innodb-buffer-pool-size=16M'], { stdio: 'ignore' })
cleanup(() => server.kill('SIGKILL'))
await until(() => { try { return client('SELECT 1') === '1' } catch { return false } }, 30_000)
client("CREATE DATABASE zyz; CREATE USER chief@'%' IDENTIFIED BY 'a long password'; GRANT ALL ON *.* TO chief@'%' WITH GRANT OPTION")
const show = (name) => { present(name); client('FLUSH SSL') }

writeFileSync(at('chief'), 'a long password\n', { mode: 0o600 })
mkdirSync(at('secret'), { mode: 0o700 })
const byHost = { ZYZ_CONF: `${VAR}/conf`, ZYZ_DB_HOST: 'localhost', ZYZ_DB_PORT: String(port), ZYZ_DB_TLS_CA: at('ours.pem'), ZYZ_DB_NAME: 'zyz', ZYZ_DB_SOCKET: at('none'), ZYZ_DB_USER: 'chief',
	ZYZ_DB_PASSWORD_FILE: at('chief'), ZYZ_SECRET_DIR: at('secret') }
const grant = (env = {}) => spawnSync(`${BUILD}/bin/zyz-admin`, ['grant'], { encoding: 'utf8', env: { ...process.env, ...byHost, ...env } })
const refused = (env, why) => {
	const r = grant(env)
	assert.equal(r.status, 1, `${r.stdout}${r.stderr}`)
	assert.match(r.stderr, why)
}

test('a good certificate of ours is taken; grant makes accounts that have a password each and must encrypt', () => {
	const r = grant()
	assert.equal(r.status, 0, r.stderr)
	assert.equal(client("SELECT COUNT(*) FROM mysql.user WHERE user LIKE 'zyz\\_%' AND host = '%' AND ssl_type = 'ANY' AND plugin = 'mysql_native_password'"),
		client("SELECT COUNT(*) FROM mysql.user WHERE user LIKE 'zyz\\_%'"))
	const a = readFileSync(at('secret/database/needs'), 'utf8'), b = readFileSync(at('secret/database/station'), 'utf8')
	assert.match(a, /^[0-9a-f]{64}\n$/)
	assert.notEqual(a, b)
	assert.equal(statSync(at('secret/database/needs')).mode & 0o777, 0o600)
	assert.equal(grant().status, 0, 'once more')
	assert.equal(readFileSync(at('secret/database/needs'), 'utf8'), a)
})

test('without a CA no other machine is believed; a certificate of another CA is refused', () => {
	refused({ ZYZ_DB_TLS_CA: '' }, /db_host=localhost is another machine: db_tls_ca has to name/)
	refused({ ZYZ_DB_TLS_CA: at('theirs.pem') }, /connect to localhost: 2026 .*(self.signed|unable to get|verif)/i)
	refused({ ZYZ_DB_TLS_CA: at('missing.pem') }, /connect to localhost: \d+ .*(No such file|TLS|SSL)/i)
	assert.equal(grant({ ZYZ_DB_TLS_CA: '', ZYZ_DB_HOST: '127.0.0.1' }).status, 0, 'this machine needs no TLS')
	assert.equal(grant().status, 0)
})

test('a certificate for another host, and one that has expired', () => {
	show('elsewhere')
	refused({}, /connect to localhost: 2026 /)
	show('expired')
	refused({}, /connect to localhost: 2026 .*certificate has expired/)
	show('good')
	assert.equal(grant().status, 0)
})

test('a password that others may read is not used, a wrong one is said', () => {
	chmodSync(at('chief'), 0o644)
	refused({}, /chief: others may read it; chmod 600/)
	chmodSync(at('chief'), 0o600)
	refused({ ZYZ_DB_PASSWORD_FILE: at('none') }, /none: No such file/)
	writeFileSync(at('wrong'), 'another\n', { mode: 0o600 })
	refused({ ZYZ_DB_PASSWORD_FILE: at('wrong') }, /connect to localhost: 1045 Access denied/)
})

test('a program says why it has no database, 503 meanwhile, and is there when the certificate is', async () => {
	show('expired')
	const p = await ownProgram('needs', { ...byHost, ZYZ_WORKERS: '0', ZYZ_DB_USER: '', ZYZ_DB_PASSWORD_FILE: at('secret/database/needs'), ZYZ_SECRET_DIR: `${VAR}/secret` })
	assert.equal((await p.ask('GET', '/needs/s/none')).status, 503)
	assert.match(p.log(), /ERR_DB_AWAY .*connect to localhost: 2026 .*certificate has expired/)
	show('good')
	assert.equal((await p.ask('GET', '/needs/s/none')).status, 503)
	assert.match(p.log(), /no schema: run zyz-admin migrate/, 'it is connected, by its own account')
	await p.stop()
	assert.ok(!/[0-9a-f]{64}/.test(p.log()))
})

test('zyz-verify goes the same way', () => {
	const verify = (...more) => spawnSync(`${BUILD}/bin/zyz-verify`, ['dump', '--host', 'localhost', '--port', String(port), '--user', 'chief', '--password-file', at('chief'), ...more], { encoding: 'utf8' })
	for (const [args, why] of [[[], /localhost: another machine: --ca has to name/], [['--ca', at('theirs.pem')], /connect: .*(self.signed|unable to get|verif)/i],
		[['--ca', at('ours.pem'), '--password-file', at('wrong')], /connect: Access denied/], [['--ca', at('ours.pem'), '--password-file', at('none')], /none: No such file/]]) {
		const r = verify(...args)
		assert.equal(r.status, 2)
		assert.match(r.stderr, why)
	}
	// it is connected: this schema has no ledger
	assert.match(verify('--ca', at('ours.pem')).stderr, /query: Table 'zyz\.\w+' doesn't exist/)
})

test('a backup goes the same way', () => {
	const r = spawnSync(`${BUILD}/bin/zyz-admin`, ['migrate'], { encoding: 'utf8', env: { ...process.env, ...byHost, ZYZ_DB_TLS_CA: at('theirs.pem') } })
	assert.equal(r.status, 1)
	client("CREATE TABLE zyz.schema_version (version INT PRIMARY KEY, name VARCHAR(60)); INSERT INTO zyz.schema_version VALUES (1, 'x')")
	const b = spawnSync(`${BUILD}/bin/zyz-admin`, ['backup', at('backup')], { encoding: 'utf8', env: { ...process.env, ...byHost, ZYZ_SECRET_DIR: `${VAR}/secret` } })
	assert.equal(b.status, 0, b.stderr)
	assert.ok(existsSync(at('backup/MANIFEST')))
	assert.match(readFileSync(at('backup/version.sql'), 'utf8'), /INSERT INTO `schema_version`/)
})

await end()
