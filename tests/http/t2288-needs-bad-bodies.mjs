// What no browser sends to the forms that strangers fill: a body too large, NUL, halves of letters, bytes that are no text, a type that is no
// form. Each is refused by itself, nothing of it is stored, and the next one is answered.
import { assert, Client, end, mobile, sql, staff, status, test, value } from './lib.mjs'

const clerk = await staff('liwei')
const made = status(await clerk.submit('/needs/surveys/new', { template: 'blank', title: '坏的答卷' }), 303)
const code = /surveys\/([a-z0-9]{8})/.exec(made.location)[1]
status(await clerk.post(`/needs/surveys/${code}/question`, { kind: 'text', title: '需要什么', maps: 'description' }), 303)
status(await clerk.post(`/needs/surveys/${code}/open`, {}), 303)

const FORM = 'application/x-www-form-urlencoded', ASK = '/order/new?station=1&free=1'
const enc = (form) => new URLSearchParams(form).toString()
const order = () => ({ name: '李秀英', phone: mobile(), consent: '1', station: '1', category: '0001' })
async function ordered() {
	const r = new URL(status(await new Client().submit(ASK, { ...order(), detail: '灯不亮了' }, { to: '/order/new' }), 303).location)
	return { no: r.pathname.split('/')[2], k: r.searchParams.get('k'), page: r.pathname + r.search }
}
const mine = await ordered()
// A form of strangers: its page has the key, `field` takes words, `many` counts what it stores.
const forms = [
	{ name: 'answer sheet', page: `/needs/s/${code}`, to: `/needs/s/${code}`, field: 'q1', rest: () => ({}),
		many: () => value('SELECT COUNT(*) FROM response r JOIN survey s ON s.id = r.survey_id WHERE s.code = ?', [code]) },
	{ name: 'order', page: ASK, to: '/order/new', field: 'detail', rest: order, many: () => value("SELECT COUNT(*) FROM service_order") },
	{ name: 'time of an order', page: mine.page, to: `/order/${mine.no}/when`, field: 'part', rest: () => ({ k: mine.k, wished_on: '' }),
		many: () => value("SELECT CONCAT(COUNT(*), ' ', MAX(o.wished_part)) FROM audit a JOIN service_order o ON o.id = a.target_id WHERE a.action = 'order.when' AND o.no = ?", [mine.no]) },
]
const raw = (c, to, body, type = FORM) => c.request('POST', to, { body, headers: { 'Content-Type': type, Accept: 'application/json', Origin: c.base } })
const bytes = { NUL: '%00', 'half of a letter before it': '%ED%A0%BD', 'half of a letter behind it': '%ED%B8%80', 'both halves, each by itself': '%ED%A0%BD%ED%B8%80',
	'a letter cut off': '%E4%BD', 'bytes that are no text': '%FF%FE', 'a letter too long': '%C0%80' }

for (const f of forms) {
	test(`${f.name}: what is no text is refused, stored by nobody, and the form is good still`, async () => {
		const before = f.many()
		for (const [name, hex] of Object.entries(bytes)) {
			const c = new Client()
			const { Key } = status(await c.getJson(f.page), 200).page
			const r = await raw(c, f.to, `${enc({ ...f.rest(), key: Key })}&${f.field}=${hex}`)
			assert.equal(r.status, 400, `${name}: ${r.status}`)
			assert.equal(f.many(), before, name)
		}
		status(await new Client().getJson(f.page), 200)
	})

	test(`${f.name}: a body too large is 413, a type that is no form 400`, async () => {
		const before = f.many(), c = new Client()
		const { Key } = status(await c.getJson(f.page), 200).page
		const body = enc({ ...f.rest(), key: Key })
		assert.equal((await raw(c, f.to, `${body}&${f.field}=${'a'.repeat(70_000)}`)).status, 413)
		for (const type of ['application/json', 'text/plain'])
			assert.equal((await raw(c, f.to, type === 'text/plain' ? body : JSON.stringify({ [f.field]: 'x' }), type)).status, 400, type)
		const twice = await raw(c, f.to, `${body}&${f.field}=am&${f.field}=pm&${f.field}=eve`)
		assert.ok([400, 422].includes(twice.status), String(twice.status))
		assert.equal(f.many(), before)
	})
}

test('what is whole goes through: letters beyond the first plane, line ends, spaces', async () => {
	const c = new Client()
	const { Key } = status(await c.getJson(ASK), 200).page
	const detail = '𠮷先生家的灯😀\r\n不亮了'
	const r = status(await raw(c, '/order/new', enc({ ...order(), key: Key, detail })), 303)
	const no = new URL(r.location, c.base).pathname.split('/')[2]
	assert.equal(sql('SELECT detail FROM service_order WHERE no = ?', [no])[0].detail.replace(/\r/g, ''), '𠮷先生家的灯😀\n不亮了')
})

await end()
