// An objection stops the clock; another member of staff decides; the record goes on, is corrected, or falls.
import { assert, end, sql, status, test, value } from './lib.mjs'
import { linedUp } from './lib/posting.mjs'
import { newVolunteer } from './lib/person.mjs'
import { attend, dayFrom, effectiveHours, finish, newActivity, noticeOver, records, review, roomToday, staff, today } from './lib/activity.mjs'
import { marksKept } from './lib/mark.mjs'

await roomToday()
const clerk = await staff('liwei')
const reviewer = await staff('wangfang')
const manager = await staff('zhangmin')

async function noticed() {
	const v = await newVolunteer()
	const a = await newActivity(clerk, { volunteers: [v] })
	await attend(clerk, v, a)
	finish(a.no)
	status(await review(reviewer, records(a.no).map((r) => r.no)), 303)
	return { v, a, no: records(a.no)[0].no }
}
const object = (v, no, reason = '实际服务到十一点，少记了半小时') => v.client.submit(`/activity/record/${no}/object`, { reason })
const caseOf = (no) => sql('SELECT o.* FROM objection o JOIN service_record r ON r.id = o.record_id WHERE r.no = ? ORDER BY o.id DESC LIMIT 1', [no])[0]
const decide = (by, c, form) => by.post(`/activity/manage/objections/${c.no}/decide`, form)

test('it makes a case with a last day and holds the record back', async () => {
	const { v, a, no } = await noticed()
	assert.match(status(await object(v, no), 303).location, /done=objected/)
	const c = caseOf(no)
	assert.equal(c.state, 'open')
	assert.ok(c.due_on > today() && c.due_on <= dayFrom(20))
	assert.equal(records(a.no)[0].state, 'disputed')
	noticeOver(a.no)
	status(await reviewer.post(`/activity/manage/${a.no}/archive`), 409)
	status(await v.client.post(`/activity/record/${no}/object`, { reason: '再提一次异议' }), 409)
	const mine = (await v.client.getJson(`/activity/hours/${no}`)).page
	assert.equal(mine.Cases[0].no, c.no)
	const list = status(await clerk.getJson('/activity/manage/objections'), 200).page
	assert.ok(list.Cases.some((x) => x.no === c.no))
	assert.match(status(await clerk.get(`/activity/manage/objections/${c.no}`), 200).text, /少记了半小时/)
})

test('rejected: the notice goes on with the days that were left', async () => {
	const { v, a, no } = await noticed()
	const until = records(a.no)[0].notice_until
	status(await object(v, no), 303)
	assert.equal(status(await decide(reviewer, caseOf(no), { verdict: 'rejected', result: '记录无误' }), 422).page.Fault, 'case_own')
	status(await decide(manager, caseOf(no), { verdict: 'rejected', result: '签到签退记录无误' }), 303)
	const [r] = records(a.no)
	assert.deepEqual([r.state, r.notice_until], ['notice', until])
	status(await decide(manager, caseOf(no), { verdict: 'rejected', result: '签到签退记录无误' }), 409)
	status(await object(v, no), 303)
})

test('an objection that lasted does not eat up the notice', async () => {
	const { v, a, no } = await noticed()
	status(await object(v, no), 303)
	/* Raised a week ago with all three days left: they run from today again. */
	const whole = records(a.no)[0].notice_until
	marksKept('r.no = ?', [no], () => sql(`UPDATE objection o JOIN service_record r ON r.id = o.record_id SET o.raised_at = o.raised_at - INTERVAL 7 DAY,
		r.notice_until = r.notice_until - INTERVAL 7 DAY WHERE r.no = ?`, [no]))
	status(await decide(manager, caseOf(no), { verdict: 'rejected', result: '记录无误' }), 303)
	const after = records(a.no)[0].notice_until
	assert.ok(after > today() && after <= whole, `${after} of ${whole}`)
})

