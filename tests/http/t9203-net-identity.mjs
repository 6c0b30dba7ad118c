// Whoever has a 网号 (令173) and no id number goes every way that others go: a minor's guardian is asked, a correction is decided
// by a second person, hours are sealed, leave in a bundle and come in from elsewhere; and a dump of it all holds neither an id
// number of theirs nor the 网号 itself. Before, only registration and posting were tried.
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { assert, bornYearsAgo, cleanup, end, mobile, newVolunteer, sql, staff, status, test, value } from './lib.mjs'
import { Installation } from './lib/bundle.mjs'
import { sealed } from './lib/sealed.mjs'

const { BUILD = 'build', DB_SOCKET } = process.env
const folder = mkdtempSync(`${tmpdir()}/zyz-t9203.`)
cleanup(() => rmSync(folder, { recursive: true }))
const [clerk, reviewer] = await Promise.all([staff('liwei'), staff('wangfang')])
for (const c of [clerk, reviewer]) await c.getJson('/platform/transfer')

const net = () => `NC${mobile()}${mobile()}`.slice(0, 20)
const form = (years = 30) => ({ id_type: '10', id_no: net(), birth_on: bornYearsAgo(years), sex: '2' })
const there = new Installation('南山志愿者协会').trust()
cleanup(() => there.distrust())
const people = []
const net_volunteer = async (more) => {
	const v = await newVolunteer({ ...form(), ...more })
	people.push(v)
	return v
}
const brought = (v) => Number(value('SELECT COALESCE(MAX(t.brought_minutes), 0) FROM volunteer_total t JOIN volunteer v ON v.person_id = t.person_id WHERE v.no = ?', [v.no]))

let v, person

test('a minor with a 网号 waits for a guardian, whom staff confirm', async () => {
	const minor = await net_volunteer({ ...form(12), guardian_name: '林大山', guardian_phone: mobile() })
	const page = status(await clerk.getJson(`/account/volunteers/${minor.no}`), 200).page
	assert.equal(page.Volunteer?.state ?? value('SELECT state FROM volunteer WHERE no = ?', [minor.no]), 'pending_guardian')
	status(await clerk.post(`/account/volunteers/${minor.no}/guardian`, { action: 'agree' }), 303)
	assert.equal(value('SELECT state FROM volunteer WHERE no = ?', [minor.no]), 'active')
})

test('a wrong 网号 is put right by staff and a second person, and found by the new one alone', async () => {
	const w = await net_volunteer()
	const id_no = net()
	const made = status(await clerk.post(`/account/volunteers/${w.no}/correct`, { name: '', id_type: '10', id_no, birth_on: '', purpose: '核对网络身份凭证后更正', proof: '国家网络身份认证 App' }), 303)
	const no = /corrections\/(\w+)/.exec(made.location)[1]
	status(await clerk.post(`/account/corrections/${no}/accept`), 403)
	status(await reviewer.post(`/account/corrections/${no}/accept`), 303)
	const found = async (number) => (await clerk.post('/account/volunteers', { number })).location ?? ''
	assert.ok((await found(id_no)).includes(w.no))
	assert.ok(!(await found(w.form.id_no)).includes(w.no))
	people.push({ form: { id_no } })
})

test('sealed hours leave in a bundle that holds no number, and whoever checks finds it good', async () => {
	v = await net_volunteer()
	await sealed([v])
	const out = status(await v.client.post('/platform/transfer/mine', { agree: 1 }), 200)
	assert.ok(!out.body.toString().includes(v.form.id_no))
	assert.equal(out.json.records.length, 2)
	person = out.json.person
	writeFileSync(`${folder}/b.json`, out.body)
	writeFileSync(`${folder}/key`, (await v.client.get('/activity/ledger/key')).text)
	const said = spawnSync(`${BUILD}/bin/zyz-verify`, ['bundle', `${folder}/b.json`, '--key', `${folder}/key`], { encoding: 'utf8' })
	assert.equal(said.status, 0, said.stdout + said.stderr)
}, { timeout: 150_000 })

test('hours from elsewhere come in for the holder of that 网号 and for nobody else', async () => {
	const other = await net_volunteer()
	const file = there.bundle({ person, records: [there.record({ minutes: 45 })] })
	const upload = (who) => clerk.upload('/platform/transfer/in', { volunteer: who.no }, [{ field: 'bundle', name: 'b.json', type: 'application/json', content: file }])
	status(await upload(other), 422)
	const no = /\/platform\/transfer\/(B\w+)\?/.exec(status(await upload(v), 303).location)[1]
	status(await clerk.post(`/platform/transfer/${no}/accept`, { scope: 'all' }), 303)
	assert.equal(brought(v), 45)
	assert.equal(brought(other), 0)
})

test('a dump holds no number of any of them', () => {
	const dump = execFileSync('mariadb-dump', ['--no-defaults', `--socket=${DB_SOCKET}`, '--single-transaction', '--quick', 'zyz'], { maxBuffer: 1 << 30 }).toString('latin1')
	assert.ok(people.length >= 4)
	for (const { form: { id_no } } of people) {
		const hex = Buffer.from(id_no).toString('hex')
		for (const text of [id_no, id_no.toLowerCase(), hex, hex.toUpperCase(), Buffer.from(id_no).toString('base64').slice(0, 20)])
			assert.ok(!dump.includes(text), text)
	}
	/* Nor have they another: what is kept of one is of the kind that they registered with. */
	const kinds = sql(`SELECT DISTINCT p.id_type FROM person p JOIN volunteer v ON v.person_id = p.id WHERE v.no IN (${people.filter((p) => p.no).map((p) => `'${p.no}'`).join()})`)
	assert.deepEqual(kinds.map((k) => k.id_type), ['10'])
})

await end()
