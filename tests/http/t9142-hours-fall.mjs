// What becomes of a certificate when an hour in it falls; objections that are raised again and again; whole numbers that leave by a
// file; a calendar that somebody else's overseer changes.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { Client, assert, cleanup, end, newOverseer, newVolunteer, sql, status, test, until, value } from './lib.mjs'
import { dayFrom, draft, effectiveHours, records, roomToday, staff, today } from './lib/activity.mjs'
import { lineOf, plantRecords } from './lib/posting.mjs'

await roomToday()
const clerk = await staff('liwei')
const reviewer = await staff('wangfang')
const manager = await staff('zhangmin')
const folder = mkdtempSync(`${tmpdir()}/zyz-fall.`)
cleanup(() => rmSync(folder, { recursive: true }))
const { BUILD = 'build' } = process.env

const object = (v, no) => v.client.submit(`/activity/record/${no}/object`, { reason: '这一天我没有参加服务' })
const caseOf = (no) => sql(`SELECT o.no FROM objection o JOIN service_record r ON r.id = o.record_id WHERE r.no = ? AND o.state = 'open'`, [no])[0].no
const decide = (no, form) => manager.post(`/activity/manage/objections/${caseOf(no)}/decide`, { result: '核对签到记录后决定', ...form })
const ask = (v) => v.client.submit('/commend/certificate', {})
const numberIn = (r) => /certificate\/(C\d+)\?/.exec(status(r, 303).location)[1]
const online = async (no) => (await new Client().getJson(`/commend/verify/${no}`)).page.Certificate
/** What somebody says who checks the paper with the network off, with the list of today. */
async function offline(v, no) {
	const text = (await v.client.getJson(`/commend/certificate/${no}`)).page.Qr.text
	const anybody = new Client()
	writeFileSync(`${folder}/revoked`, (await anybody.get(`/commend/revoked?at=${Math.random()}`)).text)
	writeFileSync(`${folder}/key`, (await anybody.get('/activity/ledger/key')).text)
	try {
		return execFileSync(`${BUILD}/bin/zyz-verify`, ['certificate', '--key', `${folder}/key`, '--code', text, '--revoked', `${folder}/revoked`], { encoding: 'utf8', stdio: 'pipe' })
	} catch (error) {
		return error.stdout
	}
}

for (const [what, verdict] of [
	['withdrawn', () => ({ verdict: 'upheld' })],
	['corrected down', (a) => ({ verdict: 'upheld', begins: a.at(a.from).slice(11, 16), ends: a.at(a.from + 1).slice(11, 16) })],
])
	test(`a certificate whose hours were ${what} is revoked, for those who check online and offline; none is made meanwhile`, async () => {
		const v = await newVolunteer()
		const { activity, record } = await effectiveHours(clerk, reviewer, v)
		const no = numberIn(await ask(v))
		assert.match(await offline(v, no), /not revoked/)
		status(await object(v, record.no), 303)
		const r = status(await ask(v), 422)
		assert.match(r.page.Error.from_on, /异议正在核查/)
		assert.equal((await online(no)).state, 'issued')
		status(await decide(record.no, verdict(activity)), 303)
		const c = await online(no)
		assert.deepEqual([c.state, c.revoked_reason, c.revoked_on], ['revoked', '所含服务记录已更正或撤销，证明不再有效', today()])
		assert.match((await new Client().get(`/commend/revoked?at=${Math.random()}`)).text, new RegExp(`^${no} ${today()}$`, 'm'))
		assert.match(await offline(v, no), /^REVOKED /m)
		assert.doesNotMatch(await offline(v, no), /not revoked/)
		assert.equal(value(`SELECT COUNT(*) FROM audit a JOIN certificate c ON c.id = a.target_id WHERE a.action = 'certificate.revoke' AND c.no = ?`, [no]), '1')
		assert.match(status(await reviewer.get(`/commend/manage/certificates/${no}`), 200).text, /所含服务记录已更正或撤销/)
	})

test('a certificate of other days stays', async () => {
	const v = await newVolunteer()
	const { record } = await effectiveHours(clerk, reviewer, v)
	const no = numberIn(await ask(v))
	sql('UPDATE certificate SET from_on = from_on - INTERVAL 9 DAY, to_on = to_on - INTERVAL 5 DAY WHERE no = ?', [no])
	status(await object(v, record.no), 303)
	status(await decide(record.no, { verdict: 'upheld' }), 303)
	assert.equal((await online(no)).state, 'issued')
})

