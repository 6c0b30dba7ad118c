// Who asks is reached, answered by a day, and not twice in the ledger: the whole contact for a purpose, changes that stay readable, clocks,
// many verified at once, doubles merged, needs of a household, and when somebody was last served.
import { assert, cleanup, end, guardGet, guardPost, mobile, sql, staff, status, test, value } from './lib.mjs'

const [clerk, elsewhere] = await Promise.all([staff('liwei'), staff('zhaolei')])
const HERE = '/needs/ledger'
const entry = { source: 'visit', name: '钱玉兰', phone: mobile(), address: '胜利社区 6 号楼 101', sex: '2', age_band: '80+', category: '0017', target_group: '03',
	grid: '六网格', description: '想有人陪着看病', wished: '', frequency: '每月', risk: '' }
const add = async (changes = {}, who = clerk) => /ledger\/(N\d+)\?/.exec(status(await who.post(`${HERE}/new`, { ...entry, phone: mobile(), ...changes }), 303).location)[1]
const show = async (no, who = clerk) => status(await who.getJson(`${HERE}/${no}`), 200).page
const wrong = (r) => status(r, 422).page.Errors.map((e) => e.field).sort()
const no = await add({ phone: entry.phone })
const far = await add({}, elsewhere)
const day = (days) => new Date(Date.now() + (8 + 24 * days) * 3600000).toISOString().slice(0, 10)

test('address, sex, age and how often stand in the ledger, the whole contact after a look', async () => {
	const { Need } = await show(no)
	assert.deepEqual([Need.address, Need.sex_name, Need.age_band, Need.frequency], ['胜利社区 6****', '女', '80 岁及以上', '每月'])
	assert.deepEqual(wrong(await clerk.post(`${HERE}/${no}/unmask`, {})), ['purpose'])
	const r = status(await clerk.post(`${HERE}/${no}/unmask`, { purpose: '电话核实' }), 200)
	assert.deepEqual([r.page.Need.name, r.page.Need.phone, r.page.Need.address], ['钱玉兰', entry.phone, entry.address])
	assert.equal(r.headers['cache-control'], 'no-store')
	assert.equal(value(`SELECT COUNT(*) FROM audit a JOIN need n ON n.id = a.target_id WHERE a.action = 'need.unmask' AND n.no = ?`, [no]), '1')
	assert.ok(Number(value("SELECT COUNT(*) FROM unmask WHERE field = 'need.phone' AND purpose = '电话核实'")) >= 1)
	assert.equal((await show(no)).Need.name, '钱**')
})

test('the form of a need sent twice is one need, and leads to it', async () => {
	const { Key } = status(await clerk.getJson(`${HERE}/new`), 200).page
	const form = { ...entry, phone: mobile(), key: Key }
	const all = await Promise.all([1, 2].map(() => clerk.post(`${HERE}/new`, form)))
	all.push(await clerk.post(`${HERE}/new`, form))
	assert.equal(new Set(all.map((r) => /N\d+/.exec(status(r, 303).location)[0])).size, 1)
	status(await clerk.post(`${HERE}/new`, { ...form, key: 'ab'.repeat(32) }), 403)
})

test('an answer is due by a day, is late behind it, and given it stands there; who is told no has an answer too', async () => {
	const one = await add()
	const need = (await show(one)).Need
	assert.equal(need.reply_left, 5)
	// Five working days, longer over days off.
	assert.ok(need.reply_by >= day(5), need.reply_by)
	sql('UPDATE need SET reply_by = CURDATE() - INTERVAL 1 DAY WHERE no = ?', [one])
	const reply = async (word) => ((await clerk.getJson(`${HERE}?reply=${word}&category=0017`)).page.Needs ?? []).filter((n) => n.no === one).map((n) => n.reply)
	assert.deepEqual(await reply('late'), ['late'])
	assert.equal((await show(one)).Need.reply_left <= 0, true)
	assert.deepEqual(wrong(await clerk.post(`${HERE}/${one}/answer`, { answer_how: 'letter', answer: '已说明' })), ['answer_how'])
	assert.deepEqual(wrong(await clerk.post(`${HERE}/${one}/answer`, { answer_how: 'phone', answer: '' })), ['answer'])
	status(await clerk.post(`${HERE}/${one}/answer`, { answer_how: 'phone', answer: '已电话说明，介绍到民政窗口' }), 303)
	assert.deepEqual(await reply('late'), [])
	assert.deepEqual([await reply('answered'), await reply('after')], [['after'], ['after']])
	const { Need } = await show(one)
	assert.deepEqual([Need.answer_how, Need.answered_by, Need.answered_on, Need.answered_late, Need.reply_left], ['phone', '李伟', day(0), 1, undefined])
	const other = await add()
	assert.deepEqual(wrong(await clerk.post(`${HERE}/${other}/decline`, { reason: '不属于志愿服务' })), ['how_told'])
	assert.deepEqual(wrong(await clerk.post(`${HERE}/${other}/decline`, { reason: '不属于志愿服务', how_told: 'letter' })), ['how_told'])
	assert.equal((await show(other)).Need.state, 'to_verify')
	status(await clerk.post(`${HERE}/${other}/decline`, { reason: '不属于志愿服务', how_told: 'visit' }), 303)
	const told = (await show(other)).Need
	assert.deepEqual([told.state, told.answer, told.answer_how, told.answered_on, told.answered_late], ['declined', '不属于志愿服务', 'visit', day(0), 0])
})

