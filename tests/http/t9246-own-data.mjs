// What the system keeps about somebody could be taken away as JSON alone, which nobody reads: the same stands on a page and on sheets of
// A4, part by part and field by field under its name, counted, audited and refused like the file.
import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import { assert, cleanup, end, mobile, newVolunteer, residentId, sql, status, test, value } from './lib.mjs'
import { known } from '../lint/texts.mjs'
import { bornYearsAgo } from './lib/person.mjs'
import { plantRecords } from './lib/posting.mjs'
import { rowsOf } from './lib/rows.mjs'
import { saved } from './lib/bank.mjs'

const personOf = (v) => Number(value('SELECT person_id FROM volunteer WHERE no = ?', [v.no]))
const v = await newVolunteer({ id_no: residentId({ birth: bornYearsAgo(15) }), guardian_name: '甲监护', guardian_phone: mobile(), guardian_relation: '父亲' })
const person = personOf(v)
const station = Number(value('SELECT station_id FROM volunteer WHERE person_id = ?', [person]))
const staffId = Number(value("SELECT id FROM staff WHERE login = 'liwei'"))
const [record] = plantRecords({ person })
const activity = Number(value(`SELECT activity_id FROM service_record WHERE uid = x'${record}'`))
const mark = randomBytes(5).toString('hex')
const rows = rowsOf({ person, station, staffId, activity, record, mark, openid: v.openid })
for (const [planted] of Object.values(rows)) if (planted) sql(planted)
for (const more of [
	`INSERT INTO order_helper (person_id) VALUES (${person})`,
	`INSERT INTO message_way (person_id, ways, changed_at) VALUES (${person}, 'both', NOW())`,
	`INSERT INTO team (uid, station_id, name, leader_id) VALUES (RANDOM_BYTES(16), ${station}, 't${mark}', ${person});
		INSERT INTO team_member (team_id, person_id) VALUES (LAST_INSERT_ID(), ${person})`,
	`INSERT INTO proxy (person_id, proxy_person_id, given_at, person_agreed_at) SELECT person_id, ${person}, NOW(), NOW() FROM volunteer
		WHERE person_id <> ${person} LIMIT 1`,
	`INSERT INTO transfer_record (transfer_id, person_id, source_key, served_on, minutes, title, state)
		SELECT id, person_id, 'k-${mark}', CURDATE(), 60, 'x', 'refused' FROM transfer WHERE person_id = ${person}`,
	`INSERT INTO service_order (uid, no, key_hash, station_id, name_sealed, phone_sealed, phone_index, category, detail, consent_at, state)
		VALUES (RANDOM_BYTES(16), 'D${mark}', RANDOM_BYTES(32), ${station}, 'x', 'x', RANDOM_BYTES(32), '0001', 'x', NOW(), 'cancelled');
		INSERT INTO dispatch (uid, order_id, station_id, sent_by, person_id, state)
		VALUES (RANDOM_BYTES(16), LAST_INSERT_ID(), ${station}, ${staffId}, ${person}, 'recalled')`,
]) sql(more)
saved(v.no, 60)
cleanup(() => sql(`DELETE FROM outbox WHERE item_key = 'k-${mark}'`))

const words = (pdf) => execFileSync('pdftotext', ['-raw', '-', '-'], { input: pdf, encoding: 'utf8' }).replace(/\s+/g, '')
const labels = () => known(fs.readdirSync('templates/lang/zh').map((name) => `templates/lang/zh/${name}`).concat('templates/lang/zh.hdf')
	.map((path) => ({ path, text: fs.readFileSync(path, 'utf8') })))
const list = (part) => Array.isArray(part) ? part : [part]
const parts = (file) => Object.entries(file).filter(([name]) => !['exported_at', 'merged'].includes(name))
/** The fields of a file that are not empty, as PART.N.FIELD. */
const told = (file) => parts(file).flatMap(([part, all]) => list(all).flatMap((row, i) => Object.entries(row)
	.filter(([, x]) => x !== null && x !== '').map(([name]) => `${part}.${i}.${name}`)))
const shown = (sections) => sections.flatMap((s) => s.Rows.flatMap((row, i) => row.Fields.map((f) => `${s.name}.${i}.${f.name}`)))
const given = () => value("SELECT COUNT(*) FROM audit WHERE action = 'person.export' AND target_id = ?", [person])
const json = async () => status(await v.client.post('/account/me/export'), 200).json
const sections = async () => status(await v.client.getJson('/account/me/data'), 200).page.Sections

