// 集体报名: lines of name and telephone or number are looked at, then signed up for a shift, by who leads them or by staff; each line says
// what became of it, and nothing of anybody beyond what was typed.
import { Client, assert, bornYearsAgo, end, mobile, newVolunteer, residentId, sql, staff, status, test, value } from './lib.mjs'
import { act, kin } from './lib/family.mjs'
import { published } from './lib/project.mjs'
import { openShift, roster, signs } from './lib/shift.mjs'

const [clerk, reviewer] = await Promise.all(['liwei', 'wangfang'].map((n) => staff(n)))
const personOf = (v) => value('SELECT person_id FROM volunteer WHERE no = ?', [v.no])
const desk = (s) => `/recruit/manage/${s.project}/shift/${s.no}/group`
const phone = (s) => `/recruit/shift/${s.no}/group`
const told = (v, event) => value("SELECT COUNT(*) FROM message WHERE person_id = ? AND event = ? AND channel = 'inbox'", [personOf(v), event])
const words = (r) => r.page.Rows.map((x) => x.word)
const states = (s) => signs(s.no).map((x) => x.state)
const line = (v) => `${v.form.name} ${v.form.phone}`

/* Many are enrolled by rows: what is tried is the list, not the registration. */
let like
const named = (i) => `人${String.fromCodePoint(0x4e00 + i)}`
async function many(n) {
	like ??= await newVolunteer()
	const from = Number(value('SELECT MAX(id) FROM person')), made = []
	const columns = (table) => sql(`SELECT column_name AS c FROM information_schema.columns WHERE table_schema = DATABASE()
		AND table_name = ? AND extra NOT LIKE '%GENERATED%' AND extra NOT LIKE '%auto_increment%'`, [table]).map((x) => x.c)
	const copy = (table, where, change) => {
		const c = columns(table)
		sql(`INSERT INTO ${table} (${c.join(', ')}) SELECT ${c.map((x) => change[x] ?? x).join(', ')} FROM ${table} WHERE ${where}`)
	}
	for (let i = 0; i < n; i++) {
		copy('person', `id = ${personOf(like)}`, { uid: 'RANDOM_BYTES(16)', name: `'${named(i)}'`, id_no_index: 'RANDOM_BYTES(32)', id_no: 'NULL' })
		const id = value('SELECT MAX(id) FROM person WHERE id > ?', [from])
		const no = `V26099${process.pid % 10}${String(id).padStart(5, '0')}`
		copy('volunteer', `person_id = ${personOf(like)}`, { person_id: id, no: `'${no}'`, uid: 'RANDOM_BYTES(16)', platform_no: 'NULL' })
		made.push({ no, name: named(i) })
	}
	return made
}

/** A team that leader leads, with these members. */
let serial = 0
async function team(leader, ...members) {
	const form = { name: `集体队 ${process.pid}-${++serial}`, kind: '1', approver_org: '胜利社区居民委员会', address: '胜利大街 18 号',
		categories: ['0001'], join_mode: '1', contact_name: '马队长', contact_phone: '13800138000' }
	status(await leader.client.post('/team/found', form), 303)
	const uid = value('SELECT LOWER(HEX(uid)) FROM team WHERE name = ?', [form.name])
	status(await reviewer.post(`/team/desk/${uid}/approve`), 303)
	for (const m of members)
		sql('INSERT INTO team_member (team_id, person_id) SELECT id, ? FROM team WHERE uid = UNHEX(?)', [personOf(m), uid])
	return uid
}

