// 日历订阅: shifts and trainings as a calendar under a secret address, which can be renewed and ended.
import fs from 'node:fs'
import path from 'node:path'
import { Client, assert, end, newVolunteer, sql, status, test, value } from './lib.mjs'
import { dayFrom, draft, roomToday, staff } from './lib/activity.mjs'

await roomToday()
const clerk = await staff('liwei')

async function ahead(volunteers, plan) {
	const no = await draft(clerk, plan)
	for (const v of volunteers) status(await clerk.post(`/activity/manage/${no}/roster`, { volunteer_no: v.no }), 303)
	status(await clerk.post(`/activity/manage/${no}/publish`, { screened: 1 }), 303)
	return no
}
const address = async (v) => new URL((await v.client.getJson('/account/me/calendar')).page.Feed.address)
/** A calendar as its reader sees it: lines unfolded, events as objects. */
function read(text) {
	assert.ok(!/[^\r]\n/.test(text) && text.endsWith('\r\n'), 'lines end in CR LF')
	for (const line of text.split('\r\n')) assert.ok(Buffer.byteLength(line) <= 75, line)
	const lines = text.replaceAll('\r\n ', '').split('\r\n')
	assert.equal(lines[0], 'BEGIN:VCALENDAR')
	const events = []
	for (const line of lines) {
		if (line === 'BEGIN:VEVENT') events.push({})
		else if (events.length) events.at(-1)[line.slice(0, line.indexOf(':'))] ??= line.slice(line.indexOf(':') + 1)
	}
	return events
}
const feed = async (url) => {
	const r = status(await new Client().get(url.pathname + url.search), 200)
	assert.match(r.headers['content-type'], /^text\/calendar/)
	assert.match(r.headers['cache-control'], /no-store/)
	return read(r.text)
}
const of = (events, no) => events.find((e) => e.UID.startsWith(`${no}@`))

test('the calendar has what was promised, and follows each change', async () => {
	const v = await newVolunteer()
	const no = await ahead([v], { title: '清理楼道，带手套；早到', place: '胜利小区 3 号楼', day: dayFrom(3), begins: '09:00', ends: '11:00' })
	assert.equal((await v.client.getJson('/account/me/calendar')).page.Feed, undefined)
	status(await v.client.post('/account/me/calendar', { csrf: null }), 403)
	status(await v.client.post('/account/me/calendar'), 303)
	const url = await address(v)
	const first = of(await feed(url), no)
	assert.deepEqual([first.STATUS, first.DTSTART, first.DTEND], ['CONFIRMED', `${dayFrom(3).replaceAll('-', '')}T010000Z`, `${dayFrom(3).replaceAll('-', '')}T030000Z`])
	assert.equal(first.LOCATION, '胜利小区 3 号楼')
	assert.match(first.DTSTAMP, /^\d{8}T\d{6}Z$/)
	assert.ok(first.URL.endsWith(`/activity/${no}`))

	// All so far was half an hour ago.
	sql(`UPDATE roster o JOIN activity a ON a.id = o.activity_id SET o.added_at = NOW() - INTERVAL 30 MINUTE,
		a.published_at = NOW() - INTERVAL 30 MINUTE, a.created_at = NOW() - INTERVAL 1 HOUR WHERE a.no = ?`, [no])
	const start = of(await feed(url), no)
	const form = status(await clerk.getJson(`/activity/manage/${no}/change`), 200).page.Form
	status(await clerk.post(`/activity/manage/${no}/change`, { ...form, begins: '14:00', ends: '16:00' }), 303)
	const moved = of(await feed(url), no)
	assert.equal(moved.DTSTART.slice(9), '060000Z')
	assert.equal(moved.UID, start.UID)
	assert.ok(Number(moved.SEQUENCE) > Number(start.SEQUENCE))

	status(await v.client.post(`/activity/${no}/leave`, { why: 'ill' }), 303)
	const left = of(await feed(url), no)
	assert.equal(left.STATUS, 'CANCELLED')
	assert.ok(Number(left.SEQUENCE) > Number(start.SEQUENCE))
	assert.equal(read(status(await v.client.get('/account/me/calendar.ics'), 200).text).length, 1)
	assert.match(status(await v.client.get('/account/me/calendar.ics'), 200).headers['content-disposition'], /attachment/)
})

test('a cancelled activity stays, as cancelled; another\'s is nowhere in it', async () => {
	const [v, w] = [await newVolunteer(), await newVolunteer()]
	const [no, other] = [await ahead([v]), await ahead([w])]
	status(await v.client.post('/account/me/calendar'), 303)
	status(await clerk.post(`/activity/manage/${no}/cancel`, { reason: '下雨' }), 303)
	const events = await feed(await address(v))
	assert.equal(of(events, no).STATUS, 'CANCELLED')
	assert.equal(of(events, other), undefined)
})

test('an address that was renewed, ended, guessed or of somebody erased is not there', async () => {
	const v = await newVolunteer()
	status(await v.client.post('/account/me/calendar'), 303)
	const old = await address(v)
	status(await v.client.post('/account/me/calendar'), 303)
	const fresh = await address(v)
	assert.notEqual(old.search, fresh.search)
	const gone = (url) => new Client().get(url.pathname + url.search)
	status(await gone(old), 404)
	await feed(fresh)
	for (const bad of ['', '?k=', `?k=${'0'.repeat(40)}`, `${fresh.search.slice(0, -1)}`, `${fresh.search}0`])
		status(await new Client().get(`/account/calendar.ics${bad}`), 404)
	status(await v.client.post('/account/me/calendar/end'), 303)
	status(await gone(fresh), 404)
	status(await v.client.post('/account/me/calendar'), 303)
	const last = await address(v)
	status(await v.client.post('/account/me/erase', { confirm: '1' }), 303)
	status(await gone(last), 404)
})

test('the database has no key, and neither has a log', async () => {
	const v = await newVolunteer()
	status(await v.client.post('/account/me/calendar'), 303)
	const url = await address(v)
	const key = url.searchParams.get('k')
	await feed(url)
	const row = sql('SELECT LOWER(HEX(token_hash)) h, LOWER(HEX(nonce)) n FROM calendar_feed f JOIN volunteer v ON v.person_id = f.person_id WHERE v.no = ?', [v.no])[0]
	assert.ok(!row.h.includes(key) && !row.n.includes(key) && !key.includes(row.n))
	const walk = (dir) => fs.readdirSync(dir, { withFileTypes: true }).flatMap((d) => (d.isDirectory() ? walk(path.join(dir, d.name)) : [path.join(dir, d.name)]))
	const logs = walk(path.join(process.env.VAR, 'log'))
	assert.ok(logs.length > 3)
	for (const f of logs) assert.ok(!fs.readFileSync(f, 'latin1').includes(key), f)
	status(await new Client().getJson('/account/me/calendar'), 401)
	status(await clerk.getJson('/account/me/calendar'), 403)
})

await end()
