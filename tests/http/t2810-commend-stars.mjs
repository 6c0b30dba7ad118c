// Stars: a station proposes whoever meets all conditions, the overseer of that level decides, the clock gives when the notice ended without
// an objection; what the volunteer sees of it.
import { Client, assert, end, guardGet, guardPost, newOverseer, newStaff, newVolunteer, sql, staff, status, test, value } from './lib.mjs'
import { linedUp } from './lib/posting.mjs'
import { personOf, total } from './lib/recognition.mjs'
import { decide, deciders, noticeOver, propose, quality, starOf, starRow } from './lib/star.mjs'

const clerk = await staff('liwei')
const reviewer = await staff('wangfang')
const manager = await staff('zhangmin')
const other = await staff('sunli')
const above = await deciders()
const ann = await newVolunteer({ name: '安然' })
const reached = async (no) => ((await clerk.getJson('/commend/manage')).page.Reached ?? []).find((r) => r.no === no)
const settle = (who = manager) => who.post('/commend/manage/settle')

sql("UPDATE volunteer SET station_id = (SELECT id FROM station WHERE no = 1) WHERE no = ?", [ann.no])

test('below the first hundred hours nobody is listed, nor proposed', async () => {
	total(ann.no, 99 * 60 + 59)
	assert.equal(await reached(ann.no), undefined)
	assert.equal(status(await propose(reviewer, ann), 409).page.Refused, 'not_reached')
	const { Me } = (await ann.client.getJson('/commend/mine')).page
	assert.deepEqual([Me.star, Me.reached, Me.next_star, Me.next_hours], [0, 0, 1, '0.02'])
})

test('at a hundred hours the station proposes, and gives nothing', async () => {
	total(ann.no, 1)
	const row = await reached(ann.no)
	assert.deepEqual([row.hours, row.star, row.reached], ['100.00', 0, 1])
	status(await propose(clerk, ann), 403)
	status(await propose(other, ann), 404)
	status(await propose(reviewer, ann), 303)
	status(await propose(reviewer, ann), 303)
	assert.equal(starRow(ann).state, 'proposed')
	assert.equal(value('SELECT COUNT(*) FROM star_award WHERE person_id = ?', [personOf(ann.no)]), '1')
	assert.equal(await reached(ann.no), undefined)
	status(await settle(), 303)
	assert.equal(starRow(ann).state, 'proposed')
})

test('the overseer of the county decides, and of no other place; names are masked for them', async () => {
	const { ref } = starRow(ann)
	const { Award, Now, Decide } = status(await above[1].getJson(`/commend/stars/${ref}`), 200).page
	assert.deepEqual([Award.name, Decide, Now.ok], ['安*', 'proposed', 1])
	assert.equal(status(await above[3].getJson(`/commend/stars/${ref}`), 200).page.Bar, 'not_decider')
	assert.equal(status(await decide(above[3], ann), 409).page.Refused, 'not_decider')
	status(await decide(await newOverseer('150102', { linked: true }), ann), 404)
	status(await decide(reviewer, ann), 403)
	status(await decide(above[1], ann, 'keep', '随便'), 409)
	status(await decide(above[1], ann, 'refuse', ''), 422)
	status(await decide(above[1], ann, 'make', '随便'), 422)
	status(await decide(above[1], ann), 303)
	assert.deepEqual([starRow(ann).state, starRow(ann).decided_level], ['notice', '3'])
	status(await decide(above[1], ann), 409)
})

test('it is under notice for five working days, with a masked name', async () => {
	const { notice_from, notice_until } = starRow(ann)
	const days = (Date.parse(notice_until) - Date.parse(notice_from)) / 86_400_000
	assert.ok(days >= 5 && days <= 15, `${days}`)
	const { Notice } = (await new Client().getJson('/commend/honours')).page
	assert.ok(Notice.some((n) => n.name === '安*' && n.star === 1 && n.notice_until === notice_until))
	assert.ok(!(await new Client().get('/commend/honours')).text.includes('安然'))
	assert.equal((await ann.client.getJson('/commend/mine')).page.Notice[0].star, 1)
	status(await settle(), 303)
	assert.equal(starRow(ann).state, 'notice')
	assert.equal(starOf(ann), '0')
})

test('after it the star is given, seen and posted', async () => {
	noticeOver(ann)
	status(await settle(), 303)
	const { state, next_check_on, settled_by } = starRow(ann)
	assert.deepEqual([state, settled_by, next_check_on > '2026'], ['awarded', null, true])
	assert.equal((await ann.client.getJson('/commend/mine')).page.Me.star, 1)
	await linedUp()
	assert.equal(value(`SELECT COUNT(*) FROM outbox o JOIN star_award a ON a.uid = o.record_uid WHERE a.person_id = ?`,
		[personOf(ann.no)]), '1')
	assert.match((await ann.client.get('/commend/mine')).text, /一星志愿者/)
})

test('hours that fall during the notice cost the star', async () => {
	total(ann.no, 200 * 60)
	status(await propose(reviewer, ann), 303)
	status(await decide(above[2], ann), 303)
	assert.equal(starRow(ann).star, '2')
	sql('UPDATE volunteer_total SET minutes = minutes - 60, scan_minutes = scan_minutes - 60 WHERE person_id = ?', [personOf(ann.no)])
	noticeOver(ann)
	status(await settle(), 303)
	assert.deepEqual([starRow(ann).state, starRow(ann).review_why], ['refused', 'hours'])
	assert.equal(starOf(ann), '1')
	total(ann.no, 60)
	status(await propose(reviewer, ann), 303)
	assert.equal(starRow(ann).state, 'proposed', 'reached again, it is proposed again')
})

