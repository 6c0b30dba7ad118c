// Where no screen and no network is: the leader's phone, what it hands in later, and people who are somewhere else. And
// objections by people whom the station does not know.
import { createHmac } from 'node:crypto'
import {
	Client, assert, attempt, checkOut, dayFrom, finish, newActivity, newVolunteer, records, refused, review, roomToday, screen,
	sql, staff, status, table, value,
} from './lib.mjs'
import { noticed } from './lib/hours.mjs'
import { mobile } from '../http/lib/person.mjs'

const STEP = 15
const CODE = 20

await roomToday()
const clerk = await staff('liwei')
const reviewer = await staff('wangfang')
const manager = await staff('zhangmin')

async function led(n = 1) {
	const leader = await newVolunteer({ name: '赵队长' })
	const vs = []
	for (let i = 0; i < n; i++) vs.push(await newVolunteer())
	return { leader, vs, a: await newActivity(clerk, { volunteers: vs, plan: { leader_no: leader.no } }) }
}
const take = async (by, a) => status(await by.post(`/activity/manage/${a.no}/offline`), 200).page.Codes
const give = async (by, a, scan) => status(await by.post(`/activity/manage/${a.no}/offline/scans`, { scan }), 200).page.Results.map((r) => r.result)
const secondsOf = (text) => Date.parse(`${text.replace(' ', 'T')}+08:00`) / 1000
/** What the phone notes `minutes` after the start of the activity. */
function note(codes, a, v, direction, minutes) {
	const step = Math.floor((secondsOf(a.starts) + minutes * 60) / STEP)
	const at = (step - codes.first) * CODE
	return `${v.no}_${direction[0]}_${step.toString(16)}_${codes[direction].slice(at, at + CODE)}`
}
const came = (a) => Number(value('SELECT COUNT(*) FROM attendance t JOIN activity a ON a.id = t.activity_id WHERE a.no = ?', [a.no]))
/** Handed in, it gives the word, and nobody has come by it. */
async function nobody(by, a, scan, word) {
	const before = came(a)
	assert.deepEqual(await give(by, a, [scan]), [word])
	assert.equal(came(a), before, 'a check-in was kept')
	return `result ${word}, nothing kept`
}

