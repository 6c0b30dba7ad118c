// Names are not harvested. Seen: any clerk typed the numbers of another station's volunteers into a roster, the box of a leader
// or the enrolment of a training, one after the other, and read the full names of all of them; the audit named nobody. Now
// who belongs to another station is asked, shown masked until they agree, and tries are counted.
import { Client, assert, cleanup, end, newVolunteer, sql, staff, status, test, value } from './lib.mjs'
import { draft, newActivity, records, roomToday } from './lib/activity.mjs'
import { published as newTraining } from './lib/training.mjs'

await roomToday()
const neighbour = await staff('zhaolei') // of station 2
const clerk = await staff('liwei') // of station 1
const own = {}
cleanup(() => sql('DELETE FROM throttle'))

const audits = (action) => sql('SELECT action, detail FROM audit WHERE action = ? ORDER BY id DESC LIMIT 1', [action])[0]
const asks = async (v) => status(await v.client.getJson('/account/me'), 200).page.Asks ?? []
const roster = (no) => sql(`SELECT v.no, o.state, o.role, o.added_by FROM roster o JOIN activity a ON a.id = o.activity_id
	JOIN volunteer v ON v.person_id = o.person_id WHERE a.no = ? AND o.state = 'on'`, [no])

test('the roster: asked, masked, agreed, on it', async () => {
	const v = await newVolunteer({ name: '欧阳慧敏' })
	const no = await draft(neighbour, own)
	const r = status(await neighbour.post(`/activity/manage/${no}/roster`, { volunteer_no: v.no, duty: '发水' }), 303)
	assert.match(r.location, /roster_asked/)
	assert.deepEqual(roster(no), [])
	assert.deepEqual([audits('ask.roster').detail], [v.no])
	const before = status(await neighbour.get(`/activity/manage/${no}`), 200).text
	assert.ok(!before.includes('欧阳慧敏') && /欧阳?\*+/.test(before), 'masked until they agree')
	const [ask] = await asks(v)
	assert.deepEqual([ask.what, ask.no, ask.purpose, ask.duty], ['activity', no, 'roster', '发水'])
	assert.match(status(await v.client.get('/account/me'), 200).text, /请您参加活动/)
	assert.match(status(await v.client.post(`/activity/${no}/join`), 303).location, /\/account\/me\?done=ask_accepted/)
	assert.deepEqual(roster(no), [{ no: v.no, state: 'on', role: 'member', added_by: null }])
	assert.ok((await neighbour.get(`/activity/manage/${no}`)).text.includes('欧阳慧敏'))
	assert.deepEqual(await asks(v), [])
	status(await v.client.post(`/activity/${no}/join`), 404)
	/* Known from now on: no need to ask again. */
	assert.match(status(await neighbour.post(`/activity/manage/${await draft(neighbour, own)}/roster`, { volunteer_no: v.no, anyway: 1 }), 303).location, /roster_(added|clash)/)
	assert.equal(audits('roster.add').detail, v.no)
})
test('a no is a no, and may be asked again', async () => {
	const v = await newVolunteer({ name: '欧阳慧敏' })
	const no = await draft(neighbour, own)
	const add = () => neighbour.post(`/activity/manage/${no}/roster`, { volunteer_no: v.no })
	status(await add(), 303)
	status(await add(), 303)
	assert.equal((await asks(v)).length, 1)
	assert.match(status(await v.client.post(`/activity/${no}/decline`), 303).location, /ask_declined/)
	assert.deepEqual([roster(no), await asks(v)], [[], []])
	assert.equal((await neighbour.getJson(`/activity/manage/${no}`)).page.Asked[0].state, 'declined')
	status(await add(), 303)
	assert.equal((await asks(v)).length, 1)
})
test('the leader: named when they agree', async () => {
	const v = await newVolunteer({ name: '欧阳慧敏' })
	const no = await draft(neighbour, { ...own, leader_no: v.no, leader_name: undefined })
	const shown = status(await neighbour.getJson(`/activity/manage/${no}`), 200).page
	assert.match(shown.Activity.leader_name, /^欧阳?\*+$/)
	assert.equal(shown.Activity.leader_no, undefined)
	assert.ok(!(await neighbour.get(`/activity/manage/${no}/edit`)).text.includes('欧阳慧敏'))
	assert.equal((await asks(v))[0].purpose, 'leader')
	status(await v.client.post(`/activity/${no}/join`), 303)
	const now = status(await neighbour.getJson(`/activity/manage/${no}`), 200).page.Activity
	assert.deepEqual([now.leader_name, now.leader_no], ['欧阳慧敏', v.no])
	assert.deepEqual(roster(no).map((r) => [r.no, r.role]), [[v.no, 'leader']])
})
test('the training: a place when they agree', async () => {
	const v = await newVolunteer({ name: '欧阳慧敏' })
	const no = await newTraining(neighbour)
	const r = status(await neighbour.post(`/training/manage/${no}/enrol`, { volunteer_no: v.no }), 303)
	assert.match(r.location, /desk_asked/)
	const page = status(await neighbour.get(`/training/manage/${no}/roll`), 200).text
	assert.ok(!page.includes('欧阳慧敏') && /欧阳?\*+/.test(page))
	assert.equal((await asks(v))[0].what, 'training')
	status(await v.client.post(`/training/${no}/join`), 303)
	assert.ok((await neighbour.get(`/training/manage/${no}/roll`)).text.includes('欧阳慧敏'))
	status(await v.client.post(`/training/${no}/join`), 404)
	status(await v.client.post(`/training/${no}/decline`), 404)
})
test('their own station needs not ask, and its number is in the audit', async () => {
	const v = await newVolunteer()
	const no = await draft(clerk)
	assert.match(status(await clerk.post(`/activity/manage/${no}/roster`, { volunteer_no: v.no }), 303).location, /roster_added/)
	assert.equal(audits('roster.add').detail, v.no)
	const led = await draft(clerk, { leader_no: v.no })
	assert.equal(audits('roster.lead').detail, v.no)
	assert.equal(roster(led).length, 1)
	const t = await newTraining(clerk)
	status(await clerk.post(`/training/manage/${t}/enrol`, { volunteer_no: v.no }), 303)
	assert.equal(audits('enrolment.desk').detail, v.no)
})
test('who is on a roster without having agreed has no hours', async () => {
	const v = await newVolunteer()
	const no = await draft(neighbour, own)
	status(await neighbour.post(`/activity/manage/${no}/roster`, { volunteer_no: v.no }), 303)
	assert.deepEqual([roster(no), records(no)], [[], []])
})
test('what is over asks nobody any more', async () => {
	const v = await newVolunteer()
	const a = await newActivity(neighbour)
	status(await neighbour.post(`/activity/manage/${a.no}/roster`, { volunteer_no: v.no }), 303)
	sql(`UPDATE activity SET ends_at = starts_at + INTERVAL 1 MINUTE WHERE no = ?`, [a.no])
	assert.deepEqual(await asks(v), [])
	status(await v.client.post(`/activity/${a.no}/join`), 409)
	assert.deepEqual(roster(a.no), [])
})
test('only who was asked answers, signed in, with the token', async () => {
	const v = await newVolunteer()
	const other = await newVolunteer()
	const no = await draft(neighbour, own)
	status(await neighbour.post(`/activity/manage/${no}/roster`, { volunteer_no: v.no }), 303)
	for (const way of ['join', 'decline']) {
		status(await other.client.post(`/activity/${no}/${way}`), 404)
		status(await v.client.post(`/activity/A2699999999/${way}`), 404)
		status(await v.client.post(`/activity/${no}/${way}`, { csrf: null }), 403)
		status(await clerk.post(`/activity/${no}/${way}`), 403)
		status(await new Client().post(`/activity/${no}/${way}`, { csrf: '0'.repeat(32) }), 401)
		status(await new Client().post(`/training/T2699999999/${way}`, { csrf: '0'.repeat(32) }), 401)
		status(await clerk.post(`/training/T2699999999/${way}`), 403)
		status(await v.client.post(`/training/T2699999999/${way}`), 404)
	}
	assert.equal((await asks(v)).length, 1)
})
test('counting numbers up is stopped, for the member of staff and for the station', async () => {
	sql('DELETE FROM throttle')
	const no = await draft(neighbour, own)
	const add = (by, n) => by.post(`/activity/manage/${no}/roster`, { volunteer_no: n })
	let taken = 0
	for (let i = 1; i <= 40; i++) {
		const { status: s } = await add(neighbour, `V26009${String(i).padStart(5, '0')}`)
		assert.ok([422, 429].includes(s), s)
		taken += s === 422
	}
	assert.equal(taken, 30)
	/* Whoever works with their own is not held up by it. */
	const v = await newVolunteer()
	status(await clerk.post(`/activity/manage/${await draft(clerk)}/roster`, { volunteer_no: v.no }), 303)
	status(await neighbour.post('/activity/manage/new', { title: '试试', category: '0009', content: '试试', day: '2027-01-05', begins: '09:00',
		ends: '10:00', place: '广场', leader_no: v.no, key: 'x' }), 429)
	assert.equal(value('SELECT COUNT(*) FROM volunteer_ask k JOIN volunteer v USING (person_id) WHERE v.no = ?', [v.no]), '0')
	sql('DELETE FROM throttle')
})
await end()
