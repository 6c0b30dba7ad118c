// Two places at the same hour. Seen: a roster took one person for two activities at once without a word, and the hours of the
// second were lost at check-out.
import { assert, end, newVolunteer, sql, staff, status, test } from './lib.mjs'
import { draft } from './lib/activity.mjs'

const clerk = await staff('liwei')
const other = await staff('zhaolei')
const html = { headers: { Accept: 'text/html' } }
const put = (no, v, by = clerk) => by.post(`/activity/manage/${no}/roster`, { volunteer_no: v.no })
const page = async (no, by = clerk) => status(await by.getJson(`/activity/manage/${no}`), 200).page

test('whoever puts somebody on a second roster at the same time is told, on both', async () => {
	const v = await newVolunteer({ name: '两头跑' })
	const w = await newVolunteer({ name: '一头跑' })
	const one = await draft(clerk, { begins: '09:00', ends: '11:00' })
	const two = await draft(clerk, { begins: '10:00', ends: '12:00', title: '同时的活动' })
	assert.match(status(await put(one, v), 303).location, /done=roster_added$/)
	assert.match(status(await put(two, v), 303).location, /done=roster_clash$/)
	assert.match(status(await put(two, w), 303).location, /done=roster_added$/)
	assert.deepEqual((await page(two)).Clashes.map((c) => [c.no, c.name, c.other]), [[v.no, '两头跑', one]])
	assert.deepEqual((await page(one)).Clashes.map((c) => [c.no, c.other, c.title]), [[v.no, two, '同时的活动']])
	const { text } = await clerk.get(`/activity/manage/${two}?done=roster_clash`, html)
	assert.match(text, /同一时间还排了别的活动/)
	assert.ok(text.includes(`href="/activity/manage/${one}"`))
	status(await clerk.post(`/activity/manage/${one}/roster/remove`, { volunteer_no: v.no }), 303)
	assert.equal((await page(two)).Clashes, undefined)
})

test('shifts that touch, another day and what was called off do not clash', async () => {
	const v = await newVolunteer()
	const one = await draft(clerk, { begins: '09:00', ends: '11:00' })
	status(await put(one, v), 303)
	for (const shift of [{ begins: '11:00', ends: '12:00' }, { begins: '08:00', ends: '09:00' }, { day: new Date(Date.now() + 6 * 864e5).toISOString().slice(0, 10) }])
		assert.match(status(await put(await draft(clerk, shift), v), 303).location, /done=roster_added$/)
	assert.equal((await page(one)).Clashes, undefined)
	const off = await draft(clerk, { begins: '09:30', ends: '10:30' })
	assert.match(status(await put(off, v), 303).location, /done=roster_clash$/)
	sql("UPDATE activity SET state = 'cancelled' WHERE no = ?", [off])
	assert.equal((await page(one)).Clashes, undefined)
})

test('a volunteer is found by the number as it is written', async () => {
	const v = await newVolunteer()
	for (const volunteer_no of [v.no.toLowerCase(), `${v.no.slice(0, 3)} ${v.no.slice(3)}`, `\u200b${v.no}`, [...v.no].map((c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0)).join('')])
		status(await clerk.post(`/activity/manage/${await draft(clerk)}/roster`, { volunteer_no }), 303, volunteer_no)
	for (const volunteer_no of ['——', '志愿者', `${v.no}<b>`, 'V'.repeat(30)])
		assert.equal(status(await clerk.post(`/activity/manage/${await draft(clerk)}/roster`, { volunteer_no }), 422).page.Errors[0].field, 'volunteer_no')
})

test('of another station nothing is told but the hours', async () => {
	const v = await newVolunteer()
	const one = await draft(clerk)
	const far = await draft(other, { title: '别处的活动' })
	status(await put(one, v), 303)
	sql(`INSERT INTO roster (activity_id, person_id, station_id) SELECT a.id, v.person_id, a.station_id FROM activity a JOIN volunteer v ON v.no = ?
		WHERE a.no = ?`, [v.no, far])
	const [c] = (await page(one)).Clashes
	assert.deepEqual([c.no, c.other, c.title], [v.no, undefined, undefined])
	assert.ok(!(await clerk.get(`/activity/manage/${one}`, html)).text.includes('别处的活动'))
})

await end()
