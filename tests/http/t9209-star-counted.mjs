// A star rested on the sums beside a volunteer: whoever wrote those alone proposed one that no hours bore. The hours themselves are
// counted at the proposal and when it is given.
import { assert, end, newVolunteer, sql, staff, status, test, value } from './lib.mjs'
import { personOf, served } from './lib/recognition.mjs'
import { decide, noticeOver, propose } from './lib/star.mjs'

const reviewer = await staff('wangfang'), manager = await staff('zhangmin')
const overseer = await staff('madan')
const award = (v) => propose(reviewer, v)
const row = (v) => sql('SELECT state, star, minutes FROM star_award WHERE person_id = ? ORDER BY id DESC', [personOf(v.no)])[0]

test('sums without hours are no star', async () => {
	const v = await newVolunteer()
	sql('INSERT INTO volunteer_total (person_id, minutes, records, scan_minutes) VALUES (?, 90000, 9, 90000)', [personOf(v.no)])
	sql('UPDATE volunteer SET served_minutes = 90000 WHERE person_id = ?', [personOf(v.no)])
	assert.equal(status(await award(v), 409).page.Refused, 'not_reached')
	assert.equal(row(v), undefined)
	sql('DELETE FROM volunteer_total WHERE person_id = ?', [personOf(v.no)])
	sql('UPDATE volunteer SET served_minutes = 0 WHERE person_id = ?', [personOf(v.no)])
})

test('what fell while the notice ran is missed, though its sum was kept up', async () => {
	const v = await newVolunteer()
	const hours = Array.from({ length: 11 }, (_, i) => served(v.no, { minutes: 600, ago: 30 + i }))
	status(await award(v), 303)
	status(await decide(overseer, v), 303)
	assert.deepEqual([row(v).star, row(v).minutes], ['1', '6600'])
	sql(`UPDATE service_record SET state = 'withdrawn' WHERE uid IN (x'${hours[0]}', x'${hours[1]}')`)
	noticeOver(v)
	status(await manager.post('/commend/manage/settle'), 303)
	assert.equal(row(v).state, 'refused')
	assert.equal(value('SELECT star FROM volunteer WHERE no = ?', [v.no]), '0')
	/* As many as are wanted, in both: given. */
	sql(`UPDATE service_record SET state = 'effective' WHERE uid IN (x'${hours[0]}', x'${hours[1]}')`)
	status(await award(v), 303)
	status(await decide(overseer, v), 303)
	noticeOver(v)
	status(await manager.post('/commend/manage/settle'), 303)
	assert.equal(row(v).state, 'awarded')
})

await end()
