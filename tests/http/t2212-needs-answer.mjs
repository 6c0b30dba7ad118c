// A resident's sheet is never lost: sent twice, with another body, too often, too late, to an older version; kept half
// filled; followed afterwards. Many people behind one address all get through.
import { Client, assert, end, sql, staff, status, test, until, value } from './lib.mjs'
import { again } from './lib/loop.mjs'

const clerk = await staff('liwei')
const codeIn = (r) => /surveys\/([a-z0-9]{8})/.exec(r.location)[1]
async function survey(title, questions) {
	const code = codeIn(status(await clerk.submit('/needs/surveys/new', { template: 'blank', title }), 303))
	for (const q of questions) status(await clerk.post(`/needs/surveys/${code}/question`, q), 303)
	status(await clerk.post(`/needs/surveys/${code}/open`, {}), 303)
	return code
}
const QUESTIONS = [
	{ kind: 'single', title: '您的年龄段', options: '60–69 岁\n70–79 岁', required: 1, by_group: 1 },
	{ kind: 'multi', title: '要什么帮助', options: '打扫\n看病\n说话', most: 2 },
	{ kind: 'text', title: '还有什么', maps: 'description' },
	{ kind: 'text', title: '怎么称呼', maps: 'name' },
	{ kind: 'text', title: '电话', maps: 'phone' },
]
const code = await survey('答题调查', QUESTIONS)
const at = `/needs/s/${code}`
const answered = () => Number(value(`SELECT answered FROM survey WHERE code = '${code}'`))
const sheet = { q1: '1', q2: ['1', '3'], q3: '楼道灯坏了' }
async function open(c = new Client(), where = at) {
	return { c, page: (await c.getJson(where)).page }
}
const send = (c, page, form, path = at) => c.post(path, { ...form, key: page.Key, csrf: null }, { json: true })

test('the same key with another body is asked about, and nothing of it is lost', async () => {
	const { c, page } = await open()
	const first = status(await send(c, page, sheet), 303)
	status(await send(c, page, sheet), 303)
	const before = answered()
	const r = status(await send(c, page, { ...sheet, q1: '2', q3: '我是邻居' }), 409)
	assert.equal(r.page.Again, 'twice')
	assert.equal(r.page.Form.q3, '我是邻居')
	assert.deepEqual(r.page.Form.q2, ['1', '3'])
	assert.notEqual(r.page.Key, page.Key)
	assert.equal(answered(), before)
	assert.equal(first.location.endsWith(r.page.Sent), true)
	status(await send(c, r.page, { ...sheet, q1: '2', q3: '我是邻居' }), 303)
	assert.equal(answered(), before + 1)
})

test('counts and counts by group are those of the answers', () => {
	const wrong = sql(`SELECT * FROM (SELECT question_id, COALESCE(choice_id, 0) c, COUNT(*) n FROM answer WHERE text IS NULL AND text_sealed IS NULL
		GROUP BY 1, 2) a LEFT JOIN answer_count t ON t.question_id = a.question_id AND t.choice_id = a.c JOIN question q ON q.id = a.question_id
		JOIN survey v ON v.id = q.survey_id WHERE v.code = '${code}' AND (t.n IS NULL OR t.n <> a.n)`)
	assert.deepEqual(wrong, [])
	const cross = sql(`SELECT SUM(x.n) n FROM answer_cross x JOIN question q ON q.id = x.question_id JOIN survey v ON v.id = q.survey_id
		WHERE v.code = '${code}' AND q.place = 2`)
	assert.equal(Number(cross[0].n), 4)
})

test('two hundred phones behind one address all get through', async () => {
	const before = answered()
	for (let i = 0; i < 20; i++)
		await Promise.all(Array.from({ length: 10 }, async () => {
			const { c, page } = await open()
			status(await send(c, page, sheet), 303)
		}))
	assert.equal(answered(), before + 200)
})

