// Stations and points 站、点: an overseer makes, changes, closes and opens them in the own region and nowhere else; what a place
// may not be is refused with clear words; the command does the same.
import { assert, Client, end, guardGet, guardPost, sql, staff, status, test, value } from './lib.mjs'
import { admin, appoint, place } from './lib/admin.mjs'
import { personForm } from './lib/person.mjs'
import { useCode } from './lib/staff.mjs'
import { published } from './lib/project.mjs'

const html = { headers: { Accept: 'text/html' } }
const county = await appoint('dali_9320', 'overseer', '610523')
const banner = await appoint('qing_9320', 'overseer', '150204')
const form = (changes = {}) => ({ kind: 'station', name: '东城南社区志愿服务站', region_code: '610523002018', address: '大荔县东环路 3 号', phone: '0913-3212345',
	person_in_charge: '王红', open_hours: '每天 9:00–17:00', population: '8200', area_m2: '60', ...changes })
const noOf = (name) => Number(value('SELECT no FROM station WHERE name = ? ORDER BY id DESC LIMIT 1', [name]))
const make = async (c, changes) => status(await c.submit('/station/places/new', form(changes)), 303)
const refused = async (c, changes, field, says) => {
	const r = status(await c.submit('/station/places/new', form(changes)), 422)
	assert.deepEqual(r.page.Errors.map((e) => e.field), [field])
	if (says) assert.match(r.page.Errors[0].text, says)
	return r
}
let no, point

test('an overseer makes a station; its number follows the last, its sign says what the seed writes', async () => {
	const last = Number(value('SELECT MAX(no) FROM station'))
	await make(county)
	no = noOf('东城南社区志愿服务站')
	assert.equal(no, last + 1)
	const { Place } = (await county.getJson(`/station/places/${no}`)).page
	assert.equal(Place.sign, '东城南社区志愿服务站')
	assert.equal(Place.managers, 0)
	assert.match(status(await county.get(`/station/places/${no}`), 200).text, /添加站长/)
	assert.equal(value("SELECT action FROM audit WHERE target = 'station' ORDER BY id DESC LIMIT 1"), 'station.add')
})

test('a village of Inner Mongolia is a 嘎查 on its sign', async () => {
	const mongol = await appoint('meng_9320', 'overseer', '150000')
	const [g] = sql("SELECT code, name FROM region WHERE code LIKE '15%' AND name LIKE '%嘎查村民委员会' LIMIT 1")
	await make(mongol, { name: '某某嘎查志愿服务站', region_code: g.code })
	assert.equal(value('SELECT sign FROM station WHERE no = ?', [noOf('某某嘎查志愿服务站')]), `${g.name.replace('村民委员会', '')}志愿服务站`)
})

test('a point hangs on its station, with the estate and its firm; it is made from the page of the station', async () => {
	const start = (await county.getJson(`/station/places/new?parent=${no}`)).page
	assert.deepEqual([start.Form.kind, start.Form.parent, start.Form.region_code], ['point', no, '610523002018'])
	await make(county, { kind: 'point', parent: no, region_code: '', name: '丽景苑志愿服务点', property_name: '丽景物业', property_phone: '0913-3212347' })
	point = noOf('丽景苑志愿服务点')
	const { Place } = (await county.getJson(`/station/places/${point}`)).page
	assert.deepEqual([Place.parent, Place.region_code, Place.sign, Place.property_name], [no, '610523002018', '东城南社区丽景苑志愿服务点', '丽景物业'])
	assert.deepEqual((await county.getJson(`/station/places/${no}`)).page.Points.map((p) => p.no), [point])
})

