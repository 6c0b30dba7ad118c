// The audit pack of a thousand records: at most 10 MB, made without the worker growing with it, and zyz-verify finds in it what its page
// finds, by the published key.
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client, assert, cleanup, end, sql, status, test, until, value } from './lib.mjs'
import { beijing, dayFrom } from './lib/activity.mjs'
import { appoint, place } from './lib/admin.mjs'
import { marked } from './lib/mark.mjs'

const { BUILD = 'build', VAR = 'var' } = process.env
const EACH = 500, RECORDS = 2 * EACH
const dir = mkdtempSync(join(tmpdir(), 'zyz-pack-'))
cleanup(() => rmSync(dir, { recursive: true }))

/* A county of its own, so that all of its hours went the whole way. */
const { reviewer } = await place(9436, '610527001', '白水千条志愿服务站')
const overseer = await appoint('overseer_9436', 'overseer', '610527')
const STATION = '(SELECT id FROM station WHERE no = 9436)'

/** An activity of yesterday with so many who were on its roll, as the leader closed it. */
function plant(n) {
	const tag = `${process.pid}${n}`, day = dayFrom(-1)
	sql(`SET @s = ${STATION}, @f = (SELECT MIN(f.id) FROM staff f JOIN staff_role o ON o.staff_id = f.id WHERE o.station_id = ${STATION} AND o.role = 'clerk'),
			@p = (SELECT MAX(id) FROM person);
		INSERT INTO person (id, uid, name, birth_on, id_type, commit_salt) SELECT @p + seq, RANDOM_BYTES(16), CONCAT('志愿', seq), '1980-01-01', '01',
			RANDOM_BYTES(16) FROM seq_1_to_${EACH};
		INSERT INTO volunteer (person_id, no, station_id, region_code, registered_at) SELECT @p + seq, CONCAT('VK${tag}', seq), @s, '610527001', NOW()
			FROM seq_1_to_${EACH};
		INSERT INTO activity (uid, no, station_id, title, content, category, starts_at, ends_at, place, region_code, state, created_by, published_by,
			published_at, record_due_on) VALUES (RANDOM_BYTES(16), 'AK${tag}', @s, '清洁家园，清理楼道与老旧小区公共区域', '清理楼道', '0009',
			'${day} 09:00:00', '${day} 11:00:00', '胜利社区', '610527001', 'recording', @f, @f, '${dayFrom(-3)} 09:00:00', '${dayFrom(9)}');
		SET @a = LAST_INSERT_ID();
		INSERT INTO roster (activity_id, person_id, station_id) SELECT @a, @p + seq, @s FROM seq_1_to_${EACH};
		INSERT INTO attendance (uid, activity_id, person_id, station_id, direction, at, method) SELECT RANDOM_BYTES(16), @a, @p + seq, @s, w.way,
			IF(w.way = 'in', '${day} 09:00:00', '${day} 10:30:00'), 'list' FROM seq_1_to_${EACH} JOIN (SELECT 'in' AS way UNION SELECT 'out') w;
		INSERT INTO volunteer_day (person_id, day, minutes) SELECT @p + seq, '${day}', 90 FROM seq_1_to_${EACH};
		INSERT INTO service_record (uid, no, station_id, activity_id, person_id, served_on, starts_at, ends_at, minutes, evidence, category, content,
			activity_published_at, logger_id, logged_at) SELECT RANDOM_BYTES(16), CONCAT('R8${tag}', LPAD(seq, 4, '0')), @s, @a, @p + seq, '${day}', '${day} 09:00:00',
			'${day} 10:30:00', 90, 'list', '0009', '清洁家园', '${dayFrom(-3)} 09:00:00', @f, '${beijing(Date.now())}' FROM seq_1_to_${EACH}`)
	return `AK${tag}`
}
async function effective(no) {
	const of = `activity_id = (SELECT id FROM activity WHERE no = '${no}')`
	status(await reviewer.post('/activity/manage/review', { record: sql(`SELECT no FROM service_record WHERE ${of}`).map((r) => r.no), note: '' }), 303)
	sql(`UPDATE service_record SET notice_until = '${dayFrom(-1)}' WHERE ${of}`)
	marked(`r.${of} AND r.state = 'notice'`)
	status(await reviewer.post(`/activity/manage/${no}/archive`), 303)
}
for (const n of [1, 2]) await effective(plant(n))
const head = () => sql('SELECT size, at_ms FROM tree_head ORDER BY no DESC LIMIT 1')[0]
const last = () => value(`SELECT MAX(l.seq) FROM ledger_leaf l JOIN ledger_event e ON e.id = l.event_id JOIN service_record r ON r.uid = e.record_uid
	WHERE r.station_id = ${STATION} HAVING COUNT(*) = ${RECORDS}`)
