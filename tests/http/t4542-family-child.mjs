// 家人: a guardian registers a child from their own phone, says yes to a child who typed their number, and is out when the child is
// 18. A second person in one WeChat is never dropped without a word, and nobody's own family is served for hours.
import { Client, assert, bornYearsAgo, end, mobile, newVolunteer, openid, personForm, residentId, sql, staff, status, test, value } from './lib.mjs'

const html = { headers: { Accept: 'text/html' } }
const clerk = await staff('liwei')
const born = (years) => ({ id_no: residentId({ birth: bornYearsAgo(years) }) })
const personOf = (v) => Number(value('SELECT person_id FROM volunteer WHERE no = ?', [v.no]))
const family = async (v) => status(await v.client.getJson('/account/family'), 200).page
const parent = async (name = '王芳', changes = {}) => {
	const v = await newVolunteer({ name, ...born(40), ...changes })
	sql('UPDATE person SET phone_proved_at = NOW() WHERE id = ?', [personOf(v)]) // t9231: without it nobody is asked
	return v
}
const childForm = (changes = {}) => {
	const { phone, ...form } = personForm({ name: '王小宝', ...born(12), guardian_relation: '妈妈', consent: ['registration', 'record'] })
	return { ...form, ...changes }
}
const add = (v, form = childForm()) => v.client.post('/account/family/child', form)
const act = async (v, name) => {
	const row = (await family(v)).For.find((f) => f.name === name)
	status(await v.client.post(`/account/family/${row.uid}/act`), 303)
	return row
}

test('a guardian registers a child, who needs no WeChat and no telephone', async () => {
	const v = await parent(), form = childForm()
	status(await add(v, form), 303)
	const [row] = (await family(v)).For
	assert.deepEqual([row.name, row.kind, Number(row.holds)], ['王小宝', 'guardian', 1])
	const [kept] = sql(`SELECT v.state, p.phone_sealed IS NULL AS no_phone, g.name, g.consent_at IS NOT NULL AS agreed, g.confirmed_by FROM volunteer v
		JOIN person p ON p.id = v.person_id JOIN guardian g ON g.person_id = p.id WHERE v.no = ?`, [row.no])
	assert.deepEqual(kept, { state: 'active', no_phone: '1', name: '王芳', agreed: '1', confirmed_by: null })
	assert.deepEqual(sql('SELECT DISTINCT given_by FROM consent WHERE person_id = (SELECT person_id FROM volunteer WHERE no = ?)', [row.no]), [{ given_by: 'guardian' }])
	assert.match(status(await add(v, form), 422).text, /已经登记过/)
	await act(v, '王小宝')
	assert.equal(status(await v.client.getJson('/account/me'), 200).page.Me.no, row.no)
	status(await v.client.getJson('/account/me/consent'), 200)
	status(await v.client.post('/account/me/consent', { purpose: 'public_name', action: 'give' }), 303)
	assert.equal(value("SELECT given_by FROM consent WHERE purpose = 'public_name' AND person_id = (SELECT person_id FROM volunteer WHERE no = ?)", [row.no]), 'guardian')
	status(await v.client.post('/activity/A2600100001/check-in', { code: '123456' }), 403)
})

test('what is wrong with the form of a child is said beside the field', async () => {
	const v = await parent()
	for (const [changes, field] of [[born(30), 'id_no'], [{ guardian_relation: '' }, 'guardian_relation'], [{ name: '' }, 'name'], [{ consent: [] }, 'consent']]) {
		const r = status(await add(v, childForm(changes)), 422)
		assert.ok(r.page.Errors.some((e) => e.field === field), field)
		assert.equal(Number(r.page.Child), 1)
	}
	const young = await newVolunteer({ ...born(16), guardian_name: '王芳', guardian_phone: mobile() })
	status(await add(young), 422, 'a minor is nobody\'s guardian')
	status(await new Client().post('/account/family/child', childForm()), 401)
	status(await add(v, childForm({ csrf: 'x' })), 403)
})

test('a child who typed the guardian\'s number may sign up once the guardian says yes', async () => {
	const v = await parent('李秀英')
	const child = await newVolunteer({ name: '李小明', ...born(15), guardian_name: '李秀英', guardian_phone: v.form.phone })
	const other = await parent('别人', { phone: v.form.phone })
	assert.equal((await family(other)).Children, undefined, 'the same telephone under another name')
	const [claim] = (await family(v)).Children
	assert.equal(claim.name, '李小明')
	status(await other.client.post('/account/family/guard', { child: claim.uid, answer: 'yes' }), 422)
	assert.equal(status(await child.client.getJson('/account/me'), 200).page.Me.state, 'pending_guardian')
	status(await v.client.post('/account/family/guard', { child: claim.uid, answer: 'yes' }), 303)
	assert.equal(status(await child.client.getJson('/account/me'), 200).page.Me.state, 'active')
	const page = await family(v)
	assert.equal(page.Children, undefined)
	assert.equal(Number(page.For[0].holds), 1)
	const [by] = (await family(child)).By
	status(await child.client.post(`/account/family/${by.uid}/end`), 403, 'a child does not dismiss a guardian')
})

