// t3096-county.mjs - a county stands up: its overseer makes a station in a street and one in a community, a point in an estate,
// gives each its manager; staff set password and second factor; first steps, standards with evidence, a team, insurance, the
// agreement on the volunteer's phone; a dangerous activity is held, and the overview shows it. In Inner Mongolia the sign says 嘎查.
import { randomInt } from 'node:crypto'
import { attend, begin, dayFrom, finish, noticeOver, records, review, roomToday } from '../http/lib/activity.mjs'
import { appoint } from '../http/lib/admin.mjs'
import { newVolunteer, personForm } from '../http/lib/person.mjs'
import { keepSecret, totp } from '../http/lib/totp.mjs'
import { STAFF_PASSWORD, useCode } from '../http/lib/staff.mjs'
import { asVolunteer, assert, codeOf, desktop, end, phone, press, sql, value } from './lib.mjs'
import { look, step, visit } from './lib/walk.mjs'

const tag = String(randomInt(1e5)).padStart(5, '0')
const STREET = '610523002'
const name = { street: `东城街道志愿服务站${tag}`, community: `东城南社区志愿服务站${tag}`, point: `东城花园志愿服务点${tag}`, activity: `清理屋檐冰凌${tag}` }
const login = { overseer: `dali_${tag}`, manager: `boss_${tag}`, reviewer: `rev_${tag}`, clerk: `clerk_${tag}` }
const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')
const file = { name: 'p.png', mimeType: 'image/png', buffer: PNG }
const seen = {}
const at = {}
await roomToday()

/** Signed in with password and, for whoever has one, the second factor. */
async function enter(page, who, password) {
	await page.goto('/account/sign-in')
	await page.locator('#f-login').fill(who)
	await page.locator('#f-password').fill(password)
	await Promise.all([page.waitForURL((u) => u.pathname !== '/account/sign-in'), page.locator('#f-password').press('Enter')])
	if (new URL(page.url()).pathname !== '/account/code') return page
	await page.locator('#f-code').fill(codeOf(who))
	await Promise.all([page.waitForURL((u) => u.pathname !== '/account/code'), page.locator('#f-code').press('Enter')])
	return page
}
const write = (page, field, text) => page.locator(`#f-${field}`).fill(text)
/** Types a division and takes the first that is found. */
async function region(page, words, code) {
	await page.locator('.region input[type=search]').fill(words)
	await page.locator('.region [role=option]').first().waitFor()
	await page.locator('.region [role=option]').first().dispatchEvent('mousedown')
	await page.waitForFunction((want) => document.querySelector('.region select').value === want, code)
}
const noOf = (title) => Number(value('SELECT no FROM station WHERE name = ?', [title]))

step('the overseer of 大荔县 sits down before a county without a station', async () => {
	await appoint(login.overseer, 'overseer', '610523')
	at.overseer = await enter(await desktop(), login.overseer, 'a-long-password-1')
	await visit(at.overseer, '/station/overview', 'county-empty')
	await visit(at.overseer, '/station/places', 'county-places-empty')
})

step('a street gets its station', async () => {
	await visit(at.overseer, '/station/places/new', 'county-place-new')
	await at.overseer.getByLabel(/^站：/).check()
	await write(at.overseer, 'name', name.street)
	await region(at.overseer, '大荔 东城', STREET)
	await write(at.overseer, 'address', '大荔县东环路 1 号')
	await write(at.overseer, 'phone', '0913-3210001')
	await write(at.overseer, 'person_in_charge', '高峰')
	await press(at.overseer, '保存')
	await look(at.overseer, 'county-street')
	seen.street = noOf(name.street)
})

