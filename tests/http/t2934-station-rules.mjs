// Rules that may be set: each that programs read stands on the page with range, usual value and meaning; a manager sets for the
// station, who oversees every station for all; out of range is refused, every change is audited.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { assert, cleanup, end, guardGet, guardPost, sql, staff, status, test, value } from './lib.mjs'
import { appoint } from './lib/admin.mjs'

const manager = await staff('zhangmin')
const city = await staff('gaofeng')
const rules = async (c) => Object.fromEntries((await c.getJson('/station/rules')).page.Rules.map((r) => [r.name, r]))
cleanup(() => sql("DELETE FROM station_setting WHERE name IN ('star_notice_days', 'offer_hours')"))

test('every rule that a program reads can be set here, and none that nothing reads', async () => {
	const source = ['cgi', 'shared'].flatMap((top) => readdirSync(top, { recursive: true }).filter((f) => /\.[ch]$/.test(f)).map((f) => readFileSync(join(top, f), 'utf8'))).join('\n')
	const read = new Set([/setting_rule\([^";*]*?"(\w+)"/g, /(?:SETTING_SQL\("[\w.]+", |SAFE_YOUNGER\()"(\w+)"/g]
		.flatMap((how) => [...source.matchAll(how)].map((m) => m[1])))
	for (const [, word, usual] of source.matchAll(/\bX\((\w+), (\d+)\)/g)) if (usual !== '0') read.add(`sign_${word}`)
	const shown = Object.keys(await rules(manager))
	for (const name of read) assert.ok(shown.includes(name), `${name} is read and cannot be set`)
	for (const name of shown) assert.ok(read.has(name), `${name} can be set and is read by nothing`)
	const page = status(await manager.get('/station/rules'), 200).text
	assert.doesNotMatch(page, /<td><\/td><td class="num">/, 'each has its words')
})

test('a manager sets a rule of the station, and takes it back; both are audited with the value before', async () => {
	status(await manager.submit('/station/rules/star_notice_days', { value: '8' }), 303)
	let r = (await rules(manager)).star_notice_days
	assert.deepEqual([r.value, r.differs, r.usual], [8, 1, 5])
	assert.equal((await rules(await staff('liuyang'))).star_notice_days.value, 5, 'another station keeps its own')
	const said = () => value("SELECT detail FROM audit WHERE action = 'station.rule' ORDER BY id DESC LIMIT 1")
	assert.equal(said(), 'star_notice_days 5 > 8')
	status(await manager.submit('/station/rules/star_notice_days', { value: '' }), 303)
	r = (await rules(manager)).star_notice_days
	assert.deepEqual([r.value, r.differs], [5, 0])
	assert.equal(said(), 'star_notice_days 8 > 5')
})

test('out of range is refused with the range', async () => {
	for (const value of ['4', '31', '-1', 'abc', '99999999']) {
		const r = status(await manager.submit('/station/rules/star_notice_days', { value }), 422)
		assert.deepEqual(r.page.Errors.map((e) => e.field), ['value'])
	}
	assert.match(status(await manager.submit('/station/rules/star_notice_days', { value: '31' }), 422).page.Errors[0].text, /5–30/)
	status(await manager.getJson('/station/rules/no_such'), 404)
	status(await manager.post('/station/rules/no_such', { value: '1' }), 404)
})

test('what holds for all is set by who oversees every station, by nobody else', async () => {
	status(await manager.post('/station/rules/small_number', { value: '6' }), 403)
	assert.equal((await rules(manager)).small_number.may, 0)
	const part = await appoint('street_9340', 'overseer', '610502001')
	status(await part.post('/station/rules/small_number', { value: '6' }), 403)
	const beyond = Number(value("SELECT COUNT(*) FROM station WHERE state = 'open' AND region_code NOT LIKE '6105%'"))
	if (!beyond) {
		status(await city.submit('/station/rules/small_number', { value: '6' }), 303)
		assert.equal((await rules(city)).small_number.value, 6)
		status(await city.submit('/station/rules/small_number', { value: '' }), 303)
	}
	assert.equal((await rules(city)).small_number.value, 5)
})

guardGet('/station/rules', { wrong: 'liwei' })
guardGet('/station/rules/offer_hours', { wrong: 'liwei' })
guardPost('/station/rules/offer_hours', { right: 'zhangmin', wrong: 'liwei', form: { value: '12' } })
await end()
