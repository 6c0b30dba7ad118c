// What cannot be refused and looks odd: each bears its sign, which the reviewer and the overseer see.
import { deflateSync } from 'node:zlib'
import {
	Client, assert, attempt, attend, checkIn, checkOut, dayFrom, draft, finish, newActivity, newVolunteer, records, review, roomToday,
	screen, sql, staff, status, table, test, value,
} from './lib.mjs'
import { personOf, roll, rolled } from './lib/hours.mjs'
import { personForm } from '../http/lib/person.mjs'
import { paper, proved as backfilled } from './lib/backfill.mjs'

await roomToday()
const clerk = await staff('liwei')
const reviewer = await staff('wangfang')
const manager = await staff('zhangmin')
const overseer = await staff('madan')

const flagsOf = (a) => records(a.no).map((r) => r.flags.split(',').filter(Boolean))
/** All records of the activity bear the word; returns what an attempt says then. */
function flagged(a, word) {
	const found = flagsOf(a)
	assert.ok(found.length && found.every((f) => f.includes(word)), `${word} not in ${found.map((f) => f.join()).join(' | ')}`)
	return `flag ${word}`
}
function unflagged(a, word) {
	assert.ok(flagsOf(a).every((f) => !f.includes(word)), `${word} in ${flagsOf(a).join(' | ')}`)
}
async function atTheDesk() {
	const form = personForm({ phone: undefined, paper: '1' })
	const made = status(await clerk.post('/account/volunteers/new', form), 303, 'registration at the desk')
	return { no: /V\d+/.exec(made.location)[0] }
}

attempt('put on the roster when it has long begun', 'HTTP', async () => {
	const [early, late] = [await newVolunteer(), await newVolunteer()]
	const a = await newActivity(clerk, { volunteers: [early] })
	status(await clerk.post(`/activity/manage/${a.no}/roster`, { volunteer_no: late.no }), 303)
	for (const v of [early, late]) await attend(clerk, v, a)
	finish(a.no)
	const [nothing] = records(a.no)
	status(await review(reviewer, [nothing.no]), 303)
	const by = new Map(records(a.no).map((r) => [r.volunteer_no, r.flags.split(',')]))
	assert.ok(!by.get(early.no).includes('late_roster') && by.get(late.no).includes('late_roster'), [...by].join(' | '))
	return 'flag late_roster, on theirs alone'
})
attempt('put on the roster late, and gone only after the end', 'HTTP', async () => {
	const v = await newVolunteer()
	const a = await newActivity(clerk)
	status(await clerk.post(`/activity/manage/${a.no}/roster`, { volunteer_no: v.no }), 303)
	status(await checkIn(clerk, v, a.no), 303)
	sql('UPDATE attendance t JOIN activity a ON a.id = t.activity_id SET t.at = a.starts_at WHERE a.no = ?', [a.no])
	finish(a.no)
	/* With the check-out the activity ends, and its signs are looked for: before there is a record. */
	status(await checkOut(clerk, v, a.no), 303)
	return flagged(a, 'late_roster')
})
attempt('put on the roster early, taken off, put on again at the last moment', 'HTTP', async () => {
	const v = await newVolunteer()
	const a = await newActivity(clerk, { volunteers: [v] })
	status(await clerk.post(`/activity/manage/${a.no}/roster/remove`, { volunteer_no: v.no }), 303)
	status(await clerk.post(`/activity/manage/${a.no}/roster`, { volunteer_no: v.no }), 303)
	await attend(clerk, v, a)
	finish(a.no)
	status(await review(reviewer, records(a.no).map((r) => r.no)), 303)
	return flagged(a, 'late_roster')
})

attempt('people made up at the desk on the same day, without a phone', 'HTTP', async () => {
	const vs = [await atTheDesk(), await atTheDesk(), await atTheDesk()]
	const a = await newActivity(clerk, { volunteers: vs })
	status(await roll(manager, a, vs.map((v, i) => [v, a.from + i, a.gone - 1 - i])), 303)
	return flagged(a, 'new_person')
})

attempt('two who confirm each other\'s hours', 'HTTP', async () => {
	const [x, y] = [await newVolunteer(), await newVolunteer()]
	const forgot = async (leader, who) => {
		const a = await newActivity(clerk, { volunteers: [who], plan: { leader_no: leader.no } })
		status(await checkIn(clerk, who, a.no), 303)
		sql(`UPDATE attendance t JOIN activity a ON a.id = t.activity_id SET t.at = a.starts_at WHERE a.no = ?`, [a.no])
		finish(a.no)
		const ends = value(`SELECT DATE_FORMAT(ends_at, '%H:%i') FROM activity WHERE no = ?`, [a.no])
		status(await who.client.post(`/activity/${a.no}/declare`, { ends, remark: '忘了签退' }), 303)
		status(await leader.client.post(`/activity/record/${records(a.no)[0].no}/confirm`), 303)
		return a
	}
	const first = await forgot(x, y)
	unflagged(first, 'mutual')
	const second = await forgot(y, x)
	status(await review(reviewer, records(second.no).map((r) => r.no)), 303)
	return flagged(second, 'mutual')
})

