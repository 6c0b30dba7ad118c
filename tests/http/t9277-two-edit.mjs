// Everything that staff enter and may change: of two who change the same thing at the same time the second is shown both, nothing is lost,
// and what was changed stays readable: who, when, what, before and after, in words.
import fs from 'node:fs'
import { assert, cleanup, end, mobile, newVolunteer, sql, staff, status, test, value } from './lib.mjs'
import { formOf } from './lib/form.mjs'
import { beijing, draft } from './lib/activity.mjs'
import * as projects from './lib/project.mjs'
import { pairedUp, paperAgreement, policyAdded, thingAdded, thingMoved, visited } from './lib/entered.mjs'
import { openShift } from './lib/shift.mjs'
import { drafted } from './lib/training.mjs'
import { called } from './lib/order.mjs'

const [clerk, manager] = [await staff('liwei'), await staff('zhangmin')]
const html = { headers: { Accept: 'text/html' } }
const page = async (who, path) => status(await who.get(path, html), 200, path).text
const made = async (path, form, pattern) => status(await clerk.submit(path, form), 303, path).location.match(pattern)[1]
const last = (query, args = []) => value(query, args)

/** The latest deed of a thing, as it is written: [{ field, label, was, became }]. */
const changed = () => sql('SELECT c.label, c.was, c.became FROM audit_change c WHERE c.audit_id = (SELECT MAX(audit_id) FROM audit_change) ORDER BY c.id')

const need = () => made('/needs/ledger/new', { source: 'phone', category: '0017', target_group: '03', description: '楼道灯坏了' }, /(N\d+)/)

async function published() {
	const no = await draft(clerk)
	status(await clerk.post(`/activity/manage/${no}/publish`, { screened: 1 }), 303, 'publish')
	return no
}

/** The number or uid of one that the demo community has. */
const one = (table, where, column = 'LOWER(HEX(t.uid))') =>
	value(`SELECT ${column} FROM ${table} t WHERE ${where} ORDER BY t.id DESC LIMIT 1`) ?? assert.fail(`no ${table}`)
const here = 't.station_id = (SELECT id FROM station WHERE no = 1)'

async function position() {
	const no = await projects.newPlan(clerk)
	const p = await projects.addPosition(clerk, no)
	return `/project/${no}/position/${p.uid ?? p}`
}

const running = async () => projects.published(clerk, await staff('wangfang'), {})
const idIn = (r) => /([0-9a-f]{32})/.exec(status(r, 303).location)[1]
const home = async () => /households\/(F\d+)/.exec(status(await clerk.post('/needs/households/new', { name: '冯秀英', phone: mobile(),
	address: '胜利社区 8 号楼', grid: '八网格', file_consent: '1' }), 303).location)[1]
const survey = async () => /surveys\/([a-z0-9]{8})/.exec(status(await clerk.submit('/needs/surveys/new', { template: 'community', title: '问问大家' }), 303).location)[1]
const overseer = await staff('madan')
/** What an overseer sets for the county is as it was when this is over. */
const county = '610502', top = sql('SELECT COALESCE(MAX(id), 0) AS id FROM star_level')[0].id
const rules = sql('SELECT * FROM timebank_rule WHERE region_code = ?', [county])
cleanup(() => {
	sql('DELETE FROM star_level WHERE id > ?', [top])
	sql('DELETE FROM timebank_rule WHERE region_code = ?', [county])
	for (const r of rules) sql(`INSERT INTO timebank_rule (${Object.keys(r)}) VALUES (${Object.keys(r).map(() => '?')})`, Object.values(r))
})
async function nominated() {
	const v = await newVolunteer()
	sql("UPDATE volunteer SET station_id = (SELECT id FROM station WHERE no = 1), registered_at = NOW() - INTERVAL 5 YEAR WHERE no = ?", [v.no])
	const selection = idIn(await clerk.submit('/commend/manage/selections/new', { name: '先进典型', organiser: '文明办', authority_kind: 'government', year: '2026',
		preset: 'four' }))
	return idIn(await clerk.post(`/commend/manage/selections/${selection}/nominate`, { kind: 'volunteer', volunteer_no: v.no }))
}
const code = (list, no) => value('SELECT name FROM code_item WHERE list = ? AND code = ?', [list, no])

