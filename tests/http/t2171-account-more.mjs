// What may be said besides registration: on 我的, at the counter; all of it optional, with why it is asked, in the download, gone with the person.
import { Client, assert, end, guardGet, newVolunteer, openid, sql, staff, status, test, value } from './lib.mjs'
import { posted } from './lib/posting.mjs'

const clerk = await staff('liwei')
const column = (no, c) => value(`SELECT ${c} FROM volunteer WHERE no = ?`, [no])
const about = { sources: ['01', '06', '12'], political: '01', occupation: '13', education: '20', ethnic: '02' }
const serves = { region_code: '610502002', categories: ['0017', 'S004'], skills: ['09'] }

test('registration asks for none of it', async () => {
	const client = new Client()
	await client.wechatUser(openid())
	const text = status(await client.get('/account/register'), 200).text
	for (const name of Object.keys(about)) assert.ok(!text.includes(`name="${name}"`), name)
	const v = await newVolunteer()
	assert.equal(column(v.no, 'sources'), '')
	assert.match(status(await v.client.get('/account/me/settings'), 200).text, /href="\/account\/me\/more"/)
})

test('the page says of each why it is asked, and what was said stands in it again', async () => {
	const v = await newVolunteer()
	const page = status(await v.client.getJson('/account/me/more'), 200).page
	assert.equal(page.Sources.length, 14)
	for (const list of ['Politicals', 'Occupations', 'Educations', 'Ethnics']) assert.ok(page[list].length > 10, list)
	const text = status(await v.client.get('/account/me/more'), 200).text
	for (const name of Object.keys(about)) assert.match(text, new RegExp(`id="f-${name}-hint"`), name)
	assert.match(status(await v.client.post('/account/me/more', about), 303).location, /\/account\/me\?done=saved$/)
	const again = status(await v.client.getJson('/account/me/more'), 200).page.Form
	assert.deepEqual(again.sources, about.sources)
	assert.deepEqual([again.political, again.occupation, again.education, again.ethnic], ['01', '13', '20', '02'])
	const { Held } = (await v.client.getJson('/account/me')).page
	assert.deepEqual([Held.sources, Held.political, Held.occupation, Held.education, Held.ethnic],
		['党员、教师、网格员', '中共党员', '专业技术人员', '大学本科', '蒙古族'])
})

test('all of it can be emptied again', async () => {
	const v = await newVolunteer()
	status(await v.client.post('/account/me/more', about), 303)
	status(await v.client.post('/account/me/more', {}), 303)
	const [row] = sql('SELECT sources, political, occupation, education, ethnic FROM volunteer WHERE no = ?', [v.no])
	assert.deepEqual(Object.values(row), ['', null, null, null, null])
})

test('what is no choice is said beside its field, and what was chosen stays', async () => {
	const v = await newVolunteer()
	for (const [name, wrong] of [['sources', ['01', '99']], ['political', '99'], ['occupation', '00'], ['education', 'x1'], ['ethnic', '57'],
		['sources', Array.from({ length: 15 }, (_, i) => String(i + 1).padStart(2, '0'))], ['political', '<b>']]) {
		const r = status(await v.client.post('/account/me/more', { ...about, [name]: wrong }), 422)
		assert.equal(r.page.Errors[0].field, name)
		if (name !== 'education') assert.equal(r.page.Form.education, '20')
	}
	assert.equal(column(v.no, 'sources'), '')
	assert.equal((await v.client.post('/account/me/more', { ...about, native_place: '渭南' })).status, 422)
})

guardGet('/account/me/more', { wrong: 'liwei' })

test('POST /account/me/more is for volunteers, with their token', async () => {
	const v = await newVolunteer()
	status(await v.client.post('/account/me/more', { ...about, csrf: null }), 403)
	status(await clerk.post('/account/me/more', about), 403)
	status(await new Client().post('/account/me/more', { ...about, csrf: '0'.repeat(32) }), 401)
	assert.equal(column(v.no, 'sources'), '')
})

test('a change is told to the platform with what it knows of it', async () => {
	const v = await newVolunteer()
	const before = Number(column(v.no, 'version'))
	status(await v.client.post('/account/me/more', about), 303)
	assert.equal(Number(column(v.no, 'version')), before + 1)
	await posted(value('SELECT HEX(p.uid) FROM person p JOIN volunteer v ON v.person_id = p.id WHERE v.no = ?', [v.no]))
})

test('the counter asks and changes all that a volunteer says, for those without a phone', async () => {
	const v = await newVolunteer()
	const at = `/account/volunteers/${v.no}/edit`
	const page = status(await clerk.getJson(at), 200).page
	assert.deepEqual(page.Form.categories, ['0001', '0017'])
	const r = status(await clerk.post(at, { ...serves, service_region_code: '610502001', fields: ['0003'], available: ['01', '16'], ...about }), 303)
	assert.match(r.location, new RegExp(`/account/volunteers/${v.no}\\?done=saved$`))
	const [row] = sql(`SELECT categories, skills, fields, available, service_region_code, sources, ethnic FROM volunteer WHERE no = ?`, [v.no])
	assert.deepEqual(Object.values(row), ['0017,S004', '09', '0003', '01,16', '610502001', '01,06,12', '02'])
	assert.equal((await v.client.getJson('/account/me')).page.Held.sources, '党员、教师、网格员')
	assert.equal(value(`SELECT COUNT(*) FROM audit a JOIN volunteer v ON v.person_id = a.target_id WHERE v.no = ? AND a.action = 'volunteer.edit'
		AND a.actor_kind = 'staff'`, [v.no]), '1')
	const shown = status(await clerk.getJson(`/account/volunteers/${v.no}`), 200).page.Held
	assert.equal(shown.political, '中共党员')
})

test('the counter: wrong choices, nobody, another station, no token', async () => {
	const v = await newVolunteer()
	const at = `/account/volunteers/${v.no}/edit`
	for (const [name, wrong] of [['categories', []], ['skills', []], ['region_code', '61'], ['region_code', '999999'], ['service_region_code', '610000'],
		['fields', ['9999']], ['available', ['00']], ['sources', ['00']], ['categories', ['0001', '0002', '0003', '0004', '0005']]])
		assert.equal(status(await clerk.post(at, { ...serves, ...about, [name]: wrong }), 422).page.Errors[0].field, name, name)
	status(await clerk.getJson('/account/volunteers/V0000000000/edit'), 404)
	status(await clerk.post('/account/volunteers/V0000000000/edit', serves), 404)
	const other = await staff('zhaolei')
	status(await other.getJson(at), 404)
	status(await other.post(at, serves), 404)
	status(await clerk.post(at, { ...serves, csrf: null }), 403)
	status(await v.client.getJson(at), 403)
	status(await (await staff('madan')).getJson(at), 403)
	status(await new Client().getJson(at), 401)
	assert.equal(column(v.no, 'skills'), '09')
})

test('the download has it, and who leaves for good leaves none of it', async () => {
	const v = await newVolunteer()
	status(await v.client.post('/account/me/more', about), 303)
	const mine = status(await v.client.post('/account/me/export'), 200).json.volunteer[0]
	assert.deepEqual([mine.sources, mine.political, mine.occupation, mine.education, mine.ethnic], ['01,06,12', '01', '13', '20', '02'])
	status(await v.client.post('/account/me/erase', { confirm: '1' }), 303)
	const [row] = sql('SELECT sources, political, occupation, education, ethnic FROM volunteer WHERE no = ?', [v.no])
	assert.deepEqual(Object.values(row), ['', null, null, null, null])
})

await end()
