// Meetings: when, where, who came, what was said; needs raised there point to it; another station's are not there.
import { assert, end, guardGet, guardPost, mobile, sql, staff, status, test, value } from './lib.mjs'

const AT = '/needs/meetings'
const [clerk, elsewhere] = await Promise.all([staff('liwei'), staff('zhaolei')])
const yesterday = new Date(Date.now() - 16 * 3600000).toISOString().slice(0, 10)
const typed = { held_at: `${yesterday} 09:30`, place: '社区二楼会议室', topic: '老年人需要什么', present: '23', minutes: '大家希望周末有人陪着看病。\n站长答复：先摸底。' }
const uidOf = (r) => /meetings\/([0-9a-f]{32})\?/.exec(status(r, 303).location)[1]
const file = async (who) => /households\/(F\d+)\?/.exec(status(await who.post('/needs/households/new', { name: '褚秀兰', phone: mobile(), address: '9 号楼', grid: '九网格', file_consent: '1' }), 303).location)[1]
const show = async (uid, who = clerk) => status(await who.getJson(`${AT}/${uid}`), 200).page
const wrong = (r) => status(r, 422).page.Errors.map((e) => e.field)
const home = await file(clerk)
const { Key, Staff } = status(await clerk.getJson(`${AT}/new`), 200).page
const form = { ...typed, key: Key, hosts: [Staff[0].code, Staff[1].code], residents: `${home}\n钱玉兰、周明` }
const uid = uidOf(await clerk.post(`${AT}/new`, form))

test('a meeting is entered once, with who came; names of residents are sealed and shown in part', async () => {
	assert.equal(uidOf(await clerk.post(`${AT}/new`, form)), uid)
	const page = await show(uid)
	assert.deepEqual([page.Meeting.topic, page.Meeting.present, page.Meeting.clerk], ['老年人需要什么', 23, '李伟'])
	assert.deepEqual(page.People.map((p) => [p.kind, p.no ?? '', p.name]), [['staff', '', Staff[0].name], ['staff', '', Staff[1].name], ['file', home, '褚**'], ['name', '', '钱**'], ['name', '', '周*']])
	assert.equal(value("SELECT COUNT(*) FROM meeting_person WHERE name_sealed LIKE '%钱玉兰%'"), '0')
	assert.equal(value(`SELECT COUNT(*) FROM audit WHERE action = 'meeting.add' AND target_id = (SELECT id FROM meeting WHERE uid = UNHEX(?))`, [uid]), '1')
})

test('what is wrong is said beside its field and nothing is stored', async () => {
	const before = value('SELECT COUNT(*) FROM meeting')
	const open = async (changes) => clerk.submit(`${AT}/new`, { ...typed, ...changes })
	const tomorrow = new Date(Date.now() + 40 * 3600000).toISOString().slice(0, 10)
	for (const [changes, field] of [[{ held_at: `${tomorrow} 09:00` }, 'held_at'], [{ held_at: '昨天' }, 'held_at'], [{ present: '0' }, 'present'], [{ topic: '' }, 'topic'],
		[{ residents: await file(elsewhere) }, 'residents'], [{ residents: '13800138000' }, 'residents'], [{ residents: '<b>' }, 'residents']])
		assert.deepEqual(wrong(await open(changes)), [field], JSON.stringify(changes))
	assert.equal(value('SELECT COUNT(*) FROM meeting'), before)
})

