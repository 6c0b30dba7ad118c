// 招募 by days: shifts by date, what suits, and a place taken by the volunteer.
import { Client, assert, end, newVolunteer, sql, staff, status, test, until, value } from './lib.mjs'
import { again } from './lib/loop.mjs'
import { dayFrom, published } from './lib/project.mjs'
import { at, openShift, roster, shiftOf, signs } from './lib/shift.mjs'

const clerk = await staff('liwei')
const reviewer = await staff('wangfang')
const days = async (by, q = '') => status(await by.getJson(`/recruit/${q}`), 200).page
const all = (page) => (page.Days ?? []).flatMap((d) => d.Shifts)

test('a shift stands under its day with its time, and how many are missing', async () => {
	const s = await openShift(clerk, reviewer, { wanted: 3, day: 5 })
	// What strangers see may be some seconds old.
	const day = await until(async () => {
		const found = (await days(new Client())).Days?.find((d) => d.day === dayFrom(5))
		return found?.Shifts.some((x) => x.no === s.no) && found
	})
	assert.equal(day.left, 5)
	const mine = day.Shifts.find((x) => x.no === s.no)
	assert.deepEqual([mine.title, mine.starts_at, mine.wanted, mine.places, mine.mode],
		['清洁家园', `${dayFrom(5)} 09:00:00`, 3, 3, 'direct'])
	const html = await until(async () => {
		const { text } = status(await new Client().get('/recruit/'), 200)
		return text.includes(`/recruit/shift/${s.no}`) && text
	})
	assert.match(html, /哪天有空/)
	assert.match(html, /还缺 3 人/)
})

test('days are chosen: today, a later stretch, a category; what is over is not shown', async () => {
	const s = await openShift(clerk, reviewer, { day: 6 }), anybody = (await newVolunteer()).client
	assert.ok(!all(await days(anybody, '?when=today')).some((x) => x.no === s.no))
	assert.ok(all(await days(anybody, `?from=${dayFrom(6)}`)).some((x) => x.no === s.no))
	assert.ok(all(await days(anybody, '?category=0009')).some((x) => x.no === s.no))
	assert.ok(!all(await days(anybody, '?category=0001')).some((x) => x.no === s.no))
	sql(`UPDATE activity SET starts_at = starts_at - INTERVAL 8 DAY, ends_at = ends_at - INTERVAL 8 DAY WHERE no = ?`, [s.no])
	assert.ok(!all(await days(anybody)).some((x) => x.no === s.no))
})

test('first come, first served: on the roster at once, and the page says so', async () => {
	const s = await openShift(clerk, reviewer, { wanted: 2 })
	const v = await newVolunteer()
	const before = (await v.client.getJson(`/recruit/shift/${s.no}`)).page
	assert.equal(before.Can.apply, 1)
	assert.match(status(await v.client.post(`/recruit/shift/${s.no}/apply`), 303).location, /done=got/)
	assert.deepEqual(signs(s.no).map((a) => [a.state, a.mode]), [['accepted', 'direct']])
	assert.deepEqual(roster(s.no), [v.no])
	assert.equal(shiftOf(s.no).taken, '1')
	const page = (await v.client.getJson(`/recruit/shift/${s.no}`)).page
	assert.equal(page.Mine.state, 'accepted')
	assert.match(status(await v.client.get(`/recruit/shift/${s.no}`), 200).text, /已录用，请按时到/)
	assert.equal(all(await days(v.client)).find((x) => x.no === s.no).state, 'accepted')
	assert.match(status(await v.client.getJson('/activity/mine'), 200).page.Duties.map((d) => d.no).join(), new RegExp(s.no))
})

test('the same click twice, or many at once, is one place; a full shift has a line in order', async () => {
	const s = await openShift(clerk, reviewer, { wanted: 1 })
	const [a, b, c] = await Promise.all([1, 2, 3].map(() => newVolunteer()))
	for (const r of await Promise.all([1, 2, 3, 4].map(() => a.client.post(`/recruit/shift/${s.no}/apply`))))
		assert.match(status(r, 303).location, /done=got/)
	assert.match(status(await b.client.post(`/recruit/shift/${s.no}/apply`), 303).location, /done=lined_up/)
	status(await c.client.post(`/recruit/shift/${s.no}/apply`), 303)
	status(await c.client.post(`/recruit/shift/${s.no}/apply`), 303)
	assert.deepEqual(signs(s.no).map((x) => [x.state, x.line_no]), [['accepted', null], ['waiting', '1'], ['waiting', '2']])
	assert.match(status(await c.client.get(`/recruit/shift/${s.no}`), 200).text, /您排在第\s*2\s*位候补/)
	assert.match(status(await c.client.get('/recruit/'), 200).text, /第 2 位候补/)
})

