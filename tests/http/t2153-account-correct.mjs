// 更正: a name, a document, a day of birth put right: asked by the person or at the desk, decided by somebody else, told to the platforms.
import { Client, assert, bornYearsAgo, end, guardGet, guardPost, mobile, newVolunteer, residentId, sql, staff, status, test, until, value } from './lib.mjs'
import { personOf } from './lib/recognition.mjs'

const shared = await newVolunteer()
const form = { name: '林小曼', purpose: '登记时写错了一个字', proof: '身份证原件' }
const clerk = await staff('liwei'), reviewer = await staff('wangfang'), manager = await staff('zhangmin')
const noOf = (r) => /K\d+/.exec(status(r, 303).location)[0]
async function asked(v, change = {}, by = clerk) {
	return noOf(await by.post(`/account/volunteers/${v.no}/correct`, { ...form, ...change }))
}
const openNo = await asked(shared)
guardGet('/account/volunteers/{}/correct', { of: () => shared.no, elsewhere: 'zhaolei' })
guardPost('/account/volunteers/{}/correct', { of: () => shared.no, elsewhere: 'zhaolei', form })
guardGet('/account/corrections')
guardGet('/account/corrections/{}', { of: () => openNo, elsewhere: 'zhaolei' })
guardPost('/account/corrections/{}/look', { of: () => openNo, elsewhere: 'zhaolei', form: { purpose: '核对证件' } })
guardPost('/account/corrections/{}/accept', { of: () => openNo, right: 'wangfang', elsewhere: 'sunli' })
guardPost('/account/corrections/{}/decline', { of: () => openNo, right: 'wangfang', elsewhere: 'sunli', form: { reason: '不对' } })
guardPost('/account/corrections/{}/cancel', { of: () => openNo, elsewhere: 'zhaolei', form: { reason: '不对' } })

const person = (v) => sql(`SELECT p.name, p.id_type, p.birth_on, p.sex, HEX(p.id_no_index) AS id_index, w.version, w.state
	FROM person p JOIN volunteer w ON w.person_id = p.id WHERE p.id = ${personOf(v.no)}`)[0]
const message = (r, word) => assert.match(status(r, 422).page.Errors[0].text, word)

test('a name is put right by two people; platforms are told of a new version, and the old one is kept', async () => {
	const v = await newVolunteer()
	const no = await asked(v)
	assert.equal(person(v).name, '林小满')
	message(await clerk.post(`/account/volunteers/${v.no}/correct`, { ...form, name: '林晓满' }), /已经有一份更正申请/)
	status(await clerk.post(`/account/corrections/${no}/accept`), 403)
	assert.match(status(await reviewer.get(`/account/corrections/${no}`), 200).text, /林小曼/)
	status(await reviewer.post(`/account/corrections/${no}/accept`), 303)
	assert.deepEqual([person(v).name, person(v).version], ['林小曼', '2'])
	const told = () => Number(value("SELECT COUNT(*) FROM outbox o JOIN volunteer v ON v.person_id = o.person_id WHERE v.no = ? AND o.kind = 'volunteer' AND o.version = 2", [v.no]))
	await until(told, 20_000, { what: 'the new version in line' })
	status(await reviewer.post(`/account/corrections/${no}/accept`), 409)
	const file = status(await v.client.post('/account/me/export'), 200).json.corrections[0]
	assert.deepEqual([file.name, file.was_name, file.state, file.handled_by], ['林小曼', '林小满', 'done', '王芳'])
	assert.ok((await v.client.getJson('/account/me/looked')).page.Looked.some((l) => l.field === 'correct' && l.staff === '王芳'))
	assert.equal(value(`SELECT COUNT(*) FROM audit WHERE action = 'person.correct' AND target_id = ${personOf(v.no)}`), '1')
	assert.match(status(await reviewer.get('/account/corrections'), 200).text, new RegExp(no))
})

test('the person asks on the phone; a member of staff decides, with the whole number once and written down', async () => {
	const v = await newVolunteer()
	assert.match(status(await v.client.get('/account/me/edit'), 200).text, /href="\/account\/me\/correct"/)
	assert.match(status(await v.client.get('/account/me/correct'), 200).text, /name="id_no"/)
	const id_no = residentId({ birth: '1975-06-08', sex: '1' })
	status(await v.client.post('/account/me/correct', { ...form, name: '', id_no }), 303)
	status(await v.client.post('/account/me/correct', { ...form, csrf: null }), 403)
	status(await new Client().post('/account/me/correct', { ...form, csrf: '0'.repeat(32) }), 401)
	const no = value(`SELECT no FROM correction WHERE person_id = ${personOf(v.no)}`)
	const shown = JSON.stringify(status(await reviewer.getJson(`/account/corrections/${no}`), 200).page)
	assert.ok(!shown.includes(id_no) && !shown.includes(v.form.id_no))
	for (const purpose of ['', '好']) status(await reviewer.post(`/account/corrections/${no}/look`, { purpose }), 422)
	const looked = await reviewer.post(`/account/corrections/${no}/look`, { purpose: '对照身份证原件' })
	assert.equal(status(looked, 200).page.Correction.id_no, id_no)
	assert.match(looked.headers['cache-control'], /no-store/)
	assert.equal(value(`SELECT COUNT(*) FROM unmask WHERE person_id = ${personOf(v.no)} AND purpose = '对照身份证原件'`), '2')
	const was = person(v)
	status(await reviewer.post(`/account/corrections/${no}/accept`), 303)
	const now = person(v)
	assert.deepEqual([now.birth_on, now.sex, now.id_type], ['1975-06-08', '1', '01'])
	assert.notEqual(now.id_index, was.id_index)
	const me = status(await v.client.post('/account/me/export'), 200).json
	assert.deepEqual([me.person.id_no, me.corrections[0].was_id_no], [id_no, v.form.id_no])
	assert.equal(new URL(status(await clerk.post('/account/volunteers', { number: id_no }), 303).location).pathname, `/account/volunteers/${v.no}`)
	status(await reviewer.post(`/account/corrections/${no}/look`, { purpose: '再看一次' }), 409)
})

