// A published activity is changed: who is on its roster reads what was changed. An activity is copied, with its roster or without.
import { assert, end, sql, status, test, value } from './lib.mjs'
import { guardGet, guardPost } from './lib/guard.mjs'
import { newVolunteer } from './lib/person.mjs'
import { begin, dayFrom, draft, planForm, staff } from './lib/activity.mjs'

const clerk = await staff('liwei')
const mine = async (v) => (await v.client.getJson('/activity/mine')).page
const form = (changes = {}) => {
	const { title, category, ...rest } = planForm()
	return { ...rest, ...changes }
}
async function published(volunteers, changes) {
	const no = await draft(clerk, changes)
	for (const v of volunteers) status(await clerk.post(`/activity/manage/${no}/roster`, { volunteer_no: v.no }), 303)
	status(await clerk.post(`/activity/manage/${no}/publish`, { screened: 1 }), 303)
	return no
}
const change = (no, changes) => clerk.post(`/activity/manage/${no}/change`, form(changes))
const rows = (no) => sql("SELECT c.* FROM change_notice c JOIN activity a ON a.id = c.target_id WHERE c.about = 'activity' AND a.no = ? ORDER BY c.id", [no])

test('another time and place: told to who is on the roster, one row for each', async () => {
	const v = await newVolunteer()
	const other = await newVolunteer()
	const no = await published([v])
	assert.equal((await mine(v)).Changes, undefined)
	const page = status(await clerk.getJson(`/activity/manage/${no}/change`), 200).page
	assert.deepEqual([page.Form.begins, page.Form.place], ['09:00', '胜利社区中心花园'])
	assert.match(status(await change(no, { day: dayFrom(4), begins: '14:00', ends: '16:30', place: '站内活动室', planned: 5 }), 303).location, /done=changed$/)
	assert.deepEqual(rows(no).map((r) => r.what), ['time', 'place'])
	assert.equal(new Set(rows(no).map((r) => r.request)).size, 1, 'of one deed')
	const told = (await mine(v)).Changes
	assert.deepEqual(told.map((c) => [c.what, c.was, c.became]), [['place', '胜利社区中心花园', '站内活动室'],
		['time', `${dayFrom(3)} 09:00:00/${dayFrom(3)} 11:00:00`, `${dayFrom(4)} 14:00:00/${dayFrom(4)} 16:30:00`]])
	assert.equal((await mine(other)).Changes, undefined)
	assert.equal((await mine(v)).Duties[0].place, '站内活动室')
	const html = (await v.client.get('/activity/mine')).text
	assert.match(html, /<del>[^]*胜利社区中心花园[^]*<\/del>/)
	// Who comes onto the roster afterwards has nothing to unlearn.
	sql("UPDATE change_notice c JOIN activity a ON a.id = c.target_id SET c.changed_at = c.changed_at - INTERVAL 1 MINUTE WHERE c.about = 'activity' AND a.no = ?", [no])
	status(await clerk.post(`/activity/manage/${no}/roster`, { volunteer_no: other.no }), 303)
	assert.equal((await mine(other)).Changes, undefined)
	// The same again is no change.
	status(await change(no, { day: dayFrom(4), begins: '14:00', ends: '16:30', place: '站内活动室', planned: 5 }), 303)
	assert.equal(rows(no).length, 2)
	assert.equal(value("SELECT COUNT(*) FROM audit u JOIN activity a ON a.id = u.target_id WHERE u.action = 'activity.change' AND a.no = ?", [no]), '2')
	const [a] = sql('SELECT record_due_on > DATE(starts_at) late, code_secret IS NOT NULL has FROM activity WHERE no = ?', [no])
	assert.deepEqual([a.late, a.has], ['1', '1'], 'the days to record are counted from the new day')
})

test('another leader stands on the roster; the old one stays as a member', async () => {
	const [a, b] = [await newVolunteer(), await newVolunteer({ name: '赵强' })]
	const no = await published([], { leader_no: a.no, leader_name: '' })
	status(await change(no, { leader_no: b.no, leader_name: '' }), 303)
	const { Roster } = (await clerk.getJson(`/activity/manage/${no}`)).page
	assert.deepEqual(Object.fromEntries(Roster.map((r) => [r.no, r.role])), { [a.no]: 'member', [b.no]: 'leader' })
	assert.deepEqual((await mine(a)).Changes.map((c) => c.what), ['leader'])
})

