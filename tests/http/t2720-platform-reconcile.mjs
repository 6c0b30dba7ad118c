// Ours and the platform's are compared key by key; what differs is shown to its station and mended with one click; a
// receipt that was lost is found; after a restore nothing is sent before the comparison.
//
// log-allowed: destination exchange
import { assert, cleanup, end, guardGet, guardPost, platformSim, sql, staff, status, test, until, value } from './lib.mjs'
import { lineOf, plantRecords, posted } from './lib/posting.mjs'

const clerk = await staff('liwei')
const page = async (client = clerk) => status(await client.getJson('/platform/reconcile'), 200).page

const waited = []

/** What the platform and we hold begins equal: a simulator that forgot everything is told all again. */
async function level() {
	await platformSim('faults', { rules: [] })
	sql("UPDATE destination SET state = 'on', stop_reason = NULL, reconcile_only = 0; DELETE FROM breaker")
	await compare()
	sql(`UPDATE outbox o JOIN reconcile_diff f ON f.outbox_id = o.id SET o.state = 'waiting', o.doubtful = 0, o.next_at = NOW(3)
		WHERE f.state = 'open' AND o.state = 'accepted' AND f.what IN ('missing', 'older', 'receipt');
		UPDATE reconcile_diff SET state = 'mended'`)
	await until(() => value("SELECT COUNT(*) FROM outbox WHERE state IN ('waiting', 'leased')") === '0', 30_000, { what: 'all sent' })
}

/** Asks for a comparison and waits until it was done. Returns its row. */
async function compare() {
	status(await clerk.post('/platform/reconcile'), 303)
	const last = value('SELECT MAX(id) FROM reconcile_run')
	const run = await until(() => {
		const [row] = sql(`SELECT *, TIMESTAMPDIFF(MICROSECOND, asked_at, started_at) / 1e6 AS waited FROM reconcile_run
			WHERE id >= ${last} AND state IN ('done', 'failed') ORDER BY id DESC LIMIT 1`)
		return row
	}, 40_000, { what: 'comparison' })
	waited.push(Number(run.waited))
	return run
}

const differenceOf = async (key) => (await page()).Diffs?.find((d) => d.item_key === key)
await clerk.getJson('/platform/')
const [equal, lost, mixed, newer, extra] = [1, 2, 3, 4, 6].map((person) => plantRecords({ person })[0])
const restored = plantRecords({ n: 6, person: 12 })
await level()

test('when both sides are equal, nothing is to do', async () => {
	await posted(equal)
	await level()
	const run = await compare()
	assert.equal(run.state, 'done')
	assert.equal(run.different, '0')
	assert.equal(run.ours, run.same)
	const { Runs, Days, Diffs } = await page()
	assert.equal(Runs[0].state, 'done')
	assert.ok(Days.some((d) => d.kind === 'service_record' && d.ours === d.same))
	assert.equal(Diffs, undefined)
	assert.ok(status(await clerk.get('/platform/reconcile'), 200).text.includes('与平台对账'))
})

test('a record that the platform lost is sent again', async () => {
	const row = await posted(lost)
	await platformSim('forget', { kind: 'service_record', key: row.item_key })
	await compare()
	const d = await differenceOf(row.item_key)
	assert.equal(d.what, 'missing')
	assert.equal(d.line, row.no)
	status(await clerk.post(`/platform/reconcile/${d.no}/mend`), 303)
	status(await clerk.post(`/platform/reconcile/${d.no}/mend`), 409)
	const again = await posted(lost)
	assert.notEqual(again.receipt, row.receipt)
	assert.equal(value(`SELECT receipt FROM receipt WHERE outbox_id = ${again.id}`), again.receipt)
	assert.equal((await compare()).different, '0')
})

test('a receipt that is another\'s is put right', async () => {
	const row = await posted(mixed)
	sql(`UPDATE outbox SET receipt = 'R2026FALSE' WHERE id = ${row.id}`)
	await compare()
	const d = await differenceOf(row.item_key)
	assert.equal(d.what, 'receipt')
	status(await clerk.post(`/platform/reconcile/${d.no}/mend`), 303)
	assert.equal((await posted(mixed)).receipt, row.receipt)
})

test('a newer version there is overtaken by what the record says here', async () => {
	const uid = newer
	const row = await posted(uid)
	// as after a restore: version 2 was sent, and our rows know only version 1
	sql(`UPDATE activity a JOIN service_record r ON r.activity_id = a.id SET a.place = '新址' WHERE r.uid = x'${uid}';
		UPDATE service_record SET version = 2 WHERE uid = x'${uid}'`)
	await until(() => lineOf(uid)?.version === '2' && lineOf(uid).state === 'accepted', 60_000, { what: 'version 2' })
	const two = lineOf(uid)
	sql(`DELETE FROM receipt WHERE outbox_id = ${two.id}; DELETE FROM attempt WHERE outbox_id = ${two.id}; SET @f = 0`)
	sql(`UPDATE service_record SET version = 1 WHERE uid = x'${uid}'; DELETE f FROM reconcile_diff f WHERE f.outbox_id = ${two.id};
		DELETE FROM outbox WHERE id = ${two.id}`)
	await compare()
	const d = await differenceOf(row.item_key)
	assert.equal(d.what, 'newer')
	assert.equal(d.their_version, 2)
	status(await clerk.post(`/platform/reconcile/${d.no}/mend`), 303)
	const three = await posted(uid)
	assert.equal(three.version, '3')
	assert.equal(three.item_key, row.item_key)
})

