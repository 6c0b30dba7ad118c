// Front pages: each station has its own, remembered by a cookie; who has none yet finds one and is given no other's telephone;
// nobody is ranked by hours; notices are written, published, taken down; a poster leads there.
import { assert, Client, end, guardGet, guardPost, sql, staff, status, test, value } from './lib.mjs'
import { dayFrom } from './lib/project.mjs'
import { openShift } from './lib/shift.mjs'

const clerk = await staff('liwei'), reviewer = await staff('wangfang')
const news = (changes = {}) => ({ kind: 'notice', title: '春节期间值班安排', body: '除夕至初三由值班人员接听电话。', until: dayFrom(20), ...changes })
const uidOf = (r) => /notices\/([0-9a-f]{32})/.exec(status(r, 303).location)[1]

test('each station has a page of its own, with its own telephone, work and surveys', async () => {
	const one = (await new Client().getJson('/s/1')).page
	const two = (await new Client().getJson('/s/2')).page
	assert.deepEqual([one.Station.phone, two.Station.phone], ['0913-2100001', '0913-2100002'])
	assert.ok(one.Surveys.some((s) => s.code === 'shengl26'))
	assert.ok(!two.Surveys?.some((s) => s.code === 'shengl26'))
	assert.ok(one.Open.every((p) => p.station !== '杜桥街道育红社区志愿服务站'))
	assert.deepEqual(one.Points.map((p) => p.no), [3])
	assert.match(status(await new Client().get('/s/2'), 200).text, /href="tel:0913-2100002"/)
	for (const no of ['0', '99', 'abc', '1x']) status(await new Client().getJson(`/s/${no}`), 404)
})

test('what comes next and is open for sign-up stands before the projects, of this station alone', async () => {
	const s = await openShift(clerk, reviewer, { day: 1, wanted: 3 })
	const shifts = async (at) => (await new Client().getJson(at)).page.Shifts ?? []
	const mine = async (at) => (await shifts(at)).find((x) => x.no === s.no)
	const seen = await mine('/s/1')
	assert.deepEqual([seen.title, seen.places, seen.mode], ['清洁家园', 3, 'direct'])
	assert.equal(await mine('/s/2'), undefined)
	const all = await shifts('/')
	assert.ok(all.length <= 4)
	assert.deepEqual(all.map((x) => x.starts_at), all.map((x) => x.starts_at).sort())
	assert.match(status(await new Client().get('/s/1', { headers: { Accept: 'text/html' } }), 200).text, new RegExp(`href="/recruit/shift/${s.no}"`))
	const of = 'activity_id = (SELECT id FROM activity WHERE no = ?)'
	sql(`UPDATE shift SET opens_at = NOW() + INTERVAL 1 HOUR WHERE ${of}`, [s.no])
	assert.equal(await mine('/s/1'), undefined, 'sign-up has not begun')
	sql(`UPDATE shift SET opens_at = NOW() - INTERVAL 2 HOUR, closes_at = NOW() - INTERVAL 1 HOUR WHERE ${of}`, [s.no])
	assert.equal(await mine('/s/1'), undefined, 'it is over')
})

test('the page is remembered: the front is that of the station, on every public page its telephone', async () => {
	const c = new Client()
	status(await c.get('/s/2'), 200)
	assert.equal((await c.getJson('/')).page.Station.no, 2)
	for (const path of ['/', '/recruit/', '/station/help', '/activity/notice', '/commend/honours', '/commend/verify'])
		if (path !== '/station/help') assert.match(status(await c.get(path), 200).text, /tel:0913-2100002/, path)
	sql("UPDATE station SET state = 'closed' WHERE no = 2")
	const after = (await c.getJson('/')).page
	status(await c.getJson('/s/2'), 404)
	sql("UPDATE station SET state = 'open' WHERE no = 2")
	assert.equal(after.Station, undefined)
	assert.equal(after.Find, 1)
})

