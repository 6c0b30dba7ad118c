// Registration: by the volunteer who came through WeChat, and by staff for people without a phone.
import { Client, assert, bornYearsAgo, end, mobile, newVolunteer, openid, personForm, residentId, sql, status, test, value, withCheckDigit } from './lib.mjs'

const PASSWORD = 'zhiyuan-2026'
const html = { headers: { Accept: 'text/html' } }

async function newcomer() {
	const client = new Client()
	await client.wechatUser(openid())
	return client
}

async function signedIn(login) {
	const client = new Client()
	await client.signInStaff(login, PASSWORD)
	return client
}

const errors = (answer) => Object.fromEntries(status(answer, 422).page.Errors.map((e) => [e.field ?? '', e.text]))
const personOf = (no) => sql(`SELECT p.*, HEX(p.id_no_sealed) sealed, v.state vstate, v.station_id, v.categories, v.skills,
	v.region_code, v.service_region_code, v.registered_by FROM volunteer v JOIN person p ON p.id = v.person_id WHERE v.no = ?`, [no])[0]

test('the form offers regions near a station, and asks for each consent apart', async () => {
	const c = await newcomer()
	const page = status(await c.getJson('/account/register'), 200).page
	assert.equal(page.Regions[0].code, '610502')
	assert.ok(page.Categories.length >= 20 && page.Skills.length >= 20)
	const text = status(await c.get('/account/register'), 200).text
	for (const word of ['registration', 'record', 'platform', 'public_name'])
		assert.match(text, new RegExp(`type="checkbox"[^>]*name="consent" value="${word}"(?! checked)`))
})

test('a sound form makes a volunteer with number, home station, sealed numbers and consents', async () => {
	const birth = bornYearsAgo(33)
	const v = await newVolunteer({ id_no: residentId({ birth, sex: '1' }), name: '欧阳·文博' })
	assert.match(v.no, /^V\d{2}\d{3}\d{5}$/)
	const p = personOf(v.no)
	assert.equal(p.name, '欧阳·文博')
	assert.equal(p.birth_on, birth)
	assert.equal(p.sex, '1')
	assert.equal(p.vstate, 'active')
	assert.equal(p.categories, '0001,0017')
	assert.equal(p.service_region_code, '610502')
	assert.ok(p.commit_salt && p.uid && p.id_no_index)
	assert.ok(!Buffer.from(p.sealed, 'hex').includes(v.form.id_no))
	assert.deepEqual(sql('SELECT purpose, given_by FROM consent WHERE person_id = ? ORDER BY id', [p.id]),
		['registration', 'record', 'platform'].map((purpose) => ({ purpose, given_by: 'self' })))
	assert.equal(value("SELECT COUNT(*) FROM audit WHERE action = 'volunteer.register' AND target_id = ?", [p.id]), '1')
	assert.equal(value('SELECT person_id FROM wechat_account WHERE openid = ?', [v.openid]), p.id)
})

test('the WeChat session gives way to a volunteer session under a new token', async () => {
	const c = await newcomer()
	const before = c.jar.get('zyz').value
	const r = await c.post('/account/register', personForm({ to: '/account/me/edit' }))
	assert.equal(new URL(status(r, 303).location).pathname, '/account/me/edit')
	const old = new Client()
	old.jar.set(old.base, 'zyz', before)
	status(await old.getJson('/account/me'), 401)
	status(await c.getJson('/account/me'), 200)
	assert.equal(new URL(status(await c.get('/account/register'), 303).location).pathname, '/account/me')
})

test('people who did not come by WeChat cannot register here', async () => {
	status(await new Client().getJson('/account/register'), 401)
	status(await new Client().post('/account/register', personForm()), 401)
	status(await (await signedIn('liwei')).post('/account/register', personForm()), 403)
	status(await (await newcomer()).post('/account/register', personForm({ csrf: '0'.repeat(32) })), 403)
})

