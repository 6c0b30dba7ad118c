// Divisions: the whole country is there, found as it is typed or step by step, one's own county first; a station anywhere can
// publish, who lives elsewhere can register; more come by a file, and what ended is no choice any more.
import { writeFileSync } from 'node:fs'
import { assert, cleanup, Client, end, newVolunteer, openid, personForm, sql, staff, status, test, value } from './lib.mjs'
import { admin, appoint, place } from './lib/admin.mjs'
import { planForm, published } from './lib/project.mjs'

const look = async (query, c = new Client()) => status(await c.getJson(`/station/region?${new URLSearchParams(query)}`), 200).page
const html = { headers: { Accept: 'text/html' } }
const file = (text) => {
	const path = `${process.env.VAR ?? 'var'}/t2930.csv`
	writeFileSync(path, `code,parent_code,level,name\n${text}`)
	return path
}

test('the whole country is there, and migrate does not load it twice', () => {
	assert.equal(value('SELECT COUNT(*) FROM region WHERE level = 1'), '34')
	assert.ok(Number(value('SELECT COUNT(*) FROM region')) >= 61638)
	assert.equal(value("SELECT COUNT(*) FROM region r LEFT JOIN region p ON p.code = r.parent_code WHERE r.level > 1 AND (p.code IS NULL OR r.full_name NOT LIKE CONCAT(p.full_name, '%'))"), '0')
	assert.equal(value("SELECT full_name FROM region WHERE code = '110101'"), '北京市东城区')
	const r = admin('migrate')
	assert.equal(r.status, 0, r.stderr)
	assert.doesNotMatch(r.stdout, /regions/)
})

test('a name is found as it is typed: near ones first, words in any number, whole addresses too', async () => {
	assert.equal((await look({ q: '杜桥' })).Found[0].full, '陕西省渭南市临渭区杜桥街道')
	assert.equal((await look({ q: '大荔 东城' })).Found[0].code, '610523002')
	assert.equal((await look({ q: '大荔县东城' })).Found[0].code, '610523002', 'from the own city on')
	assert.equal((await look({ q: '陕西省渭南市大荔县东城' })).Found[0].code, '610523002')
	const fort = (await look({ q: '城关' })).Found
	assert.ok(fort.length <= 20)
	assert.match(fort[0].full, /^陕西省渭南市/, 'the own city comes before the country')
	assert.match((await look({ q: '城关', near: '150204' })).Found[0].full, /^(?!陕西省)/)
	for (const q of ['%', '_', '\\', '不存在的地方', ' ', "'"]) assert.equal((await look({ q })).Found, undefined, q)
	await look({ q: '字'.repeat(60) })
})

test('step by step: the own county, then every province; around a choice its way up, its parts and its neighbours', async () => {
	const start = (await look({})).Options
	assert.deepEqual([start[0].code, start[0].group], ['610502', 'own'])
	assert.equal(start.filter((r) => r.group === 'far').length, 34)
	const county = (await look({ in: '610523' })).Options
	assert.deepEqual(county.filter((r) => r.group === 'way').map((r) => r.code), ['610000', '610500', '610523'])
	assert.ok(county.some((r) => r.group === 'parts' && r.code === '610523002') && county.some((r) => r.group === 'beside' && r.code === '610524'))
	assert.equal(status(await new Client().getJson('/station/region?in=999999'), 404).status, 404)
	assert.match(status(await new Client().get('/station/region?in=610523'), 200).text, /东城街道/)
	const overseer = await staff('gaofeng')
	assert.equal((await look({}, overseer)).Options[0].code, '610500')
})

test('without a script the form goes a step further and nothing typed is lost', async () => {
	const clerk = await staff('liwei')
	const r = status(await clerk.submit('/project/new', { title: '送书下乡', region_code: '610523', region_code_step: '1' }), 422)
	assert.deepEqual(r.page.Errors.map((e) => e.field), ['region_code'], 'nothing else is missing yet')
	assert.equal(r.page.Form.title, '送书下乡')
	assert.ok(r.page.Regions.some((o) => o.group === 'parts' && o.code === '610523002'))
	const page = status(await clerk.submit('/project/new', { title: '送书下乡', region_code: '610523', region_code_step: '1' }, html), 422).text
	assert.match(page, /<option value="610523" selected>/)
	assert.match(page, /<optgroup label="下一级"><option value="610523001"/)
	/* A step of a field that is no division is a field that nobody asked for. */
	status(await clerk.submit('/project/new', { title: '送书下乡', title_step: '1' }), 422)
})

