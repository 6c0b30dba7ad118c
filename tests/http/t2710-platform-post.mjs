// An effective record is posted by exchange/1 and its receipt is seen by staff; refusals are explained, corrected and sent
// again; nothing is told about a person without consent.
import { assert, cleanup, end, guardGet, guardPost, platformSim, sql, staff, status, test, until, value } from './lib.mjs'
import { consent, lineOf, plantRecords, posted } from './lib/posting.mjs'

const clerk = await staff('liwei')
const manager = await staff('zhangmin')
const rowOf = async (no, client = clerk) => status(await client.getJson(`/platform/${no}`), 200).page
let accepted

/** Nothing of a run before: no planted refusal, no fault, no stopped destination. */
async function fresh() {
	await platformSim('reset', {})
	sql("UPDATE destination SET state = 'on', stop_reason = NULL WHERE code = 'exchange'")
}
await fresh()
cleanup(fresh)

test('an effective record is posted once, with the fields of its tables, and its receipt is on the page', async () => {
	const [uid] = plantRecords({ person: 1, minutes: 95 })
	accepted = await posted(uid)
	const held = (await platformSim('dump?kind=service_record')).find((r) => r.key === accepted.item_key)
	const person = sql('SELECT p.name, COALESCE(v.platform_no, v.no) AS no FROM person p JOIN volunteer v ON v.person_id = p.id WHERE p.id = 1')[0]
	assert.equal(held.receipt, accepted.receipt)
	assert.equal(held.item.name, person.name)
	assert.equal(held.item.volunteer_no, person.no)
	assert.match(held.item.id_no, /^\d{17}[\dX]$/)
	assert.equal(held.item.hours, '1.58')
	assert.equal(held.item.start.slice(11), '09:00:00')
	assert.equal(held.item.end.slice(11), '10:35:00')
	assert.equal(held.item.region, '610502002000000000')
	assert.equal(held.item.evidence, 'scan')
	assert.equal(held.item.content, '清扫楼道')
	const { effects, posts } = await platformSim(`effects?kind=service_record&key=${accepted.item_key}&version=1`)
	assert.deepEqual({ effects, posts }, { effects: 1, posts: 1 })
	const page = await rowOf(accepted.no)
	assert.equal(page.Row.state, 'accepted')
	assert.equal(page.Row.receipt, accepted.receipt)
	assert.equal(page.Tries[0].class, 'ok')
})

test('the list shows receipt, state and a balance that holds', async () => {
	const { Rows } = (await clerk.getJson('/platform/?state=accepted&kind=service_record')).page
	const { Balance } = (await clerk.getJson('/platform/balance')).page
	assert.ok(Rows.every((r) => r.state === 'accepted' && r.kind === 'service_record'))
	assert.ok(Rows.some((r) => r.receipt === accepted.receipt))
	const states = ['waiting', 'leased', 'accepted', 'refused', 'parked', 'withdrawn', 'exported']
	assert.equal(Balance.enqueued, states.reduce((all, s) => all + Balance[s], 0))
	assert.equal(Balance.receipts, Balance.accepted)
	assert.equal(Balance.holds, 1)
	const html = status(await clerk.get('/platform/'), 200).text
	assert.ok(html.includes(accepted.receipt) && html.includes('已受理'))
	status(await clerk.get(`/platform/${accepted.no}`), 200)
	assert.ok(status(await clerk.get('/platform/balance'), 200).text.includes('相符'))
})

test('the payload is sealed where it lies', () => {
	const name = value('SELECT name FROM person WHERE id = 1')
	assert.equal(value(`SELECT COUNT(*) FROM outbox WHERE payload LIKE '%${name}%' OR payload LIKE '%volunteer_no%'`), '0')
})

test('a row of another station is not there', async () => {
	const other = await staff('zhaolei')
	status(await other.getJson(`/platform/${accepted.no}`), 404)
	status(await other.post(`/platform/${accepted.no}/retry`), 404)
	status(await clerk.getJson(`/platform/${'0'.repeat(32)}`), 404)
	status(await clerk.getJson('/platform/nonsense'), 404)
})

test('what was accepted is not sent again', async () => {
	status(await clerk.post(`/platform/${accepted.no}/retry`), 409)
})

test('a refusal shows the platform\'s words; put right, it is sent as a new version', async () => {
	await platformSim('refuse_items', { field: 'place', value: '东风街 12 号院', code: 1002, message: '地点不在本区' })
	const [uid] = plantRecords({ person: 2 })
	const refused = await posted(uid, 'refused')
	assert.equal(refused.reason_code, '1002')
	const page = await rowOf(refused.no)
	assert.equal(page.Row.reason, '地点不在本区')
	assert.equal(typeof page.Row.days_left, 'number')
	const html = status(await clerk.get(`/platform/${refused.no}`), 200).text
	assert.ok(html.includes('地点不在本区') && html.includes('重新上报'))
	sql(`UPDATE activity a JOIN service_record r ON r.activity_id = a.id SET a.place = '胜利大街 18 号' WHERE r.uid = x'${uid}'`)
	status(await clerk.post(`/platform/${refused.no}/retry`), 303)
	const again = await posted(uid)
	await platformSim('reset', {})
	assert.equal(again.version, '2')
	assert.equal(again.item_key, refused.item_key)
	assert.equal((await rowOf(refused.no)).Row.state, 'withdrawn')
	assert.equal(value("SELECT COUNT(*) FROM audit WHERE action = 'outbox.retry'") >= '1', true)
})

