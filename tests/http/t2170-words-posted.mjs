// The lists speak the words of the two plans that stations work by; a platform hears its own codes, and what was there keeps its own.
import { assert, end, newVolunteer, platformSim, sql, staff, status, test, value } from './lib.mjs'
import { plantRecords, posted } from './lib/posting.mjs'

const { Categories } = (await (await newVolunteer()).client.getJson('/account/me/edit')).page
const clerk = await staff('liwei')
const words = (list) => list.flatMap((c) => [c.name, ...(c.hint ?? '').split('、')])

test('the fifteen kinds of service of Inner Mongolia and the eight of Weinan are to be chosen', () => {
	const missing = ['扶贫帮困', '助老助残', '助学支教', '治安维稳', '卫生健康', '环境保护', '宣传教育', '文化体育', '助农增收', '科技帮扶', '心理咨询',
		'法律援助', '应急救援', '就业指导', '便民利民', '家政服务', '文体活动', '文化艺术', '文明劝导', '心理疏导', '医疗保健', '教育培训', '法律服务', '美化绿化']
		.filter((w) => !words(Categories).includes(w))
	assert.deepEqual(missing, [])
	assert.equal(Categories[0].name, '扶贫帮困')
})

test('so are the groups that both name, where a need is entered and where a project is planned', async () => {
	const groups = ['空巢老人', '孤寡高龄老人', '留守老人', '留守儿童', '困境儿童', '留守妇女', '残疾人', '优抚对象', '退役军人', '困难职工', '低保人员',
		'特困人员', '特困户', '帮教对象', '其他困难群众']
	const need = words((await clerk.getJson('/needs/ledger/new')).page.Recipient)
	const plan = words((await clerk.getJson('/project/new')).page.Recipients)
	for (const g of groups) assert.ok(need.includes(g) && plan.includes(g), g)
})

test('and the ways of training of Weinan', async () => {
	const modes = words((await clerk.getJson('/training/manage/new')).page.Modes)
	for (const w of ['集中辅导', '座谈交流', '案例分析', '面授', '远程']) assert.ok(modes.includes(w), w)
})

test('every code of the lists has a counterpart of the platform, which is one of its own', () => {
	const own = (list) => sql("SELECT code FROM code_item WHERE list = ? AND platform IS NULL", [list]).map((r) => r.code)
	for (const list of ['service_category', 'recipient', 'training_mode'])
		assert.deepEqual(sql('SELECT code, platform FROM code_item WHERE list = ? AND platform IS NOT NULL', [list])
			.filter((r) => !own(list).includes(r.platform)), [], list)
	assert.deepEqual(own('service_category').filter((c) => !/^\d{4}$/.test(c)), [])
})

test('a record is posted with the code that the platform knows; one that it knows stays as it is', async () => {
	const [uid] = plantRecords({ person: 2, noted: false })
	const [other] = plantRecords({ person: 3, noted: false })
	sql(`UPDATE service_record SET category = 'S002' WHERE uid = x'${uid}'`)
	sql(`UPDATE service_record SET category = '0015' WHERE uid = x'${other}'`)
	for (const u of [uid, other])
		sql(`INSERT INTO outbox_todo (source, record_id, station_id) SELECT 'service_record', id, station_id FROM service_record WHERE uid = x'${u}'`)
	const keys = [(await posted(uid)).item_key, (await posted(other)).item_key]
	const held = await platformSim('dump?kind=service_record')
	assert.deepEqual(keys.map((k) => held.find((r) => r.key === k).item.category), ['0017', '0015'])
})

test('what a volunteer wishes to do is posted in the codes of the platform, each once', async () => {
	const v = await newVolunteer({ categories: ['S004', '0001', 'S005', '0017'] })
	const uid = value('SELECT HEX(p.uid) FROM person p JOIN volunteer v ON v.person_id = p.id WHERE v.no = ?', [v.no])
	const key = (await posted(uid)).item_key
	const held = (await platformSim('dump?kind=volunteer')).find((r) => r.key === key)
	assert.deepEqual(held.item.categories.split(',').sort(), ['0001', '0010', '0017'])
	assert.equal(value('SELECT categories FROM volunteer WHERE no = ?', [v.no]), 'S004,0001,S005,0017')
	status(await v.client.getJson('/account/me'), 200)
})

test('a code that nobody may choose any more is read, and is no choice', async () => {
	const [{ id, was }] = sql("SELECT id, category AS was FROM need WHERE station_id = 1 ORDER BY id DESC LIMIT 1")
	sql("UPDATE need SET category = '0019' WHERE id = ?", [id])
	try {
		const { Needs } = (await clerk.getJson('/needs/ledger?category=0019')).page
		assert.equal(Needs[0].category_name, '海外志愿服务')
	} finally {
		sql('UPDATE need SET category = ? WHERE id = ?', [was, id])
	}
	assert.ok(!Categories.some((c) => c.code === '0019'))
	assert.equal((await clerk.post('/needs/ledger/new', { source: 'visit', category: '0019', detail: '看一看' })).status, 422)
})

await end()
