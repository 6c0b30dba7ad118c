// A leader without a network, and how near a check-in was.
import { Client, assert, end, sql, status, test, value } from './lib.mjs'
import { newVolunteer } from './lib/person.mjs'
import { checkIn, checkOut, draft, finish, newActivity, planForm, records, review, roomToday, screen, staff } from './lib/activity.mjs'

await roomToday()
const clerk = await staff('liwei')
const reviewer = await staff('wangfang')
const manager = await staff('zhangmin')
const STEP = 15

async function led(n = 1, plan = {}) {
	const leader = await newVolunteer({ name: '赵队长' })
	const vs = []
	for (let i = 0; i < n; i++) vs.push(await newVolunteer())
	const a = await newActivity(clerk, { volunteers: vs, plan: { leader_no: leader.no, ...plan } })
	return { leader, vs, a }
}
const take = async (by, a) => status(await by.post(`/activity/manage/${a.no}/offline`), 200).page.Codes
/** What the phone notes when a button is pressed `minutes` after the activity's start. */
function note(codes, a, v, direction, minutes) {
	const day = Date.parse(`${a.starts.replace(' ', 'T')}+08:00`) / 1000
	const step = Math.floor((day + minutes * 60) / STEP)
	const i = step - codes.first
	return `${v.no}_${direction[0]}_${step.toString(16)}_${codes[direction].slice(i * 20, i * 20 + 20)}`
}
const give = async (by, a, scans) => status(await by.post(`/activity/manage/${a.no}/offline/scans`, { scan: scans }), 200).page.Results.map((r) => r.result)
const attendance = (a) => sql(`SELECT t.* FROM attendance t JOIN activity a ON a.id = t.activity_id WHERE a.no = ? ORDER BY t.id`, [a.no])

test('codes taken along, people noted, handed in later: hours that say so', async () => {
	const { leader, vs, a } = await led(2)
	const codes = await take(leader.client, a)
	assert.equal(codes.in.length, codes.steps * 20)
	assert.equal(codes.in_digits.length, codes.steps * 6)
	const last = a.gone - a.from - 1
	const scans = [note(codes, a, vs[0], 'out', last), note(codes, a, vs[0], 'in', 0), note(codes, a, vs[1], 'in', 0)]
	assert.deepEqual(await give(leader.client, a, scans), ['taken', 'taken', 'taken'])
	assert.deepEqual(await give(leader.client, a, scans), ['already', 'already', 'already'])
	const rows = attendance(a)
	assert.ok(rows.every((r) => r.offline === '1' && r.uploaded_at && r.leader_id))
	const [r] = records(a.no)
	assert.deepEqual([r.evidence, r.offline, r.minutes, r.flags], ['scan', '1', String(last), 'offline'])
	assert.equal(records(a.no).length, 1)
	assert.equal(value(`SELECT COUNT(*) FROM audit u JOIN activity a ON a.id = u.target_id WHERE u.action = 'activity.offline_codes' AND a.no = ?`, [a.no]), '1')
	finish(a.no)
	status(await review(reviewer, [r.no]), 303)
})

test('what was not noted with these codes does not count', async () => {
	const { leader, vs, a } = await led(1)
	const stranger = await newVolunteer()
	const codes = await take(leader.client, a)
	const good = note(codes, a, vs[0], 'in', 0)
	const other = await led(1)
	const theirs = await take(other.leader.client, other.a)
	const bad = [
		good.slice(0, -1) + (good.endsWith('0') ? '1' : '0'),
		good.replace('_i_', '_o_'),
		note(theirs, a, vs[0], 'in', 0),
		'nonsense',
		`${vs[0].no}_i_zz_00`,
		note(codes, a, stranger, 'in', 0),
		note(codes, a, vs[0], 'out', a.gone - a.from + 5),
	]
	assert.deepEqual(await give(leader.client, a, bad), ['bad_code', 'bad_code', 'bad_code', 'bad_code', 'bad_code', 'not_on_roster', 'future'])
	assert.equal(attendance(a).length, 0)
	const screenCode = (await screen(clerk, a.no)).token.split('-')
	assert.deepEqual(await give(leader.client, a, [`${vs[0].no}_i_${screenCode[2]}_${screenCode[3]}`]), ['bad_code'])
	assert.equal(status(await leader.client.post(`/activity/manage/${a.no}/offline/scans`), 422).page.Errors[0].field, 'scan')
})

