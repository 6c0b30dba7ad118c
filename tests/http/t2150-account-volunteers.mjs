// The station's ledger of volunteers: masked, filtered, paged; one volunteer; looking at whole numbers is on record.
import { Client, assert, end, mobile, newVolunteer, sql, status, test, value } from './lib.mjs'

const html = { headers: { Accept: 'text/html' } }

async function signedIn(login) {
	const client = new Client()
	await client.signInStaff(login, 'zhiyuan-2026')
	return client
}

const list = async (client, query = '') => status(await client.getJson(`/account/volunteers${query}`), 200).page

// More than a page of them: their names tell them apart, and that is all that is needed here.
sql(`INSERT INTO person (uid, name) SELECT UNHEX(MD5(CONCAT('page', seq))), '翻页人' FROM seq_1_to_60`)
sql(`INSERT INTO volunteer (person_id, no, station_id, region_code, categories, skills, registered_at)
	SELECT p.id, CONCAT('V9', p.id), s.id, s.region_code, '0001', '01', NOW() FROM person p JOIN station s ON s.no = 1 WHERE p.name = '翻页人'`)

test('the ledger shows this station only, with masked phones and no id number', async () => {
	const staff = await signedIn('liwei')
	const page = await list(staff)
	assert.equal(page.Volunteers.length, 50)
	for (const v of page.Volunteers)
		assert.match(v.phone ?? '1****0000', /^\d{1,3}\*{4}\d{4}$/)
	assert.ok(!/\d{17}[\dX]|1[3-9]\d{9}/.test(JSON.stringify(page)))
	const others = (await list(await signedIn('zhaolei'))).Volunteers.map((v) => v.no)
	assert.ok(page.Volunteers.every((v) => !others.includes(v.no)))
	const text = status(await staff.get('/account/volunteers'), 200).text
	assert.match(text, /<table/)
	assert.match(text, /rel="next"/)
})

test('paging walks through all of them once', async () => {
	const staff = await signedIn('liwei')
	const seen = []
	let next = ''
	do {
		const page = await list(staff, next)
		seen.push(...page.Volunteers.map((v) => v.no))
		next = page.List.next?.replace('/account/volunteers', '')
	} while (next)
	const all = sql(`SELECT v.no FROM volunteer v JOIN person p ON p.id = v.person_id JOIN station s ON s.id = v.station_id
		WHERE s.no = 1 AND p.erased_at IS NULL ORDER BY v.person_id DESC`).map((r) => r.no)
	assert.deepEqual(seen, all)
})

test('filters by state, category and skill hold together', async () => {
	const staff = await signedIn('liwei')
	const v = await newVolunteer({ categories: ['0014'], skills: ['16', '23'] })
	await newVolunteer({ categories: ['0014'], skills: ['06'] })
	const page = await list(staff, '?category=0014&skill=23&state=active')
	assert.ok(page.Volunteers.some((r) => r.no === v.no))
	assert.ok(page.Volunteers.every((r) => r.categories.includes('禁毒宣传') && r.skills.includes('摄像摄影')))
	assert.equal(page.List.Filter.category.value, '0014')
	assert.equal((await list(staff, '?state=paused&category=0014')).Volunteers, undefined)
	assert.match((await staff.get('/account/volunteers?category=%22%3E%3Csvg%3E')).text, /没有符合条件的志愿者/)
})

test('a whole number finds a volunteer of this station, and stands in no address', async () => {
	const staff = await signedIn('liwei')
	const v = await newVolunteer()
	for (const number of [v.form.id_no, v.form.id_no.toLowerCase(), v.form.phone, v.no]) {
		const r = await staff.post('/account/volunteers', { number })
		assert.equal(new URL(status(r, 303).location).pathname, `/account/volunteers/${v.no}`)
	}
	const other = await signedIn('zhaolei')
	for (const [client, number] of [[other, v.form.id_no], [staff, mobile()], [staff, '']]) {
		const r = status(await client.post('/account/volunteers', { number }), 422)
		assert.equal(r.page.Errors[0].field, 'number')
	}
	status(await staff.post('/account/volunteers', { number: v.no, csrf: null }), 403)
})