attempt('leader notes somebody who is not on the roster', 'HTTP', async () => {
	const { leader, a } = await led()
	return nobody(leader.client, a, note(await take(leader.client, a), a, await newVolunteer(), 'in', 0), 'not_on_roster')
})
attempt('leader notes somebody taken off the roster since', 'HTTP', async () => {
	const { leader, vs, a } = await led()
	const codes = await take(leader.client, a)
	status(await clerk.post(`/activity/manage/${a.no}/roster/remove`, { volunteer_no: vs[0].no }), 303)
	return nobody(leader.client, a, note(codes, a, vs[0], 'in', 0), 'not_on_roster')
})
attempt('what was noted handed in again and again', 'HTTP', async () => {
	const { leader, vs, a } = await led()
	const codes = await take(leader.client, a)
	const scans = [note(codes, a, vs[0], 'in', 0), note(codes, a, vs[0], 'out', a.gone - a.from - 1)]
	assert.deepEqual(await give(leader.client, a, scans), ['taken', 'taken'])
	for (let i = 0; i < 3; i++) assert.deepEqual(await give(leader.client, a, scans), ['already', 'already'])
	/* A later check-out of the same person is no longer one either. */
	assert.deepEqual(await give(leader.client, a, [note(codes, a, vs[0], 'out', a.gone - a.from)]), ['already'])
	assert.deepEqual([came(a), records(a.no).length], [2, 1])
	return 'UNIQUE attendance_once: already; one record'
})
attempt('what was noted handed in by two phones at once', 'HTTP', async () => {
	const { leader, vs, a } = await led()
	const codes = await take(leader.client, a)
	const scans = [note(codes, a, vs[0], 'in', 0), note(codes, a, vs[0], 'out', a.gone - a.from - 1)]
	const both = await Promise.all([leader.client, clerk, manager].map((by) => give(by, a, scans)))
	assert.equal(both.flat().filter((r) => r === 'taken').length, 2)
	assert.deepEqual([came(a), records(a.no).length], [2, 1])
	return 'UNIQUE attendance_once: one is taken, the others are told already'
})
attempt('step moved, so that somebody came earlier', 'HTTP', async () => {
	const { leader, vs, a } = await led()
	const [no, way, step, code] = note(await take(leader.client, a), a, vs[0], 'in', 1).split('_')
	return nobody(leader.client, a, `${no}_${way}_${(parseInt(step, 16) - 4).toString(16)}_${code}`, 'bad_code')
})
attempt('check-in called a check-out', 'HTTP', async () => {
	const { leader, vs, a } = await led()
	const codes = await take(leader.client, a)
	return nobody(leader.client, a, note(codes, a, vs[0], 'in', 0).replace('_i_', '_o_'), 'bad_code')
})
attempt('codes of the screen handed in as if noted without a network', 'HTTP', async () => {
	const { leader, vs, a } = await led()
	const [, , step, mac] = (await screen(clerk, a.no)).token.split('-')
	return nobody(leader.client, a, `${vs[0].no}_i_${step}_${mac}`, 'bad_code')
})
attempt('check-out noted before it happened', 'HTTP', async () => {
	const { leader, vs, a } = await led()
	const codes = await take(leader.client, a)
	return nobody(leader.client, a, note(codes, a, vs[0], 'out', a.gone - a.from + 5), 'future')
})
attempt('codes taken along by somebody who does not lead', 'HTTP', async () => {
	const { vs, a } = await led()
	const before = value(`SELECT COUNT(*) FROM audit WHERE action = 'activity.offline_codes'`)
	const by = refused(await vs[0].client.post(`/activity/manage/${a.no}/offline`), 404)
	assert.equal(value(`SELECT COUNT(*) FROM audit WHERE action = 'activity.offline_codes'`), before)
	return by
})
attempt('picture of the leader\'s phone sent to a friend', 'HTTP', async () => {
	const { leader, vs, a } = await led()
	const codes = await take(leader.client, a)
	const now = Math.floor(Date.now() / 1000 / STEP) - codes.first
	const before = came(a)
	const by = refused(await vs[0].client.post(`/activity/${a.no}/check-in`, { code: codes.in_digits.slice((now - 3) * 6, (now - 2) * 6) }), 422, 'bad_digits')
	assert.equal(came(a), before)
	return `${by}, older than one step of grace`
})
attempt('code taken along passed off as one of the screen', 'HTTP', async () => {
	const { leader, vs, a } = await led()
	const codes = await take(leader.client, a)
	const step = Math.floor(Date.now() / 1000 / STEP)
	const at = (step - codes.first) * CODE
	const opened = status(await vs[0].client.getJson(`/activity/c/${a.no}-i-${step.toString(16)}-${codes.in.slice(at, at + CODE)}`), 200).page
	const before = came(a)
	const by = refused(await vs[0].client.post(`/activity/${a.no}/check-in`, { code: opened.Ticket.replace('x-', '-') }), 422, 'bad_code')
	assert.equal(came(a), before)
	status(await vs[0].client.post(`/activity/${a.no}/check-in`, { code: opened.Ticket }), 303)
	assert.equal(value('SELECT MAX(t.offline) FROM attendance t JOIN activity a ON a.id = t.activity_id WHERE a.no = ?', [a.no]), '1')
	return `${by}; with its mark it is kept as offline`
})
attempt('handed in days later', 'HTTP', async () => {
	const { leader, vs, a } = await led(2)
	const back = (column) => `${column} = ${column} - INTERVAL 5 DAY`
	sql(`UPDATE activity SET ${['starts_at', 'ends_at', 'published_at'].map(back).join(', ')} WHERE no = ?`, [a.no])
	const then = { ...a, starts: value('SELECT CAST(starts_at AS CHAR) FROM activity WHERE no = ?', [a.no]) }
	assert.equal(then.starts.slice(0, 10), dayFrom(-5))
	const codes = await take(leader.client, then)
	assert.deepEqual(await give(leader.client, then, [note(codes, then, vs[0], 'in', 0), note(codes, then, vs[0], 'out', 2)]), ['taken', 'taken'])
	const flags = records(a.no)[0].flags.split(',')
	for (const word of ['late_entry', 'offline']) assert.ok(flags.includes(word), flags.join())
	return 'flags late_entry and offline'
})
attempt('handed in after the activity was closed', 'HTTP', async () => {
	const { leader, vs, a } = await led(1)
	const codes = await take(leader.client, a)
	sql(`UPDATE activity SET state = 'archived' WHERE no = ?`, [a.no])
	const by = refused(await leader.client.post(`/activity/manage/${a.no}/offline/scans`, { scan: [note(codes, a, vs[0], 'in', 0)] }), 409)
	assert.equal(came(a), 0)
	return `${by}, archived`
})
attempt('codes made with the key of another activity', 'SQL', async () => {
	const { leader, vs, a } = await led()
	const other = await led()
	await take(leader.client, a)
	const key = Buffer.from(value('SELECT HEX(code_secret) FROM activity WHERE no = ?', [other.a.no]), 'hex')
	const step = Math.floor(secondsOf(a.starts) / STEP)
	const mac = createHmac('sha256', key).update(`zyz check-in 1|offline|${a.no}|in|${step}`).digest('hex').slice(0, CODE)
	return nobody(leader.client, a, `${vs[0].no}_i_${step.toString(16)}_${mac}`, 'bad_code')
})

