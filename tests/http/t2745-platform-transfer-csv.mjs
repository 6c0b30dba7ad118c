// 转移接续 from another platform's CSV: nobody signed it, so it counts nothing until a second person has looked at it, row by
// row or all at once; bad rows are named and the others go on.
import { randomBytes } from 'node:crypto'
import { assert, cleanup, end, guardGet, newVolunteer, sql, staff, status, test, value } from './lib.mjs'
import { plantRecords } from './lib/posting.mjs'

const html = { headers: { Accept: 'text/html' } }
const [clerk, reviewer, manager, other] = await Promise.all([staff('liwei'), staff('wangfang'), staff('zhangmin'), staff('zhaolei')])
for (const c of [clerk, reviewer, manager, other]) await c.getJson('/platform/transfer/csv')
const ann = await newVolunteer({ name: '林小满' })
const person = Number(value('SELECT person_id FROM volunteer WHERE no = ?', [ann.no]))
const brought = () => Number(value(`SELECT COALESCE(MAX(brought_minutes), 0) FROM volunteer_total WHERE person_id = ${person}`))
/* A last line of blanks, so that the files of two runs differ. */
const mark = `\n${[...randomBytes(16)].map((b) => (b & 1 ? ' ' : '\t') + (b & 2 ? ' ' : '\t')).join('')}`
const marked = (content) => content.length ? Buffer.concat([Buffer.from(content), Buffer.from(mark)]) : content
const upload = (content, { client = clerk, volunteer = ann.no, platform = '志愿平台甲' } = {}) =>
	client.upload('/platform/transfer/csv', { volunteer, other: platform }, [{ field: 'bundle', name: 'r.csv', type: 'text/csv', content: marked(content) }])
const noOf = (answer) => /\/platform\/transfer\/(B\w+)\?done=taken$/.exec(status(answer, 303).location)[1]
const show = async (no, client = reviewer) => status(await client.getJson(`/platform/transfer/${no}`), 200).page
const states = async (no) => (await show(no)).Records.map((r) => r.state)
const step = (client, no, verb, form) => client.post(`/platform/transfer/${no}/${verb}`, form)

const rows = '服务日期,活动名称,服务时长,组织单位\r\n2024-03-05,图书整理,1.5,市图书馆\r\n2024/3/6,"图书,整理",0.75,市图书馆\r\n20240307,讲解,2,市博物馆\r\n'
let no

test('UTF-8 with a byte order mark: three rows wait, and whoever brought them cannot let them count', async () => {
	no = noOf(await upload(`\ufeff${rows}`))
	const page = await show(no, clerk)
	assert.deepEqual(page.Records.map((r) => [r.day, r.title, r.hours, r.organiser, r.state]), [['2024-03-05', '图书整理', '1.50', '市图书馆', 'waiting'],
		['2024-03-06', '图书,整理', '0.75', '市图书馆', 'waiting'], ['2024-03-07', '讲解', '2.00', '市博物馆', 'waiting']])
	assert.deepEqual([page.Transfer.state, page.Transfer.signed, page.May], ['unverified', 0, { hand_on: 1, refuse: 1 }])
	assert.equal(status(await step(clerk, no, 'accept', { scope: 'all' }), 422).page.Errors.length, 1)
	assert.match(status(await clerk.get(`/platform/transfer/${no}`), 200).text, /由另一名审核人/)
	assert.equal(brought(), 0)
})

test('the second person confirms one row, then the rest', async () => {
	const page = await show(no)
	assert.deepEqual(page.May, { accept: 1, tick: 1, refuse: 1 })
	status(await step(reviewer, no, 'accept', { scope: 'ticked' }), 422)
	status(await step(reviewer, no, 'accept', { scope: 'ticked', record: ['nonsense'] }), 422)
	status(await step(reviewer, no, 'accept', { scope: 'some' }), 422)
	status(await step(reviewer, no, 'accept', { scope: 'ticked', record: [page.Records[1].code] }), 303)
	assert.deepEqual([brought(), await states(no), (await show(no)).Transfer.state], [45, ['waiting', 'counted', 'waiting'], 'unverified'])
	/* Part of it counts: the one who entered it has no more say in it. */
	assert.equal((await show(no, clerk)).May.refuse, undefined)
	status(await step(clerk, no, 'refuse', { reason: '不是本人的' }), 422)
	status(await step(reviewer, no, 'refuse', { reason: '没有证明' }), 303)
	assert.deepEqual([brought(), await states(no), (await show(no)).Transfer.state], [45, ['refused', 'counted', 'refused'], 'accepted'])
	status(await step(reviewer, no, 'refuse', { reason: '没有证明' }), 409)
})

