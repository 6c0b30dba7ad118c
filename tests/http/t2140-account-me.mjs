// 我的: hours, duties, what is held; editing, consents, the download of everything, and erasure.
import { Client, assert, end, mobile, newVolunteer, sql, status, test, value } from './lib.mjs'

const html = { headers: { Accept: 'text/html' } }
const idOf = (no) => value('SELECT person_id FROM volunteer WHERE no = ?', [no])
const me = async (v) => status(await v.client.getJson('/account/me'), 200).page

/** A duty on a roster, at hours of the day `days` from today. */
function plantDuty(no, days, { from = '09:00', to = '12:00', state = 'published' } = {}) {
	const activity = `A-T${Math.random().toString(36).slice(2, 12)}`
	sql(`INSERT INTO activity (uid, no, station_id, title, category, starts_at, ends_at, place, state, created_by)
		SELECT RANDOM_BYTES(16), ?, s.id, '周六助餐配送', '0001', TIMESTAMP(CURDATE() + INTERVAL ? DAY, ?),
		TIMESTAMP(CURDATE() + INTERVAL ? DAY, ?), '社区食堂', ?, f.id FROM station s, staff f WHERE s.no = 1 AND f.login = 'liwei';
		INSERT INTO roster (activity_id, person_id, station_id)
		SELECT a.id, v.person_id, a.station_id FROM activity a, volunteer v WHERE a.no = ? AND v.no = ?`,
	[activity, days, from, days, to, state, activity, no])
	return activity
}

test('my page greets, counts, and shows numbers only in part', async () => {
	const v = await newVolunteer({ name: '乌兰其其格' })
	const page = await me(v)
	assert.equal(page.Me.name, '乌兰其其格')
	assert.equal(page.Me.hours, '0.00')
	assert.equal(page.Station.phone, '0913-2100001')
	const all = JSON.stringify(page)
	assert.ok(!all.includes(v.form.id_no) && !all.includes(v.form.phone))
	assert.match(page.Held.id_no, /^\d{4}\*{10}[\dX]{4}$/)
	assert.match(page.Held.birth_on, /^\d{4}-\*\*-\*\*$/)
	assert.ok(!/"(id|person_id|_id|_station)"/.test(all), 'no row id')
	const text = status(await v.client.get('/account/me'), 200).text
	assert.match(text, /乌兰其其格，您好/)
	assert.ok(!text.includes(v.form.id_no) && !text.includes(v.form.phone))
	assert.match(text, /<a href="\/account\/me" aria-current="true">[^]*?我的<\/a>/)
})

test('hours come from the total, today stands apart from later, what is over is gone', async () => {
	const v = await newVolunteer()
	sql(`INSERT INTO volunteer_total (person_id, minutes, records, scan_minutes, list_minutes) VALUES (?, 7710, 41, 7000, 710)`, [idOf(v.no)])
	plantDuty(v.no, 0, { from: '00:00', to: '23:59' })
	plantDuty(v.no, 3)
	plantDuty(v.no, -3)
	plantDuty(v.no, 5, { state: 'cancelled' })
	const page = await me(v)
	assert.equal(page.Me.hours, '128.50')
	assert.equal(page.Me.records, 41)
	const about = ({ starts_at: from, ends_at: to, place }) => `${from} ${to} ${place}`
	assert.equal(page.DutiesToday.length, 1)
	assert.match(about(page.DutiesToday[0]), /^\d{4}-\d\d-\d\d 00:00:00 \d{4}-\d\d-\d\d 23:59:00 社区食堂$/)
	assert.equal(page.Duties.length, 1)
	assert.match(about(page.Duties[0]), /^\d{4}-\d\d-\d\d 09:00:00 \d{4}-\d\d-\d\d 12:00:00 社区食堂$/)
	assert.ok(page.DutiesToday[0].starts_at < page.Duties[0].starts_at)
	assert.match((await v.client.get('/account/me')).text, /扫码签到/)
})

