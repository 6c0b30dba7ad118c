// Insurance: a policy covers all or those it names, for days and a scope; no dangerous activity is published, rostered or
// checked in without one.
import { assert, end, guardGet, guardPost, newVolunteer, sql, staff, status, test, value } from './lib.mjs'
import { begin, checkIn, dayFrom, draft, newActivity, roomToday } from './lib/activity.mjs'

await roomToday()
const [clerk, elsewhere] = await Promise.all([staff('liwei'), staff('zhaolei')])
let serial = 0
const form = (changes = {}) => ({ insurer: '渭南财产保险', policy_no: `T${process.pid}-${++serial}`, kind: '人身意外伤害保险', covers: 'all',
	from_on: dayFrom(-1), to_on: dayFrom(30), ...changes })
const uidOf = (r) => new URL(status(r, 303).location).pathname.split('/')[3]
const added = async (changes, who = clerk) => uidOf(await who.post('/support/insurance/new', form(changes)))
const show = async (uid) => status(await clerk.getJson(`/support/insurance/${uid}`), 200).page
const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')
const file = (content = PNG) => [{ field: 'file', name: 'p.png', type: 'image/png', content }]
const wrong = (r) => status(r, 422).page.Errors.map((e) => e.field).sort()
/** The demo's own policies, which would cover everybody, do not count meanwhile. */
sql(`UPDATE insurance SET ended_at = NOW(), end_reason = 'test'`)

const shared = await added({ covers: 'named' })
const of = () => shared
guardGet('/support/insurance')
guardGet('/support/insurance/new')
guardGet('/support/insurance/{}', { of, elsewhere: 'zhaolei' })
guardGet('/support/insurance/{}/paper', { of, elsewhere: 'zhaolei' })
guardPost('/support/insurance/new', { form: form() })
for (const [step, f] of [['people', { numbers: 'V2600100001' }], ['accepted', {}], ['remove', { person: '0'.repeat(32) }], ['end', { reason: '退保' }], ['paper', {}]])
	guardPost(`/support/insurance/{}/${step}`, { of, form: f, elsewhere: 'zhaolei' })

test('a policy has a number of its own, days in order, and is not over', async () => {
	assert.deepEqual(wrong(await clerk.post('/support/insurance/new', {})), ['covers', 'from_on', 'insurer', 'kind', 'policy_no', 'to_on'])
	assert.deepEqual(wrong(await clerk.post('/support/insurance/new', form({ to_on: dayFrom(-2) }))), ['to_on'])
	assert.match(status(await clerk.post('/support/insurance/new', form({ from_on: dayFrom(-9), to_on: dayFrom(-1) })), 422).page.Errors[0].text, /已经到期/)
	assert.deepEqual(wrong(await clerk.post('/support/insurance/new', form({ covers: 'some', project: 'P9900100001' }))), ['covers', 'project'])
	const f = form()
	status(await clerk.post('/support/insurance/new', f), 303)
	assert.match(status(await clerk.post('/support/insurance/new', f), 422).page.Errors[0].text, /已经登记过/)
	status(await elsewhere.post('/support/insurance/new', f), 303)
	sql(`UPDATE insurance SET ended_at = NOW(), end_reason = 'test' WHERE policy_no = ?`, [f.policy_no])
})

test('whom it names: by numbers as they are pasted, once, of the own station', async () => {
	const uid = await added({ covers: 'named' }), [a, b] = [await newVolunteer(), await newVolunteer()]
	const name = (numbers) => clerk.post(`/support/insurance/${uid}/people`, { numbers })
	status(await name(`${a.no}\n ${b.no.toLowerCase()}，${a.no}`), 303)
	assert.deepEqual((await show(uid)).People.map((p) => p.no).sort(), [a.no, b.no].sort())
	assert.equal((await show(uid)).Policy.insured, 2)
	const far = value('SELECT no FROM volunteer WHERE station_id = 2 LIMIT 1')
	assert.match(status(await name(`${a.no} ${far}`), 422).page.Errors[0].text, new RegExp(`没有这个编号.*${far}`))
	assert.deepEqual(wrong(await name(Array(201).fill(a.no).join(' '))), ['numbers'])
	const ref = (await show(uid)).People.find((p) => p.no === a.no).ref
	status(await clerk.post(`/support/insurance/${uid}/remove`, { person: ref }), 303)
	status(await clerk.post(`/support/insurance/${uid}/remove`, { person: ref }), 409)
	assert.deepEqual((await show(uid)).People.map((p) => p.no), [b.no])
	assert.deepEqual(wrong(await clerk.post(`/support/insurance/${uid}/end`, { reason: '' })), ['reason'])
	status(await clerk.post(`/support/insurance/${uid}/end`, { reason: '退保' }), 303)
	status(await name(a.no), 409)
	status(await clerk.post(`/support/insurance/${uid}/end`, { reason: '退保' }), 409)
	assert.deepEqual(sql(`SELECT action FROM audit WHERE target = 'insurance' AND target_id = (SELECT id FROM insurance WHERE uid = UNHEX(?)) ORDER BY id`,
		[uid]).map((r) => r.action), ['insurance.add', 'insurance.name', 'insurance.unname', 'insurance.end'])
})

