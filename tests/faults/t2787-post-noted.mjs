// What programs noted is put in line once, whoever else is at it: several posters, and a record that is taken back at the
// very moment its row is made.
//
// log-allowed: destination exchange
import { assert, cleanup, end, sql, startSim, test, until, value } from '../http/lib.mjs'
import { opened } from './lib/held.mjs'
import { differences, impatient, plantMany, quiet, standing, startPoster, workFolder } from './lib/poster.mjs'

const N = 500
const dir = workFolder()
await quiet()
const sim = await startSim('platform', [])
cleanup(() => sim.stop())
const env = impatient(sim.url, dir)
const note = (title) => sql(`INSERT INTO outbox_todo (source, record_id, station_id) SELECT 'service_record', r.id, r.station_id
	FROM service_record r JOIN activity a ON a.id = r.activity_id WHERE a.title = '${title}' ORDER BY r.id DESC`)
const recordsOf = (title, what) => `UPDATE service_record r JOIN activity a ON a.id = r.activity_id SET ${what} WHERE a.title = '${title}'`
const noted = () => Number(value('SELECT COUNT(*) FROM outbox_todo'))
const once = () => startPoster(env, dir, { args: ['once'] }).gone

// what the demo community has to tell is told
await once()
await sim.control('reset', {})

test('four posters, every record noted twice: one row and one effect each', async () => {
	const title = plantMany(N, 'noted')
	note(title)
	note(title)
	const ends = await Promise.all(Array.from({ length: 4 }, once))
	assert.deepEqual(ends.map(({ code }) => code), [0, 0, 0, 0])
	await once()
	const { total, accepted, receipts } = standing(title)
	assert.deepEqual({ total, accepted, receipts, noted: noted() }, { total: N, accepted: N, receipts: N, noted: 0 })
	assert.deepEqual(await differences(title, sim), [])
	const { effects, posts } = await sim.control('report')
	assert.deepEqual({ effects, posts }, { effects: N, posts: N })
})

test('taken back while its row is made: the poster waits, and makes none', async () => {
	const title = plantMany(1, 'back')
	note(title)
	const other = opened()
	await other.run(recordsOf(title, "r.state = 'withdrawn', r.ended_at = NOW(), r.end_reason = '重复登记'"))
	const poster = once()
	// the server renews this table only when nobody has read it for a tenth of a second
	await until(() => value("SELECT COUNT(*) FROM information_schema.INNODB_TRX WHERE trx_state = 'LOCK WAIT'") === '1', 10_000,
		{ every: 250, what: 'the poster waits for the record' })
	assert.equal(noted(), 1)
	await other.run('COMMIT')
	assert.equal((await poster).code, 0)
	assert.equal(noted(), 0)
	assert.equal(standing(title).none, 1)
	await other.close()
})

test('what another poster has in hand is left to it', async () => {
	const [mine, theirs] = [plantMany(1, 'mine'), plantMany(1, 'theirs')]
	sql("UPDATE destination SET state = 'stopped' WHERE code = 'exchange'")
	note(theirs)
	const other = opened()
	await other.run(`SELECT t.id FROM outbox_todo t FOR UPDATE`)
	note(mine)
	const poster = startPoster(env, dir)
	await until(() => standing(mine).waiting === 1, 10_000, { what: 'ours is in line' })
	assert.equal(noted(), 1)
	await other.run('ROLLBACK')
	await until(() => noted() === 0 && standing(theirs).waiting === 1, 10_000, { what: 'theirs, left behind, is in line' })
	poster.kill('SIGTERM')
	await poster.gone
	await other.close()
})

await end()
