// A refused row is put right on its own page: the change reaches the record, the platform and what was refused beside it.
import { assert, cleanup, end, platformSim, sql, staff, status, test, until, value } from './lib.mjs'
import { lineOf, linedUp, plantRecords, posted } from './lib/posting.mjs'

const clerk = await staff('liwei')
const other = await staff('zhaolei')
const html = { headers: { Accept: 'text/html' } }
const PLACE = '东风街 12 号院'
const filled = (page, changes) => ({ ...Object.fromEntries(['platform_no', 'place', 'content', 'organiser', 'person_in_charge']
	.map((name) => [name, page.Form?.[name] ?? ''])), ...changes })
const rowOf = async (no) => status(await clerk.getJson(`/platform/${no}`), 200).page
const held = async (row) => (await platformSim('dump?kind=service_record')).find((r) => r.key === row.item_key)
const numberOf = (person) => value('SELECT platform_no FROM volunteer WHERE person_id = ?', [person])

async function fresh() {
	await platformSim('reset', {})
	sql("UPDATE destination SET state = 'on', stop_reason = NULL WHERE code = 'exchange'")
}
await fresh()
cleanup(fresh)

/** n records of one activity, all refused for their place. */
async function refused(n = 1) {
	await platformSim('refuse_items', { field: 'place', value: PLACE, code: 1002, message: '地点不在本区' })
	const uids = plantRecords({ n, person: 1, title: `改正${Date.now()}` })
	return [uids, await Promise.all(uids.map((uid) => posted(uid, 'refused')))]
}

test('the page of a refused row has a form with what the record says now', async () => {
	const [[uid], [row]] = await refused()
	const page = await rowOf(row.no)
	assert.deepEqual([page.Correct.kind, page.Form.place, page.Form.platform_no], ['service_record', PLACE, numberOf(1)])
	const text = status(await clerk.get(`/platform/${row.no}`), 200).text
	assert.match(text, new RegExp(`name="place"[^>]* value="${PLACE}"`))
	assert.ok(text.includes('保存并重新上报') && text.includes('地点不在本区'))
	// nothing to change: as it is, once more
	await platformSim('reset', {})
	status(await clerk.post(`/platform/${row.no}/correct`, filled(page)), 303)
	assert.equal((await posted(uid)).version, '1')
})

test('one change sends all that was refused for it; the record, the platform and the audit say so', async () => {
	const [uids, [row, ...beside]] = await refused(3)
	const audits = () => Number(value("SELECT COUNT(*) FROM audit WHERE action IN ('outbox.correct', 'outbox.retry')"))
	const before = audits()
	const page = await rowOf(row.no)
	const r = status(await clerk.post(`/platform/${row.no}/correct`, filled(page, { place: '胜利大街 18 号', person_in_charge: '李大为' })), 303)
	assert.match(r.location, /\?done=corrected$/)
	for (const uid of uids) {
		const now = await posted(uid)
		assert.deepEqual([now.version, (await held(now)).item.place, (await held(now)).item.person_in_charge], ['2', '胜利大街 18 号', '李大为'])
	}
	assert.equal((await rowOf(/platform\/([0-9a-f]+)/.exec(r.location)[1])).Row.version, 2, 'the page that follows is that of the new version')
	assert.equal(lineOf(uids[1]).version, '2')
	for (const { no } of [row, ...beside])
		assert.equal((await rowOf(no)).Row.state, 'withdrawn')
	assert.equal(audits() - before, 3)
	assert.equal((await rowOf(row.no)).Correct, undefined)
	status(await clerk.post(`/platform/${row.no}/correct`, filled(page)), 409)
})

test('what was accepted with the old words is told anew', async () => {
	await fresh()
	const [accepted, bad] = plantRecords({ n: 2, person: 14, title: `旧词${Date.now()}` })
	await posted(accepted)
	await platformSim('refuse_items', { field: 'volunteer_no', value: numberOf(15), code: 1203, message: '志愿者编号不存在' })
	sql(`UPDATE service_record SET content = '清扫' WHERE uid IN (x'${accepted}', x'${bad}')`)
	const row = lineOf(bad)
	if (row.state !== 'refused')
		sql(`UPDATE outbox SET state = 'refused', reason_code = '1203' WHERE id = ${row.id}`)
	const page = await rowOf(row.no)
	assert.equal(page.Form.content, '清扫')
	status(await clerk.post(`/platform/${row.no}/correct`, filled(page, { content: '清扫楼道和院子', platform_no: `V61050226${Date.now()}`.slice(0, 20) })), 303)
	await linedUp()
	await until(async () => (await held(await posted(accepted)))?.item.content === '清扫楼道和院子', 20_000, { what: 'a correction of the accepted one' })
	assert.equal((await held(await posted(bad))).item.content, '清扫楼道和院子')
	await fresh()
})

