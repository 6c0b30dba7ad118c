// Certificates: what they show, gapless numbers, who may see them, zero hours, the register, revocation.
import { Client, assert, end, guardGet, guardPost, newVolunteer, sql, staff, status, test, value } from './lib.mjs'
import { daysAgo, personOf, served } from './lib/recognition.mjs'

const clerk = await staff('liwei')
const reviewer = await staff('wangfang')
const other = await staff('sunli')
const ann = await newVolunteer({ name: '安然' })
const stranger = await newVolunteer({ name: '路人' })
const ask = (form, who = ann) => who.client.submit('/commend/certificate', form)
const numberIn = (r) => /certificate\/(C\d+)\?/.exec(status(r, 303).location)[1]
let no

test('without an effective record there is no certificate', async () => {
	const r = status(await ask({ purpose: '升学' }), 422)
	assert.match(r.page.Error.from_on, /没有已生效的服务记录/)
	assert.equal(r.page.Form.purpose, '升学')
	served(ann.no, { minutes: 60, ago: 40 })
	sql("UPDATE service_record SET state = 'notice', effective_at = NULL WHERE person_id = ?", [personOf(ann.no)])
	status(await ask({}), 422)
	sql("UPDATE service_record SET state = 'effective', effective_at = NOW() - INTERVAL 1 DAY WHERE person_id = ?", [personOf(ann.no)])
	assert.match(status(await ann.client.get('/commend/certificate'), 200).text, /生成证明/)
})

test('it has every field of 令67 art. 15 and of 149号', async () => {
	served(ann.no, { minutes: 125, evidence: 'list', ago: 20, title: '楼道清洁"><svg onload=alert(1)>' })
	served(ann.no, { minutes: 90, evidence: 'backfill', ago: 10 })
	no = numberIn(await ask({ purpose: '升学' }))
	assert.match(no, /^C\d{2}001\d{5}$/)
	const { Certificate: c, State } = (await ann.client.getJson(`/commend/certificate/${no}`)).page
	assert.deepEqual([c.name, c.id_type, c.volunteer_no], ['安然', '内地居民身份证', ann.no])
	assert.equal(c.id_no, `${ann.form.id_no.slice(0, 4)}**********${ann.form.id_no.slice(-4)}`)
	assert.deepEqual([c.hours, c.capital], ['4.58', '肆点伍捌'])
	assert.deepEqual(c.Evidence, { scan: '1.00', list: '2.08', backfill: '1.50' })
	assert.deepEqual([c.from, c.to, c.purpose], [daysAgo(40), daysAgo(0), '升学'])
	assert.deepEqual([c.station, c.person_in_charge, c.phone, c.issued_on], ['杜桥街道胜利社区志愿服务站', '张敏', '0913-2100001', daysAgo(0)])
	assert.equal(c.Services.length, 3)
	const row = c.Services[1]
	assert.deepEqual([row.date, row.place, row.content, row.hours, row.organiser, row.evidence],
		[daysAgo(20), '东风街 12 号院', '清扫楼道', '2.08', '杜桥街道胜利社区志愿服务站', 'list'])
	assert.equal(State.state, 'issued')
})

test('the page prints, and hostile names stay text', async () => {
	const r = status(await ann.client.get(`/commend/certificate/${no}`), 200)
	for (const text of ['志愿服务记录证明', '兹证明', '大写', '盖章处', '张敏', '特此证明', no, 'data-print'])
		assert.ok(r.text.includes(text), text)
	assert.ok(!r.text.includes('<svg onload'))
	assert.ok(!r.text.includes(ann.form.id_no))
})

test('it is frozen: what changes later changes no paper', async () => {
	sql("UPDATE person SET name = '改名' WHERE id = ?", [personOf(ann.no)])
	sql("UPDATE service_record SET state = 'withdrawn' WHERE person_id = ? AND minutes = 60", [personOf(ann.no)])
	const { Certificate } = (await ann.client.getJson(`/commend/certificate/${no}`)).page
	assert.deepEqual([Certificate.name, Certificate.hours], ['安然', '4.58'])
	sql("UPDATE person SET name = '安然' WHERE id = ?", [personOf(ann.no)])
	sql("UPDATE service_record SET state = 'effective' WHERE person_id = ? AND minutes = 60", [personOf(ann.no)])
})

test('a period takes its records only', async () => {
	const part = numberIn(await ask({ from_on: daysAgo(30), to_on: daysAgo(15) }))
	const { Certificate } = (await ann.client.getJson(`/commend/certificate/${part}`)).page
	assert.deepEqual([Certificate.hours, Certificate.Services.length], ['2.08', 1])
	assert.match(status(await ask({ from_on: daysAgo(9), to_on: daysAgo(5) }), 422).page.Error.from_on, /没有已生效/)
	status(await ask({ from_on: daysAgo(5), to_on: daysAgo(9) }), 422)
	status(await ask({ to_on: daysAgo(-1) }), 422)
	status(await ask({ from_on: '2026-02-30' }), 422)
	status(await ask({ purpose: '好'.repeat(61) }), 422)
	status(await ask({ minutes: '600' }), 422)
	status(await ask({ station: '77' }), 422)
})

