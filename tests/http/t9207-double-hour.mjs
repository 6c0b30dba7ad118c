// An hour that would be double is refused where somebody plans it, and named: a roster took people all of whose minutes counted
// elsewhere already, and who had not checked out at one place learnt it only when the hours of the second were lost.
import { assert, end, newVolunteer, sql, staff, status, test } from './lib.mjs'
import { checkIn, checkOut, newActivity, records, roomToday } from './lib/activity.mjs'

await roomToday()
const clerk = await staff('liwei')
const put = (a, v, by = clerk) => by.post(`/activity/manage/${a.no}/roster`, { volunteer_no: v.no })
async function rolled(v, a, from, to) {
	const page = status(await clerk.getJson(`/activity/manage/${a.no}/log`), 200).page
	const { ref } = page.Rows.find((r) => r.no === v.no)
	const clock = (m) => a.at(m).slice(11, 16)
	status(await clerk.post(`/activity/manage/${a.no}/log`, { [`from_${ref}`]: clock(from), [`to_${ref}`]: clock(to) }), 303, 'roll')
	return records(a.no).at(-1)
}
/** An activity within another one's times, entered when the day is over. */
const inside = (a, from, to) => sql(`UPDATE activity SET starts_at = ?, ends_at = ?, state = 'recording', published_at = NULL WHERE no = ?`,
	[a.at(from), a.at(to), a.no])

test('nobody is put where every minute counts elsewhere already; the message names it and says what to do', async () => {
	const v = await newVolunteer(), w = await newVolunteer()
	const one = await newActivity(clerk, { volunteers: [v], plan: { title: '第一处' } })
	const record = await rolled(v, one, one.from, one.gone - 1)
	const two = await newActivity(clerk, { plan: { title: '第二处' } })
	inside(two, one.from + 1, one.gone - 2)
	const r = status(await put(two, v), 422).page
	assert.equal(r.Errors[0].field, 'volunteer_no')
	assert.match(r.Errors[0].text, /第一处 \d\d:\d\d–\d\d:\d\d。同一时间不能再算一次：请改活动时间/)
	assert.equal(Number(sql(`SELECT COUNT(*) n FROM roster r JOIN activity a ON a.id = r.activity_id WHERE a.no = ?`, [two.no])[0].n), 0)
	status(await put(two, w), 303)
	/* A minute that is free is enough: what overlaps is warned of and clipped by whoever logs. */
	const three = await newActivity(clerk)
	inside(three, one.from + 1, one.gone)
	assert.match(status(await put(three, v), 303).location, /roster_(clash|added)/)
	/* The way out: the record is taken back. */
	sql(`UPDATE service_record SET state = 'withdrawn' WHERE no = ?`, [record.no])
	status(await put(two, v), 303)
})

test('of another station the hours are told and nothing else', async () => {
	const v = await newVolunteer()
	const one = await newActivity(clerk, { volunteers: [v], plan: { title: '别人家的活动' } })
	await rolled(v, one, one.from, one.gone - 1)
	sql(`UPDATE service_record r JOIN activity a ON a.id = r.activity_id SET r.station_id = (SELECT id FROM station WHERE no = 2) WHERE a.no = ?`, [one.no])
	const two = await newActivity(clerk)
	inside(two, one.from + 1, one.gone - 2)
	const { text } = status(await put(two, v), 422).page.Errors[0]
	assert.ok(text.includes('其他站点的活动') && !text.includes('别人家的活动'), text)
})

test('who has not checked out elsewhere is told where, and led there', async () => {
	const v = await newVolunteer()
	const [one, two] = [await newActivity(clerk, { volunteers: [v], plan: { title: '第一处' } }), await newActivity(clerk, { volunteers: [v] })]
	const page = async () => status(await v.client.getJson(`/activity/${two.no}`), 200).page
	assert.equal((await page()).Elsewhere, undefined)
	status(await checkIn(clerk, v, one.no), 303)
	assert.deepEqual([(await page()).Elsewhere.no, (await page()).Elsewhere.title], [one.no, '第一处'])
	const html = (await v.client.get(`/activity/${two.no}`)).text
	assert.match(html, /您还没有从另一处签退/)
	assert.ok(html.includes(`href="/activity/${one.no}"`))
	sql('UPDATE attendance t JOIN activity a ON a.id = t.activity_id SET t.at = t.at - INTERVAL 2 MINUTE WHERE a.no = ?', [one.no])
	status(await checkOut(clerk, v, one.no), 303)
	assert.equal((await page()).Elsewhere, undefined)
})

await end()
