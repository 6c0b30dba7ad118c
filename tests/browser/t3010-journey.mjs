// t3010-journey.mjs - the whole thread as people walk it: a resident's answer becomes a need, a project, a call for
// volunteers, a training, an activity with checked hours, a line accepted by the platform, and a certificate that anybody
// can verify. Staff sit at desktops, residents and volunteers hold phones. Every page on the way is checked and pictured.
//
// No test moves the clock: where the thread waits for a day to come, the rows of that activity or training are moved.
import { randomInt } from 'node:crypto'
import { begin, dayFrom, finish, noticeOver, roomToday } from '../http/lib/activity.mjs'
import { again } from '../http/lib/loop.mjs'
import {
	answerSurvey, asVolunteer, assert, choose, cleanup, end, fill, mobile, openid, phone, platformSim,
	press, residentId, scanned, sql, atDesk, until, value,
} from './lib.mjs'
import { look, step, visit } from './lib/walk.mjs'

const tag = String(randomInt(1e6)).padStart(6, '0')
const name = { survey: `需求调查${tag}`, project: `楼道美化${tag}`, training: `清洁安全${tag}`, activity: `周日清洁${tag}` }
const who = { openid: openid(), name: '林小满' }
const seen = {}
let clerk, reviewer, resident, passer, me

await roomToday()
const noIn = (page) => /[A-Z]\d{10,}/.exec(page.url())[0]
// 2.5 is also the beginning of 2.50.
const hours = () => String(Number((seen.minutes / 60).toFixed(2)))
const told = () => [[Math.floor(seen.minutes / 60), '小时'], [seen.minutes % 60, '分']].filter(([n]) => n).map((part) => part.join(' ')).join(' ')
const link = (page, text) => page.getByRole('link', { name: text })

step('everybody is at their screen', async () => {
	clerk = await atDesk('liwei')
	reviewer = await atDesk('wangfang')
	resident = await phone()
	passer = await phone()
	me = await phone()
})

// --- 1. needs --------------------------------------------------------------------------------------------