attempt('place asked for, agreed to, and left out or blurred', 'HTTP', async () => {
	const said = []
	for (const where of [{}, { lat: '34.499378', lng: '109.509786', acc: '90000' }]) {
		const v = await newVolunteer()
		const a = await newActivity(clerk, { volunteers: [v], plan: { lat: '34.499378', lng: '109.509786', radius_m: '200' } })
		status(await v.client.post('/account/me/consent', { purpose: 'location', action: 'give' }), 303)
		status(await v.client.post(`/activity/${a.no}/check-in`, { code: (await screen(clerk, a.no)).token, ...where }), 303)
		sql('UPDATE attendance t JOIN activity a ON a.id = t.activity_id SET t.at = a.starts_at WHERE a.no = ?', [a.no])
		status(await checkOut(clerk, v, a.no), 303)
		finish(a.no)
		status(await review(reviewer, records(a.no).map((r) => r.no)), 303)
		said.push(flagged(a, 'no_place'))
	}
	/* Nobody is blamed who never agreed. */
	const v = await newVolunteer()
	const a = await newActivity(clerk, { volunteers: [v], plan: { lat: '34.499378', lng: '109.509786', radius_m: '200' } })
	await attend(clerk, v, a)
	finish(a.no)
	status(await review(reviewer, records(a.no).map((r) => r.no)), 303)
	unflagged(a, 'no_place')
	return said[0]
})

attempt('one manager plans, rosters, shows the code and reviews', 'HTTP', async () => {
	const v = await newVolunteer()
	const a = await newActivity(manager, { volunteers: [v] })
	await attend(manager, v, a)
	finish(a.no)
	status(await review(manager, records(a.no).map((r) => r.no)), 303)
	return flagged(a, 'one_hand')
})
test('another reviewer is no sign', async () => {
	const v = await newVolunteer()
	const a = await newActivity(manager, { volunteers: [v] })
	await attend(manager, v, a)
	finish(a.no)
	status(await review(reviewer, records(a.no).map((r) => r.no)), 303)
	assert.deepEqual(flagsOf(a), [[]])
})

attempt('two of staff who pass each other\'s', 'HTTP', async () => {
	const limit = (n) => sql(`REPLACE INTO setting (name, value) VALUES ('sign_pair', ?)`, [String(n)])
	/* Records that `logs` logged and `says` passed. */
	const passed = (logs, says) => Number(value(`SELECT COUNT(*) FROM service_record WHERE logger_id = (SELECT id FROM staff WHERE login = ?)
		AND reviewer_id = (SELECT id FROM staff WHERE login = ?)`, [logs, says]))
	try {
		limit(passed('zhangmin', 'wangfang') + 1)
		const { a, nos } = await rolled(clerk, reviewer)
		status(await review(manager, nos), 303)
		unflagged(a, 'pair')
		limit(passed('wangfang', 'zhangmin'))
		const back = await rolled(clerk, manager)
		status(await review(reviewer, back.nos), 303)
		return flagged(back.a, 'pair')
	} finally {
		limit(20)
	}
})

attempt('always the same two, nobody else', 'HTTP', async () => {
	const vs = [await newVolunteer(), await newVolunteer()]
	let last
	for (let i = 0; i < 6; i++) {
		const a = await newActivity(clerk, { volunteers: vs })
		const at = a.from + i * 3
		assert.ok(at + 3 < a.gone, 'too early in the day')
		status(await roll(manager, a, vs.map((v) => [v, at, at + 2])), 303)
		if (i < 5) unflagged(a, 'same_few')
		last = a
	}
	return flagged(last, 'same_few')
})

// --- proofs -------------------------------------------------------------------------------------------------

const crc = (() => {
	const t = Array.from({ length: 256 }, (_, n) => {
		for (let k = 0; k < 8; k++) n = n & 1 ? 0xedb88320 ^ (n >>> 1) : n >>> 1
		return n >>> 0
	})
	return (b) => (b.reduce((c, x) => t[(c ^ x) & 255] ^ (c >>> 8), 0xffffffff) ^ 0xffffffff) >>> 0
})()
function chunk(type, data) {
	const body = Buffer.concat([Buffer.from(type), data])
	const out = Buffer.alloc(8)
	out.writeUInt32BE(data.length)
	out.writeUInt32BE(crc(body), 4)
	return Buffer.concat([out.subarray(0, 4), body, out.subarray(4)])
}
/** A scene in grey, `side` dots wide and high; grey(u, v) with u and v from 0 to 1. */
function png(side, grey) {
	const rows = Buffer.alloc(side * (side + 1))
	for (let y = 0; y < side; y++)
		for (let x = 0; x < side; x++) rows[y * (side + 1) + 1 + x] = grey(x / side, y / side)
	const head = Buffer.alloc(13)
	head.writeUInt32BE(side)
	head.writeUInt32BE(side, 4)
	head[8] = 8
	return Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), chunk('IHDR', head), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))])
}
const seed = Math.random() * 6
const scene = (u, v) => Math.floor(128 + 60 * Math.sin(9 * u + seed + 4 * v) + 60 * Math.cos(11 * v - 7 * u * v + seed))
const proved = (content) => backfilled(paper('scan.png', content, 'image/png'))