test('a phone that sends too many waits: until when, with the telephone and all that was typed', async () => {
	const { c, page } = await open()
	for (let i = 0; i < 30; i++) await send(c, page, sheet)
	const r = status(await c.post(at, { ...sheet, key: page.Key, csrf: null }, { headers: { Accept: 'text/html' } }), 429)
	assert.match(r.text, /楼道灯坏了/)
	assert.match(r.text, /tel:0913/)
	assert.match(r.text, /您填的都还在/)
	const data = status(await send(c, page, sheet), 429).page
	assert.deepEqual(data.Form.q2, ['1', '3'])
	assert.match(data.WaitUntil, /:00:00$/)
	// Another phone goes on.
	const next = await open()
	status(await send(next.c, next.page, sheet), 303)
})

test('a name or phone is taken with consent alone', async () => {
	const { c, page } = await open()
	const r = status(await send(c, page, { ...sheet, q5: '13900001234' }), 422)
	assert.ok(r.page.Errors.some((e) => e.field === 'consent'))
	assert.equal(r.page.Form.q5, '13900001234')
	status(await send(c, page, { ...sheet, q5: '1390000', consent: 1 }), 422)
	status(await send(c, page, { ...sheet, q5: '13900001234', consent: 1 }), 303)
	assert.equal(value('SELECT contact_ok FROM response ORDER BY id DESC LIMIT 1'), '1')
})

for (const [what, body, expected] of [
	['100 KB of text', { q3: '字'.repeat(34000) }, 413],
	['emoji', { q3: '谢谢👨‍👩‍👧‍👦🎉' }, 303],
	['a NUL', 'q1=1&q3=%00', 400],
	['a lone surrogate', 'q1=1&q3=%ED%A0%80', 400],
	['bad UTF-8', 'q1=1&q3=%FF%FE', 400],
	['a control character', { q3: '字\u0007符' }, 422],
	['a box of another question', { q1_1: '1', q99_1: '1' }, 422],
	['a file name of its own', { 'q1[]': '1' }, 422],
	['two answers to a single choice', { q1: ['1', '2'] }, 422],
	['a choice by its words', { q1: '60–69 岁' }, 422],
	['a negative choice', { q1: '-1' }, 422],
])
	test(`an answer with ${what} is ${expected === 303 ? 'taken' : 'refused'}`, async () => {
		const { c, page } = await open()
		const before = answered()
		const r = typeof body === 'string'
			? await c.request('POST', at, { body: `${body}&key=${page.Key}`, headers: { 'content-type': 'application/x-www-form-urlencoded' } })
			: await send(c, page, { ...sheet, ...body })
		status(r, expected)
		assert.equal(answered(), before + (expected === 303 ? 1 : 0))
	})

test('a key of another survey, or forged, is refused', async () => {
	const other = await survey('另一份', QUESTIONS.slice(0, 1))
	const { c, page } = await open(new Client(), `/needs/s/${other}`)
	status(await send(c, page, sheet), 403)
	status(await c.post(at, { ...sheet, key: 'f'.repeat(64), csrf: null }), 403)
})

test('half a sheet is kept for seven days behind a code, without name and phone, and comes back on another phone', async () => {
	const { c, page } = await open()
	const kept = status(await send(c, page, { q1: '2', q2: ['2', '3'], q3: '先写到这里', q4: '王桂兰', q5: '13900007777', by_proxy: 1 }, `${at}/keep`), 200).page
	assert.match(kept.Kept, /^[a-z2-9]{8}$/)
	const [row] = sql('SELECT HEX(body_sealed) b, LENGTH(body_sealed) n FROM sheet_kept ORDER BY saved_at DESC LIMIT 1')
	assert.ok(Number(row.n) > 60)
	const back = (await open(new Client(), `${at}?r=${kept.Kept.toUpperCase().slice(0, 4)}-${kept.Kept.slice(4)}`))
	assert.equal(back.page.Form.q1, '2')
	assert.deepEqual(back.page.Form.q2.map(String), ['2', '3'])
	assert.equal(back.page.Form.q3, '先写到这里')
	assert.equal(back.page.Form.q4 ?? null, null)
	assert.equal(back.page.Form.q5 ?? null, null)
	assert.equal(Number(back.page.Form.by_proxy), 1)
	// Kept again under the same code, then sent: gone.
	const again = status(await send(back.c, back.page, { q1: '1', q3: '写完了', kept: kept.Kept }, `${at}/keep`), 200).page
	assert.equal(again.Kept, kept.Kept)
	status(await send(back.c, back.page, { q1: '1', q3: '写完了', kept: kept.Kept }), 303)
	const gone = (await new Client().getJson(`${at}?r=${kept.Kept}`)).page
	assert.equal(Number(gone.KeptGone), 1)
})

