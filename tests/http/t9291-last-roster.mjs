// "As last time" and a series' roster took whoever was on duty elsewhere and only warned, while the roster itself refused by name;
// a child's registration that was left half filled was lost, while an adult's was kept.
import { Client, assert, end, newVolunteer, openid, residentId, sql, staff, status, test, value } from './lib.mjs'
import { dayFrom, draft, newSeries } from './lib/activity.mjs'

const html = { headers: { Accept: 'text/html' } }
const clerk = await staff('liwei')
const fresh = () => `楼道${Math.random().toString(36).slice(2, 8)}`
const page = async (no) => (await clerk.getJson(`/activity/manage/${no}`)).page
const roster = async (no) => ((await page(no)).Roster ?? []).map((r) => r.no).sort()
const put = async (no, ...them) => {
	for (const v of them) status(await clerk.post(`/activity/manage/${no}/roster`, { volunteer_no: v.no }), 303)
}

test('as last time: who is on duty elsewhere is left out, named, and put by one tick', async () => {
	const a = await newVolunteer(), b = await newVolunteer({ name: '孙两边' })
	const title = fresh()
	const [first, second, other] = [await draft(clerk, { title, day: dayFrom(2) }), await draft(clerk, { title, day: dayFrom(9) }),
		await draft(clerk, { title: fresh(), day: dayFrom(9) })]
	await put(first, a, b)
	await put(other, b)
	const r = status(await clerk.post(`/activity/manage/${second}/roster/last`, { volunteer_no: '', duty: '' }), 422).page
	assert.deepEqual(await roster(second), [a.no], 'the others stand')
	assert.deepEqual(r.Placed.map((l) => [l.text, l.word]), [[`${b.no} 孙两边`, 'busy']])
	assert.equal(r.Busy, 'people')
	assert.deepEqual(r.Errors.map((e) => e.field), ['people'])
	const { text } = status(await clerk.post(`/activity/manage/${second}/roster/last`, {}, html), 422)
	assert.match(text, /同一时间排了别的活动/)
	assert.match(text, /name="anyway" value="1"(?! checked)/)
	status(await clerk.post(`/activity/manage/${second}/roster/paste`, { people: r.Form.people, anyway: 1 }), 303)
	assert.deepEqual(await roster(second), [a.no, b.no].sort())
	assert.match(status(await clerk.post(`/activity/manage/${second}/roster/last`), 303).location, /roster_last/, 'again: nobody is left')
})

test('a series: who may not come to one of its days is named with the day, the rest stands', async () => {
	const v = await newVolunteer(), w = await newVolunteer()
	const uid = await newSeries(clerk, { title: fresh(), place: `${fresh()}广场 1 号` })
	const series = async () => (await clerk.getJson(`/activity/manage/series/${uid}`)).page
	const [one, two, ...more] = (await series()).Activities
	assert.ok(more.length)
	await put(one.no, v, w)
	const other = await draft(clerk, { title: fresh(), day: two.day, begins: two.begins.slice(11, 16), ends: two.ends.slice(11, 16) })
	await put(other, w)
	const r = status(await clerk.post(`/activity/manage/series/${uid}/roster`, { like: one.no }), 422).page
	assert.deepEqual(r.Left.map((l) => [l.no, l.volunteer_no, l.word]), [[two.no, w.no, 'busy']])
	assert.deepEqual((await series()).Activities.map((x) => Number(x.roster)), [2, 1, ...more.map(() => 2)])
	assert.match(status(await clerk.post(`/activity/manage/series/${uid}/roster`, { like: one.no }, html), 422).text, new RegExp(`${w.no}.*\\n?.*${two.no}`))
	status(await clerk.post(`/activity/manage/${two.no}/roster`, { volunteer_no: w.no, anyway: 1 }), 303)
	status(await clerk.post(`/activity/manage/series/${uid}/roster`, { like: one.no }), 303)
})

const child = (changes = {}) => ({ name: '周小树', id_type: '01', id_no: residentId({ birth: '2014-05-06' }), guardian_relation: '母亲', home: '1',
	categories: ['0001'], skills: ['09'], consent: ['registration', 'record'], ...changes })
const kept = () => Number(value('SELECT COUNT(*) FROM register_kept WHERE guardian_index IS NOT NULL'))
const form = async (c) => status(await c.getJson('/account/family/child'), 200).page

test('a child: what the guardian typed is there again, sealed, for them alone, without consents', async () => {
	const g = await newVolunteer(), other = await newVolunteer(), typed = child()
	const before = kept()
	assert.equal((await form(g.client)).Resumed, undefined)
	assert.match(status(await g.client.post('/account/family/child/keep', typed), 303).location, /\/account\/family\/child\?done=register_kept$/)
	status(await g.client.post('/account/family/child/keep', { ...typed, name: '周大树' }), 303)
	assert.equal(kept(), before + 1)
	const again = new Client()
	await again.wechatUser(g.openid)
	const { Form, Resumed } = await form(again)
	assert.equal(Number(Resumed), 1)
	assert.deepEqual([Form.name, Form.id_no, Form.guardian_relation, Form.consent], ['周大树', typed.id_no, '母亲', undefined])
	const { text } = status(await g.client.get('/account/family/child', html), 200)
	assert.match(text, /action="\/account\/family\/child\/drop"/)
	assert.match(text, /data-keep="\/account\/family\/child\/keep"/)
	assert.equal((await form(other.client)).Resumed, undefined)
	const body = sql('SELECT HEX(body_sealed) b FROM register_kept WHERE guardian_index IS NOT NULL')
	for (const { b } of body) assert.ok(!Buffer.from(b, 'hex').includes(typed.id_no))
	// Somebody new on the same phone does not find it as their own.
	const stranger = new Client()
	await stranger.wechatUser(openid())
	assert.equal(status(await stranger.getJson('/account/register'), 200).page.Resumed, undefined)
	status(await new Client().post('/account/family/child/keep', typed), 401)
	status(await g.client.post('/account/family/child/keep', { ...typed, csrf: 'f'.repeat(32) }), 403)
	status(await g.client.post('/account/family/child/drop'), 303)
	assert.equal(kept(), before)
	assert.equal((await form(g.client)).Form.name, undefined)
})

test('registering the child ends it, a refused form does not; erasing the guardian ends it', async () => {
	const g = await newVolunteer(), before = kept()
	status(await g.client.post('/account/family/child/keep', child()), 303)
	status(await g.client.post('/account/family/child', child({ consent: ['record'] })), 422)
	assert.equal(kept(), before + 1)
	status(await g.client.post('/account/family/child', child({ consent: ['registration', 'record', 'platform'] })), 303)
	assert.equal(kept(), before)
	const h = await newVolunteer()
	status(await h.client.post('/account/family/child/keep', child()), 303)
	status(await h.client.post('/account/me/erase', { confirm: 1 }), 303)
	assert.equal(kept(), before)
})

await end()