test('the number of the platform is entered here, once for each volunteer', async () => {
	const was = numberOf(12)
	cleanup(() => sql('UPDATE volunteer SET platform_no = ? WHERE person_id = 12', [was]))
	await platformSim('refuse_items', { field: 'volunteer_no', value: was, code: 1203, message: '志愿者编号不存在' })
	const [one, two] = [...plantRecords({ person: 12, title: '甲' }), ...plantRecords({ person: 12, title: '乙' })]
	const rows = await Promise.all([one, two].map((uid) => posted(uid, 'refused')))
	const page = await rowOf(rows[0].no)
	const taken = status(await clerk.post(`/platform/${rows[0].no}/correct`, filled(page, { platform_no: numberOf(13) })), 422)
	assert.equal(taken.page.Errors[0].field, 'platform_no')
	assert.equal(numberOf(12), was)
	const right = `V${Date.now()}`
	status(await clerk.post(`/platform/${rows[0].no}/correct`, filled(page, { platform_no: right })), 303)
	for (const uid of [one, two])
		assert.equal((await held(await posted(uid))).item.volunteer_no, right)
	await fresh()
})

test('of a training, what was refused goes with it, and what was accepted is told anew', async () => {
	await fresh()
	const title = `培训${Date.now()}`
	sql(`INSERT INTO training (uid, no, station_id, title, content, starts_at, ends_at, study_minutes, places, created_by)
		SELECT RANDOM_BYTES(16), CONCAT('TX', LEFT(HEX(RANDOM_BYTES(8)), 12)), id, '${title}', '旧的内容', NOW(), NOW() + INTERVAL 1 HOUR, 60, 9,
		(SELECT MIN(id) FROM staff) FROM station WHERE no = 1`)
	const passed = (person) => {
		sql(`INSERT INTO enrolment (uid, training_id, station_id, person_id, state) SELECT RANDOM_BYTES(16), id, station_id, ${person}, 'passed'
			FROM training WHERE title = '${title}'`)
		return value(`SELECT LOWER(HEX(e.uid)) FROM enrolment e JOIN training t ON t.id = e.training_id WHERE t.title = '${title}'
			AND e.person_id = ${person}`)
	}
	const accepted = passed(14)
	await posted(accepted)
	await platformSim('refuse_items', { field: 'content', value: '旧的内容', code: 1004, message: '内容不符合要求' })
	const bad = [15, 1].map(passed)
	const rows = await Promise.all(bad.map((uid) => posted(uid, 'refused')))
	const page = await rowOf(rows[0].no)
	assert.deepEqual([page.Correct.kind, page.Form.content], ['training_record', '旧的内容'])
	status(await clerk.post(`/platform/${rows[0].no}/correct`,
		{ platform_no: page.Form.platform_no, organiser: '', content: '急救和跌倒预防' }), 303)
	for (const uid of [...bad, accepted])
		await until(() => lineOf(uid).version === '2' && lineOf(uid).state === 'accepted', 20_000, { what: 'told anew' })
	const told = (await platformSim('dump?kind=training_record')).filter((r) => r.item.training_name === title)
	assert.deepEqual(told.map((r) => r.item.content), Array(3).fill('急救和跌倒预防'))
	await fresh()
})

test('what is wrong is said beside the field, and what was typed stays', async () => {
	const [, [row]] = await refused()
	const page = await rowOf(row.no)
	const bad = status(await clerk.post(`/platform/${row.no}/correct`, filled(page, { place: '', content: '长'.repeat(501), organiser: '留下我' })), 422)
	assert.deepEqual(bad.page.Errors.map((e) => e.field).sort(), ['content', 'place'])
	const text = status(await clerk.post(`/platform/${row.no}/correct`, filled(page, { place: '', organiser: '留下我' }), html), 422).text
	assert.match(text, /value="留下我"/)
	status(await clerk.post(`/platform/${row.no}/correct`, filled(page, { minutes: '600' })), 422)
	assert.equal((await rowOf(row.no)).Row.state, 'refused')
})

test('nobody else can, and what is accepted has no form', async () => {
	const [[uid], [row]] = await refused()
	const page = await rowOf(row.no)
	status(await other.post(`/platform/${row.no}/correct`, filled(page)), 404)
	const overseer = await staff('madan')
	status(await overseer.post(`/platform/${row.no}/correct`, filled(page)), 403)
	status(await clerk.post(`/platform/${row.no}/correct`, { ...filled(page), csrf: 'f'.repeat(32) }), 403)
	status(await clerk.post(`/platform/${row.no}/correct`, filled(page, { place: '东风街 3 号' })), 303)
	const now = await posted(uid)
	assert.equal((await rowOf(now.no)).Correct, undefined)
	status(await clerk.post(`/platform/${now.no}/correct`, filled(page)), 409)
})

await end()
