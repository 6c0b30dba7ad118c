// Platforms could be added and switched on by SQL alone. `zyz-admin destination` does it, checks what it is given, and tries one
// with one record.
import { chmodSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { admin, adminSays } from './lib/admin.mjs'
import { assert, cleanup, end, sql, startSim, test, until, value } from './lib.mjs'
import { noDestination } from './lib/destination.mjs'
import { lineOf, plantRecords } from './lib/posting.mjs'

const { VAR = 'var' } = process.env
const secrets = /^secret_dir\s*=\s*(\S+)/m.exec(readFileSync(`${VAR}/conf`, 'utf8'))?.[1] ?? `${VAR}/secret`
const KEY = 'key-of-t9313-0123456789'
writeFileSync(`${VAR}/t9313-key`, KEY, { mode: 0o600 })
const sim = await startSim('platform', ['--app-id', 'county', '--secret-file', `${VAR}/t9313-key`])
cleanup(() => sim.stop())
const file = `${secrets}/platform-t9313-file`
const remove = async () => {
	rmSync(file, { force: true })
	admin('hand-out')
	await noDestination('t9313%')
}
cleanup(remove)
await remove()
const add = (key, ...args) => adminSays(key, 'destination', 'add', ...args)
const row = (code) => sql('SELECT enabled, kinds, region_code, base_url, key_sealed IS NOT NULL AS sealed FROM destination WHERE code = ?', [code])[0]
const has = (code) => Number(value('SELECT COUNT(*) FROM destination WHERE code = ?', [code]))

test('what is wrong with a platform is said, and nothing is written', () => {
	for (const [args, says] of [
		[['T9313', 'exchange', '平台', '-', sim.url, 'county'], /code: is 2 to 24/],
		[['t9313-x', 'exchange', '', '-', sim.url, 'county'], /name: is missing/],
		[['exchange', 'exchange', '平台', '-', sim.url, 'county'], /code: is another/],
		[['t9313-x', 'exchange', '平台', '999999', sim.url, 'county'], /region: is no division/],
		[['t9313-x', 'nowhere', '平台', '-', sim.url, 'county'], /there is no file.*\n.*profile/],
		[['t9313-x', '../lang/zh', '平台', '-', sim.url, 'county'], /profile/],
		[['t9313-x', 'exchange', '平台', '-', 'http://platform.example', 'county'], /base_url: begins with https/],
		[['t9313-x', 'exchange', '平台', '-', 'https://u:p@platform.example', 'county'], /base_url: begins with https/],
		[['t9313-x', 'exchange', '平台', '-', 'https://platform.example/?a=1', 'county'], /base_url: begins with https/],
		[['t9313-x', 'exchange', '平台', '-', sim.url, 'co unty'], /app_id: has printable/],
		[['t9313-x', 'exchange', '平台', '-', sim.url, ''], /app_id: is missing/],
		[['t9313-x', 'exchange', '平台', '-'], /base_url: is missing/],
		[['t9313-x', 'file', '平台', '-', sim.url, 'county'], /base_url: is not for a mapping that writes files/],
		[['t9313-x', 'exchange', '平台', '-', sim.url], /add CODE MAPPING/],
	]) {
		const r = add(`${KEY}\n`, ...args)
		assert.equal(r.status, 1, args.join(' '))
		assert.match(r.stderr, says)
		assert.ok(!r.stderr.includes(KEY))
	}
	assert.match(add('two words\n', 't9313-x', 'exchange', '平台', '-', sim.url, 'county').stderr, /key: has printable/)
	assert.equal(has('t9313-x'), 0)
	for (const bad of [[], ['list', 'x'], ['on'], ['on', 't9313-none'], ['try', 'file'], ['add', 'a'], ['drop', 'exchange']])
		assert.equal(admin('destination', ...bad).status, 1, bad.join(' '))
})

test('one is added, off, with its key sealed and told to nobody', () => {
	const r = add(`${KEY}\n`, 't9313', 'exchange', '临渭区志愿服务平台', '610502', sim.url, 'county')
	assert.equal(r.status, 0, r.stderr)
	assert.deepEqual(row('t9313'), { enabled: '0', kinds: 'volunteer,service_record,training_record,commendation,evaluation', region_code: '610502',
		base_url: sim.url, sealed: '1' })
	const list = admin('destination', 'list').stdout
	assert.match(list, /^t9313 +off +exchange +key sealed +610502 +临渭区志愿服务平台/m)
	assert.ok(!list.includes(KEY))
	assert.equal(value(`SELECT COUNT(*) FROM destination WHERE key_sealed LIKE '%${KEY}%'`), '0')
	assert.equal(value("SELECT GROUP_CONCAT(action) FROM audit a JOIN destination d ON d.id = a.target_id AND a.target = 'destination' WHERE d.code = 't9313'"), 'destination.add')
})

test('without a key it needs a file that nobody else may read', () => {
	assert.match(add('', 't9313-file', 'exchange', '平台', '-', sim.url, 'county').stderr, /platform-t9313-file: No such file/)
	writeFileSync(file, KEY)
	chmodSync(file, 0o644)
	assert.match(add('', 't9313-file', 'exchange', '平台', '-', sim.url, 'county').stderr, /others may read it; chmod 600/)
	chmodSync(file, 0o600)
	assert.equal(add('', 't9313-file', 'exchange', '平台', '-', sim.url, 'county').status, 0)
	assert.match(admin('destination', 'list').stdout, /^t9313-file +off +exchange +key file /m)
	chmodSync(file, 0o640)
	assert.match(admin('destination', 'on', 't9313-file').stderr, /others may read it/)
	assert.equal(row('t9313-file').enabled, '0')
})

test('tried while it is off: one record goes out, the answer is shown, personal data are masked', () => {
	const [uid] = plantRecords({ person: 1, minutes: 95 })
	const r = admin('destination', 'try', 't9313')
	assert.equal(r.status, 0, r.stdout + r.stderr)
	const person = sql('SELECT p.name, v.no FROM person p JOIN volunteer v ON v.person_id = p.id WHERE p.id = 1')[0]
	const line = lineOf(uid, 't9313')
	assert.match(r.stdout, /POST http:\/\/127\.0\.0\.1:\d+\/v1\/service_records\nX-App-Id: county\n/)
	assert.match(r.stdout, /X-Signature: \*\*\*/)
	assert.match(r.stdout, /"id_no":"\d{2,6}\*+/)
	assert.match(r.stdout, /HTTP 200, \d+ ms/)
	assert.match(r.stdout, new RegExp(`^ok receipt ${line.receipt}$`, 'm'))
	for (const secret of [KEY, person.name, person.no, '东风街'])
		assert.ok(!r.stdout.includes(secret), secret)
	assert.equal(line.state, 'accepted')
	assert.equal(value('SELECT COUNT(*) FROM outbox o JOIN destination d ON d.id = o.destination_id WHERE d.code = ?', ['t9313']), '1')
})

test('a wrong key is said, stops nothing, and the same record goes with the right one', () => {
	const [uid] = plantRecords({ person: 2 })
	assert.equal(adminSays('another-key\n', 'destination', 'key', 't9313').status, 0)
	const r = admin('destination', 'try', 't9313')
	assert.equal(r.status, 1)
	assert.match(r.stdout, /HTTP 401/)
	assert.match(r.stdout, /^credentials/m)
	assert.equal(value("SELECT CONCAT(enabled, state) FROM destination WHERE code = 't9313'"), '0on')
	assert.equal(lineOf(uid, 't9313').state, 'waiting')
	assert.equal(adminSays(`${KEY}\n`, 'destination', 'key', 't9313').status, 0)
	assert.equal(admin('destination', 'try', 't9313').status, 0)
	assert.equal(lineOf(uid, 't9313').state, 'accepted')
})

test('switched on it gets what arises; off, nothing more', async () => {
	assert.equal(admin('destination', 'on', 't9313').status, 0)
	assert.match(admin('destination', 'on', 't9313').stderr, /is on already/)
	const [uid] = plantRecords({ person: 3 })
	await until(() => lineOf(uid, 't9313')?.state === 'accepted', 30_000, { what: 'posted to it' })
	assert.equal(admin('destination', 'off', 't9313').status, 0)
	const [later] = plantRecords({ person: 4 })
	await until(() => lineOf(later)?.state === 'accepted', 30_000, { what: 'posted to the other' })
	assert.equal(lineOf(later, 't9313'), undefined)
})

test('a city takes what arises in its counties', async () => {
	sql("UPDATE destination SET region_code = '610500', enabled = 1 WHERE code = 't9313'")
	const [uid] = plantRecords({ person: 5 })
	await until(() => lineOf(uid, 't9313')?.state === 'accepted', 30_000, { what: 'posted to the city' })
})

test('each platform that stations are told of has its two mappings; the first line says what is not known', () => {
	for (const name of ['national', 'zhiyuanyun', 'beijiang', 'practice'])
		for (const form of ['gateway', 'import']) {
			assert.equal(admin('mapping', `${name}_${form}`).status, 0, `${name}_${form}`)
			assert.match(readFileSync(`templates/platform/${name}_${form}.hdf`, 'utf8').split('\n')[0], /not known/)
		}
	const r = add('', 't9313-table', 'beijiang_import', '志愿北疆', '610502')
	assert.equal(r.status, 0, r.stderr)
	assert.equal(row('t9313-table').kinds, 'volunteer,service_record')
})
await end()
