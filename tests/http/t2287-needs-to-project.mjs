// From needs to a project and to their end: chosen among many and page by page, followed by what served them, settled with what was done, and
// none left behind in a project that is over.
import { assert, cleanup, end, guardGet, guardPost, sql, staff, status, test, value } from './lib.mjs'
import { approved, dayFrom, needState, newPlan, planForm, published, stateOf, submitted, verifiedNeed } from './lib/project.mjs'

const [clerk, reviewer, elsewhere] = await Promise.all([staff('liwei'), staff('wangfang'), staff('zhaolei')])
const report = '服务老人一百二十人次，满意度高，建议下季度增加人手。'
const grid = `选${Date.now().toString(36)}`
const wrong = (r) => status(r, 422).page.Errors.map((e) => e.field)
const of = (no) => sql('SELECT n.no FROM project_need x JOIN project p ON p.id = x.project_id JOIN need n ON n.id = x.need_id WHERE p.no = ? ORDER BY n.no', [no]).map((r) => r.no)
const many = (n, from, where = grid) => {
	sql(`INSERT INTO need (no, station_id, source, category, target_group, description, grid, state)
		SELECT CONCAT('N97', LPAD(seq + ?, 6, '0')), s.id, 'phone', IF(seq % 2, '0001', '0004'), '03', CONCAT('楼道灯第', seq, '盏坏了'), ?, 'verified'
		FROM seq_1_to_300 JOIN station s ON s.no = 1 WHERE seq <= ? ORDER BY seq`, [from, where, n])
	return sql('SELECT no FROM need WHERE grid = ? ORDER BY no', [where]).map((r) => r.no)
}
const made = many(120, 0)
cleanup(() => sql("DELETE x FROM project_need x JOIN need n ON n.id = x.need_id WHERE n.no LIKE 'N97%'"))
const q = (more = '') => `?grid=${encodeURIComponent(grid)}${more}`

test('a plan that is begun is kept, and needs are looked for among many: by words, number, category, group and place', async () => {
	const r = status(await clerk.submit('/project/new', planForm({ title: '楼道点灯', then: 'needs' })), 303)
	const no = /\/project\/(P\d+)\/needs\?done=plan_made$/.exec(r.location)[1]
	const at = (more) => clerk.getJson(`/project/${no}/needs${more}`)
	const first = status(await at(q()), 200).page
	assert.deepEqual([first.Needs.length, first.Chosen.chosen, first.Project.open], [50, 0, 1])
	assert.equal((await at(q('&q=' + encodeURIComponent('第117盏')))).page.Needs.length, 1)
	assert.equal((await at(q(`&q=${made[3]}`))).page.Needs[0].no, made[3])
	assert.ok((await at(q('&category=0004'))).page.Needs.every((n) => n.category === '0004'))
	assert.equal((await at(q('&group=08'))).page.Needs, undefined)
	assert.equal((await at('?q=%27%20OR%201=1')).page.Needs, undefined)
})

test('what is ticked is kept over pages without a script, and what is unticked goes', async () => {
	const no = await newPlan(clerk)
	const path = `/project/${no}/needs`
	const one = (await clerk.getJson(path + q())).page
	const [a, b, c] = one.Needs.map((n) => n.no)
	const r = status(await clerk.post(path, { shown: one.Needs.map((n) => n.no), need: [a, b], go: one.List.next }), 303)
	assert.ok(r.location.endsWith(one.List.next), r.location)
	const two = status(await clerk.getJson(r.location), 200).page
	assert.equal(two.Chosen.chosen, 2)
	assert.ok(!two.Needs.some((n) => n.no === a))
	const d = two.Needs[0].no
	status(await clerk.post(path, { shown: two.Needs.map((n) => n.no), need: [d] }), 303)
	assert.deepEqual(of(no), [a, b, d].sort())
	const back = (await clerk.getJson(path + q())).page
	assert.deepEqual(back.Needs.filter((n) => n.mine).map((n) => n.no).sort(), [a, b].sort())
	status(await clerk.post(path, { shown: back.Needs.map((n) => n.no), need: [a, c], then: 'plan' }), 303)
	assert.deepEqual(of(no), [a, c, d].sort())
	status(await clerk.post(path, { shown: [a], need: [a] }), 303)
	assert.deepEqual(of(no), [a, c, d].sort(), 'sent twice it is the same')
	assert.deepEqual((await clerk.getJson(`/project/${no}/edit`)).page.Form.need.sort(), [a, c, d].sort())
})

