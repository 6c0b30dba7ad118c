// The paper shown to a school with the network off: what its code says must be what the station signed. And papers asked
// for while nobody seals the ledger.
import { execFileSync, spawnSync } from 'node:child_process'
import { generateKeyPairSync, sign } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
	Client, assert, attempt, cleanup, effectiveHours, newVolunteer, refused, roomToday, sql, staff, status, table, test, until, value,
} from './lib.mjs'

const { BUILD = 'build' } = process.env
const SIGNATURE = 64
/* From the end of the body: three days, minutes of four kinds, size of the tree. */
const TREE = 5, MINUTES = TREE + 16, DAYS = MINUTES + 6

await roomToday()
const clerk = await staff('liwei')
const reviewer = await staff('wangfang')
const dir = mkdtempSync(join(tmpdir(), 'zyz-papers-'))
cleanup(() => rmSync(dir, { recursive: true }))
const file = (name, text) => {
	writeFileSync(join(dir, name), text)
	return join(dir, name)
}
const holder = await newVolunteer({ name: '林小满' })
await effectiveHours(clerk, reviewer, holder)
const ask = (v) => v.client.submit('/commend/certificate')
const paper = async (v) => {
	const no = status(await ask(v), 303).location.match(/certificate\/(C\d+)/)[1]
	return { no, code: (await v.client.getJson(`/commend/certificate/${no}`)).page.Qr.text }
}
const { no, code } = await paper(holder)
const [address, seal] = code.split('#')
const honest = Buffer.from(seal, 'base64url')
const keyText = (await new Client().get('/activity/ledger/key')).text
const key = file('key', keyText)

const verify = (text, ...more) => {
	const r = spawnSync(`${BUILD}/bin/zyz-verify`, ['certificate', '--key', key, '--code', text, ...more], { encoding: 'utf8' })
	return { status: r.status, out: r.stdout, err: r.stderr }
}
const qr = (bytes) => `${address}#${bytes.toString('base64url')}`
/** The body after a change, with the honest signature or one of the cheat's own. */
function forge(change, { signer } = {}) {
	const body = Buffer.from(honest.subarray(0, -SIGNATURE))
	const made = change(body) ?? body
	const by = signer ? sign(null, Buffer.concat([Buffer.from('zyz-cert-1'), made]), signer) : honest.subarray(-SIGNATURE)
	return qr(Buffer.concat([made, by]))
}
const replaced = (body, from, to) => {
	const at = body.indexOf(Buffer.from(from))
	assert.ok(at > 0, `${from} is on the paper`)
	return Buffer.concat([body.subarray(0, at), Buffer.from(to), body.subarray(at + Buffer.byteLength(from))])
}
const forged = (name, make) =>
	attempt(name, 'code', async () => {
		const r = verify(make())
		assert.equal(r.status, 1, r.out + r.err)
		assert.match(r.out, /^FORGED/)
		return `zyz-verify: ${r.out.split('\n')[0].replace(/\s+/g, ' ')}`
	})

test('the honest code is good', async () => {
	const r = verify(code)
	assert.equal(r.status, 0, r.out + r.err)
	assert.match(r.out, /name {8}林小满\n/)
})

forged('code with a thousand hours written in', () => forge((b) => void b.writeUInt32BE(60_000, b.length - MINUTES)))
forged('code whose hours are of another kind of evidence', () => forge((b) => {
	b.writeUInt32BE(b.readUInt32BE(b.length - MINUTES), b.length - MINUTES + 4)
	b.writeUInt32BE(0, b.length - MINUTES)
}))
forged('code with another name', () => forge((b) => replaced(b, '林小满', '王大明')))
forged('code with the last digits of another id', () => forge((b) => replaced(b, holder.form.id_no.slice(-4), '0000')))
forged('code with another number', () => forge((b) => replaced(b, no, no.slice(0, -1) + (no.endsWith('9') ? '8' : '9'))))
forged('code with an earlier day', () => forge((b) => void b.writeUInt16BE(b.readUInt16BE(b.length - DAYS) - 365, b.length - DAYS)))
forged('code signed with a key of one\'s own under the station\'s name', () =>
	forge((b) => void b.writeUInt32BE(60_000, b.length - MINUTES), { signer: generateKeyPairSync('ed25519').privateKey }))
forged('code without a signature', () => qr(honest.subarray(0, -SIGNATURE)))
forged('code with a signature made up', () => {
	const other = Buffer.from(honest)
	other.subarray(-SIGNATURE).reverse()
	return qr(other)
})
forged('code with more behind it', () => qr(Buffer.concat([honest, honest])))
forged('code that is no code', () => `${address}#志愿服务一千小时`)

attempt('code that names a key of the cheat\'s', 'code', async () => {
	const r = verify(forge((b) => void b.writeUInt32BE(0xabcdef01, 1), {}))
	assert.equal(r.status, 2, r.out + r.err)
	assert.match(r.err, /abcdef01, which was not given/)
	return 'zyz-verify: signed by a key that was not given'
})
attempt('revoked paper shown with the list edited', 'code', async () => {
	const cheat = await newVolunteer({ name: '马小虎' })
	await effectiveHours(clerk, reviewer, cheat)
	const taken = await paper(cheat)
	status(await reviewer.post(`/commend/manage/certificates/${taken.no}/revoke`, { reason: '服务记录有误' }), 303)
	const list = await until(async () => {
		const { text } = await new Client().get('/commend/revoked')
		return text.includes(taken.no) && text
	}, 90_000, { every: 250, what: 'the list of revoked numbers' })
	const shown = verify(taken.code, '--revoked', file('list', list))
	assert.equal(shown.status, 1)
	assert.match(shown.out, /REVOKED/)
	const edited = verify(taken.code, '--revoked', file('edited', list.replace(new RegExp(`${taken.no}.*\n`), '')))
	assert.equal(edited.status, 2)
	assert.match(edited.err, /no list of revoked numbers signed by a key given/)
	return 'zyz-verify: REVOKED; the edited list is not signed'
})

/* The sealer rests, and its last word is made older: nobody waits four hours. */
const suite = (...words) => execFileSync('nginx/suite', words, { stdio: ['ignore', 'ignore', 'pipe'] })
const older = (minutes) => sql('UPDATE tree_head SET at_ms = at_ms - ? * 60000', [minutes])
attempt('certificates while nobody seals the ledger', 'HTTP', async () => {
	await until(() => value('SELECT MAX(size) FROM tree_head') === value('SELECT COUNT(*) FROM ledger_event'), 30_000,
		{ what: 'everything sealed' })
	suite('stop', 'loops')
	try {
		const issued = () => value('SELECT COUNT(*) FROM certificate')
		const age = Math.floor((Date.now() - Number(value('SELECT MAX(at_ms) FROM tree_head'))) / 60_000)
		assert.ok(age < 200, `the newest head is ${age} minutes old`)
		older(235 - age)
		try {
			status(await ask(holder), 303)
			const before = issued()
			older(10)
			try {
				const by = refused(await ask(holder), 422)
				assert.match((await holder.client.submit('/commend/certificate', {}, { headers: { Accept: 'text/html' } })).text, /账本/)
				assert.equal(issued(), before, 'no paper, and no number used up')
				return `${by}, no head signed for four hours; five minutes earlier there were papers`
			} finally {
				older(-10)
			}
		} finally {
			older(age - 235)
		}
	} finally {
		suite('start', 'loops')
	}
})
test('with the sealer back there are papers again', async () => {
	status(await ask(holder), 303)
})

await table()
