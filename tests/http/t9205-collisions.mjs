// Two people whose documents are one, after an update that changed what counts as one number, were named on the terminal of
// `zyz-admin identities` and nowhere else. Now the staff of their station read them at /merge/, with the ways to put one right
// or to merge the two; and a number in another writing is found to be the same.
import { spawnSync } from 'node:child_process'
import { assert, end, newVolunteer, residentId, sql, staff, status, test, value } from './lib.mjs'
import { personOf } from './lib/recognition.mjs'
import { seal } from './lib/secret.mjs'

const { BUILD = 'build' } = process.env
const clerk = await staff('liwei'), reviewer = await staff('wangfang')
const admin = (word) => spawnSync(`${BUILD}/bin/zyz-admin`, [word], { encoding: 'utf8' })
const uidOf = (v) => Buffer.from(value('SELECT HEX(uid) FROM person WHERE id = ?', [personOf(v.no)]), 'hex')
const shown = async (one, other, by = clerk) => status(await by.getJson('/merge/'), 200).page.Doubles?.find((d) => [one, other].some((v) => v.no === d.no)
	&& [one, other].some((v) => v.no === d.other_no))
/** As an older version kept it: a number in another writing or under another type. */
const kept = (v, type, no) => sql(`UPDATE person SET id_type = ?, id_no_sealed = ? WHERE id = ${personOf(v.no)}`, [type, seal('person.id_no', uidOf(v), no)])

test('whom identities names stand before the staff of their station, with the way to 更正', async () => {
	const one = await newVolunteer({ name: '陈一人' }), other = await newVolunteer({ name: '陈二名' })
	kept(other, '05', one.form.id_no)
	const said = admin('identities')
	assert.equal(said.status, 1, said.stdout + said.stderr)
	assert.ok(said.stdout.includes(`${other.no} (`) && said.stdout.includes(`and ${one.no} (`), said.stdout)
	assert.ok(!said.stdout.includes(one.form.id_no))
	const pair = await shown(one, other)
	assert.ok(pair?.Why.number, 'the pair is not on the page')
	const html = status(await clerk.get(`/merge/double/${pair.uid}`), 200).text
	for (const v of [one, other]) assert.ok(html.includes(`/account/volunteers/${v.no}/correct`), v.no)
	assert.ok(!html.includes(one.form.id_no))

	/* Put right by two people, they are two, and the command has nothing to say of them. */
	const id_no = residentId({ birth: '1987-04-03' })
	const made = status(await clerk.post(`/account/volunteers/${other.no}/correct`,
		{ name: '', id_type: '01', id_no, birth_on: '', purpose: '对照证件后更正号码', proof: '身份证原件' }), 303)
	status(await reviewer.post(`/account/corrections/${/K\d+/.exec(made.location)[0]}/accept`), 303)
	status(await clerk.post(`/merge/double/${pair.uid}/apart`), 303)
	assert.ok(!admin('identities').stdout.includes(other.no))
	assert.equal(admin('doubles').status, 0)
	assert.equal(await shown(one, other), undefined)
})

test('staff of elsewhere do not see it, volunteers neither', async () => {
	const one = await newVolunteer(), other = await newVolunteer()
	kept(other, '05', one.form.id_no)
	assert.equal(admin('identities').status, 1)
	const pair = await shown(one, other)
	status(await (await staff('zhaolei')).getJson(`/merge/double/${pair.uid}`), 404)
	assert.equal(await shown(one, other, await staff('zhaolei')), undefined)
	status(await one.client.getJson('/merge/'), 403)
	kept(other, '01', residentId({ birth: '1977-01-09' }))
	admin('identities')
})

test('an officer\'s number is one, with 字第 and without', async () => {
	const serial = String(Date.now()).slice(-7)
	const [one, other] = [await newVolunteer(), await newVolunteer({ name: '林小曼' })]
	kept(one, '06', `军字第${serial}号`)
	kept(other, '06', `军${serial}`)
	assert.equal(admin('doubles').status, 0)
	assert.ok((await shown(one, other))?.Why.number)
	for (const v of [one, other]) kept(v, '01', residentId({ birth: '1978-02-11' }))
	admin('identities')
})

await end()
