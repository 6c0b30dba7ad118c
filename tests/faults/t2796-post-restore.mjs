// Yesterday's backup comes back: nothing that was posted since is posted again, what had not been posted is, and what the
// platform has and we no longer know is reported. With the real mariadb-dump.
//
// log-allowed: destination exchange
import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { assert, cleanup, end, sql, staff, startSim, status, test, until, value } from '../http/lib.mjs'
import { accepted, ids, inLine, told, via } from './lib/line.mjs'
import { BUILD, differences, impatient, plantMany, quiet, standing, startPoster, suite, workFolder } from './lib/poster.mjs'
import { table } from './lib/table.mjs'

const SIZES = { old: 150, corrected: 20, waiting: 80, never: 30 }
const NEW = 50
const NOTED = 40
const dir = workFolder()
await quiet()
const sim = await startSim('platform', [])
cleanup(() => sim.stop())
const { struck, print } = table('yesterday\'s backup')
const env = impatient(sim.url, dir)
const socket = ['--no-defaults', `--socket=${process.env.DB_SOCKET}`, '--default-character-set=utf8mb4']
const backup = join(dir, 'backup.sql')
const keys = (title) => ids(title).map((row) => row.item_key).sort()

// what the backup knows: some accepted, some of them corrected later, some waiting; of these some never go before the disaster
const line = {}
for (const [label, n] of Object.entries(SIZES))
	line[label] = await inLine([label], { n, env, dir })
const title = (label) => line[label].title(label)
const release = (label) => line[label].release(label)
let poster = startPoster(env, dir)
let before, fresh, noted, orphans

async function stop() {
	poster.kill('SIGTERM')
	await poster.gone
}

test('a day goes on after the backup', async () => {
	for (const label of ['old', 'corrected']) {
		release(label)
		await accepted(title(label), SIZES[label])
	}
	// and some that a program has just noted, and that nobody has put in line yet
	await stop()
	noted = plantMany(NOTED, 'noted')
	sql(`INSERT INTO outbox_todo (source, record_id, station_id) SELECT 'service_record', r.id, r.station_id FROM service_record r
		JOIN activity a ON a.id = r.activity_id WHERE a.title = '${noted}'`)
	writeFileSync(backup, execFileSync('mariadb-dump', [...socket, '--single-transaction', '--quick', 'zyz'], { maxBuffer: 1 << 30 }))
	poster = startPoster(env, dir)
	await accepted(noted, NOTED)
	release('waiting')
	await accepted(title('waiting'), SIZES.waiting)
	sql(`UPDATE activity SET place = '新址' WHERE title = '${title('corrected')}';
		UPDATE service_record r JOIN activity a ON a.id = r.activity_id SET r.version = 2 WHERE a.title = '${title('corrected')}'`)
	fresh = plantMany(NEW, 'new')
	// one that just started looks through the tables at once
	await stop()
	poster = startPoster(env, dir)
	await accepted(fresh, NEW, 40_000)
	await until(() => standing(title('corrected')).accepted === 2 * SIZES.corrected, 40_000, { what: 'corrections accepted' })
	orphans = keys(fresh)
	await stop()
	before = (await sim.control('report')).posts
	assert.equal(before, SIZES.old + 2 * SIZES.corrected + SIZES.waiting + NOTED + NEW)
}, { timeout: 120_000 })

test('the database is lost and comes back as it was yesterday', () => {
	suite('stop', 'web', 'programs')
	execFileSync('mariadb', [...socket, '-e', 'DROP DATABASE zyz; CREATE DATABASE zyz CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci'])
	execFileSync('mariadb', [...socket, 'zyz'], { input: readFileSync(backup) })
	const said = execFileSync(`${BUILD}/bin/zyz-admin`, ['restored'], { env: process.env, encoding: 'utf8' })
	assert.match(said, /^exchange: compared before anything is sent; \d+ rows wait$/m)
	assert.doesNotMatch(said, /^file:/m)
	suite('start', 'programs', 'web')
	assert.equal(value("SELECT reconcile_only FROM destination WHERE code = 'exchange'"), '1')
	assert.equal(value("SELECT COUNT(*) FROM destination WHERE code = 'file' AND reconcile_only = 1"), '0')
	assert.equal(standing(title('waiting')).waiting, SIZES.waiting)
	assert.equal(standing(noted).waiting, NOTED)
	assert.equal(sql(`SELECT id FROM activity WHERE title = '${fresh}'`).length, 0)
})

test('nothing is sent before all was compared, and then only what was never sent', async () => {
	// one row that a comparison leaves open must not come before the comparison has ended
	await sim.control('faults', { rules: [{ path: '/v1/', method: 'GET', kind: 'truncated' }] })
	poster = startPoster(env, dir)
	await until(() => value("SELECT COUNT(*) FROM reconcile_run WHERE state = 'failed' AND note <> 'restored'") >= '1', 20_000)
	assert.equal((await sim.control('report')).posts, before, 'a comparison that broke off lets nothing go')
	await sim.control('faults', { rules: [] })
	await stop()
	poster = startPoster(env, dir)
	await until(() => value("SELECT reconcile_only FROM destination WHERE code = 'exchange'") === '0', 40_000, { what: 'compared' })
	await accepted(title('waiting'), SIZES.waiting)
	assert.equal(via(title('waiting')).reconcile, SIZES.waiting)
	assert.equal(via(noted).reconcile, NOTED)
	await accepted(title('never'), SIZES.never)
	const { repeated, twice } = await sim.control('report')
	assert.deepEqual({ repeated, twice }, { repeated: 0, twice: [] })
	for (const label of ['old', 'waiting', 'never'])
		assert.deepEqual(await differences(title(label), sim), [], label)
	assert.deepEqual(await differences(noted, sim), [])
	struck('restore of yesterday\'s backup', 1, `nothing posted twice; not known as posted: ${told(title('waiting'))}; ` +
		`never posted: ${told(title('never'))}`)
}, { timeout: 120_000 })

test('what only the platform knows is reported, and newer versions there', async () => {
	const found = (what) => sql(`SELECT item_key FROM reconcile_diff WHERE state = 'open' AND what = '${what}'`).map((r) => r.item_key).sort()
	assert.deepEqual(found('extra'), orphans)
	assert.deepEqual(found('newer'), keys(title('corrected')))
	const manager = await staff('zhangmin')
	const { Diffs, Runs } = status(await manager.getJson('/platform/reconcile'), 200).page
	assert.ok(Diffs.length > 0)
	assert.equal(Runs[0].state, 'done')
	assert.ok(Runs[0].different >= NEW + SIZES.corrected)
	const { Balance } = (await manager.getJson('/platform/balance')).page
	assert.equal(Balance.holds, 1, JSON.stringify(Balance))
	struck('orphans', orphans.length, 'each reported to staff')
	struck('newer versions there', SIZES.corrected, 'each reported to staff')
	print()
	await stop()
	sql("UPDATE reconcile_diff SET state = 'mended' WHERE state = 'open'")
})

await end()
