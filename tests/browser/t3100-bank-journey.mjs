// From an hour to what it is worth: it is saved beside the honour hours, a star is asked for and given, a certificate printed, the mother's
// kinship is proved at the desk, an order of hers is paid with the hour, served and booked; all by the pages that people see, deposit,
// withdrawal and star by the loops.
//
// No test moves the clock: where the thread waits for a day to pass, the row's day is moved.
import { effectiveHours, roomToday } from '../http/lib/activity.mjs'
import { accountOf, aged, balance, bankOn, followed, holds, settled } from '../http/lib/bank.mjs'
import { again } from '../http/lib/loop.mjs'
import { called, post, send } from '../http/lib/order.mjs'
import { decide, noticeOver, propose, starRow } from '../http/lib/star.mjs'
import { assert, atDesk, choose, cleanup, end, fill, newVolunteer, onPhone, press, sql, staff, status, until, value } from './lib.mjs'
import { look, step, visit } from './lib/walk.mjs'

await roomToday()
const [clerk, reviewer, above] = await Promise.all(['liwei', 'wangfang', 'madan'].map(staff))
await bankOn()
// One hour is a star in this county.
sql("INSERT INTO star_level (uid, region_code, scope, star, decider, hours, why) VALUES (RANDOM_BYTES(16), '610502', 3, 1, 3, 1, 't3100')")
cleanup(() => sql("UPDATE star_level SET hours = 100 WHERE why = 't3100'; UPDATE timebank_rule SET state = 'off'"))
const v = await aged(45, { name: '蒋小雅' }), mother = await aged(76, { name: '魏桂兰' })
const main = (page) => page.locator('main').innerText()
let me, desk, order, had

step('an hour that took effect is saved, and stands in 我的', async () => {
	me = await onPhone(v.openid, '/account/me')
	assert.match(await main(me), /时间银行[\s\S]*0\.00 小时/)
	await effectiveHours(clerk, reviewer, v, { back: 90 })
	await followed()
	had = balance(v.no)
	await visit(me, '/account/me', 'bank-me')
	assert.match(await main(me), new RegExp(`时间银行[\\s\\S]*${(had / 60).toFixed(2)} 小时`))
	await Promise.all([me.waitForURL('**/bank/'), me.locator('a.row[href="/bank/"]').click()])
	await look(me, 'bank-mine')
	assert.match(await main(me), /存入/)
	holds()
})

step('the star is asked for, proposed, decided, and given by the clock', async () => {
	await visit(me, '/commend/mine', 'bank-star')
	await press(me, '看还差什么')
	await Promise.all([me.waitForNavigation(), me.getByRole('button', { name: /^申请/ }).click()])
	assert.equal(starRow(v).state, 'asked')
	status(await propose(reviewer, v), 303)
	status(await decide(above, v), 303)
	noticeOver(v)
	await until(() => {
		again('activity-close')
		return starRow(v).state === 'awarded'
	}, 20_000, { what: 'the star given', every: 300 })
	await visit(me, '/commend/mine/star', 'bank-star-given')
	assert.match(await main(me), /一星/)
})

step('a certificate says the hours, and spending will not change it', async () => {
	await me.goto('/commend/certificate')
	await press(me, '生成证明')
	assert.match(me.url(), /\/commend\/certificate\/C\d+/)
	await look(me, 'bank-certificate')
	assert.match(await me.locator('main').textContent(), /蒋小雅/)
})

step('at the desk the clerk sees the book of the family, and enters whose mother she is', async () => {
	desk = await atDesk('liwei')
	await desk.goto(`/bank/manage/account/${accountOf(v.no).uid_hex}`)
	const form = desk.locator('form').filter({ has: desk.getByRole('button', { name: '登记亲属', exact: true }) })
	await form.locator('[name=relative_no]').fill(mother.no)
	await form.locator('[name=relation]').selectOption({ label: '父母子女' })
	await form.locator('[name=paper]').selectOption({ label: '户口簿' })
	await form.getByLabel('已当面查验证件原件').check()
	await press(desk, '登记亲属')
	await look(desk, 'bank-kin')
	assert.match(await main(desk), /魏桂兰/)
})

step('an order of the mother’s is paid with the saved hour', async () => {
	order = await called(clerk, { phone: mother.form.phone, name: '魏桂兰' })
	await me.goto('/bank/')
	await press(me, '支取时间')
	await look(me, 'bank-draw')
	await me.getByLabel(new RegExp(order)).check()
	await fill(me, '时长（分钟）', '60')
	await press(me, '确认支取')
	await look(me, 'bank-drawn')
	assert.match(await main(me), /已预留/)
	assert.equal(balance(v.no), had - 60)
	holds()
})

step('it is served; the loop books it, and honour hours, star and certificate stay', async () => {
	const helper = await newVolunteer()
	status(await send(clerk, order, helper), 303)
	status(await post(helper, order, 'take'), 303)
	status(await clerk.post(`/order/desk/${order}/served`, { how: '居民没有手机' }), 303)
	await settled(order)
	await visit(me, '/bank/', 'bank-booked')
	assert.match(await main(me), /已支取/)
	assert.match(await main(me), new RegExp(((had - 60) / 60).toFixed(2).replace('.', '\\.')))
	assert.equal(Number(value('SELECT t.minutes FROM volunteer_total t JOIN volunteer v ON v.person_id = t.person_id WHERE v.no = ?', [v.no])), had)
	assert.equal(starRow(v).state, 'awarded')
	const pdf = status(await v.client.get('/bank/statement'), 200)
	assert.equal(pdf.text.slice(0, 5), '%PDF-')
	holds()
})
await end()
