// Places of a shift were oversold by the roster; rules changed behind those who had asked; whoever lacked an agreement or insurance
// could not even ask. A place is one place however it was come by; what is asked is shown, and what can be done is led to.
import { assert, end, newVolunteer, sql, staff, status, test, value } from './lib.mjs'
import { dayFrom, published } from './lib/project.mjs'
import { openShift, roster, shiftOf, signs } from './lib/shift.mjs'

const [clerk, reviewer] = await Promise.all(['liwei', 'wangfang'].map((n) => staff(n)))
const add = (s, v) => clerk.post(`/activity/manage/${s.no}/roster`, { volunteer_no: v.no })
const apply = (s, v) => v.client.post(`/recruit/shift/${s.no}/apply`)
const people = (n) => Promise.all(Array.from({ length: n }, () => newVolunteer()))
const page = async (s, v) => status(await v.client.getJson(`/recruit/shift/${s.no}`), 200).page

test('whom staff put on the roster has a place of the shift, and there are no more than it has', async () => {
	const s = await openShift(clerk, reviewer, { wanted: 2 })
	const [a, b, c] = await people(3)
	status(await add(s, a), 303)
	assert.deepEqual(signs(s.no).map((x) => [x.state, x.volunteer_no]), [['accepted', a.no]])
	assert.equal(shiftOf(s.no).taken, '1')
	status(await add(s, a), 303)
	assert.equal(shiftOf(s.no).taken, '1', 'once')
	status(await apply(s, b), 303)
	assert.match(status(await add(s, c), 422).page.Errors[0].text, /名额已满/)
	assert.deepEqual(roster(s.no), [a.no, b.no])
	status(await apply(s, c), 303)
	assert.deepEqual(signs(s.no).map((x) => x.state), ['accepted', 'accepted', 'waiting'])
	// Off again: the place is the next one's.
	status(await clerk.post(`/activity/manage/${s.no}/roster/remove`, { volunteer_no: a.no }), 303)
	assert.deepEqual(signs(s.no).map((x) => x.state), ['withdrawn', 'accepted', 'offered'])
	// Staff may put whoever holds the offer: it is the same place.
	status(await add(s, c), 303)
	assert.deepEqual([roster(s.no), shiftOf(s.no).taken], [[b.no, c.no], '2'])
	assert.equal(value("SELECT COUNT(*) FROM audit WHERE action = 'application.put' AND target_id = (SELECT MAX(id) FROM application WHERE person_id = (SELECT person_id FROM volunteer WHERE no = ?))", [c.no]), '1')
})

test('a paste fills the places that there are and says who is over', async () => {
	const s = await openShift(clerk, reviewer, { wanted: 2 })
	const vs = await people(3)
	const r = status(await clerk.post(`/activity/manage/${s.no}/roster/paste`, { people: vs.map((v) => v.no).join('\n') }), 422)
	assert.deepEqual(r.page.Placed.map((p) => p.word), ['placed', 'placed', 'full'])
	assert.deepEqual(roster(s.no), [vs[0].no, vs[1].no])
	assert.equal(shiftOf(s.no).taken, '2')
})

