// Needs copied out of Excel: looked at first, stored in one go, what is wrong stays in the box with its reason beside the row.
import { assert, end, guardGet, guardPost, mobile, sql, staff, status, test, value } from './lib.mjs'

const AT = '/needs/ledger/paste'
const [clerk, elsewhere] = await Promise.all([staff('liwei'), staff('zhaolei')])
const HEAD = '姓名\t联系电话\t住址\t需求类别\t需求描述\t人群类别\t性别\t楼长'
const send = async (table, more = {}, who = clerk) => {
	const { Key } = status(await who.getJson(AT), 200).page
	return who.upload(AT, { source: 'grid', key: Key, table, ...more }, [])
}
const look = async (table, more) => status(await send(table, more), 200).page
const store = (table, more = {}, who = clerk) => send(table, { store: '1', ...more }, who)
const count = () => Number(value('SELECT COUNT(*) FROM need WHERE station_id = 1'))
const wordsOf = (page) => page.Rows.map((r) => r.word)
const faults = (row) => (row.Faults ?? []).map((f) => f.text).join('|')
let tag = 0
const unique = () => `粘贴测试第 ${process.pid}-${tag++} 件：想有人帮忙买菜`

test('a table with titles is looked at: nothing is stored, names of lists are understood, columns of no use are named', async () => {
	const before = count()
	const page = await look(`胜利社区需求摸底表\n${HEAD}\n钱玉兰\t${mobile()}\t6 号楼\t助老助残\t"每周\n陪着聊聊"\t老年人\t女\t王芳\n赵建国\t\t\t医疗保健\t想量"血压"\t\t\t`)
	assert.deepEqual(wordsOf(page), ['good', 'good'])
	assert.deepEqual([page.Rows[0].category_name, page.Rows[0].target_name, page.Rows[0].description, page.Rows[0].source], ['助老助残', '老年人', '每周\n陪着聊聊', 'grid'])
	assert.deepEqual([page.Rows[1].category_name, page.Rows[1].description], ['卫生健康', '想量"血压"'])
	assert.deepEqual([page.Unused, page.Above, page.Good, page.Bad], ['楼长', '胜利社区需求摸底表', 2, undefined])
	assert.equal(count(), before)
})

test('good rows are stored sealed and audited, bad ones stay in the box with what is wrong beside each', async () => {
	const phone = mobile(), what = unique()
	const r = status(await store(`${HEAD}\n冯秀英\t${phone}\t8 号楼\t助老助残\t${what}\t老年人\t女\t\n周明\t1380000\t\t理财\t借钱\t\t\t\n吴大海\t\t\t助老助残\t\t\t\t`), 422)
	assert.deepEqual(wordsOf(r.page), ['stored', 'bad', 'bad'])
	assert.match(faults(r.page.Rows[1]), /电话.*\|.*需求类别不在可选的里面：理财/)
	assert.match(faults(r.page.Rows[2]), /请填写需求描述/)
	assert.deepEqual(r.page.Form.table.trim().split('\n').map((l) => l.split('\t')[0]), ['姓名', '周明', '吴大海'])
	assert.deepEqual([r.page.Stored, r.page.Bad], [1, 2])
	const [need] = sql('SELECT no, source, sex, name_sealed LIKE \'%冯秀英%\' AS plain, phone_index IS NOT NULL AS found, registered_by FROM need WHERE description = ?', [what])
	assert.deepEqual([need.no, need.source, need.sex, need.plain, need.found], [r.page.Rows[0].no, 'grid', '2', '0', '1'])
	assert.equal(value(`SELECT COUNT(*) FROM audit WHERE action = 'need.paste' AND detail = '1' AND actor_id = ?`, [need.registered_by]) >= 1, true)
	assert.equal(value(`SELECT COUNT(*) FROM audit a JOIN need n ON n.id = a.target_id WHERE a.action = 'need.add' AND n.no = ?`, [need.no]), '1')
	// Put right, the rest goes in with the key of the page that came back.
	const fixed = await clerk.upload(AT, { source: 'grid', key: r.page.Key, store: '1', table: r.page.Form.table.replace('1380000', mobile()).replace('理财', '便民利民').replace('借钱', unique()).replace('助老助残\t\t', `助老助残\t${unique()}\t`) }, [])
	assert.match(status(fixed, 303).location, /needs_pasted/)
})

test('without titles the usual order holds; sent twice, also at once, it is stored once', async () => {
	const what = [unique(), unique()]
	const table = `郑桂花\t${mobile()}\t1 号楼\t0001\t${what[0]}\t老年人\t一网格\t周三\n孙立\t\t\t便民利民\t${what[1]}`
	const { Key } = status(await clerk.getJson(AT), 200).page
	const form = { source: 'phone', key: Key, store: '1', table }
	const all = await Promise.all([clerk.upload(AT, form, []), clerk.upload(AT, form, [])])
	all.push(await clerk.upload(AT, form, []))
	for (const r of all) assert.match(status(r, 303).location, /needs_pasted/)
	for (const w of what) assert.equal(value('SELECT COUNT(*) FROM need WHERE description = ?', [w]), '1')
	assert.equal(value('SELECT grid FROM need WHERE description = ?', [what[0]]), '一网格')
})

