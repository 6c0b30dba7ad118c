// 转站: a volunteer goes over to another station of the same installation. Until its manager takes over nothing changes and it
// reads no more than a masked name; nobody pulls a volunteer by a number; consent, erasure and two managers at once.
import { assert, Client, end, guardGet, guardPost, newVolunteer, sql, staff, status, test, until, value } from './lib.mjs'
import { consent, lineOf } from './lib/posting.mjs'

const [clerk, manager, theirClerk, theirManager] = await Promise.all([staff('liwei'), staff('zhangmin'), staff('zhaolei'), staff('liuyang')])
for (const c of [clerk, manager, theirClerk, theirManager]) await c.getJson('/platform/transfer/move')
const html = { headers: { Accept: 'text/html' } }
const personOf = (v) => Number(value('SELECT person_id FROM volunteer WHERE no = ?', [v.no]))
const homeOf = (v) => Number(value('SELECT s.no FROM volunteer v JOIN station s ON s.id = v.station_id WHERE v.no = ?', [v.no]))
const ask = (v, form = {}, by = clerk) => by.post('/platform/transfer/move', { volunteer: v.no, station: 2, reason: '搬到滨河社区', agree: 1, ...form })
const noOf = (r) => /\/move\/(M\d+)\?/.exec(status(r, 303).location)[1]
const show = async (no, by) => status(await by.getJson(`/platform/transfer/move/${no}`), 200).page
const step = (by, no, verb, form = {}) => by.post(`/platform/transfer/move/${no}/${verb}`, form)
const asked = async (name = '林小满') => {
	const v = await newVolunteer({ name })
	return { v, no: noOf(await ask(v)) }
}

test('the old station hands over, the new manager takes over: records and hours stay where they were', async () => {
	const v = await newVolunteer({ name: '欧阳小满' })
	const person = personOf(v)
	consent(person, true)
	sql(`INSERT INTO volunteer_total (person_id, minutes) VALUES (${person}, 0) ON DUPLICATE KEY UPDATE minutes = minutes`)
	const uid = value('SELECT LOWER(HEX(uid)) FROM person WHERE id = ?', [person])
	const version = Number(value('SELECT version FROM volunteer WHERE person_id = ?', [person]))
	const months = JSON.stringify(sql('SELECT * FROM station_month ORDER BY station_id, month'))
	status(await clerk.get('/platform/transfer/move'), 200)
	const no = noOf(await ask(v))
	assert.equal(homeOf(v), 1)
	assert.equal(value("SELECT given_by FROM consent WHERE person_id = ? AND purpose = 'transfer' AND withdrawn_at IS NULL", [person]), 'staff')
	const theirs = await show(no, theirManager)
	assert.deepEqual([theirs.Move.state, theirs.Move.direction, theirs.Move.person, theirs.May], ['open', 'in', '欧**', { accept: 1, decline: 1 }])
	assert.deepEqual((await show(no, clerk)).May, { cancel: 1 })
	assert.equal((await show(no, theirClerk)).May, undefined)
	status(await theirManager.getJson(`/account/volunteers/${v.no}`), 404)
	status(await step(theirManager, no, 'accept'), 303)
	assert.equal(homeOf(v), 2)
	assert.equal(Number(value('SELECT version FROM volunteer WHERE person_id = ?', [person])), version + 1)
	assert.equal(JSON.stringify(sql('SELECT * FROM station_month ORDER BY station_id, month')), months)
	status(await theirManager.getJson(`/account/volunteers/${v.no}`), 200)
	status(await clerk.getJson(`/account/volunteers/${v.no}`), 404)
	assert.equal((await v.client.getJson('/account/me')).page.Me.station, value('SELECT name FROM station WHERE no = 2'))
	const line = await until(() => {
		const l = lineOf(uid)
		return l && Number(l.version) > version && l
	}, 30_000, { what: 'the platform hears of it' })
	assert.equal(line.op, 'put')
	const [after, before] = [await show(no, theirManager), await show(no, clerk)]
	assert.deepEqual([after.Move.person, after.Move.volunteer, after.May], ['欧阳小满', v.no, undefined])
	assert.deepEqual([before.Move.state, before.Move.person, before.Move.volunteer], ['accepted', '欧**', undefined])
	assert.equal(value("SELECT COUNT(*) FROM audit WHERE action IN ('station_move.ask', 'station_move.accept') AND target_id = (SELECT id FROM station_move WHERE no = ?)", [no]), '2')
	assert.ok(status(await v.client.post('/account/me/export'), 200).json.moves.some((m) => m.no === no && m.state === 'accepted'))
	for (const verb of ['accept', 'decline', 'cancel'])
		assert.equal((await step(verb === 'cancel' ? clerk : theirManager, no, verb, { reason: '改主意了' })).status, 409)
	assert.equal(homeOf(v), 2)
})

