// Standards, papers and remarks: evidence by content, the overseer's word, by year; files leave only to the station and its
// overseer; a remark is answered by its day.
import { assert, end, guardGet, guardPost, sql, staff, status, test, value } from './lib.mjs'
import { appoint, place } from './lib/admin.mjs'
import { dayFrom } from './lib/project.mjs'

const clerk = await staff('liwei')
const overseer = await staff('madan')
const year = Number(dayFrom(0).slice(0, 4))
const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')
const file = (content = PNG, name = 'photo.png') => [{ field: 'file', name, type: 'image/png', content }]
const show = (item, form = {}, files = file(), c = clerk) => c.upload(`/station/standards/${item}`, { year, note: '合影', ...form }, files)
const items = async (c = clerk, path = '/station/standards') => (await c.getJson(path)).page
const judge = (item, form) => overseer.post(`/station/places/1/standards/${item}`, { year, ...form })
await clerk.getJson('/station/standards')

test('the six of Weinan hold here, the eight of Inner Mongolia there', async () => {
	assert.deepEqual((await items()).Items.map((i) => i.code), ['wn1', 'wn2', 'wn3', 'wn4', 'wn5', 'wn6'])
	const north = await place(9380, '150204001', '先锋道街道志愿服务站')
	assert.deepEqual((await items(north.clerk)).Items.length, 8)
	status(await show('nm1'), 404)
	status(await show('zz'), 404)
})

test('evidence is a photo or a paper by its content; without it nothing is shown', async () => {
	assert.deepEqual(status(await show('wn1', {}, []), 422).page.Errors.map((e) => e.field), ['file'])
	assert.deepEqual(status(await show('wn1', {}, file(Buffer.from('MZ not a photo'))), 422).page.Errors.map((e) => e.field), ['file'])
	status(await show('wn1'), 303)
	const row = (await items()).Items[0]
	assert.deepEqual([row.note, row.word], ['合影', undefined])
	const r = status(await clerk.get(`/station/document/${row.document}`), 200)
	assert.deepEqual(r.body, PNG)
	assert.match(r.headers['content-disposition'], /attachment/)
	status(await (await staff('zhaolei')).get(`/station/document/${row.document}`), 404)
	/* The words alone may change; what was shown stays. */
	status(await show('wn1', { note: '换了说明' }, []), 303)
	assert.equal((await items()).Items[0].document, row.document)
})

test('the overseer looks at it and says a word; new evidence is looked at anew', async () => {
	const { Items, Count } = await items(overseer, '/station/places/1/standards')
	assert.deepEqual([Count.shown, Count.met], [1, 0])
	status(await overseer.get(`/station/places/1/document/${Items[0].document}`), 200)
	assert.deepEqual(status(await judge('wn2', { word: 'met' }), 422).page.Errors[0].text.includes('佐证'), true)
	status(await judge('wn1', { word: 'unmet' }), 422)
	status(await judge('wn1', { word: 'perhaps' }), 422)
	status(await judge('wn1', { word: 'unmet', remark: '照片看不清' }), 303)
	assert.match(status(await clerk.get('/station/standards'), 200).text, /照片看不清/)
	status(await show('wn1'), 303)
	assert.equal((await items()).Items[0].word, undefined)
	status(await judge('wn1', { word: 'met' }), 303)
	assert.equal((await items()).Count.met, 1)
	assert.equal((await items(clerk, `/station/standards?year=${year - 1}`)).Count.met, 0, 'by year')
	const other = await appoint('far_9380', 'overseer', '150204')
	for (const path of ['standards', 'papers', 'remarks', `document/${Items[0].document}`]) status(await other.getJson(`/station/places/1/${path}`), 404)
	status(await other.post('/station/places/1/standards/wn1', { year, word: 'met' }), 404)
})

