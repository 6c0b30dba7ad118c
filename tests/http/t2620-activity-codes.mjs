// Codes and check-ins that must not count: old, wrong, another's, too early, twice, before, on another day.
import { createHmac } from 'node:crypto'
import { assert, end, sql, status, test, value } from './lib.mjs'
import { newVolunteer } from './lib/person.mjs'
import {
	attend, begin, checkIn, checkOut, dayFrom, draft, newActivity, records, roomToday, screen, staff,
} from './lib/activity.mjs'

await roomToday()
const clerk = await staff('liwei')
const came = (no) => Number(value(
	'SELECT COUNT(*) FROM attendance t JOIN activity a ON a.id = t.activity_id WHERE a.no = ?', [no]))
/** Each of these must be refused with this status and word, and leave no trace. */
async function refused(v, no, way, code, expected, word) {
	const before = came(no)
	const r = status(await v.client.post(`/activity/${no}/${way}`, code === undefined ? {} : { code }), expected)
	if (word) assert.equal(r.page.Fault, word)
	assert.equal(came(no), before)
	return r
}

test('six digits serve as well as the scan', async () => {
	const v = await newVolunteer()
	const a = await newActivity(clerk, { volunteers: [v] })
	const { digits } = await screen(clerk, a.no)
	status(await v.client.post(`/activity/${a.no}/check-in`, { code: digits }), 303)
	assert.equal(sql('SELECT method FROM attendance t JOIN activity a ON a.id = t.activity_id WHERE a.no = ?', [a.no])[0].method, 'digits')
})

test('a code that is no code', async () => {
	const v = await newVolunteer()
	const a = await newActivity(clerk, { volunteers: [v] })
	const { token, digits } = await screen(clerk, a.no)
	const broken = token.slice(0, -1) + (token.endsWith('0') ? '1' : '0')
	await refused(v, a.no, 'check-in', broken, 422, 'bad_code')
	await refused(v, a.no, 'check-in', 'A-i-zz-00', 422, 'bad_code')
	await refused(v, a.no, 'check-in', `${a.no}-i-ffffffffffffffffff-00`, 422, 'bad_code')
	await refused(v, a.no, 'check-in', '<script>alert(1)</script>', 422, 'bad_code')
	const other = String((Number(digits) + 1) % 1e6).padStart(6, '0')
	await refused(v, a.no, 'check-in', other, 422, 'bad_digits')
	const empty = await refused(v, a.no, 'check-in', undefined, 422)
	assert.equal(empty.page.Errors[0].field, 'code')
	await refused(v, a.no, 'check-in', 'x'.repeat(300), 422)
	status(await v.client.get(`/activity/c/${broken}`), 422)
	status(await v.client.get('/activity/c/nonsense'), 404)
	status(await v.client.get('/activity/c/A2699999999-i-1-00'), 404)
})

test('a forwarded picture of the screen is old', async () => {
	const v = await newVolunteer()
	const a = await newActivity(clerk, { volunteers: [v] })
	const { token, digits } = await screen(clerk, a.no)
	/* The key stays: what the screen showed some steps ago. One step of grace is given, not two. */
	const [no, i, step] = token.split('-')
	const key = Buffer.from(value('SELECT HEX(code_secret) FROM activity WHERE no = ?', [a.no]), 'hex')
	for (const back of [2, 3]) {
		const then = parseInt(step, 16) - back
		const mac = createHmac('sha256', key).update(`zyz check-in 1|token|${no}|in|${then}`).digest('hex').slice(0, 20)
		const old = `${no}-${i}-${then.toString(16)}-${mac}`
		await refused(v, a.no, 'check-in', old, 422, 'old_code')
		assert.equal(status(await v.client.getJson(`/activity/c/${old}`), 422).page.Fault, 'old_code')
	}
	/* And a later one cannot be made without the key. */
	await refused(v, a.no, 'check-in', `${no}-${i}-${(parseInt(step, 16) + 1).toString(16)}-${token.split('-')[3]}`, 422, 'bad_code')
	assert.match(digits, /^\d{6}$/)
})