await until(() => last() !== undefined && Number(head().size) > Number(last()), 120_000, { every: 500, what: 'a head over the hours' })
const made = await overseer.submit('/activity/spots', { title: '白水千条抽查', what: 'record', from_on: dayFrom(-2), to_on: dayFrom(0), percent: 100 })
const uid = status(made, 303).location.match(/spots\/([0-9a-f]{32})/)[1]
sql(`UPDATE service_record SET effective_at = effective_at - INTERVAL 1 HOUR WHERE station_id = ${STATION}`)
sql(`UPDATE spot_check SET since = FROM_UNIXTIME(FLOOR(? / 1000) - 1) WHERE uid = x'${uid}'`, [head().at_ms])
status(await overseer.post(`/activity/spots/${uid}/draw`), 303)

const [parent] = readFileSync(`${VAR}/run/activity.pid`, 'utf8').split(' ')
const peaks = () => execFileSync('pgrep', ['-P', parent], { encoding: 'utf8' }).trim().split('\n')
	.map((pid) => Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) / 1024)
const before = Math.max(...peaks())
const pack = status(await overseer.get(`/activity/spots/${uid}/pack`), 200).text
const grew = Math.max(...peaks()) - before
const key = join(dir, 'key')
writeFileSync(key, (await new Client().get('/activity/ledger/key')).text)
function check(text, ...more) {
	writeFileSync(join(dir, 'pack.html'), text)
	const r = spawnSync(`${BUILD}/bin/zyz-verify`, ['pack', join(dir, 'pack.html'), ...more], { encoding: 'utf8' })
	return { code: r.status, out: r.stdout + r.stderr }
}
const verdict = (text, ...more) => check(text, ...(more.length ? more : ['--key', key]))

test('a thousand records are at most 10 MB, and the worker does not hold them', () => {
	const size = Buffer.byteLength(pack) / 1e6
	if (process.env.SAY) console.log(`# ${size.toFixed(2)} MB, the worker's peak grew by ${grew.toFixed(1)} MB`)
	assert.ok(size <= 10, `${size} MB`)
	// What is a piece of its own under ASan is no measure; a step is 100 records.
	assert.ok(grew < (BUILD.includes('san') ? 200 : 10), `${grew} MB more`)
})

test('zyz-verify says what it holds, and whether its key is the published one', () => {
	const good = verdict(pack)
	assert.equal(good.code, 0, good.out)
	for (const line of ['pack        白水千条抽查', `records     ${RECORDS}`, `drawn       ${RECORDS} of ${RECORDS}`, 'as it was published', 'signature   good'])
		assert.ok(good.out.includes(line), `${line} in\n${good.out}`)
	const alone = check(pack)
	assert.equal(alone.code, 0)
	assert.match(alone.out, /not compared/)
	const other = join(dir, 'other')
	writeFileSync(other, `${'ab'.repeat(32)}\n`)
	assert.match(verdict(pack, '--key', other).out, /not the one that was given/)
})

/** One hex digit behind this text is another. */
function flip(behind, by = 0) {
	const at = pack.indexOf(behind, pack.indexOf('id="rows"')) + behind.length + by
	return `${pack.slice(0, at)}${pack[at] === '0' ? '1' : '0'}${pack.slice(at + 1)}`
}
for (const [what, behind, by] of [
	['a record', '"no":"', 8], ['a name', '"name":"', 0], ['what the ledger has of a record', '"fields":"', 301], ['a proof', '"path":"', 3],
	['a commitment', '"commitment":"', 0], ['the head', '"head":{"no":', 0], ['its root', '"root":"', 5], ['its signature', '"signature":"', 9],
	['the signature of it all', 'id="sign">', 12], ['the seed', '"seed":"', 1], ['the promise', '"seed_hash":"', 1], ['the key', '"key":"', 1]])
	test(`one byte of ${what} is found`, () => {
		const r = verdict(flip(behind, by))
		assert.equal(r.code, 1, r.out)
		assert.match(r.out, /FORGED/)
		assert.equal(check(flip(behind, by)).code, 1, 'by its own key as well')
	})

test('a record left out, two that changed places, one twice, a cut end', () => {
	const [, rows] = pack.match(/id="rows">([^<]*)</)
	const lines = rows.split('\n')
	const forged = (other) => verdict(pack.replace(rows, other)).code
	assert.equal(forged([...lines.slice(0, 10), ...lines.slice(11)].join('\n')), 1)
	assert.equal(forged([lines[1], lines[0], ...lines.slice(2)].join('\n')), 1)
	assert.equal(forged([lines[0], ...lines].join('\n')), 1)
	assert.equal(forged(rows.slice(0, -1)), 1)
	for (const text of ['', '<html></html>', pack.slice(0, pack.indexOf('id="sign"')), `${pack}\0`]) assert.equal(check(text).code, 2)
	assert.equal(spawnSync(`${BUILD}/bin/zyz-verify`, ['pack']).status, 2)
	assert.equal(spawnSync(`${BUILD}/bin/zyz-verify`, ['pack', join(dir, 'nowhere')]).status, 2)
})
await end()