test('nothing of the person can be read by the other station before', async () => {
	const { v, no } = await asked('司徒雨晴')
	const pages = [await theirManager.getJson(`/platform/transfer/move/${no}`), await theirManager.get(`/platform/transfer/move/${no}`, html),
		await theirManager.getJson('/platform/transfer'), await theirManager.get('/platform/transfer', html), await theirManager.getJson('/platform/transfer/moves')]
	for (const r of pages) {
		assert.ok(status(r, 200).text.includes(no))
		for (const secret of ['司徒雨晴', v.no, v.form.id_no, v.form.phone, v.form.id_no.slice(-4)]) assert.ok(!r.text.includes(secret), secret)
	}
	assert.ok(status(await theirManager.getJson('/account/desk'), 200).text.includes('"what":"move"'))
	status(await step(clerk, no, 'cancel', { reason: '本人改了主意' }), 303)
	assert.equal((await show(no, theirManager)).Move.state, 'cancelled')
})

test('nobody pulls a volunteer of another station, or sends one where it cannot be', async () => {
	const v = await newVolunteer()
	const before = value('SELECT COUNT(*) FROM station_move')
	const there = status(await ask(v, { station: 1 }, theirManager), 422).page.Errors
	const nobody = status(await ask({ no: 'V2699999999' }, { station: 1 }, theirManager), 422).page.Errors
	assert.deepEqual(there, nobody, 'a number of somebody and of nobody sound the same')
	for (const station of [1, 0, 99999, 'x', '', '2 OR 1']) status(await ask(v, { station }), 422)
	for (const form of [{ agree: '' }, { reason: '' }, { reason: 'x'.repeat(201) }, { volunteer: '' }, { volunteer: "' OR '1" }]) status(await ask(v, form), 422)
	sql('UPDATE station SET state = ? WHERE no = 2', ['closed'])
	try {
		status(await ask(v), 422)
	} finally {
		sql('UPDATE station SET state = ? WHERE no = 2', ['open'])
	}
	assert.equal(value('SELECT COUNT(*) FROM station_move'), before)
	status(await ask(v, { csrf: null }), 403)
	status(await new Client().post('/platform/transfer/move', {}), 401)
})

test('one at a time; declined with a reason it may be asked again; the sides keep to their steps', async () => {
	const { v, no } = await asked()
	assert.match(status(await ask(v), 422).page.Errors[0].text, /已经在转站/)
	for (const [by, verb, expected] of [[theirClerk, 'accept', 403], [theirClerk, 'decline', 403], [theirClerk, 'cancel', 404], [manager, 'accept', 404], [manager, 'decline', 404]])
		status(await step(by, no, verb, { reason: '试一试' }), expected)
	status(await step(theirManager, no, 'decline', {}), 422)
	assert.equal((await show(no, clerk)).Move.state, 'open')
	status(await step(theirManager, no, 'decline', { reason: '本人没有来过' }), 303)
	const page = await show(no, clerk)
	assert.deepEqual([page.Move.state, page.Move.answer, homeOf(v)], ['declined', '本人没有来过', 1])
	status(await step(theirManager, no, 'accept'), 409)
	const again = noOf(await ask(v))
	const steps = await Promise.all([...Array.from({ length: 5 }, () => step(theirManager, again, 'accept')), step(clerk, again, 'cancel', { reason: '同时取消' })])
	assert.deepEqual(steps.map((r) => r.status).sort(), [303, 409, 409, 409, 409, 409])
	const state = (await show(again, theirManager)).Move.state
	assert.equal(homeOf(v), state === 'accepted' ? 2 : 1)
})