step('1. staff open a survey from a ready template', async () => {
	await visit(clerk, '/needs/surveys', 'j1-surveys')
	await press(clerk, '新建调查')
	await clerk.getByLabel(/^社区居民志愿服务需求调查/).check()
	await fill(clerk, '问卷名称', name.survey)
	await press(clerk, '生成问卷')
	await look(clerk, 'j1-survey-draft')
	await press(clerk, '开始收集')
	await look(clerk, 'j1-survey-open')
	seen.address = await link(clerk, /\/needs\/s\//).getAttribute('href')
})

step('1. a resident answers it on a phone, without an account', async () => {
	await visit(resident, seen.address, 'j1-question-1')
	const pages = await answerSurvey(resident, {
		wish: /楼道/,
		said: `三号楼的楼道灯坏了 ${tag}`,
		each: (n) => ([2, 4, 8].includes(n) ? look(resident, `j1-question-${n}-answered`) : undefined),
	})
	assert.ok(pages >= 8, `${pages} questions`)
	await look(resident, 'j1-thanks')
	assert.match(await resident.locator('main').innerText(), /谢谢您/)
})

step('1. the answer stands in the need ledger, and staff verify it', async () => {
	await visit(clerk, '/needs/ledger', 'j1-ledger')
	const mine = value(
		`SELECT n.no FROM need n JOIN response r ON r.id = n.response_id JOIN survey s ON s.id = r.survey_id
			WHERE s.title = ? AND n.category = '0006' LIMIT 1`,
		[name.survey]
	)
	assert.ok(mine, 'no need came of the answer')
	assert.equal(await clerk.locator('figure svg[role=img]').count(), 1, 'the chart of categories')
	await press(clerk, mine)
	await look(clerk, 'j1-need')
	await fill(clerk, '核实结果', '电话核实，属实')
	await press(clerk, '核实')
	await look(clerk, 'j1-need-verified')
	seen.need = mine
})

// --- 4a. the training that a position will ask for -------------------------------------------------------

step('4. staff offer a training with places', async () => {
	await visit(clerk, '/training/manage/new', 'j4-training-new')
	await fill(clerk, '培训主题', name.training)
	await clerk.getByRole('group', { name: '培训类型' }).getByRole('radio').first().check()
	await clerk.getByRole('group', { name: '培训方式' }).getByRole('radio').first().check()
	await fill(clerk, '主要内容', '工具的使用，高处和湿滑地面的安全。')
	await fill(clerk, '开始时间', `${dayFrom(1)}T09:00`)
	await fill(clerk, '结束时间', `${dayFrom(1)}T10:00`)
	await fill(clerk, '学习时长', '60')
	await fill(clerk, '培训地点', '胜利社区活动室')
	await fill(clerk, '名额', '12')
	await fill(clerk, '取得的上岗资格', '楼道清洁')
	await press(clerk, '保存')
	await look(clerk, 'j4-training-draft')
	await press(clerk, '发布')
	await look(clerk, 'j4-training-open')
	seen.training = noIn(clerk)
})

// --- 2. project ------------------------------------------------------------------------------------------

step('2. staff make a project out of the need', async () => {
	await clerk.goto(`/needs/ledger/${seen.need}`)
	await press(clerk, '据此立项')
	await look(clerk, 'j2-project-new')
	assert.ok(await clerk.getByLabel(new RegExp(seen.need)).isChecked(), 'the need is ticked')
	await fill(clerk, '项目名称', name.project)
	await fill(clerk, '项目目标', '两个月内清理 24 个单元的楼道。')
	await fill(clerk, '项目介绍', '每周日上午分组清理楼道杂物和小广告，由居民打分验收。')
	await fill(clerk, '开始日期', dayFrom(0))
	await fill(clerk, '结束日期', dayFrom(60))
	await fill(clerk, '招募开始', dayFrom(0))
	await fill(clerk, '招募截止', dayFrom(30))
	await clerk.getByRole('group', { name: '志愿者保障' }).getByRole('checkbox').first().check()
	await fill(clerk, '可能的风险', '使用铲刀时戴手套。')
	await press(clerk, '保存草稿')
	await look(clerk, 'j2-project-draft')
	seen.project = noIn(clerk)
})

step('2. with positions and numbers wanted', async () => {
	await press(clerk, '添加岗位')
	await look(clerk, 'j2-position-new')
	await fill(clerk, '岗位名称', '清洁志愿者')
	await fill(clerk, '计划招募人数', '8')
	await fill(clerk, '岗位描述', '清理楼道杂物和小广告')
	await fill(clerk, '岗位条件', '身体健康')
	await clerk.getByLabel(/^须先通过的培训/).selectOption(seen.training)
	await press(clerk, '保存')
	await look(clerk, 'j2-project-position')
})

step('2. what is missing is listed before anybody is asked to approve', async () => {
	await clerk.getByLabel(/^已逐条核对/).check()
	await press(clerk, '提交审批')
	await look(clerk, 'j2-project-rules', { status: 422 })
	assert.match(await clerk.getByRole('alert').innerText(), /写明详细地址/)
	await press(clerk, '修改项目')
	await fill(clerk, '详细地址', '渭南市临渭区胜利大街 18 号院')
	await press(clerk, '保存草稿')
	await clerk.getByLabel(/^已逐条核对/).check()
	await press(clerk, '提交审批')
	await look(clerk, 'j2-project-submitted')
	assert.equal(await clerk.getByRole('button', { name: '同意立项' }).count(), 0, 'an author approves nothing')
})

step('2. a second member of staff approves, and it is published', async () => {
	await visit(reviewer, `/project/${seen.project}`, 'j2-project-to-approve')
	await press(reviewer, '同意立项')
	await look(reviewer, 'j2-project-approved')
	await clerk.reload()
	await press(clerk, '发布并开始招募')
	await look(clerk, 'j2-project-published')
})

// --- 3. account, recruit ---------------------------------------------------------------------------------

step('3. a volunteer finds the call and signs in through WeChat', async () => {
	await me.context().addCookies([{ name: 'sim_user', value: who.openid, url: process.env.WECHAT_SIM }])
	await visit(me, '/recruit/', 'j3-recruit')
	await me.goto(`/recruit/${seen.project}`)
	await look(me, 'j3-notice')
	await press(me, '微信登录后报名')
	assert.equal(new URL(me.url()).pathname, '/account/register')
	await look(me, 'j3-register')
})

step('3. a wrong id number is refused, nothing typed is lost', async () => {
	const id = residentId({ birth: '1990-05-17' })
	await fill(me, '姓名', who.name)
	await choose(me, '证件类型', '内地居民身份证')
	await fill(me, '证件号码', id.slice(0, 17) + (id[17] === '0' ? '1' : '0'))
	const on = () => me.getByRole('button', { name: '下一步' }).click()
	await on(), await fill(me, '手机号', mobile()), await on()
	await me.getByText('都不在附近，选地区').click()
	await me.getByLabel(/^居住区域/).selectOption('610502002'), await on()
	await me.getByRole('group', { name: '愿意参加的服务' }).getByLabel('环境保护').check(), await on()
	await me.getByRole('group', { name: /^特长/ }).getByRole('checkbox').first().check(), await on()
	for (const consent of [/^登记/, /^记录/, /^上报/]) await me.getByLabel(consent).check()
	await press(me, '提交登记')
	await look(me, 'j3-register-mistake', { status: 422 })
	assert.match(await me.title(), /^错误/)
	assert.equal(await me.getByLabel(/^姓名/).inputValue(), who.name)
	await fill(me, '证件号码', id)
	for (let page = 0; page < 5; page++) await on()
	await press(me, '提交登记')
	who.no = value('SELECT v.no FROM volunteer v JOIN wechat_account w ON w.person_id = v.person_id WHERE w.openid = ?', [who.openid])
	assert.ok(who.no, 'nobody was registered')
	await look(me, 'j3-registered')
})

step('3. the position asks for the training first', async () => {
	await visit(me, `/recruit/${seen.project}`, 'j3-notice-signed-in')
	assert.equal(await me.getByRole('button', { name: '报名：清洁志愿者' }).count(), 0)
	assert.match(await me.locator('main').innerText(), /须先通过规定的培训/)
})

// --- 4. training -----------------------------------------------------------------------------------------

step('4. the volunteer enrols', async () => {
	await visit(me, `/training/${seen.training}`, 'j4-training')
	await press(me, '我要报名')
	await look(me, 'j4-enrolled')
})

step('4. staff note who came and who passed', async () => {
	sql('UPDATE training SET starts_at = NOW() - INTERVAL 1 MINUTE, ends_at = NOW() + INTERVAL 1 HOUR, enrol_until = NOW() - INTERVAL 2 MINUTE WHERE no = ?', [seen.training])
	await clerk.goto(`/training/manage/${seen.training}`)
	await press(clerk, '开始培训')
	await press(clerk, '名册与成绩')
	await look(clerk, 'j4-roll')
	await clerk.getByLabel(who.name).check()
	await press(clerk, '所选的人已签到')
	await look(clerk, 'j4-roll-present')
	await clerk.getByLabel(`${who.name} 结果`).selectOption({ label: '合格' })
	await press(clerk, '保存结果')
	await look(clerk, 'j4-roll-passed')
	await visit(me, `/training/${seen.training}`, 'j4-passed')
	assert.match(await me.locator('main').innerText(), /合格/)
})

step('3. now the volunteer can apply, and staff take them on', async () => {
	await me.goto(`/recruit/${seen.project}`)
	await press(me, '报名：清洁志愿者')
	await look(me, 'j3-applied')
	await visit(reviewer, `/recruit/review?project=${seen.project}`, 'j3-review')
	await press(reviewer, who.name)
	await look(reviewer, 'j3-application')
	await press(reviewer, '录用')
	await look(reviewer, 'j3-accepted')
	await visit(me, `/recruit/${seen.project}`, 'j3-taken-on')
	assert.match(await me.locator('main').innerText(), /已录用/)
})

// --- 5. activity -----------------------------------------------------------------------------------------

step('5. staff plan an activity with a roster', async () => {
	await clerk.goto(`/project/${seen.project}`)
	await press(clerk, '开始实施')
	await visit(clerk, '/activity/manage/new', 'j5-activity-new')
	await clerk.getByLabel(/^所属项目/).selectOption(seen.project)
	await fill(clerk, '活动名称', name.activity)
	await choose(clerk, '服务类别', '环境保护')
	await fill(clerk, '服务内容', '清理 1 至 6 单元楼道')
	await fill(clerk, '日期', dayFrom(1))
	await fill(clerk, '开始时间', '09:00')
	await fill(clerk, '结束时间', '11:00')
	await fill(clerk, '服务地点', '胜利大街 18 号院')
	await fill(clerk, '负责人姓名', '张敏')
	await press(clerk, '保存')
	await look(clerk, 'j5-activity-draft')
	seen.activity = noIn(clerk)
	await press(clerk, '导入项目已录用的志愿者')
	await look(clerk, 'j5-roster')
	assert.match(await clerk.locator('main').innerText(), new RegExp(who.no))
})

step('5. and somebody without a phone on it; then it is published', async () => {
	seen.other = sql(`SELECT v.no, p.name FROM volunteer v JOIN person p ON p.id = v.person_id WHERE v.station_id = 1
		AND v.state = 'active' AND p.id NOT IN (SELECT person_id FROM wechat_account WHERE person_id IS NOT NULL)
		AND p.id NOT IN (SELECT person_id FROM service_record WHERE served_on = CURDATE()) ORDER BY v.no LIMIT 1`)[0]
	await fill(clerk, '志愿者编号', seen.other.no)
	await press(clerk, '加入名册')
	await clerk.getByLabel(/^我已核对/).check()
	await press(clerk, '发布活动')
	await look(clerk, 'j5-activity-published')
	await visit(me, '/activity/mine', 'j5-mine')
})

/** The volunteer's camera on the station's screen, then one tap. */
async function scan(direction, button, shot) {
	await visit(clerk, `/activity/manage/${seen.activity}/code?dir=${direction}`, `${shot}-screen`)
	// Looking takes longer than a code lives.
	await clerk.reload()
	const address = await scanned(clerk.locator('.code svg[role=img]'))
	assert.match(address, /\/activity\/c\//)
	await me.goto(address)
	await look(me, `${shot}-scan`)
	await press(me, button)
	await look(me, `${shot}-done`)
}

step('5. the volunteer checks in and out by the code on the screen', async () => {
	const times = begin(seen.activity)
	await scan('in', '确认签到', 'j5-in')
	sql("UPDATE attendance t JOIN activity a ON a.id = t.activity_id SET t.at = ? WHERE a.no = ? AND t.direction = 'in'", [times.starts, seen.activity])
	await scan('out', '确认签退', 'j5-out')
	seen.minutes = Number(value(`SELECT r.minutes FROM service_record r JOIN activity a ON a.id = r.activity_id WHERE a.no = ? AND r.evidence = 'scan'`, [seen.activity]))
	assert.ok(Math.abs(seen.minutes - times.minutes) <= 1, `${seen.minutes} minutes, not ${times.minutes}`)
	await visit(me, '/activity/hours', 'j5-hours-waiting')
	seen.times = times
})

step('5. staff log the one without a phone in the grid', async () => {
	const { at, from, gone } = seen.times
	const clock = (m) => at(m).slice(11, 16)
	await visit(clerk, `/activity/manage/${seen.activity}/log`, 'j5-log')
	await clerk.getByLabel(`${seen.other.name} 到岗时间`).fill(clock(from))
	await clerk.getByLabel(`${seen.other.name} 离岗时间`).fill(clock(gone))
	await press(clerk, '保存名册')
	await look(clerk, 'j5-logged')
})

step('5. another member of staff reviews', async () => {
	finish(seen.activity)
	await visit(reviewer, `/activity/manage/review?activity=${seen.activity}`, 'j5-review')
	await reviewer.getByRole('checkbox', { name: '全选' }).check()
	const ticks = reviewer.locator('input[name=record]')
	assert.equal(await ticks.count(), 2)
	for (const tick of await ticks.all()) assert.ok(await tick.isChecked())
	await press(reviewer, '通过所选，进入公示')
	await look(reviewer, 'j5-reviewed')
})

step('5. everybody can read the public notice, without the names of those who did not agree', async () => {
	await visit(passer, '/activity/notice', 'j5-notices')
	await visit(passer, `/activity/notice/${seen.activity}`, 'j5-notice')
	const text = await passer.locator('main').innerText()
	assert.doesNotMatch(text, new RegExp(who.name))
	assert.match(text, /林/)
})

step('5. the notice is over, the hours take effect', async () => {
	noticeOver(seen.activity)
	await reviewer.goto(`/activity/manage/${seen.activity}`)
	await press(reviewer, '公示期满，办理生效')
	// The loop may have been faster than the press, which then finds nothing left to do.
	await until(() => value('SELECT state FROM activity WHERE no = ?', [seen.activity]) === 'archived', 20_000, { what: 'all of it took effect' })
	await visit(reviewer, `/activity/manage/${seen.activity}`, 'j5-effective')
	await visit(me, '/activity/hours', 'j5-hours-effective')
})

// --- 6. platform -----------------------------------------------------------------------------------------

step('6. the platform has accepted the record, and its receipt is seen', async () => {
	const line = () =>
		sql(`SELECT r.no, LOWER(HEX(o.idem)) AS line, o.state FROM outbox o JOIN service_record r ON r.uid = o.record_uid
			JOIN activity a ON a.id = r.activity_id WHERE a.no = ? AND r.evidence = 'scan'`, [seen.activity])[0]
	await until(() => line()?.state === 'accepted', 30_000, { what: 'the record is accepted' })
	await visit(clerk, '/platform/', 'j6-platform')
	await clerk.goto(`/platform/${line().line}`)
	await look(clerk, 'j6-line')
	const text = await clerk.locator('main').innerText()
	assert.match(text, /已受理/)
	const receipt = /回执号\s+(\S+)/.exec(text)[1]
	const held = (await platformSim('dump')).find((record) => record.receipt === receipt)
	assert.ok(held, `the platform knows no receipt ${receipt}`)
	assert.ok(JSON.stringify(held).includes(name.activity), JSON.stringify(held))
})

// --- 7. commend ------------------------------------------------------------------------------------------

step('7. the total follows, and with the hours of other places a star', async () => {
	await visit(me, '/account/me', 'j7-me')
	assert.ok((await me.locator('main').innerText()).includes(told()), 'the total')
	const total = 'UPDATE volunteer_total t JOIN volunteer v ON v.person_id = t.person_id SET t.brought_minutes = ?, v.brought_along_minutes = ? WHERE v.no = ?'
	sql(total, [6000, 6000, who.no])
	cleanup(() => sql(total, [0, 0, who.no]))
	await visit(reviewer, '/commend/manage', 'j7-stars-reached')
	await reviewer.getByRole('row', { name: who.no }).getByRole('checkbox').check()
	await press(reviewer, '提议勾选的')
	const overseer = await atDesk('madan')
	await visit(overseer, '/commend/stars', 'j7-stars-waiting')
	await overseer.getByRole('link', { name: who.no }).click()
	await press(overseer, '认定，开始公示')
	sql('UPDATE star_award a JOIN volunteer v ON v.person_id = a.person_id SET a.notice_until = ? WHERE v.no = ?', [dayFrom(-1), who.no])
	again('activity-close') // which gives what nobody objected to
	await until(() => value('SELECT star FROM volunteer WHERE no = ?', [who.no]) === '1', 20_000, { what: 'the clock gives the star' })
	await visit(me, '/commend/mine/star', 'j7-star-chart')
	await visit(me, '/commend/mine', 'j7-mine')
	assert.match(await me.locator('main').innerText(), /现有星级\s+一星/)
})

step('7. a certificate shows what was recorded, and for whom', async () => {
	await press(me, '开具服务记录证明')
	await fill(me, '用途', '升学')
	await look(me, 'j7-certificate-ask')
	await press(me, '生成证明')
	await look(me, 'j7-certificate')
	seen.certificate = noIn(me)
	const text = await me.locator('.sheet').innerText()
	const fields = [seen.certificate, who.name, who.no, name.activity, '胜利大街 18 号院', '清理 1 至 6 单元楼道', '杜桥街道胜利社区志愿服务站',
		'张敏', '0913-2100001', dayFrom(0), hours(), '升学', '盖章']
	assert.deepEqual(fields.filter((f) => !text.includes(f)), [], text)
})

step('7. anybody scans it and sees that it is true', async () => {
	const address = await scanned(me.locator('img.paper'))
	assert.equal(new URL(address).pathname, `/commend/verify/${seen.certificate}`)
	await visit(passer, new URL(address).pathname, 'j7-verify')
	const text = await passer.locator('main').innerText()
	assert.match(text, /证明真实有效/)
	assert.doesNotMatch(text, new RegExp(who.name), 'the name is masked')
	await passer.goto('/commend/verify')
	await fill(passer, '证明编号', seen.certificate)
	await press(passer, '查验')
	assert.match(await passer.locator('main').innerText(), /证明真实有效/)
})

await end()
