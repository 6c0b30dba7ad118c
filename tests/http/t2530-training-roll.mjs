// The roll: present for many at once, results person by person, qualifications, the record that is posted.
import { assert, end, newVolunteer, sql, staff, status, test, value } from './lib.mjs'
import { linedUp } from './lib/posting.mjs'
import { published, roll, running } from './lib/training.mjs'

const clerk = await staff('liwei')
const other = await staff('zhaolei')
const people = await Promise.all(['安然', '本草', '楚歌', '丁香'].map((name) => newVolunteer({ name })))
const [ann, ben, cho, din] = people
let no, rows

const at = (verb) => `/training/manage/${no}/${verb}`
const present = (who, more) => clerk.post(at('present'), { who: who.map((p) => rows[p.no].ref), ...more })
const results = (lines) => clerk.post(at('result'), Object.fromEntries(lines.flatMap(([who, result, score, reason]) =>
	Object.entries({ result, score, reason }).map(([part, text]) => [`${part}_${rows[who.no].ref}`, text ?? '']))))
const qualified = (who) => sql(`SELECT k.name, k.valid_until, k.withdrawn_at, TIMESTAMPDIFF(MONTH, k.granted_on, k.valid_until) AS months
	FROM qualification k JOIN volunteer v ON v.person_id = k.person_id JOIN training t ON t.id = k.training_id
	WHERE v.no = ? AND t.no = ?`, [who.no, no])[0]
const posted = async (who) => await linedUp() && sql(`SELECT o.version, o.state FROM outbox o JOIN enrolment e ON e.uid = o.record_uid
	JOIN volunteer v ON v.person_id = e.person_id JOIN training t ON t.id = e.training_id
	WHERE v.no = ? AND t.no = ? AND o.kind = 'training_record' ORDER BY o.version`, [who.no, no])

test('four enrol, three of them in a row of places', async () => {
	no = await published(clerk, { places: '3', pass_score: '60', qualifies: '助老服务上岗资格', valid_months: '6' })
	for (const who of people)
		status(await who.client.post(`/training/${no}/enrol`), 303)
	rows = await roll(clerk, no)
	assert.deepEqual(people.map((p) => rows[p.no].state), ['enrolled', 'enrolled', 'enrolled', 'waiting'])
})

test('nobody is present before it runs', async () => {
	assert.equal(status(await present([ann]), 409).page.Refused, 'not_running')
	assert.equal(status(await results([[ann, 'passed', '90']]), 409).page.Refused, 'not_running')
	await running(clerk, no)
})

test('presence is entered for many at once, and taken back', async () => {
	status(await clerk.post(at('present'), {}), 422)
	status(await present([ann, ben, cho]), 303)
	status(await present([ann, ben]), 303)
	status(await present([cho], { undo: 'yes' }), 303)
	const now = await roll(clerk, no)
	assert.deepEqual(people.map((p) => now[p.no].state), ['present', 'present', 'enrolled', 'waiting'])
	status(await clerk.post(at('present'), { who: ['zz'.repeat(16)] }), 400)
	status(await present([din]), 303)
	assert.equal((await roll(clerk, no))[din.no].state, 'waiting', 'who waits is not on the roll')
})

for (const [what, line, part] of [
	['a score of 101', [() => ann, '', '101'], 'score'],
	['a score in words', [() => ann, '', '九十'], 'score'],
	['passed without a score', [() => ann, 'passed', ''], 'score'],
	['passed below the score to pass', [() => ann, 'passed', '59'], 'score'],
	['failed without score and reason', [() => ann, 'failed'], 'reason'],
	['a reason and no result', [() => ann, '', '', '迟到'], 'result'],
	['a result that is none', [() => ann, 'brilliant', '99'], 'result'],
	['somebody who was not present', [() => cho, 'passed', '88'], 'result'],
	['a reason of 201 characters', [() => ann, 'failed', '', '好'.repeat(201)], 'reason'],
])
	test(`results with ${what} come back whole`, async () => {
		const [who, ...rest] = line
		const r = status(await results([[who(), ...rest], [ben, '', '77']]), 422)
		assert.ok(r.page.Errors.some((e) => e.field === `${part}_${rows[who().no].ref}`), JSON.stringify(r.page.Errors))
		assert.equal(r.page.Rows.find((row) => row.volunteer_no === ben.no).in_score, '77')
		assert.equal(value(`SELECT COUNT(*) FROM enrolment e JOIN training t ON t.id = e.training_id WHERE t.no = ?
			AND e.state IN ('passed', 'failed')`, [no]), '0')
	})