test('nobody else sees it', async () => {
	for (const [method, path] of [['getJson', '/account/me'], ['getJson', '/account/me/edit'], ['getJson', '/account/me/erase'], ['getJson', '/account/me/consent'],
		['post', '/account/me/edit'], ['post', '/account/me/consent'], ['post', '/account/me/export'], ['post', '/account/me/erase']]) {
		status(await new Client()[method](path), 401, path)
		const staff = new Client()
		await staff.signInStaff('liwei', 'zhiyuan-2026')
		status(await staff[method](path), 403, path)
	}
})

test('posts without the token change nothing', async () => {
	const v = await newVolunteer()
	for (const path of ['/account/me/edit', '/account/me/consent', '/account/me/export', '/account/me/erase'])
		status(await v.client.post(path, { csrf: '0'.repeat(32), confirm: '1' }), 403, path)
	assert.equal((await me(v)).Me.name, '林小满')
})

test('divisions and wishes can be changed, a phone only with proof; platforms are told by the version', async () => {
	const v = await newVolunteer()
	const form = status(await v.client.getJson('/account/me/edit'), 200).page.Form
	assert.deepEqual(form.categories, ['0001', '0017'])
	const page = status(await v.client.get('/account/me/edit'), 200).text
	assert.match(page, /value="0017" checked/)
	const { phone } = v.form
	const changed = { region_code: '610502003', service_region_code: '610503', categories: ['0004'], skills: ['01', '19'], fields: ['0007'], available: ['16', '19'] }
	status(await v.client.post('/account/me/edit', changed), 303)
	const held = (await me(v)).Held
	assert.equal(held.phone, `${phone.slice(0, 3)}****${phone.slice(7)}`)
	assert.equal(held.categories, '卫生健康')
	assert.equal(held.available, '周六上午、周日上午')
	assert.match(held.region, /解放街道$/)
	assert.equal(value('SELECT version FROM volunteer WHERE no = ?', [v.no]), '2')
	for (const [fields, field] of [[{ phone: '0913-2123456' }, 'phone'], [{ phone: 'x' }, 'phone'], [{ phone: mobile() }, 'phone'], [{ region_code: '610000' }, 'region_code'],
		[{ categories: [] }, 'categories'], [{ skills: ['77'] }, 'skills'], [{ available: ['25'] }, 'available']]) {
		const r = status(await v.client.post('/account/me/edit', { ...changed, ...fields }), 422)
		assert.equal(r.page.Errors[0].field, field)
	}
	status(await v.client.post('/account/me/edit', { ...changed, region_code: '' }, html), 422)
})

test('consents that are not needed can be withdrawn and given again; each change stays on record', async () => {
	const v = await newVolunteer()
	const now = async () => Object.fromEntries((await me(v)).Consents.map((c) => [c.purpose, c.live === 1]))
	assert.deepEqual(await now(), { registration: true, record: true, platform: true, public_name: false, location: false, school: false })
	assert.match(status(await v.client.get('/account/me/consent'), 200).text, /撤回同意/)
	const post = (purpose, action) => v.client.post('/account/me/consent', { purpose, action })
	status(await post('platform', 'withdraw'), 303)
	status(await post('public_name', 'give'), 303)
	status(await post('public_name', 'give'), 303)
	assert.deepEqual(await now(), { registration: true, record: true, platform: false, public_name: true, location: false, school: false })
	status(await post('platform', 'give'), 303)
	assert.equal((await now()).platform, true)
	assert.equal(value("SELECT COUNT(*) FROM consent WHERE person_id = ? AND purpose = 'platform'", [idOf(v.no)]), '2')
	assert.equal(value("SELECT COUNT(*) FROM consent WHERE person_id = ? AND purpose = 'public_name'", [idOf(v.no)]), '1')
	for (const [purpose, action] of [['registration', 'withdraw'], ['record', 'withdraw'], ['location', 'burn'], ['anything', 'give'], ['platform', 'burn'], ['', '']])
		status(await post(purpose, action), 422, purpose)
	assert.match(status(await v.client.post('/account/me/consent', { purpose: 'record', action: 'withdraw' }, html), 422).text, /注销/)
})

