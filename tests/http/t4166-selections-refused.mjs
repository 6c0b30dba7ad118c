// What is wrong with a selection is said beside its field, what was typed comes back, and nothing of it is kept.
import { assert, end, sql, staff, status, test, value } from './lib.mjs'

const clerk = await staff('liwei')
const words = (changes = {}) => ({ name: '自治区“最美志愿者”评选', organiser: '自治区文明办', authority_kind: 'government', year: '2026', due_on: '2026-12-31', ...changes })
const at = (uid, step = '') => `/commend/manage/selections/${uid}${step}`
const fields = (r) => status(r, 422).page.Errors.map((e) => e.field)
const rows = () => value('SELECT (SELECT COUNT(*) FROM selection) + (SELECT COUNT(*) FROM selection_kind) + (SELECT COUNT(*) FROM selection_condition)')
const selection = async () => /([0-9a-f]{32})/.exec(status(await clerk.submit('/commend/manage/selections/new', words()), 303).location)[1]

for (const [what, change, field] of [
	['no name', { name: '' }, 'name'], ['a name of three letters', { name: '评选一' }, 'name'], ['a name of 81', { name: '评'.repeat(81) }, 'name'],
	['no organiser', { organiser: ' ' }, 'organiser'], ['a body of no kind', { authority_kind: 'friends' }, 'authority_kind'],
	['a year in letters', { year: '二〇二六' }, 'year'], ['the year 1999', { year: '1999' }, 'year'], ['a year of nine digits', { year: '202620262' }, 'year'],
	['the 30th of February', { due_on: '2026-02-30' }, 'due_on'], ['a preset nobody knows', { preset: 'five' }, 'preset'],
])
	test(`a selection with ${what} comes back`, async () => {
		const before = rows()
		const r = await clerk.submit('/commend/manage/selections/new', words(change))
		assert.deepEqual(fields(r), [field])
		if (field !== 'name') assert.equal(r.page.Form.name, words().name)
		assert.equal(rows(), before)
	})

test('a kind or a condition that nobody could meet is refused beside its field', async () => {
	const uid = await selection()
	const kind = (subject, award) => clerk.post(at(uid, '/kind'), { subject, award })
	const condition = (kind, what, wanted, bound = 'least') => clerk.post(at(uid, '/condition'), { kind, what, wanted, bound })
	assert.deepEqual(fields(await kind('dog', '最美')), ['subject'])
	assert.deepEqual(fields(await kind('volunteer', '')), ['award'])
	assert.deepEqual(fields(await condition('volunteer', 'years', '3')), ['kind'])
	status(await kind('volunteer', '最美志愿者'), 303)
	status(await kind('team', '最佳志愿服务组织'), 303)
	for (const [bad, field] of [[['volunteer', 'years', '-1'], 'wanted'], [['volunteer', 'years', '三年'], 'wanted'], [['volunteer', 'years', '100000001'], 'wanted'],
		[['volunteer', 'years', '99999999999999999999'], 'wanted'], [['volunteer', 'star', '6'], 'wanted'], [['team', 'active', '101'], 'wanted'],
		[['volunteer', 'active', '50'], 'what'], [['volunteer', 'height', '3'], 'what'], [['volunteer', 'years', '3', 'about'], 'bound']])
		assert.deepEqual(fields(await condition(...bad)), [field], bad.join(' '))
	status(await condition('team', 'active', '60'), 303)
	assert.deepEqual(fields(await condition('team', 'active', '70')), ['wanted'])
	assert.deepEqual(fields(await condition('team', 'active', '59', 'most')), ['wanted'])
	status(await condition('team', 'active', '100', 'most'), 303)
	assert.equal(value('SELECT COUNT(*) FROM selection_condition c JOIN selection s ON s.id = c.selection_id WHERE s.uid = UNHEX(?)', [uid]), '2')
})

test('who is looked for in a kind that is not asked for, or nominated by a code that nobody has, is said', async () => {
	const uid = await selection()
	status(await clerk.post(at(uid, '/kind'), { subject: 'volunteer', award: '最美志愿者' }), 303)
	for (const kind of ['team', 'dog']) status(await clerk.getJson(at(uid, `/find?kind=${kind}`)), 404)
	const nominate = (form) => clerk.post(at(uid, '/nominate'), { kind: 'volunteer', ...form })
	for (const volunteer_no of ['V999999999', ''])
		assert.deepEqual(fields(await nominate({ volunteer_no })), ['volunteer_no'])
	status(await nominate({ kind: 'team', thing: '1' }), 404)
	assert.equal(value('SELECT COUNT(*) FROM honour_nomination n JOIN selection s ON s.id = n.selection_id WHERE s.uid = UNHEX(?)', [uid]), '0')
})

test('script in a name is text', async () => {
	const r = await clerk.submit('/commend/manage/selections/new', words({ name: '<script>alert(1)</script>' }))
	const uid = /([0-9a-f]{32})/.exec(status(r, 303).location)[1]
	const { text } = status(await clerk.get(at(uid)), 200)
	assert.ok(text.includes('&lt;script&gt;alert(1)') && !text.includes('<script>alert'))
	sql("UPDATE selection SET state = 'closed' WHERE uid = UNHEX(?)", [uid])
})

await end()