test('a dangerous activity is published, rostered and checked in by those who are insured that day', async () => {
	const [a, b] = [await newVolunteer(), await newVolunteer()]
	const no = await draft(clerk, { dangerous: '1' })
	const roster = (v) => clerk.post(`/activity/manage/${no}/roster`, { volunteer_no: v.no })
	const publish = () => clerk.post(`/activity/manage/${no}/publish`, { screened: 1 })
	assert.match(status(await roster(a), 422).page.Errors[0].text, /保险名单/)
	assert.equal(status(await publish(), 422).page.Fault, 'no_policy')
	// Ended yesterday, of another day, of another station: none of them helps.
	await added({ from_on: dayFrom(20), to_on: dayFrom(30) })
	await added({}, elsewhere)
	assert.equal(status(await publish(), 422).page.Fault, 'no_policy')
	const policy = await added({ covers: 'named' })
	status(await clerk.post(`/support/insurance/${policy}/people`, { numbers: a.no }), 303)
	status(await roster(a), 303)
	status(await roster(b), 422)
	// Put there behind the page, as an import does.
	sql(`INSERT INTO roster (activity_id, person_id, station_id, added_at) SELECT a.id, v.person_id, a.station_id, NOW() FROM activity a, volunteer v
		WHERE a.no = ? AND v.no = ?`, [no, b.no])
	assert.equal(status(await publish(), 422).page.Fault, 'uninsured_people')
	status(await clerk.post(`/support/insurance/${policy}/people`, { numbers: b.no }), 303)
	status(await publish(), 303)
	begin(no)
	const { People } = await show(policy)
	status(await clerk.post(`/support/insurance/${policy}/remove`, { person: People.find((p) => p.no === b.no).ref }), 303)
	status(await checkIn(clerk, a, no), 303)
	assert.equal(status(await checkIn(clerk, b, no), 409).page.Fault, 'uninsured_you')
	status(await clerk.post(`/support/insurance/${policy}/end`, { reason: '退保' }), 303)
})

test('the policy itself is kept by content, with it or later, and leaves as a download of this station', async () => {
	const made = uidOf(await clerk.upload('/support/insurance/new', form(), file()))
	assert.match(status(await clerk.get(`/support/insurance/${made}/paper`), 200).headers['content-disposition'], /attachment/)
	assert.equal((await show(made)).Policy.paper, 1)
	assert.deepEqual(wrong(await clerk.upload('/support/insurance/new', form(), file(Buffer.from('<html>')))), ['file'])
	const bare = await added()
	status(await clerk.get(`/support/insurance/${bare}/paper`), 404)
	assert.deepEqual(wrong(await clerk.upload(`/support/insurance/${bare}/paper`, {}, file(Buffer.from('%PDF-9')))), ['file'])
	assert.deepEqual(wrong(await clerk.upload(`/support/insurance/${bare}/paper`, {}, [])), ['file'])
	status(await clerk.upload(`/support/insurance/${bare}/paper`, {}, file()), 303)
	status(await clerk.get(`/support/insurance/${bare}/paper`), 200)
	assert.ok((await show(bare)).Beside.some((o) => o.uid === made), 'policies of the same days stand beside each other')
	for (const u of [made, bare]) status(await clerk.post(`/support/insurance/${u}/end`, { reason: '退保' }), 303)
	status(await clerk.upload(`/support/insurance/${bare}/paper`, {}, file()), 409)
	assert.equal((await show(bare)).Beside, undefined)
})

test('where nothing is dangerous nobody is asked', async () => {
	const v = await newVolunteer()
	const a = await newActivity(clerk, { volunteers: [v] })
	status(await checkIn(clerk, v, a.no), 303)
})

test('the ledger says what is valid, and goes into a file', async () => {
	const uid = await added({ to_on: dayFrom(3) })
	const { Policies } = status(await clerk.getJson('/support/insurance?sort=entered&dir=desc'), 200).page
	assert.equal(Policies.find((p) => p.uid === uid).state, 'valid')
	assert.match(status(await clerk.get('/support/insurance?file=csv'), 200).text, /全体志愿者/)
})

await end()
