// Everything that staff enter and may change: of two who change the same thing at the same time the second is shown both, nothing is lost,
// and what was changed stays readable: who, when, what, before and after, in words.
import { assert, end, sql, staff, status, test, value } from './lib.mjs'
import { formOf } from './lib/form.mjs'
import { draft } from './lib/activity.mjs'

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

/** What is edited: its name, the address of its form, a field, what the first and the second make of it, who; more that must be sent. */
const table = [
	['need', async () => `/needs/ledger/${await need()}/edit`, 'description', '三楼的灯坏了', '四楼的灯坏了'],
	['activity', async () => `/activity/manage/${await draft(clerk)}/edit`, 'place', '东门', '西门'],
	['activity, published', async () => `/activity/manage/${await published()}/change`, 'place', '东门', '西门'],
]

for (const [name, make, field, first, second, more = {}] of table)
	test(`${name}: the second of two is shown both`, async () => {
		const at = await make()
		const [mine, theirs] = [formOf(await page(clerk, at), at), formOf(await page(manager, at), at)]
		assert.ok(mine.seen, 'the form says what was seen')
		status(await manager.post(at, { ...theirs, ...more, [field]: first }, html), 303, 'the first is taken')
		assert.ok(changed().some((c) => c.became === first), JSON.stringify(changed()))
		const { text } = status(await clerk.post(at, { ...mine, ...more, [field]: second }, html), 409, 'the second is told')
		for (const words of [first, second, '张敏', '现在的内容', `name="take.${field}"`])
			assert.ok(text.includes(words), words)
		const both = formOf(text, at)
		assert.equal(both[field], second, 'what was typed is still there')
		status(await clerk.post(at, { ...both, [`take.${field}`]: 'typed' }, html), 303, 'mine is kept')
		assert.ok(changed().some((c) => c.was === first && c.became === second && c.label), JSON.stringify(changed()))
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