test('what a place may not be is refused, and nothing typed is lost', async () => {
	const n = value('SELECT COUNT(*) FROM station')
	await refused(county, { kind: 'point', parent: point }, 'parent', /点只能属于站/)
	await refused(county, { kind: 'point', parent: '' }, 'parent')
	await refused(county, { kind: 'point', parent: 999999 }, 'parent')
	await refused(county, { kind: 'point', parent: 1 }, 'parent', /本区域没有/)
	await refused(county, { kind: '' }, 'kind')
	await refused(county, { region_code: '610502002' }, 'region_code', /不在您管理的区域/)
	await refused(county, { region_code: '610523' }, 'region_code', /下一级/)
	await refused(county, { region_code: '' }, 'region_code')
	await refused(county, { region_code: '610523999' }, 'region_code')
	sql("UPDATE region SET ended_on = '2026-01-01' WHERE code = '610523110'")
	await refused(county, { region_code: '610523110' }, 'region_code', /撤销/)
	sql("UPDATE region SET ended_on = NULL WHERE code = '610523110'")
	const r = await refused(county, { phone: '123' }, 'phone')
	assert.equal(r.page.Form.name, '东城南社区志愿服务站')
	const step = status(await county.submit('/station/places/new', { ...form(), region_code: '610523', region_code_step: '1' }, html), 422).text
	assert.match(step, /东城街道/)
	assert.equal(value('SELECT COUNT(*) FROM station'), n)
})

test('the overseer of another region finds and changes nothing of it', async () => {
	assert.ok(!(await banner.getJson('/station/places')).page.Places?.some((p) => p.no === no))
	for (const path of [`/station/places/${no}`, `/station/places/${no}/edit`, `/station/places/${no}/close`]) status(await banner.getJson(path), 404)
	for (const verb of ['edit', 'close', 'open']) status(await banner.post(`/station/places/${no}/${verb}`, verb === 'edit' ? form() : { why: '某某' }), 404)
})

test('facts are changed; a division no more once hours stand under it', async () => {
	status(await county.submit(`/station/places/${no}/edit`, { ...form({ kind: undefined, region_code: '610523002' }), sign: '自定标识' }), 303)
	assert.equal(value('SELECT sign FROM station WHERE no = ?', [no]), '自定标识')
	sql("INSERT INTO station_month (station_id, month) SELECT id, '2025-01' FROM station WHERE no = ?", [no])
	const r = status(await county.submit(`/station/places/${no}/edit`, form({ kind: undefined })), 422)
	assert.deepEqual(r.page.Errors.map((e) => e.field), ['region_code'])
	sql('DELETE FROM station_month WHERE station_id = (SELECT id FROM station WHERE no = ?)', [no])
	status(await county.submit(`/station/places/${no}/edit`, form({ kind: undefined })), 303)
})

test('a station with points or work is not closed; closed it is for nobody, and can be opened again', async () => {
	const close = (n, why = '社区合并') => county.submit(`/station/places/${n}/close`, { why })
	assert.match(status(await close(no), 422).page.Errors[0].text, /开放的点/)
	status(await close(point, ''), 422)
	status(await close(point), 303)
	status(await county.getJson(`/station/places/${point}/close`), 409)
	status(await county.post(`/station/places/${point}/close`, { why: '社区合并' }), 409)
	status(await close(no), 303)
	assert.match(status(await county.get(`/station/places/${no}`), 200).text, /社区合并/)
	assert.match(status(await county.post(`/station/places/${point}/open`), 422).page.Errors[0].text, /已经停用/)
	await refused(county, { kind: 'point', parent: no }, 'parent', /停用/)
	status(await county.post(`/station/places/${no}/open`), 303)
	status(await county.post(`/station/places/${no}/open`), 409)
	const busy = await place(9321, '610523001', '西城街道志愿服务站')
	await published(busy.clerk, busy.reviewer, { plan: { region_code: '610523001' } })
	assert.match(status(await close(9321), 422).page.Errors[0].text, /没结束/)
})

test('the list is filtered, and taken along as a file', async () => {
	const { Places } = (await county.getJson('/station/places?kind=point')).page
	assert.deepEqual(Places.map((p) => p.no), [point])
	assert.deepEqual((await county.getJson('/station/places?name=西城')).page.Places.map((p) => p.no), [9321])
	assert.match(status(await county.get('/station/places'), 200).text, /西城街道志愿服务站/)
	assert.match(status(await county.get('/station/places?as=csv'), 200).text, /标识文字/)
})