test('a number that is somebody else\'s is refused, with the way', async () => {
	const v = await newVolunteer(), other = await newVolunteer()
	message(await clerk.post(`/account/volunteers/${v.no}/correct`, { ...form, id_no: other.form.id_no }), /重复登记/)
	message(await v.client.post('/account/me/correct', { ...form, id_no: other.form.id_no }), /请带证件到站点/)
	// Also when somebody takes it between the two.
	const id_no = residentId({ birth: bornYearsAgo(40) })
	const no = await asked(v, { name: '', id_no })
	const third = await newVolunteer({ id_no })
	message(await reviewer.post(`/account/corrections/${no}/accept`), /重复登记/)
	assert.equal(value('SELECT state FROM correction WHERE no = ?', [no]), 'open')
	assert.ok(third.no)
	sql('DELETE FROM throttle')
	for (let i = 0; i < 10; i++) status(await v.client.post('/account/me/correct', { ...form, id_no: other.form.id_no }), 422)
	status(await v.client.post('/account/me/correct', { ...form, id_no: other.form.id_no }), 429)
	sql('DELETE FROM throttle')
})

test('what is wrong is said beside its field, and asking for nothing is nothing', async () => {
	const v = await newVolunteer(), at = `/account/volunteers/${v.no}/correct`
	for (const [change, field] of [[{ purpose: '' }, 'purpose'], [{ proof: '' }, 'proof'], [{ id_no: '610502199003070021' }, 'id_no'],
		[{ id_type: '05', id_no: '1' }, 'id_no'], [{ birth_on: '1990-02-31' }, 'birth_on'], [{ birth_on: '1990-03-07' }, 'birth_on'],
		[{ id_type: '77', id_no: 'E12345678' }, 'id_type'], [{ name: '1' }, 'name']])
		assert.equal(status(await clerk.post(at, { ...form, ...change }), 422).page.Errors[0].field, field, JSON.stringify(change))
	message(await clerk.post(at, { ...form, name: '林小满' }), /没有要更正的内容/)
	message(await clerk.post(at, { ...form, name: '' }), /没有要更正的内容/)
	message(await clerk.post(at, { ...form, name: '', id_no: v.form.id_no }), /没有要更正的内容/)
})

test('declined and cancelled change nothing; who asked does not decide; erased is erased', async () => {
	const v = await newVolunteer()
	const first = await asked(v, {}, manager)
	message(await manager.post(`/account/corrections/${first}/accept`), /申请的人不能自己确认/)
	message(await manager.post(`/account/corrections/${first}/decline`, { reason: '' }), /./)
	status(await reviewer.post(`/account/corrections/${first}/decline`, { reason: '证件上不是这个字' }), 303)
	const second = await asked(v)
	status(await clerk.post(`/account/corrections/${second}/cancel`, { reason: '先不办' }), 303)
	status(await clerk.post(`/account/corrections/${second}/cancel`, { reason: '先不办' }), 409)
	assert.equal(person(v).name, '林小满')
	assert.match(status(await v.client.get('/account/me/correct'), 200).text, /证件上不是这个字/)
	const third = await asked(v)
	status(await v.client.post('/account/me/erase', { confirm: '1' }), 303)
	status(await reviewer.post(`/account/corrections/${third}/accept`), 409)
	assert.equal(value(`SELECT COUNT(*) FROM correction WHERE person_id = ${personOf(v.no)} AND (name IS NOT NULL OR proof <> '')`), '0')
	status(await clerk.getJson('/account/corrections/K9999999999'), 404)
})

test('whether a guardian must agree is a matter of today: by a corrected birthday, and by a birthday that came', async () => {
	const adult = await newVolunteer({ id_type: '05', id_no: `E${mobile().slice(3)}`, birth_on: '1990-01-02', sex: '2' })
	const no = await asked(adult, { name: '', birth_on: bornYearsAgo(15) })
	status(await reviewer.post(`/account/corrections/${no}/accept`), 303)
	assert.equal(person(adult).state, 'pending_guardian')
	const back = await asked(adult, { name: '', birth_on: '1990-01-02' })
	status(await reviewer.post(`/account/corrections/${back}/accept`), 303)
	assert.equal(person(adult).state, 'active')
	const minor = await newVolunteer({ id_no: residentId({ birth: bornYearsAgo(16) }), guardian_name: '林大满', guardian_phone: mobile() })
	assert.equal(person(minor).state, 'pending_guardian')
	sql(`UPDATE person SET birth_on = CURDATE() - INTERVAL 18 YEAR - INTERVAL 1 DAY WHERE id = ${personOf(minor.no)}`)
	const c = new Client()
	await c.wechatUser(minor.openid)
	assert.equal(person(minor).state, 'active')
	assert.equal(value(`SELECT SUM(n) FROM volunteer_count c JOIN station s ON s.id = c.station_id WHERE s.no = 1 AND c.of_state = 'pending_guardian'`),
		value(`SELECT COUNT(*) FROM volunteer v JOIN station s ON s.id = v.station_id WHERE s.no = 1 AND v.state = 'pending_guardian'`))
})

await end()
