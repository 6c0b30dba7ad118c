// Stars: who has reached one, awarded in one click, under public notice, then given; what the volunteer sees of it.
import { Client, assert, end, guardGet, guardPost, newStaff, newVolunteer, sql, staff, status, test, value } from './lib.mjs'
import { linedUp } from './lib/posting.mjs'
import { personOf, total } from './lib/recognition.mjs'

const clerk = await staff('liwei')
const reviewer = await staff('wangfang')
const manager = await staff('zhangmin')
const other = await staff('sunli')
const ann = await newVolunteer({ name: '安然' })
const awardRow = (who) => sql('SELECT star, state, minutes, notice_from, notice_until, awarded_on FROM star_award WHERE person_id = ?',
	[personOf(who.no)]).at(-1)
const reached = async (no) => ((await clerk.getJson('/commend/manage')).page.Reached ?? []).find((r) => r.no === no)
const award = (volunteer_no, who = reviewer) => who.post('/commend/manage/award', { volunteer_no })

sql("UPDATE volunteer SET station_id = (SELECT id FROM station WHERE no = 1) WHERE no = ?", [ann.no])

test('below the first hundred hours nobody is listed, nor awarded', async () => {
	total(ann.no, 99 * 60 + 59)
	assert.equal(await reached(ann.no), undefined)
	assert.equal(status(await award(ann.no), 409).page.Refused, 'not_reached')
	const { Me } = (await ann.client.getJson('/commend/mine')).page
	assert.deepEqual([Me.star, Me.reached, Me.next_star, Me.next_hours], [0, 0, 1, '0.02'])
})

test('at a hundred hours the star is one click away', async () => {
	total(ann.no, 1)
	const row = await reached(ann.no)
	assert.deepEqual([row.hours, row.star, row.reached], ['100.00', 0, 1])
	status(await award(ann.no, clerk), 403)
	status(await award(ann.no, other), 404)
	status(await award(ann.no), 303)
	status(await award(ann.no), 303)
	assert.equal(awardRow(ann).state, 'notice')
	assert.equal(value('SELECT COUNT(*) FROM star_award WHERE person_id = ?', [personOf(ann.no)]), '1')
	assert.equal(await reached(ann.no), undefined)
})

test('it is under notice for five working days, with a masked name', async () => {
	const { notice_from, notice_until } = awardRow(ann)
	const days = (Date.parse(notice_until) - Date.parse(notice_from)) / 86_400_000
	assert.ok(days >= 5 && days <= 15, `${days}`)
	const { Notice } = (await new Client().getJson('/commend/honours')).page
	assert.ok(Notice.some((n) => n.name === '安*' && n.star === 1 && n.notice_until === notice_until))
	assert.ok(!(await new Client().get('/commend/honours')).text.includes('安然'))
	assert.equal((await ann.client.getJson('/commend/mine')).page.Notice[0].star, 1)
})

test('before the notice has ended nothing is given', async () => {
	status(await reviewer.post('/commend/manage/settle'), 303)
	assert.equal(awardRow(ann).state, 'notice')
	assert.equal(value('SELECT star FROM volunteer WHERE no = ?', [ann.no]), '0')
})

test('after it the star is given, seen and posted', async () => {
	sql("UPDATE star_award SET notice_until = CURDATE() - INTERVAL 1 DAY WHERE person_id = ?", [personOf(ann.no)])
	status(await other.post('/commend/manage/settle'), 303)
	assert.equal(awardRow(ann).state, 'notice', 'another station settles its own')
	assert.equal(status(await reviewer.post('/commend/manage/settle'), 409).page.Refused, 'own_award')
	assert.equal(awardRow(ann).state, 'notice', 'not by whoever proposed it')
	status(await manager.post('/commend/manage/settle'), 303)
	assert.equal(awardRow(ann).state, 'awarded')
	assert.equal((await ann.client.getJson('/commend/mine')).page.Me.star, 1)
	await linedUp()
	assert.equal(value(`SELECT COUNT(*) FROM outbox o JOIN star_award a ON a.uid = o.record_uid WHERE a.person_id = ?`,
		[personOf(ann.no)]), '1')
	assert.match((await ann.client.get('/commend/mine')).text, /一星志愿者/)
})

