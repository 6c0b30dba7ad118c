// Hours by scan for people who were not there: codes that are old, foreign, made up or used twice, check-ins that
// nobody may make.
import { createHmac } from 'node:crypto'
import {
	assert, attempt, attend, checkIn, dayFrom, draft, newActivity, newVolunteer, records, refused, roomToday, screen, sql,
	staff, status, table, value,
} from './lib.mjs'

await roomToday()
const clerk = await staff('liwei')
const came = (a) => Number(value(
	'SELECT COUNT(*) FROM attendance t JOIN activity a ON a.id = t.activity_id WHERE a.no = ?', [a.no ?? a]))

/** Refused as said, and nobody has come by it. */
async function nobody(v, a, way, code, expected, word) {
	const before = came(a)
	const by = refused(await v.client.post(`/activity/${a.no ?? a}/${way}`, { code }), expected, word)
	assert.equal(came(a), before, 'a check-in was kept')
	return by
}
async function one() {
	const v = await newVolunteer()
	return { v, a: await newActivity(clerk, { volunteers: [v] }) }
}
/** What the screen showed `back` steps ago: the test may know the key, a cheat may not. */
function shown(a, token, back, use = 'token') {
	const [no, way, step] = token.split('-')
	const key = Buffer.from(value('SELECT HEX(code_secret) FROM activity WHERE no = ?', [a.no]), 'hex')
	const then = parseInt(step, 16) - back
	const mac = createHmac('sha256', key).update(`zyz check-in 1|${use}|${no}|${way === 'i' ? 'in' : 'out'}|${then}`).digest()
	if (use === 'token') return `${no}-${way}-${then.toString(16)}-${mac.subarray(0, 10).toString('hex')}`
	return String(mac.readBigUInt64BE() % 1000000n).padStart(6, '0')
}

