// What is old goes, by its setting; what a proof or somebody's work needs stays: what waits for a platform, the newest
// that one took, a comparison with an open difference.
import { spawnSync } from 'node:child_process'
import { assert, end, sql, test, value } from './lib.mjs'

const { BUILD = 'build' } = process.env
const sweep = (env = {}) => spawnSync(`${BUILD}/bin/zyz-admin`, ['sweep'], { encoding: 'utf8', env: { ...process.env, ...env } })
const ids = (table) => sql(`SELECT id FROM ${table} ORDER BY id`).map((r) => Number(r.id))
const OLD = "'2003-05-06 07:08:09'"
const station = value('SELECT MIN(id) FROM station')
const person = value('SELECT MIN(person_id) FROM volunteer')
const to = value('SELECT MIN(id) FROM destination')

// Ids grow with time: what is planted as old stands before all else.
let next = -100000
const first = () => ++next
function posting(uid, version, state, at) {
	const id = first()
	sql(`INSERT INTO outbox (id, idem, item_key, destination_id, kind, record_uid, version, station_id, payload, payload_sha, state, receipt, created_at, settled_at)
		VALUES (${id}, UNHEX(MD5('${uid}${version}')), '${uid}', ${to}, 'volunteer', UNHEX(MD5('${uid}')), ${version}, ${station}, '{}', UNHEX(SHA2('{}', 256)),
		'${state}', IF('${state}' = 'accepted', 'R${id}', NULL), ${at}, ${at})`)
	if (state === 'accepted') sql(`INSERT INTO receipt (destination_id, outbox_id, receipt, via, at) VALUES (${to}, ${id}, 'R${id}', 'answer', ${at})`)
	sql(`INSERT INTO attempt (id, batch, outbox_id, epoch, at, class) VALUES (${first()}, UNHEX(MD5('b')), ${id}, 1, ${at}, 'ok')`)
	return id
}
const attempts = (id) => Number(value(`SELECT COUNT(*) FROM attempt WHERE outbox_id = ${id}`))
const here = (id) => ids('outbox').includes(id)

test('sessions, tries, comparisons, superseded postings and the log go; what is young or needed stays', () => {
	const sessions = ids('session').length
	sql(`INSERT INTO session (id, token_hash, kind, person_id, created_at, seen_at, expires_at)
		SELECT CAST(seq AS SIGNED) - 90000, UNHEX(SHA2(CONCAT('old', seq), 256)), 'volunteer', ${person}, ${OLD}, ${OLD}, IF(seq = 700, NOW() + INTERVAL 1 DAY, ${OLD}) FROM seq_1_to_1203`)
	const [was, is] = [posting('twice', 1, 'accepted', OLD), posting('twice', 2, 'accepted', OLD)]
	const [lone, young] = [posting('thrice', 1, 'accepted', OLD), posting('thrice', 2, 'accepted', 'NOW()')]
	const waits = posting('waits', 1, 'parked', OLD)
	const [done, open] = [first(), first()]
	for (const id of [done, open]) {
		sql(`INSERT INTO reconcile_run (id, destination_id, asked_at, state) VALUES (${id}, ${to}, ${OLD}, 'done')`)
		sql(`INSERT INTO reconcile_part (run_id, station_id, kind, day) VALUES (${id}, ${station}, 'volunteer', '2003-05-06')`)
		sql(`INSERT INTO reconcile_diff (id, uid, run_id, destination_id, kind, item_key, what, state)
			VALUES (${id}, UNHEX(MD5('${id}')), ${id}, ${to}, 'volunteer', 'gone', 'extra', '${id === done ? 'mended' : 'open'}')`)
	}
	const acts = ids('audit').length
	sql(`INSERT INTO audit (id, at, actor_kind, action, target) VALUES (${first()}, ${OLD}, 'system', 'sweep.rows', 'audit')`)

	const r = sweep()
	assert.equal(r.status, 0, r.stderr)
	assert.match(r.stdout, /^session: 1202 rows older than 30 days$/m)
	assert.match(r.stdout, /^audit: 1 rows older than 3653 days$/m)
	assert.equal(ids('session').length, sessions + 1)
	assert.ok(!here(was) && here(is), 'the version before the newest one')
	assert.equal(Number(value(`SELECT COUNT(*) FROM receipt WHERE outbox_id IN (${was}, ${is})`)), 1)
	assert.ok(here(lone) && here(young), 'the newer one was taken yesterday')
	assert.deepEqual([is, lone, young, waits].map(attempts), [0, 0, 1, 1])
	assert.deepEqual(ids('reconcile_run').filter((id) => id < 0), [open])
	assert.equal(Number(value(`SELECT COUNT(*) FROM reconcile_part WHERE run_id = ${open}`)), 1)
	// Each table that lost something is noted; the planted line of the log is gone.
	const noted = sql("SELECT target, detail FROM audit WHERE action = 'sweep.rows' ORDER BY id DESC LIMIT 5")
	assert.deepEqual(noted.map((n) => n.target).sort(), ['attempt', 'audit', 'outbox', 'reconcile_run', 'session'])
	assert.equal(ids('audit').length, acts + 5)
})

test('a second time there is nothing to do, and a setting below its least is refused', () => {
	const again = sweep()
	assert.deepEqual([again.status, again.stdout], [0, ''], again.stderr)
	const few = sweep({ ZYZ_AUDIT_DAYS: '30' })
	assert.notEqual(few.status, 0)
	assert.match(few.stderr, /audit_days/)
	// A lease that ends while its call is under way made a poster claim and put back for ever, without a word.
	const short = sweep({ ZYZ_POST_LEASE: '20', ZYZ_HTTP_TIMEOUT: '20' })
	assert.notEqual(short.status, 0)
	assert.match(short.stderr, /post_lease.*longer than http_timeout/)
	sql("DELETE FROM session WHERE id < 0")
	for (const table of ['reconcile_diff', 'reconcile_part']) sql(`DELETE FROM ${table} WHERE run_id < 0`)
	sql('DELETE FROM reconcile_run WHERE id < 0')
	sql("DELETE FROM attempt WHERE outbox_id < 0")
	sql("DELETE FROM receipt WHERE outbox_id < 0")
	sql("DELETE FROM outbox WHERE id < 0")
})
await end()