test('a station takes a proposal back with a reason only', async () => {
	const { ref } = starRow(ann)
	const refuse = (who, reason, to = ref) => who.post('/commend/manage/refuse', { ref: to, reason })
	status(await refuse(reviewer, ''), 422)
	status(await refuse(other, '居民有异议'), 404)
	status(await refuse(reviewer, '居民有异议', 'z'.repeat(32)), 404)
	status(await refuse(reviewer, '居民有异议'), 303)
	status(await refuse(reviewer, '居民有异议'), 409)
	assert.equal(starRow(ann).state, 'refused')
})

test('hours brought along count, and the highest star whose conditions are met is proposed', async () => {
	const ben = await newVolunteer()
	sql("UPDATE volunteer SET station_id = (SELECT id FROM station WHERE no = 1) WHERE no = ?", [ben.no])
	total(ben.no, 900 * 60)
	sql('UPDATE volunteer_total SET brought_minutes = 6001 WHERE person_id = ?', [personOf(ben.no)])
	sql('UPDATE volunteer SET brought_along_minutes = 6001 WHERE person_id = ?', [personOf(ben.no)])
	assert.deepEqual([(await reached(ben.no)).reached, (await reached(ben.no)).hours], [2, '1000.02'], 'quality lets them have two')
	quality(ben.no)
	assert.equal((await reached(ben.no)).reached, 4)
	status(await propose(reviewer, ben), 303)
	assert.equal(starRow(ben).star, '4')
	assert.equal(status(await decide(above[1], ben), 409).page.Refused, 'not_decider')
	status(await decide(above[4], ben), 303)
	assert.equal(starRow(ben).decided_level, '2')
})

test('several are proposed at once; nothing ticked is said', async () => {
	const two = [await newVolunteer(), await newVolunteer()]
	for (const v of two) {
		sql("UPDATE volunteer SET station_id = (SELECT id FROM station WHERE no = 1) WHERE no = ?", [v.no])
		total(v.no, 101 * 60)
	}
	status(await reviewer.post('/commend/manage/propose', {}), 422)
	status(await reviewer.post('/commend/manage/propose', { volunteer: two.map((v) => v.no) }), 303)
	assert.deepEqual(two.map((v) => starRow(v).state), ['proposed', 'proposed'])
})

test('a star written in by SQL is given by nobody', async () => {
	const foe = await newVolunteer()
	sql("UPDATE volunteer SET station_id = (SELECT id FROM station WHERE no = 1) WHERE no = ?", [foe.no])
	total(foe.no, 2000 * 60)
	sql(`INSERT INTO star_award (uid, station_id, person_id, star, minutes, state, level_id, wanted_minutes, proposed_by, decided_by, notice_from,
		notice_until) SELECT RANDOM_BYTES(16), station_id, person_id, 5, 120000, 'notice', 5, 90000, (SELECT id FROM staff WHERE login = 'wangfang'),
		(SELECT id FROM staff WHERE login = 'madan'), CURDATE() - INTERVAL 9 DAY, CURDATE() - INTERVAL 1 DAY FROM volunteer WHERE no = ?`, [foe.no])
	assert.equal(status(await settle(), 409).page.Refused, 'not_marked')
	assert.equal(starRow(foe).state, 'notice')
	sql('DELETE FROM star_award WHERE person_id = ?', [personOf(foe.no)])
	sql("DELETE FROM loop_aside WHERE work = 'star'")
})

test('nobody proposes themselves', async () => {
	const own = await newVolunteer()
	sql("UPDATE volunteer SET station_id = (SELECT id FROM station WHERE no = 1) WHERE no = ?", [own.no])
	total(own.no, 101 * 60)
	const { client: self } = await newStaff({ role: 'reviewer', person: own.form })
	assert.equal(status(await propose(self, own), 409).page.Refused, 'own')
	status(await propose(reviewer, { no: 'V0000000000' }), 404)
	status(await propose(reviewer, { no: '' }), 422)
})

test('the pages are pages', async () => {
	for (const who of [clerk, reviewer])
		assert.match(status(await who.get('/commend/manage'), 200).text, /星级公示/)
	assert.match(status(await reviewer.get(`/commend/manage/stars/${starRow(ann).ref}`), 200).text, /安然/)
	status(await other.getJson(`/commend/manage/stars/${starRow(ann).ref}`), 404)
	assert.match(status(await above[1].get('/commend/stars'), 200).text, /星级认定/)
	status(await ann.client.getJson('/commend/manage'), 403)
	status(await clerk.getJson('/commend/mine'), 403)
	status(await new Client().getJson('/commend/mine'), 401)
	assert.match(status(await new Client().get('/commend/'), 303).location, /honours$/)
})

guardGet('/commend/manage')
for (const verb of ['award', 'propose', 'settle', 'refuse'])
	guardPost(`/commend/manage/${verb}`, { right: 'wangfang', wrong: 'liwei' })
guardGet('/commend/stars', { wrong: 'zhangmin' })
await end()