test('hours that fall during the notice cost the star', async () => {
	total(ann.no, 200 * 60)
	status(await award(ann.no), 303)
	assert.equal(awardRow(ann).star, '2')
	sql('UPDATE volunteer_total SET minutes = minutes - 60, scan_minutes = scan_minutes - 60 WHERE person_id = ?', [personOf(ann.no)])
	sql("UPDATE star_award SET notice_until = CURDATE() - INTERVAL 1 DAY WHERE person_id = ? AND star = 2", [personOf(ann.no)])
	status(await manager.post('/commend/manage/settle'), 303)
	assert.equal(awardRow(ann).state, 'refused')
	assert.equal(value('SELECT star FROM volunteer WHERE no = ?', [ann.no]), '1')
	total(ann.no, 60)
	status(await award(ann.no), 303)
	assert.equal(awardRow(ann).state, 'notice', 'reached again, it is awarded again')
})

test('an award under notice is refused with a reason only', async () => {
	const ref = value("SELECT LOWER(HEX(uid)) FROM star_award WHERE person_id = ? AND star = 2", [personOf(ann.no)])
	status(await reviewer.post('/commend/manage/refuse', { ref, reason: '' }), 422)
	status(await other.post('/commend/manage/refuse', { ref, reason: '居民有异议' }), 404)
	status(await reviewer.post('/commend/manage/refuse', { ref: 'z'.repeat(32), reason: '居民有异议' }), 404)
	status(await reviewer.post('/commend/manage/refuse', { ref, reason: '居民有异议' }), 303)
	status(await reviewer.post('/commend/manage/refuse', { ref, reason: '居民有异议' }), 409)
})

test('hours brought along count, and the highest star reached is taken', async () => {
	const ben = await newVolunteer()
	sql("UPDATE volunteer SET station_id = (SELECT id FROM station WHERE no = 1) WHERE no = ?", [ben.no])
	total(ben.no, 900 * 60)
	sql('UPDATE volunteer_total SET brought_minutes = 6001 WHERE person_id = ?', [personOf(ben.no)])
	sql('UPDATE volunteer SET brought_along_minutes = 6001 WHERE person_id = ?', [personOf(ben.no)])
	const row = await reached(ben.no)
	assert.deepEqual([row.reached, row.hours], [4, '1000.02'])
	status(await award(ben.no), 303)
	assert.equal(awardRow(ben).star, '4')
})

test('a star written in by SQL is given by nobody', async () => {
	const foe = await newVolunteer()
	sql("UPDATE volunteer SET station_id = (SELECT id FROM station WHERE no = 1) WHERE no = ?", [foe.no])
	total(foe.no, 2000 * 60)
	sql(`INSERT INTO star_award (uid, station_id, person_id, star, minutes, state, decided_by, notice_from, notice_until) SELECT RANDOM_BYTES(16), station_id,
		person_id, 5, 120000, 'notice', (SELECT id FROM staff WHERE login = 'wangfang'), CURDATE() - INTERVAL 9 DAY, CURDATE() - INTERVAL 1 DAY
		FROM volunteer WHERE no = ?`, [foe.no])
	assert.equal(status(await manager.post('/commend/manage/settle'), 409).page.Refused, 'not_marked')
	assert.equal(awardRow(foe).state, 'notice')
	sql('DELETE FROM star_award WHERE person_id = ?', [personOf(foe.no)])
})

test('nobody awards a star to themselves', async () => {
	const own = await newVolunteer()
	sql("UPDATE volunteer SET station_id = (SELECT id FROM station WHERE no = 1) WHERE no = ?", [own.no])
	total(own.no, 101 * 60)
	const { client: self } = await newStaff({ role: 'reviewer', person: own.form })
	assert.equal(status(await self.post('/commend/manage/award', { volunteer_no: own.no }), 409).page.Refused, 'own')
	status(await award('V0000000000'), 404)
	status(await award(''), 422)
})

test('the pages are pages', async () => {
	for (const who of [clerk, reviewer])
		assert.match(status(await who.get('/commend/manage'), 200).text, /星级公示/)
	status(await ann.client.getJson('/commend/manage'), 403)
	status(await clerk.getJson('/commend/mine'), 403)
	status(await new Client().getJson('/commend/mine'), 401)
	assert.match(status(await new Client().get('/commend/'), 303).location, /honours$/)
})

guardGet('/commend/manage')
for (const verb of ['award', 'settle', 'refuse'])
	guardPost(`/commend/manage/${verb}`, { right: 'wangfang', wrong: 'liwei' })
await end()
