// The public front, the station's own pages, its staff, the audit trail, and the overseer's figures.
import { Client, DEMO_PASSWORD, assert, end, guardGet, guardPost, newStaff, residentId, sql, staff, status, test, value } from './lib.mjs'

const manager = await staff('zhangmin')

test('the front shows open work, surveys and figures to everybody', async () => {
	const { page } = await new Client().getJson('/')
	assert.ok(page.Open.length >= 1)
	assert.ok(page.Surveys.some((s) => s.code === 'shengl26'))
	assert.ok(Number(page.Figures.volunteers) >= 60)
	const html = await new Client().get('/')
	status(html, 200)
	assert.ok(page.Open.every(({ no, title }) => html.text.includes(`/recruit/${no}`) && html.text.includes(title)))
})

test('the honour roll names nobody without consent', async () => {
	const names = (await new Client().getJson('/')).page.Honours?.map((h) => h.name) ?? []
	for (const name of names)
		assert.notEqual(value(`SELECT COUNT(*) FROM person p JOIN consent c ON c.person_id = p.id
			WHERE p.name = '${name}' AND c.purpose = 'public_name' AND c.withdrawn_at IS NULL`), '0')
})

test('the front may be cached, a signed-in page never', async () => {
	assert.match((await new Client().get('/')).headers['cache-control'], /public, max-age=10/)
	assert.equal((await manager.get('/station/')).headers['cache-control'], 'no-store')
})

test('the help page needs no database', async () => {
	status(await new Client().get('/station/help'), 200)
})

test('healthz names each program, the database and the poster', async () => {
	const r = await new Client().getJson('/healthz')
	status(r, 200)
	assert.equal(r.json.status, 'ok')
	for (const name of ['needs', 'project', 'recruit', 'training', 'activity', 'commend', 'account', 'station', 'platform'])
		assert.equal(r.json.programs[name], 'ok', name)
	assert.equal(r.json.database, 'ok')
	assert.equal(typeof r.json.poster.waiting, 'number')
})

const facts = {
	name: '杜桥街道胜利社区志愿服务站', address: '渭南市临渭区胜利大街 18 号', phone: '0913-2100001', person_in_charge: '张敏',
	open_hours: '周一至周六 8:30–18:00', intro: '为居民服务', area_m2: '60', population: '8600',
}

test('the manager changes the facts of the station; it is audited', async () => {
	const r = status(await manager.submit('/station/edit', { ...facts, open_hours: '每天 9:00–17:00' }), 303)
	assert.match(r.location, /done=saved/)
	assert.equal((await manager.getJson('/station/')).page.Place.open_hours, '每天 9:00–17:00')
	const { Rows } = (await manager.getJson('/station/audit')).page
	assert.equal(Rows[0].action, 'station.edit')
	assert.equal(Rows[0].staff, '张敏')
})

test('wrong facts are named beside the field, and nothing is lost', async () => {
	const r = status(await manager.submit('/station/edit', { ...facts, phone: 'abc', population: '0', name: '' }), 422)
	assert.deepEqual(r.page.Errors.map((e) => e.field).sort(), ['name', 'phone', 'population'])
	assert.equal(r.page.Form.phone, 'abc')
	assert.equal(r.page.Form.address, facts.address)
})

test('a new member of staff signs in, and no more when the role was taken back', async () => {
	const { client: c, person } = await newStaff({ login: 'xinren' })
	const again = status(await manager.submit('/station/staff/new',
		{ login: 'xinren', name: person.name, id_type: '01', id_no: person.id_no, role: 'clerk' }), 422)
	assert.equal(again.page.Errors[0].field, 'login')
	status(await c.getJson('/needs/ledger'), 200)
	status(await manager.post('/station/staff/end', { login: 'xinren', role: 'clerk' }), 303)
	assert.notEqual((await c.getJson('/needs/ledger')).status, 200)
	status(await manager.post('/station/staff/end', { login: 'xinren', role: 'clerk' }), 409)
})

test('nobody takes their own role away, nor gives one that is none', async () => {
	status(await manager.post('/station/staff/end', { login: 'zhangmin', role: 'manager' }), 409)
	const r = status(await manager.submit('/station/staff/new',
		{ login: 'chaoji', name: '超级', role: 'overseer', id_type: '01', id_no: residentId() }), 422)
	assert.equal(r.page.Errors[0].field, 'role')
})

test("another station's staff is out of reach", async () => {
	status(await manager.post('/station/staff/end', { login: 'zhaolei', role: 'clerk' }), 409)
	assert.equal(value("SELECT COUNT(*) FROM staff_role r JOIN staff s ON s.id = r.staff_id WHERE s.login = 'zhaolei' AND r.ended_at IS NULL"), '1')
})

test('an overseer sees figures of the region, no names, and small numbers hidden', async () => {
	const overseer = await staff('madan')
	const { page } = await overseer.getJson('/station/overview')
	assert.equal(page.Region.code, '610502')
	assert.equal(page.Stations.length, 3)
	const point = page.Stations.find((s) => s.kind === 'point')
	assert.ok(!point.volunteers, 'fewer than five volunteers are not counted out')
	const city = (await (await staff('gaofeng')).getJson('/station/overview')).page
	assert.equal(city.Stations.length, 3)
	for (const { name } of sql(`SELECT p.name FROM person p WHERE p.erased_at IS NULL AND NOT EXISTS
		(SELECT 1 FROM staff f WHERE f.person_id = p.id) LIMIT 20`))
		assert.ok(!JSON.stringify(page).includes(name))
})

test('the demo password opens nothing with a wrong login', async () => {
	const c = new Client()
	const r = await c.submit('/account/sign-in', { login: 'nobody', password: DEMO_PASSWORD })
	status(r, 422)
})

guardGet('/station/', { wrong: 'liwei' })
guardGet('/station/edit', { wrong: 'wangfang' })
guardGet('/station/audit', { wrong: 'liwei' })
guardGet('/station/staff/new', { wrong: 'liwei' })
guardGet('/station/overview', { wrong: 'zhangmin' })
guardPost('/station/edit', { right: 'zhangmin', wrong: 'liwei', form: facts })
guardPost('/station/staff/new', { right: 'zhangmin', wrong: 'liwei' })
guardPost('/station/staff/end', { right: 'zhangmin', wrong: 'liwei' })
await end()