/** What is edited: its name, the address of its form, a field, what the first and the second make of it, who; more that must be sent. */
const table = [
	['need', async () => `/needs/ledger/${await need()}/edit`, 'description', '三楼的灯坏了', '四楼的灯坏了'],
	['activity', async () => `/activity/manage/${await draft(clerk)}/edit`, 'place', '东门', '西门'],
	['activity, published', async () => `/activity/manage/${await published()}/change`, 'place', '东门', '西门'],
	['household', async () => `/needs/households/${await home()}/edit`, 'grid', '甲网格', '乙网格'],
	['meeting', async () => `/needs/meetings/${idIn(await clerk.submit('/needs/meetings/new', { held_at: beijing(Date.now() - 86_400_000).slice(0, 16).replace(' ', 'T'),
		place: '活动室', topic: '路灯', present: '9', minutes: '大家说路灯暗' }))}/edit`, 'topic', '路灯怎么修', '路灯谁来修'],
	['survey', async () => `/needs/surveys/${await survey()}/edit`, 'title', '问问老人', '问问孩子'],
	['survey: its days', async () => {
		const code = await survey()
		status(await clerk.post(`/needs/surveys/${code}/open`, {}), 303)
		return [`/needs/surveys/${code}`, '/days']
	}, 'wanted', '120', '150'],
	['survey: a question', async () => `/needs/surveys/${await survey()}/question/1`, 'title', '您多大年纪', '您的年龄'],
	['project', async () => `/project/${await projects.newPlan(clerk)}/edit`, 'title', '清河行动', '护河行动'],
	['position', position, 'title', '带路', '扫街'],
	['project, published', async () => `/project/${(await running()).no}/change`, 'intro', '每周一次去清理河边的垃圾', '每月两次去清理河边的垃圾'],
	['rules of a position', async () => (({ no, positions }) => `/recruit/manage/${no}/position/${positions[0].uid}`)(await running()), 'hours', '每周两小时', '每周四小时'],
	['training', async () => `/training/manage/${await drafted(clerk)}/edit`, 'title', '急救入门', '急救提高'],
	['team', async () => `/team/desk/${one('team', here)}/edit`, 'name', '红袖章队', '蓝马甲队'],
	['service of the menu', async () => {
		status(await clerk.submit('/order/menu/new', { name: '九二七七', about: '在院子里走一走', category: '0017', minutes: '45', sort: '15', on: '1' }), 303)
		return `/order/menu/${one('service_item', "t.name = '九二七七'")}`
	}, 'name', '上门理发', '上门剪发'],
	['station', async () => '/station/edit', 'address', '东街 1 号', '东街 2 号', [manager, manager]],
	['station, by an overseer', async () => `/station/places/${value('SELECT MAX(no) FROM station WHERE region_code LIKE "610502%" AND kind = "station"')}/edit`, 'address', '西街 1 号', '西街 2 号',
		[overseer, overseer]],
	['notice', async () => [`/station/notices/${idIn(await clerk.submit('/station/notices/new', { kind: 'notice', title: '停水', body: '明天停水' }))}`, '/edit'], 'title', '停电', '停气'],
	['gift', async () => {
		status(await clerk.submit('/bank/gifts/new', { name: '毛巾九二七七', kind: 'service', hours: '1', stock: '3', on: '1' }), 303)
		return `/bank/gifts/${one('gift', "t.name = '毛巾九二七七'")}`
	}, 'name', '毛巾甲', '毛巾乙'],
	['case', async () => `/commend/manage/cases/${idIn(await clerk.submit('/commend/manage/cases/new', { kind: 'project', title: '一碗热饭', background: '辖区独居老人多，午饭难。', done: '每周三由助餐队送餐上门。',
		about: value("SELECT no FROM project WHERE station_id = 1 AND state IN ('recruiting', 'running', 'closed') ORDER BY id LIMIT 1"),
		result: '四年送餐四百余次，没有一次缺席。', learned: '先排班再招募，每班备好替补。' }))}/change`, 'title', '一碗热面', '一碗热汤'],
	['volunteer', async () => `/account/volunteers/${(await newVolunteer()).no}/edit`, 'political', '01', '03', undefined,
		{ sealed: true, words: ['01', '03'].map((no) => code('political', no)) }],
	['social worker', async () => `/account/volunteers/${(await newVolunteer()).no}/worker`, 'level', '2', '3', undefined,
		{ sealed: true, more: { certificate_no: '2019034610' }, words: ['2', '3'].map((no) => code('social_level', no)) }],
	['policy', async () => `/support/insurance/${await policyAdded(clerk)}/edit`, 'insurer', '渭南财产保险公司', '西安财产保险公司'],
	['agreement on paper', async () => `/support/agreements/${await paperAgreement(clerk)}/edit`, 'signed_on', projects.dayFrom(-2), projects.dayFrom(-3)],
	['thing in store', async () => `/support/materials/${await thingAdded(clerk)}/edit`, 'place', '一号架', '二号架'],
	['row of the store', async () => (({ uid, no }) => `/support/materials/${uid}/row/${no}`)(await thingMoved(clerk)), 'note', '雨天送餐', '夏天送餐'],
	['loan', async () => (({ uid, loan }) => `/support/materials/${uid}/loan/${loan}`)(await thingMoved(clerk)), 'borrower', '三号楼王师傅', '四号楼王师傅'],
	['visit', async () => `/needs/visits/${await visited(clerk, await home())}/edit`, 'companions', '网格员王芳', '网格员刘梅'],
	['pairing', async () => `/order/pairing/${await pairedUp(clerk)}/edit`, 'services', '陪聊、读报', '陪聊、理发'],
	['shift', async () => (({ project, no }) => `/recruit/manage/${project}/shift/${no}`)(await openShift(clerk, await staff('wangfang'))), 'wanted', '3', '4'],
	['nomination', async () => [`/commend/manage/nominations/${await nominated()}`, '/words'], 'outside', '县级先进', '市级先进'],
	['decision', async () => `/commend/manage/decisions/${idIn(await clerk.submit('/commend/manage/decisions/new', { title: '关于表彰年度优秀志愿者的决定',
		name: '年度优秀志愿者', word: '胜志表', basis: '全年服务居民三千人次。' }))}/change`, 'name', '年度好志愿者', '年度热心志愿者'],
	['star of a county', async () => '/commend/levels/1', 'hours', '110', '120', [overseer, overseer], { more: { why: '统一口径' } }],
	['rule of the time bank', async () => `/bank/rules/${county}`, 'cap_hours', '1600', '1700', [overseer, overseer]],
	['name of a member of staff', async () => {
		sql("INSERT INTO staff (login, name, password_hash, home_station_id) VALUES ('named9277', '李丽', '', 1)")
		const at = `/station/staff/${one('staff', "t.login = 'named9277'")}`
		assert.ok((await page(manager, at)).includes(`href="${at}/edit"`), '更正')
		const known = `/station/staff/${one('staff', "t.login = 'wangfang'")}/edit`
		assert.ok(status(await manager.post(known, { name: '王芳芳' }), 422).page.Error.name, 'who showed papers is called as in them')
		return `${at}/edit`
	}, 'name', '李莉', '李俐', [manager, manager]],
	['offer of a partner', async () => {
		status(await clerk.submit('/bank/offers/new', { partner: '书店九二七七', offer: '九折', star_from: '1', hours_from: '', valid_until: '2031-12-31' }), 303)
		const uid = one('partner_offer', "t.partner = '书店九二七七'")
		assert.ok((await page(clerk, '/bank/offers')).includes(`href="/bank/offers/${uid}"`), '更正')
		return [`/bank/offers/${uid}`, '/edit']
	}, 'offer', '八折', '七折'],
	['honour', async () => {
		const no = /honours\/(H\d+)/.exec(status(await clerk.submit('/commend/manage/honours/new', { volunteer_no: (await newVolunteer()).no, name: '年度优秀',
			awarded_on: beijing(Date.now() - 86_400_000).slice(0, 10), authority_kind: 'own', authority: '', document_name: '', document_no: '', content: '' }), 303).location)[1]
		assert.ok((await page(clerk, `/commend/manage/honours/${no}`)).includes(`href="/commend/manage/honours/${no}/edit"`), '更正')
		return `/commend/manage/honours/${no}/edit`
	}, 'name', '年度优秀志愿者', '季度优秀志愿者'],
	['order by telephone', async () => {
		const no = await called(clerk)
		assert.ok((await page(clerk, `/order/desk/${no}`)).includes(`href="/order/desk/${no}/edit"`), '更正')
		return `/order/desk/${no}/edit`
	}, 'detail', '厨房的灯不亮了', '厕所的灯不亮了'],
]
const driven = new Set()
for (const [name, make, field, first, second, [mineBy, theirsBy] = [clerk, manager], { sealed, more, words = [first, second] } = {}] of table)
	test(`${name}: the second of two is shown both`, async () => {
		const [from, step = ''] = [].concat(await make())
		const at = from + step
		driven.add(at)
		const [mine, theirs] = [formOf(await page(mineBy, from), at), formOf(await page(theirsBy, from), at)]
		assert.ok(mine.seen, 'the form says what was seen')
		const put = await theirsBy.post(at, { ...theirs, ...more, [field]: first }, html)
		assert.equal(put.status, 303, `the first: ${[...put.text.matchAll(/class="error"[^>]*>([^<]*)/g)].map((m) => m[1]).join()}`)
		assert.ok(changed().some((c) => c.label && (sealed ? c.became === null : c.became === first)), JSON.stringify(changed()))
		const { text } = status(await mineBy.post(at, { ...mine, ...more, [field]: second }, html), 409, 'the second is told')
		for (const said of [...words, theirsBy === overseer ? '' : '张敏', '现在的内容', `name="take.${field}"`])
			assert.ok(text.includes(said), said)
		const both = formOf(text, at)
		assert.equal(both[field], second, 'what was typed is still there')
		status(await mineBy.post(at, { ...both, [`take.${field}`]: 'typed' }, html), 303, 'mine is kept')
		assert.ok(sealed || changed().some((c) => c.was === first && c.became === second), JSON.stringify(changed()))
	})

