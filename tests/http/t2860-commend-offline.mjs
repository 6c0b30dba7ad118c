// The page that checks certificates with the network off: its own Ed25519, what it makes of codes, the worker that keeps it.
import { generateKeyPairSync, sign, webcrypto } from 'node:crypto'
import { Client, assert, end, newVolunteer, staff, status, test, until } from './lib.mjs'
import { served } from './lib/recognition.mjs'

globalThis.crypto ??= webcrypto
const { verify } = await import('../../nginx/assets/js/_ed25519.js')
const { check, keyIn, revoked } = await import('../../nginx/assets/js/_seal.js')
const hex = (text) => Uint8Array.from(Buffer.from(text, 'hex'))
const stranger = new Client()
const ann = await newVolunteer({ name: '欧阳安然' })
served(ann.no, { minutes: 150, ago: 12 })
const no = /certificate\/(C\d+)/.exec(status(await ann.client.submit('/commend/certificate', {}), 303).location)[1]
const code = (await ann.client.getJson(`/commend/certificate/${no}`)).page.Qr.text
const keys = keyIn((await stranger.get('/activity/ledger/key')).text)

test('Ed25519: the first two vectors of RFC 8032, and no other signature', async () => {
	const vectors = [
		['d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a', '',
			'e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b'],
		['3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c', '72',
			'92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00'],
	]
	for (const [key, message, signature] of vectors) {
		assert.ok(await verify(hex(key), hex(message), hex(signature)))
		assert.ok(!await verify(hex(key), hex(`${message}00`), hex(signature)))
	}
	assert.ok(!await verify(hex(vectors[0][0]), hex(''), hex(vectors[1][2])))
})

test('it agrees with another implementation, altered byte by byte', async () => {
	const { publicKey, privateKey } = generateKeyPairSync('ed25519')
	const key = Uint8Array.from(publicKey.export({ format: 'der', type: 'spki' }).subarray(-32))
	const message = Uint8Array.from(Buffer.from('志愿服务记录证明'))
	const signature = Uint8Array.from(sign(null, message, privateKey))
	assert.ok(await verify(key, message, signature))
	for (let i = 0; i < 64; i += 5) {
		const forged = Uint8Array.from(signature)
		forged[i] ^= 0x10
		assert.ok(!await verify(key, message, forged), `byte ${i}`)
	}
	assert.ok(!await verify(new Uint8Array(32).fill(255), message, signature))
	assert.ok(!await verify(key, message, signature.subarray(1)))
})

test('it reads a code and says what it says', async () => {
	const { paper, fault } = await check(code, keys)
	assert.equal(fault, undefined)
	assert.deepEqual([paper.no, paper.name, paper.idLast, paper.station], [no, '欧阳安然', ann.form.id_no.slice(-4), '杜桥街道胜利社区志愿服务站'])
	assert.deepEqual(paper.minutes, { scan: 150, list: 0, declared: 0, backfill: 0 })
})

test('forged, cut, strange or of an unknown key: not true', async () => {
	const [address, seal] = code.split('#')
	const bytes = Buffer.from(seal, 'base64url')
	bytes[bytes.length - 75] ^= 1
	for (const text of ['', 'hello', address, `${address}#`, `#${seal.slice(0, -4)}`, `#${bytes.toString('base64url')}`, '#<script>'])
		assert.equal((await check(text, keys)).fault, 'forged', text)
	assert.equal((await check(code, {})).fault, 'key')
})

test('the list of revoked numbers counts only when it is signed', async () => {
	status(await (await staff('wangfang')).post(`/commend/manage/certificates/${no}/revoke`, { reason: '记录有误' }), 303)
	const text = await until(async () => {
		const list = (await stranger.get('/commend/revoked')).text
		return list.includes(no) && list
	}, 90_000, { every: 250, what: 'the list' })
	assert.ok((await revoked(text, keys)).numbers[no])
	assert.equal(await revoked(text.replace(no, 'C0000000000'), keys), null)
	assert.equal(await revoked(text, {}), null)
	assert.equal(await revoked('', keys), null)
}, { timeout: 120_000 })

test('page and worker are there for everybody, and only to be read', async () => {
	const r = status(await stranger.get('/commend/offline'), 200)
	assert.match(r.text, /断网查验/)
	assert.match(r.text, /<script src="\/static\/verify\.js\?v=/)
	const worker = status(await stranger.get('/commend/worker.js'), 200)
	assert.match(worker.headers['content-type'], /^(text|application)\/javascript/)
	assert.match(worker.headers['cache-control'], /no-cache/)
	assert.match(worker.text, /\/commend\/offline/)
	assert.equal(status(await stranger.get('/activity/worker.js'), 200).text, worker.text)
	status(await ann.client.post('/commend/offline'), 405)
	status(await ann.client.post('/commend/worker.js'), 405)
	status(await ann.client.post('/commend/revoked'), 405)
})
await end()