test('nobody is led away, and bad choices are refused whole', async () => {
	const no = await newPlan(clerk)
	const path = `/project/${no}/needs`
	for (const go of ['https://elsewhere.example/', '//elsewhere.example', `/project/${no}/needsx`, '/account/sign-out'])
		assert.equal(new URL(status(await clerk.post(path, { go }), 303).location).pathname, path)
	const foreign = await verifiedNeed(elsewhere)
	for (const need of [foreign, 'N9900100001'])
		assert.deepEqual(wrong(await clerk.post(path, { shown: [made[0]], need: [made[0], need] })), ['need'])
	assert.deepEqual(of(no), [])
	status(await clerk.post(path, { need: ['<b>'] }), 422)
	const full = many(201, 1000, `${grid}满`)
	for (let i = 0; i < 200; i += 50) status(await clerk.post(path, { need: full.slice(i, i + 50) }), 303)
	assert.deepEqual(wrong(await clerk.post(path, { need: [full[200]] })), ['need'])
	assert.equal(of(no).length, 200)
	const sent = await submitted(clerk)
	status(await clerk.getJson(`/project/${sent.no}/needs`), 409)
	status(await clerk.post(`/project/${sent.no}/needs`, { need: [made[0]] }), 409)
})

test('a published project takes more needs along, and gives none back in silence', async () => {
	const { no } = await published(clerk, reviewer)
	const need = await verifiedNeed(clerk)
	status(await clerk.post(`/project/${no}/needs`, { shown: [need], need: [need] }), 303)
	assert.equal(needState(need), 'in_project')
	status(await clerk.post(`/project/${no}/needs`, { shown: [need] }), 303)
	assert.deepEqual([of(no), needState(need)], [[need], 'in_project'])
	const other = await published(clerk, reviewer)
	assert.deepEqual(wrong(await clerk.post(`/project/${other.no}/needs`, { need: [need] })), ['need'])
})

test('a need that was picked by mistake is given back by a reviewer, with a reason that stays', async () => {
	const need = await verifiedNeed(clerk), kept = await verifiedNeed(clerk)
	const { no } = await published(clerk, reviewer, { plan: { need: [need, kept] } })
	const path = `/project/${no}/needs/${need}`
	assert.equal((await reviewer.getJson(`/project/${no}`)).page.Can.release, 1)
	assert.equal((await clerk.getJson(`/project/${no}`)).page.Can.release, undefined)
	status(await clerk.post(path, { reason: '选错了' }), 403)
	assert.equal(status(await reviewer.getJson(path), 200).page.Need.no, need)
	assert.deepEqual(wrong(await reviewer.post(path, { reason: '' })), ['reason'])
	status(await reviewer.post(`/project/${no}/needs/${made[60]}`, { reason: '选错了' }), 404)
	status(await reviewer.post(path, { reason: '选错了，是另一个小区的' }), 303)
	assert.deepEqual([needState(need), of(no)], ['verified', [kept]])
	status(await reviewer.post(path, { reason: '选错了' }), 404)
	const [h] = (await clerk.getJson(`/needs/ledger/${need}`)).page.Deeds.flatMap((d) => d.Changes ?? [])
	assert.deepEqual([h.field, h.was, h.became], ['project', no, '选错了，是另一个小区的'])
	assert.equal(value("SELECT COUNT(*) FROM audit a JOIN project p ON p.id = a.target_id WHERE a.action = 'project.release' AND p.no = ?", [no]), '1')
	// Another living project that answers it as well keeps it.
	const other = await published(clerk, reviewer)
	sql('INSERT INTO project_need (project_id, need_id) SELECT p.id, n.id FROM project p JOIN need n ON n.no = ? WHERE p.no = ?', [kept, other.no])
	status(await reviewer.post(`/project/${no}/needs/${kept}`, { reason: '由另一个项目做' }), 303)
	assert.deepEqual([needState(kept), of(no), of(other.no)], ['in_project', [], [kept]])
	// A draft gives none back here: what is in it is unticked.
	const plan = await newPlan(clerk, { need: [need] })
	status(await reviewer.post(`/project/${plan}/needs/${need}`, { reason: '选错了' }), 409)
})