step('a community gets its station, and an estate a point of it', async () => {
	await at.overseer.goto('/station/places/new')
	await at.overseer.getByLabel(/^站：/).check()
	await write(at.overseer, 'name', name.community)
	seen.code = value("SELECT code FROM region WHERE parent_code = ? AND level = 5 ORDER BY code LIMIT 1", [STREET])
	await region(at.overseer, value('SELECT full_name FROM region WHERE code = ?', [seen.code]), seen.code)
	await write(at.overseer, 'address', '大荔县东环路 3 号')
	await write(at.overseer, 'phone', '0913-3210003')
	await write(at.overseer, 'person_in_charge', '王红')
	await write(at.overseer, 'open_hours', '每天 9:00–17:00')
	await write(at.overseer, 'population', '8200')
	await press(at.overseer, '保存')
	await look(at.overseer, 'county-community')
	seen.no = noOf(name.community)
	assert.match(await at.overseer.locator('main').innerText(), /志愿服务站/)
	await press(at.overseer, '新设志愿服务点').catch(() => at.overseer.goto(`/station/places/new?parent=${seen.no}`))
	await look(at.overseer, 'county-point-new')
	await at.overseer.getByLabel(/^点：/).check()
	await write(at.overseer, 'name', name.point)
	await write(at.overseer, 'address', '大荔县东城花园 2 号楼')
	await write(at.overseer, 'phone', '0913-3210005')
	await write(at.overseer, 'person_in_charge', '李娟')
	await write(at.overseer, 'property_name', '东城物业')
	await press(at.overseer, '保存')
	await look(at.overseer, 'county-point')
	assert.equal(value('SELECT p.no FROM station s JOIN station p ON p.id = s.parent_id WHERE s.name = ?', [name.point]), String(seen.no))
})

step('its manager gets an account, sets a password and the second factor', async () => {
	const person = personForm()
	await visit(at.overseer, `/station/places/${seen.no}`, 'county-no-manager')
	await press(at.overseer, '添加站长')
	await look(at.overseer, 'county-manager-new')
	await write(at.overseer, 'name', '王红')
	await write(at.overseer, 'login', login.manager)
	await at.overseer.locator('#f-id_type').selectOption('01')
	await write(at.overseer, 'id_no', person.id_no)
	await at.overseer.locator('main button.go').click()
	await at.overseer.waitForSelector('dd.code')
	await look(at.overseer, 'county-manager-code')
	const code = (await at.overseer.locator('dd.code').innerText()).trim()
	at.manager = await desktop()
	await visit(at.manager, '/account/one-time', 'county-one-time')
	await at.manager.locator('#f-login').fill(login.manager)
	await at.manager.locator('#f-code').fill(code)
	await at.manager.locator('#f-password_new').fill(STAFF_PASSWORD)
	await at.manager.locator('#f-password_again').fill(STAFF_PASSWORD)
	await press(at.manager, '设置并登录')
	await look(at.manager, 'county-second')
	const secret = (await at.manager.locator('b.code').innerText()).replaceAll(' ', '')
	keepSecret(login.manager, secret)
	await at.manager.locator('#f-code').fill(totp(secret))
	await press(at.manager, '设置好了')
	await look(at.manager, 'county-recovery')
})

step('an empty station is told its first steps', async () => {
	await visit(at.manager, '/account/desk', 'county-first-steps')
	const text = await at.manager.locator('.first').innerText()
	assert.match(text, /开站步骤/)
	assert.equal(await at.manager.locator('.first li').count(), 8)
	assert.equal(await at.manager.locator('.first li.done').count(), 1, 'the overseer filled in telephone and hours')
	await visit(await enter(await phone(), login.manager, STAFF_PASSWORD), '/account/desk', 'county-first-steps-phone')
})

step('a reviewer and a clerk are taken on', async () => {
	for (const role of ['reviewer', 'clerk']) {
		const person = personForm()
		await at.manager.goto('/station/staff/new')
		await write(at.manager, 'name', role === 'clerk' ? '李娟' : '赵敏')
		await write(at.manager, 'login', login[role])
		await at.manager.locator('#f-id_type').selectOption('01')
		await write(at.manager, 'id_no', person.id_no)
		await at.manager.locator(`input[name=role][value=${role}]`).check()
		await at.manager.locator('main button.go').click()
		await at.manager.waitForSelector('dd.code')
		const { client } = await useCode(login[role], (await at.manager.locator('dd.code').innerText()).trim())
		seen[role] = client
		at[role] = await enter(await desktop(), login[role], STAFF_PASSWORD)
	}
	await visit(at.manager, '/station/staff', 'county-staff')
	await visit(at.manager, '/account/desk', 'county-two-steps')
	assert.equal(await at.manager.locator('.first li.done').count(), 2)
})