test('giving up is asked on a page of its own, the place is offered, and taken', async () => {
	const s = await openShift(clerk, reviewer, { wanted: 1 })
	const [a, b] = await Promise.all([1, 2].map(() => newVolunteer()))
	status(await a.client.post(`/recruit/shift/${s.no}/apply`), 303)
	status(await b.client.post(`/recruit/shift/${s.no}/apply`), 303)
	assert.match(status(await a.client.get(`/recruit/shift/${s.no}/withdraw`), 200).text, /您会失去名额，让给排队的人。再报名要从后面排队/)
	assert.match(status(await b.client.get(`/recruit/shift/${s.no}/withdraw`), 200).text, /排队次序会取消/)
	status(await a.client.post(`/recruit/shift/${s.no}/withdraw`), 303)
	assert.deepEqual(roster(s.no), [])
	assert.deepEqual(signs(s.no).map((x) => x.state), ['withdrawn', 'offered'])
	assert.equal(shiftOf(s.no).taken, '1', 'the offer holds the place')
	assert.match(status(await b.client.get(`/recruit/shift/${s.no}`), 200).text, /轮到您了，请回复/)
	status(await b.client.post(`/recruit/shift/${s.no}/accept`), 303)
	assert.deepEqual(roster(s.no), [b.no])
	status(await b.client.post(`/recruit/shift/${s.no}/accept`), 409)
	// Who left comes back behind.
	assert.match(status(await a.client.post(`/recruit/shift/${s.no}/apply`), 303).location, /lined_up/)
})

test('after its deadline a place is not given up without a word', async () => {
	const s = await openShift(clerk, reviewer, { wanted: 1 })
	const v = await newVolunteer()
	status(await v.client.post(`/recruit/shift/${s.no}/apply`), 303)
	sql(`UPDATE shift s JOIN activity a ON a.id = s.activity_id SET s.leave_until = NOW() - INTERVAL 1 MINUTE WHERE a.no = ?`, [s.no])
	const r = status(await v.client.post(`/recruit/shift/${s.no}/withdraw`), 422)
	assert.match(r.page?.Errors?.[0].text ?? r.text, /已过自己退出的时间/)
	assert.deepEqual(roster(s.no), [v.no])
})

/** What somebody was told last. */
const told = async (v) => (status(await v.client.getJson('/account/messages'), 200).page.Messages ?? []).map((m) => m.event)
async function applied(s, ...people) {
	for (const v of people) status(await v.client.post(`/recruit/shift/${s.no}/apply`), 303)
}

test('an offer lapses by the clock, whoever looks on, and passes over who paused', async () => {
	const s = await openShift(clerk, reviewer, { wanted: 1 })
	const [a, b, c, d] = await Promise.all([1, 2, 3, 4].map(() => newVolunteer()))
	await applied(s, a, b, c, d)
	status(await a.client.post(`/recruit/shift/${s.no}/withdraw`), 303)
	sql("UPDATE volunteer SET state = 'paused' WHERE no = ?", [c.no])
	sql(`UPDATE application p JOIN activity a ON a.id = p.activity_id SET p.offered_until = NOW() - INTERVAL 1 MINUTE
		WHERE a.no = ? AND p.state = 'offered'`, [s.no])
	again('activity-close')
	await until(() => signs(s.no)[3].state === 'offered', 90_000)
	assert.deepEqual(signs(s.no).map((x) => [x.state, x.reason]),
		[['withdrawn', null], ['withdrawn', 'lapsed'], ['waiting', null], ['offered', null]])
	assert.equal(shiftOf(s.no).taken, '1')
	assert.ok((await told(b)).includes('passed_on') && (await told(d)).includes('offer'))
	assert.equal(value(`SELECT COUNT(*) FROM audit WHERE action = 'application.lapse' AND actor_kind = 'system'
		AND target_id = ?`, [signs(s.no)[1].id]), '1')
})