test('a form that was opened before somebody picked needs takes none of them away, and says so', async () => {
	const [a, b, c] = [made[70], made[71], made[72]]
	const no = await newPlan(clerk, { need: [a, b] })
	const { Form } = (await clerk.getJson(`/project/${no}/edit`)).page
	assert.equal(Form.had, [a, b].join(','))
	status(await clerk.post(`/project/${no}/needs`, { shown: [b, c], need: [c] }), 303)
	const typed = planForm({ title: '改过的标题', need: [a, b], had: Form.had })
	const r = status(await clerk.post(`/project/${no}/edit`, typed), 409)
	assert.equal(r.page.Errors[0].field, 'need')
	assert.match(r.page.Errors[0].text, new RegExp(`${c}.*${b}`))
	assert.deepEqual([r.page.Form.title, r.page.Form.need.sort(), r.page.Form.had], ['改过的标题', [a, b, c].sort(), [a, c].join(',')])
	assert.deepEqual(of(no), [a, c])
	// Seen, it is theirs to say.
	status(await clerk.post(`/project/${no}/edit`, { ...typed, need: [a, c], had: r.page.Form.had }), 303)
	assert.deepEqual([of(no), value('SELECT title FROM project WHERE no = ?', [no])], [[a, c], '改过的标题'])
	status(await clerk.post(`/project/${no}/edit`, { ...typed, need: [], had: [a, c].join(',') }), 303)
	status(await clerk.post(`/project/${no}/edit`, { ...typed, need: [a], had: '' }), 303)
	assert.deepEqual(of(no), [a])
})

test('who chose the needs of a plan does not approve it', async () => {
	const { no } = await submitted(clerk)
	status(await clerk.post(`/project/${no}/recall`), 303)
	status(await reviewer.post(`/project/${no}/needs`, { need: [made[80]] }), 303)
	status(await clerk.post(`/project/${no}/submit`, { none: 1 }), 303)
	assert.equal((await reviewer.getJson(`/project/${no}`)).page.OwnPlan, 1)
	status(await reviewer.post(`/project/${no}/approve`), 403)
	assert.equal(stateOf(no), 'submitted')
})

test('two who take the same need into two projects: one has it', async () => {
	const [one, two] = [await published(clerk, reviewer), await published(clerk, reviewer)]
	const need = await verifiedNeed(clerk)
	const answers = await Promise.all([one, two].map(({ no }) => clerk.post(`/project/${no}/needs`, { need: [need] })))
	assert.equal(answers.filter((r) => r.status === 303).length, 1, answers.map((r) => r.status).join())
	assert.equal(value('SELECT COUNT(*) FROM project_need x JOIN need n ON n.id = x.need_id WHERE n.no = ?', [need]), '1')
})

// A day of service for a project, as records have it.
function serve(no, day, mark) {
	const [served] = sql("SELECT id, minutes FROM service_record WHERE state = 'effective' ORDER BY minutes LIMIT 1")
	sql(`INSERT INTO activity (uid, no, station_id, project_id, title, category, place, starts_at, ends_at, created_by, state)
		SELECT UNHEX(MD5(?)), CONCAT('AX', p.no, ?), p.station_id, p.id, '送餐', '0001', p.place, TIMESTAMP(?, '09:00:00'),
			TIMESTAMP(?, '09:00:00') + INTERVAL ? MINUTE, p.author_id, 'archived' FROM project p WHERE p.no = ?`, [no + mark, mark, day, day, served.minutes, no])
	const columns = sql("SELECT COLUMN_NAME AS c FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = 'service_record' AND GENERATION_EXPRESSION IS NULL AND COLUMN_NAME NOT IN ('id', 'uid', 'no', 'activity_id', 'served_on', 'starts_at', 'ends_at', 'activity_published_at')").map((r) => `\`${r.c}\``).join(', ')
	sql(`INSERT INTO service_record (uid, no, activity_id, served_on, starts_at, ends_at, activity_published_at, ${columns}) SELECT UNHEX(MD5(?)), CONCAT('RX', ?), a.id, DATE(a.starts_at), a.starts_at, a.ends_at, a.starts_at - INTERVAL 1 DAY, ${columns.replace(/`(\w+)`/g, 'r.`$1`')}
		FROM service_record r JOIN activity a ON a.no = CONCAT('AX', ?) WHERE r.id = ?`, [`r${no}${mark}`, `${no.slice(-6)}${mark}`, no + mark, served.id])
	cleanup(() => {
		sql('DELETE FROM service_record WHERE activity_id = (SELECT id FROM activity WHERE no = ?)', [`AX${no}${mark}`])
		sql('DELETE FROM activity WHERE no = ?', [`AX${no}${mark}`])
	})
}

