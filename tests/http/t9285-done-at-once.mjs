// Where many wait, many are done at once: what is ticked is printed or becomes a file, and nothing else; one reason for all, all of them or
// none; one message to each who is behind.
import { assert, end, newVolunteer, sql, staff, status, test, until, value } from './lib.mjs'
import { attend, dayFrom, finish, newActivity, records, roomToday } from './lib/activity.mjs'
import { personOf } from './lib/recognition.mjs'
import { openShift, signs } from './lib/shift.mjs'
import { deciders, propose, starRow, starry } from './lib/star.mjs'
import { cells } from './lib/xlsx.mjs'

await roomToday()
const [clerk, reviewer, elsewhere, other] = await Promise.all(['liwei', 'wangfang', 'zhaolei', 'zhangmin'].map((n) => staff(n)))
const need = async (description) =>
	status(await clerk.submit('/needs/ledger/new', { source: 'phone', category: '0017', target_group: '03', description }), 303).location.match(/N\d+/)[0]
const told = (v, event) => Number(value("SELECT COUNT(*) FROM message WHERE person_id = ? AND event = ? AND channel = 'inbox'", [personOf(v.no), event]))
const lastExport = () => value("SELECT detail FROM audit WHERE action = 'list.export' ORDER BY id DESC LIMIT 1")

test('ticked rows alone are printed, or become a file, audited with their number', async () => {
	const nos = []
	for (const d of ['勾选甲', '勾选乙', '勾选丙']) nos.push(await need(d))
	const only = `only=${nos[0]},${nos[2]}`
	const { page } = status(await clerk.getJson(`/needs/ledger?as=print&${only}`), 200)
	assert.deepEqual([page.Needs.map((n) => n.no), page.List.total, page.List.more], [[nos[2], nos[0]], 2, undefined])
	const rows = cells(status(await clerk.get(`/needs/ledger?as=xlsx&${only}`), 200).body)
	assert.deepEqual([rows.slice(1).map((r) => r[0]), lastExport()], [[nos[2], nos[0]], 'xlsx 2'])
	assert.equal(status(await clerk.getJson(`/needs/ledger?state=done&as=print&${only}`), 200).page.Needs, undefined, 'the filter holds')
	for (const bad of ["x' OR 1=1", `${nos[0]}%`, `N1,${'N2,'.repeat(60)}N3`, '%00'])
		assert.equal(status(await clerk.getJson(`/needs/ledger?as=print&only=${encodeURIComponent(bad)}`), 200).page.Needs, undefined, bad)
	assert.equal(status(await elsewhere.getJson(`/needs/ledger?as=print&${only}`), 200).page.Needs, undefined, 'of another station')
	const html = status(await clerk.get('/needs/ledger'), 200).text
	assert.match(html, /data-picked="\/needs\/ledger\?as=print"/)
	assert.ok(!status(await clerk.get(`/needs/ledger?as=print&${only}`), 200).text.includes('data-picked'))
})

for (const [name, at, loop] of [['volunteers', '/account/volunteers', 'Volunteers'], ['honours', '/commend/manage/honours', 'Honours'],
	['certificates', '/commend/manage/certificates', 'Certificates']])
	test(`${name}: ticked rows alone are printed, or become a file`, async () => {
		const day = dayFrom(-1), v = await newVolunteer()
		for (const n of name === 'honours' ? ['甲', '乙', '丙'] : [])
			status(await clerk.submit('/commend/manage/honours/new', { volunteer_no: v.no, name: `勾选${n}`, awarded_on: day, authority_kind: 'own', authority: '', document_name: '', document_no: '', content: '' }), 303)
		for (const n of name === 'certificates' ? [1, 2, 3] : [])
			sql(`INSERT INTO certificate (uid, no, station_id, year, serial, person_id, from_on, to_on, minutes, list_minutes, records, issued_at, payload, state,
				revoked_at, revoked_by, revoked_reason) VALUES (RANDOM_BYTES(16), ?, 1, 1998, ?, ?, CURDATE(), CURDATE(), 60, 60, 1, NOW(), '{}', 'revoked', NOW(),
				(SELECT id FROM staff WHERE login = 'liwei'), '勾选')`, [`Z9285${n}`, n, personOf(v.no)])
		const read = async (query = '') => status(await clerk.getJson(`${at}${query}`), 200).page
		const all = (await read())[loop].map((r) => r.no)
		assert.ok(all.length > 2, `${all.length} to tick from`)
		const only = `only=${all[0]},${all[2]}`
		assert.deepEqual([(await read(`?as=print&${only}`))[loop].map((r) => r.no).sort(), (await read(`?as=print&${only}`)).List.total], [[all[0], all[2]].sort(), 2])
		assert.equal(cells(status(await clerk.get(`${at}?as=xlsx&${only}`), 200).body).length, 3)
		assert.equal(lastExport(), 'xlsx 2')
		assert.equal(status(await elsewhere.getJson(`${at}?as=print&${only}`), 200).page[loop], undefined, 'of another station')
		const html = status(await clerk.get(at), 200).text
		assert.ok(html.includes(`data-picked="${at}?as=print"`) && html.includes(`name="only" value="${all[0]}"`))
	})

