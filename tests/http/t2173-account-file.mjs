// The file of a volunteer 档案: records, trainings, honours, evaluations; notes, tags and mainstays 核心骨干 are the station's own; social workers.
import { randomBytes } from 'node:crypto'
import { Client, assert, end, guardGet, guardPost, newVolunteer, sql, staff, status, test, value } from './lib.mjs'
import { plantRecords } from './lib/posting.mjs'
import { rowsOf } from './lib/rows.mjs'

const clerk = await staff('liwei')
const reviewer = await staff('wangfang')
const there = await staff('zhaolei')
const fresh = async () => {
	const v = await newVolunteer()
	return { ...v, at: `/account/volunteers/${v.no}`, person: Number(value('SELECT person_id FROM volunteer WHERE no = ?', [v.no])) }
}
const shown = async (v, client = clerk) => status(await client.getJson(v.at), 200).page
const nobody = '/account/volunteers/V0000000000'
const audits = (v, action) => Number(value('SELECT COUNT(*) FROM audit WHERE target_id = ? AND action = ?', [v.person, action]))

test('the file has records, trainings, honours and evaluations of this station', async () => {
	const v = await fresh()
	const [record] = plantRecords({ person: v.person, noted: false })
	const activity = Number(value(`SELECT activity_id FROM service_record WHERE uid = x'${record}'`))
	const station = Number(value('SELECT station_id FROM volunteer WHERE no = ?', [v.no]))
	const rows = rowsOf({ person: v.person, station, staffId: 1, activity, record, mark: randomBytes(4).toString('hex') })
	sql(rows.enrolment[0])
	sql(rows.honour[0])
	sql(`INSERT INTO evaluation (uid, station_id, activity_id, person_id, direction, score_a, score_b, score_c, words, rated_on, rated_by)
		VALUES (RANDOM_BYTES(16), ?, ?, ?, 'of_volunteer', 5, 4, 3, '守时', CURDATE(), 1)`, [station, activity, v.person])
	sql(rows.evaluation[0])
	const page = await shown(v)
	assert.deepEqual(page.Records.map((r) => [r.activity, r.hours, r.evidence, r.state]), [['楼道清洁日', '1.50', 'scan', 'effective']])
	assert.equal(page.Trainings.length, 1)
	assert.deepEqual(page.Honours.map((h) => h.state), ['refused'])
	assert.deepEqual(page.Evaluations.map((e) => [e.score_a, e.score_b, e.score_c, e.words]), [[5, 4, 3, '守时']])
	sql('UPDATE service_record SET station_id = 2 WHERE person_id = ?', [v.person])
	assert.equal((await shown(v)).Records, undefined)
	sql('UPDATE service_record SET station_id = ? WHERE person_id = ?', [station, v.person])
	const all = status(await clerk.getJson(`${v.at}/records?state=effective`), 200).page
	assert.equal(all.List.total, 1)
	assert.equal(all.Records[0].hours, '1.50')
	assert.match(status(await clerk.get(`${v.at}/records?as=csv`), 200).text, /楼道清洁日/)
	assert.equal(status(await clerk.getJson(`${v.at}/records?from=2030-01-01`), 200).page.Records, undefined)
	status(await there.getJson(`${v.at}/records`), 404)
	status(await clerk.getJson(`${nobody}/records`), 404)
})

test('a note is seen by the colleagues, by no other station, and by the person in the download', async () => {
	const v = await fresh()
	status(await clerk.post(`${v.at}/note`, { words: '晚上不方便出门\n<b>可以带新人</b>' }), 303)
	const [note] = (await shown(v, reviewer)).Notes
	assert.deepEqual([note.words, note.staff, note.mine], ['晚上不方便出门\n<b>可以带新人</b>', '李伟', 0])
	assert.ok(!(await clerk.get(v.at)).text.includes('<b>可以带'))
	assert.ok(!JSON.stringify((await v.client.getJson('/account/me')).page).includes('带新人'))
	sql('UPDATE volunteer SET station_id = 2 WHERE person_id = ?', [v.person])
	assert.equal((await shown(v, there)).Notes, undefined)
	sql('UPDATE volunteer SET station_id = 1 WHERE person_id = ?', [v.person])
	const mine = status(await v.client.post('/account/me/export'), 200).json
	assert.deepEqual([mine.notes[0].words, mine.notes[0].staff], ['晚上不方便出门\n<b>可以带新人</b>', '李伟'])
	assert.equal(audits(v, 'volunteer.note'), 1)
	assert.ok(!JSON.stringify(sql('SELECT * FROM audit WHERE target_id = ?', [v.person])).includes('带新人'))
})

