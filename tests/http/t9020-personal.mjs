// Every column that the schema marks as personal (个人, sql/0024_personal.sql) of one person is filled, and then: the download
// has it, staff see it whole only after a row of unmask, and after the erasure it is empty or stands for the reason given.
// A new column that is marked is tried without a line here; a new table needs its line in `rows`.
import { randomBytes } from 'node:crypto'
import { Client, assert, cleanup, end, mobile, newVolunteer, residentId, sql, status, test, value } from './lib.mjs'
import { bornYearsAgo } from './lib/person.mjs'
import { plantRecords } from './lib/posting.mjs'
import { rowsOf } from './lib/rows.mjs'
import { seal } from './lib/secret.mjs'

const marked = sql(`SELECT c.table_name AS t, c.column_name AS c, c.data_type AS type, c.character_maximum_length AS size,
	SUBSTRING_INDEX(c.column_comment, '个人:', -1) AS mark FROM information_schema.columns c
	WHERE c.table_schema = DATABASE() AND c.column_comment REGEXP '个人:[^; ]+$'`)
	.map((m) => ({ ...m, name: `${m.t}.${m.c}`, words: m.mark.split(',') }))
	.filter((m) => !m.words.includes('居民') && !m.words.includes('职员'))

const v = await newVolunteer({ id_no: residentId({ birth: bornYearsAgo(15) }), guardian_name: '甲监护', guardian_phone: mobile(),
	guardian_relation: '父亲' })
const person = Number(value('SELECT person_id FROM volunteer WHERE no = ?', [v.no]))
const uid = Buffer.from(value('SELECT HEX(uid) FROM person WHERE id = ?', [person]), 'hex')
const station = Number(value('SELECT station_id FROM volunteer WHERE person_id = ?', [person]))
const staffId = Number(value("SELECT id FROM staff WHERE login = 'liwei'"))
const [record] = plantRecords({ person })
const activity = Number(value(`SELECT activity_id FROM service_record WHERE uid = x'${record}'`))
const mark = randomBytes(5).toString('hex')
const of = `person_id = ${person}`
const rows = rowsOf({ person, station, staffId, activity, record, mark, openid: v.openid })
rows.order_helper = [`INSERT INTO order_helper (person_id) VALUES (${person})`, of]
cleanup(() => sql(`DELETE FROM outbox WHERE item_key = 'k-${mark}'`))

// Columns of which the schema asks more than a text of its own: a word out of a list, a row of another table, a number.
const words = { 'person.sex': '2', 'person.id_type': '01', 'consent.purpose': 'location', 'consent.given_by': 'self',
	'timebank_kin.relation': 'spouse', 'volunteer.region_code': '610502003', 'volunteer.service_region_code': '610503', 'order_helper.away_from': '2011-01-01', 'order_helper.away_until': '2011-01-09', 'certificate.payload': `{"name": "甲-${mark}"}` }
const given = new Set(['person.id_no_sealed', 'person.phone_sealed', 'guardian.phone_sealed', 'wechat_account.openid', 'wechat_login.openid', 'volunteer.no'])
const clear = { 'person.id_no_sealed': v.form.id_no, 'person.phone_sealed': v.form.phone, 'guardian.phone_sealed': v.form.guardian_phone,
	'wechat_account.openid': v.openid, 'wechat_login.openid': v.openid, 'volunteer.no': v.no }
let serial = 0

/** A value of its own for the column; what the download must say is left in m.clear. */
function fill(m) {
	serial++
	if (given.has(m.name)) {
		m.clear = clear[m.name]
		return
	}
	const size = Number(m.size)
	m.clear = words[m.name] ?? (/int$/.test(m.type) ? String(100 + serial) : m.type === 'date' ? `2011-0${1 + serial % 8}-0${1 + serial % 9}`
		: size === 1 ? '1' : size < 10 ? String(serial).padStart(2, '0') : `甲${serial}-${mark}`.slice(0, size))
	let planted = m.clear
	if (m.c.endsWith('_sealed')) planted = seal(m.name.replace(/_sealed$/, ''), uid, m.clear)
	else if (/binary$|blob$/.test(m.type)) planted = Buffer.from(mark.repeat(7).slice(0, 2 * size).padEnd(2 * Math.min(size, 32), '0'), 'hex')
	else if (m.c === 'photo_id') {
		sql(`INSERT INTO document (uid, station_id, sha256, media_type, bytes) VALUES (RANDOM_BYTES(16), ${station}, RANDOM_BYTES(32), 'image/png', 1)`)
		planted = Number(value('SELECT MAX(id) FROM document'))
	}
	sql(`UPDATE ${m.t} SET ${m.c} = ? WHERE ${rows[m.t][1]}${m.t === 'consent' ? ' ORDER BY id LIMIT 1' : ''}`, [planted])
}

