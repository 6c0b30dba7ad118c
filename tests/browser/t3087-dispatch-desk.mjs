// t3087-dispatch-desk.mjs - the dispatch page by keyboard alone, two people who decide in the same moment, an open order that two
// volunteers tap at once; and a pairing: the visit that is logged on the phone, the one that was missed, the card on paper.
import { execFileSync } from 'node:child_process'
import { assert, atDesk, end, fill, look, mobile, newVolunteer, onPhone, press, sql, staff, status, test, until, value, visit } from './lib.mjs'
import { roomToday } from '../http/lib/activity.mjs'
import { called, soon, stateOf } from '../http/lib/order.mjs'

await roomToday()
const WIDE = { viewport: { width: 1366, height: 768 } }
const by = await staff('liwei')
const clerk = await atDesk('liwei', WIDE)
const other = await atDesk('chenjie', WIDE)
const main = (page) => page.locator('main').innerText()
const pathOf = (page) => new URL(page.url()).pathname

/** Tab until the focus is on what this selector names; no mouse is touched. */
async function tabTo(page, selector, most = 80) {
	for (let i = 0; i < most; i++) {
		if (await page.evaluate((s) => document.activeElement?.matches(s) ?? false, selector)) return i
		await page.keyboard.press('Tab')
	}
	return assert.fail(`Tab does not come to ${selector}`)
}
const pressed = (page, key) => Promise.all([page.waitForNavigation(), page.keyboard.press(key)])

test('the order that waits longest is sent by keyboard alone', async () => {
	const no = await called(by, { urgent: '1' })
	await clerk.goto('/order/dispatch')
	await look(clerk, 'dispatch')
	assert.equal(pathOf(clerk), `/order/desk/${no}`, 'what is urgent comes first')
	await clerk.goto('/order/dispatch')
	await tabTo(clerk, '.skip')
	await clerk.keyboard.press('Enter')
	const stops = await tabTo(clerk, '[name=who]')
	assert.ok(stops <= 25, `${stops} stops from the beginning of the page to whom to send`)
	await clerk.keyboard.press('Space')
	await clerk.keyboard.press('Tab')
	await tabTo(clerk, '[name=who]')
	const chosen = await clerk.evaluate(() => document.activeElement.value)
	await clerk.keyboard.press('Space')
	await tabTo(clerk, 'form[action$="/send"] button')
	await pressed(clerk, 'Enter')
	await look(clerk, 'dispatch-sent')
	assert.match(await main(clerk), /已派单/)
	assert.deepEqual(sql(`SELECT v.no, d.state FROM dispatch d JOIN service_order o ON o.id = d.order_id JOIN volunteer v ON v.person_id = d.person_id
		WHERE o.no = ?`, [no]), [{ no: chosen, state: 'sent' }])
})

test('two who decide in the same moment: one has done it, the other is told', async () => {
	const no = await called(by, { verified: null })
	await Promise.all([clerk, other].map((page) => page.goto(`/order/desk/${no}`)))
	await Promise.all([clerk, other].map((page) => press(page, '核实受理')))
	const late = [clerk, other].filter((page) => !page.url().includes('done=accepted'))
	assert.equal(late.length, 1)
	await look(late[0], 'dispatch-late', { status: 409 })
	assert.match(await main(late[0]), /别人|已经|变了|刷新/)
	assert.equal(stateOf(no), 'to_dispatch')
	assert.equal(value(`SELECT COUNT(*) FROM audit a JOIN service_order o ON o.id = a.target_id WHERE a.action = 'order.accept' AND o.no = ?`, [no]), '1')
})

test('an open order is tapped by two at once: one has it, the other reads that it is gone', async () => {
	const no = await called(by)
	await clerk.goto(`/order/desk/${no}`)
	await press(clerk, '放到抢单列表')
	await look(clerk, 'dispatch-open')
	const phones = await Promise.all([1, 2].map(async () => onPhone((await newVolunteer()).openid, '/order/mine')))
	for (const page of phones) {
		await Promise.all([page.waitForNavigation(), page.locator(`a[href="/order/mine/${no}"]`).click()])
		assert.equal(pathOf(page), `/order/mine/${no}`)
	}
	await look(phones[0], 'grab')
	await Promise.all(phones.map((page) => press(page, '我来接')))
	const [has, gone] = phones[0].url().includes('done=taken') ? phones : [...phones].reverse()
	await look(has, 'grab-taken')
	await look(gone, 'grab-gone')
	assert.match(await main(has), /打给居民/)
	assert.match(await gone.locator('body').innerText(), /晚了一步，已经有人接了/)
	assert.equal(stateOf(no), 'taken')
	assert.equal(value(`SELECT COUNT(*) FROM dispatch d JOIN service_order o ON o.id = d.order_id WHERE o.no = ? AND d.state = 'accepted'`, [no]), '1')
})

// --- a pairing ------------------------------------------------------------------------------------------

const helper = await newVolunteer({ name: '高云' })
let pair, me