test('each need says what served it and for how long nobody came; each project how far it is', async () => {
	const [a, b] = [await verifiedNeed(clerk, { category: '0013' }), await verifiedNeed(clerk, { category: '0013' })]
	const { no } = await published(clerk, reviewer, { plan: { need: [a] } })
	const other = await published(clerk, reviewer, { plan: { need: [b] } })
	const plain = async (x) => { const { Cover } = (await clerk.getJson(`/project/${x}`)).page; return [Cover.done, Cover.served, Cover.none] }
	assert.deepEqual(await plain(no), [0, 0, 1])
	serve(no, dayFrom(-40), 'a')
	assert.deepEqual(await plain(no), [0, 0, 1], 'before it was told nobody was served for it')
	sql('UPDATE need SET registered_at = NOW() - INTERVAL 70 DAY WHERE no = ?', [a])
	assert.deepEqual(await plain(no), [0, 1, 0])
	assert.deepEqual(await plain(other.no), [0, 0, 1])
	const { Need, Served } = (await clerk.getJson(`/needs/ledger/${a}`)).page
	assert.deepEqual([Need.served_on, Need.idle], [dayFrom(-40), 40])
	assert.deepEqual(Served.map((v) => [v.kind, v.day]), [['activity', dayFrom(-40)]])
	sql('UPDATE need SET registered_at = NOW() - INTERVAL 70 DAY WHERE no = ?', [b])
	// The oldest first, so many looked through at a time.
	const list = async (more) => {
		const found = []
		for (let at = `/needs/coverage?category=0013&${more}`, i = 0; at && i < 40; i++) {
			const { Needs = [], List } = status(await clerk.getJson(at), 200).page
			found.push(...Needs.map((n) => n.no))
			at = List?.next
		}
		return found
	}
	assert.ok((await list('idle=30')).includes(a) && (await list('idle=30')).includes(b))
	assert.ok(!(await list('idle=60')).includes(a) && (await list('idle=60')).includes(b))
	assert.ok(!(await list('state=verified&idle=30')).includes(a))
	assert.match(status(await clerk.get('/needs/coverage?as=csv'), 200).text, new RegExp(a))
})

test('a need ends with what was done and with an answer; without one it does not', async () => {
	const need = await verifiedNeed(clerk)
	const path = `/needs/ledger/${need}/done`
	assert.deepEqual(wrong(await clerk.post(path, {})), ['done_note'])
	assert.deepEqual(wrong(await clerk.post(path, { done_note: '已送到家' })), ['done_answer'])
	assert.deepEqual(wrong(await clerk.post(path, { done_note: '已送到家', done_answer: '以后每天都送', done_how: 'letter' })), ['done_how'])
	assert.equal(needState(need), 'verified')
	status(await clerk.post(path, { done_note: '已送到家', done_answer: '以后每天都送', done_how: 'visit' }), 303)
	status(await clerk.post(path, { done_note: '已送到家', done_answer: '以后每天都送', done_how: 'visit' }), 409)
	const { Need } = (await clerk.getJson(`/needs/ledger/${need}`)).page
	assert.deepEqual([Need.state, Need.done_note, Need.answer, Need.answer_how, Need.answered_on], ['done', '已送到家', '以后每天都送', 'visit', dayFrom(0)])
	const told = await verifiedNeed(clerk)
	status(await clerk.post(`/needs/ledger/${told}/answer`, { answer_how: 'phone', answer: '下周有人来' }), 303)
	status(await clerk.post(`/needs/ledger/${told}/done`, { done_note: '修好了' }), 303)
	assert.equal((await clerk.getJson(`/needs/ledger/${told}`)).page.Need.answer, '下周有人来')
})

