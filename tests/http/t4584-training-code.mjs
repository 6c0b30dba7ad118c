// Training: who is enrolled signs in with the code on the screen, and hears of a qualification's end, once.
import { Client, assert, end, newVolunteer, sql, staff, status, test, until, value } from './lib.mjs'
import { again } from './lib/loop.mjs'
import { published, running } from './lib/training.mjs'

const clerk = await staff('liwei')
const code = async (no) => status(await clerk.getJson(`/training/manage/${no}/code`), 200).page.Code
const signIn = (v, no, text, more = {}) => v.client.post(`/training/${no}/sign-in`, { code: text, ...more })
const stateOf = (no, v) => value(`SELECT e.state FROM enrolment e JOIN training t ON t.id = e.training_id JOIN volunteer v ON v.person_id = e.person_id
	WHERE t.no = ? AND v.no = ?`, [no, v.no])

test('a code of the moment signs in who is enrolled, and nobody else', async () => {
	const [ann, ben, cho] = [await newVolunteer(), await newVolunteer(), await newVolunteer()]
	const no = await published(clerk, { places: '5' })
	for (const v of [ann, ben]) status(await v.client.post(`/training/${no}/enrol`), 303)
	assert.equal(status(await ann.client.getJson(`/training/${no}/sign-in`), 200).page.Why, 'code_early')
	assert.equal(status(await signIn(ann, no, '123456'), 409).page.Why, 'code_early')
	await running(clerk, no)
	assert.equal(status(await ann.client.getJson(`/training/${no}`), 200).page.CanSign, '1')
	const shown = await code(no)
	assert.match(status(await clerk.get(`/training/manage/${no}/code`), 200).headers.refresh, /^\d+$/)
	status(await (await staff('zhaolei')).get(`/training/manage/${no}/code`), 404)
	status(await ann.client.get(`/training/manage/${no}/code`), 403)
	const wrong = String((Number(shown.digits) + 1) % 1000000).padStart(6, '0')
	assert.equal(status(await signIn(ann, no, wrong), 422).page.Errors[0].field, 'code')
	status(await signIn(ann, no, shown.digits, { csrf: null }), 403)
	status(await signIn(ann, no, shown.digits), 303)
	status(await signIn(ann, no, shown.digits), 303)
	assert.equal(stateOf(no, ann), 'present')
	assert.equal(value("SELECT COUNT(*) FROM audit u JOIN training t ON t.id = u.target_id WHERE u.action = 'enrolment.signed' AND t.no = ?", [no]), '1')
	assert.equal(status(await signIn(cho, no, shown.digits), 409).page.Why, 'not_enrolled')

	const path = new URL((await code(no)).url).pathname
	const opened = status(await ben.client.getJson(path), 200).page
	assert.equal(status(await signIn(ann, no, opened.Ticket), 303).location.includes('signed'), true)
	assert.equal(status(await signIn(cho, no, opened.Ticket), 409).page.Why, 'not_enrolled')
	status(await signIn(ben, no, opened.Ticket), 303)
	assert.equal(stateOf(no, ben), 'present')
	status(await new Client().getJson(path), 401)
	status(await cho.client.get('/training/c/none'), 404)
	status(await cho.client.get(`/training/c/${no}-1-00`), 409)
})

test('a ticket is one person\'s, and a code one training\'s', async () => {
	const [ann, ben, cho] = [await newVolunteer(), await newVolunteer(), await newVolunteer()]
	const enrolled = async (...who) => {
		const no = await published(clerk, { places: '5' })
		for (const v of who) status(await v.client.post(`/training/${no}/enrol`), 303)
		await running(clerk, no)
		return no
	}
	const [one, two] = [await enrolled(ann, ben), await enrolled(cho)]
	const opened = status(await ann.client.getJson(new URL((await code(one)).url).pathname), 200).page
	status(await signIn(ben, one, opened.Ticket), 422)
	status(await signIn(cho, two, opened.Ticket), 422)
	status(await signIn(cho, two, (await code(one)).digits), 422)
	assert.deepEqual([stateOf(one, ben), stateOf(two, cho)], ['enrolled', 'enrolled'])
})

test('the end of a qualification is told a month before, once', async () => {
	const [soon, late, renewed] = [await newVolunteer(), await newVolunteer(), await newVolunteer()]
	const has = (v, days) => sql(`INSERT INTO qualification (person_id, name, granted_on, valid_until) SELECT person_id, '助老上岗', CURDATE() - INTERVAL 1 YEAR,
		CURDATE() + INTERVAL ? DAY FROM volunteer WHERE no = ?`, [days, v.no])
	has(soon, 20)
	has(late, 90)
	has(renewed, 20)
	has(renewed, 300)
	const told = (v) => value("SELECT COUNT(*) FROM message m JOIN volunteer v ON v.person_id = m.person_id WHERE m.event = 'qualified_ends' AND m.channel = 'inbox' AND v.no = ?", [v.no])
	again('activity-close')
	await until(() => told(soon) === '1', 90_000)
	sql('UPDATE qualification k JOIN volunteer v ON v.person_id = k.person_id SET k.granted_on = k.granted_on WHERE v.no = ?', [soon.no])
	again('activity-close')
	const mark = await newVolunteer()
	has(mark, 5)
	again('activity-close')
	await until(() => told(mark) === '1', 90_000)
	assert.deepEqual([told(soon), told(late), told(renewed)], ['1', '0', '0'])
})

await end()
