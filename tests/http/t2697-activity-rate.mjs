// Evaluations: staff rate many volunteers at once, and one again; a volunteer rates the station. What becomes of it on the line.
import { assert, end, newStaff, sql, staff, status, test, until, value } from './lib.mjs'
import { linedUp } from './lib/posting.mjs'
import { newVolunteer } from './lib/person.mjs'
import { attend, finish, newActivity, noticeOver, records, review, roomToday } from './lib/activity.mjs'

await roomToday()
const [clerk, reviewer, other, manager] = await Promise.all([staff('liwei'), staff('wangfang'), staff('zhaolei'), staff('zhangmin')])
const html = { headers: { Accept: 'text/html' } }
const personOf = (v) => value('SELECT person_id FROM volunteer WHERE no = ?', [v.no])
const ratings = (a, direction = 'of_volunteer') => sql(`SELECT e.person_id, e.version, e.score_a, e.score_b, e.score_c, e.words, HEX(e.uid) uid
	FROM evaluation e JOIN activity a ON a.id = e.activity_id WHERE a.no = ? AND e.direction = ? ORDER BY e.id`, [a.no, direction]).map((r) =>
	({ ...r, version: Number(r.version), marks: [r.score_a, r.score_b, r.score_c].map(Number) }))
const line = async (uid) => await linedUp() && sql(`SELECT version, state FROM outbox WHERE record_uid = UNHEX(?) ORDER BY version`, [uid])

/** An activity whose records, one for each of n volunteers, are reviewed. */
async function served(n = 2, { passed = true } = {}) {
	const vs = []
	for (let i = 0; i < n; i++) vs.push(await newVolunteer())
	const a = await newActivity(clerk, { volunteers: vs })
	for (const v of vs) await attend(clerk, v, a)
	finish(a.no)
	const nos = records(a.no).map((r) => r.no)
	if (passed) status(await review(reviewer, nos), 303)
	const path = `/activity/manage/${a.no}/rate`
	const people = async () => status(await clerk.getJson(path), 200).page.People ?? []
	return { a, vs, nos, path, people }
}
const marks = { score_a: 5, score_b: 4, score_c: 3, words: '准时到岗，服务热心' }

test('several at once: one mark for each, in line for the platform in the same step', async () => {
	const { a, path, people } = await served(3)
	const [x, y] = await people()
	status(await clerk.post(path, { ...marks, person: [x.ref, y.ref] }), 303)
	const rows = ratings(a)
	assert.deepEqual(rows.map((r) => [r.version, r.marks, r.words]), Array(2).fill([1, [5, 4, 3], marks.words]))
	for (const r of rows) assert.equal((await line(r.uid)).length, 1)
	const after = await people()
	assert.deepEqual(after.map((p) => p.rated_on ? 1 : 0), [0, 1, 1], 'who is not rated yet stands first')
	assert.equal(Number(sql(`SELECT COUNT(*) n FROM audit WHERE action = 'evaluation.rate' AND target_id IN
		(SELECT e.id FROM evaluation e JOIN activity a ON a.id = e.activity_id WHERE a.no = ?)`, [a.no])[0].n), 2)
})

test('again is a correction: the same key, a higher version', async () => {
	const { a, path, people } = await served(1)
	const [{ ref }] = await people()
	status(await clerk.post(path, { ...marks, person: ref }), 303)
	await linedUp()
	status(await clerk.post(path, { ...marks, score_b: 2, words: '中途离开了一次', person: ref }), 303)
	const [r] = ratings(a)
	assert.deepEqual([ratings(a).length, r.version, r.marks, r.words], [1, 2, [5, 2, 3], '中途离开了一次'])
	assert.deepEqual((await line(r.uid)).map((l) => Number(l.version)), [1, 2])
})

test('nothing without marks, words and people; what was ticked and typed stays', async () => {
	const { a, path, people } = await served(2)
	const [{ ref }] = await people()
	const fields = (r) => status(r, 422).page.Errors.map((e) => e.field).sort()
	assert.deepEqual(fields(await clerk.post(path, {})), ['person', 'score_a', 'score_b', 'score_c', 'words'])
	assert.deepEqual(fields(await clerk.post(path, { ...marks, score_a: 6, score_c: 0, words: '好', person: ref })), ['score_a', 'score_c', 'words'])
	const page = status(await clerk.post(path, { ...marks, score_a: '', person: ref }, html), 422).text
	assert.match(page, new RegExp(`value="${ref}"[^>]* checked`))
	assert.match(page, /准时到岗，服务热心<\/textarea>/)
	assert.equal(ratings(a).length, 0)
})

test('only who has hours that were looked at, and all or none', async () => {
	const waiting = await served(1, { passed: false })
	const early = await clerk.getJson(waiting.path)
	assert.ok(early.status === 409 || early.page.People === undefined, 'nothing is reviewed yet')
	const { a, path, people } = await served(1)
	const [{ ref }] = await people()
	for (const stranger of ['00112233445566778899aabbccddeeff', 'zz'])
		status(await clerk.post(path, { ...marks, person: [ref, stranger] }), 404)
	assert.equal(ratings(a).length, 0)
	const plan = await newActivity(clerk, {})
	status(await clerk.get(`/activity/manage/${plan.no}/rate`), 409)
	status(await other.get(path), 404)
	status(await other.post(path, { ...marks, person: ref }), 404)
})