test('a station in another county, and one in Inner Mongolia, publish a project', async () => {
	for (const [no, region, name] of [[930, '610523002', '大荔县东城街道志愿服务站'], [931, '150204001', '青山区先锋道街道志愿服务站']]) {
		const at = await place(no, region, name)
		const start = (await at.clerk.getJson('/project/new')).page
		assert.equal(start.Form.region_code, region)
		assert.equal(start.RegionAt.region_code.near, region.slice(0, 6))
		const p = await published(at.clerk, at.reviewer, { plan: { region_code: region } })
		assert.equal(value('SELECT state FROM project WHERE no = ?', [p.no]), 'recruiting')
	}
})

test('who lives in another province registers; a whole province is too wide, and says so', async () => {
	const far = await newVolunteer({ region_code: '610104001' })
	assert.equal(value('SELECT region_code FROM volunteer WHERE no = ?', [far.no]), '610104001')
	await newVolunteer({ region_code: '440305' })
	const c = new Client()
	await c.wechatUser(openid())
	for (const region_code of ['610000', '610500', '999999']) {
		const r = status(await c.post('/account/register', personForm({ region_code })), 422)
		assert.deepEqual(r.page.Errors.map((e) => e.field), ['region_code'])
	}
	await newVolunteer({ region_code: '710000' })
})

test('more communities come by a file, all of it or nothing', () => {
	const bad = (text, says) => {
		const r = admin('regions', file(text))
		assert.equal(r.status, 1, text)
		assert.match(r.stderr, says)
	}
	const n = () => value('SELECT COUNT(*) FROM region')
	const before = n()
	bad('610502002901,610502002,5,试验社区\n610502002902,610502777,5,无上级社区\n', /610502777.*not known/)
	bad('610502002901,610502002,5,试验社区\n61050200,610502,4,短\n', /line 3/)
	bad('610502002901,610502002,4,级别不符\n', /line 2/)
	bad('610502002901,610502002,5,\n', /line 2/)
	bad('610502002901,610502002,5,试验社区,2026-02-31\n', /line 2.*day/)
	bad('610502002901,,5,没有上级\n', /line 2/)
	assert.equal(admin('regions', '/nowhere.csv').status, 1)
	assert.equal(n(), before)
	assert.equal(admin('regions', file('610502002901,610502002,5,试验社区\r\n610502002902,610502002,5,撤销社区,2026-01-01\r\n')).status, 0)
	assert.equal(value("SELECT full_name FROM region WHERE code = '610502002901'"), '陕西省渭南市临渭区杜桥街道试验社区')
	assert.equal(admin('regions', file('610502002901,610502002,5,改名社区\n')).status, 0)
	assert.equal(value("SELECT full_name FROM region WHERE code = '610502002901'"), '陕西省渭南市临渭区杜桥街道改名社区')
})

test('a division that ended is offered to nobody, and refused with the reason', async () => {
	assert.equal((await look({ q: '撤销社区' })).Found, undefined)
	assert.ok(!(await look({ in: '610502002' })).Options.some((r) => r.code === '610502002902'))
	const r = status(await (await staff('liwei')).submit('/project/new', planForm({ region_code: '610502002902' })), 422)
	assert.match(r.page.Errors[0].text, /撤销/)
})

test('the overseer of a street whose code ends in 00 sees that street alone', async () => {
	await place(932, '150502100', '大林镇志愿服务站')
	await place(933, '150502101', '钱家店镇志愿服务站')
	const overseer = await appoint('street_932', 'overseer', '150502100')
	const rows = sql('SELECT activity_id, station_id FROM activity_count WHERE records > 0 AND day > CURDATE() - INTERVAL 60 DAY LIMIT 2')
	rows.forEach((r, i) => sql('UPDATE activity_count SET station_id = (SELECT id FROM station WHERE no = ?) WHERE activity_id = ?', [932 + i, r.activity_id]))
	cleanup(() => rows.forEach((r) => sql('UPDATE activity_count SET station_id = ? WHERE activity_id = ?', [r.station_id, r.activity_id])))
	const { Stations } = (await overseer.getJson('/activity/flags')).page
	assert.deepEqual(Stations.map((s) => s.no), [932])
	assert.deepEqual((await overseer.getJson('/station/overview')).page.Stations.map((s) => s.no), [932])
})
await end()