test('a double of an open need is named by its number, twins in the table by their row; both go in when it is said so', async () => {
	const phone = mobile()
	const first = `李桂英\t${phone}\t\t助老助残\t${unique()}`
	status(await store(first), 303)
	const no = value("SELECT no FROM need WHERE station_id = 1 ORDER BY id DESC LIMIT 1")
	const again = `李桂英\t${phone}\t\t助老助残\t${unique()}\n何平\t\t\t便民利民\t换灯泡换灯泡 ${process.pid}\n何平\t\t\t便民利民\t换灯泡换灯泡 ${process.pid}`
	const page = await look(again)
	assert.deepEqual(wordsOf(page), ['bad', 'good', 'bad'])
	assert.match(faults(page.Rows[0]), new RegExp(no))
	assert.match(faults(page.Rows[2]), /2$/)
	assert.deepEqual(wordsOf(await look(again, { doubles: '1' })), ['good', 'good', 'good'])
	// What stands there twice and is wanted twice is stored twice, and sent again no third time.
	const same = `何安\t\t\t便民利民\t两家都要换灯泡 ${process.pid}`
	const { Key } = status(await clerk.getJson(AT), 200).page
	for (let i = 0; i < 2; i++) status(await clerk.upload(AT, { source: 'grid', key: Key, store: '1', doubles: '1', table: `${same}\n${same}` }, []), 303)
	assert.equal(value('SELECT COUNT(*) FROM need WHERE description = ?', [`两家都要换灯泡 ${process.pid}`]), '2')
	// Without a telephone the name and the words tell.
	status(await store(`何平\t\t\t便民利民\t换灯泡换灯泡 ${process.pid}`), 303)
	assert.deepEqual(wordsOf(await look(`何平\t\t\t便民利民\t换灯泡换灯泡 ${process.pid}\n何安\t\t\t便民利民\t换灯泡换灯泡 ${process.pid}`)), ['bad', 'good'])
	// Another station's open need is no double here.
	assert.match(status(await store(first, {}, elsewhere), 303).location, /needs_pasted/)
})

test('a household on file gives what the row leaves out; one of another station is not there', async () => {
	const file = async (who) => /households\/(F\d+)\?/.exec(status(await who.post('/needs/households/new', { name: '褚秀兰', phone: mobile(), address: '胜利社区 9 号楼', grid: '九网格', file_consent: '1' }), 303).location)[1]
	const [here, there] = [await file(clerk), await file(elsewhere)]
	const page = await look(`档案编号\t需求类别\t需求描述\n${here}\t助老助残\t${unique()}\n${there}\t助老助残\t${unique()}`)
	assert.deepEqual(wordsOf(page), ['good', 'bad'])
	assert.deepEqual([page.Rows[0].name, page.Rows[0].grid, page.Rows[0].address], ['褚**', '九网格', '胜利社区 9****'])
	assert.match(page.Rows[0].phone, /\*{4}/)
	assert.ok(!JSON.stringify(page).includes('褚秀兰'))
	assert.match(faults(page.Rows[1]), new RegExp(there))
})

test('too many rows, no rows, no column of needs, nothing, a strange source: said beside the field, all stays typed', async () => {
	const many = Array.from({ length: 201 }, (_, i) => `\t\t\t便民利民\t第 ${i} 件事`).join('\n')
	for (const [table, more, field] of [[many, {}, 'table'], [HEAD, {}, 'table'], ['姓名\t电话\n张三\t1', {}, 'table'], ['', {}, 'table'], ['a\tb', { source: 'order' }, 'source']]) {
		const r = status(await store(table, more), 422)
		assert.deepEqual(r.page.Errors.map((e) => e.field), [field])
		assert.equal(r.page.Form.table ?? '', table)
	}
	assert.match(status(await store(many), 422).page.Errors[0].text, /200/)
})

test('200 rows of 100 letters go in at one stroke; hostile cells are text', async () => {
	const before = count()
	const table = Array.from({ length: 200 }, (_, i) => `\t${mobile()}\t\t便民利民\t${'要人帮忙'.repeat(24)}${process.pid} ${i}`).join('\n')
	assert.match(status(await store(table), 303).location, /needs_pasted/)
	assert.equal(count(), before + 200)
	const page = await look(`=cmd|' /C calc'!A0\t\t\t便民利民\t<script>alert(1)</script>😀`)
	assert.equal(page.Rows[0].description, '<script>alert(1)</script>😀')
	assert.deepEqual(wordsOf(page), ['bad'])
})

test('without the key of the form, or with one of another, nothing is stored', async () => {
	const before = count()
	status(await clerk.upload(AT, { source: 'grid', store: '1', table: `\t\t\t便民利民\t${unique()}` }, []), 403)
	status(await clerk.upload(AT, { source: 'grid', store: '1', key: 'ab'.repeat(32), table: `\t\t\t便民利民\t${unique()}` }, []), 403)
	assert.equal(count(), before)
})

guardGet(AT)
guardPost(AT, { form: { source: 'grid', table: 'a\tb' } })
await end()