step('a standard is shown with evidence, and the overseer says that it is met', async () => {
	await visit(at.clerk, '/station/standards', 'county-standards')
	await at.clerk.locator('#f-file').setInputFiles(file)
	await at.clerk.locator('main form.form').first().locator('input[name=note]').fill('两名专职人员，见聘书')
	await Promise.all([at.clerk.waitForNavigation(), at.clerk.locator('main form.form button').first().click()])
	await look(at.clerk, 'county-standard-shown')
	await visit(at.overseer, `/station/places/${seen.no}/standards`, 'county-standard-to-judge')
	await Promise.all([at.overseer.waitForNavigation(), at.overseer.locator('button[name=word][value=met]').first().click()])
	await look(at.overseer, 'county-standard-met')
	assert.match(await at.overseer.locator('main').innerText(), /达标/)
})

step('a team is filed, and approved by another', async () => {
	await visit(at.clerk, '/team/new', 'county-team-new')
	await write(at.clerk, 'name', `东城平安队${tag}`)
	await at.clerk.locator('input[name=kind]').first().check()
	await write(at.clerk, 'approver_org', '东城南社区居民委员会')
	await at.clerk.locator('#f-field').selectOption('4')
	await at.clerk.locator('input[name=categories]').first().check()
	await write(at.clerk, 'address', '大荔县东环路 3 号')
	await at.clerk.locator('input[name=join_mode]').first().check()
	await write(at.clerk, 'contact_name', '李娟')
	await write(at.clerk, 'contact_phone', '0913-3210003')
	await press(at.clerk, '保存')
	await look(at.clerk, 'county-team')
	await visit(at.reviewer, new URL(at.clerk.url()).pathname, 'county-team-to-approve')
	await press(at.reviewer, '通过')
	await look(at.reviewer, 'county-team-approved')
	assert.equal(value('SELECT state FROM team WHERE name = ?', [`东城平安队${tag}`]), 'approved')
})

step('insurance, with the policy itself', async () => {
	await visit(at.clerk, '/support/insurance/new', 'county-insurance-new')
	await write(at.clerk, 'insurer', '渭南财产保险')
	await write(at.clerk, 'policy_no', `DL${tag}`)
	await write(at.clerk, 'kind', '志愿者人身意外伤害保险')
	await write(at.clerk, 'from_on', dayFrom(-1))
	await write(at.clerk, 'to_on', dayFrom(300))
	await at.clerk.locator('input[name=covers][value=all]').check()
	await at.clerk.locator('input[type=file]').setInputFiles(file)
	await press(at.clerk, '保存')
	await look(at.clerk, 'county-policy')
})

step('the agreement is published by the manager, and signed on a phone', async () => {
	await visit(at.manager, '/support/texts/new', 'county-text-new')
	await at.manager.locator('input[name=again]').check()
	await press(at.manager, '发布')
	await look(at.manager, 'county-texts')
	seen.v = await newVolunteer({ name: '林小满', region_code: seen.code })
	assert.equal(value('SELECT s.no FROM volunteer v JOIN station s ON s.id = v.station_id WHERE v.no = ?', [seen.v.no]), String(seen.no), 'the nearest station')
	at.me = await asVolunteer(await phone(), seen.v.openid, '/support/mine')
	await look(at.me, 'county-mine-agreements')
	await press(at.me, new RegExp('^阅读并签署'))
	await look(at.me, 'county-sign')
	await press(at.me, '签署协议')
	await look(at.me, 'county-sign-wrong', { status: 422 })
	await at.me.locator('input[name=agree]').check()
	await at.me.locator('#f-code').fill(seen.v.form.id_no.slice(-6))
	await press(at.me, '签署协议')
	await look(at.me, 'county-signed')
	await at.me.locator('a.row').first().click()
	await at.me.waitForURL(/\/support\/mine\/[0-9a-f]{32}/)
	await look(at.me, 'county-agreement-mine')
	await visit(at.clerk, '/support/agreements', 'county-agreements')
	await press(at.clerk, seen.v.no)
	await look(at.clerk, 'county-agreement')
})

