// Twenty sheets of paper are typed in by keyboard alone: numbers choose, Enter goes on, the last Enter stores the sheet and
// the next one is there, with the focus in its first question.
import { assert, atDesk, end, prepared, sql, test, value, visit } from './lib.mjs'

const clerk = await atDesk('liwei')
const code = await prepared.survey()
const answered = () => Number(value('SELECT answered FROM survey WHERE code = ?', [code]))
const focused = () => clerk.evaluate(() => document.activeElement.name)

/* The keys of one sheet, question by question; E: Enter. The fourth question hangs on a bad mark in the third. */
const keys = (i) => {
	const mark = 1 + (i % 5)
	return [`${1 + (i % 3)}`, `${1 + (i % 4)}`, 'E', `${mark}`, ...(mark <= 2 ? ['text', 'E'] : []), '2', '1', '3', 'E',
		`${1 + (i % 3)}`, `${1 + ((i + 1) % 3)}`, 'number', 'E', 'E', 'E']
}

async function type(key, i) {
	if (key === 'E') await clerk.keyboard.press('Enter')
	else if (key === 'text') await clerk.keyboard.type('电话打不通')
	else if (key === 'number') await clerk.keyboard.type(String(1 + (i % 6)))
	else await clerk.keyboard.press(key)
}

test('twenty sheets by keyboard alone', async () => {
	await visit(clerk, `/needs/surveys/${code}/entry`, 'survey-entry')
	await clerk.goto(`/needs/surveys/${code}/entry`)
	const before = answered()
	for (let i = 0; i < 20; i++) {
		assert.equal(await focused(), 'q1', `sheet ${i}`)
		for (const key of keys(i)) await type(key, i)
		const [stored] = await Promise.all([clerk.waitForEvent('framenavigated'), clerk.keyboard.press('Enter')])
		await clerk.waitForLoadState()
		assert.match(stored.url(), /done=sheet_added/)
	}
	assert.equal(answered(), before + 20)
	const [last] = sql(`SELECT COUNT(DISTINCT a.question_id) n FROM answer a WHERE a.response_id = (SELECT MAX(r.id) FROM response r JOIN survey v ON
		v.id = r.survey_id WHERE v.code = ?)`, [code])
	assert.equal(Number(last.n), 6)
})

test('a mistake is shown where it is, with the focus there, and all keys typed are kept', async () => {
	await clerk.goto(`/needs/surveys/${code}/entry`)
	await clerk.locator('[name=q1]').first().check()
	await clerk.locator('[name=q7]').fill('九十')
	await Promise.all([clerk.waitForEvent('framenavigated'), clerk.locator('[name=q7]').press('Control+Enter').then(() => clerk.getByRole('button', { name: '保存，录下一份' }).click())])
	await clerk.waitForLoadState()
	assert.equal(await clerk.locator('[name=q7]').inputValue(), '九十')
	assert.equal(await clerk.locator('[name=q1]').first().isChecked(), true)
})
await end()