test('who is no guardian says so, and the child waits on', async () => {
	const v = await parent('赵国强')
	const child = await newVolunteer({ name: '赵小', ...born(15), guardian_name: '赵国强', guardian_phone: v.form.phone })
	const [claim] = (await family(v)).Children
	status(await v.client.post('/account/family/guard', { child: claim.uid, answer: 'no' }), 303)
	assert.equal((await family(v)).Children, undefined)
	assert.equal(value('SELECT state FROM volunteer WHERE no = ?', [child.no]), 'pending_guardian')
})

test('a child who turns 18 is free of it by the clock', async () => {
	const v = await parent()
	status(await add(v), 303)
	const row = await act(v, '王小宝')
	sql('UPDATE person SET birth_on = CURDATE() - INTERVAL 18 YEAR WHERE id = (SELECT person_id FROM volunteer WHERE no = ?)', [row.no])
	status(await v.client.getJson('/account/me'), 403)
	status(await v.client.getJson('/account/family/self'), 200)
	status(await v.client.post('/account/family/self'), 303)
	const [grown] = (await family(v)).For
	assert.deepEqual([Number(grown.holds), Number(grown.grown)], [0, 1])
	status(await v.client.post(`/account/family/${row.uid}/act`), 409)
})

test('a second person in one WeChat is told that nothing was kept, and asked who it is', async () => {
	const v = await newVolunteer({ name: '周敏', ...born(40) })
	const before = value('SELECT COUNT(*) FROM person')
	const r = status(await v.client.post('/account/register', personForm({ name: '周小宝', ...born(12) }), html), 409)
	assert.match(r.text, /没有登记，也没有保存/)
	for (const at of ['/account/family/child', '/account/family/ask', '/account/me'])
		assert.match(r.text, new RegExp(`href="${at}"`))
	assert.match(r.text, /周敏/)
	assert.equal(value('SELECT COUNT(*) FROM person'), before)
	assert.equal(new URL(status(await v.client.post('/account/register', v.form), 303, 'the own form once more').location).pathname, '/account/me')
})

test('the station nearest to home stands for the division', async () => {
	const c = new Client()
	await c.wechatUser(openid())
	const page = status(await c.getJson('/account/register'), 200).page
	assert.equal(page.Form.id_type, '01')
	const home = page.Homes[0]
	assert.equal(page.Homes.at(-1).code, '0')
	status(await c.post('/account/register', personForm({ region_code: '', home: '0' })), 422)
	status(await c.post('/account/register', personForm({ region_code: '', home: home.code })), 303)
	assert.equal(status(await c.getJson('/account/me'), 200).page.Station.no, home.code)
})

test('an order of one\'s own family is nobody\'s to serve, and no hour comes of it', async () => {
	const elder = await newVolunteer({ name: '王桂兰', ...born(75) }), son = await newVolunteer({ name: '王强', ...born(45) })
	const code = status(await clerk.post(`/account/volunteers/${elder.no}/family/code`), 200).page.Code.text
	const uid = status(await son.client.post('/account/family/code', { family_code: code, relation: '儿子' }), 303) &&
		value('SELECT LOWER(HEX(uid)) FROM proxy WHERE proxy_person_id = ?', [personOf(son)])
	const order = new Client()
	const form = { name: '王桂兰', phone: elder.form.phone, consent: '1', station: '1', category: '0001', detail: '灯不亮了' }
	const at = new URL(status(await order.submit('/order/new?station=1&free=1', form, { to: '/order/new' }), 303).location)
	const no = at.pathname.split('/')[2]
	status(await clerk.post(`/order/desk/${no}/accept`), 303)
	sql("UPDATE service_order SET open_at = NOW() WHERE no = ?", [no])
	for (const v of [son, elder])
		assert.match(status(await v.client.post(`/order/mine/${no}/take`), 422).text, /是自家的单/)
	assert.equal(value('SELECT state FROM service_order WHERE no = ?', [no]), 'to_dispatch')
	status(await elder.client.post(`/account/family/${uid}/end`), 303)
	assert.match(status(await son.client.post(`/order/mine/${no}/take`), 422).text, /是自家的单/)
	assert.equal(value('SELECT state FROM service_order WHERE no = ?', [no]), 'to_dispatch', 'ended a moment ago is family still')
	const stranger = await newVolunteer(born(30))
	status(await stranger.client.post(`/order/mine/${no}/take`), 303)
	assert.equal(value('SELECT state FROM service_order WHERE no = ?', [no]), 'taken', 'anybody else may')
})

await end()
