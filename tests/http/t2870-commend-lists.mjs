// Declared lists of the desk: stars, honours, certificates. What lists do in general is tried on the need ledger (t2225).
import { assert, cleanup, end, guardGet, newVolunteer, sql, staff, status, test, value } from './lib.mjs'
import { daysAgo, personOf, served } from './lib/recognition.mjs'
import { cells } from './lib/xlsx.mjs'

const clerk = await staff('liwei')
const reviewer = await staff('wangfang')
const other = await staff('sunli')
const ann = await newVolunteer({ name: '安然' })
const page = async (path, who = clerk) => status(await who.getJson(path), 200).page
const file = async (path) => cells(status(await clerk.get(path), 200).body)
const STATION = '(SELECT id FROM station WHERE no = 1)'

sql(`UPDATE volunteer SET station_id = ${STATION} WHERE no = ?`, [ann.no])
served(ann.no, { minutes: 90, ago: 12 })
for (const [star, state, ago, reason] of [[1, 'awarded', 300, null], [2, 'refused', 200, '=1+1'], [3, 'notice', 100, null]])
	sql(`INSERT INTO star_award (uid, station_id, person_id, star, minutes, state, proposed_at, notice_until, awarded_on, reason)
		VALUES (UNHEX(MD5(?)), ${STATION}, ?, ?, ?, ?, ?, ?, ?, ?)`,
	[`list${ann.no}${star}`, personOf(ann.no), star, 6000 * star, state, `${daysAgo(ago)} 23:30:00`, daysAgo(ago - 7),
		state === 'awarded' ? daysAgo(ago - 8) : null, reason])
cleanup(() => sql('DELETE FROM star_award WHERE person_id = ?', [personOf(ann.no)]))
const LONG_AGO = `from=${daysAgo(301)}&to=${daysAgo(99)}`

test('the ledger of stars has all of them, in any order, between two days', async () => {
	const mine = async (query) => ((await page(`/commend/manage/stars?${query}`)).Awards ?? []).filter((a) => a.no === ann.no)
	assert.deepEqual((await mine(LONG_AGO)).map((a) => [a.star, a.state, a.hours]),
		[[3, 'notice', '300.00'], [2, 'refused', '200.00'], [1, 'awarded', '100.00']])
	assert.deepEqual((await mine(`${LONG_AGO}&sort=star&dir=asc`)).map((a) => a.star), [1, 2, 3])
	assert.deepEqual((await mine(`${LONG_AGO}&sort=minutes&dir=desc`)).map((a) => a.star), [3, 2, 1])
	assert.deepEqual((await mine(`${LONG_AGO}&star=2`)).map((a) => a.reason), ['=1+1'])
	assert.deepEqual((await mine(`from=${daysAgo(200)}&to=${daysAgo(200)}`)).map((a) => a.star), [2], 'the whole of the last day')
	assert.equal((await mine(`${LONG_AGO}&state=withdrawn`)).length, 0)
	const others = (await page(`/commend/manage/stars?${LONG_AGO}&as=print`, other)).Awards ?? []
	assert.ok(!others.some((a) => a.no === ann.no), "another station's list has none of them")
})

test('it goes into a file, hours as a number and no formula', async () => {
	const [head, ...rows] = await file(`/commend/manage/stars?${LONG_AGO}&sort=star&dir=asc&as=xlsx`)
	assert.deepEqual(head, ['认定日', '志愿者编号', '姓名', '星级', '时长（小时）', '公示开始', '公示截止', '授予日期', '原因', '状态'])
	const mine = rows.filter((r) => r[1] === ann.no)
	assert.deepEqual(mine.map((r) => [r[3], r[4], r[9]]),
		[['一星志愿者', 100, '已认定'], ['二星志愿者', 200, '未通过'], ['三星志愿者', 300, '公示中']])
	assert.equal(mine[1][8], '=1+1')
	assert.equal(value("SELECT detail FROM audit WHERE action = 'list.export' AND target = 'Awards' ORDER BY id DESC LIMIT 1"),
		`xlsx ${rows.length}`)
})

const HONOUR = { volunteer_no: ann.no, name: '百分百志愿者', document_no: '', content: '' }

test('honours are found by word, kind, day and state', async () => {
	for (const [kind, ago] of [['own', 40], ['government', 41]])
		status(await clerk.submit('/commend/manage/honours/new', { ...HONOUR, awarded_on: daysAgo(ago), authority_kind: kind,
			authority: kind === 'own' ? '' : '临渭区民政局', document_name: kind === 'own' ? '' : '荣誉证书' }), 303)
	const found = async (query) => ((await page(`/commend/manage/honours?q=${encodeURIComponent('百分百')}&${query}`)).Honours ?? [])
		.map((h) => h.authority_kind)
	assert.deepEqual(await found(''), ['government', 'own'])
	assert.deepEqual(await found('sort=awarded_on&dir=desc'), ['own', 'government'])
	assert.deepEqual(await found(`from=${daysAgo(40)}&to=${daysAgo(40)}`), ['own'])
	assert.deepEqual(await found('authority_kind=government'), ['government'])
	assert.deepEqual(await found('state=to_verify'), ['government', 'own'])
	assert.deepEqual(await found('sort=person'), ['government', 'own'], 'nothing is sorted by a name')
	const rows = await file(`/commend/manage/honours?q=${encodeURIComponent('百分百')}&as=xlsx`)
	assert.deepEqual(rows.slice(1).map((r) => [r[2], r[5], r[7]]),
		[['安然', '县级以上党政部门', '待核实'], ['安然', '本单位', '待核实']])
})

test('certificates are found by their purpose, and sorted by how often they were looked at', async () => {
	for (const purpose of ['名册甲100%', '名册乙'])
		status(await ann.client.submit('/commend/certificate', { purpose }), 303)
	const found = async (query) => ((await page(`/commend/manage/certificates?${query}`)).Certificates ?? []).map((c) => c.purpose)
	const q = `q=${encodeURIComponent('名册')}`
	assert.deepEqual(await found(q), ['名册乙', '名册甲100%'])
	assert.deepEqual(await found(`q=${encodeURIComponent('甲100%')}`), ['名册甲100%'])
	sql("UPDATE certificate SET checks = 7 WHERE purpose = '名册甲100%'")
	assert.deepEqual(await found(`${q}&sort=checks&dir=desc`), ['名册甲100%', '名册乙'])
	assert.deepEqual(await found(`${q}&sort=checks&dir=asc`), ['名册乙', '名册甲100%'])
	assert.deepEqual(await found(`${q}&from=${daysAgo(0)}&to=${daysAgo(0)}`), ['名册乙', '名册甲100%'])
	assert.deepEqual(await found(`${q}&to=${daysAgo(1)}`), [])
	const rows = await file(`/commend/manage/certificates?${q}&as=xlsx`)
	assert.equal(rows[0][5], '时长（小时）')
	assert.deepEqual(rows.slice(1).map((r) => [r[1], r[5], r[6]]), [['安然', 1.5, '名册乙'], ['安然', 1.5, '名册甲100%']])
})

test('the desk leads to the ledger', async () => {
	assert.match(status(await reviewer.get('/commend/manage'), 200).text, /href="\/commend\/manage\/stars"/)
	assert.match(status(await clerk.get('/commend/manage/stars'), 200).text, /认定台账/)
})

guardGet('/commend/manage/stars')
await end()