test('a free place is not kept from who comes by somebody in line who paused', async () => {
	const s = await openShift(clerk, reviewer, { wanted: 1 })
	const [a, b, c] = await Promise.all([1, 2, 3].map(() => newVolunteer()))
	await applied(s, a, b)
	sql("UPDATE volunteer SET state = 'paused' WHERE no = ?", [b.no])
	status(await a.client.post(`/recruit/shift/${s.no}/withdraw`), 303)
	assert.match(status(await c.client.post(`/recruit/shift/${s.no}/apply`), 303).location, /done=got/)
	assert.deepEqual(signs(s.no).map((x) => x.state), ['withdrawn', 'waiting', 'accepted'])
})

test('what still waits ends with the shift: begun or cancelled, with its own word and message', async () => {
	const begun = await openShift(clerk, reviewer, { wanted: 1 }), off = await openShift(clerk, reviewer, { mode: 'apply', wanted: 1, day: 6 })
	const [a, b, c] = await Promise.all([1, 2, 3].map(() => newVolunteer()))
	await applied(begun, a, b, c)
	status(await a.client.post(`/recruit/shift/${begun.no}/withdraw`), 303)
	await applied(off, b)
	status(await clerk.post(`/activity/manage/${off.no}/cancel`, { reason: '下雨' }), 303)
	// Nobody is taken on for what does not take place; the clock may be first.
	const late = await clerk.post(`/recruit/review/${signs(off.no)[0].uid_hex}/approve`)
	assert.ok(late.status === 409 || /已开始或已取消/.test(late.page?.Errors?.[0].text ?? late.text), late.text)
	assert.deepEqual(roster(off.no), [])
	sql(`UPDATE activity SET starts_at = starts_at - INTERVAL 8 DAY, ends_at = ends_at - INTERVAL 8 DAY WHERE no = ?`, [begun.no])
	again('activity-close')
	await until(() => [...signs(begun.no), ...signs(off.no)].every((x) => ['refused', 'withdrawn'].includes(x.state)), 90_000)
	assert.deepEqual(signs(begun.no).map((x) => [x.state, x.reason, x.offered_until]),
		[['withdrawn', null, null], ['refused', 'shift_over', null], ['refused', 'shift_over', null]])
	assert.deepEqual(signs(off.no).map((x) => [x.state, x.reason]), [['refused', 'shift_cancelled']])
	assert.equal(shiftOf(begun.no).taken, '0', 'the place of the offer is given back')
	const mine = status(await b.client.getJson('/account/messages'), 200).page.Messages
	assert.equal(mine.filter((m) => m.event === 'shift_over').length, 1)
	assert.equal(mine.find((m) => m.event === 'shift_cancelled').note, '下雨')
	assert.match(status(await b.client.get('/account/messages'), 200).text, /活动取消了，报名也取消/)
	assert.ok(!mine.some((m) => m.event === 'ended'))
	assert.match(status(await clerk.get(`/recruit/review/${signs(off.no)[0].uid_hex}`), 200).text, /<dd>活动取消了<\/dd>/)
})

test('leave from a shift frees its place, and the next in line is offered it', async () => {
	const s = await openShift(clerk, reviewer, { wanted: 1 })
	const [a, b] = await Promise.all([1, 2].map(() => newVolunteer()))
	status(await a.client.post(`/recruit/shift/${s.no}/apply`), 303)
	status(await b.client.post(`/recruit/shift/${s.no}/apply`), 303)
	status(await a.client.post(`/activity/${s.no}/leave`, { why: 'ill', words: '' }), 303)
	assert.deepEqual(signs(s.no).map((x) => x.state), ['withdrawn', 'offered'])
	assert.deepEqual(roster(s.no), [])
	assert.equal(shiftOf(s.no).taken, '1')
})