test('a need that was raised there stands in the ledger with its meeting, once', async () => {
	const { Key: key } = await show(uid)
	const raised = { key, category: '0017', target_group: '03', description: '周末陪着看病', name: '', phone: '', household: '' }
	status(await clerk.post(`${AT}/${uid}/need`, raised), 303)
	status(await clerk.post(`${AT}/${uid}/need`, raised), 303)
	const page = await show(uid)
	assert.deepEqual(page.Needs.map((n) => n.description), ['周末陪着看病'])
	const { Need } = status(await clerk.getJson(`/needs/ledger/${page.Needs[0].no}`), 200).page
	assert.deepEqual([Need.source, Need.meeting, Need.meeting_topic], ['meeting', uid, '老年人需要什么'])
	status(await clerk.post(`${AT}/${uid}/need`, { ...raised, key: page.Key, household: home, description: '要一副助听器' }), 303)
	assert.equal(status(await clerk.getJson(`/needs/ledger/${(await show(uid)).Needs[1].no}`), 200).page.Need.household, home)
	const { Key: again } = await show(uid)
	assert.deepEqual(wrong(await clerk.post(`${AT}/${uid}/need`, { ...raised, key: again, category: '9999', household: 'F1' })).sort(), ['category', 'household'])
})

test('it is put right, not by two at once; people come and go', async () => {
	const { Form } = status(await clerk.getJson(`${AT}/${uid}/edit`), 200).page
	status(await clerk.post(`${AT}/${uid}/edit`, { ...Form, present: '25' }), 303)
	status(await clerk.post(`${AT}/${uid}/edit`, { ...Form, present: '7' }), 409)
	status(await clerk.post(`${AT}/${uid}/person`, { hosts: [Staff[0].code], residents: `${home}\n吴大海` }), 303)
	assert.deepEqual(wrong(await clerk.post(`${AT}/${uid}/person`, {})), ['residents'])
	// A form sent twice, also at once, is who was there once.
	const { Key } = status(await clerk.getJson(`${AT}/${uid}`), 200).page
	const were = Number(value('SELECT COUNT(*) FROM meeting_person'))
	const twice = await Promise.all([1, 2].map(() => clerk.post(`${AT}/${uid}/person`, { residents: '赵小川\n赵小川', key: Key })))
	twice.push(await clerk.post(`${AT}/${uid}/person`, { residents: '赵小川\n赵小川', key: Key }))
	twice.forEach((r) => status(r, 303))
	assert.equal(Number(value('SELECT COUNT(*) FROM meeting_person')), were + 2, 'two of one name are two')
	for (const { ref } of (await clerk.getJson(`${AT}/${uid}`)).page.People.slice(-2)) status(await clerk.post(`${AT}/${uid}/unperson`, { person: ref }), 303)
	const page = await show(uid)
	assert.deepEqual([page.Meeting.present, page.People.length], [25, 6])
	status(await clerk.post(`${AT}/${uid}/unperson`, { person: page.People[5].ref }), 303)
	status(await clerk.post(`${AT}/${uid}/unperson`, { person: page.People[5].ref }), 409)
	assert.equal((await show(uid)).People.length, 5)
})

test('the list finds it by day and word, counts its needs, and goes into a file', async () => {
	const rows = (await clerk.getJson(`${AT}?from=${yesterday}&q=${encodeURIComponent('老年人')}`)).page.Meetings
	assert.deepEqual(rows.filter((m) => m.uid === uid).map((m) => [m.present, m.needs]), [[25, 2]])
	const csv = status(await clerk.get(`${AT}?as=csv`), 200)
	assert.match(csv.text, /老年人需要什么/)
	assert.equal(sql('SELECT 1 FROM audit WHERE action = ? AND target = ? LIMIT 1', ['list.export', 'Meetings']).length, 1)
	assert.deepEqual(((await elsewhere.getJson(AT)).page.Meetings ?? []).filter((m) => m.uid === uid), [])
})

const of = () => uid
guardGet(AT)
guardGet(`${AT}/new`)
guardGet(`${AT}/{}`, { of, elsewhere: 'zhaolei' })
guardGet(`${AT}/{}/edit`, { of, elsewhere: 'zhaolei' })
guardPost(`${AT}/new`, { form: typed })
for (const [step, data] of [['edit', { ...typed, version: '1' }], ['need', { category: '0017', description: '看看' }], ['person', { residents: '张三' }], ['unperson', { person: '0'.repeat(32) }]])
	guardPost(`${AT}/{}/${step}`, { of, form: data, elsewhere: 'zhaolei' })
await end()
