// t9114-long-names.mjs - a name of sixty letters in every narrow column, a station's of forty: nothing sticks out of the
// window, on a phone, at a desk and on paper, and every column of a list keeps its place.
import { assert, atDesk, cleanup, end, phone, sql, test } from './lib.mjs'
import { tooWide } from './lib/in_page.mjs'

const NAME = '热娜古丽买买提艾力'.repeat(7).slice(0, 60)
const STATION = '杜桥街道胜利社区新时代文明实践站志愿服务站'.repeat(2).slice(0, 40)
const TITLE = '关爱独居老人暨清洁家园楼道美化便民服务'.repeat(5).slice(0, 80)
const DESK = [
	'/account/volunteers', '/activity/manage', '/activity/manage/due', '/activity/manage/review', '/activity/manage/objections',
	'/commend/manage', '/commend/manage/certificates', '/commend/manage/honours', '/commend/manage/stars', '/needs/ledger',
	'/platform/', '/platform/transfer', '/platform/transfer/moves', '/project/', '/recruit/review', '/station/', '/station/audit',
	'/training/manage', '/account/desk',
]
const PHONE = ['/', '/recruit/', '/activity/notice', '/commend/honours', '/account/sign-in']

sql('CREATE TABLE long_names AS SELECT id, name FROM person')
sql('CREATE TABLE long_stations AS SELECT id, name FROM station')
sql('CREATE TABLE long_titles AS SELECT id, title FROM activity')
sql('CREATE TABLE long_projects AS SELECT id, title FROM project')
sql('CREATE TABLE long_staff AS SELECT id, name FROM staff')
cleanup(() => {
	for (const [table, kept, column] of [['person', 'long_names', 'name'], ['station', 'long_stations', 'name'],
		['activity', 'long_titles', 'title'], ['project', 'long_projects', 'title'], ['staff', 'long_staff', 'name']]) {
		sql(`UPDATE ${table} x JOIN ${kept} k ON k.id = x.id SET x.${column} = k.${column}`)
		sql(`DROP TABLE ${kept}`)
	}
})
sql(`UPDATE person SET name = '${NAME}'`)
sql(`UPDATE station SET name = '${STATION}'`)
sql(`UPDATE activity SET title = '${TITLE}'`)
sql(`UPDATE project SET title = LEFT('${TITLE}', 50)`)
sql(`UPDATE staff SET name = '${NAME}'`)

/** Cells of a table that lie over their neighbour. */
const overlapping = () => [...document.querySelectorAll('table.list tr')].slice(0, 12).flatMap((row) => {
	const cells = [...row.cells].filter((c) => c.offsetParent)
	return cells.flatMap((cell, i) => {
		const next = cells[i + 1]
		return next && cell.getBoundingClientRect().right > next.getBoundingClientRect().left + 1
			? [`${cell.textContent.trim().slice(0, 20)} lies over ${next.textContent.trim().slice(0, 20)}`] : []
	})
})

for (const width of [1366, 1920, 390])
	test(`lists of staff at ${width} px`, async () => {
		const page = await atDesk('zhangmin')
		await page.setViewportSize({ width, height: 900 })
		for (const path of DESK) {
			await page.goto(path)
			assert.deepEqual(await page.evaluate(tooWide), [], path)
			assert.deepEqual(await page.evaluate(overlapping), [], path)
		}
	})

test('what residents see, on a narrow phone in large letters', async () => {
	const page = await phone()
	await page.setViewportSize({ width: 360, height: 780 })
	for (const path of PHONE) {
		await page.goto(`${path}?font=xl`)
		assert.deepEqual(await page.evaluate(tooWide), [], path)
	}
})

await end()
