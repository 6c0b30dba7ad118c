// t3113-sign-in-sheet.mjs - sixty people on paper: every name once, the head on each page, pages numbered, lines high enough to sign, and a
// code that leads to the activity.
import { assert, atDesk, end, look, newVolunteer, printed, scanned, staff, test } from './lib.mjs'
import { newActivity, roomToday } from '../http/lib/activity.mjs'

await roomToday()
const clerk = await staff('liwei')

test('the sheet', async () => {
	const people = await Promise.all(Array.from({ length: 60 }, () => newVolunteer()))
	const a = await newActivity(clerk, { volunteers: people })
	const page = await atDesk('liwei')
	await page.goto(`/activity/manage/${a.no}/sheet`)
	await look(page, 'activity-sheet')
	assert.equal(await scanned(page.locator('.signing svg')), `${process.env.BASE_URL}/activity/${a.no}`)
	const { text, pages } = await printed(page)
	assert.ok(pages >= 2 && pages <= 4, `${pages} pages`)
	for (const v of people) assert.equal(text.split(v.no).length - 1, 1, v.no)
	assert.equal(text.match(/序\s+姓名/g).length, pages - (/序\s+姓名/.test(text.split('\f').at(-2)) ? 0 : 1), 'the head on each page of rows')
	assert.match(text, new RegExp(`第 1 页，共 ${pages} 页`))
	assert.match(text, /带队签字/)
})

await end()
