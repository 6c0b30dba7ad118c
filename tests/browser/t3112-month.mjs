// t3112-month.mjs - a month of a station, done in the browser by its staff: what each of the ten everyday tasks costs in clicks and in
// fields, and how many fields were typed for each hour that was served. Clicks into a field that is then typed count as its field.
import { assert, atDesk, end, newVolunteer, sql, staff, status, test, value } from './lib.mjs'
import { begin, dayFrom, finish, records, roomToday } from '../http/lib/activity.mjs'
import { applications, apply } from '../http/lib/project.mjs'
import { measured } from './lib/clicks.mjs'

const NEEDS = 113, ASKED = 40, PLACES = 30, HOURS = 2
await roomToday()
const clerk = await staff('liwei')
const people = await Promise.all(Array.from({ length: ASKED }, () => newVolunteer()))
const [mine, second] = [await measured(await atDesk('liwei')), await measured(await atDesk('wangfang'))]
const cost = {}
const seen = {}

/** One task, from the desk; most: clicks it may cost. */
function task(name, who, most, work) {
	test(name, async () => {
		await who.page.goto('/account/desk')
		who.begin()
		who.page.setDefaultTimeout(15_000)
		await work(who)
		cost[name] = who.spent()
		console.log(`# ${name}: ${cost[name].clicks} clicks, ${cost[name].fields} fields`)
		assert.ok(cost[name].clicks <= most, `${cost[name].clicks} clicks, at most ${most}`)
	})
}
const noIn = (page) => /[A-Z]\d{10,}/.exec(page.url())[0]

task('a need by hand', mine, 3, async ({ page, click, type, choose }) => {
	await click(page.locator('main').getByRole('link', { name: '登记需求' }))
	await click(page.locator('[name=source][value=phone]'))
	await type('description', '独居，想有人每天送一顿热饭')
	await choose('category', '0017')
	await choose('target_group', '03')
	await click(page.getByRole('button', { name: '保存' }))
	seen.need = noIn(page)
})

task(`${NEEDS} needs verified`, mine, 20, async ({ page, click }) => {
	const left = () => Number(value("SELECT COUNT(*) FROM need WHERE station_id = 1 AND state = 'to_verify'"))
	for (let i = left(); i < NEEDS; i++)
		status(await clerk.submit('/needs/ledger/new', { source: 'phone', category: '0017', target_group: '03', description: `想有人送饭 ${i}` }), 303)
	await page.reload()
	await click(page.locator('main a[href="/needs/ledger?state=to_verify"]').first())
	while (left()) {
		await click(page.locator('[data-check-all=needs]'))
		await click(page.locator('.foot button[type=submit]'))
	}
})

task('a need is found', mine, 2, async ({ page, click, type }) => {
	await type('q', seen.need)
	await click(page.getByRole('button', { name: '查找' }).first())
	await click(page.locator('main').getByRole('link', { name: seen.need }).first())
	assert.equal(noIn(page), seen.need)
})

task('a survey is made and opened', mine, 6, async ({ page, click, type }) => {
	await click(page.locator('.rail').getByRole('link', { name: '需求', exact: false }).first())
	await click(page.locator('.rail').getByRole('link', { name: '需求调查' }))
	await click(page.getByRole('link', { name: '新建调查' }))
	await click(page.getByLabel(/^社区居民志愿服务需求调查/))
	await type('title', '冬季需求调查')
	await click(page.getByRole('button', { name: '生成问卷' }))
	await click(page.getByRole('button', { name: '开始收集' }))
})

task('a project out of a need, to be approved', mine, 12, async ({ page, click, type, tick }) => {
	await type('q', seen.need)
	await click(page.getByRole('button', { name: '查找' }).first())
	await click(page.locator('main').getByRole('link', { name: seen.need }).first())
	await click(page.getByRole('link', { name: '据此立项' }))
	const plan = { title: '冬日暖阳', goal: '让二十位独居老人每周吃上一顿热饭', intro: '每周上午取餐，两人一组送到老人家里，并登记近况。', starts_on: dayFrom(0), ends_on: dayFrom(120), recruit_from: dayFrom(0), recruit_to: dayFrom(60), place: '渭南市临渭区胜利大街 18 号社区服务中心一楼', risks: '上下楼梯，雨雪天路滑' }
	for (const [name, text] of Object.entries(plan)) await type(name, text)
	await tick(page.getByRole('group', { name: '志愿者保障' }).getByRole('checkbox').first())
	await click(page.getByRole('button', { name: '保存草稿' }))
	seen.project = noIn(page)
	await click(page.getByRole('link', { name: '添加岗位' }))
	for (const [name, text] of Object.entries({ title: '送餐员', wanted: String(PLACES), description: '取餐、送餐', conditions: '身体健康' })) await type(name, text)
	await click(page.getByRole('button', { name: '保存' }))
	await click(page.getByLabel(/^已逐条核对/))
	await click(page.getByRole('button', { name: '提交审批' }))
	assert.equal(await page.locator('[role=alert]').count(), 0, await page.locator('main').innerText())
})

