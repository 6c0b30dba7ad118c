// t3030-no-script.mjs - with scripts switched off everything that matters still works: a survey, sign-in of staff and of
// volunteers, an application, check-in by the six digits on the screen.
import { newActivity, roomToday, staff } from '../http/lib/activity.mjs'
import {
	asStaff,
	asVolunteer,
	assert,
	desktop,
	end,
	newVolunteer,
	openid,
	phone,
	press,
	sql,
	test,
	value,
} from './lib.mjs'

const off = { javaScriptEnabled: false }

await roomToday()

test('a survey is one long form, and is taken', async () => {
	const page = await phone(off)
	const { code, answered } = sql("SELECT code, answered FROM survey WHERE state = 'open' ORDER BY id LIMIT 1")[0]
	await page.goto(`/needs/s/${code}`)
	for (const group of await page.locator('fieldset').all()) {
		assert.ok(await group.isVisible(), 'every question is on the page')
		await group.getByRole('radio').or(group.getByRole('checkbox')).first().check()
	}
	await page.locator('textarea').first().fill('不用脚本填的')
	await press(page, '提交问卷')
	assert.match(await page.locator('main').innerText(), /谢谢您/)
	assert.equal(Number(value('SELECT answered FROM survey WHERE code = ?', [code])), Number(answered) + 1)
})

test('staff sign in and out', async () => {
	const page = await asStaff(await desktop(off), 'liwei')
	assert.equal(new URL(page.url()).pathname, '/account/desk')
	await press(page, '退出')
	await page.goto('/needs/ledger')
	assert.equal(new URL(page.url()).pathname, '/account/sign-in')
})

test('a newcomer comes by WeChat to the registration', async () => {
	const page = await asVolunteer(await phone(off), openid())
	assert.equal(new URL(page.url()).pathname, '/account/register')
	await press(page, '提交登记')
	assert.match(await page.title(), /^错误/)
	assert.ok(await page.locator('[role=alert] a').first().isVisible())
})

test('a volunteer applies for a position, and withdraws', async () => {
	const who = await newVolunteer()
	const page = await asVolunteer(await phone(off), who.openid, '/recruit/')
	const { no, title } = sql(`SELECT p.no, o.title FROM project p JOIN position o ON o.project_id = p.id
		WHERE p.state = 'recruiting' AND p.recruit_to >= CURDATE() AND o.training_id IS NULL AND o.taken < o.wanted ORDER BY o.id LIMIT 1`)[0]
	await page.goto(`/recruit/${no}`)
	await press(page, `报名：${title}`)
	assert.match(await page.locator('main').innerText(), /已报名，等站点答复/)
	await press(page, '退出报名')
	await press(page, '确定退出')
	assert.equal(value(`SELECT a.state FROM application a JOIN volunteer v ON v.person_id = a.person_id WHERE v.no = ?`, [who.no]), 'withdrawn')
})

test('a volunteer checks in and out by six digits', async () => {
	const clerk = await staff('liwei')
	const who = await newVolunteer()
	const activity = await newActivity(clerk, { volunteers: [who] })
	const screen = await asStaff(await desktop(off), 'liwei')
	const page = await asVolunteer(await phone(off), who.openid, '/activity/mine')
	for (const [direction, button] of [['in', '签到'], ['out', '签退']]) {
		await screen.goto(`/activity/manage/${activity.no}/code?dir=${direction}`)
		await page.goto(`/activity/${activity.no}`)
		await page.locator('#f-code').fill(await screen.locator('.code strong').innerText())
		await press(page, button)
		assert.match(await page.locator('main').innerText(), new RegExp(`${button}成功`))
		sql("UPDATE attendance t JOIN activity a ON a.id = t.activity_id SET t.at = ? WHERE a.no = ? AND t.direction = 'in'", [activity.starts, activity.no])
	}
	assert.equal(value('SELECT r.state FROM service_record r JOIN activity a ON a.id = r.activity_id WHERE a.no = ?', [activity.no]), 'to_review')
})
await end()