// --- far away ---------------------------------------------------------------------------------------------

attempt('check-in from the other end of the county', 'HTTP', async () => {
	const v = await newVolunteer()
	const a = await newActivity(clerk, { volunteers: [v], plan: { lat: '34.499378', lng: '109.509786', radius_m: '200' } })
	status(await v.client.post('/account/me/consent', { purpose: 'location', action: 'give' }), 303)
	const { token } = await screen(clerk, a.no)
	status(await v.client.post(`/activity/${a.no}/check-in`, { code: token, lat: '34.560000', lng: '109.509786', acc: '20' }), 303)
	sql('UPDATE attendance t JOIN activity a ON a.id = t.activity_id SET t.at = a.starts_at WHERE a.no = ?', [a.no])
	status(await v.client.post(`/activity/${a.no}/check-out`,
		{ code: (await screen(clerk, a.no, 'out')).token, lat: '34.499378', lng: '109.509786', acc: '20' }), 303)
	finish(a.no)
	const [{ no }] = records(a.no)
	assert.match(status(await review(reviewer, [no]), 303).location, /first_review/)
	assert.deepEqual([records(a.no)[0].flags, records(a.no)[0].state], ['far', 'to_review'])
	refused(await review(reviewer, [no]), 422, 'twice')
	return 'flag far: one reviewer is not enough'
})

// --- objections by outsiders ------------------------------------------------------------------------------

const SCRIPT = '<script>alert(1)</script>"><svg onload=alert(2)>'
const objection = (changes = {}) => ({ name: '孙大爷', phone: mobile(), reason: '那天他没有来', ...changes })
const cases = (no) => sql('SELECT o.no, o.state FROM objection o JOIN service_record r ON r.id = o.record_id WHERE r.no = ?', [no])

attempt('outsider\'s objection with a script in it', 'HTTP', async () => {
	const { nos } = await noticed(clerk, reviewer)
	const c = new Client()
	refused(await c.submit(`/activity/notice/record/${nos[0]}`, objection({ name: SCRIPT })), 422, 'name')
	const r = status(await c.submit(`/activity/notice/record/${nos[0]}`, objection({ reason: SCRIPT })), 303)
	const path = `/activity/manage/objections/${cases(nos[0])[0].no}`
	const pages = [await c.get(r.location), await manager.get(path), await manager.get('/activity/manage/objections'),
		await manager.post(`${path}/contact`, { purpose: '电话核实' }, { headers: { Accept: 'text/html' } })]
	for (const page of pages) {
		status(page, 200)
		assert.ok(!/<script>alert|<svg onload/.test(page.text), page.url.pathname)
		assert.match(page.headers['content-security-policy'] ?? '', /script-src 'self'|default-src 'self'/)
	}
	assert.match(pages[1].text, /&lt;script&gt;alert\(1\)/)
	return 'not in a name; escaped on four pages; Content-Security-Policy'
})
attempt('outsider\'s objection by somebody without a name', 'HTTP', async () => {
	const { nos } = await noticed(clerk, reviewer)
	const by = refused(await new Client().submit(`/activity/notice/record/${nos[0]}`, objection({ name: '', phone: '' })), 422, 'name')
	assert.equal(cases(nos[0]).length, 0)
	return by
})
attempt('a hundred objections to hold somebody\'s hours up', 'HTTP', async () => {
	const { a, nos } = await noticed(clerk, reviewer)
	const path = `/activity/notice/record/${nos[0]}`
	const forms = []
	for (let i = 0; i < 3; i++) {
		const c = new Client()
		forms.push([c, (await c.getJson(path)).page.Key])
	}
	const answers = await Promise.all(forms.map(([c, key]) => c.post(path, { ...objection(), key })))
	assert.deepEqual(answers.map((r) => r.status).sort(), [303, 409, 409])
	assert.equal(cases(nos[0]).length, 1)
	assert.equal(records(a.no)[0].state, 'disputed')
	return 'one open case for a record; answer 409'
})
attempt('outsider\'s case read by somebody else', 'HTTP', async () => {
	const { nos } = await noticed(clerk, reviewer)
	status(await new Client().submit(`/activity/notice/record/${nos[0]}`, objection()), 303)
	const [{ no }] = cases(nos[0])
	for (const k of ['', 'x', '0'.repeat(24)]) status(await new Client().getJson(`/activity/notice/case/${no}?k=${k}`), 404)
	return `answer 404 without the key of the case`
})

await table()