for (const [what, changes, field] of [
	['a wrong check digit', { id_no: '110105194912310021' }, 'id_no'],
	['17 digits', { id_no: '11010519491231002' }, 'id_no'],
	['a day that never was', { id_no: withCheckDigit('61050219900230002') }, 'id_no'],
	['a birth to come', { id_no: withCheckDigit('61050220990101002') }, 'id_no'],
	['a child under six', { id_no: residentId({ birth: bornYearsAgo(4) }), guardian_name: '王芳', guardian_phone: mobile() }, 'id_no'],
	['a minor without a guardian', { id_no: residentId({ birth: bornYearsAgo(15) }) }, 'guardian_name'],
	['no name', { name: '' }, 'name'],
	['a name of signs', { name: '<b>王</b>' }, 'name'],
	['a name too long', { name: '王'.repeat(61) }, 'name'],
	['no phone', { phone: undefined }, 'phone'],
	['a landline', { phone: '0913-2123456' }, 'phone'],
	['ten digits', { phone: '1390913000' }, 'phone'],
	['a region that is not there', { region_code: '999999' }, 'region_code'],
	['a whole province', { region_code: '610000' }, 'region_code'],
	['no category', { categories: [] }, 'categories'],
	['five categories', { categories: ['0001', '0002', '0003', '0004', '0005'] }, 'categories'],
	['an unknown category', { categories: ['7777'] }, 'categories'],
	['no skill', { skills: [] }, 'skills'],
	['an unknown skill', { skills: ['77'] }, 'skills'],
	['no consent', { consent: [] }, 'consent'],
	['only one of the needed consents', { consent: ['registration', 'platform'] }, 'consent'],
	['a consent that does not exist', { consent: ['registration', 'record', 'everything'] }, 'consent'],
	['an unknown document', { id_type: '77', id_no: 'X1' }, 'id_type'],
	['a passport without birth and sex', { id_type: '05', id_no: 'E12345678' }, 'birth_on'],
	['a passport born tomorrow', { id_type: '05', id_no: 'E12345678', sex: '1', birth_on: '2999-01-01' }, 'birth_on'],
	['a field of ours that nobody may set', { station_id: '2' }, ''],
])
	test(`refused beside the field, nothing typed is lost: ${what}`, async () => {
		const c = await newcomer()
		const form = personForm(changes)
		const before = value('SELECT COUNT(*) FROM person')
		const r = await c.post('/account/register', form)
		assert.ok(errors(r)[field], `no message at ${field}: ${JSON.stringify(errors(r))}`)
		if (form.name && !changes.name)
			assert.equal(r.page.Form.name, form.name)
		if (form.categories.length > 1 && form.categories.length < 5)
			assert.deepEqual(r.page.Form.categories, form.categories)
		assert.equal(value('SELECT COUNT(*) FROM person'), before)
		const page = status(await c.post('/account/register', form, html), 422)
		assert.match(page.text, /<title>错误：/)
		assert.match(page.text, /<div class="summary" role="alert">/)
	})

test('every fault of one form is told at once', async () => {
	const c = await newcomer()
	const found = errors(await c.post('/account/register', { name: '', id_type: '01', id_no: '1', phone: '2' }))
	for (const field of ['name', 'id_no', 'phone', 'region_code', 'categories', 'skills', 'consent'])
		assert.ok(found[field], field)
})

test('numbers typed with spaces, full width and a small x are the same numbers', async () => {
	const id = '11010519491231002X'
	const wide = [...id.toLowerCase()].map((c) => /\d/.test(c) ? String.fromCharCode(c.charCodeAt(0) + 0xfee0) : c).join('')
	sql("UPDATE person SET id_no_index = NULL WHERE name = '指定样本'")
	const phone = mobile()
	const v = await newVolunteer({ name: '指定样本', id_no: ` ${wide.slice(0, 6)} ${wide.slice(6)}`, phone: `+86 ${phone.slice(0, 3)}-${phone.slice(3, 7)}-${phone.slice(7)}` })
	assert.equal(v.page.Held.id_no, '1101**********002X')
	assert.equal(v.page.Held.phone, `${phone.slice(0, 3)}****${phone.slice(7)}`)
	assert.equal(personOf(v.no).birth_on, '1949-12-31')
})

test('a passport with birth and sex is as good', async () => {
	const v = await newVolunteer({ id_type: '05', id_no: `e${mobile().slice(3)}`, birth_on: '1988-02-29', sex: '2', name: 'Anna Müller' })
	assert.equal(personOf(v.no).birth_on, '1988-02-29')
	assert.equal(personOf(v.no).sex, '2')
})