test('upheld with other times: a new version names the old and waits for review', async () => {
	const { v, a, no } = await noticed()
	status(await object(v, no), 303)
	const old = records(a.no)[0]
	const begins = old.starts_at.slice(11, 16)
	const ends = a.at(a.from + 1).slice(11, 16)
	status(await decide(manager, caseOf(no), { verdict: 'upheld', result: '核对监控后更正', begins, ends }), 303)
	const [was, now] = records(a.no)
	assert.deepEqual([was.state, was.end_reason], ['corrected', '核对监控后更正'])
	assert.deepEqual([now.state, now.version, now.replaces_id, now.uid_hex, now.minutes], ['to_review', '2', was.id, was.uid_hex, '1'])
	assert.notEqual(now.no, was.no)
	assert.equal(value('SELECT minutes FROM volunteer_day d JOIN volunteer v ON v.person_id = d.person_id WHERE v.no = ?', [v.no]), '1')
	assert.equal(status(await review(manager, [now.no]), 422).page.Fault, 'logger')
	status(await review(reviewer, [now.no]), 303)
	noticeOver(a.no)
	status(await reviewer.post(`/activity/manage/${a.no}/archive`), 303)
	assert.equal((await v.client.getJson('/activity/hours')).page.Total.minutes, 1)
	assert.deepEqual((await v.client.getJson(`/activity/hours/${now.no}`)).page.Versions.map((x) => x.state), ['corrected', 'effective'])
})

test('upheld without times: an effective record falls, with totals, ledger and outbox', async () => {
	const v = await newVolunteer()
	const { activity, record } = await effectiveHours(clerk, reviewer, v)
	const month = () => Number(value(`SELECT minutes FROM station_month m JOIN station s ON s.id = m.station_id WHERE s.no = 1 AND month = ?`, [today().slice(0, 7)]))
	const before = month()
	status(await object(v, record.no, '这一天我没有参加服务'), 303)
	assert.equal(records(activity.no)[0].state, 'effective')
	status(await decide(manager, caseOf(record.no), { verdict: 'upheld', result: '签到人与本人不符' }), 303)
	assert.equal(records(activity.no)[0].state, 'withdrawn')
	assert.equal((await v.client.getJson('/activity/hours')).page.Total.minutes, 0)
	assert.equal(before - month(), Number(record.minutes))
	assert.deepEqual(sql(`SELECT kind FROM ledger_event WHERE record_uid = x'${record.uid_hex}' ORDER BY id`).map((e) => e.kind), ['effective', 'withdrawn'])
	await linedUp()
	const left = sql(`SELECT op, state FROM outbox WHERE record_uid = x'${record.uid_hex}' AND op = 'put' AND state = 'waiting' AND first_sent_at IS NULL`)
	assert.equal(left.length, 0)
})

test('times that do not fit are refused and the case stays open', async () => {
	const { v, a, no } = await noticed()
	status(await object(v, no), 303)
	const c = caseOf(no)
	const at = (m) => a.at(m).slice(11, 16)
	assert.equal(status(await decide(manager, c, { verdict: 'upheld', result: '更正', begins: at(a.from - 1), ends: at(a.from + 1) }), 422).page.Fault, 'outside')
	assert.equal(status(await decide(manager, c, { verdict: 'upheld', result: '更正', begins: at(a.from), ends: at(a.from) }), 422).page.Fault, 'empty')
	assert.equal(status(await decide(manager, c, { verdict: 'upheld', result: '更正', begins: '9点' }), 422).page.Errors[0].field, 'begins')
	assert.equal(status(await decide(manager, c, { verdict: 'maybe', result: '更正' }), 422).page.Errors[0].field, 'verdict')
	assert.equal(status(await decide(manager, c, { verdict: 'upheld' }), 422).page.Errors[0].field, 'result')
	assert.equal(caseOf(no).state, 'open')
	assert.equal(records(a.no).length, 1)
})

test('a script in an objection is only text', async () => {
	const { v, no } = await noticed()
	const reason = '<script>alert(1)</script> "><svg onload=alert(2)>'
	status(await object(v, no, reason), 303)
	const page = status(await manager.get(`/activity/manage/objections/${caseOf(no).no}`), 200).text
	assert.ok(!page.includes('<script>alert(1)') && page.includes('&lt;script&gt;'))
})

test('only one\'s own records, and only with words', async () => {
	const { no } = await noticed()
	const other = await newVolunteer()
	status(await other.client.get(`/activity/record/${no}/object`), 404)
	status(await other.client.post(`/activity/record/${no}/object`, { reason: '不是我的记录' }), 404)
	status(await other.client.get(`/activity/hours/${no}`), 404)
	const { v, no: own } = await noticed()
	assert.equal(status(await object(v, own, '少'), 422).page.Errors[0].field, 'reason')
	assert.equal(status(await object(v, own, '长'.repeat(501)), 422).page.Errors[0].field, 'reason')
	assert.equal(caseOf(own), undefined)
})

await end()
