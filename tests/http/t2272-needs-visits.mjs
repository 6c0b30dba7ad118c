// Visits at the desk: once for each form, what they find goes into the file or stands beside it, needs that came up, the route of a day.
import { assert, end, guardGet, guardPost, mobile, sql, staff, status, test, value } from './lib.mjs'

const [clerk, other, elsewhere] = await Promise.all([staff('liwei'), staff('chenjie'), staff('zhaolei')])
const HERE = '/needs/households'
const home = async (who = clerk) => /households\/(F\d+)\?/.exec(status(await who.post(`${HERE}/new`, { name: '孙德福', phone: mobile(), address: '胜利社区 5 号楼',
	grid: '五网格', household_kind: '02', groups: ['03'], members: '2', file_consent: '1' }), 303).location)[1]
const time = (minutes) => new Date(Date.now() + 8 * 3600000 + minutes * 60000).toISOString().slice(0, 16)
const day = (days) => time(days * 1440).slice(0, 10)
// An hour ago, or what there is of it today.
const hour = Math.min(60, Math.floor(((Date.now() + 8 * 3600000) / 60000) % 1440))
const visit = (changes = {}) => ({ visited_at: time(-hour), mode: 'home', result: 'met', found: '精神不错', ...changes })
const log = async (no, changes, who = clerk) => who.submit(`${HERE}/${no}/visit`, visit(changes))
const show = async (no) => status(await clerk.getJson(`${HERE}/${no}`), 200).page
const wrong = (r) => status(r, 422).page.Errors.map((e) => e.field).sort()
const no = await home()

test('a visit is logged, ends the waiting and plans the next', async () => {
	sql('UPDATE household SET waits_since = CURDATE() - INTERVAL 90 DAY WHERE no = ?', [no])
	status(await log(no, { next_on: day(30), companions: '网格员王芳' }), 303)
	const { Household, Visits } = await show(no)
	assert.equal(Household.waits, 0)
	assert.equal(Household.next_on, day(30))
	assert.deepEqual(Visits.map((v) => [v.result, v.note, v.visitor, v.facts]), [['met', '精神不错', '李伟', 'none']])
})

test('nobody at home: the waiting goes on', async () => {
	const one = await home()
	sql('UPDATE household SET waits_since = CURDATE() - INTERVAL 40 DAY WHERE no = ?', [one])
	status(await log(one, { result: 'absent', found: '' }), 303)
	assert.equal((await show(one)).Household.waits, 40)
})

test('one form is one visit, pressed as often as it is', async () => {
	const one = await home()
	const { Key } = (await clerk.getJson(`${HERE}/${one}/visit`)).page
	const form = { ...visit(), key: Key }
	const answers = await Promise.all([1, 2, 3].map(() => clerk.post(`${HERE}/${one}/visit`, form)))
	for (const r of answers) status(r, 303)
	assert.equal((await show(one)).Visits.length, 1)
})

test('what cannot be is said beside its field', async () => {
	for (const [changes, field] of [[{ visited_at: time(30) }, 'visited_at'], [{ visited_at: time(-400 * 1440) }, 'visited_at'], [{ next_on: day(-3) }, 'next_on'],
		[{ found: '' }, 'found'], [{ mode: 'meeting' }, 'mode'], [{ result: 'gone' }, 'result'], [{ need_category: '0004' }, 'need_words'],
		[{ need_words: '量血压' }, 'need_words'], [{ need_category: '9999', need_words: 'x' }, 'need_category'], [{ household_kind: '77' }, 'household_kind'],
		[{ members: '99' }, 'members'], [{ found: '长'.repeat(1001) }, 'found'], [{ visited_at: '2026-02-30T10:00' }, 'visited_at']])
		assert.deepEqual(wrong(await log(no, changes)), [field], JSON.stringify(changes).slice(0, 60))
	status(await clerk.post(`${HERE}/${no}/visit`, visit({ key: 'x' })), 403)
})

test('a need that came up stands in the ledger with the household, its name and address', async () => {
	status(await log(no, { need_category: '0004', need_words: '每周量一次血压' }), 303)
	const [need] = (await show(no)).Needs
	assert.equal(need.description, '每周量一次血压')
	const { Need } = (await clerk.getJson(`/needs/ledger/${need.no}`)).page
	assert.deepEqual([Need.source, Need.name, Need.grid, Need.target_name], ['visit', '孙**', '五网格', '老年人'])
})

