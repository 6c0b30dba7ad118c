// Identity without an id number: whoever has a 网号 (公安部令第173号) registers, serves, is posted and moves on like everybody, and
// nothing that is kept or told holds a number of theirs but that one.
import { assert, bornYearsAgo, end, mobile, newVolunteer, personForm, sql, staff, status, test, value } from './lib.mjs'
import { plantRecords, posted } from './lib/posting.mjs'
import { personOf } from './lib/recognition.mjs'

const net = () => `NC${mobile()}${mobile()}`.slice(0, 20)
const form = () => ({ id_type: '10', id_no: net(), birth_on: bornYearsAgo(30), sex: '2' })

test('the form says what it is, and who has one registers with it', async () => {
	const v = await newVolunteer(form())
	const html = status(await (await staff('liwei')).get('/account/volunteers/new'), 200).text
	assert.ok(html.includes('>网号（国家网络身份认证）<') && html.includes('国家网络身份认证 App'))
	const file = status(await v.client.post('/account/me/export'), 200).json.person
	assert.deepEqual([file.id_type, file.id_no], ['10', v.form.id_no])
	const me = status(await v.client.getJson('/account/me'), 200).page
	assert.equal(me.Held.id_type, '网号（国家网络身份认证）')
	assert.ok(!JSON.stringify(me).includes(v.form.id_no))
	const clerk = await staff('liwei')
	assert.equal(new URL(status(await clerk.post('/account/volunteers', { number: v.form.id_no.toLowerCase() }), 303).location).pathname,
		`/account/volunteers/${v.no}`)
	for (const change of [{ id_no: 'NC1' }, { birth_on: '' }, { sex: '' }])
		status(await clerk.post('/account/volunteers/new', { ...personForm({ ...form(), ...change }), paper: '1' }), 422)
	status(await clerk.post('/account/volunteers/new', { ...personForm({ ...form() }), paper: '1' }), 303)
	const again = status(await clerk.post('/account/volunteers/new', { ...personForm({ ...form(), id_no: v.form.id_no }), paper: '1' }), 422)
	assert.equal(again.page.Errors[0].field, 'id_no')
})

test('hours are posted, and neither the row nor the database holds an id number', async () => {
	const v = await newVolunteer(form()), id = personOf(v.no)
	const [uid] = plantRecords({ person: id })
	const row = await posted(uid)
	assert.equal(row.state, 'accepted')
	assert.equal(value(`SELECT id_type FROM person WHERE id = ${id}`), '10')
	const texts = sql(`SELECT table_name AS t, column_name AS c FROM information_schema.columns WHERE table_schema = DATABASE()
		AND data_type IN ('varchar', 'text', 'mediumtext') AND table_name IN ('person', 'volunteer', 'application', 'roster', 'service_record', 'audit',
		'outbox')`)
	for (const { t, c } of texts)
		assert.equal(value(`SELECT COUNT(*) FROM ${t} WHERE ${c} LIKE ?`, [`%${v.form.id_no}%`]), '0', `${t}.${c}`)
})

await end()