test('the same file, and the same rows in another file, do not come twice', async () => {
	const r = status(await upload(`\ufeff${rows}`), 409)
	assert.equal(r.page.twice, no)
	const again = noOf(await upload(`${rows}2024-03-08,讲解,1,市博物馆\n`))
	assert.deepEqual(await states(again), ['waiting', 'known', 'waiting', 'waiting'])
	status(await step(reviewer, again, 'accept', { scope: 'all' }), 303)
	assert.equal(brought(), 45 + 90 + 120 + 60)
	status(await step(manager, again, 'withdraw', { reason: '重复登记' }), 303)
	assert.equal(brought(), 45)
})

test('a file that was thrown away may come again', async () => {
	const file = '日期,项目名称,时长（分钟）\n2024-04-01,植树,60\n'
	const first = noOf(await upload(file))
	status(await step(clerk, first, 'refuse', { reason: '传错了文件' }), 303)
	const second = noOf(await upload(file))
	assert.deepEqual([await states(first), await states(second)], [['refused'], ['waiting']])
})

test('GB18030, quotes, times of day and rows that end in nothing', async () => {
	/* 服务日期,活动名称,开始时间,结束时间,记录编号, and 2024-05-01,植树 below it. */
	const gb = Buffer.concat([Buffer.from('b7fecef1c8d5c6da2cbbeeb6afc3fbb3c62cbfaacabccab1bce42cbde1caf8cab1bce42cbcc7c2bcb1e0bac50d0a323032342d30352d3031'
		+ '2cd6b2caf7', 'hex'),
		Buffer.from(',9:05,"2024-05-01 10:35:00","A-1"\r\n,,,,\r\n\r\n')])
	const one = noOf(await upload(gb))
	assert.deepEqual((await show(one)).Records.map((r) => [r.title, r.times, r.minutes]), [['植树', '09:05–10:35', 90]])
	const two = noOf(await upload('服务日期,活动名称,服务时长\n2024-05-02,"他说""好""",1\n'))
	assert.equal((await show(two)).Records[0].title, '他说"好"')
	const three = noOf(await upload("服务日期,活动名称,服务时长\n2024-05-03,'=1+1,1\n"))
	assert.equal((await show(three)).Records[0].title, '=1+1')
	assert.ok(!status(await reviewer.get(`/platform/transfer/${two}`), 200).text.includes('"好"'))
})

test('our own records come back by their numbers and are known; the same day and minutes are doubtful', async () => {
	const [uid] = plantRecords({ person, minutes: 90, ago: 2 })
	const own = sql(`SELECT no, served_on, DATE_FORMAT(starts_at, '%H:%i') AS t FROM service_record WHERE uid = x'${uid}'`)[0]
	const one = noOf(await upload(`服务日期,活动名称,时长,编号\n${own.served_on},楼道清洁日,1.5,${own.no}\n${own.served_on},楼道清洁日,1.5,X1\n${own.served_on},另一个活动,1,X2\n`))
	assert.deepEqual((await show(one)).Records.map((r) => [r.state, r.flag]), [['known', 'same'], ['waiting', 'same'], ['waiting', undefined]])
	assert.match(status(await reviewer.get(`/platform/transfer/${one}`), 200).text, /疑似重复/)
	const two = noOf(await upload(`服务日期,活动名称,开始时间,结束时间\n${own.served_on},楼道清洁日,${own.t},11:00\n`))
	assert.deepEqual(await states(two), ['overlap'])
})