test('two from the same file: what the first found goes in, what the second found is kept beside it until somebody chooses', async () => {
	const one = await home()
	const form = async (who) => (await who.getJson(`${HERE}/${one}/visit`)).page
	const [a, b] = [await form(clerk), await form(other)]
	const send = (who, page, changes) => who.post(`${HERE}/${one}/visit`, visit({ key: page.Key, version: page.Form.version, ...changes }))
	status(await send(clerk, a, { members: '3', household_kind: '02', found: '孙女回来了' }), 303)
	status(await send(other, b, { members: '1', household_kind: '03', health: '摔了一跤', found: '老伴去了女儿家' }), 303)
	let { Household, Visits } = await show(one)
	assert.equal(Household.members, 3)
	assert.equal(Visits.find((v) => v.visitor === '陈洁').facts, 'branch')
	const uid = Visits.find((v) => v.visitor === '陈洁').uid
	const { Visit, File, Beside } = status(await clerk.getJson(`/needs/visits/${uid}`), 200).page
	assert.deepEqual([Visit.found_members, File.members, Visit.found_kind, Beside.length], [1, 3, '独居', 1])
	status(await clerk.post(`/needs/visits/${uid}/take`, {}), 303)
	status(await clerk.post(`/needs/visits/${uid}/drop`, {}), 409);
	({ Household, Visits } = await show(one))
	assert.deepEqual([Household.members, Household.kind_name, Visits.find((v) => v.uid === uid).facts], [1, '独居', 'taken'])
	assert.equal(status(await clerk.post(`${HERE}/${one}/unmask`, { purpose: '核对' }), 200).page.Household.health, '摔了一跤')
	const c = await form(clerk)
	status(await send(clerk, c, { members: '1', household_kind: '03' }), 303)
	assert.equal((await show(one)).Visits[0].facts, 'none', 'the same as the file is no news')
})

test('what is not chosen stays beside', async () => {
	const one = await home()
	status(await log(one, { members: '5', version: '0' }), 303)
	const { uid } = (await show(one)).Visits[0]
	status(await other.post(`/needs/visits/${uid}/drop`, {}), 303)
	assert.equal((await show(one)).Household.members, 2)
	assert.equal(status(await clerk.getJson(`/needs/visits/${uid}`), 200).page.Visit.settled_by, '陈洁')
})

test('the ledger of visits has filters, and no household of another station', async () => {
	const list = async (query, who = clerk) => status(await who.getJson(`/needs/visits?${query}`), 200).page.Visits ?? []
	assert.ok((await list(`from=${day(0)}&to=${day(0)}`)).some((v) => v.no === no && v.name === '孙**'))
	assert.ok((await list('facts=dropped')).every((v) => v.facts === 'dropped'))
	assert.ok((await list('mode=home&result=absent')).every((v) => v.result === 'absent'))
	assert.ok(!(await list('', elsewhere)).some((v) => v.no === no))
	assert.ok(status(await clerk.get('/needs/visits?as=csv'), 200).text.startsWith('\uFEFF系统编号'))
})

test('the route of a day: who is due comes first, is put on once, and is done when visited', async () => {
	const one = await home(), far = await home(elsewhere)
	sql('UPDATE household SET next_on = ?, waits_since = CURDATE() - INTERVAL 10 DAY WHERE no = ?', [day(0), one])
	const on = day(1)
	const route = async () => status(await clerk.getJson(`/needs/route?day=${on}`), 200).page
	const before = await route()
	assert.ok(before.Homes.some((h) => h.no === one && h.due === 1 && h.name === '孙**'))
	const me = before.Staff.find((s) => s.name === '李伟').code
	assert.deepEqual(wrong(await clerk.post('/needs/route', { day: on, staff: me })), ['homes'])
	assert.deepEqual(wrong(await clerk.post('/needs/route', { day: day(-1), staff: me, homes: [one] })), ['day'])
	assert.deepEqual(wrong(await clerk.post('/needs/route', { day: on, staff: '0'.repeat(32), homes: [far] })), ['homes', 'staff'])
	status(await clerk.post('/needs/route', { day: on, staff: me, homes: [one, one] }), 303)
	status(await clerk.post('/needs/route', { day: on, staff: me, homes: [one] }), 303)
	const after = await route()
	assert.equal(after.Stops.filter((s) => s.no === one).length, 1)
	assert.ok(!(after.Homes ?? []).some((h) => h.no === one))
	const { stop } = after.Stops.find((s) => s.no === one)
	status(await elsewhere.post('/needs/route/drop', { stop }), 409)
	status(await clerk.post('/needs/route/drop', { stop }), 303)
	status(await clerk.post('/needs/route/drop', { stop }), 409)
	status(await clerk.post('/needs/route', { day: day(0), staff: me, homes: [one] }), 303)
	status(await log(one), 303)
	assert.equal(status(await clerk.getJson('/needs/route'), 200).page.Stops.find((s) => s.no === one).visited, 1)
	assert.equal(status(await clerk.getJson('/needs/route?day=x'), 200).page.Route.day, day(0))
})

const of = () => value('SELECT LOWER(HEX(v.uid)) FROM visit v JOIN household h ON h.id = v.household_id WHERE h.no = ? LIMIT 1', [no])
guardGet('/needs/visits')
guardGet('/needs/visits/{}', { of, elsewhere: 'zhaolei' })
guardGet('/needs/route')
for (const step of ['take', 'drop'])
	guardPost(`/needs/visits/{}/${step}`, { of, elsewhere: 'zhaolei' })
guardPost('/needs/route', { form: { day: day(0), homes: [no] } })
guardPost('/needs/route/drop', { form: { stop: '0'.repeat(32) } })
await end()