test('what has taken effect is objected to twice in vain, and no third time', async () => {
	const v = await newVolunteer()
	const { activity, record } = await effectiveHours(clerk, reviewer, v)
	for (let i = 0; i < 2; i++) {
		status(await object(v, record.no), 303)
		status(await decide(record.no, { verdict: 'rejected' }), 303)
	}
	assert.equal(status(await object(v, record.no), 422).page.Fault, 'object_settled')
	assert.match(status(await v.client.get(`/activity/record/${record.no}/object`), 200).text, /不再受理/)
	assert.equal(records(activity.no)[0].state, 'effective')
	assert.equal(value('SELECT COUNT(*) FROM objection WHERE record_id = ?', [record.id]), '2')
})

test('whole numbers leave in a file with a purpose only, and their owners see who took them', async () => {
	sql("UPDATE destination SET enabled = 1 WHERE code = 'file'")
	cleanup(() => sql("UPDATE destination SET enabled = 0 WHERE code = 'file'"))
	const [uid] = plantRecords({ person: 2, title: '清洁家园', minutes: 95 })
	await until(() => lineOf(uid, 'file')?.state === 'waiting', 30_000, { what: 'the row' })
	const looks = () => sql('SELECT field, purpose, staff_id FROM unmask WHERE person_id = 2 ORDER BY id')
	await clerk.getJson('/platform/export')
	for (const [format, again] of [['csv', ''], ['jsonl', '1'], ['gb18030', '1']]) {
		const form = { destination: 'file', kind: 'service_record', format, ...(again ? { again } : {}) }
		const before = looks().length
		assert.equal(status(await clerk.post('/platform/export', form), 422).page.Errors[0].field, 'purpose')
		assert.equal(looks().length, before)
		status(await clerk.post('/platform/export', { ...form, purpose: `按月报送 ${format}` }), 200)
		assert.deepEqual(looks().slice(before).map((r) => [r.field, r.purpose]), [['id_no', `按月报送 ${format}`], ['phone', `按月报送 ${format}`]])
	}
})

test('an overseer keeps the calendar of the own region; its stations find that in their trail, others notice nothing', async () => {
	const day = [5, 6, 7, 8].map((n) => dayFrom(n)).find((d) => new Date(`${d}T00:00:00Z`).getUTCDay() % 6 && !value('SELECT day FROM holiday WHERE day = ?', [d]))
	sql(`INSERT IGNORE INTO region (code, name, parent_code, level) SELECT '150102', '新城区', NULL, 3 FROM DUAL WHERE NOT EXISTS (SELECT 1 FROM region WHERE code = '150102')`)
	const far = await newOverseer('150102')
	const near = await staff('madan')
	const due = async () => {
		const no = await draft(clerk)
		status(await clerk.post(`/activity/manage/${no}/publish`, { screened: 1 }), 303)
		return value('SELECT record_due_on FROM activity WHERE no = ?', [no])
	}
	const heard = () => Number(value(`SELECT COUNT(*) FROM audit a JOIN station s ON s.id = a.station_id WHERE s.no = 1 AND a.action LIKE 'holiday.%'`))
	const [before, told] = [await due(), heard()]
	status(await far.post('/activity/holidays', { day, kind: 'off', name: '远方放假', source: '通知' }), 303)
	assert.deepEqual([await due(), heard()], [before, told])
	assert.ok(!(await near.getJson('/activity/holidays')).page.Days.some((d) => d.day === day))
	status(await near.post('/activity/holidays/remove', { day }), 409)
	status(await near.post('/activity/holidays', { day, kind: 'off', name: '本区放假', source: '通知' }), 303)
	assert.ok((await due()) > before)
	assert.equal(heard(), told + 1)
	const [year, month, date] = day.split('-').map(Number)
	assert.equal((await manager.getJson('/station/audit')).page.Rows.find((r) => r.action === 'holiday.save').detail, `610502 ${year}年${month}月${date}日 off`)
	status(await near.post('/activity/holidays/remove', { day }), 303)
	assert.equal(await due(), before)
	status(await far.post('/activity/holidays/remove', { day }), 303)
	sql('DELETE FROM holiday WHERE day = ?', [day])
})

await end()
