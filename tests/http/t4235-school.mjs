// Records for a school: those on a class list who agreed (a minor's guardian too) stand in the file; all others are named as missing,
// and nothing tells whether they are known here.
import { assert, bornYearsAgo, cleanup, end, guardGet, guardPost, newVolunteer, residentId, sql, staff, status, test, value } from './lib.mjs'
import { daysAgo, personOf, served } from './lib/recognition.mjs'
import { cells } from './lib/xlsx.mjs'

const reviewer = await staff('wangfang')
const grown = await newVolunteer({ name: '周成年' })
const minor = await newVolunteer({ name: '吴少年', id_no: residentId({ birth: bornYearsAgo(15) }), guardian_name: '吴家长', guardian_phone: '13900001111' })
const silent = await newVolunteer({ name: '郑未答' })
sql("UPDATE volunteer SET state = 'active' WHERE person_id = ?", [personOf(minor.no)])
for (const v of [grown, minor, silent]) served(v.no, { minutes: 90, ago: 3, title: '助学活动' })
served(grown.no, { minutes: 60, ago: 400, title: '去年的活动' })
const agree = (v, action = 'give') => v.client.post('/account/me/consent', { purpose: 'school', action })
status(await agree(grown), 303)
const list = (...lines) => lines.map((l) => l.join('\t')).join('\n')
const all = () => list(['姓名', '号码'], ['周成年', grown.no], ['吴少年', minor.form.id_no], ['郑未答', silent.no], ['冯无名', 'V2600199999'])
const give = (form = {}) => reviewer.post('/commend/manage/school', { school: '育红中学', class_name: '高一（3）班', from_on: daysAgo(100), to_on: daysAgo(0),
	pupils: all(), as: 'look', ...form })
const missing = async (form) => (status(await give(form), 200).page.Missing ?? []).map((m) => m.name)
await reviewer.getJson('/commend/manage/school')

test('who did not agree is missing, as who is not known at all', async () => {
	const page = status(await give(), 200).page
	assert.deepEqual([page.Found, page.Looked], [1, 4])
	assert.deepEqual(page.Missing, [{ name: '吴少年' }, { name: '郑未答' }, { name: '冯无名' }])
})

test('a minor wants the word of both, their own and the guardian\'s', async () => {
	status(await agree(minor), 303)
	assert.ok((await missing()).includes('吴少年'))
	sql("INSERT INTO consent (person_id, purpose, given_by) VALUES (?, 'school', 'guardian')", [personOf(minor.no)])
	assert.ok(!(await missing()).includes('吴少年'))
	sql("UPDATE consent SET withdrawn_at = NOW() WHERE person_id = ? AND purpose = 'school' AND given_by = 'self'", [personOf(minor.no)])
	assert.ok((await missing()).includes('吴少年'), 'the guardian\'s alone is not enough')
	status(await agree(minor), 303)
})

test('a name that is not of the number is missing', async () => {
	assert.deepEqual(await missing({ pupils: list(['周年成', grown.no], ['周成年', minor.no]) }), ['周年成', '周成年'])
	assert.equal(status(await give({ pupils: list(['周成年', grown.no], ['周成年', grown.form.id_no]) }), 200).page.Looked, 1, 'somebody twice is one')
})

test('the file has the term\'s records of this station, and who is missing by name alone', async () => {
	const rows = cells(status(await give({ as: 'xlsx' }), 200).body)
	assert.deepEqual(rows.filter((r) => r[2] === '周成年').map((r) => [r[4], r[7]]), [['助学活动', 1.5], ['合计', 1.5]])
	assert.deepEqual(rows.filter((r) => r[2] === '郑未答').map((r) => r.slice(2).filter(Boolean)), [['郑未答', '没有提供记录的学生']])
	assert.ok(!JSON.stringify(rows).includes(minor.form.id_no))
	const pdf = status(await give({ as: 'pdf' }), 200)
	assert.equal(pdf.body.subarray(0, 5).toString(), '%PDF-')
})

test('another station gives none of them', async () => {
	const station = Number(value('SELECT id FROM station WHERE no = 2'))
	const other = await newVolunteer({ name: '陈外站' })
	served(other.no, { ago: 2 })
	status(await agree(other), 303)
	sql('UPDATE service_record SET station_id = ? WHERE person_id = ?', [station, personOf(other.no)])
	const rows = cells(status(await give({ as: 'xlsx', pupils: list(['陈外站', other.no]) }), 200).body)
	assert.deepEqual(rows.filter((r) => r[2] === '陈外站').map((r) => [r[4], r[7]]), [['合计', 0]])
	cleanup(() => sql('UPDATE service_record SET station_id = 1 WHERE person_id = ?', [personOf(other.no)]))
})

test('each one is noted as looked at; the list is in no address and no audit', async () => {
	const looks = () => Number(value("SELECT COUNT(*) FROM unmask WHERE person_id = ? AND field = 'school'", [personOf(grown.no)]))
	const before = looks()
	status(await give({ as: 'xlsx' }), 200)
	assert.equal(looks(), before + 1)
	assert.equal(value("SELECT COUNT(*) FROM unmask WHERE person_id = ? AND field = 'school'", [personOf(silent.no)]), '0')
	assert.ok(!sql("SELECT detail FROM audit WHERE action = 'school.export'").some((r) => r.detail.includes('周成年')))
})

test('taken back, it counts no more', async () => {
	status(await agree(grown, 'withdraw'), 303)
	assert.ok((await missing()).includes('周成年'))
	status(await agree(grown), 303)
})

test('bad lists and terms are refused beside their fields', async () => {
	const wrong = async (form) => status(await give(form), 422).page.Errors.map((e) => e.field)
	assert.deepEqual(await wrong({ pupils: '只有姓名' }), ['pupils'])
	assert.deepEqual(await wrong({ pupils: list(...Array.from({ length: 202 }, (_, i) => [`甲${i}`, 'V1'])) }), ['pupils'])
	assert.deepEqual(await wrong({ from_on: '2016-01-01' }), ['to_on'])
	assert.deepEqual(await wrong({ from_on: daysAgo(0), to_on: daysAgo(5) }), ['to_on'])
	assert.deepEqual(await wrong({ as: 'all' }), ['as'])
	const seen = status(await give({ pupils: list(['<script>alert(1)</script>', 'V1']) }, {}), 200).page
	assert.deepEqual(seen.Missing.map((m) => m.name), ['<script>alert(1)</script>'])
})

guardGet('/commend/manage/school', { wrong: 'liwei' })
guardPost('/commend/manage/school', { right: 'wangfang', wrong: 'liwei', form: {} })
await end()