test('who has no station yet is given nobody else\'s telephone, and finds one', async () => {
	const c = new Client()
	const page = (await c.getJson('/')).page
	assert.equal(page.Station, undefined)
	assert.ok(page.Stations.length >= 3)
	for (const path of ['/', '/recruit/', '/commend/honours']) assert.doesNotMatch(status(await c.get(path), 200).text, /href="tel:/, path)
	assert.deepEqual((await c.getJson('/?q=育红')).page.Stations.map((s) => s.no), [2])
	assert.ok((await c.getJson('/?q=临渭区')).page.Stations.length >= 3)
	for (const q of ['%', '_', '不存在']) assert.equal((await c.getJson(`/?q=${encodeURIComponent(q)}`)).page.Stations, undefined)
	assert.match(status(await c.get('/?q=育红'), 200).text, /href="\/s\/2"/)
	/* Staff and volunteers have one. */
	assert.equal((await clerk.getJson('/')).page.Station.no, 1)
})

test('thanks are in the order of names, without hours', async () => {
	for (const path of ['/', '/s/1', '/commend/honours']) {
		const text = JSON.stringify((await new Client().getJson(path)).page.Honours ?? [])
		assert.doesNotMatch(text, /"hours"/, path)
	}
	assert.doesNotMatch(JSON.stringify((await new Client().getJson('/commend/honours')).page.Stars ?? []), /"hours"/)
	const names = ((await new Client().getJson('/s/1')).page.Honours ?? []).map((h) => h.name)
	const order = names.map((n) => value('SELECT COALESCE(MIN(name_pinyin), ?) FROM person WHERE name = ?', [n, n]))
	assert.deepEqual(order, [...order].sort())
})

test('a notice is a draft, then public until its day, then taken down; it stays in the ledger', async () => {
	const uid = uidOf(await clerk.submit('/station/notices/new', news()))
	status(await new Client().getJson(`/s/1/n/${uid}`), 404)
	status(await clerk.post(`/station/notices/${uid}/edit`, news({ title: '春节值班' })), 303)
	status(await clerk.post(`/station/notices/${uid}/submit`), 303)
	status(await reviewer.post(`/station/notices/${uid}/publish`), 303)
	assert.equal((await new Client().getJson('/s/1')).page.News[0].title, '春节值班')
	assert.match(status(await new Client().get(`/s/1/n/${uid}`), 200).text, /除夕至初三/)
	status(await new Client().getJson(`/s/2/n/${uid}`), 404)
	status(await reviewer.post(`/station/notices/${uid}/publish`), 409)
	status(await clerk.post(`/station/notices/${uid}/edit`, news()), 409)
	status(await clerk.post(`/station/notices/${uid}/down`), 303)
	status(await clerk.post(`/station/notices/${uid}/down`), 409)
	status(await new Client().getJson(`/s/1/n/${uid}`), 404)
	const row = (await clerk.getJson('/station/notices')).page.Notices.find((n) => n.uid === uid)
	assert.equal(row.state, 'ended')
	assert.match(status(await clerk.get('/station/notices?as=csv'), 200).text, /春节值班/)
})

test('a notice that says too little is refused, and nothing typed is lost', async () => {
	const r = status(await clerk.submit('/station/notices/new', news({ kind: 'rumour', title: '', until: dayFrom(-1) })), 422)
	assert.ok(r.page.Errors.length >= 1)
	assert.equal(r.page.Form.body, news().body)
	const late = status(await clerk.submit('/station/notices/new', news({ until: dayFrom(-1) })), 422)
	assert.deepEqual(late.page.Errors.map((e) => e.field), ['until'])
	status(await clerk.getJson('/station/notices/zz'), 404)
	const hostile = uidOf(await clerk.submit('/station/notices/new', news({ title: '<script>x</script>', body: '<b>粗</b>' })))
	status(await clerk.post(`/station/notices/${hostile}/submit`), 303)
	status(await reviewer.post(`/station/notices/${hostile}/publish`), 303)
	assert.doesNotMatch(status(await new Client().get('/s/1'), 200).text, /<script>x/)
	status(await clerk.post(`/station/notices/${hostile}/down`), 303)
})

test('the poster is a sheet of A4', async () => {
	const r = status(await clerk.get('/station/poster'), 200)
	assert.equal(r.headers['content-type'], 'application/pdf')
	assert.match(r.body.toString('latin1'), /^%PDF-1/)
	assert.match(r.body.toString('latin1'), /MediaBox \[ 0 0 595/)
})

let of
const uid = async () => (of ??= uidOf(await clerk.submit('/station/notices/new', news())))
for (const path of ['/station/notices', '/station/notices/new', '/station/poster']) guardGet(path)
guardGet('/station/notices/{}', { of: uid, elsewhere: 'zhaolei' })
guardPost('/station/notices/new', { form: news() })
for (const verb of ['edit', 'publish', 'down']) guardPost(`/station/notices/{}/${verb}`, { form: verb === 'edit' ? news() : {}, of: uid, elsewhere: 'zhaolei' })
await end()