task('it is approved by another', second, 3, async ({ page, click }) => {
	await click(page.locator('main a[href^="/project/?"]').first())
	await click(page.getByRole('link', { name: seen.project }))
	await click(page.getByRole('button', { name: '同意立项' }))
})

task('it is published', mine, 3, async ({ page, click }) => {
	await click(page.locator('.rail').getByRole('link', { name: '项目' }).first())
	await click(page.getByRole('link', { name: seen.project }))
	await click(page.getByRole('button', { name: '发布并开始招募' }))
})

task(`${ASKED} applications against ${PLACES} places`, mine, 12, async ({ page, click, type }) => {
	const position = { uid: value('SELECT LOWER(HEX(o.uid)) FROM position o JOIN project p ON p.id = o.project_id WHERE p.no = ?', [seen.project]) }
	for (const v of people) status(await apply(v, seen.project, position), 303)
	await click(page.locator('.rail').getByRole('link', { name: '招募报名' }))
	await click(page.locator(`a[href="/recruit/manage/${seen.project}/dispose"]`))
	await click(page.getByLabel('全选: 录用'))
	await click(page.getByLabel('全选: 不录用'))
	await type('reason', '这次名额已满')
	await click(page.getByRole('button', { name: '按勾选处置' }))
	assert.deepEqual(['accepted', 'refused'].map((s) => applications(seen.project).filter((a) => a.state === s).length), [PLACES, ASKED - PLACES])
})

task('a weekly series of twelve, manned and published', mine, 15, async ({ page, click, type }) => {
	await click(page.locator('.rail').getByRole('link', { name: '项目' }).first())
	await click(page.getByRole('link', { name: seen.project }))
	await click(page.getByRole('link', { name: '安排系列活动' }).last())
	await type('begins', '14:00')
	await type('ends', '16:00')
	await type('day', dayFrom(1))
	await type('until', dayFrom(1 + 11 * 7))
	await click(page.getByRole('button', { name: '预览各场日期' }))
	await click(page.getByRole('button', { name: '按所选日期建立活动' }))
	await click(page.getByLabel('我已核对'))
	await click(page.getByRole('button', { name: '一并发布' }))
	await page.getByText('各场活动已发布').waitFor()
	seen.activities = sql("SELECT a.no FROM activity a JOIN project p ON p.id = a.project_id WHERE p.no = ? AND a.state = 'published' ORDER BY a.starts_at", [seen.project]).map((r) => r.no)
	assert.ok(seen.activities.length >= 10, `${seen.activities.length} activities`)
})

task(`${PLACES} people logged`, mine, 4, async ({ page, click }) => {
	seen.a = seen.activities[0]
	begin(seen.a, { back: 240, ahead: -5 })
	await page.reload()
	await click(page.locator('main').locator(`a[href="/activity/manage/${seen.a}"]`).first())
	await click(page.getByRole('link', { name: '名册点名' }).or(page.getByRole('link', { name: '点名' })).or(page.getByRole('link', { name: /记录/ })).first())
	await click(page.getByRole('button', { name: '按计划' }))
	await click(page.locator('.foot button[type=submit]'))
	assert.equal(records(seen.a).length, PLACES)
})

task(`${PLACES} records reviewed by another`, second, 4, async ({ page, click }) => {
	finish(seen.a)
	await page.reload()
	await click(page.locator('main a[href="/activity/manage/review"]').first())
	// As the activity's own page leads there: what other stations' days left is not of this month.
	await page.goto(`/activity/manage/review?activity=${seen.a}`)
	for (const box of await page.locator('[name=record]').all()) assert.ok(await box.isEnabled())
	await click(page.locator('[data-check-all=record]'))
	await click(page.locator('.foot button.go'))
	assert.ok(records(seen.a).every((r) => r.state === 'notice'), 'all stand in the notice')
})

task('the ledger on paper and as a file', mine, 3, async ({ page, click }) => {
	await click(page.locator('.rail').getByRole('link', { name: '需求', exact: false }).first())
	assert.ok(await page.getByRole('link', { name: '导出 XLSX' }).getAttribute('href'))
	await click(page.getByRole('link', { name: '打印', exact: true }))
	const total = Number(value('SELECT COUNT(*) FROM need WHERE station_id = 1'))
	assert.equal(await page.locator('table.list tbody tr').count(), total, 'every row of the filter')
})

// All of it for the first activity alone: the other eleven cost what is logged and reviewed, which is no field.
test('fields for each hour that was served', () => {
	const hours = records(seen.a).length * HOURS
	const month = ['a project out of a need, to be approved', `${ASKED} applications against ${PLACES} places`, 'a weekly series of twelve, manned and published', `${PLACES} people logged`, `${PLACES} records reviewed by another`]
	const fields = month.reduce((sum, name) => sum + cost[name].fields, 0)
	console.log(`# ${fields} fields for ${hours} hours of one of ${seen.activities.length} activities: ${(fields / hours).toFixed(2)} an hour`)
	assert.ok(hours > 0 && fields / hours <= 1.5)
})

await end()