test('each form that changes what stands is known as one, and is driven above', () => {
	const rows = fs.readdirSync('cgi').flatMap((dir) => fs.readdirSync(`cgi/${dir}`).filter((f) => f.endsWith('.c')).flatMap((f) =>
		[...fs.readFileSync(`cgi/${dir}/${f}`, 'utf8').matchAll(/\{ "POST", "([^"]+)",\s([^{}]*)\}/g)].map(([, path, rest]) => ({ path, rest }))))
	const ours = rows.filter(({ path, rest }) => /\/(edit|change)$/.test(path) && !/VOLUNTEER|OWN_PHONE/.test(rest))
	assert.deepEqual(ours.filter(({ rest }) => !rest.includes('EDITS(')).map(({ path }) => path), [])
	const left = rows.filter((r) => r.rest.includes('EDITS(') &&
		![...driven].some((at) => new RegExp(`^${r.path.replace(/\{\w+\}/g, '[^/]+')}$`).test(at)))
	assert.deepEqual(left.map((r) => r.path), [])
})

test('theirs is taken, and nothing is written over', async () => {
	const at = `/needs/ledger/${await need()}/edit`
	const [mine, theirs] = [formOf(await page(clerk, at), at), formOf(await page(manager, at), at)]
	status(await manager.post(at, { ...theirs, grid: '第九网格' }, html), 303)
	const both = formOf(status(await clerk.post(at, { ...mine, wished: '周末' }, html), 409).text, at)
	assert.equal(both['take.grid'], 'now', 'what I left alone stays as the other one made it')
	assert.equal(both['take.wished'], 'typed')
	status(await clerk.post(at, both, html), 303)
	const now = formOf(await page(clerk, at), at)
	assert.deepEqual([now.grid, now.wished], ['第九网格', '周末'])
})

test('what is seen in words: the category by its name, who and when', async () => {
	const no = await need()
	const at = `/needs/ledger/${no}/edit`
	status(await clerk.post(at, { ...formOf(await page(clerk, at), at), category: '0004', phone: '13900001234' }, html), 303)
	const [was, became] = ['0017', '0004'].map((code) => last("SELECT name FROM code_item WHERE list = 'service_category' AND code = ?", [code]))
	const deed = (await clerk.getJson(`/needs/ledger/${no}`)).page.Deeds[0]
	assert.equal(deed.staff, '李伟')
	assert.equal(deed.did, '修改了需求')
	assert.ok(deed.Changes.some((c) => c.label === '需求类别' && c.was === was && c.became === became), JSON.stringify(deed))
	assert.ok(deed.Changes.some((c) => c.label.includes('电话') && !c.was && !JSON.stringify(c).includes('13900001234')), JSON.stringify(deed))
	assert.ok((await page(clerk, `/needs/ledger/${no}`)).includes('修改记录'))
})

test('two in the same moment: one is told, none is lost', async () => {
	const at = `/needs/ledger/${await need()}/edit`
	const form = formOf(await page(clerk, at), at)
	const all = await Promise.all(['甲', '乙', '丙', '丁'].map((w, i) => [clerk, manager][i % 2].post(at, { ...form, description: `灯${w}` }, html)))
	const taken = all.filter((r) => r.status === 303).length
	assert.equal(taken, 1, all.map((r) => r.status).join())
	assert.equal(all.filter((r) => r.status === 409 && r.text.includes('现在的内容')).length, 3)
})

test('a way back from 不予受理, with its reason in the history', async () => {
	const no = await need()
	status(await clerk.post(`/needs/ledger/${no}/decline`, { reason: '不在服务范围', how_told: 'phone' }), 303)
	status(await clerk.post(`/needs/ledger/${no}/reopen`, {}), 303)
	const { Deeds } = (await clerk.getJson(`/needs/ledger/${no}`)).page
	assert.ok(Deeds[0].Changes.some((c) => c.was === '不在服务范围'), JSON.stringify(Deeds[0]))
	assert.match(Deeds[0].did, /重新受理/)
})

await end()