test('numbers have no gap, whoever asks at the same time and whoever is refused', async () => {
	await Promise.all([ask({}), ask({ to_on: daysAgo(60) }), ask({}), ask({ to_on: daysAgo(60) }), ask({})])
	const rows = sql("SELECT serial, no FROM certificate WHERE station_id = (SELECT id FROM station WHERE no = 1) AND year = YEAR(NOW()) ORDER BY serial")
	rows.forEach((row, i) => {
		assert.equal(Number(row.serial), i + 1)
		assert.equal(Number(row.no.slice(-5)), i + 1)
	})
})

test('the same form sent twice is one certificate', async () => {
	const { Key } = (await ann.client.getJson('/commend/certificate')).page
	const first = numberIn(await ann.client.post('/commend/certificate', { key: Key }))
	assert.equal(numberIn(await ann.client.post('/commend/certificate', { key: Key })), first)
})

test('hours at two stations are two certificates', async () => {
	served(ann.no, { minutes: 45, station: 2, ago: 3 })
	const { Stations, Several } = (await ann.client.getJson('/commend/certificate')).page
	assert.equal(Stations.length, 2)
	assert.ok(Several)
	assert.ok(status(await ask({}), 422).page.Error.station)
	const there = numberIn(await ask({ station: '2' }))
	assert.match(there, /^C\d{2}002/)
	assert.equal((await ann.client.getJson(`/commend/certificate/${there}`)).page.Certificate.hours, '0.75')
	status(await clerk.getJson(`/commend/certificate/${there}`), 404)
	status(await other.getJson(`/commend/certificate/${there}`), 200)
})

test("another's certificate is not there", async () => {
	status(await stranger.client.getJson(`/commend/certificate/${no}`), 404)
	status(await other.getJson(`/commend/certificate/${no}`), 404)
	status(await (await staff('madan')).getJson(`/commend/certificate/${no}`), 404)
	status(await clerk.getJson(`/commend/certificate/${no}`), 200)
	status(await new Client().getJson(`/commend/certificate/${no}`), 401)
	status(await new Client().get(`/commend/certificate/${no}`), 303)
	status(await ann.client.getJson('/commend/certificate/C0000000000'), 404)
})

test('the desk issues one for those without a phone, with the handler named', async () => {
	const desk = (form, who = clerk) => who.submit('/commend/manage/certificate', form)
	const there = numberIn(await desk({ volunteer_no: ann.no, purpose: '求职' }))
	assert.equal((await clerk.getJson(`/commend/certificate/${there}`)).page.Certificate.handler, '李伟')
	assert.match(status(await desk({ volunteer_no: stranger.no }), 422).page.Error.from_on, /没有已生效/)
	assert.ok(status(await desk({ volunteer_no: 'V0000000000' }), 422).page.Error.volunteer_no)
	status(await desk({ volunteer_no: '' }), 422)
	assert.match(status(await clerk.get('/commend/manage/certificate'), 200).text, /志愿者编号/)
})

test('the register lists them; a reviewer revokes with a reason', async () => {
	const { Certificates } = (await clerk.getJson('/commend/manage/certificates')).page
	assert.ok(Certificates.some((c) => c.no === no && c.hours === '4.58' && c.notice_until === daysAgo(-7)))
	const revoke = (who, form) => who.post(`/commend/manage/certificates/${no}/revoke`, form)
	status(await revoke(clerk, { reason: '登记错误' }), 403)
	status(await revoke(other, { reason: '登记错误' }), 404)
	status(await revoke(reviewer, { reason: '' }), 422)
	status(await revoke(reviewer, { reason: '登记错误' }), 303)
	status(await revoke(reviewer, { reason: '登记错误' }), 409)
	const { Certificate } = (await clerk.getJson(`/commend/manage/certificates/${no}`)).page
	assert.deepEqual([Certificate.state, Certificate.revoked_by, Certificate.revoked_reason], ['revoked', '王芳', '登记错误'])
	assert.match((await ann.client.get(`/commend/certificate/${no}`)).text, /此证明已注销/)
	assert.ok((await clerk.getJson('/commend/manage/certificates?state=revoked')).page.Certificates.every((c) => c.state === 'revoked'))
	assert.match(status(await clerk.get('/commend/manage/certificates'), 200).text, /查验次数/)
})

test('issuing and revoking were audited', () => {
	const actions = sql(`SELECT a.action FROM audit a JOIN certificate c ON a.target = 'certificate' AND c.id = a.target_id
		WHERE c.no = ? ORDER BY a.id`, [no]).map((r) => r.action)
	assert.deepEqual(actions, ['certificate.issue', 'certificate.revoke'])
})

test('staff have no certificate of their own here, and a token is wanted', async () => {
	status(await clerk.getJson('/commend/certificate'), 403)
	status(await new Client().getJson('/commend/certificate'), 401)
	status(await ann.client.post('/commend/certificate', { csrf: 'f'.repeat(32) }), 403)
	status(await ann.client.post('/commend/certificate', { csrf: null }), 403)
	assert.equal(value('SELECT COUNT(*) FROM certificate WHERE person_id = ?', [personOf(stranger.no)]), '0')
})

guardGet('/commend/manage/certificate')
guardGet('/commend/manage/certificates')
const of = () => no
guardGet('/commend/manage/certificates/{}', { of, elsewhere: 'sunli' })
guardPost('/commend/manage/certificate', { form: { volunteer_no: 'V0000000000' } })
guardPost('/commend/manage/certificates/{}/revoke', { of, right: 'wangfang', wrong: 'liwei', elsewhere: 'sunli', form: { reason: '看看' } })
await end()