test('staff look first, and nothing is written; one button signs up who fits, and each is told', async () => {
	const s = await openShift(clerk, reviewer, { wanted: 1 })
	const [a, b, c] = [await newVolunteer(), await newVolunteer(), await newVolunteer()]
	const people = ['序号\t姓名\t手机号', `1\t${line(a)}`, `${b.form.name}，${b.no}`, `无此人 ${c.form.phone}`, c.form.name, line(a)].join('\n')
	const look = status(await clerk.submit(desk(s), { people }), 200)
	assert.deepEqual([words(look), look.page.Good, look.page.Bad], [['accepted', 'waiting', 'nobody', 'half', 'twice'], 2, 2])
	assert.equal(look.page.Form.people, people)
	assert.deepEqual(states(s), [])
	const r = status(await clerk.submit(desk(s), { people, sign: 1 }), 422)
	assert.deepEqual([words(r), r.page.Signed], [words(look), 2])
	assert.deepEqual(r.page.Form.people.trim().split('\n'), [`无此人 ${c.form.phone}`, c.form.name])
	assert.deepEqual([states(s), roster(s.no)], [['accepted', 'waiting'], [a.no]])
	assert.deepEqual([told(a, 'approved'), told(b, 'lined_up')], ['1', '1'])
	assert.equal(value(`SELECT COUNT(*) FROM audit x JOIN application p ON p.id = x.target_id JOIN activity b ON b.id = p.activity_id
		WHERE x.action = 'application.add' AND b.no = ? AND x.actor_kind = 'staff'`, [s.no]), '2')
	// Twice the same: they are in already, and stay what they are.
	status(await clerk.submit(desk(s), { people: `${line(a)}\n${line(b)}`, sign: 1 }), 303)
	assert.deepEqual([states(s), told(a, 'approved')], [['accepted', 'waiting'], '1'])
})

test('both posts of the same moment sign up everybody once', async () => {
	const s = await openShift(clerk, reviewer, { wanted: 3 })
	const v = [await newVolunteer(), await newVolunteer()]
	const form = { people: v.map(line).join('\n'), sign: 1 }
	for (const r of await Promise.all([clerk.submit(desk(s), form), clerk.submit(desk(s), form)])) status(r, 303)
	assert.deepEqual([states(s), told(v[0], 'approved')], [['accepted', 'accepted'], '1'])
})

test('fifty at once, of which three are wrong; of sixty none, and no line is lost', async () => {
	const s = await openShift(clerk, reviewer, { wanted: 60 })
	const v = await many(47)
	const good = v.map((x) => `${x.name}\t${x.no}`), wrong = ['没有的人 13900000001', `别的名 ${v[0].no}`, '只有名字']
	const r = status(await clerk.submit(desk(s), { people: [...wrong, ...good].join('\n'), sign: 1 }), 422)
	assert.deepEqual([r.page.Signed, r.page.Bad, words(r).slice(0, 4)], [47, 3, ['nobody', 'nobody', 'half', 'accepted']])
	assert.equal(signs(s.no).length, 47)
	const sixty = Array.from({ length: 60 }, (_, i) => `某某 139000000${String(i).padStart(2, '0')}`).join('\n')
	for (const sign of [{}, { sign: 1 }]) {
		const x = status(await clerk.submit(desk(s), { people: sixty, ...sign }), 422)
		assert.match(x.page.Errors[0].text, /50/)
		assert.equal(x.page.Form.people, sixty)
	}
	// One telephone, one name, two people.
	const two = status(await clerk.submit(desk(s), { people: `${v[0].name} ${like.form.phone}` }), 200)
	assert.deepEqual(words(two), ['already'])
	sql('UPDATE person SET name = ? WHERE id = ?', [v[0].name, personOf(v[1])])
	assert.deepEqual(words(await clerk.submit(desk(s), { people: `${v[0].name} ${like.form.phone}` })), ['several'])
	status(await clerk.submit(desk(s), { people: '' }), 422)
	status(await clerk.submit(desk(s), { people: '姓名 手机号' }), 422)
})