test('whom staff take off the roster gives the place up as well, and 我的 leads to the offer', async () => {
	const s = await openShift(clerk, reviewer, { wanted: 1 })
	const [a, b] = await Promise.all([1, 2].map(() => newVolunteer()))
	status(await a.client.post(`/recruit/shift/${s.no}/apply`), 303)
	status(await b.client.post(`/recruit/shift/${s.no}/apply`), 303)
	status(await clerk.post(`/activity/manage/${s.no}/roster/remove`, { volunteer_no: a.no }), 303)
	assert.deepEqual(signs(s.no).map((x) => x.state), ['withdrawn', 'offered'])
	assert.equal(shiftOf(s.no).taken, '1')
	status(await clerk.post(`/activity/manage/${s.no}/roster/remove`, { volunteer_no: a.no }), 409)
	const [mine] = status(await b.client.getJson('/account/me'), 200).page.Applications
	assert.deepEqual([mine.no, mine.shift, mine.state, mine.starts_at], [s.project, s.no, 'offered', at(5, '09:00:00')])
	assert.match((await b.client.get('/account/me')).text, new RegExp(`href="/recruit/shift/${s.no}"[^>]*>去回复`))
	assert.match((await b.client.get('/account/me/erase')).text, new RegExp(`href="/recruit/shift/${s.no}"`))
	status(await b.client.post(`/recruit/shift/${s.no}/accept`), 303)
	assert.deepEqual(roster(s.no), [b.no])
})

test('a shift at another time takes the ends of its sign-up along', async () => {
	const s = await openShift(clerk, reviewer, { wanted: 1, day: 5, more: { closes_at: at(4, '20:00:00'), leave_until: at(3, '18:00:00') } })
	const [a, b] = await Promise.all([1, 2].map(() => newVolunteer()))
	status(await a.client.post(`/recruit/shift/${s.no}/apply`), 303)
	status(await b.client.post(`/recruit/shift/${s.no}/apply`), 303)
	status(await a.client.post(`/recruit/shift/${s.no}/withdraw`), 303)
	const { Form } = status(await clerk.getJson(`/activity/manage/${s.no}/change`), 200).page
	status(await clerk.post(`/activity/manage/${s.no}/change`, { ...Form, day: dayFrom(8), begins: '10:00', ends: '12:00' }), 303)
	assert.deepEqual([shiftOf(s.no).closes_at, shiftOf(s.no).leave_until], [at(7, '21:00:00'), at(6, '19:00:00')])
	// Earlier: no offer outlasts the beginning, and what would close before it opened opens first.
	sql('UPDATE application p JOIN activity a ON a.id = p.activity_id SET p.offered_until = ? WHERE a.no = ? AND p.state = ?', [at(7, '12:00:00'), s.no, 'offered'])
	status(await clerk.post(`/activity/manage/${s.no}/change`, { ...Form, day: dayFrom(1), begins: '09:00', ends: '11:00' }), 303)
	assert.equal(shiftOf(s.no).closes_at, at(0, '20:00:00'))
	assert.deepEqual(signs(s.no).map((x) => x.offered_until), [null, at(1, '09:00:00')])
	const d = await openShift(clerk, reviewer, { publish: false, day: 5 })
	const edit = status(await clerk.getJson(`/activity/manage/${d.no}/edit`), 200).page.Form
	status(await clerk.post(`/activity/manage/${d.no}/edit`, { ...edit, day: dayFrom(6) }), 303)
	assert.equal(shiftOf(d.no).closes_at, at(6, '09:00:00'))
})

test('two shifts at one time: refused by the name of the first', async () => {
	const one = await openShift(clerk, reviewer, { day: 4, plan: { title: '清理楼道' } })
	const two = await openShift(clerk, reviewer, { day: 4, plan: { begins: '10:30', ends: '12:00' } })
	const v = await newVolunteer()
	status(await v.client.post(`/recruit/shift/${one.no}/apply`), 303)
	const r = status(await v.client.post(`/recruit/shift/${two.no}/apply`), 422)
	assert.match(r.page.Errors[0].text, /您已有“清理楼道”，时间重了：\d+月\d+日 周. 09:00–11:00/)
	assert.deepEqual(signs(two.no), [])
	assert.equal(shiftOf(two.no).taken, '0')
	const page = (await v.client.getJson(`/recruit/shift/${two.no}`)).page
	assert.equal(page.Can?.apply, undefined)
	assert.match(page.Fits.map((f) => f.text).join(), /清理楼道/)
	assert.ok(!all(await days(v.client, '?suits=1')).some((x) => x.no === two.no))
	// At the same moment one of them wins, whichever.
	const w = await newVolunteer()
	const both = await Promise.all([one, two].map((s) => w.client.post(`/recruit/shift/${s.no}/apply`)))
	assert.deepEqual(both.map((x) => x.status).sort(), [303, 422])
})