test('what is wrong is named with its line, and nothing is stored', async () => {
	const head = '服务日期,活动名称,服务时长,开始时间,结束时间,姓名,证件号码\n'
	const before = value('SELECT COUNT(*) FROM transfer')
	const cases = [
		['服务日期,时长\n2024-06-01,1\n', /缺少必要的列/], ['活动名称,服务时长\nx,1\n', /缺少必要的列/], [head, /没有记录/], ['\n\n', /没有记录/],
		[`${head}2024-06-01,植树,-1\n`, /第 2 行：.*不大于零/], [`${head}2024-06-01,植树,0\n`, /不大于零/], [`${head}2024-06-01,植树,25\n`, /不大于零/],
		[`${head}2024-06-01,植树,约1小时\n`, /看不懂/], [`${head}2024-02-30,植树,1\n`, /服务日期看不懂/], [`${head}去年,植树,1\n`, /服务日期看不懂/],
		[`${head}2999-01-01,植树,1\n`, /今天之后/], [`${head}2024-06-01,,1\n`, /活动名称为空/], [`${head}2024-06-01,植树,,10:00,09:00\n`, /先后颠倒/],
		[`${head}2024-06-01,植树,3,09:00,10:00\n`, /超过起止时间/], [`${head}2024-06-01,植树,1,九点,十点\n`, /先后颠倒/], [`${head}2024-06-01,植树,1,2024-06-02 9:00,10:00\n`, /先后颠倒/],
		[`${head}2024-06-01,植树,1,,,王建国\n`, /姓名不是/], [`${head}2024-06-01,植树,1,,,,610502199001010011\n`, /证件号码不是/],
		[`${head}2024-06-01,"植树,1\n`, /引号/], [Buffer.from([0x80, 0x80, 0x2c]), /UTF-8 或 GB18030/], [Buffer.from('a\0b'), /UTF-8 或 GB18030/],
		[`${head}${Array.from({ length: 2100 }, (_, i) => `2024-06-01,植树${i},1\n`).join('')}`, /2000 行/],
	]
	for (const [content, says] of cases) {
		const r = await upload(content)
		assert.equal(r.status, 422, `${says} ${r.status} ${String(content).slice(0, 100)}`)
		assert.match(r.page.Errors[0].text, says)
		assert.equal(r.page.Form.other, '志愿平台甲')
	}
	assert.equal(status(await upload(`${head}${'x,植树,1\n'.repeat(50)}`), 422).page.Errors[0].text.split('；').length, 10)
	status(await upload(rows, { volunteer: 'V2699999999' }), 422)
	status(await upload(rows, { client: other }), 422)
	status(await upload(rows, { platform: '' }), 422)
	status(await upload(''), 422)
	assert.match((await clerk.upload('/platform/transfer/csv', { volunteer: ann.no, other: '甲甲' }, [{ field: 'bundle', name: 'r', content: 'x\ny\n' }], html)).text, /缺少必要的列/)
	assert.equal(value('SELECT COUNT(*) FROM transfer'), before)
})

test('a bad row is named where the others stand', async () => {
	const page = await show(noOf(await upload('志愿服务记录表\n服务日期,活动名称,服务时长,开始时间,结束时间,姓名\n2024-06-01,植树,1\n2024-06-02,植树,1\n2024-06-01,植树,1\n'
		+ '2024-06-03,植树,1,09:00,10:00\n2024-06-03,讲解,1,09:59,11:00\n2024年6月4日,巡河,1.5小时,,,林**\n2024-06-05,巡河,1,,,王**\n去年,巡河,1\n')))
	assert.deepEqual(page.Records.map((r) => [r.day, r.title, r.hours]), [['2024-06-01', '植树', '1.00'], ['2024-06-02', '植树', '1.00'],
		['2024-06-03', '植树', '1.00'], ['2024-06-04', '巡河', '1.50']])
	assert.deepEqual(page.LeftOut, [{ line: '5', fault: 'same_row', other: '3' }, { line: '7', fault: 'same_time', other: '6' },
		{ line: '9', fault: 'other_name' }, { line: '10', fault: 'bad_day' }])
})

test('one file is one person: it cannot be brought in for a second', async () => {
	const ben = await newVolunteer({ name: '赵一鸣' })
	status(await upload(`\ufeff${rows}`, { volunteer: ben.no }), 409)
})

test('a reviewer who brought it in needs another one too, whatever the database is told', async () => {
	const mine = noOf(await upload('服务日期,活动名称,时长\n2024-09-01,巡河,1\n', { client: reviewer }))
	assert.equal((await show(mine)).May.hand_on, 1)
	status(await step(reviewer, mine, 'accept', { scope: 'all' }), 422)
	assert.throws(() => sql("UPDATE transfer SET counted_minutes = 60, handled_by = entered_by WHERE no = ?", [mine]), /transfer_two_persons/)
	status(await step(manager, mine, 'accept', { scope: 'all' }), 303)
})

guardGet('/platform/transfer/csv')
await end()