test('everything held comes as one file, with whole numbers, and is never cached', async () => {
	const v = await newVolunteer()
	plantDuty(v.no, 2)
	const r = status(await v.client.post('/account/me/export'), 200)
	assert.match(r.headers['content-disposition'], new RegExp(`^attachment; filename="${v.no}.json"`))
	assert.match(r.headers['cache-control'], /no-store/)
	assert.equal(r.json.person.id_no, v.form.id_no)
	assert.equal(r.json.person.phone, v.form.phone)
	assert.equal(r.json.volunteer[0].no, v.no)
	assert.equal(r.json.consents.length, 3)
	assert.equal(r.json.roster[0].activity, '周六助餐配送')
	assert.equal(r.json.wechat[0].openid, v.openid)
	assert.ok(!/"(id|person_id|uid)":/.test(r.text))
	assert.equal(value("SELECT COUNT(*) FROM audit WHERE action = 'person.export' AND target_id = ?", [idOf(v.no)]), '1')
	status(await v.client.getJson('/account/me/export'), 405)
})

test('erasure asks first, then destroys who it was and keeps what was done', async () => {
	const v = await newVolunteer()
	const id = idOf(v.no)
	plantDuty(v.no, -1)
	status(await v.client.get('/account/me/erase'), 200)
	assert.equal(status(await v.client.post('/account/me/erase', {}), 422).page.Errors[0].field, 'confirm')
	assert.equal((await me(v)).Me.name, '林小满')
	const token = v.client.jar.get('zyz').value
	const r = status(await v.client.post('/account/me/erase', { confirm: '1' }), 303)
	assert.match(status(await v.client.get(r.location), 200).text, /已经删除/)
	const p = sql('SELECT * FROM person WHERE id = ?', [id])[0]
	assert.equal(p.name, '已注销')
	for (const column of ['birth_on', 'id_type', 'id_no_sealed', 'id_no_index', 'phone_sealed', 'phone_index', 'commit_salt', 'name_pinyin'])
		assert.equal(p[column], null, column)
	assert.ok(p.erased_at)
	assert.equal(value('SELECT state FROM volunteer WHERE person_id = ?', [id]), 'left')
	assert.equal(value('SELECT COUNT(*) FROM roster WHERE person_id = ?', [id]), '1')
	assert.equal(value('SELECT COUNT(*) FROM consent WHERE person_id = ? AND withdrawn_at IS NULL', [id]), '0')
	assert.equal(value('SELECT COUNT(*) FROM wechat_account WHERE openid = ?', [v.openid]), '0')
	assert.equal(value('SELECT COUNT(*) FROM wechat_login WHERE openid = ?', [v.openid]), '0')
	v.client.jar.set(v.client.base, 'zyz', token)
	status(await v.client.getJson('/account/me'), 401)
	const staff = new Client()
	await staff.signInStaff('liwei', 'zhiyuan-2026')
	status(await staff.getJson(`/account/volunteers/${v.no}`), 404)
	const again = await new Client().wechatUser(v.openid)
	assert.equal(again.url.pathname, '/account/register', 'and may come back as somebody new')
})

test('who is still counted on withdraws first', async () => {
	const v = await newVolunteer()
	const duty = plantDuty(v.no, 1)
	assert.match(status(await v.client.post('/account/me/erase', { confirm: '1' }), 422).page.Errors[0].text, /活动/)
	sql("UPDATE roster r JOIN activity a ON a.id = r.activity_id SET r.state = 'excused' WHERE a.no = ?", [duty])
	status(await v.client.post('/account/me/erase', { confirm: '1' }), 303)
})

await end()