/** Of these, those of which the column still has something; how they are told from empty ones. */
const full = (m) => value(`SELECT COUNT(*) FROM ${m.t} WHERE (${rows[m.t][1]}) AND ${m.c} IS NOT NULL
	AND ${m.c} NOT IN ('', ${m.name === 'person.sex' ? "'0'" : "''"}${m.name === 'person.name' ? ", '已注销'" : ''})`) !== '0'

test('there is a row of each table that has personal columns, and each of them is filled', () => {
	assert.ok(marked.length > 60)
	assert.deepEqual([...new Set(marked.map((m) => m.t))].filter((t) => !rows[t]), [], 'tables without a line in `rows`')
	for (const [planted] of Object.values(rows)) if (planted) sql(planted)
	for (const m of marked) fill(m)
	assert.deepEqual(marked.filter((m) => !full(m)).map((m) => m.name), [])
})

test('the download has each of them', async () => {
	const text = status(await v.client.post('/account/me/export'), 200).text
	const found = new Set()
	JSON.parse(text, (key, x) => {
		if (typeof x !== 'object') found.add(`${key}=${x}`)
		return x
	})
	const missing = marked.filter((m) => m.words.includes('导出')
		&& !found.has(`${m.c.replace(/_sealed$/, '')}=${m.clear}`) && !found.has(`${m.t}_${m.c}=${m.clear}`))
	assert.deepEqual(missing.map((m) => m.name), [])
})

test('staff see whole what is masked only with a row of unmask for it', async () => {
	const staff = new Client()
	await staff.signInStaff('liwei', 'zhiyuan-2026')
	const page = `/account/volunteers/${v.no}`
	const masked = JSON.stringify(status(await staff.getJson(page), 200).page)
	const before = Number(value(`SELECT COALESCE(MAX(id), 0) FROM unmask`))
	const whole = JSON.stringify(status(await staff.post(`${page}/unmask`, { purpose: `核对-${mark}` }), 200).page)
	const looked = sql(`SELECT field FROM unmask WHERE id > ${before} AND ${of}`).map((r) => r.field)
	const shown = marked.filter((m) => m.clear.length > 4 && whole.includes(`"${m.clear}"`) && !masked.includes(`"${m.clear}"`))
	assert.ok(shown.length >= 5, shown.map((m) => m.name).join())
	assert.deepEqual(shown.filter((m) => !m.words.includes('明文留痕')).map((m) => m.name), [], 'shown whole, and not marked')
	const guarded = marked.filter((m) => m.words.includes('明文留痕'))
	for (const m of guarded) {
		assert.ok(!masked.includes(m.clear), `${m.name} is masked`)
		assert.ok(looked.includes(m.t === 'person' || m.t === 'volunteer' ? m.c.replace(/_sealed$/, '') : m.t), `${m.name} is written down`)
	}
	assert.equal(looked.length, new Set(looked).size, 'once for each field')
})

test('after the erasure each is empty, or stands for the reason that its mark gives', async () => {
	sql(`UPDATE activity SET state = 'archived' WHERE id = ${activity}`)
	const kept = marked.filter((m) => m.words.some((w) => w.startsWith('留存')))
	const before = kept.map((m) => value(`SELECT HEX(GROUP_CONCAT(${m.c})) FROM ${m.t} WHERE ${rows[m.t][1]}`))
	status(await v.client.post('/account/me/erase', { confirm: '1' }), 303)
	assert.deepEqual(marked.filter((m) => m.words.includes('抹除') && full(m)).map((m) => m.name), [])
	assert.deepEqual(kept.map((m) => value(`SELECT HEX(GROUP_CONCAT(${m.c})) FROM ${m.t} WHERE ${rows[m.t][1]}`)), before)
})

await end()