test('the command makes, closes and opens, and says what is wrong in words', () => {
	const says = (re, ...args) => {
		const r = admin(...args)
		assert.equal(r.status, 1, args.join(' '))
		assert.match(r.stderr, re)
		assert.doesNotMatch(r.stderr, /INSERT|FOREIGN/)
	}
	assert.equal(admin('point', '9330', String(no), '新苑志愿服务点').status, 0)
	says(/no division/, 'station', '9331', '999999999', '无此区划志愿服务站')
	says(/street or a community/, 'station', '9331', '610523', '太宽志愿服务站')
	says(/number/, 'station', '9330', '610523002', '重号志愿服务站')
	says(/1 to 999999/, 'station', 'abc', '610523002', '坏号志愿服务站')
	says(/point/, 'point', '9331', '9330', '点下之点')
	says(/no number/, 'point', '9331', '888888', '无站之点')
	says(/no station/, 'station-close', '888888', '某某')
	assert.equal(admin('station-close', '9330', '试验结束').status, 0)
	assert.equal(admin('station-open', '9330').status, 0)
})

test('nobody else comes here', async () => {
	for (const login of ['zhangmin', 'liwei']) status(await (await staff(login)).getJson('/station/places'), 403)
	status(await new Client().getJson('/station/places'), 401)
})
test('a new station gets its first manager from the overseer of its region, once', async () => {
	await make(county, { name: '东城北社区志愿服务站' })
	const fresh = noOf('东城北社区志愿服务站'), path = `/station/places/${fresh}/manager`, person = personForm({ name: '王红' })
	const entry = { name: '王红', login: `boss_${fresh}`, id_type: person.id_type, id_no: person.id_no }
	const wrong = (r) => status(r, 422).page.Errors.map((e) => e.field).sort()
	assert.deepEqual(wrong(await county.post(path, {})), ['id_no', 'id_type', 'login', 'name'])
	assert.deepEqual(wrong(await county.post(path, { ...entry, id_no: '610502199001011230' })), ['id_no'])
	assert.deepEqual(wrong(await county.post(path, { ...entry, login: 'liwei' })), ['login'])
	status(await banner.getJson(path), 404)
	status(await banner.post(path, entry), 404)
	const { Code } = status(await county.post(path, entry), 200).page
	assert.equal(Code.login, entry.login)
	const { client } = await useCode(entry.login, Code.code)
	assert.equal(status(await client.getJson('/station/'), 200).page.Place?.no ?? status(await client.getJson('/account/desk'), 200).page.Stations[0].no, fresh)
	assert.deepEqual(sql(`SELECT action FROM audit WHERE station_id = (SELECT id FROM station WHERE no = ?) AND action LIKE 'staff.%' ORDER BY id`, [fresh])
		.map((r) => r.action).includes('staff.add'), true)
	status(await county.getJson(path), 409)
	status(await county.post(path, { ...entry, login: `boss2_${fresh}`, id_no: personForm().id_no }), 409)
	assert.equal((await county.getJson(`/station/places/${fresh}`)).page.Place.managers, 1)
})
guardGet('/station/places/{}/manager', { of: () => no, wrong: 'zhangmin' })
guardPost('/station/places/{}/manager', { of: () => no, right: 'madan', wrong: 'zhangmin' })

for (const path of ['/station/places', '/station/places/new']) guardGet(path, { wrong: 'zhangmin' })
for (const verb of ['', '/edit', '/close']) guardGet(`/station/places/{}${verb}`, { wrong: 'zhangmin', of: () => no, elsewhere: 'madan' })
guardPost('/station/places/new', { right: 'madan', wrong: 'zhangmin', form: form() })
for (const verb of ['edit', 'close', 'open']) guardPost(`/station/places/{}/${verb}`, { right: 'madan', wrong: 'zhangmin', form: { why: '某某' }, of: () => no, elsewhere: 'madan' })
await end()
