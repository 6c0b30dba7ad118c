// Where a project is wanted: verified needs by category, group and place, with households, reply days and risks behind each; counts that
// move with the needs, and a plan that takes a whole cluster along.
import { assert, cleanup, end, guardGet, mobile, sql, staff, status, test, value } from './lib.mjs'
import { admin } from './lib/admin.mjs'
import { dayFrom, newPlan, stateOf } from './lib/project.mjs'

const [clerk, elsewhere] = await Promise.all([staff('liwei'), staff('zhaolei')])
const HERE = '/needs/ledger'
const grid = `聚${Date.now().toString(36)}网格`
const entry = { source: 'phone', category: '0017', target_group: '03', description: '独居，想有人送饭', grid }
const add = async (changes = {}, who = clerk) => /N\d+/.exec(status(await who.post(`${HERE}/new`, { ...entry, ...changes }), 303).location)[0]
const verified = async (changes, who = clerk) => {
	const no = await add(changes, who)
	status(await who.post(`${HERE}/${no}/verify`, {}), 303)
	return no
}
const rows = async (who = clerk, more = '') => status(await who.getJson(`/needs/clusters?grid=${encodeURIComponent(grid)}${more}`), 200).page.Clusters ?? []
const plain = (c) => [c.needs, c.homes, c.late, c.risky]
const at = (more = '') => `category=0017&group=03&grid=${encodeURIComponent(grid)}${more}`
const file = async () => /households\/(F\d+)\?/.exec(status(await clerk.post('/needs/households/new', { name: '冯秀英', phone: mobile(), address: '胜利社区 8 号楼', grid,
	file_consent: '1' }), 303).location)[1]

test('a need is in its cluster when it is verified, and not before; two of one household are one household', async () => {
	const home = await file()
	const waits = await add({ household: home })
	assert.deepEqual(await rows(), [])
	status(await clerk.post(`${HERE}/${waits}/verify`, {}), 303)
	await verified({ household: home, risk: '独自在家' })
	await verified()
	const [c] = await rows()
	assert.deepEqual([c.category, c.target, c.grid, ...plain(c)], ['0017', '03', grid, 3, 2, 0, 1])
	assert.ok(c.since && c.category_name && c.target_name)
	assert.deepEqual(await rows(elsewhere), [], 'not those of another station')
})

test('past its reply day a need is told until it is answered; edited it changes its cluster; declined it leaves', async () => {
	const no = await verified()
	const edit = async (changes) => status(await clerk.post(`${HERE}/${no}/edit`,
		{ ...(await clerk.getJson(`${HERE}/${no}/edit`)).page.Form, sex: '', ...changes }), 303)
	await edit({ reply_by: dayFrom(-3) })
	assert.deepEqual(plain((await rows())[0]), [4, 3, 1, 1])
	status(await clerk.post(`${HERE}/${no}/answer`, { answer_how: 'phone', answer: '下周起有人送饭' }), 303)
	assert.deepEqual(plain((await rows())[0]), [4, 3, 0, 1])
	await edit({ target_group: '', risk: '上下楼不便' })
	assert.deepEqual((await rows()).map((c) => [c.target ?? '', ...plain(c)]).sort(), [['', 1, 1, 0, 1], ['03', 3, 2, 0, 1]])
	status(await clerk.post(`${HERE}/${no}/decline`, { reason: '已由家人照料', how_told: 'phone' }), 303)
	assert.deepEqual((await rows()).map(plain), [[3, 2, 0, 1]])
})

test('what is kept is what the rows say', () => {
	const wrong = value(`SELECT COUNT(*) FROM need_cluster c WHERE (n, risky, homes) <> (SELECT COUNT(*), COALESCE(SUM(x.risk <> ''), 0),
		COUNT(DISTINCT COALESCE(x.household_id, -x.id)) FROM need x WHERE x.station_id = c.station_id AND x.state = 'verified'
		AND x.category = c.category AND COALESCE(x.target_group, '') = c.target_group AND x.grid = c.grid) AND c.grid = ?`, [grid])
	assert.equal(wrong, '0')
	assert.equal(value('SELECT COUNT(*) FROM need_cluster_part WHERE n <= 0 AND cluster_id IN (SELECT id FROM need_cluster WHERE grid = ?)', [grid]), '0')
})

