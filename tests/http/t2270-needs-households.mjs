// Files of households: entered with consent, sealed and masked, whole after a look that is written down, people, changes, the end.
import { Client, assert, cleanup, end, guardGet, guardPost, mobile, sql, staff, status, test, value } from './lib.mjs'

const [clerk, other, elsewhere] = await Promise.all([staff('liwei'), staff('chenjie'), staff('zhaolei')])
const phone = mobile()
const home = { name: '赵桂兰', phone, address: '胜利社区 3 号楼 502', contact: '赵强（儿子）13900001111', health: '膝盖不好', grid: '三网格',
	household_kind: '03', groups: ['03', '04'], members: '1', next_on: '', file_consent: '1' }
const HERE = '/needs/households'
const add = async (changes = {}) => {
	const r = status(await clerk.post(`${HERE}/new`, { ...home, phone: mobile(), ...changes }), 303)
	return /households\/(F\d+)\?/.exec(r.location)[1]
}
const show = async (no, who = clerk) => status(await who.getJson(`${HERE}/${no}`), 200).page
const wrong = (r) => status(r, 422).page.Errors.map((e) => e.field).sort()
const no = await add({ phone })
const of = () => no

test('a file is sealed where it says who and where, and shown in part', async () => {
	const { Household, Unmasked } = await show(no)
	assert.equal(Household.name, '赵**')
	assert.equal(Household.phone, `${phone.slice(0, 3)}****${phone.slice(-4)}`)
	assert.equal(Household.address, '胜利社区 3****')
	assert.equal(Household.contact, '****')
	assert.equal(Household.health, '****')
	assert.equal(Household.groups, '老年人、残疾人')
	assert.equal(Unmasked, undefined)
	assert.equal(value(`SELECT CONCAT(name_sealed, phone_sealed, address_sealed, contact_sealed, health_sealed) REGEXP '赵|胜利|膝盖|1390' FROM household WHERE no = ?`, [no]), '0')
	const listed = (await clerk.getJson(`${HERE}?q=${no}`)).page.Homes
	assert.deepEqual(listed.map((h) => [h.no, h.name]), [[no, '赵**']])
})

test('without consent, a name or real codes there is no file', async () => {
	assert.deepEqual(wrong(await clerk.post(`${HERE}/new`, { ...home, name: '', file_consent: '', phone: '1380000' })), ['phone'])
	assert.deepEqual(wrong(await clerk.post(`${HERE}/new`, { ...home, name: '', file_consent: '' })), ['file_consent', 'name'])
	assert.deepEqual(wrong(await clerk.post(`${HERE}/new`, { ...home, household_kind: '77', groups: ['03', 'zz'] })), ['groups', 'household_kind'])
	assert.deepEqual(wrong(await clerk.post(`${HERE}/new`, { ...home, next_on: '2020-01-01', members: '0' })), ['members'])
	assert.deepEqual(wrong(await clerk.post(`${HERE}/new`, { ...home, next_on: '2020-01-01' })), ['next_on'])
	const again = status(await clerk.post(`${HERE}/new`, home), 422).page.Errors[0]
	assert.match(again.text, new RegExp(no))
})

test('whole once, for a purpose, and that is written down', async () => {
	assert.deepEqual(wrong(await clerk.post(`${HERE}/${no}/unmask`, { purpose: '' })), ['purpose'])
	const r = status(await clerk.post(`${HERE}/${no}/unmask`, { purpose: '上门前打电话' }), 200)
	assert.equal(r.page.Household.name, '赵桂兰')
	assert.equal(r.page.Household.address, '胜利社区 3 号楼 502')
	assert.equal(r.headers['cache-control'], 'no-store')
	assert.deepEqual(sql(`SELECT field, purpose FROM unmask WHERE purpose = '上门前打电话' ORDER BY id DESC LIMIT 6`).map((u) => u.field).sort(),
		['household.address', 'household.contact', 'household.health', 'household.name', 'household.people', 'household.phone'])
	assert.equal(value(`SELECT COUNT(*) FROM audit a JOIN household h ON h.id = a.target_id WHERE a.action = 'household.unmask' AND h.no = ?`, [no]), '1')
	assert.equal((await show(no)).Household.name, '赵**')
})

test('found by name or telephone, which stand in no address; at the own station alone', async () => {
	const found = async (form, who = clerk) => status(await who.post(`${HERE}/find`, form), 200).page.Found ?? []
	assert.ok((await found({ phone })).some((h) => h.no === no && h.name === '赵**'))
	assert.ok((await found({ name: '赵桂兰' })).some((h) => h.no === no))
	assert.deepEqual(await found({ name: '没有此人' }), [])
	assert.deepEqual(await found({ phone }, elsewhere), [])
	assert.deepEqual(wrong(await clerk.post(`${HERE}/find`, {})), ['name'])
})

test('a change keeps what is sealed where nothing was typed, and of two at once the second is told', async () => {
	const { Form } = (await clerk.getJson(`${HERE}/${no}/edit`)).page
	assert.equal(Form.name, undefined)
	assert.deepEqual(Object.values(Form.groups), ['03', '04'])
	status(await clerk.post(`${HERE}/${no}/edit`, { grid: '四网格', household_kind: '02', groups: ['03'], members: '2', version: Form.version, address: '胜利社区 9 号楼' }), 303)
	status(await other.post(`${HERE}/${no}/edit`, { grid: '五网格', version: Form.version }), 409)
	assert.equal(wrong(await clerk.post(`${HERE}/${no}/edit`, { grid: '五网格' })).length, 1)
	const r = status(await clerk.post(`${HERE}/${no}/unmask`, { purpose: '核对' }), 200).page.Household
	assert.equal(r.name, '赵桂兰')
	assert.equal(r.address, '胜利社区 9 号楼')
	assert.equal(r.grid, '四网格')
	assert.equal(r.members, 2)
})