test('a note is wiped out by staff of the station, once', async () => {
	const v = await fresh()
	status(await clerk.post(`${v.at}/note`, { words: '写错了' }), 303)
	const { uid } = (await shown(v)).Notes[0]
	const other = await fresh()
	status(await clerk.post(`${other.at}/note/${uid}/drop`), 404)
	status(await there.post(`${v.at}/note/${uid}/drop`), 404)
	status(await clerk.post(`${v.at}/note/zz/drop`), 404)
	status(await clerk.post(`${v.at}/note/${uid}/drop`, { csrf: null }), 403)
	status(await clerk.post(`${v.at}/note/${uid}/drop`), 303)
	status(await clerk.post(`${v.at}/note/${uid}/drop`), 404)
	assert.equal((await shown(v)).Notes, undefined)
})

test('an empty note, one that is too long and a field that is none are not taken', async () => {
	const v = await fresh()
	for (const words of ['', '  \n ', 'x'.repeat(501)])
		assert.equal(status(await clerk.post(`${v.at}/note`, { words }), 422).page.Errors[0].field, 'words')
	status(await clerk.post(`${v.at}/note`, { words: 'x', to: 'y' }), 422)
	assert.equal(value('SELECT COUNT(*) FROM person_note WHERE person_id = ?', [v.person]), '0')
})

test('a tag is there once, is taken off, and there are not too many', async () => {
	const v = await fresh()
	for (let i = 0; i < 2; i++) status(await clerk.post(`${v.at}/tag`, { tag: ' 会开大车 ' }), 303)
	assert.deepEqual((await shown(v)).Tags.map((t) => t.tag), ['会开大车'])
	for (const tag of ['', 'x'.repeat(21), '一\n二'])
		assert.equal((await clerk.post(`${v.at}/tag`, { tag })).status, 422, tag)
	for (let i = 0; i < 19; i++) status(await clerk.post(`${v.at}/tag`, { tag: `标签${i}` }), 303)
	assert.equal(status(await clerk.post(`${v.at}/tag`, { tag: '再来' }), 422).page.Errors[0].field, 'tag')
	status(await clerk.post(`${v.at}/tag/drop`, { tag: '会开大车' }), 303)
	assert.equal((await shown(v)).Tags.length, 19)
	assert.equal((await clerk.post(`${v.at}/tag/drop`, { tag: '会开大车' })).status, 409)
	assert.equal(status(await v.client.post('/account/me/export'), 200).json.tags.length, 19)
})

test('a mainstay is marked by whom and since when, and no more when it is taken back', async () => {
	const v = await fresh()
	status(await reviewer.post(`${v.at}/backbone`, { backbone: '1' }), 303)
	const page = await shown(v)
	assert.deepEqual([page.Volunteer.backbone, page.Volunteer.backbone_by], [1, '王芳'])
	assert.match(page.Volunteer.backbone_at, /^\d{4}-/)
	assert.equal((await clerk.post(`${v.at}/backbone`, { backbone: '1' })).status, 409)
	for (const backbone of ['2', '', 'x']) assert.equal((await clerk.post(`${v.at}/backbone`, { backbone })).status, 422)
	status(await clerk.post(`${v.at}/backbone`, { backbone: '0' }), 303)
	assert.deepEqual(Object.values(sql('SELECT backbone, backbone_at, backbone_by FROM volunteer WHERE no = ?', [v.no])[0]), ['0', null, null])
	assert.equal((await clerk.post(`${v.at}/backbone`, { backbone: '0' })).status, 409)
	assert.deepEqual([audits(v, 'volunteer.backbone'), audits(v, 'volunteer.backbone_end')], [1, 1])
})