test('what somebody asked for is not changed behind them', async () => {
	const p = await published(clerk, reviewer, { positions: [{}, { title: '登记员' }] })
	const v = await newVolunteer()
	const at = `/recruit/manage/${p.no}/position/${p.positions[0].uid}`
	status(await clerk.submit(at, { mode: 'apply' }), 303)
	status(await v.client.post(`/recruit/${p.no}/apply`, { position: p.positions[0].uid }), 303)
	assert.equal(status(await clerk.submit(at, { mode: 'direct' }), 422).page.Errors[0].field, 'mode')
	status(await clerk.submit(at, { mode: 'apply', hours: '周三上午' }), 303)
	assert.match(status(await (await newVolunteer()).client.get(`/recruit/${p.no}`), 200).text, /报名后由站点答复/)
	// Of a shift the work itself: free as long as nobody asked, refused and named then.
	const s = await openShift(clerk, reviewer, { project: { no: p.no, position: p.positions[0].uid } })
	const shift = { position: p.positions[1].uid, wanted: 2, mode: 'direct' }
	status(await clerk.submit(`/recruit/manage/${p.no}/shift/${s.no}`, shift), 303)
	assert.equal(shiftOf(s.no).position_id, value('SELECT id FROM position WHERE uid = UNHEX(?)', [p.positions[1].uid]))
	status(await apply(s, v), 303)
	const back = status(await clerk.submit(`/recruit/manage/${p.no}/shift/${s.no}`, { ...shift, position: p.positions[0].uid }), 422)
	assert.equal(back.page.Errors[0].field, 'position')
	// A project again asks the same.
	sql("UPDATE position SET mode = 'direct', skills = '01', sex = '2', sex_reason = '女浴室' WHERE uid = UNHEX(?)", [p.positions[1].uid])
	const copy = status(await clerk.post(`/project/${p.no}/copy`), 303).location.match(/P\d+/)[0]
	const of = (no) => sql('SELECT o.title, o.mode, o.skills, o.sex, o.sex_reason, o.hours FROM position o JOIN project p ON p.id = o.project_id WHERE p.no = ? ORDER BY o.id', [no])
	assert.deepEqual(of(copy), of(p.no))
})

test('who is qualified today must be so on the day of the shift', async () => {
	const s = await openShift(clerk, reviewer, { day: 5 })
	const v = await newVolunteer()
	const training = value('SELECT MIN(id) FROM training')
	sql('UPDATE position SET training_id = ? WHERE uid = UNHEX(?)', [training, s.position])
	const until = (day) => {
		sql('DELETE FROM qualification WHERE person_id = (SELECT person_id FROM volunteer WHERE no = ?)', [v.no])
		sql(`INSERT INTO qualification (person_id, training_id, name, granted_on, valid_until) SELECT v.person_id, t.id, t.title, ?, ?
			FROM volunteer v JOIN training t ON t.id = ? WHERE v.no = ?`, [dayFrom(-30), day, training, v.no])
	}
	until(dayFrom(4))
	assert.equal((await page(s, v)).Can?.apply, undefined)
	status(await apply(s, v), 422)
	until(dayFrom(5))
	status(await apply(s, v), 303)
})

test('who still has to sign may ask, is led there, and comes when it is done', async () => {
	const p = await published(clerk, reviewer, { plan: { agreement: '1' }, positions: [{}] })
	const of = { no: p.no, position: p.positions[0].uid }
	const direct = await openShift(clerk, reviewer, { project: of, day: 5, wanted: 1 })
	const asked = await openShift(clerk, reviewer, { project: of, day: 6, mode: 'apply' })
	const [v, w] = await people(2)
	const before = await page(direct, v)
	assert.deepEqual([before.Todo, before.Can.apply], [{ word: 'unagreed', station: '1' }, 1])
	assert.match(status(await v.client.get(`/recruit/shift/${direct.no}`), 200).text, /href="\/support\/sign\/1"/)
	for (const s of [direct, asked]) assert.match(status(await apply(s, v), 303).location, /done=applied/)
	assert.deepEqual([signs(direct.no)[0].state, shiftOf(direct.no).taken, roster(direct.no)], ['pending', '0', []])
	status(await apply(asked, w), 303)
	// Staff read who it is that lacks something.
	const both = signs(asked.no).map((x) => x.uid_hex)
	assert.match(status(await clerk.post('/recruit/review', { uid: both }), 422).page.Errors[0].text, new RegExp(`^${v.form.name}：还没有签`))
	assert.deepEqual(signs(asked.no).map((x) => x.state), ['pending', 'pending'])
	const { Text } = status(await v.client.getJson('/support/sign/1'), 200).page
	status(await v.client.post('/support/sign/1', { text: Text.uid, agree: 1, code: v.form.id_no.slice(-6) }), 303)
	const after = await page(direct, v)
	assert.deepEqual([after.Todo, after.Can.finish], [undefined, 1])
	assert.match(status(await apply(direct, v), 303).location, /done=got/)
	assert.deepEqual([signs(direct.no)[0].state, roster(direct.no)], ['accepted', [v.no]])
	status(await clerk.post(`/recruit/review/${both[0]}/approve`), 303)
	assert.deepEqual(roster(asked.no), [v.no])
})

await end()