test('a leader signs up the members; of others nothing is said, known or not', async () => {
	const s = await openShift(clerk, reviewer, { wanted: 5 })
	const [leader, m, w, out, other] = [await newVolunteer(), await newVolunteer({ name: '林小满' }), await newVolunteer(), await newVolunteer(), await newVolunteer()]
	await team(leader, m, w)
	await team(other, out)
	const people = [line(m), `${w.form.name} ${w.no}`, line(out), `林大满 ${m.form.phone}`, `没有的人 ${mobile()}`, w.no].join('\n')
	assert.equal(status(await leader.client.getJson(`/recruit/shift/${s.no}`), 200).page.Can.lead, 1)
	const look = status(await leader.client.submit(phone(s), { people }), 200)
	assert.deepEqual(words(look), ['accepted', 'accepted', 'nobody_lead', 'nobody_lead', 'nobody_lead', 'half'])
	for (const r of look.page.Rows) assert.deepEqual(Object.keys(r).filter((k) => !['line', 'text', 'word', 'fits'].includes(k)), [])
	status(await leader.client.submit(phone(s), { people, sign: 1 }), 422)
	assert.deepEqual(roster(s.no), [m.no, w.no])
	assert.equal(told(m, 'approved'), '1')
	// One of another team, and one who leads none.
	assert.deepEqual(words(await other.client.submit(phone(s), { people: line(m) })), ['nobody_lead'])
	status(await m.client.getJson(phone(s)), 403)
	status(await m.client.post(phone(s), { people, sign: 1 }), 403)
	status(await leader.client.post(phone(s), { people, csrf: null }), 403)
	status(await new Client().getJson(phone(s)), 401)
	assert.equal((await m.client.getJson(`/recruit/shift/${s.no}`)).page.Can?.lead, undefined)
})

test('what is asked of each alone is asked: the day, the age, the team, what they have to do', async () => {
	const p = await published(clerk, reviewer, { positions: [{ min_age: 60 }, {}] })
	const [old, all] = [await openShift(clerk, reviewer, { project: { no: p.no, position: p.positions[0].uid }, day: 6 }),
		await openShift(clerk, reviewer, { project: { no: p.no, position: p.positions[1].uid }, day: 6, mode: 'apply' })]
	const v = await newVolunteer(), gone = await newVolunteer()
	assert.deepEqual(words(await clerk.submit(desk(old), { people: line(v) })), ['min_age'])
	assert.deepEqual(words(await clerk.submit(desk(all), { people: line(v) })), ['pending'])
	status(await clerk.submit(desk(all), { people: line(v), sign: 1 }), 303)
	assert.deepEqual([states(all), told(v, 'signed_for')], [['pending'], '1'])
	assert.match(status(await v.client.get('/account/messages'), 200).text, /有人替您报了名/)
	sql("UPDATE volunteer SET state = 'paused' WHERE no = ?", [gone.no])
	assert.deepEqual(words(await clerk.submit(desk(all), { people: line(gone) })), ['not_active'])
	const busy = await newVolunteer()
	const [one, two] = [await openShift(clerk, reviewer, { day: 9 }), await openShift(clerk, reviewer, { day: 9 })]
	status(await busy.client.post(`/recruit/shift/${one.no}/apply`), 303)
	assert.deepEqual(words(await clerk.submit(desk(two), { people: line(busy), sign: 1 })), ['clash'])
	assert.deepEqual(states(two), [])
	const closed = await openShift(clerk, reviewer, { day: 4 })
	sql(`UPDATE shift s JOIN activity a ON a.id = s.activity_id SET s.opens_at = NOW() - INTERVAL 2 DAY,
		s.closes_at = NOW() - INTERVAL 1 DAY WHERE a.no = ?`, [closed.no])
	assert.deepEqual(words(await clerk.submit(desk(closed), { people: line(busy), sign: 1 })), ['closed'])
})

test("another station's shift is none of theirs; who acts for somebody signs up no group", async () => {
	const s = await openShift(clerk, reviewer), other = await staff('sunli')
	status(await other.getJson(desk(s)), 404)
	status(await other.post(desk(s), { people: '张三 13800138000', sign: 1 }), 404)
	const t = await openShift(clerk, reviewer)
	status(await clerk.getJson(`/recruit/manage/${s.project}/shift/${t.no}/group`), 404)
	const elder = await newVolunteer({ birth_on: bornYearsAgo(75), id_no: residentId({ birth: bornYearsAgo(75) }) }), proxy = await newVolunteer()
	await team(elder)
	await act(proxy, await kin(clerk, elder, proxy))
	status(await proxy.client.getJson(phone(s)), 403)
	status(await proxy.client.post(phone(s), { people: line(elder), sign: 1 }), 403)
	assert.equal((await proxy.client.getJson(`/recruit/shift/${s.no}`)).page.Can?.lead, undefined)
	assert.deepEqual(states(s), [])
})

await end()