test('the code of another activity, or of the other direction', async () => {
	const v = await newVolunteer()
	const a = await newActivity(clerk, { volunteers: [v] })
	const b = await newActivity(clerk, { volunteers: [v] })
	await refused(v, a.no, 'check-in', (await screen(clerk, b.no)).token, 422, 'other_activity')
	await refused(v, a.no, 'check-in', (await screen(clerk, a.no, 'out')).token, 422, 'other_direction')
	await refused(v, a.no, 'check-in', (await screen(clerk, b.no)).digits, 422, 'bad_digits')
})

test('who is not on the roster, or was taken off it', async () => {
	const v = await newVolunteer()
	const w = await newVolunteer()
	const a = await newActivity(clerk, { volunteers: [v] })
	await refused(w, a.no, 'check-in', (await screen(clerk, a.no)).token, 409, 'not_on_roster')
	status(await w.client.get(`/activity/${a.no}`), 404)
	status(await clerk.post(`/activity/manage/${a.no}/roster/remove`, { volunteer_no: v.no }), 303)
	await refused(v, a.no, 'check-in', (await screen(clerk, a.no)).token, 409, 'not_on_roster')
})

test('too early, too late, another day', async () => {
	const v = await newVolunteer()
	const no = await draft(clerk)
	status(await clerk.post(`/activity/manage/${no}/roster`, { volunteer_no: v.no }), 303)
	status(await clerk.post(`/activity/manage/${no}/publish`, { screened: 1 }), 303)
	await refused(v, no, 'check-in', '123456', 409, 'too_early')
	const a = await newActivity(clerk, { volunteers: [v] })
	sql('UPDATE activity SET ends_at = GREATEST(starts_at + INTERVAL 1 MINUTE, NOW() - INTERVAL 1 MINUTE) WHERE no = ?', [a.no])
	await refused(v, a.no, 'check-in', '123456', 409, 'too_late')
	const b = await newActivity(clerk, { volunteers: [v] })
	status(await checkIn(clerk, v, b.no), 303)
	sql(`UPDATE activity SET starts_at = ?, ends_at = ?, published_at = ? WHERE no = ?`,
		[`${dayFrom(-1)} 09:00:00`, `${dayFrom(-1)} 11:00:00`, `${dayFrom(-2)} 09:00:00`, b.no])
	await refused(v, b.no, 'check-out', (await screen(clerk, b.no, 'out')).token, 409, 'other_day')
	assert.equal(records(b.no).length, 0)
})

test('out before in', async () => {
	const v = await newVolunteer()
	const a = await newActivity(clerk, { volunteers: [v] })
	await refused(v, a.no, 'check-out', (await screen(clerk, a.no, 'out')).token, 409, 'no_check_in')
})

test('a cancelled activity takes nobody in', async () => {
	const v = await newVolunteer()
	const no = await draft(clerk)
	status(await clerk.post(`/activity/manage/${no}/roster`, { volunteer_no: v.no }), 303)
	status(await clerk.post(`/activity/manage/${no}/cancel`, { reason: '暴雨预警' }), 303)
	await refused(v, no, 'check-in', '123456', 409, 'state')
	status(await v.client.get(`/activity/${await draft(clerk)}`), 404)
})

test('pressed twice, on two phones: one check-in, one record, one answer', async () => {
	const v = await newVolunteer()
	const a = await newActivity(clerk, { volunteers: [v] })
	const code = (await screen(clerk, a.no)).token
	const both = await Promise.all([1, 2].map(() => v.client.post(`/activity/${a.no}/check-in`, { code })))
	for (const r of both) assert.match(status(r, 303).location, /done=checked_in/)
	assert.equal(came(a.no), 1)
	sql('UPDATE attendance t JOIN activity a ON a.id = t.activity_id SET t.at = a.starts_at WHERE a.no = ?', [a.no])
	const out = (await screen(clerk, a.no, 'out')).token
	await Promise.all([1, 2, 3].map(() => v.client.post(`/activity/${a.no}/check-out`, { code: out })))
	assert.equal(came(a.no), 2)
	assert.equal(records(a.no).length, 1)
	status(await checkOut(clerk, v, a.no), 303)
	assert.equal(records(a.no).length, 1)
})

