// Drops 分类投放: who may check, two phones and one drop, the day's limit, what was noted without a network, the year's end.
import { randomBytes } from 'node:crypto'
import { assert, Client, end, guardPost, newStaff, newVolunteer, sql, staff, status, test, until, value } from './lib.mjs'
import { card, entries, opened, points, tokenOf } from './lib/green.mjs'
import { again } from './lib/loop.mjs'

const clerk = await staff('liwei'), far = await staff('zhaolei')
const duty = (no, by = clerk) => by.submit('/bank/green/duty', { volunteer_no: no })
const attendant = await newVolunteer(), second = await newVolunteer(), stranger = await newVolunteer()
for (const v of [attendant, second]) status(await duty(v.no), 303)
const check = (by, card, sorted = 'right') => by.submit('/bank/green/check', { card, sorted })
const done = (r) => /done=drop_(\w+)/.exec(status(r, 303).location)[1]
const now = () => Math.floor(Date.now() / 1000)
const uid = () => randomBytes(16).toString('hex')
const give = async (by, lines, clock = now()) => status(await by.post('/bank/green/drops', { drops: lines.map((l) => (typeof l === 'string' ? l : JSON.stringify(l))).join('\n'), now: String(clock) }), 200).page.Results ?? []
const drop = (card, minutes = 0, more = {}) => ({ uid: uid(), card, at: now() + minutes * 60, sorted: 'right', ...more })
const words = (results) => results.map((r) => r.result)
/** As if it had been some time ago: the gap between two is over. */
const ago = (no) => sql(`UPDATE green_entry e JOIN green_account a ON a.id = e.account_id SET e.happened_at = e.happened_at - INTERVAL 40 MINUTE WHERE a.no = ?`, [no])

guardPost('/bank/green/duty/end')
test('who checks: staff, and volunteers whom staff gave the duty, at their own station', async () => {
	const no = await opened(clerk), k = await tokenOf(clerk, no)
	assert.equal(status(await card(attendant.client, k), 200).page.Card.no, no)
	assert.equal(status(await card(stranger.client, k), 200).page.Account.no, no, 'the household\'s page')
	assert.equal(status(await card(attendant.client, k, '&home=1'), 200).page.Account.no, no)
	status(await stranger.client.getJson('/bank/green/check'), 403)
	status(await stranger.client.post('/bank/green/check', { card: k, sorted: 'right' }), 403)
	status(await new Client().getJson('/bank/green/check'), 401)
	status(await stranger.client.post('/bank/green/drops', { drops: JSON.stringify(drop(k)), now: String(now()) }), 403)
	assert.deepEqual(words(await give(far, [drop(k)])), ['other_station'])
	assert.match(status(await check(far, no), 422).page.Errors[0].text, /不是您值守的站点/)
	assert.equal(points(no), 0)
	assert.equal(done(await check(attendant.client, k)), 'counted')
	assert.equal(points(no), 10)
	assert.deepEqual(entries(no), [{ kind: 'drop', result: 'counted', points: '10', offline: '0' }])
})

test('a duty ends; given twice it is one', async () => {
	const v = await newVolunteer()
	status(await duty(v.no), 303)
	status(await duty(v.no), 303)
	const mine = status(await clerk.getJson('/bank/green/duty'), 200).page.Duties.filter((d) => d.no === v.no)
	assert.equal(mine.length, 1)
	assert.deepEqual(status(await duty('V2699999999'), 422).page.Errors.map((e) => e.field), ['volunteer_no'])
	status(await far.post('/bank/green/duty/end', { duty: mine[0].uid }), 404)
	status(await clerk.post('/bank/green/duty/end', { duty: mine[0].uid }), 303)
	status(await v.client.getJson('/bank/green/check'), 403)
	status(await clerk.post('/bank/green/duty/end', { duty: mine[0].uid }), 409)
})

test('two phones scan one drop at the same moment: it counts once', async () => {
	const no = await opened(clerk), k = await tokenOf(clerk, no)
	const all = await Promise.all([attendant.client, second.client, clerk].flatMap((by) => [give(by, [drop(k)]), give(by, [drop(k, -1)])]))
	assert.deepEqual(all.flatMap(words).sort(), ['counted', 'gap', 'gap', 'gap', 'gap', 'gap'])
	assert.equal(points(no), 10)
	assert.equal(value('SELECT SUM(drops) FROM green_day d JOIN green_account a ON a.id = d.account_id WHERE a.no = ?', [no]), '1')
})