test('staff approve for a shift: then it is on the roster', async () => {
	const s = await openShift(clerk, reviewer, { mode: 'apply', wanted: 1 })
	const v = await newVolunteer()
	assert.match(status(await v.client.post(`/recruit/shift/${s.no}/apply`), 303).location, /done=applied/)
	assert.deepEqual(roster(s.no), [])
	const [a] = signs(s.no)
	const row = (await clerk.getJson(`/recruit/review?project=${s.project}`)).page.Applications[0]
	assert.equal(row.shift, at(5, '09:00:00'))
	status(await clerk.post(`/recruit/review/${a.uid_hex}/approve`), 303)
	assert.deepEqual(roster(s.no), [v.no])
	assert.equal(shiftOf(s.no).taken, '1')
	assert.equal(value('SELECT taken FROM position WHERE uid = UNHEX(?)', [s.position]), '0', 'the position keeps its own places')
})

test('a project of shifts is signed up for as a whole too', async () => {
	const s = await openShift(clerk, reviewer)
	const v = await newVolunteer()
	status(await v.client.post(`/recruit/shift/${s.no}/apply`), 303)
	status(await v.client.post(`/recruit/${s.project}/apply`, { position: s.position }), 303)
	const page = (await v.client.getJson(`/recruit/${s.project}`)).page
	assert.equal(page.Mine.state, 'pending')
	assert.deepEqual(page.Shifts.map((x) => x.no), [s.no])
	assert.equal(signs(s.no).length, 1)
})

test('not before its time, not after it, not when it is cancelled, not a draft', async () => {
	const s = await openShift(clerk, reviewer)
	const v = await newVolunteer()
	const set = (what) => sql(`UPDATE shift s JOIN activity a ON a.id = s.activity_id SET ${what} WHERE a.no = ?`, [s.no])
	set(`s.opens_at = NOW() + INTERVAL 1 HOUR`)
	assert.equal((await v.client.getJson(`/recruit/shift/${s.no}`)).page.When, 'before')
	status(await v.client.post(`/recruit/shift/${s.no}/apply`), 409)
	set(`s.opens_at = NOW() - INTERVAL 2 HOUR, s.closes_at = NOW() - INTERVAL 1 HOUR`)
	status(await v.client.post(`/recruit/shift/${s.no}/apply`), 409)
	set(`s.closes_at = a.starts_at`)
	status(await v.client.post(`/recruit/shift/${s.no}/apply`), 303)
	status(await clerk.post(`/activity/manage/${s.no}/cancel`, { reason: '下雨' }), 303)
	assert.match(status(await v.client.get(`/recruit/shift/${s.no}`), 200).text, /这次活动取消了[\s\S]*下雨/)
	status(await v.client.post(`/recruit/shift/${s.no}/apply`), 409)
	const d = await openShift(clerk, reviewer, { publish: false })
	status(await v.client.getJson(`/recruit/shift/${d.no}`), 404)
})

test('strangers are led to sign in; forged and foreign posts are refused', async () => {
	const s = await openShift(clerk, reviewer)
	const page = status(await new Client().get(`/recruit/shift/${s.no}`), 200).text
	assert.match(page, new RegExp(`/account/wechat/start\\?to=/recruit/shift/${s.no}`))
	const v = await newVolunteer()
	status(await v.client.post(`/recruit/shift/${s.no}/apply`, { csrf: 'f'.repeat(32) }), 403)
	status(await clerk.post(`/recruit/shift/${s.no}/apply`), 403)
	status(await v.client.getJson('/recruit/shift/A0000000000'), 404)
	status(await v.client.getJson(`/recruit/manage/${s.project}`), 403)
	const other = await staff('sunli')
	status(await other.getJson(`/recruit/manage/${s.project}`), 404)
	status(await other.post(`/recruit/manage/${s.project}/shift/${s.no}`, { position: s.position, wanted: 1, mode: 'direct' }), 404)
})

await end()