test('a project that ends asks what becomes of each need: done, back, or with another project', async () => {
	const [a, b, c] = [await verifiedNeed(clerk), await verifiedNeed(clerk), await verifiedNeed(clerk)]
	const { no } = await published(clerk, reviewer, { plan: { need: [a, b, c] } })
	const other = await published(clerk, reviewer)
	status(await clerk.getJson(`/project/${no}/close`), 409)
	status(await clerk.post(`/project/${no}/start`), 303)
	const asked = status(await clerk.getJson(`/project/${no}/close`), 200).page
	assert.deepEqual([asked.OpenNeeds.map((n) => n.no), asked.Form.back], [[a, b, c], [a, b, c]], 'nobody was served')
	assert.ok(asked.Others.some((o) => o.code === other.no) && !asked.Others.some((o) => o.code === no))
	const close = (form) => clerk.post(`/project/${no}/close`, { report, shown: [a, b, c], ...form })
	assert.deepEqual(wrong(await close({ back: [a], moved: [a], to: other.no })), ['moved'])
	assert.deepEqual(wrong(await close({ moved: [a] })), ['to'])
	for (const to of [no, 'P9900199999', await newPlan(clerk)]) assert.deepEqual(wrong(await close({ moved: [a], to })), ['to'])
	assert.deepEqual(wrong(await close({ back: [made[5]] })), ['back'])
	assert.deepEqual(wrong(await close({ done_answer: '有人送饭了' })), ['done_how'])
	assert.deepEqual(wrong(await close({ back: [b, c] })), ['done_answer'], 'nobody told them anything')
	assert.equal(stateOf(no), 'running')
	status(await close({ back: [b], moved: [c], to: other.no, done_note: '送了三个月', done_how: 'phone', done_answer: '有人送饭了' }), 303)
	assert.deepEqual([a, b, c].map(needState), ['done', 'verified', 'in_project'])
	assert.deepEqual(of(other.no), [c])
	assert.deepEqual(sql('SELECT done_note, answer, answer_how FROM need WHERE no = ?', [a]).map((r) => Object.values(r)), [['送了三个月', '有人送饭了', 'phone']])
	assert.equal(value(`SELECT COUNT(*) FROM need n WHERE n.state = 'in_project' AND n.no IN (?, ?, ?) AND NOT EXISTS (SELECT 1 FROM project_need x
		JOIN project p ON p.id = x.project_id WHERE x.need_id = n.id AND p.state IN ('recruiting', 'running'))`, [a, b, c]), '0')
})

test('what came in while the form was open is not said to be done', async () => {
	const [a, late] = [await verifiedNeed(clerk), await verifiedNeed(clerk)]
	const { no } = await published(clerk, reviewer, { plan: { need: [a] } })
	status(await clerk.post(`/project/${no}/start`), 303)
	const shown = status(await clerk.getJson(`/project/${no}/close`), 200).page.OpenNeeds.map((n) => n.no)
	status(await clerk.post(`/project/${no}/needs`, { need: [late] }), 303)
	status(await clerk.post(`/project/${no}/close`, { report, shown, done_how: 'phone', done_answer: '有人送饭了' }), 303)
	assert.deepEqual([a, late].map(needState), ['done', 'verified'])
	assert.equal(value('SELECT answered_on FROM need WHERE no = ?', [late]), null)
	assert.equal(value("SELECT COUNT(*) FROM audit a JOIN need n ON n.id = a.target_id WHERE a.action = 'need.answer' AND n.no = ?", [a]), '1')
})

test('sixty and more needs of a project that ends are all settled', async () => {
	const { no } = await approved(clerk, reviewer, { plan: { need: made.slice(0, 90) } })
	status(await clerk.post(`/project/${no}/publish`), 303)
	status(await clerk.post(`/project/${no}/start`), 303)
	status(await clerk.post(`/project/${no}/close`, { report, shown: made.slice(0, 90), done_how: 'notice', done_answer: '楼道灯都换过了' }), 303)
	assert.equal(value("SELECT COUNT(*) FROM need n JOIN project_need x ON x.need_id = n.id JOIN project p ON p.id = x.project_id WHERE p.no = ? AND n.state = 'done'", [no]), '90')
})

const draftOne = await newPlan(clerk)
guardGet('/needs/coverage')
guardGet('/project/{}/needs', { of: () => draftOne, elsewhere: 'zhaolei' })
guardPost('/project/{}/needs', { of: () => draftOne, form: { need: [made[100]] }, elsewhere: 'zhaolei' })
guardGet(`/project/{}/needs/${made[100]}`, { of: () => draftOne, wrong: 'liwei' })
guardPost(`/project/{}/needs/${made[100]}`, { of: () => draftOne, form: { reason: '选错了' }, right: 'wangfang', wrong: 'liwei' })
guardGet('/project/{}/close', { of: () => draftOne, elsewhere: 'zhaolei' })
await end()