attempt('the same picture again, half as large, for another activity', 'HTTP', async () => {
	const first = await proved(png(480, scene))
	unflagged(first, 'same_picture')
	return flagged(await proved(png(240, scene)), 'same_picture')
})
test('another picture is another', async () => {
	unflagged(await proved(png(480, (u, v) => Math.floor(128 + 100 * Math.sin(25 * v + seed) * Math.cos(3 * u)))), 'same_picture')
})
attempt('a black picture of one dot', 'HTTP', async () => flagged(await proved(png(1, () => 0)), 'poor_picture'))
attempt('a large one of one colour', 'HTTP', async () => flagged(await proved(png(400, () => 200)), 'poor_picture'))
attempt('an activity made up when the day is over', 'HTTP', async () => flagged(await proved(png(480, (u) => Math.floor(255 * u * u))), 'unannounced'))

// --- who sees them ------------------------------------------------------------------------------------------

test('the reviewer reads the sign with its reason and its limit', async () => {
	const v = await newVolunteer()
	const a = await newActivity(clerk, { volunteers: [] })
	status(await clerk.post(`/activity/manage/${a.no}/roster`, { volunteer_no: v.no }), 303)
	await attend(clerk, v, a)
	finish(a.no)
	const { no } = records(a.no)[0]
	status(await review(reviewer, [no]), 303)
	const page = status(await reviewer.getJson(`/activity/record/${no}`), 200).page
	assert.deepEqual(page.Inside.Flags.map((f) => [f.word, f.limit]), [['late_roster', 30]])
	const html = status(await reviewer.get(`/activity/record/${no}`), 200).text
	assert.match(html, /临近开始才排班/)
	assert.match(html, /活动快开始或开始以后才排入名册/)
	assert.match(html, /30\s*分钟内/)
})
test('a station may set another limit, or leave a sign out', async () => {
	const late = async () => {
		const v = await newVolunteer()
		const a = await newActivity(clerk)
		status(await clerk.post(`/activity/manage/${a.no}/roster`, { volunteer_no: v.no }), 303)
		await attend(clerk, v, a)
		finish(a.no)
		status(await review(reviewer, records(a.no).map((r) => r.no)), 303)
		return a
	}
	sql(`INSERT INTO station_setting (station_id, name, value) SELECT id, 'sign_late_roster', '0' FROM station WHERE no = 1`)
	try {
		unflagged(await late(), 'late_roster')
	} finally {
		sql(`DELETE FROM station_setting WHERE name = 'sign_late_roster'`)
	}
	flagged(await late(), 'late_roster')
})
test('the overseer goes from the station to the numbers of its records, and reads no name', async () => {
	const { Stations } = status(await overseer.getJson('/activity/flags'), 200).page
	const own = Stations.find((s) => s.no === 1)
	assert.ok(own.late_roster > 0 && own.one_hand > 0, JSON.stringify(own))
	assert.match((await overseer.get('/activity/flags')).text, /\/activity\/flags\/records\?station=1&amp;flag=late_roster/)
	const { page } = status(await overseer.getJson('/activity/flags/records?station=1&flag=one_hand'), 200)
	assert.ok(page.Records.every((r) => r.no.startsWith('R') && r.Flags.some((f) => f.word === 'one_hand')))
	const names = sql('SELECT p.name FROM service_record r JOIN person p ON p.id = r.person_id WHERE r.flags <> \'\'').map((r) => r.name)
	for (const row of page.Records) for (const cell of Object.values(row)) assert.ok(!names.includes(cell), cell)
	const file = status(await overseer.get('/activity/flags/records?station=1&as=xlsx'), 200)
	assert.match(file.headers['content-type'], /spreadsheetml/)
})
test('overseers of elsewhere, staff, volunteers and strangers do not see it', async () => {
	const scope = (code) => sql(`UPDATE staff_role SET region_code = ? WHERE staff_id = (SELECT id FROM staff WHERE login = 'gaofeng')`, [code])
	scope('150102')
	const far = await staff('gaofeng')
	status(await far.getJson('/activity/flags/records'), 404)
	status(await far.getJson('/activity/flags/records?station=1'), 404)
	scope('610500')
	status(await manager.getJson('/activity/flags/records'), 403)
	status(await (await newVolunteer()).client.getJson('/activity/flags/records'), 403)
	status(await new Client().getJson('/activity/flags/records'), 401)
})

await table()
