// A leader ticked and vouched for whom they act for 家人, staff logged and passed the hours of their own family, and two of one family
// were the two persons whom an hour needs.
import { assert, cleanup, end, newVolunteer, sql, status, test, value } from './lib.mjs'
import { attend, checkIn, finish, newActivity, records, review, roomToday, staff } from './lib/activity.mjs'
import { elderly, grown, kin, personOf } from './lib/family.mjs'

await roomToday()
const clerk = await staff('liwei')
const reviewer = await staff('wangfang')
const manager = await staff('zhangmin')
const personOfStaff = (login) => Number(value('SELECT person_id FROM staff WHERE login = ?', [login]))
const back = (a, v) => sql(`UPDATE attendance t JOIN activity a ON a.id = t.activity_id JOIN volunteer v ON v.person_id = t.person_id SET t.at = ?
	WHERE a.no = ? AND v.no = ? AND t.direction = 'in'`, [a.starts, a.no, v.no])
const tick = (by, a, v, direction) => by.post(`/activity/manage/${a.no}/tick`, { volunteer_no: v.no, direction })
const fault = (r) => status(r, 422).page.Fault

/** One acts for the other, as both agreed a year ago. */
function family(one, other) {
	sql(`INSERT INTO proxy (uid, person_id, proxy_person_id, kind, way, given_at, person_agreed_at, proxy_agreed_at)
		VALUES (RANDOM_BYTES(16), ?, ?, 'proxy', 'own', NOW() - INTERVAL 1 YEAR, NOW() - INTERVAL 1 YEAR, NOW() - INTERVAL 1 YEAR)`, [one, other])
	return Number(value('SELECT MAX(id) FROM proxy'))
}
cleanup(() => sql("DELETE FROM proxy WHERE proxy_person_id IN (SELECT person_id FROM staff WHERE login IN ('liwei', 'wangfang', 'zhangmin'))"))

test('a leader ticks nobody for whom they act, and vouches for none of their hours', async () => {
	const leader = await grown(), elder = await elderly(), other = await newVolunteer()
	await kin(clerk, elder, leader)
	const a = await newActivity(clerk, { volunteers: [elder, other, leader], plan: { leader_no: leader.no } })
	const r = await tick(leader.client, a, elder, 'in')
	assert.equal(fault(r), 'kin')
	assert.match(r.text, /您的家人.*另一位带队人或站点/)
	status(await tick(leader.client, a, other, 'in'), 303)
	status(await checkIn(clerk, elder, a.no), 303)
	back(a, elder)
	assert.equal(fault(await tick(leader.client, a, elder, 'out')), 'kin')
	finish(a.no)
	const ends = value('SELECT DATE_FORMAT(ends_at, \'%H:%i\') FROM activity WHERE no = ?', [a.no])
	status(await elder.client.post(`/activity/${a.no}/declare`, { ends, remark: '忘了签退' }), 303)
	const [told] = records(a.no)
	assert.equal(fault(await leader.client.post(`/activity/record/${told.no}/confirm`)), 'kin')
	status(await clerk.post(`/activity/record/${told.no}/confirm`), 303, 'somebody else does')
})

test('staff tick and pass no hours of their family, also some weeks after it ended', async () => {
	const v = await newVolunteer(), right = family(personOf(v), personOfStaff('wangfang'))
	const a = await newActivity(clerk, { volunteers: [v] })
	assert.equal(fault(await tick(reviewer, a, v, 'in')), 'kin')
	await attend(clerk, v, a)
	finish(a.no)
	const [r] = records(a.no)
	assert.equal(fault(await review(reviewer, [r.no])), 'kin')
	assert.equal(status(await reviewer.getJson(`/activity/record/${r.no}`), 200).page.Inside.hindrance, 'kin')
	assert.equal(fault(await reviewer.post(`/activity/record/${r.no}/refuse`, { reason: '不是他' })), 'kin')
	sql('UPDATE proxy SET ended_at = NOW() - INTERVAL 89 DAY, ended_by = \'person\' WHERE id = ?', [right])
	assert.equal(fault(await review(reviewer, [r.no])), 'kin')
	sql('UPDATE proxy SET ended_at = NOW() - INTERVAL 91 DAY WHERE id = ?', [right])
	status(await review(reviewer, [r.no]), 303)
})

test('what was only asked for makes nobody family', async () => {
	const v = await newVolunteer()
	const right = family(personOfStaff('wangfang'), personOf(v))
	sql('UPDATE proxy SET person_agreed_at = NULL, way = NULL WHERE id = ?', [right])
	const a = await newActivity(clerk, { volunteers: [v] })
	await attend(clerk, v, a)
	finish(a.no)
	status(await review(reviewer, [records(a.no)[0].no]), 303)
})

test('one of the logger\'s family is no second person; somebody else is', async () => {
	const v = await newVolunteer()
	const a = await newActivity(clerk, { volunteers: [v] })
	status(await tick(clerk, a, v, 'in'), 303)
	back(a, v)
	status(await tick(clerk, a, v, 'out'), 303)
	finish(a.no)
	const [r] = records(a.no), right = family(personOfStaff('liwei'), personOfStaff('wangfang'))
	assert.equal(fault(await review(reviewer, [r.no])), 'kin_hand')
	status(await review(manager, [r.no]), 303)
	sql('DELETE FROM proxy WHERE id = ?', [right])
})

test('two reviews by one family are one', async () => {
	const v = await newVolunteer()
	const a = await newActivity(clerk, { volunteers: [v] })
	await attend(clerk, v, a)
	finish(a.no)
	const [r] = records(a.no)
	sql("UPDATE service_record SET offline = 1 WHERE no = ?", [r.no])
	status(await review(reviewer, [r.no]), 303)
	assert.equal(records(a.no)[0].state, 'to_review', 'the first of two')
	const right = family(personOfStaff('zhangmin'), personOfStaff('wangfang'))
	assert.equal(fault(await review(manager, [r.no])), 'kin_hand')
	sql('DELETE FROM proxy WHERE id = ?', [right])
	status(await review(manager, [r.no]), 303)
})

await end()