test('a change stays readable, a new category is counted, and what is sealed is named without its words', async () => {
	const one = await add()
	const { Form, Staff } = status(await clerk.getJson(`${HERE}/${one}/edit`), 200).page
	assert.equal(Form.phone, undefined)
	const count = (category) => Number(value(`SELECT COALESCE(SUM(n), 0) FROM need_count WHERE station_id = 1 AND of_state = 'to_verify' AND category = ?`, [category]))
	const before = [count('0017'), count('0004')]
	const form = { ...Form, category: '0004', phone: mobile(), owner: Staff.find((s) => s.name === '陈洁').code, reply_by: day(3) }
	status(await clerk.post(`${HERE}/${one}/edit`, form), 303)
	assert.deepEqual([count('0017'), count('0004')], [before[0] - 1, before[1] + 1])
	const { Deeds: [{ staff: who, Changes }], Need } = await show(one)
	assert.deepEqual(Changes.map((c) => c.field).sort(), ['category', 'owner', 'phone', 'reply_by'])
	assert.deepEqual(Changes.filter((c) => c.field === 'category').map((c) => [c.was, c.became, who]), [['助老助残', '卫生健康', '李伟']])
	assert.equal(Changes.find((c) => c.field === 'phone').became, undefined)
	assert.deepEqual([Need.owner, Need.reply_by], ['陈洁', day(3)])
	assert.deepEqual(wrong(await clerk.post(`${HERE}/${one}/edit`, { ...form, category: '9999', sex: '7', owner: '0'.repeat(32) })), ['category', 'owner', 'sex'])
})

test('many are verified with one click, all or none; and one leads to the next', async () => {
	const [a, b, c] = [await add(), await add(), await add()]
	assert.deepEqual(wrong(await clerk.post(`${HERE}/verify`, {})), ['needs'])
	status(await clerk.post(`${HERE}/verify`, { needs: [a, far] }), 404)
	assert.equal((await show(a)).Need.state, 'to_verify')
	const r = status(await clerk.post(`${HERE}/${c}/verify`, { note: '', next: '1' }), 303)
	assert.ok(r.location.includes(`/needs/ledger/${b}?`), r.location)
	status(await clerk.post(`${HERE}/verify`, { needs: [a, b], note: '电话核实' }), 303)
	assert.deepEqual([(await show(a)).Need.state, (await show(b)).Need.verify_note], ['verified', '电话核实'])
	status(await clerk.post(`${HERE}/verify`, { needs: [a] }), 409)
})

test('two that are one: found by the telephone, merged, and counted once', async () => {
	const phone = mobile()
	const [a, b] = [await add({ phone }), await add({ phone, description: '陪着去医院' })]
	assert.deepEqual((await show(b)).Doubles.map((d) => d.no), [a])
	for (const into of [b, far, 'N9900100001']) assert.deepEqual(wrong(await clerk.post(`${HERE}/${b}/merge`, { into })), ['into'])
	status(await clerk.post(`${HERE}/${b}/merge`, { into: a }), 303)
	status(await clerk.post(`${HERE}/${b}/merge`, { into: a }), 409)
	const { Need } = await show(b)
	assert.deepEqual([Need.state, Need.merged_into], ['merged', a])
	assert.deepEqual(wrong(await clerk.post(`${HERE}/${a}/merge`, { into: b })), ['into'])
	status(await clerk.post(`${HERE}/${b}/answer`, { answer_how: 'phone', answer: '已答复' }), 409)
	status(await clerk.getJson(`${HERE}/${b}/edit`), 409)
})

test('of a household on file it has the name, telephone and address; of another station it is not there', async () => {
	const file = async (who) => /households\/(F\d+)\?/.exec(status(await who.post('/needs/households/new', { name: '冯秀英', phone: mobile(), address: '胜利社区 8 号楼', grid: '八网格',
		file_consent: '1' }), 303).location)[1]
	const home = await file(clerk)
	const one = await add({ household: home, name: '', phone: '', address: '', grid: '' })
	const { Need } = await show(one)
	assert.deepEqual([Need.household, Need.name, Need.address, Need.grid], [home, '冯**', '胜利社区 8****', '八网格'])
	assert.deepEqual(wrong(await clerk.post(`${HERE}/new`, { ...entry, household: await file(elsewhere) })), ['household'])
})

test('when somebody was last served comes from hours that count, not from a click', async () => {
	const one = await add()
	status(await clerk.post(`${HERE}/${one}/verify`, {}), 303)
	assert.equal((await show(one)).Need.served_on, undefined)
	const [record] = sql(`SELECT r.served_on, a.project_id FROM service_record r JOIN activity a ON a.id = r.activity_id
		WHERE r.state = 'effective' AND a.project_id IS NOT NULL ORDER BY r.served_on DESC LIMIT 1`)
	sql('INSERT INTO project_need (project_id, need_id) SELECT ?, id FROM need WHERE no = ?', [record.project_id, one])
	cleanup(() => sql('DELETE x FROM project_need x JOIN need n ON n.id = x.need_id WHERE n.no = ?', [one]))
	assert.ok(!((await show(one)).Need.served_on < value('SELECT CURDATE()')), 'nothing from before it was told')
	sql('UPDATE need SET registered_at = ? WHERE no = ?', [record.served_on, one])
	assert.ok((await show(one)).Need.served_on >= record.served_on)
})

const of = () => no
guardGet(`${HERE}/{}/edit`, { of, elsewhere: 'zhaolei' })
for (const [step, form] of [['edit', entry], ['unmask', { purpose: '看看' }], ['answer', { answer_how: 'phone', answer: '好的' }], ['merge', { into: 'N1' }]])
	guardPost(`${HERE}/{}/${step}`, { of, form, elsewhere: 'zhaolei' })
guardPost(`${HERE}/verify`, { form: { needs: ['N1'] } })
await end()