/** The visit that is planned now began an hour ago. */
function underway() {
	const act = value('SELECT activity_id FROM home_service WHERE source_no = ? ORDER BY id DESC LIMIT 1', [pair])
	const from = 'GREATEST(CURDATE() + INTERVAL 1 MINUTE, NOW() - INTERVAL 60 MINUTE)'
	sql(`UPDATE activity SET published_at = ${from} - INTERVAL 1 DAY, ends_at = LEAST(NOW() + INTERVAL 20 MINUTE, CURDATE() + INTERVAL 1439 MINUTE),
		starts_at = DATE_FORMAT(${from}, '%Y-%m-%d %H:%i:00') WHERE id = ?`, [act])
	return act
}
async function plan() {
	await me.goto(`/order/pair/${pair}`)
	const [day, begins] = soon(3).split('T')
	await fill(me, '日期', day)
	await fill(me, '开始时间', begins)
	await fill(me, '大约几分钟', '60')
	await press(me, '安排下次上门')
}

test('a pairing is written down at the desk, and stands on the phone of who goes', async () => {
	const home = await by.submit('/needs/households/new', { name: '甘玉珍', address: '胜利社区 11 号楼 301', phone: mobile(), grid: '十一网格', members: '1', file_consent: '1' },
		{ to: '/needs/households/new' })
	const household = /households\/(F\d+)/.exec(status(home, 303).location)[1]
	await visit(clerk, '/order/pairing/new', 'pairing-new')
	await fill(clerk, '服务对象档案编号', household)
	await fill(clerk, '主责志愿者编号', helper.no)
	await fill(clerk, '服务内容', '陪聊、代购')
	await fill(clerk, '走访周期', '7')
	await fill(clerk, '开始日期', '2026-01-05')
	await Promise.all([clerk.waitForNavigation(), clerk.locator('main').getByRole('button').last().click()])
	await look(clerk, 'pairing')
	pair = /L\d{10,}/.exec(clerk.url())[0]
	me = await onPhone(helper.openid, '/order/pair')
	await look(me, 'pairs')
	assert.match(await main(me), /甘玉珍/)
})

test('the visit is planned, arrived at and logged on the phone, by the six digits of the household', async () => {
	await plan()
	await look(me, 'pair-planned')
	const act = underway()
	await me.reload()
	await press(me, '我到了')
	sql('UPDATE home_service SET arrived_at = NOW() - INTERVAL 30 MINUTE WHERE activity_id = ?', [act])
	await clerk.goto(`/order/pairing/${pair}`)
	await press(clerk, '代居民取确认码')
	await look(clerk, 'pairing-code')
	const code = (await clerk.locator('.figure').innerText()).replace(/\s/g, '')
	await me.getByText('六位确认码', { exact: true }).first().click()
	await me.locator('#f-code').fill(code)
	await fill(me, '做了什么', '陪老人聊天，量了血压')
	await fill(me, '发现什么问题', '药快吃完了')
	await me.getByText('需要站点马上跟进').click()
	await press(me, '提交')
	await look(me, 'pair-logged')
	assert.equal(value('SELECT evidence FROM service_record WHERE activity_id = ?', [act]), 'met')
	await visit(clerk, `/order/pairing/${pair}`, 'pairing-logged')
	assert.match(await main(clerk), /药快吃完了[^]*待跟进/)
	await press(clerk, '登记已跟进')
	await look(clerk, 'pairing-followed')
})

test('one that was missed is raised, on the phone, in the ledger and on the desk', async () => {
	await plan()
	const act = underway()
	sql('UPDATE activity SET ends_at = NOW() - INTERVAL 1 MINUTE WHERE id = ?', [act])
	await me.reload()
	await press(me, '去不了，或没去成')
	await look(me, 'pair-dropped')
	assert.equal(value('SELECT state FROM home_service WHERE activity_id = ?', [act]), 'missed')
	sql('UPDATE pairing SET next_due = CURDATE() - INTERVAL 2 DAY WHERE no = ?', [pair])
	await visit(clerk, `/order/pairing?q=${pair}`, 'pairings-overdue')
	assert.match(await main(clerk), /已到期未走访/)
	await visit(me, `/order/pair/${pair}`, 'pair-overdue')
	assert.match(await main(me), /已到期未走访/)
	await clerk.goto('/account/desk')
	assert.ok((await clerk.locator('a[href^="/order/pairing"]').count()) > 0, 'it waits on the desk')
})

test('the card is a paper of A6 with 52 codes, that nobody can print again', async () => {
	await clerk.goto(`/order/pairing/${pair}`)
	let pdf
	// What the printer gets; the page itself stays.
	await clerk.route(/\/card$/, async (route) => {
		const answer = await route.fetch()
		assert.equal(answer.headers()['content-type'], 'application/pdf')
		pdf = await answer.body()
		await route.fulfill({ status: 204 })
	})
	await clerk.getByRole('button', { name: /^打印码卡/ }).click()
	await until(() => pdf, 20_000, { what: 'the card is drawn' })
	assert.equal(pdf.subarray(0, 4).toString(), '%PDF')
	const codes = execFileSync('pdftotext', ['-layout', '-', '-'], { input: pdf, encoding: 'utf8' }).match(/\b\d{4} \d{4} \d{4} \d{4}\b/g)
	assert.equal(codes.length, 52)
	assert.equal(new Set(codes).size, 52)
	assert.match(execFileSync('pdfinfo', ['-'], { input: pdf, encoding: 'utf8' }), /Page size:\s+29[78][\d.]* x 4(19|20)/)
	await visit(clerk, `/order/pairing/${pair}`, 'pairing-card')
	assert.match(await main(clerk), /剩余\s*52/)
	assert.equal(await clerk.getByRole('button', { name: /^打印码卡/ }).count(), 0)
})
await end()