attempt('forwarded code, older than one step of grace', 'HTTP', async () => {
	const { v, a } = await one()
	const { token } = await screen(clerk, a.no)
	assert.equal(shown(a, token, 0), token, 'the test reckons as the program does')
	await nobody(v, a, 'check-in', shown(a, token, 3), 422, 'old_code')
	return nobody(v, a, 'check-in', shown(a, token, 2), 422, 'old_code')
})
attempt('forwarded six digits, older than one step of grace', 'HTTP', async () => {
	const { v, a } = await one()
	const { token, digits } = await screen(clerk, a.no)
	assert.equal(shown(a, token, 0, 'digits'), digits, 'the test reckons as the program does')
	await nobody(v, a, 'check-in', shown(a, token, 3, 'digits'), 422, 'bad_digits')
	return nobody(v, a, 'check-in', shown(a, token, 2, 'digits'), 422, 'bad_digits')
})
attempt('code of another activity', 'HTTP', async () => {
	const { v, a } = await one()
	return nobody(v, a, 'check-in', (await screen(clerk, (await one()).a.no)).token, 422, 'other_activity')
})
attempt('check-out code for a check-in', 'HTTP', async () => {
	const { v, a } = await one()
	return nobody(v, a, 'check-in', (await screen(clerk, a.no, 'out')).token, 422, 'other_direction')
})
attempt('check-in code for a check-out', 'HTTP', async () => {
	const { v, a } = await one()
	status(await checkIn(clerk, v, a.no), 303)
	return nobody(v, a, 'check-out', (await screen(clerk, a.no)).token, 422, 'other_direction')
})
attempt('malformed codes', 'HTTP', async () => {
	const { v, a } = await one()
	const { token } = await screen(clerk, a.no)
	let by
	for (const code of ['A-i-zz-00', `${a.no}-i-ffffffffffffffffff-00`, `${a.no}-i--`, '<script>1</script>', token + '0',
		token.slice(0, -1), token.toUpperCase(), `${a.no}-i-1-k1-00`, '------', '％％％％％％'])
		by = await nobody(v, a, 'check-in', code, 422, 'bad_code')
	return by
})
attempt('tomorrow\'s code made from today\'s', 'HTTP', async () => {
	const { v, a } = await one()
	const [no, way, step, mac] = (await screen(clerk, a.no)).token.split('-')
	return nobody(v, a, 'check-in', `${no}-${way}-${(parseInt(step, 16) + 1).toString(16)}-${mac}`, 422, 'bad_code')
})
attempt('ticket of a scan passed on to a friend', 'HTTP', async () => {
	const v = await newVolunteer()
	const w = await newVolunteer()
	const a = await newActivity(clerk, { volunteers: [v, w] })
	const opened = status(await v.client.getJson(new URL((await screen(clerk, a.no)).url).pathname), 200).page
	return nobody(w, a, 'check-in', opened.Ticket, 422, 'bad_code')
})
attempt('replayed scan of a check-out', 'HTTP', async () => {
	const { v, a } = await one()
	const code = (await screen(clerk, a.no)).token
	status(await v.client.post(`/activity/${a.no}/check-in`, { code }), 303)
	sql('UPDATE attendance t JOIN activity a ON a.id = t.activity_id SET t.at = a.starts_at WHERE a.no = ?', [a.no])
	const out = (await screen(clerk, a.no, 'out')).token
	for (let i = 0; i < 3; i++) status(await v.client.post(`/activity/${a.no}/check-out`, { code: out }), 303)
	status(await v.client.post(`/activity/${a.no}/check-in`, { code }), 303)
	assert.deepEqual([came(a), records(a.no).length], [2, 1])
	return `UNIQUE attendance_once: the first answer again, one record`
})
attempt('second phone at the same moment', 'HTTP', async () => {
	const { v, a } = await one()
	const code = (await screen(clerk, a.no)).token
	const both = await Promise.all([1, 2, 3].map(() => v.client.post(`/activity/${a.no}/check-in`, { code })))
	for (const r of both) status(r, 303)
	assert.equal(came(a), 1)
	return 'UNIQUE attendance_once: one check-in'
})
attempt('second check-in row', 'SQL', async () => {
	const { v, a } = await one()
	status(await checkIn(clerk, v, a.no), 303)
	try {
		sql(`INSERT INTO attendance (uid, activity_id, person_id, station_id, direction, at, method) SELECT
			UNHEX(REPLACE(UUID(), '-', '')), t.activity_id, t.person_id, t.station_id, 'in', NOW(), 'scan'
			FROM attendance t JOIN activity a ON a.id = t.activity_id WHERE a.no = ?`, [a.no])
	} catch (error) {
		assert.match(error.message, /attendance_once/)
		return 'UNIQUE attendance_once'
	}
})
attempt('check-in of someone not on the roster', 'HTTP', async () => {
	const { a } = await one()
	return nobody(await newVolunteer(), a, 'check-in', (await screen(clerk, a.no)).token, 409, 'not_on_roster')
})
attempt('check-in of someone taken off the roster', 'HTTP', async () => {
	const { v, a } = await one()
	status(await clerk.post(`/activity/manage/${a.no}/roster/remove`, { volunteer_no: v.no }), 303)
	return nobody(v, a, 'check-in', (await screen(clerk, a.no)).token, 409, 'not_on_roster')
})
attempt('check-in for a cancelled activity', 'HTTP', async () => {
	const v = await newVolunteer()
	const no = await draft(clerk)
	status(await clerk.post(`/activity/manage/${no}/roster`, { volunteer_no: v.no }), 303)
	status(await clerk.post(`/activity/manage/${no}/cancel`, { reason: '暴雨预警' }), 303)
	return nobody(v, no, 'check-in', '123456', 409, 'state')
})
attempt('check-in days before', 'HTTP', async () => {
	const v = await newVolunteer()
	const no = await draft(clerk)
	status(await clerk.post(`/activity/manage/${no}/roster`, { volunteer_no: v.no }), 303)
	status(await clerk.post(`/activity/manage/${no}/publish`, { screened: 1 }), 303)
	return nobody(v, no, 'check-in', (await screen(clerk, no)).token, 409, 'too_early')
})
attempt('check-in after the end', 'HTTP', async () => {
	const { v, a } = await one()
	const { token } = await screen(clerk, a.no)
	sql('UPDATE activity SET ends_at = GREATEST(starts_at + INTERVAL 1 MINUTE, NOW() - INTERVAL 1 MINUTE) WHERE no = ?', [a.no])
	return nobody(v, a, 'check-in', token, 409, 'too_late')
})
attempt('check-out the day after, to make it long', 'HTTP', async () => {
	const { v, a } = await one()
	status(await checkIn(clerk, v, a.no), 303)
	const out = (await screen(clerk, a.no, 'out')).token
	sql('UPDATE activity SET starts_at = ?, ends_at = ?, published_at = ? WHERE no = ?',
		[`${dayFrom(-1)} 09:00:00`, `${dayFrom(-1)} 11:00:00`, `${dayFrom(-2)} 09:00:00`, a.no])
	const by = await nobody(v, a, 'check-out', out, 409, 'other_day')
	assert.equal(records(a.no).length, 0)
	return by
})
attempt('check-out without a check-in', 'HTTP', async () => {
	const { v, a } = await one()
	return nobody(v, a, 'check-out', (await screen(clerk, a.no, 'out')).token, 409, 'no_check_in')
})
attempt('six digits by trying them', 'HTTP', async () => {
	const { v, a } = await one()
	let last
	for (let i = 0; i < 11; i++) last = await v.client.post(`/activity/${a.no}/check-in`, { code: '000000' })
	assert.equal(came(a), 0)
	return `${refused(last, 429)}, ten tries in five minutes`
})
attempt('staff check a volunteer in by hand', 'HTTP', async () => {
	const { a } = await one()
	const by = refused(await clerk.post(`/activity/${a.no}/check-in`, { code: (await screen(clerk, a.no)).token }), 403)
	assert.equal(came(a), 0)
	return by
})
attempt('check-in by a page of somebody else (no token)', 'HTTP', async () => {
	const { v, a } = await one()
	const form = { code: (await screen(clerk, a.no)).token, csrf: null }
	const by = refused(await v.client.post(`/activity/${a.no}/check-in`, form), 403)
	assert.equal(came(a), 0)
	return `${by}, token of the session`
})
attempt('the screen\'s code fetched by a volunteer at home', 'HTTP', async () => {
	const { v, a } = await one()
	return refused(await v.client.getJson(`/activity/manage/${a.no}/code`), 404)
})
attempt('two activities at once by scan', 'HTTP', async () => {
	const { v, a } = await one()
	const b = await newActivity(clerk, { volunteers: [v] })
	await attend(clerk, v, a)
	const answer = await attend(clerk, v, b)
	assert.match(answer.location, /done=out_overlap/)
	assert.equal(records(b.no).length, 0)
	return 'rule overlap, under the lock of volunteer_day: no record'
})

await table()