test('one volunteer is shown masked, and to nobody of another station', async () => {
	const v = await newVolunteer()
	const staff = await signedIn('liwei')
	const page = status(await staff.getJson(`/account/volunteers/${v.no}`), 200).page
	assert.equal(page.Held.name, '林小满')
	assert.match(page.Held.id_no, /\*{10}/)
	assert.deepEqual(page.Consents.filter((c) => c.live).map((c) => c.purpose), ['registration', 'record', 'platform'])
	assert.match(status(await staff.get(`/account/volunteers/${v.no}`), 200).text, /查看完整号码/)
	status(await (await signedIn('zhaolei')).getJson(`/account/volunteers/${v.no}`), 404)
	status(await staff.getJson('/account/volunteers/V9999999999'), 404)
	status(await new Client().getJson(`/account/volunteers/${v.no}`), 401)
	status(await (await signedIn('madan')).getJson(`/account/volunteers/${v.no}`), 403)
	status(await v.client.getJson(`/account/volunteers/${v.no}`), 403)
	status(await v.client.getJson('/account/volunteers'), 403)
})

test('whole numbers are one deliberate, recorded look', async () => {
	const v = await newVolunteer()
	const staff = await signedIn('wangfang')
	const at = `/account/volunteers/${v.no}/unmask`
	await staff.getJson(`/account/volunteers/${v.no}`)
	const looks = () => Number(value('SELECT COUNT(*) FROM unmask u JOIN volunteer v USING (person_id) WHERE v.no = ?', [v.no]))
	for (const fields of [{}, { purpose: ' ' }, { purpose: '好' }, { purpose: 'x'.repeat(121) }])
		assert.equal(status(await staff.post(at, fields), 422).page.Errors[0].field, 'purpose')
	status(await staff.post(at, { purpose: '通知改期', csrf: null }), 403)
	status(await (await signedIn('zhaolei')).post(at, { purpose: '通知改期' }), 404)
	status(await v.client.post(at, { purpose: '通知改期' }), 403)
	status(await staff.getJson(at), 405)
	assert.equal(looks(), 0)
	const r = status(await staff.post(at, { purpose: '通知改期' }), 200)
	assert.equal(r.page.Held.id_no, v.form.id_no)
	assert.equal(r.page.Held.phone, v.form.phone)
	assert.match(r.headers['cache-control'], /no-store/)
	assert.ok(looks() > 0)
	assert.equal(value(`SELECT COUNT(*) FROM audit a JOIN volunteer v ON v.person_id = a.target_id
		WHERE a.action = 'volunteer.unmask' AND v.no = ?`, [v.no]), '1')
	const page = status(await staff.post(at, { purpose: '核对保险' }, html), 200)
	assert.ok(page.text.includes(v.form.id_no) && page.text.includes('核对保险') && page.text.includes('王芳'))
	const mine = status(await v.client.post('/account/me/export'), 200).json
	assert.ok(mine.looked_at_by.some((l) => l.staff === '王芳' && l.purpose === '通知改期'))
})

test('a name with markup is text on every page', async () => {
	const v = await newVolunteer()
	sql("UPDATE person p JOIN volunteer v ON v.person_id = p.id SET p.name = ? WHERE v.no = ?", ['"><svg onload=1>', v.no])
	const staff = await signedIn('liwei')
	for (const text of [(await staff.get('/account/volunteers')).text, (await staff.get(`/account/volunteers/${v.no}`)).text,
		(await v.client.get('/account/me')).text])
		assert.ok(text.includes('&lt;svg onload=1&gt;') && !text.includes('<svg onload'))
	sql("UPDATE person p JOIN volunteer v ON v.person_id = p.id SET p.name = '林小满' WHERE v.no = ?", [v.no])
})

await end()