test('what is kept ends after seven days, and belongs to its survey', async () => {
	const { c, page } = await open()
	const kept = status(await send(c, page, { q1: '2' }, `${at}/keep`), 200).page.Kept
	const other = await survey('又一份', QUESTIONS.slice(0, 1))
	assert.equal(Number((await new Client().getJson(`/needs/s/${other}?r=${kept}`)).page.KeptGone), 1)
	sql('UPDATE sheet_kept SET saved_at = saved_at - INTERVAL 8 DAY')
	assert.equal(Number((await new Client().getJson(`${at}?r=${kept}`)).page.KeptGone), 1)
	status(await send(c, page, { q1: '2' }, `${at}/keep`), 200)
	again('order-clock')
	await until(() => value('SELECT COUNT(*) FROM sheet_kept WHERE saved_at < NOW() - INTERVAL 7 DAY') === '0')
	status(await c.post(`${at}/keep`, { q1: '1', key: 'f'.repeat(64), csrf: null }), 403)
})

test('codes that are guessed are slowed down', async () => {
	const c = new Client()
	let last
	for (let i = 0; i < 70; i++) last = (await c.getJson(`/needs/follow?k=aaaa${String(i + 22).padStart(4, '2').replace(/[01]/g, '9')}`)).status
	assert.equal(last, 429)
	sql("DELETE FROM throttle")
})

test('a code given with the thanks shows what became of the needs, and nobody by name', async () => {
	const mapped = codeIn(status(await clerk.submit('/needs/surveys/new', { template: 'elder', title: '跟踪' }), 303))
	status(await clerk.post(`/needs/surveys/${mapped}/open`, {}), 303)
	const { c, page } = await open(new Client(), `/needs/s/${mapped}`)
	const r = status(await send(c, page, { q1: '1', q2: '1', q3: ['1', '2'], q7: '李大爷', q8: '13900004321', consent: 1 }, `/needs/s/${mapped}`), 303)
	const k = new URL(r.location).searchParams.get('k')
	assert.equal((await c.getJson(new URL(r.location).pathname + `?k=${k}`)).page.Follow, k)
	const [need] = sql('SELECT no FROM need ORDER BY id DESC LIMIT 1')
	status(await clerk.post(`/needs/ledger/${need.no}/decline`, { reason: '不属于志愿服务', how_told: 'phone' }), 303)
	const followed = status(await new Client().getJson(`/needs/follow?k=${k}`), 200)
	assert.equal(followed.page.Needs.length, 2)
	assert.ok(followed.page.Needs.some((n) => n.state === 'declined' && n.decline_reason === '不属于志愿服务'))
	assert.doesNotMatch(followed.text, /李大爷|13900004321/)
	status(await new Client().getJson('/needs/follow?k=zzzzzzzz'), 404)
	status(await new Client().getJson('/needs/follow?k=%3Cb%3E'), 404)
	status(await new Client().get('/needs/follow'), 200)
})

test('a sheet begun with an older version keeps what is still asked, and says so', async () => {
	const { c, page } = await open()
	const next = codeIn(status(await clerk.post(`/needs/surveys/${code}/next`, {}), 303))
	status(await clerk.post(`/needs/surveys/${next}/question/2`, { kind: 'multi', title: '换了问法', options: '甲\n乙' }), 303)
	status(await clerk.post(`/needs/surveys/${next}/open`, {}), 303)
	const before = answered()
	const r = status(await send(c, page, sheet), 409)
	assert.equal(r.page.Again, 'version')
	assert.equal(r.page.Form.q1, '1')
	assert.equal(r.page.Form.q3, '楼道灯坏了')
	assert.equal(r.page.Form.q2 ?? null, null)
	status(await send(c, r.page, { q1: '1', q2: ['2'], q3: '楼道灯坏了' }), 303)
	assert.equal(answered(), before)
	assert.equal(value(`SELECT answered FROM survey WHERE code = '${next}'`), '1')
	status(await clerk.post(`/needs/surveys/${next}/close`, {}), 303)
	status(await send(c, r.page, sheet), 409)
})
await end()
