// bundle.mjs - another installation, as far as its bundles go: a key, a ledger of its own, and bundles by the words of
// shared/hours/bundle.h. Shares no code with the programs. What is wrong is done on purpose, through `change`.
//
//	const there = new Installation('河滨志愿站')
//	there.trust()
//	const file = there.bundle({ person, records: [there.record({ day: '2026-03-05' })] })
import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, randomBytes, sign, verify } from 'node:crypto'
import { sql } from './sql.mjs'

export const sha256 = (...parts) => parts.reduce((h, p) => h.update(p), createHash('sha256')).digest()
const hex = (n = 16) => randomBytes(n).toString('hex')
const node = (a, b) => sha256(Buffer.from([1]), a, b)
const number = (n, bytes) => {
	const b = Buffer.alloc(8)
	b.writeBigUInt64BE(BigInt(n))
	return b.subarray(8 - bytes)
}
const part = (p) => Buffer.concat([number(Buffer.byteLength(p), 4), Buffer.from(p)])

/** Root and paths as RFC 9162 §2.1 writes them: by halves, the left one a power of two. */
const half = (n) => 2 ** Math.floor(Math.log2(n - 1))
export const root = (leaves) => leaves.length === 1 ? leaves[0]
	: node(root(leaves.slice(0, half(leaves.length))), root(leaves.slice(half(leaves.length))))
export function path(leaves, i) {
	if (leaves.length === 1) return []
	const k = half(leaves.length)
	return i < k ? [...path(leaves.slice(0, k), i), root(leaves.slice(k))] : [...path(leaves.slice(k), i - k), root(leaves.slice(0, k))]
}

const rawKey = (publicKey) => publicKey.export({ format: 'der', type: 'spki' }).subarray(-32)
const TAIL = ',"signature":"'.length + 128 + '"}\n'.length

/** Says whether the bundle is signed by this raw public key, and every proof in it holds. */
export function holds(file, raw) {
	const key = createPublicKey({ key: Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), raw]), format: 'der', type: 'spki' })
	const b = JSON.parse(file)
	const body = file.subarray(0, file.length - TAIL)
	if (!verify(null, Buffer.concat([Buffer.from('zyz-bundle-1\n'), body]), key, Buffer.from(b.signature, 'hex'))) return false
	return [...b.records, ...(b.ended ?? [])].every((r) => {
		let h = leafOf(r, b.person.commitment)
		let [at, last] = [r.place, b.head.size - 1]
		for (const side of r.path.map((p) => Buffer.from(p, 'hex'))) {
			if (at % 2 === 1 || at === last) {
				h = node(side, h)
				while (at % 2 === 0 && at > 0) [at, last] = [at / 2, Math.floor(last / 2)]
			} else h = node(h, side)
			at = Math.floor(at / 2)
			last = Math.floor(last / 2)
		}
		return last === 0 && h.toString('hex') === b.head.root
	})
}

const leafOf = (r, commitment) => sha256(Buffer.from([0]), part('zyz-leaf-1'), part(Buffer.from(r.event, 'hex')), part(r.at),
	part(Buffer.from(commitment, 'hex')), part(Buffer.from(r.fields, 'hex')))

export class Installation {
	constructor(name = '河滨志愿服务站') {
		this.name = name
		const { publicKey, privateKey } = generateKeyPairSync('ed25519')
		this.privateKey = privateKey
		this.public = rawKey(publicKey)
		this.key = sha256(this.public).subarray(0, 4).toString('hex')
	}

	/** The key goes on the list of the station under test, behind its back. */
	trust() {
		sql('INSERT INTO trusted_key (key_id, public_key, name) VALUES (?, ?, ?)', [Buffer.from(this.key, 'hex'), this.public, this.name])
		return this
	}
	distrust() {
		sql('UPDATE trusted_key SET ended_at = NOW() WHERE key_id = ?', [Buffer.from(this.key, 'hex')])
	}
	sign = (...parts) => sign(null, Buffer.concat(parts.map((p) => Buffer.from(p))), this.privateKey)

	/** A record with its event; `fields` changes what the ledger says, the others what the record says. */
	record({ day = '2025-03-05', from = '09:00', minutes = 90, title = '河道清洁', evidence = 'scan', key = hex(), kind = 'effective', said = {} } = {}) {
		const end = new Date(Date.parse(`${day}T${from}:00Z`) + minutes * 60_000).toISOString().slice(0, 19).replace('T', ' ')
		return this.event({ key, no: `R25${hex(4)}`, title, organiser: this.name, served_on: day, starts_at: `${day} ${from}:00`, ends_at: end,
			minutes, evidence }, kind, said)
	}

	/** The same record, of which the ledger now says that it was corrected or taken back. */
	ended = (r, kind = 'corrected') => ({ ...this.event(r, kind), kind })

	event(r, kind, said = {}) {
		const e = { ...r, at: '2025-04-01 09:00:00.000', event: hex() }
		const f = { ...e, ...said }
		e.fields = Buffer.concat(['zyz-event-1', kind, Buffer.from(f.key, 'hex'), '1', f.no, '7', 'A2500700001', f.served_on, f.starts_at,
			f.ends_at, String(f.minutes), f.evidence, '0', '0009', '2025-03-01 08:00:00', '', '', '3', '', '2025-03-06 09:00:00',
			'2025-03-11', '2025-03-12 02:00:00', ''].map(part)).toString('hex')
		return e
	}

	/** Signs whatever it is: the members in `parts` replace the sound ones. `change` may spoil them before they are signed. */
	bundle({ person, records = [this.record()], ended, brought, declared, others = 5, change = () => {}, made = '2025-04-02 10:00:00', format = 'zyz-bundle-1' }) {
		const commitment = hex(32)
		const leaves = [...[...records, ...(ended ?? [])].map((r) => leafOf(r, commitment)), ...Array.from({ length: others }, () => randomBytes(32))]
		const head = { no: 3, size: leaves.length, at_ms: 1743500000000, root: root(leaves).toString('hex'), prev: hex(32) }
		const placed = (list, from) => list.map((r, i) => ({ ...r, place: from + i, path: path(leaves, from + i).map((p) => p.toString('hex')) }))
		const b = { format, uid: hex(), no: 'B2500700001', made_at: made, key: this.key, station: { no: 7, name: this.name },
			person: { name: person.name, volunteer_no: 'V2500700001', salt: person.salt, check: person.check, commitment }, head,
			records: placed(records, 0) }
		if (ended) b.ended = placed(ended, records.length)
		if (declared) b.declared = declared
		if (brought) b.brought = brought.map(String)
		change(b)
		b.head.signature ??= this.sign('zyz-head-1', number(b.head.no, 8), number(b.head.size, 8), number(b.head.at_ms, 8),
			Buffer.from(b.head.root, 'hex'), Buffer.from(b.head.prev, 'hex'), Buffer.from(this.key, 'hex')).toString('hex')
		return this.seal(b)
	}

	/** Any object as a file with our signature at its end. */
	seal({ signature, ...b }) {
		const body = JSON.stringify(b).slice(0, -1)
		return Buffer.from(`${body},"signature":"${signature ?? this.sign('zyz-bundle-1\n', body).toString('hex')}"}\n`)
	}
}
