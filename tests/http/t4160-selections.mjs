// Selections above the station: conditions as rows, who meets them with the figures behind each, what the others lack.
import { Client, assert, end, guardGet, guardPost, newVolunteer, sql, staff, status, test, value } from './lib.mjs'
import { personOf, served, total } from './lib/recognition.mjs'

const clerk = await staff('liwei')
const reviewer = await staff('wangfang')
const other = await staff('sunli')
const ann = await newVolunteer({ name: '安然' })
const ben = await newVolunteer({ name: '贝宁' })
for (const [v, years] of [[ann, 4], [ben, 1]])
	sql('UPDATE volunteer SET station_id = (SELECT id FROM station WHERE no = 1), registered_at = NOW() - INTERVAL ? YEAR - INTERVAL 1 DAY WHERE no = ?', [years, v.no])
total(ann.no, 60_000)
total(ben.no, 59_000)

const words = (changes = {}) => ({ name: '全国学雷锋志愿服务“四个100”先进典型', organiser: '中央文明办等部门', authority_kind: 'government', year: '2026',
	due_on: '2026-12-31', ...changes })
const at = (uid, step = '') => `/commend/manage/selections/${uid}${step}`
const uidIn = (r) => /([0-9a-f]{32})/.exec(status(r, 303).location)[1]
const selection = async (changes) => uidIn(await clerk.submit('/commend/manage/selections/new', words(changes)))
const found = async (uid, kind, who = clerk) => status(await who.getJson(at(uid, `/find?kind=${kind}`)), 200).page
const kind = (uid, subject, award) => clerk.post(at(uid, '/kind'), { subject, award })
const condition = (uid, of, what, wanted, bound = 'least') => clerk.post(at(uid, '/condition'), { kind: of, what, bound, wanted: String(wanted) })
const station = value('SELECT id FROM station WHERE no = 1')
function plantTeam(name, { years = 5, members = [], brands = 0, gone = [] } = {}) {
	sql(`INSERT INTO team (uid, station_id, name, founded_on, state, members) VALUES (RANDOM_BYTES(16), ?, ?, CURDATE() - INTERVAL ? YEAR, 'approved', 1000)`,
		[station, name, years])
	const id = value('SELECT MAX(id) FROM team')
	for (const v of members) sql('INSERT INTO team_member (team_id, person_id) VALUES (?, ?)', [id, personOf(v.no)])
	for (const v of gone) sql('INSERT INTO team_member (team_id, person_id, left_at) VALUES (?, ?, NOW())', [id, personOf(v.no)])
	for (let i = 0; i < brands; i++)
		sql(`INSERT INTO project (uid, no, station_id, team_id, title, regular, starts_on, ends_on, author_id, approver_id, state)
			SELECT RANDOM_BYTES(16), CONCAT('P26', LEFT(HEX(RANDOM_BYTES(8)), 12)), ?, ?, '品牌项目', 1, CURDATE() - INTERVAL 2 YEAR, CURDATE(), a.id, b.id, 'running'
			FROM staff a JOIN staff b ON b.login = 'wangfang' WHERE a.login = 'liwei'`, [station, id])
	return id
}

test('the preset of the four hundreds puts in kinds and conditions as the ministry has them', async () => {
	const uid = await selection({ preset: 'four' })
	const { page } = status(await clerk.getJson(at(uid)), 200)
	assert.deepEqual(page.Kinds.map((k) => [k.subject, k.award]), [['volunteer', '最美志愿者'], ['team', '最佳志愿服务组织'], ['project', '最佳志愿服务项目'],
		['community', '最美志愿服务社区']])
	assert.deepEqual(page.Conditions.map((c) => [c.subject, c.what, c.at_most, c.wanted]), [['volunteer', 'years', 0, 3], ['team', 'years', 0, 3],
		['team', 'people', 0, 20], ['team', 'active', 0, 60], ['team', 'brands', 0, 2], ['project', 'years', 0, 3], ['community', 'registered', 0, 10],
		['community', 'kinds', 0, 3], ['community', 'teams', 0, 2]])
	for (const subject of ['volunteer', 'team', 'project', 'community'])
		assert.ok((await found(uid, subject)).Found, subject)
	assert.equal((await clerk.getJson('/commend/manage/selections')).page.Selections[0].uid, uid)
})

test('whoever meets all stands first, with the figures behind each; of the others it says what is missing', async () => {
	const uid = await selection()
	status(await kind(uid, 'volunteer', '最美志愿者'), 303)
	status(await condition(uid, 'volunteer', 'years', 3), 303)
	status(await condition(uid, 'volunteer', 'hours', 980), 303)
	status(await condition(uid, 'volunteer', 'no_shows', 2, 'most'), 303)
	const page = await found(uid, 'volunteer')
	const of = (v) => page.Found.find((f) => f.code === v.no)
	assert.equal(of(ann).lacks, 0)
	assert.deepEqual(of(ann).Figures.map((f) => [f.what, f.has, f.wanted, f.ok]), [['years', 4, 3, 1], ['hours', 1000, 980, 1], ['no_shows', 0, 2, 1]])
	assert.deepEqual(of(ben).Figures.map((f) => [f.what, f.has, f.ok]), [['years', 1, 0], ['hours', 983, 1], ['no_shows', 0, 1]])
	assert.equal(of(ben).lacks, 1)
	const order = page.Found.map((f) => f.lacks)
	assert.deepEqual(order, [...order].sort((a, b) => a - b))
	assert.equal(page.Met, order.filter((n) => n === 0).length)
	status(await clerk.post(at(uid, '/remove'), { kind: 'volunteer', what: 'years', at_most: '0' }), 303)
	assert.equal((await found(uid, 'volunteer')).Found.find((f) => f.code === ben.no).lacks, 0)
	status(await clerk.post(at(uid, '/remove'), { kind: 'volunteer', what: 'years', at_most: '0' }), 409)
})