test('a row that nobody changed is sent as it was', async () => {
	await platformSim('refuse_items', { field: 'activity_name', value: '平台暂不收', code: 1203, message: '志愿者编号不存在' })
	const [uid] = plantRecords({ person: 3, title: '平台暂不收', place: '别处' })
	const first = await posted(uid, 'refused')
	await platformSim('reset', {})
	status(await clerk.post(`/platform/${first.no}/retry`), 303)
	const again = await posted(uid)
	assert.equal(again.no, first.no)
	assert.equal(again.version, '1')
})

test('what a platform needs and a record lacks is said beside the row, and not sent', async () => {
	const before = (await platformSim('report')).posts
	sql('UPDATE station SET person_in_charge = \'\' WHERE no = 2')
	const [uid] = plantRecords({ person: 41, station: 2, title: '没有负责人', leader: '' })
	const row = await posted(uid, 'refused')
	sql("UPDATE station SET person_in_charge = '刘洋' WHERE no = 2")
	assert.equal(row.reason_code, 'mapping')
	assert.equal(row.reason, 'missing person_in_charge')
	assert.equal((await platformSim('report')).posts, before)
	const other = await staff('zhaolei')
	const html = status(await other.get(`/platform/${row.no}`), 200).text
	assert.ok(html.includes('缺少平台必填项：负责人'))
	const { Row } = await rowOf(row.no, other)
	assert.equal(Row.words, '缺少平台必填项：负责人')
})

test('without consent nothing is put in line; a later consent brings it, though nobody noted it', async () => {
	consent(5, false)
	cleanup(() => consent(5, true))
	const [uid] = plantRecords({ person: 5 })
	const [marker] = plantRecords({ person: 6 })
	await posted(marker)
	assert.equal(lineOf(uid), undefined)
	consent(5, true)
	await posted(uid)
})

test('a consent withdrawn before sending takes the row down', async () => {
	await platformSim('faults', { rules: [{ path: '/v1/', kind: '429' }] })
	const [uid] = plantRecords({ person: 7, title: '同意撤回前' })
	await until(() => lineOf(uid), 20_000, { what: 'the row' })
	sql(`UPDATE outbox SET state = 'waiting', lease_until = NULL, epoch = epoch + 1, doubtful = 0,
		next_at = NOW(3) + INTERVAL 1 SECOND WHERE record_uid = x'${uid}' AND state IN ('waiting', 'leased')`)
	consent(7, false)
	cleanup(() => consent(7, true))
	await platformSim('faults', { rules: [] })
	const row = await posted(uid, 'withdrawn')
	assert.equal(row.reason_code, 'no_consent')
	const held = (await platformSim('dump?kind=service_record')).find((r) => r.key === row.item_key)
	assert.equal(held, undefined)
})

test('refused credentials stop the destination; a manager starts it again', async () => {
	await platformSim('faults', { rules: [{ path: '/v1/', kind: '401' }] })
	const [uid] = plantRecords({ person: 8 })
	await until(() => value("SELECT state FROM destination WHERE code = 'exchange'") === 'stopped', 30_000, { what: 'stopped' })
	const row = await until(() => {
		const one = lineOf(uid)
		return one?.state === 'waiting' && one
	}, 10_000, { what: 'waiting again' })
	assert.equal(row.attempts, '0')
	const html = status(await manager.get('/platform/'), 200).text
	assert.ok(html.includes('已停止上报') && html.includes('恢复上报'))
	await platformSim('faults', { rules: [] })
	status(await clerk.post('/platform/destination/exchange/resume'), 403)
	status(await manager.post('/platform/destination/nowhere/resume'), 404)
	status(await manager.post('/platform/destination/exchange/resume'), 303)
	status(await manager.post('/platform/destination/exchange/resume'), 409)
	await posted(uid)
})

guardGet('/platform/')
guardGet('/platform/balance')
const of = () => accepted.no
guardGet('/platform/{}', { of, elsewhere: 'zhaolei' })
guardPost('/platform/{}/retry', { of, elsewhere: 'zhaolei' })
guardPost('/platform/destination/exchange/resume', { right: 'zhangmin' })

test('the wrong method is told so', async () => {
	status(await clerk.post('/platform/'), 405)
	status(await clerk.getJson(`/platform/${'0'.repeat(32)}/retry`), 405)
})

// log-allowed: destination exchange stopped: HTTP 401
await end()
