// Is this certificate true? Asked by anybody; no full name, no id number; unknown, revoked, fewer hours since.
import { Client, assert, cleanup, end, newVolunteer, sql, staff, status, test, until, value } from './lib.mjs'
import { personOf, served } from './lib/recognition.mjs'

const ann = await newVolunteer({ name: '欧阳安然' })
served(ann.no, { minutes: 150, evidence: 'scan', ago: 12 })
served(ann.no, { minutes: 30, evidence: 'declared', ago: 11 })
const made = status(await ann.client.submit('/commend/certificate', { purpose: '求职' }), 303)
const no = /certificate\/(C\d+)\?/.exec(made.location)[1]
const school = new Client()
const look = (number = no) => school.getJson(`/commend/verify/${encodeURIComponent(number)}`)

test('it is true: masked name, hours by evidence, station, days', async () => {
	const { Certificate: c, Station } = status(await look(), 200).page
	assert.deepEqual([c.no, c.hours, c.state], [no, '3.00', 'issued'])
	assert.match(c.name, /^欧阳?\*+$/)
	assert.deepEqual(c.Evidence, { scan: '2.50', declared: '0.50' })
	assert.equal(c.station, '杜桥街道胜利社区志愿服务站')
	assert.equal(Station.phone, '0913-2100001')
	assert.equal(c.fewer_hours, undefined)
	const page = status(await school.get(`/commend/verify/${no}`), 200).text
	assert.match(page, /证明真实有效/)
	for (const secret of ['欧阳安然', ann.form.id_no, ann.form.id_no.slice(-4) + '<', ann.form.phone, '求职'])
		assert.ok(!page.includes(secret), secret)
})

test('small letters and blanks are no mistake', async () => {
	assert.equal(status(await look(` ${no.toLowerCase()} `), 200).page.Certificate.no, no)
	const r = status(await school.get(`/commend/verify?no=${no.slice(0, 3).toLowerCase()}+${no.slice(3)}`), 303)
	assert.ok(r.location.endsWith(`/commend/verify/${no}`))
	assert.match(status(await school.get('/commend/verify'), 200).text, /证明编号/)
	assert.match(status(await school.get('/commend/verify?no='), 200).text, /证明编号/)
})

test('each look is counted', async () => {
	const before = Number(value('SELECT checks FROM certificate WHERE no = ?', [no]))
	status(await look(), 200)
	assert.equal(Number(value('SELECT checks FROM certificate WHERE no = ?', [no])), before + 1)
})

for (const [what, number] of [['an unknown one', 'C2600199999'], ['a text', '<script>alert(1)</script>'], ['a quote', "C' OR '1'='1"],
	['a long one', 'C'.repeat(200)]])
	test(`${what} is not there, and the page says so`, async () => {
		const r = await school.get(`/commend/verify/${encodeURIComponent(number)}`)
		status(r, 404)
		if (!number.includes('/'))
			assert.match(r.text, /查不到这份证明/)
		assert.ok(!r.text.includes('<script>alert'))
	})

test('hours that were taken back since are told', async () => {
	sql("UPDATE service_record SET state = 'withdrawn' WHERE person_id = ? AND minutes = 30", [personOf(ann.no)])
	assert.equal((await look()).page.Certificate.fewer_hours, '2.50')
	assert.match((await school.get(`/commend/verify/${no}`)).text, /更正或撤销/)
})

test('a revoked one says so, since when and why', async () => {
	const reviewer = await staff('wangfang')
	status(await reviewer.post(`/commend/manage/certificates/${no}/revoke`, { reason: '记录有误' }), 303)
	const page = status(await school.get(`/commend/verify/${no}`), 200).text
	assert.match(page, /证明已注销/)
	assert.match(page, /记录有误/)
	assert.ok(!page.includes('证明真实有效'))
})

test('who tries number after number is slowed down', async () => {
	// the tests that follow look at certificates from the same address
	cleanup(() => sql('DELETE FROM throttle'))
	// counted by the minute: all of it in one
	await until(() => Date.now() % 60_000 < 55_000, 10_000, { what: 'a new minute' })
	let last
	for (let i = 0; i < 40; i++)
		last = await look(`C26001${String(i).padStart(5, '0')}`)
	status(last, 429)
})

test('only GET', async () => {
	status(await ann.client.post(`/commend/verify/${no}`), 405)
})
await end()
