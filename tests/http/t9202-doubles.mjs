// Who is here twice is found by a command: by number whatever the type of the document, by name and day of birth, by phone; and
// stands before the staff of the station. What staff have said of a pair stays said.
import { spawnSync } from 'node:child_process'
import { assert, end, mobile, newVolunteer, residentId, sql, staff, status, test, value } from './lib.mjs'
import { personOf } from './lib/recognition.mjs'
import { seal } from './lib/secret.mjs'

const { BUILD = 'build' } = process.env
function find() {
	const r = spawnSync(`${BUILD}/bin/zyz-admin`, ['doubles'], { encoding: 'utf8' })
	assert.equal(r.status, 0, r.stderr)
	const [, people, seconds, pairs, fresh] = /^(\d+) people in ([\d.]+) s: (\d+) pairs, (\d+) of them new/.exec(r.stdout)
	return { people: Number(people), seconds: Number(seconds), pairs: Number(pairs), fresh: Number(fresh) }
}
const whyOf = (a, b) => value(`SELECT why FROM person_double WHERE a_id = ${Math.min(a, b)} AND b_id = ${Math.max(a, b)}`)
const uidOf = (v) => Buffer.from(value('SELECT HEX(uid) FROM person WHERE id = ?', [personOf(v.no)]), 'hex')

test('pairs are found once, with all their reasons', async () => {
	const phone = mobile(), birth = '1987-04-03'
	const family = [await newVolunteer({ phone }), await newVolunteer({ phone, name: '周小弟' })]
	const isFamily = (d) => family.every((v) => [d.no, d.other_no].includes(v.no))
	const twins = [await newVolunteer({ name: '古丽·买买提', id_no: residentId({ birth }) }),
		await newVolunteer({ name: '古丽·买买提', id_no: residentId({ birth }), phone: mobile() })]
	const [one, other] = [await newVolunteer({ name: '陈一人' }), await newVolunteer({ name: '陈二名' })]
	// As an older version took it: the same number under another type.
	sql(`UPDATE person SET id_type = '05', id_no_sealed = ? WHERE id = ${personOf(other.no)}`, [seal('person.id_no', uidOf(other), one.form.id_no)])
	const first = find()
	assert.ok(first.fresh >= 3 && first.people > 6)
	const ids = (pair) => pair.map((v) => personOf(v.no))
	assert.equal(whyOf(...ids(family)), 'phone')
	assert.equal(whyOf(...ids(twins)), 'name')
	assert.equal(whyOf(...ids([one, other])), 'number')
	assert.equal(find().fresh, 0)
	const clerk = await staff('liwei')
	const page = status(await clerk.getJson('/merge/'), 200).page
	const shown = page.Doubles.find((d) => [one, other].every((v) => [d.no, d.other_no].includes(v.no)))
	assert.ok(shown.Why.number)
	assert.match(status(await clerk.get('/merge/'), 200).text, /证件号码相同/)
	status(await clerk.post(`/merge/double/${page.Doubles.find(isFamily).uid}/apart`), 303)
	find()
	assert.ok(!status(await clerk.getJson('/merge/'), 200).page.Doubles.some(isFamily))
	assert.ok(!(await (await staff('zhaolei')).getJson('/merge/')).page.Doubles?.some((d) => d.no === one.no))
	// Who was erased, or merged already, is in no pair.
	status(await twins[0].client.post('/account/me/erase', { confirm: '1' }), 303)
	assert.ok(!(await clerk.getJson('/merge/')).page.Doubles.some((d) => d.no === twins[1].no))
})

test('a telephone of many makes no pairs', async () => {
	const phone = mobile()
	const people = []
	for (let i = 0; i < 9; i++) people.push(await newVolunteer({ phone, name: `众${'甲乙丙丁戊己庚辛壬'[i]}` }))
	find()
	assert.equal(value(`SELECT COUNT(*) FROM person_double WHERE a_id IN (${people.map((v) => personOf(v.no)).join()})`), '0')
})

await end()