test('people of the household come and go, sealed too', async () => {
	const person = { person_name: '赵强', relation: '儿子', person_phone: '13900001111', sex: '1', born_year: '1975', target_group: '', elsewhere: '1' }
	status(await clerk.post(`${HERE}/${no}/person`, person), 303)
	assert.deepEqual(wrong(await clerk.post(`${HERE}/${no}/person`, { ...person, sex: '7', born_year: '2099' })), ['born_year', 'sex'])
	assert.deepEqual(wrong(await clerk.post(`${HERE}/${no}/person`, {})), ['person_name', 'relation'])
	const [one] = (await show(no)).People
	assert.equal(one.name, '赵*')
	assert.equal(one.lives_here, 0)
	assert.equal(status(await clerk.post(`${HERE}/${no}/unmask`, { purpose: '联系家人' }), 200).page.People[0].phone, '13900001111')
	assert.equal(value("SELECT COUNT(*) FROM household_person WHERE name_sealed LIKE '%赵强%'"), '0')
	status(await clerk.post(`${HERE}/${no}/unperson`, { person: one.ref }), 303)
	status(await clerk.post(`${HERE}/${no}/unperson`, { person: one.ref }), 409)
	for (let i = 0; i < 30; i++) status(await clerk.post(`${HERE}/${no}/person`, person), 303)
	assert.deepEqual(wrong(await clerk.post(`${HERE}/${no}/person`, person)), ['person_name'])
	sql(`DELETE p FROM household_person p JOIN household h ON h.id = p.household_id WHERE h.no = ?`, [no])
})

test('the list: who has waited longest comes first, by groups, kinds and days', async () => {
	const marks = ['2019-01-03', '2019-01-01', '2019-01-02']
	const nos = []
	for (const day of marks) {
		const one = await add({ grid: '久候格', household_kind: '08', groups: ['06'] })
		sql('UPDATE household SET waits_since = ? WHERE no = ?', [day, one])
		nos.push(one)
	}
	cleanup(() => sql(`UPDATE household SET waits_since = CURDATE() WHERE no IN ('${nos.join("','")}')`))
	const list = async (query) => ((await clerk.getJson(`${HERE}?${query}`)).page.Homes ?? []).map((h) => h.no)
	assert.deepEqual((await list('')).slice(0, 3), [nos[1], nos[2], nos[0]])
	assert.deepEqual(await list('before=2019-01-02'), [nos[1], nos[2]])
	assert.deepEqual((await list(`q=${encodeURIComponent('久候')}&household_kind=08&group=06`)).sort(), [...nos].sort())
	assert.deepEqual(await list('state=closed&before=2019-01-02'), [])
	assert.ok(!(await elsewhere.getJson(HERE)).text.includes(nos[0]))
	const file = status(await clerk.get(`${HERE}?before=2019-01-02&as=csv`), 200).text
	assert.ok(file.includes('赵**') && !file.includes('赵桂兰'))
})

test('a file that is closed takes no visit and no change until it is opened again', async () => {
	const one = await add()
	assert.deepEqual(wrong(await clerk.post(`${HERE}/${one}/close`, { close_reason: '' })), ['close_reason'])
	status(await clerk.post(`${HERE}/${one}/close`, { close_reason: '搬走了' }), 303)
	status(await clerk.post(`${HERE}/${one}/close`, { close_reason: '搬走了' }), 409)
	status(await clerk.getJson(`${HERE}/${one}/edit`), 409)
	status(await clerk.getJson(`${HERE}/${one}/visit`), 409)
	status(await clerk.post(`${HERE}/${one}/person`, { person_name: '王', relation: '孙' }), 409)
	assert.equal((await show(one)).Household.close_reason, '搬走了')
	status(await clerk.post(`${HERE}/${one}/reopen`, {}), 303)
	status(await clerk.post(`${HERE}/${one}/reopen`, {}), 409)
	assert.equal((await show(one)).Household.state, 'active')
})

guardGet(HERE)
guardGet(`${HERE}/new`)
for (const page of ['', '/edit', '/visit'])
	guardGet(`${HERE}/{}${page}`, { of, elsewhere: 'zhaolei' })
guardPost(`${HERE}/new`, { form: home })
guardPost(`${HERE}/find`, { form: { phone } })
for (const [step, form] of [['edit', { version: '1' }], ['unmask', { purpose: '看看' }], ['person', { person_name: '王', relation: '孙' }],
	['unperson', { person: '0'.repeat(32) }], ['close', { close_reason: '看看' }], ['reopen', {}], ['visit', {}]])
	guardPost(`${HERE}/{}/${step}`, { of, form, elsewhere: 'zhaolei' })
test('a number that is none leads nowhere', async () => {
	status(await clerk.getJson(`${HERE}/F9900100001`), 404)
	status(await new Client().getJson(`${HERE}/${no}`), 401)
})
await end()