const worker = { level: '2', certificate_no: '2019034610', unit: '暖阳社工服务中心', valid_until: '2099-06-30' }

test('a social worker has a level, a certificate, a unit and an end', async () => {
	const v = await fresh()
	assert.equal(status(await clerk.getJson(`${v.at}/worker`), 200).page.Levels.length, 4)
	status(await clerk.post(`${v.at}/worker`, worker), 303)
	const { Worker } = await shown(v)
	assert.deepEqual([Worker.level, Worker.certificate_no, Worker.unit, Worker.valid_until, Worker.noted_by, Worker.ended],
		['社会工作师（中级）', '2019034610', '暖阳社工服务中心', '2099-06-30', '李伟', 0])
	assert.equal(status(await clerk.getJson(`${v.at}/worker`), 200).page.Form.unit, '暖阳社工服务中心')
	status(await reviewer.post(`${v.at}/worker`, { ...worker, level: '3', valid_until: '2020-01-01' }), 303)
	assert.deepEqual([(await shown(v)).Worker.level, (await shown(v)).Worker.ended], ['高级社会工作师', 1])
	assert.equal(value('SELECT COUNT(*) FROM social_worker WHERE person_id = ?', [v.person]), '1')
	assert.equal(status(await v.client.post('/account/me/export'), 200).json.social_worker[0].certificate_no, '2019034610')
	status(await clerk.post(`${v.at}/worker/end`), 303)
	assert.equal((await shown(v)).Worker, undefined)
	assert.equal((await clerk.post(`${v.at}/worker/end`)).status, 409)
})

test('a level wants its certificate; what is no level and no day is said', async () => {
	const v = await fresh()
	for (const [name, wrong] of [['certificate_no', ''], ['level', '9'], ['level', ''], ['valid_until', '2026-02-30'], ['unit', 'x'.repeat(81)]])
		assert.equal(status(await clerk.post(`${v.at}/worker`, { ...worker, [name]: wrong }), 422).page.Errors[0].field, name)
	status(await clerk.post(`${v.at}/worker`, { level: '0', unit: '暖阳社工服务中心' }), 303)
})

const person = await fresh()
guardGet('/account/volunteers/{}/records', { of: () => person.no, elsewhere: 'zhaolei' })
guardGet('/account/volunteers/{}/worker', { of: () => person.no, elsewhere: 'zhaolei' })
for (const [path, form] of [['note', { words: 'x' }], ['tag', { tag: 'x' }], ['tag/drop', { tag: 'x' }], ['backbone', { backbone: '1' }],
	['worker', worker], ['worker/end', {}]])
	guardPost(`/account/volunteers/{}/${path}`, { form, of: () => person.no, elsewhere: 'zhaolei' })

test('nobody of this number, and volunteers themselves', async () => {
	for (const [path, form] of [['note', { words: 'x' }], ['tag', { tag: 'x' }], ['backbone', { backbone: '1' }], ['worker', worker], ['worker/end', {}]]) {
		status(await clerk.post(`${nobody}/${path}`, form), 404)
		status(await person.client.post(`${person.at}/${path}`, form), 403)
	}
	status(await new Client().getJson(person.at), 401)
})

test('who leaves for good leaves no note, no tag and no certificate', async () => {
	const v = await fresh()
	await clerk.post(`${v.at}/note`, { words: 'x' })
	await clerk.post(`${v.at}/tag`, { tag: 'x' })
	await clerk.post(`${v.at}/worker`, worker)
	await clerk.post(`${v.at}/backbone`, { backbone: '1' })
	status(await v.client.post('/account/me/erase', { confirm: '1' }), 303)
	for (const table of ['person_note', 'person_tag', 'social_worker'])
		assert.equal(value(`SELECT COUNT(*) FROM ${table} WHERE person_id = ?`, [v.person]), '0', table)
	assert.equal(value('SELECT backbone FROM volunteer WHERE person_id = ?', [v.person]), '0')
})

await end()
