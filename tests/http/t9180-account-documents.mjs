// Documents and names as people write them: one person has one account. Seen: A123456(3) and A1234563 were two people, a
// resident's number registered again under another type, a name with an unseen mark was refused, nobody was found by a
// document other than a resident's, torn characters in the mask of an officer's number.
import { randomBytes } from 'node:crypto'
import { spawnSync } from 'node:child_process'
import { Client, assert, end, mobile, newVolunteer, openid, personForm, residentId, sql, staff, status, test, value, withCheckDigit } from './lib.mjs'
import { seal } from './lib/secret.mjs'

const BUILD = process.env.BUILD ?? 'build'
const digits = (n) => String(Math.floor(Math.random() * 10 ** n)).padStart(n, '1')

/** A Hong Kong card of one letter with a sound digit, which is no A. */
function hongKong() {
	for (;;) {
		const letter = 'ABCDEGHKPRVYZ'[Math.floor(Math.random() * 13)]
		const n = digits(6)
		const sum = 36 * 9 + (letter.charCodeAt(0) - 55) * 8 + [...n].reduce((all, d, i) => all + Number(d) * (7 - i), 0)
		if (sum % 11 !== 1)
			return { body: letter + n, check: String((11 - (sum % 11)) % 11) }
	}
}
const abroad = { name: '陈大文', birth_on: '1988-03-09', sex: '1' }
async function register(changes) {
	const client = new Client()
	await client.wechatUser(openid())
	const r = await client.post('/account/register', personForm(changes))
	return { client, r, errors: r.status === 422 ? r.page.Error : null }
}
const taken = async (changes) => status((await register(changes)).r, 303)
const refused = async (changes, field, said) => assert.match((await register(changes)).errors?.[field] ?? 'taken', said)

test('a Hong Kong card has one account, however its bracket is typed', async () => {
	const { body, check } = hongKong()
	await taken({ ...abroad, id_type: '02', id_no: `${body}(${check})` })
	for (const id_no of [`${body}（${check}）`, `${body}${check}`, `${body.toLowerCase()} ${check}`])
		await refused({ ...abroad, id_type: '02', id_no }, 'id_no', /已经登记过/)
	await refused({ ...abroad, id_type: '02', id_no: `${body}(${(Number(check) + 1) % 10})` }, 'id_no', /对不上/)
	await refused({ ...abroad, id_type: '02', id_no: body }, 'id_no', /括号/)
})

test("a resident's number is one under whatever type", async () => {
	const id_no = residentId({ birth: '1988-03-09', sex: '1' })
	const v = await newVolunteer({ id_type: '99', id_no, birth_on: '1988-03-09', sex: '1' })
	assert.equal(value('SELECT p.id_type FROM person p JOIN volunteer v ON v.person_id = p.id WHERE v.no = ?', [v.no]), '01')
	for (const id_type of ['01', '02', '05', '06', '99'])
		await refused({ ...abroad, id_type, id_no }, 'id_no', /已经登记过/)
	await refused({ id_type: '05', id_no: residentId({ birth: '1988-03-09' }), birth_on: '1988-03-10', sex: '2' }, 'birth_on', /不一样/)
	await refused({ id_type: '05', id_no: residentId({ sex: '1' }), sex: '2' }, 'sex', /不一样/)
	await refused({ id_no: '610502680317123' }, 'id_no', /18/)
})

test('a card of permanent residence is checked, and says when its holder was born', async () => {
	const whole = () => withCheckDigit(`91112419810803${digits(3)}`)
	const slip = whole().replace(/.$/, (c) => (c === '1' ? '2' : '1'))
	await taken({ id_type: '99', id_no: whole(), sex: '2', name: 'Anna Li' })
	await taken({ id_type: '01', id_no: whole(), name: 'Anna Li' })
	await refused({ id_type: '99', id_no: slip, sex: '2' }, 'id_no', /对不上/)
	await refused({ id_type: '99', id_no: whole(), sex: '2', birth_on: '1999-09-09' }, 'birth_on', /不一样/)
})

