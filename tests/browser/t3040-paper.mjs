// t3040-paper.mjs - what comes out of the printer: the document or the list with its station and day, every row of it, no
// navigation and no buttons.
import { BOUND, assert, atDesk, end, onPhone, prepared, printed, test, value } from './lib.mjs'

const FRAME = /退出登录|激励嘉许|数据上报|返回|查找|长辈版/

async function paper(page, path) {
	await page.goto(path)
	const { text, pages } = await printed(page)
	assert.doesNotMatch(text, FRAME, `${path} is printed with its frame`)
	return { text, pages }
}

const clerk = await atDesk('liwei')
const STATION = /杜桥街道胜利社区志愿服务站/

test('the need ledger, with every row of the page', async () => {
	const { text, pages } = await paper(clerk, '/needs/ledger')
	const rows = await clerk.locator('table.list').locator('tbody tr').count()
	assert.ok(rows >= 20, `${rows} rows`)
	assert.equal((text.match(/N\d{10}/g) ?? []).length, rows)
	assert.match(text, STATION)
	assert.match(text, /需求台账/)
	assert.ok(pages >= 1 && pages <= 5, `${pages} sheets`)
})

test('the head of a table stands on every sheet', async () => {
	const { text, pages } = await paper(clerk, '/needs/ledger')
	assert.equal(text.split('需求描述').length - 1, pages > 1 && !text.split('\f').at(-2).includes('N2') ? pages - 1 : pages)
})

test('the ledger of volunteers, numbers masked', async () => {
	const { text } = await paper(clerk, '/account/volunteers')
	assert.match(text, STATION)
	assert.match(text, /1\d\d\*{4}\d{4}/)
	assert.doesNotMatch(text, /1\d{10}/)
})

test('the plan of a project', async () => {
	const no = value("SELECT no FROM project WHERE station_id = 1 AND state = 'running' LIMIT 1")
	const { text } = await paper(clerk, `/project/${no}/print`)
	assert.match(text, new RegExp(no))
	assert.match(text, /项目计划书/)
})

test('the sign-in sheet of a training', async () => {
	const no = value("SELECT no FROM training WHERE station_id = 1 AND state = 'published' LIMIT 1")
	const { text } = await paper(clerk, `/training/manage/${no}/sheet`)
	assert.match(text, /签到/)
	const first = value(`SELECT p.name FROM enrolment e JOIN training t ON t.id = e.training_id JOIN person p ON p.id = e.person_id
		WHERE t.no = ? AND e.state = 'enrolled' LIMIT 1`, [no])
	assert.ok(text.includes(first), `${first} is on the sheet`)
})

test('the certificate, from the desk and from a phone', async () => {
	const no = await prepared.certificate()
	for (const page of [clerk, await onPhone(BOUND)]) {
		const { text, pages } = await paper(page, `/commend/certificate/${no}`)
		for (const word of ['志愿服务记录证明', no, '王建国', '兹证明', '盖章', '/commend/verify/'])
			assert.ok(text.includes(word), `no ${word} in: ${text}`)
		assert.ok(pages <= 2, `${pages} sheets`)
	}
}, { timeout: 150_000 })
await end()