test('papers are filed by kind and year, read by the overseer, removed from the list', async () => {
	const add = (form = {}, files = file(PNG, '计划.png')) => clerk.upload('/station/papers/new', { kind: 'plan', year, title: `${year} 年工作计划`, ...form }, files)
	assert.deepEqual(status(await add({}, []), 422).page.Errors.map((e) => e.field), ['file'])
	assert.deepEqual(status(await add({ kind: 'gossip' }), 422).page.Errors.map((e) => e.field), ['kind'])
	status(await add(), 303)
	const { Papers } = (await clerk.getJson('/station/papers?kind=plan')).page
	assert.equal(Papers[0].title, `${year} 年工作计划`)
	status(await clerk.get(`/station/document/${Papers[0].document}`), 200)
	assert.equal((await overseer.getJson('/station/places/1/papers')).page.Papers[0].uid, Papers[0].uid)
	status(await (await staff('zhaolei')).post(`/station/papers/${Papers[0].uid}/remove`), 404)
	status(await clerk.post(`/station/papers/${Papers[0].uid}/remove`), 303)
	status(await clerk.post(`/station/papers/${Papers[0].uid}/remove`), 409)
	assert.equal((await clerk.getJson('/station/papers')).page.Papers, undefined)
})

test('a remark is answered by its day, and ended by the overseer', async () => {
	const make = (form) => overseer.submit('/station/places/1/remarks', { words: '十月的活动还没有录入，请补齐', due_on: dayFrom(7), ...form })
	assert.deepEqual(status(await make({ due_on: dayFrom(-1) }), 422).page.Errors.map((e) => e.field), ['due_on'])
	status(await make({ words: '' }), 422)
	status(await make(), 303)
	const { Key } = (await overseer.getJson('/station/places/1/remarks')).page
	const again = { words: '请把上墙的制度换成新的', due_on: dayFrom(9), key: Key }
	for (const x of await Promise.all([1, 2].map(() => overseer.post('/station/places/1/remarks', again)))) status(x, 303)
	assert.equal(value('SELECT COUNT(*) FROM remark WHERE words = ?', [again.words]), '1')
	sql('DELETE FROM remark WHERE words = ?', [again.words])
	const all = async (c = clerk, path = '/station/remarks') => (await c.getJson(path)).page.Remarks
	const [r] = await all()
	assert.deepEqual([r.state, r.late, r.overseer], ['open', 0, '马丹'])
	sql('UPDATE remark SET due_on = ? WHERE uid = UNHEX(?)', [dayFrom(-1), r.uid])
	assert.match(status(await clerk.get('/station/remarks'), 200).text, /逾期未答复/)
	status(await overseer.post(`/station/places/1/remarks/${r.uid}/done`), 409)
	status(await clerk.post(`/station/remarks/${r.uid}/answer`, { answer: '' }), 422)
	status(await (await staff('zhaolei')).post(`/station/remarks/${r.uid}/answer`, { answer: '不是我们站的' }), 404)
	status(await clerk.post(`/station/remarks/${r.uid}/answer`, { answer: '已经补录完毕' }), 303)
	assert.equal((await all(overseer, '/station/places/1/remarks'))[0].answer, '已经补录完毕')
	status(await overseer.post(`/station/places/1/remarks/${r.uid}/done`), 303)
	status(await clerk.post(`/station/remarks/${r.uid}/answer`, { answer: '再答一次' }), 409)
	assert.equal(value("SELECT COUNT(*) FROM audit WHERE action LIKE 'remark.%'"), '4')
})

for (const path of ['/station/standards', '/station/papers', '/station/papers/new', '/station/remarks']) guardGet(path)
for (const path of ['standards', 'papers', 'remarks']) guardGet(`/station/places/1/${path}`, { wrong: 'zhangmin' })
guardPost('/station/places/1/standards/wn1', { right: 'madan', wrong: 'zhangmin', form: { year, word: 'met' } })
guardPost('/station/places/1/remarks', { right: 'madan', wrong: 'zhangmin', form: { words: '请补齐', due_on: dayFrom(3) } })
await end()