test('recount knows the clusters, and what they are made of', () => {
	const said = () => admin('recount').stdout.split('\n').filter((l) => l.includes('cluster') && l.includes(grid) || /(home|due) .* of cluster/.test(l))
	const off = (n) => sql('UPDATE need_cluster SET risky = risky + ? WHERE grid = ?', [n, grid])
	const part = (n) => sql(`UPDATE need_cluster_part p JOIN need_cluster c ON c.id = p.cluster_id SET p.n = p.n + ? WHERE c.grid = ? AND p.kind = 'home'`, [n, grid])
	const before = said()
	off(1)
	part(1)
	assert.ok(said().some((l) => l.includes(grid)) && said().length > before.length + 1, said().join('\n'))
	off(-1)
	part(-1)
	assert.deepEqual(before, [])
	assert.deepEqual(said(), [])
})

test('the needs of a cluster are one click away, oldest first, and in a file', async () => {
	const { Cluster, Needs } = status(await clerk.getJson(`/needs/cluster?${at()}`), 200).page
	assert.deepEqual([Cluster.needs, Cluster.homes, Cluster.grid], [3, 2, grid])
	assert.deepEqual(Needs.map((n) => n.no), sql("SELECT no FROM need WHERE grid = ? AND state = 'verified' ORDER BY registered_at, id", [grid]).map((r) => r.no))
	status(await elsewhere.getJson(`/needs/cluster?${at()}`), 404)
	status(await clerk.getJson('/needs/cluster'), 404)
	status(await clerk.getJson('/needs/cluster?category=0017&group=%27%20OR%201&grid=x'), 404)
	assert.match(status(await clerk.get(`/needs/clusters?grid=${encodeURIComponent(grid)}&as=csv`), 200).text, new RegExp(`${grid},3,2`))
	assert.match(status(await clerk.get(`/needs/cluster?${at('&as=csv')}`), 200).text, new RegExp(Needs[0].no))
	status(await clerk.get('/needs/clusters?as=print', { headers: { Accept: 'text/html' } }), 200)
})

test('a plan begins with all needs of the cluster, ticked, and with words; it is stored with them and they leave the cluster when it is published', async () => {
	const { Form, Needs } = status(await clerk.getJson(`/project/new?${at()}`), 200).page
	assert.equal(Form.need.length, 3)
	assert.deepEqual(Needs.slice(0, 3).map((n) => n.code).sort(), [...Form.need].sort())
	assert.ok(Form.title.startsWith(grid) && Form.title.length <= 50, Form.title)
	assert.deepEqual([Form.categories, Form.recipients], [['0017'], ['03']])
	const no = await newPlan(clerk, { need: Form.need })
	assert.equal(stateOf(no), 'draft')
	assert.deepEqual((await clerk.getJson(`/project/${no}`)).page.Needs.map((n) => n.no).sort(), [...Form.need].sort())
	assert.equal((await rows())[0].needs, 3, 'a draft answers nobody yet')
})

test('more than sixty needs go along, and the form shows every one that was chosen', async () => {
	const many = `${grid}二`
	cleanup(() => sql('DELETE FROM need WHERE grid = ?', [many]))
	sql(`INSERT INTO need (no, station_id, source, category, target_group, description, grid, state)
		SELECT CONCAT('N98', LPAD(seq, 6, '0')), s.id, 'phone', '0001', '03', '楼道灯坏了', ?, 'verified' FROM seq_1_to_90 JOIN station s ON s.no = 1`, [many])
	const { Form, Needs } = status(await clerk.getJson(`/project/new?category=0001&group=03&grid=${encodeURIComponent(many)}`), 200).page
	assert.equal(Form.need.length, 90)
	assert.ok(Form.need.every((no) => Needs.some((n) => n.code === no)))
	const no = await newPlan(clerk, { need: Form.need })
	assert.equal(value('SELECT COUNT(*) FROM project_need x JOIN project p ON p.id = x.project_id WHERE p.no = ?', [no]), '90')
	assert.equal((await clerk.getJson(`/project/${no}/edit`)).page.Form.need.length, 90)
	sql('DELETE x FROM project_need x JOIN project p ON p.id = x.project_id WHERE p.no = ?', [no])
})

guardGet('/needs/clusters')
guardGet('/needs/cluster')
await end()
