// The public notice cut short behind the programs' back: the day on which it ends is under the mark of the review, so that an hour
// whose notice was shortened takes no effect, and whoever checks with the keys names it.
// log-allowed: error activity(-close)? service_record [0-9]+ is set aside: .*does not fit
import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { Client, assert, attempt, dayFrom, records, sql, staff, status, table, test, value } from './lib.mjs'
import { noticeOver, roomToday } from '../http/lib/activity.mjs'
import { marked, marksKept } from '../http/lib/mark.mjs'
import { noticed } from './lib/hours.mjs'

await roomToday()
const { BUILD = 'build', DB_SOCKET, VAR } = process.env
const clerk = await staff('liwei'), reviewer = await staff('wangfang'), manager = await staff('zhangmin')
const archive = (a) => reviewer.post(`/activity/manage/${a.no}/archive`)
const cut = (a, days) => sql('UPDATE service_record r JOIN activity a ON a.id = r.activity_id SET r.notice_until = ?, a.notice_until = ? WHERE a.no = ?',
	[dayFrom(days), dayFrom(days), a.no])
/** As if nobody had cut it: what stays behind is found well by whoever checks all of it later. */
const mend = (a, days) => {
	cut(a, days)
	marked('r.activity_id = (SELECT id FROM activity WHERE no = ?)', [a.no])
}
const key = `${VAR}/t3966.key`
writeFileSync(key, (await new Client().get('/activity/ledger/key')).text)
const about = (no) => spawnSync(`${BUILD}/bin/zyz-verify`, ['ledger', '--socket', DB_SOCKET, '--key', key, '--marks', `${VAR}/secret`], { encoding: 'utf8' })
	.stdout.split('\n').filter((l) => l.includes(no))

attempt('notice cut short by SQL (F32)', 'SQL', async () => {
	const { a } = await noticed(clerk, reviewer)
	const { no } = records(a.no)[0]
	assert.deepEqual(about(no), [])
	cut(a, -1)
	assert.ok(about(no).some((l) => /its mark is not ours/.test(l)), about(no).join())
	await archive(a)
	assert.equal(records(a.no)[0].state, 'notice')
	mend(a, 7)
	return 'the loop leaves it; zyz-verify --marks names it'
})
attempt('notice cut short while an objection holds it', 'SQL', async () => {
	const { a, vs } = await noticed(clerk, reviewer)
	const { no } = records(a.no)[0]
	status(await vs[0].client.submit(`/activity/record/${no}/object`, { reason: '时间不对，请核对' }), 303)
	cut(a, -30)
	const c = value('SELECT o.no FROM objection o JOIN service_record r ON r.id = o.record_id WHERE r.no = ?', [no])
	status(await manager.post(`/activity/manage/objections/${c}/decide`, { verdict: 'rejected', result: '记录无误' }), 303)
	cut(a, -1)
	await archive(a)
	assert.equal(records(a.no)[0].state, 'notice')
	mend(a, 7)
	return 'what bore no mark of ours gets none by being decided'
})
test('an objection that is rejected gives the notice a new day, under a new mark', async () => {
	const { a, vs } = await noticed(clerk, reviewer)
	const { no } = records(a.no)[0]
	status(await vs[0].client.submit(`/activity/record/${no}/object`, { reason: '时间不对，请核对' }), 303)
	const c = value('SELECT o.no FROM objection o JOIN service_record r ON r.id = o.record_id WHERE r.no = ?', [no])
	marksKept('r.no = ?', [no], () => sql(`UPDATE objection o JOIN service_record r ON r.id = o.record_id
		SET o.raised_at = o.raised_at - INTERVAL 7 DAY, r.notice_until = r.notice_until - INTERVAL 7 DAY WHERE r.no = ?`, [no]))
	status(await manager.post(`/activity/manage/objections/${c}/decide`, { verdict: 'rejected', result: '记录无误' }), 303)
	assert.deepEqual(about(no), [])
	noticeOver(a.no)
	status(await archive(a), 303)
	assert.equal(records(a.no)[0].state, 'effective')
})

await table()