test('a record that only the platform has is withdrawn there', async () => {
	const uid = extra
	const row = await posted(uid)
	// nothing of it is left here
	sql(`DELETE FROM receipt WHERE outbox_id = ${row.id}; DELETE FROM attempt WHERE outbox_id = ${row.id};
		DELETE FROM outbox WHERE id = ${row.id}; DELETE FROM service_record WHERE uid = x'${uid}'`)
	await compare()
	const manager = await staff('zhangmin')
	const d = (await page(manager)).Diffs.find((x) => x.item_key === row.item_key)
	assert.equal(d.what, 'extra')
	status(await clerk.post(`/platform/reconcile/${d.no}/mend`), 404)
	status(await manager.post(`/platform/reconcile/${d.no}/mend`), 303)
	const gone = await posted(uid)
	assert.equal(gone.op, 'withdraw')
	const held = (await platformSim('dump?kind=service_record')).find((r) => r.key === row.item_key)
	assert.equal(held.op, 'withdraw')
	assert.equal((await compare()).different, '0')
})

test('after a restore the lines are compared before anything is sent, and nothing is sent twice', async () => {
	const uids = restored
	const rows = []
	for (const uid of uids)
		rows.push(await posted(uid))
	const before = (await platformSim('report')).posts
	// yesterday's backup: these six were still waiting then, and are due once the poster knows of the restore
	const ids = rows.map((r) => r.id).join()
	const runs = Number(value('SELECT COUNT(*) FROM reconcile_run'))
	sql(`UPDATE destination SET reconcile_only = 1 WHERE code = 'exchange';
		DELETE c FROM receipt c WHERE c.outbox_id IN (${ids});
		UPDATE outbox SET state = 'waiting', receipt = NULL, doubtful = 0, attempts = 0, first_sent_at = NULL, settled_at = NULL,
		next_at = NOW(3) + INTERVAL 1 DAY WHERE id IN (${ids})`)
	await until(() => Number(value('SELECT COUNT(*) FROM reconcile_run')) > runs, 20_000, { what: 'its comparison' })
	sql(`UPDATE outbox SET next_at = NOW(3) WHERE id IN (${ids}) AND state = 'waiting'`)
	for (const [i, uid] of uids.entries())
		assert.equal((await posted(uid)).receipt, rows[i].receipt)
	await until(() => value("SELECT reconcile_only FROM destination WHERE code = 'exchange'") === '0', 20_000)
	assert.equal((await platformSim('report')).posts, before)
	assert.equal(value(`SELECT COUNT(*) FROM receipt WHERE via = 'reconcile' AND outbox_id IN (${ids})`), '6')
	const keys = rows.map((r) => r.item_key)
	const { twice } = await platformSim('report')
	assert.deepEqual(twice.filter(({ id }) => keys.includes(id.split(' ')[1])), [])
})

test('a platform that breaks off in the middle of its list changes nothing', async () => {
	await platformSim('faults', { rules: [{ path: '/v1/', method: 'GET', kind: 'truncated' }] })
	const run = await compare()
	await platformSim('faults', { rules: [] })
	assert.equal(run.state, 'failed')
	assert.ok(run.note.length > 0)
	assert.equal((await page()).Runs[0].state, 'failed')
})

test('nobody waits long for a comparison to begin', () => {
	const middle = waited.sort((a, b) => a - b)[waited.length >> 1]
	assert.ok(middle < 2, `seconds: ${waited.join(' ')}`)
})

test('what is no difference, or another station\'s, is not there', async () => {
	status(await clerk.post(`/platform/reconcile/${'0'.repeat(32)}/mend`), 404)
	status(await clerk.post('/platform/reconcile/nonsense/mend'), 404)
	status(await clerk.getJson(`/platform/reconcile/${'0'.repeat(32)}/mend`), 405)
})

guardGet('/platform/reconcile')
guardPost('/platform/reconcile')
const of = () => value(`SELECT LOWER(HEX(f.uid)) FROM reconcile_diff f JOIN outbox o ON o.id = f.outbox_id JOIN station s ON
	s.id = o.station_id WHERE s.no = 1 LIMIT 1`)
guardPost('/platform/reconcile/{}/mend', { of, elsewhere: 'zhaolei' })
cleanup(level)
await end()
