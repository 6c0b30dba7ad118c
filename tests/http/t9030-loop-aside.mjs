// One activity whose change of state the database refuses: the others begin, end and take effect all the same; the bad one is
// set aside, shown with its reason, tried again after growing pauses, and follows when nothing refuses it any more.
//
// log-allowed: error activity-close activity [0-9]+ is set aside: ERR_DB .*t9030: bad row
import { assert, Client, cleanup, end, sql, staff as signIn, status, test, until, value } from './lib.mjs'
import { attend, finish, newActivity, noticeOver, records, review, roomToday, staff, stateOf } from './lib/activity.mjs'
import { again } from './lib/loop.mjs'
import { newVolunteer } from './lib/person.mjs'

await roomToday()
const clerk = await staff('liwei')
const reviewer = await staff('wangfang')
const stranger = await staff('zhaolei')
const overseer = await signIn('madan')

const idOf = (no) => value('SELECT id FROM activity WHERE no = ?', [no])
const setAside = (no) => sql(`SELECT *, TIMESTAMPDIFF(SECOND, last_at, next_at) AS pause FROM loop_aside WHERE thing = 'activity' AND row_no = ?`, [no])[0]
const shown = async (who, path, no) => ((await who.getJson(path)).page.Aside ?? []).find((row) => row.no === no)
const DUE = '/activity/manage/due'
const health = async () => status(await new Client().getJson('/healthz'), 200).json

/** A whole round of the loop, begun now: the first to end may have begun before. */
async function round() {
	for (let i = 0; i < 2; i++) {
		const before = value("SELECT NOW(3)")
		again('activity-close')
		await until(() => value("SELECT COUNT(*) FROM beat WHERE program = 'activity-close' AND seen_at > ?", [before]) === '1', 20_000, { what: 'a round' })
	}
}
const itsTime = (no) => sql(`UPDATE loop_aside SET next_at = NOW(3) - INTERVAL 1 SECOND, last_at = NOW(3) - INTERVAL 1 MINUTE WHERE row_no = ?`, [no])

// In the order of their ids, so that the bad one is met first.
const bad = await newActivity(clerk)
const begins = await newActivity(clerk)
const v = await newVolunteer()
const ends = await newActivity(clerk, { volunteers: [v] })
await attend(clerk, v, ends)
const refuse = (id) => sql(`DELIMITER //
CREATE TRIGGER t9030 BEFORE UPDATE ON activity FOR EACH ROW IF NEW.id = ${id} AND NEW.state <> OLD.state THEN
	SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 't9030: bad row'; END IF//`)
/* Rows that other tests planted stay set aside. */
const asideNow = () => Number(value("SELECT COUNT(*) FROM loop_aside WHERE cleared_at IS NULL AND program = 'activity-close'"))
const others = asideNow()
const allow = () => sql('DROP TRIGGER IF EXISTS t9030')
cleanup(allow)

test('one refused change of state holds up nobody else', async () => {
	finish(ends.no)
	/* Begun, ended, reviewed and through its notice, without a round in between. */
	const w = await newVolunteer()
	const past = await newActivity(clerk, { volunteers: [w], plan: { title: '楼道清扫' } })
	await attend(clerk, w, past)
	finish(past.no)
	status(await review(reviewer, records(past.no).map((r) => r.no)), 303)
	noticeOver(past.no)
	sql("UPDATE activity SET state = 'published' WHERE no IN (?, ?)", [bad.no, begins.no])
	refuse(idOf(bad.no))
	await round()
	assert.equal(stateOf(begins.no), 'running')
	assert.equal(stateOf(ends.no), 'recording')
	assert.equal(records(past.no)[0].state, 'effective')
	assert.equal(stateOf(past.no), 'archived')
	assert.equal(stateOf(bad.no), 'published')
})

test('it is set aside for a minute, and its reason is written down', async () => {
	const row = setAside(bad.no)
	assert.deepEqual([row.program, row.work, row.row_id, row.reason, row.tries, row.pause, row.cleared_at],
		['activity-close', 'tick', idOf(bad.no), 'refused', '1', '60', null])
	assert.match(row.detail, /t9030: bad row/)
	assert.equal(asideNow(), others + 1)
})

test('its station and the overseer see it with reason and advice, another station does not', async () => {
	for (const [who, path] of [[clerk, DUE], [overseer, '/station/overview']]) {
		const row = await shown(who, path, bad.no)
		assert.deepEqual([row.work, row.reason, Number(row.tries)], ['tick', 'refused', 1], path)
		assert.match(row.first_at, /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/)
		const { text } = status(await who.get(path), 200)
		for (const words of [bad.no, '数据库拒绝写入', '活动到点开始或结束', '请把编号告知系统管理员']) assert.ok(text.includes(words), `${path}: ${words}`)
		assert.ok(!text.includes('t9030: bad row'), 'the words of the database are for the log')
	}
	assert.equal(await shown(stranger, DUE, bad.no), undefined)
})

test('/healthz names that something is set aside, and is no less healthy for it', async () => {
	const { status: whole, aside } = await health()
	assert.deepEqual([whole, aside['activity-close']], ['ok', others + 1])
})

test('it is not tried before its time, and then after a longer pause', async () => {
	await round()
	assert.equal(setAside(bad.no).tries, '1')
	itsTime(bad.no)
	await round()
	const { tries, pause } = setAside(bad.no)
	assert.deepEqual([tries, pause], ['2', '120'])
})

test('when nothing refuses it any more, it follows and is shown no longer', async () => {
	allow()
	itsTime(bad.no)
	await round()
	assert.equal(stateOf(bad.no), 'running')
	assert.notEqual(setAside(bad.no).cleared_at, null)
	assert.equal(await shown(clerk, DUE, bad.no), undefined)
	assert.equal((await health()).aside['activity-close'] ?? 0, others)
})

test('what people have put right meanwhile is cleared too, and a new trouble is counted anew', async () => {
	refuse(idOf(bad.no))
	finish(bad.no)
	await round()
	assert.deepEqual([setAside(bad.no).tries, stateOf(bad.no)], ['1', 'running'])
	allow()
	/* To the end of this day: an activity has one day only. */
	sql('UPDATE activity SET ends_at = CURDATE() + INTERVAL 1439 MINUTE WHERE no = ?', [bad.no])
	itsTime(bad.no)
	await round()
	assert.equal(stateOf(bad.no), 'running')
	assert.notEqual(setAside(bad.no).cleared_at, null)
})
await end()