test('a field of somebody else is not this form', async () => {
	status(await clerk.post(at('result'), { [`score_${'0'.repeat(32)}`]: '90' }), 422)
	status(await clerk.post(at('result'), { state: 'passed' }), 422)
})

test('it does not end while somebody present has no result', async () => {
	assert.equal(status(await clerk.post(at('finish')), 409).page.Refused, 'unsettled')
})

test('the score decides; who passed is qualified for the months of this training', async () => {
	status(await results([[ann, '', '60'], [ben, '', '59']]), 303)
	const now = await roll(clerk, no)
	assert.deepEqual([ann, ben].map((p) => now[p.no].state), ['passed', 'failed'])
	assert.equal(qualified(ann).name, '助老服务上岗资格')
	assert.equal(qualified(ann).months, '6')
	assert.equal(qualified(ben), undefined)
	assert.equal((await ann.client.getJson(`/training/${no}`)).page.Mine.valid_until, qualified(ann).valid_until)
})

test('the record is in the line to the platform, of both who passed and who failed', async () => {
	assert.equal((await posted(ann)).length, 1)
	assert.equal((await posted(ben)).length, 1)
	assert.equal((await posted(cho)).length, 0)
})

test('a wrong result is corrected: the qualification goes, the record has a second version', async () => {
	status(await results([[ann, 'failed', '30', '成绩登记错误'], [ben, 'failed', '59']]), 303)
	assert.ok(qualified(ann).withdrawn_at)
	assert.deepEqual((await posted(ann)).map((o) => o.version), ['1', '2'])
	assert.equal((await posted(ben)).length, 1, 'what did not change is not posted again')
	status(await results([[ann, 'passed', '61', '']]), 303)
	assert.equal(qualified(ann).withdrawn_at, null)
	assert.equal((await posted(ann)).length, 3)
})

test('at the end the absent and the waiting have no record', async () => {
	status(await clerk.post(at('cancel'), { reason: '算了吧' }), 409)
	status(await clerk.post(at('finish')), 303)
	const states = sql(`SELECT v.no, e.state, e.reason FROM enrolment e JOIN training t ON t.id = e.training_id
		JOIN volunteer v ON v.person_id = e.person_id WHERE t.no = ?`, [no])
	const of = (who) => states.find((s) => s.no === who.no)
	assert.deepEqual([of(cho).state, of(cho).reason], ['cancelled', '未到场'])
	assert.deepEqual([of(din).state, of(din).reason], ['cancelled', '未候补上'])
	assert.equal((await posted(cho)).length, 0)
})

test('the sheet is printed with everybody and a place to sign', async () => {
	const r = status(await clerk.get(at('sheet')), 200)
	assert.match(r.text, /签到表/)
	assert.match(r.text, /安然/)
	assert.match(r.text, /data-print/)
})

test('without a score to pass, attendance and word are enough; the settings say how long it holds', async () => {
	no = await published(clerk, { places: '3' })
	status(await ann.client.post(`/training/${no}/enrol`), 303)
	rows = await roll(clerk, no)
	await running(clerk, no)
	status(await present([ann]), 303)
	assert.match((await clerk.get(at('roll'))).text, /<select[^>]*name="result_/)
	status(await results([[ann, 'passed']]), 303)
	assert.equal(qualified(ann).months, '24')
	assert.equal(qualified(ann).name, '助老服务礼仪与安全')
})

test("another station's roll is not there", async () => {
	for (const page of ['roll', 'sheet'])
		status(await other.getJson(at(page)), 404)
	for (const [verb, form] of [['present', { who: [rows[ann.no].ref] }], ['result', {}], ['enrol', { volunteer_no: ann.no }],
		['remove', { ref: rows[ann.no].ref, reason: '看看' }]])
		status(await other.post(at(verb), form), 404)
})

test('every step was audited', () => {
	const actions = sql(`SELECT DISTINCT a.action FROM audit a JOIN training t ON a.target = 'training' AND t.id = a.target_id
		WHERE t.no = ?`, [no]).map((r) => r.action).sort()
	assert.deepEqual(actions, ['enrolment.enrol', 'enrolment.present', 'training.add', 'training.publish', 'training.start'])
})
await end()