test('a third station sees none of it', async () => {
	const { no } = await asked()
	const third = sql("SELECT login FROM staff f JOIN staff_role r ON r.staff_id = f.id JOIN station s ON s.id = r.station_id WHERE s.no NOT IN (1, 2) AND s.kind = 'station' AND r.ended_at IS NULL LIMIT 1")[0]
	for (const path of ['M2699999999', 'x', '1']) status(await clerk.getJson(`/platform/transfer/move/${path}`), 404)
	if (third) status(await (await staff(third.login)).getJson(`/platform/transfer/move/${no}`), 404)
	else {
		sql('UPDATE station_move SET from_station_id = (SELECT id FROM station WHERE no = 3) WHERE no = ?', [no])
		status(await clerk.getJson(`/platform/transfer/move/${no}`), 404)
		status(await step(clerk, no, 'cancel', { reason: '不是我们的' }), 404)
	}
})

test('the volunteer asks by phone, cancels, and asks again; what was brought goes along', async () => {
	const v = await newVolunteer({ name: '赵一鸣' })
	const mine = async () => status(await v.client.getJson('/platform/transfer/mine'), 200).page
	assert.ok((await mine()).Stations.some((s) => s.code === 2 || s.code === '2'))
	status(await v.client.post('/platform/transfer/mine/move', { station: 2 }), 422)
	status(await v.client.post('/platform/transfer/mine/move', { station: 1, agree_move: 1 }), 422)
	status(await v.client.post('/platform/transfer/mine/move/cancel'), 404)
	status(await v.client.post('/platform/transfer/mine/move', { station: 2, agree_move: 1 }), 303)
	assert.match(status(await v.client.get('/platform/transfer/mine'), 200).text, /正在转站/)
	const no = (await mine()).Move.no
	assert.equal((await show(no, theirManager)).Move.asked_by, undefined)
	status(await v.client.post('/platform/transfer/mine/move/cancel'), 303)
	status(await step(theirManager, no, 'accept'), 409)
	status(await v.client.post('/platform/transfer/mine/move', { station: 2, agree_move: 1 }), 303)
	const file = '服务日期,活动名称,服务时长\n2024-03-05,图书整理,1.5\n'
	await clerk.getJson('/platform/transfer/csv')
	const b = /(B\d+)/.exec(status(await clerk.upload('/platform/transfer/csv', { volunteer: v.no, other: '平台乙' },
		[{ field: 'bundle', name: 'r.csv', type: 'text/csv', content: `${file}${' '.repeat(1 + Math.floor(Math.random() * 5000))}\n` }]), 303).location)[1]
	status(await step(theirManager, (await mine()).Move.no, 'accept'), 303)
	assert.equal(homeOf(v), 2)
	status(await clerk.getJson(`/platform/transfer/${b}`), 404)
	assert.equal(status(await theirManager.getJson(`/platform/transfer/${b}`), 200).page.Transfer.state, 'unverified')
})

test('consent withdrawn meanwhile: nobody takes over', async () => {
	const { v, no } = await asked()
	status(await v.client.post('/account/me/consent', { purpose: 'transfer', action: 'withdraw' }), 303)
	const page = await show(no, theirManager)
	assert.deepEqual(page.May, { decline: 1 })
	assert.match(status(await theirManager.get(`/platform/transfer/move/${no}`), 200).text, /撤回了同意/)
	assert.match(status(await step(theirManager, no, 'accept'), 422).page.Errors[0].text, /撤回了同意/)
	assert.deepEqual([homeOf(v), (await show(no, clerk)).Move.state], [1, 'open'])
})

test('erased meanwhile: nothing to take over, and no name left', async () => {
	const { v, no } = await asked()
	status(await v.client.submit('/account/me/erase', { confirm: 1 }), 303)
	status(await step(theirManager, no, 'accept'), 404)
	assert.ok(!status(await clerk.getJson(`/platform/transfer/move/${no}`), 200).text.includes('林小满'))
})

test('for a minor the guardian agrees, at the desk', async () => {
	const v = await newVolunteer()
	sql('UPDATE person SET birth_on = CURDATE() - INTERVAL 12 YEAR WHERE id = ?', [personOf(v)])
	assert.match(status(await v.client.post('/platform/transfer/mine/move', { station: 2, agree_move: 1 }), 422).page.Errors[0].text, /监护人/)
	noOf(await ask(v))
	assert.equal(value("SELECT given_by FROM consent WHERE person_id = ? AND purpose = 'transfer'", [personOf(v)]), 'guardian')
})

for (const path of ['/platform/transfer/move', '/platform/transfer/moves']) guardGet(path)
guardPost('/platform/transfer/move', { form: { volunteer: 'V2600100001', station: 2, reason: '搬家', agree: 1 } })
await end()