test('hours are sent back with one reason, all or none', async () => {
	const vs = [await newVolunteer(), await newVolunteer(), await newVolunteer()]
	const a = await newActivity(clerk, { volunteers: vs })
	for (const v of vs) await attend(clerk, v, a)
	finish(a.no)
	const all = records(a.no).map((r) => r.no), address = `/activity/manage/review?activity=${a.no}`
	const send = (who, form) => who.post(address, { verb: 'refuse', ...form })
	const states = () => records(a.no).map((r) => r.state)
	const bare = status(await send(reviewer, { record: all.slice(0, 2), note: '' }), 422).page
	assert.ok(bare.Error.note && bare.Form.record_is[all[0]], 'a reason is asked for, the ticks stay')
	status(await send(reviewer, { record: [all[0], 'R2600199999'], note: '时间不对' }), 404)
	assert.deepEqual(states(), ['to_review', 'to_review', 'to_review'], 'nothing of what was not all')
	status(await send(clerk, { record: all, note: '时间不对' }), 403)
	assert.match(status(await send(reviewer, { record: all.slice(0, 2), note: '时间不对' }), 303).location, /activity=A\d+&done=refused_many/)
	assert.deepEqual(states().sort(), ['to_review', 'withdrawn', 'withdrawn'])
	assert.ok(status(await reviewer.get(`${address}&done=refused_many`), 200).text.includes('退回勾选的'))
})

test('who leads an activity whose hours are late is reminded, once a day', async () => {
	const v = await newVolunteer()
	const [a, b] = [await newActivity(clerk), await newActivity(clerk)]
	sql('UPDATE activity SET leader_id = ?, state = ?, record_due_on = ?, ends_at = NOW() - INTERVAL 1 MINUTE WHERE no = ?', [personOf(v.no), 'recording', dayFrom(1), a.no])
	sql('UPDATE activity SET state = ?, record_due_on = ?, ends_at = NOW() - INTERVAL 1 MINUTE WHERE no = ?', ['recording', dayFrom(1), b.no])
	const planner = value("SELECT person_id FROM staff WHERE login = 'liwei'")
	const send = (who, activity) => who.post('/activity/manage/due', { activity })
	status(await send(elsewhere, [a.no]), 404)
	assert.match(status(await send(clerk, [a.no]), 303).location, /done=reminded/)
	status(await send(clerk, [a.no]), 303)
	assert.equal(told(v, 'hours_due'), 1)
	if (planner === null) {
		assert.match(status(await send(clerk, [b.no]), 422).page.Errors[0].text, /没有登记到本人/)
		assert.match(status(await send(clerk, [b.no, a.no]), 303).location, /done=reminded/)
	}
	status(await send(clerk, []), 422)
	const page = status(await v.client.getJson('/account/messages'), 200).page.Messages
	assert.ok(page.some((m) => m.event === 'hours_due'))
})

test('who was offered a place and does not answer is told once more a day', async () => {
	const s = await openShift(clerk, reviewer, { wanted: 1 }), [a, b] = [await newVolunteer(), await newVolunteer()]
	for (const v of [a, b]) status(await v.client.post(`/recruit/shift/${s.no}/apply`), 303)
	status(await a.client.post(`/recruit/shift/${s.no}/withdraw`), 303)
	const offered = signs(s.no).find((r) => r.state === 'offered').uid_hex
	assert.equal(told(b, 'offer'), 1)
	const at = Date.now()
	await until(() => Date.now() - at > 1000, 5000, { what: 'another second than that of the offer' })
	const send = () => clerk.post('/recruit/review?state=offered', { uid: [offered], verb: 'remind' })
	assert.match(status(await send(), 303).location, /state=offered&done=reminded/)
	status(await send(), 303)
	assert.equal(told(b, 'offer'), 2)
	const html = status(await clerk.get('/recruit/review?state=offered'), 200).text
	assert.match(html, /name="verb" value="remind"/)
	status(await b.client.post(`/recruit/shift/${s.no}/accept`), 303)
	sql('DELETE FROM throttle')
	status(await send(), 409)
})

test('stars: the overseer decides about many, the station answers many applications, all or none', async () => {
	const above = (await deciders())[1]
	const vs = [await starry(1), await starry(1), await starry(1)]
	for (const v of vs.slice(0, 2)) status(await propose(reviewer, v), 303)
	const refs = vs.slice(0, 2).map((v) => starRow(v).ref), send = (who, form) => who.post('/commend/stars', form)
	assert.ok(status(await send(above, { ref: refs, verdict: 'refuse', reason: '' }), 422).page.Error.reason)
	status(await send(above, { ref: [refs[0], '0'.repeat(32)], verdict: 'refuse', reason: '材料不全' }), 404)
	status(await send(above, { ref: refs, verdict: 'keep', reason: '材料不全' }), 422)
	status(await send(reviewer, { ref: refs, verdict: 'refuse', reason: '材料不全' }), 403)
	sql('UPDATE star_award SET proposed_by = (SELECT id FROM staff WHERE login = ?) WHERE id = ?', ['madan', starRow(vs[1]).id])
	assert.ok(status(await send(above, { ref: refs, verdict: 'refuse', reason: '材料不全' }), 409).page.Refused)
	assert.deepEqual(vs.slice(0, 2).map((v) => starRow(v).state), ['proposed', 'proposed'])
	sql('UPDATE star_award SET proposed_by = (SELECT id FROM staff WHERE login = ?) WHERE id = ?', ['wangfang', starRow(vs[1]).id])
	status(await send(above, { ref: refs, verdict: 'refuse', reason: '材料不全' }), 303)
	assert.deepEqual(vs.slice(0, 2).map((v) => [starRow(v).state, starRow(v).reason]), [['refused', '材料不全'], ['refused', '材料不全']])
	const asked = [vs[2], await starry(1)]
	for (const v of asked) status(await v.client.post('/commend/mine/star', { star: 1 }), 303)
	status(await reviewer.post('/commend/manage/refuse', { ref: asked.map((v) => starRow(v).ref), reason: '请先补培训' }), 303)
	assert.deepEqual(asked.map((v) => starRow(v).state), ['refused', 'refused'])
})

await end()