test('a minor waits for the guardian, and staff confirm once', async () => {
	const v = await newVolunteer({ id_no: residentId({ birth: bornYearsAgo(15) }), guardian_name: '王建国', guardian_phone: mobile(), guardian_relation: '父亲', guardian_agrees: '1' })
	const p = personOf(v.no)
	assert.equal(p.vstate, 'pending_guardian', 'ticking a box of staff does not help')
	assert.equal(v.page.Me.state, 'pending_guardian')
	const staff = await signedIn('liwei')
	const page = status(await staff.getJson(`/account/volunteers/${v.no}`), 200).page
	assert.equal(page.Guardian.name, '王**')
	assert.match(page.Guardian.phone, /^1\d\d\*{4}\d{4}$/)
	const at = `/account/volunteers/${v.no}/guardian`
	status(await (await signedIn('zhaolei')).post(at), 404)
	status(await staff.post(at, { csrf: null }), 403)
	status(await v.client.post(at), 403)
	status(await staff.post(at), 303)
	status(await staff.post(at), 409)
	assert.equal(personOf(v.no).vstate, 'active')
	assert.deepEqual(sql("SELECT purpose FROM consent WHERE person_id = ? AND given_by = 'guardian' ORDER BY id", [p.id]).map((r) => r.purpose),
		['registration', 'record'])
})

test('one id number is one person: the same form again from another WeChat is sent to the station', async () => {
	const v = await newVolunteer()
	const other = await newcomer()
	assert.match(errors(await other.post('/account/register', v.form)).id_no, /请带证件到站点/)
	assert.equal(value('SELECT COUNT(*) FROM volunteer v JOIN person p ON p.id = v.person_id WHERE v.no = ?', [v.no]), '1')
})

test('a form sent twice at once makes one volunteer, and both answers lead on', async () => {
	const c = await newcomer()
	const form = personForm()
	const answers = await Promise.all([c.post('/account/register', form), c.post('/account/register', form)])
	for (const a of answers)
		assert.ok([303, 401, 403].includes(a.status), `${a.status} ${a.text.slice(0, 200)}`)
	assert.ok(answers.some((a) => a.status === 303))
	assert.equal(value(`SELECT COUNT(*) FROM person WHERE name = '林小满' AND phone_index = (SELECT phone_index FROM person
		ORDER BY id DESC LIMIT 1)`), '1')
})

test('two WeChat accounts with one id number at once: one registers, one is sent to the station', async () => {
	const clients = [await newcomer(), await newcomer(), await newcomer()]
	const form = personForm()
	const answers = await Promise.all(clients.map((c) => c.post('/account/register', form)))
	assert.deepEqual(answers.map((a) => a.status).sort(), [303, 422, 422])
})

test('staff register somebody without a phone, with the consent on paper', async () => {
	const staff = await signedIn('liwei')
	const { phone, ...form } = personForm({ name: '赵奶奶', id_no: residentId({ birth: bornYearsAgo(78) }) })
	assert.ok(errors(await staff.post('/account/volunteers/new', form)).paper)
	const r = await staff.post('/account/volunteers/new', { ...form, paper: '1' })
	const at = new URL(status(r, 303).location).pathname
	const page = status(await staff.getJson(at), 200).page
	assert.equal(page.Held.phone, undefined)
	assert.equal(page.Volunteer.registered_by, '李伟')
	const p = personOf(page.Held.no)
	assert.equal(value('SELECT no FROM station WHERE id = ?', [p.station_id]), '1')
	assert.deepEqual(sql('SELECT DISTINCT given_by, staff_id IS NOT NULL s FROM consent WHERE person_id = ?', [p.id]), [{ given_by: 'staff', s: '1' }])
	assert.ok(errors(await staff.post('/account/volunteers/new', { ...form, paper: '1' })).id_no)
	status(await staff.get('/account/volunteers/new'), 200)
	status(await new Client().getJson('/account/volunteers/new'), 401)
	status(await staff.post('/account/volunteers/new', { ...form, csrf: null }), 403)
})

test('a minor whom staff register with the guardian there is active at once', async () => {
	const staff = await signedIn('liwei')
	const form = personForm({ paper: '1', id_no: residentId({ birth: bornYearsAgo(12) }), guardian_name: '孙丽', guardian_phone: mobile(), guardian_agrees: '1' })
	const r = status(await staff.post('/account/volunteers/new', form), 303)
	const p = personOf(new URL(r.location).pathname.split('/').pop())
	assert.equal(p.vstate, 'active')
	assert.equal(value('SELECT consent_at IS NOT NULL AND confirmed_by IS NOT NULL FROM guardian WHERE person_id = ?', [p.id]), '1')
})

await end()