test('a name is the name that is on the document', async () => {
	for (const [typed, want] of [['林小满\u200e', '林小满'], ['林　小满', '林小满'], ['古丽米热.艾比布力', '古丽米热·艾比布力'],
		['古丽米热∙艾比布力', '古丽米热·艾比布力'], ['\ue816田', '\u{20087}田'], ['\u{2EBF0}新', '\u{2EBF0}新'], ['李', '李'],
		['Sean O\u2019Neill', "Sean O'Neill"], ['Marie–Claire  Petit', 'Marie-Claire Petit'], ['⾼⼩明', '高小明']]) {
		const v = await newVolunteer({ name: typed })
		assert.equal(value('SELECT p.name FROM person p JOIN volunteer v ON v.person_id = p.id WHERE v.no = ?', [v.no]), want)
	}
	await taken({ name: 'M'.repeat(60) })
	for (const name of ['王1', '王·', 'Anna-', '\ue000新', '王\u0001明'])
		assert.ok((await register({ name })).errors?.name, JSON.stringify(name))
})

test('staff find somebody by any document and by a phone as it is written', async () => {
	const clerk = await staff('liwei')
	const { body, check } = hongKong()
	const phone = mobile()
	const v = await newVolunteer({ ...abroad, id_type: '02', id_no: `${body}（${check}）`, phone })
	for (const number of [`${body}(${check})`, `${body}${check}`.toLowerCase(), phone, `+86 ${phone}`, phone.replace(/(...)(....)/, '$1-$2-'), v.no,
		v.no.toLowerCase(), `${v.no.slice(0, 3)} ${v.no.slice(3)}\u200b`]) {
		assert.match(status(await clerk.submit('/account/volunteers', { number }), 303).location, new RegExp(`/account/volunteers/${v.no}$`), number)
		const found = status(await clerk.submit('/station/search', { q: number }), 200).page
		assert.ok(found.Volunteers?.some((x) => x.no === v.no), number)
	}
	assert.equal(status(await clerk.submit('/account/volunteers', { number: '——' }), 422).page.Errors.length, 1)
})

test("an officer's number is masked by characters", async () => {
	const v = await newVolunteer({ id_type: '06', id_no: `军字第${digits(7)}号`, birth_on: '1988-03-09', sex: '1' })
	assert.match(v.page.Held.id_no, /^军字\*{7}\d号$/)
})

test('zyz-admin identities indexes old numbers anew and names who shares a document', async () => {
	const admin = () => spawnSync(`${BUILD}/bin/zyz-admin`, ['identities'], { encoding: 'utf8' })
	const { body, check } = hongKong()
	const document = { ...abroad, id_type: '02', id_no: `${body}(${check})` }
	const v = await newVolunteer(document)
	const w = await newVolunteer({ name: '另一个' })
	const of = (no) => sql(`SELECT p.id, HEX(p.uid) uid, HEX(p.id_no_index) hash FROM person p JOIN volunteer v ON v.person_id = p.id
		WHERE v.no = ?`, [no])[0]
	const was = of(v.no)
	/* As it was kept before: the brackets inside, the digest of that. */
	const older = (no, id_no) => sql("UPDATE person SET id_type = '02', id_no_sealed = ?, id_no_index = ? WHERE id = ?",
		[seal('person.id_no', Buffer.from(of(no).uid, 'hex'), id_no), randomBytes(32), of(no).id])
	older(v.no, document.id_no)
	const first = admin()
	assert.equal(first.status, 0, first.stdout + first.stderr)
	assert.match(first.stdout, /^[1-9]\d* documents indexed anew$/m)
	assert.equal(of(v.no).hash, was.hash)
	assert.match(admin().stdout, /^0 documents indexed anew$/m)
	older(w.no, `${body}（${check}）`)
	const doubled = admin()
	assert.equal(doubled.status, 1)
	assert.match(doubled.stdout, new RegExp(`^${w.no} \\(.+\\) and ${v.no} \\(.+\\): one document$`, 'm'))
	assert.doesNotMatch(doubled.stdout + doubled.stderr, new RegExp(body))
	sql('UPDATE person SET id_no_index = NULL, id_no_sealed = NULL WHERE id = ?', [of(w.no).id])
	assert.equal(admin().status, 0)
})

await end()