test('six digits of the phone without a network are taken, and marked', async () => {
	const { leader, vs, a } = await led(1)
	const codes = await take(leader.client, a)
	const now = (dir) => {
		const i = Math.floor(Date.now() / 1000 / STEP) - codes.first
		return codes[`${dir}_digits`].slice(i * 6, i * 6 + 6)
	}
	status(await vs[0].client.post(`/activity/${a.no}/check-in`, { code: now('in') }), 303)
	sql(`UPDATE attendance t JOIN activity a ON a.id = t.activity_id SET t.at = a.starts_at WHERE a.no = ?`, [a.no])
	status(await checkOut(clerk, vs[0], a.no), 303)
	assert.deepEqual(attendance(a).map((r) => r.offline), ['1', '0'])
	assert.equal(records(a.no)[0].offline, '1')
})

test('the picture that the phone draws without a network is taken from a screen as any other, and marked', async () => {
	const { leader, vs, a } = await led(1)
	const codes = await take(leader.client, a)
	const token = (dir, back = 0) => {
		const step = Math.floor(Date.now() / 1000 / STEP) - back
		const i = step - codes.first
		return `${a.no}-${dir[0]}-${step.toString(16)}-${codes[dir].slice(i * 20, i * 20 + 20)}`
	}
	assert.ok(codes.address.endsWith('/activity/c/'))
	status(await vs[0].client.getJson(`/activity/c/${token('in', 3)}`), 422)
	const opened = status(await vs[0].client.getJson(`/activity/c/${token('in')}`), 200).page
	const plain = opened.Ticket.replace(/(-k[0-9a-f]+)x-/, '$1-')
	assert.notEqual(plain, opened.Ticket)
	const post = (way, code) => vs[0].client.post(`/activity/${a.no}/check-${way}`, { code })
	assert.equal(status(await post('in', plain), 422).page.Fault, 'bad_code', 'the mark cannot be taken off')
	status(await post('in', opened.Ticket), 303)
	sql(`UPDATE attendance t JOIN activity a ON a.id = t.activity_id SET t.at = a.starts_at WHERE a.no = ?`, [a.no])
	status(await post('out', token('out')), 303)
	assert.deepEqual(attendance(a).map((r) => [r.method, r.offline]), [['scan', '1'], ['scan', '1']])
	assert.equal(records(a.no)[0].offline, '1')
	finish(a.no)
	status(await review(reviewer, [records(a.no)[0].no]), 303)
	assert.equal(records(a.no)[0].flags, 'offline')
})

test('opened again by its address, with the network on, it leads back to where codes are taken', async () => {
	const { leader, vs, a } = await led(1)
	const path = `/activity/manage/${a.no}/offline`
	assert.ok(status(await leader.client.get(path), 303).location.endsWith(`/activity/${a.no}`))
	assert.ok(status(await clerk.get(path), 303).location.endsWith(`/activity/manage/${a.no}/board`))
	status(await vs[0].client.get(path), 404)
	status(await (await staff('zhaolei')).get(path), 404)
	status(await new Client().get(path), 303)
	status(await new Client().getJson(path), 401)
})