test('a team is measured by members that serve and by regular projects; one without members has a share of none', async () => {
	served(ann.no, { minutes: 60 })
	sql("DELETE FROM service_record WHERE person_id = ? AND served_on > CURDATE() - INTERVAL 1 YEAR", [personOf(ben.no)])
	plantTeam('满员测量队', { members: [ann, ben], brands: 2, years: 4 })
	plantTeam('空队', { gone: [ann] })
	const uid = await selection()
	status(await kind(uid, 'team', '最佳志愿服务组织'), 303)
	for (const [what, n] of [['years', 3], ['people', 2], ['active', 50], ['brands', 2]])
		status(await condition(uid, 'team', what, n), 303)
	const page = await found(uid, 'team')
	const of = (name) => Object.fromEntries(page.Found.find((f) => f.name === name).Figures.map((f) => [f.what, f.has]))
	assert.deepEqual(of('满员测量队'), { years: 4, people: 2, active: 50, brands: 2 })
	assert.deepEqual(of('空队'), { years: 5, people: 0, active: 0, brands: 0 })
})

test('communities and stations are measured by residents, kinds of work and teams; where nobody counted the residents nothing is known', async () => {
	const before = value('SELECT population FROM station WHERE no = 1')
	const uid = await selection({ preset: 'station' })
	try {
		sql('UPDATE station SET population = 0 WHERE no = 1')
		let [f] = (await found(uid, 'station')).Found.filter((s) => s.code === 'station_1')
		assert.equal(f.Figures[0].what, 'registered')
		assert.equal(f.Figures[0].has, undefined)
		assert.equal(f.Figures[0].ok, 0)
		sql('UPDATE station SET population = 10 WHERE no = 1')
		f = (await found(uid, 'station')).Found.find((s) => s.code === 'station_1')
		assert.equal(f.Figures[0].has, Number(value("SELECT n * 10 FROM volunteer_count WHERE station_id = ? AND of_state = 'active'", [station])))
	} finally {
		sql('UPDATE station SET population = ? WHERE no = 1', [before])
	}
})

test('one selection is closed when nothing of it is on the way, and then nothing of it changes', async () => {
	const uid = await selection({ preset: 'four' })
	const go = await clerk.post(at(uid, '/nominate'), { kind: 'volunteer', volunteer_no: ann.no })
	const nomination = uidIn(go)
	assert.equal(status(await reviewer.post(at(uid, '/close'), {}), 409).page.Refused, 'nominations_run')
	status(await clerk.post(`/commend/manage/nominations/${nomination}/withdraw`, { reason: '材料不全' }), 303)
	status(await reviewer.post(at(uid, '/close'), {}), 303)
	status(await reviewer.post(at(uid, '/close'), {}), 409)
	status(await kind(uid, 'station', '优秀志愿服务站'), 409)
	status(await condition(uid, 'volunteer', 'hours', 5), 409)
	status(await clerk.post(at(uid, '/nominate'), { kind: 'volunteer', volunteer_no: ann.no }), 409)
})

test('the same form twice is one selection; another station sees none of it', async () => {
	const { Key } = (await clerk.getJson('/commend/manage/selections/new')).page
	const twice = await Promise.all([1, 2].map(() => clerk.post('/commend/manage/selections/new', { ...words(), preset: 'four', key: Key })))
	const [uid] = twice.map(uidIn)
	assert.equal(twice[0].location, twice[1].location)
	assert.equal(value('SELECT COUNT(*) FROM selection_condition c JOIN selection s ON s.id = c.selection_id WHERE s.uid = UNHEX(?)', [uid]), '9')
	for (const path of ['', '/find'])
		status(await other.getJson(at(uid, path)), 404)
	for (const [path, form] of [['/kind', { subject: 'team', award: '奖项' }], ['/condition', { kind: 'team', what: 'years', bound: 'least', wanted: '1' }],
		['/nominate', { kind: 'volunteer', volunteer_no: ann.no }]])
		status(await other.post(at(uid, path), form), 404)
})

let there
const of = async () => (there ??= await selection({ preset: 'four' }))
guardGet('/commend/manage/selections')
guardGet('/commend/manage/selections/{}', { of, elsewhere: 'sunli' })
guardGet('/commend/manage/selections/{}/find', { of, elsewhere: 'sunli' })
guardPost('/commend/manage/selections/{}/close', { of, right: 'wangfang', wrong: 'liwei', elsewhere: 'sunli', form: {} })
test('a stranger sees none of it', async () => {
	status(await new Client().getJson(at(await of())), 401)
})
await end()