step('a dangerous activity is published and held', async () => {
	await at.clerk.goto('/activity/manage/new')
	await write(at.clerk, 'title', name.activity)
	await at.clerk.locator('#f-category').selectOption('0009')
	await write(at.clerk, 'content', '清理临街屋檐的冰凌')
	await write(at.clerk, 'day', dayFrom(1))
	await write(at.clerk, 'begins', '09:00')
	await write(at.clerk, 'ends', '11:00')
	await write(at.clerk, 'place', '大荔县东环路')
	await write(at.clerk, 'leader_name', '李娟')
	await at.clerk.locator('input[name=dangerous]').check()
	await press(at.clerk, '保存')
	seen.activity = /[A-Z]\d{10,}/.exec(at.clerk.url())[0]
	await write(at.clerk, 'volunteer_no', seen.v.no)
	await press(at.clerk, '加入名册')
	await at.clerk.getByLabel(/^我已核对/).check()
	await press(at.clerk, '发布活动')
	await look(at.clerk, 'county-activity')
	const a = { no: seen.activity, ...begin(seen.activity) }
	await attend(seen.clerk, seen.v, a)
	finish(seen.activity)
	await visit(at.reviewer, `/activity/manage/review?activity=${seen.activity}`, 'county-review')
	await review(seen.reviewer, records(seen.activity).map((r) => r.no))
	noticeOver(seen.activity)
	await seen.reviewer.post(`/activity/manage/${seen.activity}/archive`)
	assert.equal(records(seen.activity)[0].state, 'effective')
})

step('the first steps are gone, and the overview shows what was done', async () => {
	await visit(at.manager, '/account/desk', 'county-desk')
	assert.equal(await at.manager.locator('.first').count(), 0)
	await visit(at.overseer, '/station/overview', 'county-overview')
	assert.match(await at.overseer.locator('main').innerText(), /东城街道/)
	await visit(at.overseer, `/station/overview?in=${STREET}`, 'county-overview-street')
	const text = await at.overseer.locator('main').innerText()
	for (const there of [name.community, name.point, name.street]) assert.ok(text.includes(there), there)
	await visit(await phone(), `/s/${seen.no}`, 'county-front')
	await visit(await desktop(), `/s/${seen.no}`, 'county-front-desktop')
})

step('in Inner Mongolia the sign says 嘎查', async () => {
	const [g] = sql("SELECT code, name, full_name FROM region WHERE code LIKE '15%' AND name LIKE '%嘎查村民委员会' ORDER BY code LIMIT 1")
	await appoint(`meng_${tag}`, 'overseer', '150000')
	const page = await enter(await desktop(), `meng_${tag}`, 'a-long-password-1')
	await page.goto('/station/places/new')
	await page.getByLabel(/^站：/).check()
	await write(page, 'name', `草原志愿服务站${tag}`)
	await region(page, g.full_name, g.code)
	await write(page, 'address', '嘎查办公室')
	await write(page, 'phone', '0472-8901234')
	await write(page, 'person_in_charge', '巴特尔')
	await press(page, '保存')
	await visit(page, `/station/places/${noOf(`草原志愿服务站${tag}`)}`, 'county-gacha')
	assert.match(await page.locator('main').innerText(), new RegExp(`${g.name.replace('村民委员会', '')}志愿服务站`))
})

await end()