test('less than a minute gives no hours, but the check-out stands', async () => {
	const v = await newVolunteer()
	const a = await newActivity(clerk, { volunteers: [v] })
	status(await checkIn(clerk, v, a.no), 303)
	assert.match(status(await checkOut(clerk, v, a.no), 303).location, /done=out_empty/)
	assert.equal(came(a.no), 2)
	assert.equal(records(a.no).length, 0)
})

test('early and late minutes are clipped to the activity', async () => {
	const v = await newVolunteer()
	const a = await newActivity(clerk, { volunteers: [v], back: 40, ahead: 60 })
	status(await checkIn(clerk, v, a.no), 303)
	const { at, from, gone } = a
	sql(`UPDATE attendance t JOIN activity a ON a.id = t.activity_id SET t.at = ? WHERE a.no = ?`, [at(Math.max(0, from - 2)), a.no])
	const until = Math.max(from + 1, gone - 2)
	sql('UPDATE activity SET ends_at = ? WHERE no = ?', [at(until), a.no])
	status(await checkOut(clerk, v, a.no), 303)
	const [r] = records(a.no)
	assert.deepEqual([r.starts_at, r.ends_at], [at(from), at(until)])
	assert.equal(Number(r.minutes), until - from)
})

test('two activities at once: the second gives no hours and says so', async () => {
	const v = await newVolunteer()
	const a = await newActivity(clerk, { volunteers: [v] })
	const b = await newActivity(clerk, { volunteers: [v] })
	await attend(clerk, v, a)
	assert.match((await attend(clerk, v, b)).location, /done=out_overlap/)
	assert.equal(records(b.no).length, 0)
	assert.equal(value('SELECT minutes FROM volunteer_day d JOIN volunteer v ON v.person_id = d.person_id WHERE v.no = ?', [v.no]),
		records(a.no)[0].minutes)
})

test('an activity published after it began gives no hours', async () => {
	const v = await newVolunteer()
	const a = await newActivity(clerk, { volunteers: [v] })
	sql('UPDATE activity SET published_at = starts_at + INTERVAL 1 SECOND WHERE no = ?', [a.no])
	assert.match((await attend(clerk, v, a)).location, /done=out_published_late/)
	assert.equal(records(a.no).length, 0)
})

test('guessing six digits is slow', async () => {
	const v = await newVolunteer()
	const a = await newActivity(clerk, { volunteers: [v] })
	let last
	for (let i = 0; i < 11; i++) last = await v.client.post(`/activity/${a.no}/check-in`, { code: '000000' })
	status(last, 429)
})

test('the phone is remembered as a digest only', async () => {
	const v = await newVolunteer()
	const a = await newActivity(clerk, { volunteers: [v] })
	status(await checkIn(clerk, v, a.no), 303)
	const cookie = v.client.jar.get('device')
	assert.match(cookie.value, /^[0-9a-f]{32}$/)
	assert.ok('httponly' in cookie.attributes)
	const kept = value('SELECT HEX(device_hash) FROM attendance t JOIN activity a ON a.id = t.activity_id WHERE a.no = ?', [a.no])
	assert.equal(kept.length, 64)
	assert.ok(!kept.toLowerCase().includes(cookie.value))
})

test('begun moves by the clock: an activity that is over is waiting to be recorded', async () => {
	const v = await newVolunteer()
	const a = await newActivity(clerk, { volunteers: [v] })
	status(await checkIn(clerk, v, a.no), 303)
	begin(a.no, { back: 4, ahead: -1 })
	sql('UPDATE attendance t JOIN activity a ON a.id = t.activity_id SET t.at = a.starts_at WHERE a.no = ?', [a.no])
	status(await checkOut(clerk, v, a.no), 303)
	const row = sql('SELECT state, record_due_on FROM activity WHERE no = ?', [a.no])[0]
	assert.equal(row.state, 'recording')
	assert.ok(row.record_due_on > dayFrom(9))
})

await end()