test('only who leads it, or the station, and only while it is on', async () => {
	const { leader, vs, a } = await led(1)
	for (const way of ['offline', 'offline/scans']) {
		const path = `/activity/manage/${a.no}/${way}`
		status(await vs[0].client.post(path, { scan: 'x' }), 404)
		status(await (await staff('zhaolei')).post(path, { scan: 'x' }), 404)
		status(await (await staff('madan')).post(path, { scan: 'x' }), 403)
		status(await new Client().post(path, { csrf: '0'.repeat(32) }), 401)
		status(await leader.client.post(path, { csrf: null }), 403)
		status(await leader.client.post(`/activity/manage/A2600199999/${way}`, { scan: 'x' }), 404)
		status(await clerk.post(`/activity/manage/${await draft(clerk)}/${way}`, { scan: 'x' }), 409)
	}
	assert.match(status(await clerk.post(`/activity/manage/${a.no}/offline`, {}, { headers: { Accept: 'text/html' } }), 200).text, /data-offline="A/)
	sql(`UPDATE activity SET state = 'archived' WHERE no = ?`, [a.no])
	status(await leader.client.post(`/activity/manage/${a.no}/offline`), 409)
	status(await leader.client.post(`/activity/manage/${a.no}/offline/scans`, { scan: 'x' }), 409)
})

// --- nearness ------------------------------------------------------------------------------------------

const PLACE = { lat: '34.499378', lng: '109.509786', radius_m: '200' }
const nearness = async (v, a, position) => {
	const code = (await screen(clerk, a.no)).token
	status(await v.client.post(`/activity/${a.no}/check-in`, { code, ...position }), 303)
	return attendance(a).at(-1).nearness
}
const consent = async (v, action) =>
	status(await v.client.post('/account/me/consent', { purpose: 'location', action }), 303)
const agree = (v) => consent(v, 'give')

test('near, far or left out, never where; far away asks for two reviewers and refuses nothing', async () => {
	const cases = [
		[{ lat: '34.499400', lng: '109.509800', acc: '20' }, 'in'],
		[{ lat: '34.503000', lng: '109.509786', acc: '20' }, 'near'],
		[{ lat: '34.560000', lng: '109.509786', acc: '20' }, 'out'],
		[{ lat: '34.560000', lng: '109.509786', acc: '9000' }, 'left_out'],
		[{}, 'left_out'],
		[{ lat: 'nan', lng: '1e999', acc: '-1' }, 'left_out'],
		[{ lat: '91', lng: '181', acc: '1' }, 'left_out'],
	]
	for (const [position, word] of cases) {
		const v = await newVolunteer()
		await agree(v)
		const a = await newActivity(clerk, { volunteers: [v], plan: PLACE })
		assert.equal((await v.client.getJson(`/activity/${a.no}`)).page.Duty.near, 1)
		assert.equal(await nearness(v, a, position), word, JSON.stringify(position))
		if (word !== 'out') continue
		sql(`UPDATE attendance t JOIN activity a ON a.id = t.activity_id SET t.at = a.starts_at WHERE a.no = ?`, [a.no])
		status(await checkOut(clerk, v, a.no), 303)
		finish(a.no)
		const [r] = records(a.no)
		assert.match(status(await review(reviewer, [r.no]), 303).location, /first_review/)
		assert.equal(records(a.no)[0].flags, 'far,no_place')
		status(await review(manager, [r.no]), 303)
		assert.equal(records(a.no)[0].state, 'notice')
	}
	const columns = sql(`SELECT column_name c FROM information_schema.columns WHERE table_schema = DATABASE() AND table_name = 'attendance'`).map((r) => r.c)
	assert.ok(!columns.some((c) => /lat|lng|distance/.test(c)))
})

test('without consent, or without a place, nothing is asked and nothing is known', async () => {
	const v = await newVolunteer()
	const a = await newActivity(clerk, { volunteers: [v], plan: PLACE })
	assert.equal((await v.client.getJson(`/activity/${a.no}`)).page.Duty.near, undefined)
	assert.equal(await nearness(v, a, { lat: '34.56', lng: '109.5', acc: '5' }), 'unknown')
	const w = await newVolunteer()
	await agree(w)
	const b = await newActivity(clerk, { volunteers: [w] })
	assert.equal((await w.client.getJson(`/activity/${b.no}`)).page.Duty.near, undefined)
	status(await checkIn(clerk, w, b.no), 303)
})

test('consent to the place is nobody\'s duty, is asked for in plain words, and holds until it is withdrawn', async () => {
	const v = await newVolunteer()
	const live = async () => (await v.client.getJson('/account/me/consent')).page.Consents.find((c) => c.purpose === 'location').live
	assert.equal(await live(), undefined, 'off by itself')
	assert.match(status(await v.client.get('/account/me/consent'), 200).text, /只记远近，不保存您的位置/)
	const far = { lat: '34.560000', lng: '109.509786', acc: '20' }
	const come = async () => nearness(v, await newActivity(clerk, { volunteers: [v], plan: PLACE }), far)
	assert.equal(await come(), 'unknown')
	await agree(v)
	assert.equal(await live(), 1)
	assert.equal(await come(), 'out')
	await consent(v, 'withdraw')
	assert.equal(await live(), undefined)
	assert.equal(await come(), 'unknown')
	const kept = sql(`SELECT withdrawn_at FROM consent c JOIN volunteer v ON v.person_id = c.person_id
		WHERE v.no = ? AND c.purpose = 'location'`, [v.no])
	assert.equal(kept.length, 1)
	assert.ok(kept[0].withdrawn_at)
})

test('a place on the map is whole or not given', async () => {
	const bad = async (changes, field) =>
		assert.equal(status(await clerk.submit('/activity/manage/new', planForm(changes)), 422).page.Errors[0].field, field)
	await bad({ ...PLACE, lat: '' }, 'lat')
	await bad({ ...PLACE, lng: 'east' }, 'lng')
	await bad({ ...PLACE, lat: '91' }, 'lat')
	await bad({ ...PLACE, radius_m: '' }, 'radius_m')
	await bad({ ...PLACE, radius_m: '5' }, 'radius_m')
	const no = await draft(clerk, PLACE)
	assert.equal((await clerk.getJson(`/activity/manage/${no}/edit`)).page.Form.lat, '34.499378')
})

await end()