test('nobody rates themselves', async () => {
	const { vs, path, people } = await served(1)
	const [{ ref }] = await people()
	const { client: self } = await newStaff({ person: vs[0].form })
	assert.equal(status(await self.getJson(path), 200).page.People, undefined)
	status(await self.post(path, { ...marks, person: ref }), 404)
})

test('the volunteer reads it, and rates the station without being named', async () => {
	const { a, vs: [v, w], nos, path, people } = await served(2)
	const own = records(a.no).find((r) => r.person_id === Number(personOf(v)))?.no ?? nos[0]
	const [{ ref }] = (await people()).filter((p) => p.no === v.no)
	status(await clerk.post(path, { ...marks, words: '<script>alert(1)</script>很好', person: ref }), 303)
	const mine = `/activity/hours/${own}`
	assert.equal(status(await v.client.getJson(mine), 200).page.OfMe.score_b, 4)
	assert.ok(!(await v.client.get(mine, html)).text.includes('<script>alert(1)'))
	status(await v.client.post(`${mine}/rate`, { score_a: 5, score_b: 9, score_c: 4 }), 422)
	status(await w.client.post(`${mine}/rate`, { score_a: 5, score_b: 4, score_c: 4 }), 404)
	status(await v.client.post(`${mine}/rate`, { score_a: 5, score_b: 4, score_c: 3, words: '水不够喝' }), 303)
	assert.equal((await v.client.getJson(mine)).page.OfStation.words, '水不够喝')
	const [r] = ratings(a, 'of_station')
	assert.deepEqual([r.version, (await line(r.uid)).length], [1, 0], 'it is not posted')
	const seen = status(await clerk.getJson(path), 200).page
	assert.deepEqual([Number(seen.Mean.people), seen.Views.map((x) => x.words)], [1, ['水不够喝']])
	assert.ok(!JSON.stringify([seen.Mean, seen.Views]).includes(v.no))
})

test('who erases themselves takes the words along', async () => {
	const { a, vs: [v], path, people } = await served(1)
	const [{ ref }] = await people()
	status(await clerk.post(path, { ...marks, person: ref }), 303)
	status(await v.client.submit('/account/me/erase', { confirm: 1 }), 303)
	assert.deepEqual(ratings(a).map((r) => [r.marks, r.words]), [[[5, 4, 3], '']])
})

/* What the platform is to hold of an evaluation: the newest row of its line, whatever became of those before. */
const standing = (uid) => {
	const r = sql('SELECT op, state, reason_code FROM outbox WHERE record_uid = UNHEX(?) ORDER BY version DESC LIMIT 1', [uid])[0]
	return r && r.op === 'put' && !(r.state === 'withdrawn' && r.reason_code === 'superseded')
}
const stands = (uid, yes, what) => until(() => standing(uid) === yes, 30_000, { what })

/** One volunteer's hours, rated and in line; the volunteer objects and somebody else upholds it. */
async function ratedThenUpheld(times = () => ({})) {
	const s = await served(1)
	const [{ ref }] = await s.people()
	status(await clerk.post(s.path, { ...marks, person: ref }), 303)
	const [{ uid }] = ratings(s.a)
	await stands(uid, true, 'rated and in line')
	status(await s.vs[0].client.submit(`/activity/record/${s.nos[0]}/object`, { reason: '这一天我没有来，时间记错了' }), 303)
	const c = sql('SELECT o.no FROM objection o JOIN service_record r ON r.id = o.record_id WHERE r.no = ?', [s.nos[0]])[0]
	await manager.getJson('/activity/manage/objections')
	status(await manager.post(`/activity/manage/objections/${c.no}/decide`, { verdict: 'upheld', result: '核对签到表，确有出入', ...times(s.a) }), 303)
	return { ...s, uid }
}

test('with the hours the evaluation falls, too', async () => {
	const { uid, path, people } = await ratedThenUpheld()
	await stands(uid, false, 'evaluation taken back')
	assert.deepEqual(await people(), [])
	status(await clerk.post(path, { ...marks, person: '00112233445566778899aabbccddeeff' }), 404)
})

test('hours put right bring it back in line', async () => {
	const { a, uid } = await ratedThenUpheld((a) =>
		sql("SELECT DATE_FORMAT(starts_at, '%H:%i') begins, DATE_FORMAT(ends_at, '%H:%i') ends FROM activity WHERE no = ?", [a.no])[0])
	await stands(uid, false, 'taken back while the new record waits')
	const [, anew] = records(a.no)
	assert.equal(anew.state, 'to_review')
	status(await review(reviewer, [anew.no]), 303)
	noticeOver(a.no)
	status(await reviewer.post(`/activity/manage/${a.no}/archive`), 303)
	await stands(uid, true, 'in line again')
	assert.equal(ratings(a).length, 1)
})
await end()