test('every part and field of the file has its name', async () => {
	const has = labels()
	const missing = parts(await json()).flatMap(([part, all]) => [`Section.${part}`].concat(list(all).flatMap((row) => Object.keys(row)
		.map((name) => has.has(`Lang.account.Data.${part}.${name}`) ? `Section.${part}` : `Field.${name}`))))
		.filter((name) => !has.has(`Lang.account.Data.${name}`))
	assert.deepEqual([...new Set(missing)], [])
	assert.deepEqual(parts(await json()).filter(([, all]) => list(all).length === 0).map(([part]) => part), [], 'parts of which nothing was seen')
})

test('the page has what the file has, and nothing else', async () => {
	const file = await json()
	const page = await sections()
	assert.deepEqual(shown(page), told(file))
	const text = (part, name) => page.find((s) => s.name === part).Rows[0].Fields.find((f) => f.name === name)
	assert.deepEqual(text('person', 'id_no'), { name: 'id_no', label: '证件号码', value: v.form.id_no })
	assert.equal(text('volunteer', 'state').value, '待监护人同意')
	assert.match(text('volunteer', 'categories').value, /^[^\d]+$/)
	assert.match(text('volunteer', 'region_code').value, /陕西省/)
	assert.match(text('volunteer', 'registered_at').value, /^\d{4}-\d\d-\d\d \d\d:\d\d$/)
	const r = status(await v.client.get('/account/me/data', { headers: { Accept: 'text/html' } }), 200)
	assert.match(r.headers['cache-control'], /no-store/)
	assert.match(r.text, /<h2>服务记录<\/h2>[\s\S]*<dt>证据类别<\/dt>/)
})

test('the sheets have the parts and what stands in them', async () => {
	sql('UPDATE application SET note = ? WHERE person_id = ?', ['带着\u{1F469}\u200D\u{1F680}来', person])
	const r = status(await v.client.post('/account/me/data'), 200)
	assert.match(r.headers['content-type'], /^application\/pdf/)
	assert.match(r.headers['content-disposition'], new RegExp(`filename="${v.no}.pdf"`))
	assert.match(r.headers['cache-control'], /no-store/)
	const text = words(r.body)
	for (const s of await sections()) {
		assert.ok(text.includes(s.title), s.title)
		for (const f of s.Rows[0].Fields) assert.ok(text.includes(f.label), `${s.title}: ${f.label}`)
	}
	for (const x of [v.form.id_no, v.form.phone, v.no, v.openid]) assert.ok(text.includes(x), x)
})

test('what is long is cut on the page, and says so', async () => {
	sql(`INSERT INTO unmask (at, staff_id, person_id, field, purpose) SELECT NOW(), ${staffId}, ${person}, 'phone', CONCAT('第', seq) FROM seq_1_to_120`)
	const looked = (await sections()).find((s) => s.name === 'looked_at_by')
	assert.deepEqual([looked.Rows.length, looked.more], [100, 100])
	assert.equal((await json()).looked_at_by.length, 121)
	assert.match(status(await v.client.get('/account/me/data', { headers: { Accept: 'text/html' } }), 200).text, /以下省略, 见 JSON/)
	const pdf = status(await v.client.post('/account/me/data'), 200).body
	assert.match(words(pdf), /以下省略,见JSON/)
})

test('a registration that was merged into theirs is there, opened with its own keys', async () => {
	const gone = await newVolunteer()
	sql('UPDATE person SET merged_into = ? WHERE id = ?', [person, personOf(gone)])
	const own = (await sections()).filter((s) => s.merged === 1)
	assert.deepEqual(shown(own), told((await json()).merged[0]))
	assert.equal(own[0].Rows[0].Fields.find((f) => f.name === 'id_no').value, gone.form.id_no)
	sql('UPDATE person SET merged_into = NULL WHERE id = ?', [personOf(gone)])
})

test('each way is audited, and all count together', async () => {
	const before = Number(given())
	await json()
	await sections()
	status(await v.client.post('/account/me/data'), 200)
	assert.equal(Number(given()), before + 3)
	const w = await newVolunteer()
	for (let i = 0; i < 10; i++) {
		status(await w.client.post('/account/me/export'), 200)
		status(await w.client.getJson('/account/me/data'), 200)
	}
	for (const r of [await w.client.post('/account/me/export'), await w.client.getJson('/account/me/data'), await w.client.post('/account/me/data')])
		status(r, 429)
})

await end()