test('what is handed in twice counts once, from one phone or two, and at once', async () => {
	const no = await opened(clerk), k = await tokenOf(clerk, no), one = drop(k, -5)
	assert.deepEqual(words(await give(attendant.client, [one])), ['counted'])
	const again = await give(second.client, [one])
	assert.deepEqual([again[0].result, again[0].known], ['counted', 1])
	const late = drop(k, -60)
	const both = await Promise.all([give(attendant.client, [late]), give(attendant.client, [late])])
	assert.deepEqual(both.map((r) => r[0].result), ['counted', 'counted'])
	assert.equal(points(no), 20)
	const other = await opened(clerk)
	assert.deepEqual(words(await give(clerk, [{ ...one, card: other }])), ['bad'])
	assert.equal(points(other), 0)
})

test('two a day, and what is sorted wrong is noted without points', async () => {
	const no = await opened(clerk), k = await tokenOf(clerk, no)
	assert.equal(done(await check(attendant.client, k, 'wrong')), 'wrong')
	for (const word of ['counted', 'counted', 'limit']) {
		assert.equal(done(await check(attendant.client, no)), word)
		ago(no)
	}
	assert.equal(points(no), 20)
	assert.deepEqual(entries(no).map((e) => e.result), ['wrong', 'counted', 'counted', 'limit'])
})

test('a line that is broken, from the future, too old or of no card keeps no other back', async () => {
	const no = await opened(clerk), k = await tokenOf(clerk, no)
	const lines = ['{', '[]', JSON.stringify({ uid: 'x', card: k, at: now(), sorted: 'right' }), drop(k, 10), drop(k, -8 * 1440), drop('W2699999999'),
		drop('f'.repeat(24)), drop(k, 0, { sorted: 'maybe' }), drop(k, 0, { at: -1 }), drop(k, 0, { card: 'x'.repeat(10000) }), drop(k, -3)]
	assert.deepEqual(words(await give(attendant.client, lines)), ['bad', 'bad', 'bad', 'future', 'old', 'unknown', 'unknown', 'bad', 'bad', 'bad', 'counted'])
	const ahead = now() + 3600
	assert.deepEqual(words(await give(attendant.client, [drop(k, 60 - 40)], ahead)), ['counted'], 'a phone an hour ahead is put right')
	assert.equal(points(no), 20)
	status(await attendant.client.post('/bank/green/drops', { drops: '', now: '0' }), 400)
	status(await attendant.client.post('/bank/green/drops', { drops: 'x\n'.repeat(301), now: String(now()) }), 413)
	status(await attendant.client.post('/bank/green/drops', { drops: '', now: String(now()), csrf: 'f'.repeat(32) }), 403)
})

test('a card that was revoked counts no more, but for what was noted before', async () => {
	const no = await opened(clerk), k = await tokenOf(clerk, no)
	const before = drop(k, -20)
	status(await clerk.post(`/bank/green/a/${no}/replace`, { why: '丢失' }), 303)
	assert.deepEqual(words(await give(attendant.client, [drop(k, 1), before])), ['revoked', 'counted'])
	assert.match(status(await check(attendant.client, k), 422).page.Errors[0].text, /已经作废/)
	assert.equal(points(no), 10)
})

test('nobody checks the card of their own household', async () => {
	const own = await newStaff({ role: 'clerk', person: attendant.form })
	const no = await opened(clerk, { volunteer_no: attendant.no }), k = await tokenOf(clerk, no)
	assert.equal(status(await card(attendant.client, k, '&home=1'), 200).page.Account.no, no)
	assert.deepEqual(words(await give(attendant.client, [drop(k)])), ['own'])
	assert.deepEqual(words(await give(own.client, [drop(k)])), ['own'])
	assert.deepEqual(words(await give(second.client, [drop(k)])), ['counted'])
})

test('what is left of a year that is over lapses once, by the loop', async () => {
	const no = await opened(clerk)
	const year = Number(value('SELECT YEAR(NOW())')) - 1
	sql(`INSERT INTO green_year (account_id, year, station_id, points) SELECT id, ?, station_id, 70 FROM green_account WHERE no = ?;
		INSERT INTO green_entry (uid, station_id, account_id, year, kind, points, happened_at, entered_at)
		SELECT RANDOM_BYTES(16), station_id, id, ?, 'amend', 70, NOW(), NOW() FROM green_account WHERE no = ?`, [year, no, year, no])
	const left = () => sql('SELECT y.points, y.closed_at IS NULL AS open FROM green_year y JOIN green_account a ON a.id = y.account_id WHERE a.no = ? AND y.year = ?', [no, year])[0]
	await until(() => {
		again('activity-close')
		return left().open === '0'
	}, 20_000, { what: 'the year is closed' })
	assert.equal(left().points, '0')
	assert.deepEqual(entries(no).map((e) => [e.kind, e.points]), [['amend', '70'], ['lapse', '-70']])
})
await end()