test('at the new time somebody is elsewhere: said', async () => {
	const v = await newVolunteer()
	await published([v], { day: dayFrom(6), begins: '14:00', ends: '16:00' })
	const no = await published([v])
	assert.match(status(await change(no, { day: dayFrom(6), begins: '15:00', ends: '17:00' }), 303).location, /changed_clash/)
})

test('called off: the reason is told; a draft tells nobody', async () => {
	const v = await newVolunteer()
	const no = await published([v])
	status(await clerk.post(`/activity/manage/${no}/cancel`, { reason: '大风预警' }), 303)
	assert.deepEqual((await mine(v)).Changes.map((c) => [c.what, c.became]), [['cancelled', '大风预警']])
	const d = await draft(clerk)
	status(await clerk.post(`/activity/manage/${d}/cancel`, { reason: '不办了' }), 303)
	assert.equal(rows(d).length, 0)
})

test('what cannot be: draft, begun, cancelled, past, wrong fields', async () => {
	const d = await draft(clerk)
	status(await change(d), 409)
	status(await clerk.get(`/activity/manage/${d}/change`), 409)
	const no = await published([])
	const bad = async (changes, field) => assert.equal(status(await change(no, changes), 422).page.Errors[0].field, field, JSON.stringify(changes))
	await bad({ day: dayFrom(-1) }, 'day')
	await bad({ day: '2026-02-30' }, 'day')
	await bad({ ends: '09:00' }, 'ends')
	await bad({ begins: '9 o' }, 'begins')
	await bad({ place: '' }, 'place')
	await bad({ content: '' }, 'content')
	await bad({ leader_name: '' }, 'leader_name')
	await bad({ leader_no: 'V2699900001' }, 'leader_no')
	await bad({ planned: 'ten' }, 'planned')
	status(await change(no, { title: '别的' }), 422, 'the name stays')
	assert.equal(rows(no).length, 0)
	begin(no)
	status(await change(no), 409, 'it has begun')
	const c = await published([])
	status(await clerk.post(`/activity/manage/${c}/cancel`, { reason: '不办了' }), 303)
	status(await change(c), 409)
})

test('a copy: the same a week on, with its roster or without', async () => {
	const [v, gone] = [await newVolunteer(), await newVolunteer()]
	const no = await published([v, gone], { day: dayFrom(5), planned: 8 })
	sql("UPDATE volunteer SET state = 'paused' WHERE no = ?", [gone.no])
	const { Form } = status(await clerk.getJson(`/activity/manage/new?copy=${no}`), 200).page
	assert.deepEqual([Form.copy, Form.day, Form.begins, Form.planned, Form.with_roster, Form.leader_name], [no, dayFrom(12), '09:00', 8, 1, '李队长'])
	const copy = async (changes) => {
		const made = await draft(clerk, { copy: no, day: dayFrom(12), ...changes })
		return (await clerk.getJson(`/activity/manage/${made}`)).page
	}
	const full = await copy({ with_roster: 1 })
	assert.deepEqual(full.Roster.map((r) => r.no), [v.no], 'who serves no more stays behind')
	assert.equal(full.Activity.state, 'draft')
	assert.equal((await copy({})).Roster, undefined)
	status(await clerk.submit('/activity/manage/new', planForm({ copy: 'A2600199999' })), 422)
	status(await clerk.getJson('/activity/manage/new?copy=A2600199999'), 404)
	status(await (await staff('zhaolei')).getJson(`/activity/manage/new?copy=${no}`), 404)
	// Of one long over the copy is next week's, on the same weekday.
	sql('UPDATE activity SET starts_at = starts_at - INTERVAL 98 DAY, ends_at = ends_at - INTERVAL 98 DAY WHERE no = ?', [no])
	assert.equal((await clerk.getJson(`/activity/manage/new?copy=${no}`)).page.Form.day, dayFrom(5))
})

let plain
const any = async () => (plain ??= await published([]))
guardGet('/activity/manage/{}/change', { of: any, elsewhere: 'zhaolei' })
guardPost('/activity/manage/{}/change', { of: any, elsewhere: 'zhaolei' })

await end()
