// ledger.mjs - a copy of the ledger to tamper with: the station's own must stay whole, since its sealer watches it.
// Owns two schemas beside the station's: one as it was, one for the cheat. Reckons leaves and heads by itself, from the
// words of shared/hours/ledger.h: a cheat can read them too.
import { execFileSync, spawn } from 'node:child_process'
import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, sign } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { cleanup, sql, until, value } from '../lib.mjs'

const { BUILD = 'build', VAR = 'var', DB_SOCKET = `${VAR}/run/mysql.sock`, DB_NAME = 'zyz' } = process.env
let TABLES = ['ledger_event', 'ledger_leaf', 'tree_head', 'service_record', 'activity', 'station', 'person', 'person_merge', 'volunteer',
	'volunteer_total', 'station_month', 'region_month', 'transfer', 'transfer_record', 'beat', 'need', 'need_count', 'volunteer_count',
	'activity_count', 'application', 'project', 'roster', 'outbox', 'receipt', 'fund_year', 'fund_entry', 'fund_purse', 'fund_line',
	'fund_line_change', 'material', 'material_thing', 'material_loan', 'timebank_account', 'timebank_entry', 'timebank_draw', 'timebank_follow',
	'timebank_note', 'green_account', 'green_year', 'green_day', 'green_entry', 'gift', 'gift_exchange', 'setting', 'station_setting', 'audit',
	'loop_aside', 'need_cluster', 'need_cluster_part', 'schema_version', 'key_print', 'sign_key', 'index_move', 'admin_lock']
/** What else a file tampers with. */
export const STARS = ['star_award', 'star_level', 'mark_start', 'staff', 'staff_role', 'region']
export const WAS = `${DB_NAME}_was`
export const NOW = `${DB_NAME}_now`
const folder = mkdtempSync(`${tmpdir()}/zyz-fraud.`)
const key = `${folder}/key`
const kept = `${folder}/kept`

/* Generated columns are passed over only outside strict mode. */
const copy = (to, from) => sql("SET sql_mode = '';" + TABLES.map((t) => `DELETE FROM ${to}.${t}; INSERT INTO ${to}.${t} SELECT * FROM ${from}.${t};`).join('\n'))

/** Takes the copy, has all of it sealed and signed, and keeps what a witness elsewhere would keep. */
export async function open({ more = [] } = {}) {
	TABLES = [...new Set([...TABLES, ...more])]
	for (const schema of [WAS, NOW]) {
		sql(`DROP DATABASE IF EXISTS ${schema}; CREATE DATABASE ${schema}; GRANT SELECT, INSERT, UPDATE ON ${schema}.* TO 'zyz_ledger-seal'@localhost`)
		sql(TABLES.map((t) => `CREATE TABLE ${schema}.${t} LIKE ${DB_NAME}.${t};`).join('\n'))
	}
	cleanup(() => {
		sql(`DROP DATABASE ${WAS}; DROP DATABASE ${NOW}`)
		rmSync(folder, { recursive: true })
	})
	copy(NOW, DB_NAME)
	await seal()
	copy(WAS, NOW)
	writeFileSync(key, publicKey().toString('hex') + '\n')
	writeFileSync(kept, run('zyz-verify', ['dump', '--socket', DB_SOCKET, '--db', NOW]).out)
}

/** As it was before the last attempt. */
export const restore = () => copy(NOW, WAS)
/** SQL on the cheat's copy. */
export const cheat = (text, values) => sql(`USE ${NOW}; SET check_constraint_checks = 0; ${text}`, values)
export const ask = (text) => value(`USE ${NOW}; ${text}`)

function run(program, args) {
	try {
		const out = execFileSync(`${BUILD}/bin/${program}`, args, {
			encoding: 'utf8', stdio: 'pipe', maxBuffer: 1 << 28, env: { ...process.env, ZYZ_DB_NAME: NOW },
		})
		return { status: 0, out }
	} catch (error) {
		if (error.status === null || error.status === undefined) throw error
		return { status: error.status, out: error.stdout, err: error.stderr }
	}
}
/** zyz-verify on the cheat's copy: exit status and what it says. A witness has kept heads and leaves. */
export const verify = ({ witness = true } = {}) =>
	run('zyz-verify', ['ledger', '--socket', DB_SOCKET, '--db', NOW, '--key', key, ...(witness ? ['--heads', kept] : [])])
export const recount = () => run('zyz-admin', ['recount'])

/** Runs the sealer on the cheat's copy until it has signed what it will; returns what it says. */
export async function seal() {
	const before = Number(ask('SELECT COUNT(*) FROM tree_head'))
	const child = spawn(`${BUILD}/bin/ledger-seal`, [], {
		stdio: ['ignore', 'pipe', 'pipe'],
		env: { ...process.env, ZYZ_DB_NAME: NOW, ZYZ_SEAL_HEAD: '1', ZYZ_SEAL_REPEAT: '1', ZYZ_SEAL_IDLE_MS: '50' },
	})
	let said = ''
	child.stderr.on('data', (d) => (said += d))
	child.stdout.on('data', (d) => (said += d))
	const over = new Promise((resolve) => child.on('exit', resolve))
	try {
		await until(() => / error /.test(said) || (Number(ask('SELECT COUNT(*) FROM tree_head')) > before
			&& ask('SELECT MAX(size) = (SELECT COUNT(*) FROM ledger_event) FROM tree_head') === '1'), 20_000, { what: 'a signed head' })
	} finally {
		child.kill('SIGTERM')
		await over
	}
	return said
}

// --- the formats -------------------------------------------------------------------------------------------

export const sha = (...parts) => createHash('sha256').update(Buffer.concat(parts)).digest()
const part = (p) => Buffer.concat([Buffer.from([p.length >>> 24, p.length >>> 16, p.length >>> 8, p.length]), p])
const big = (n) => {
	const b = Buffer.alloc(8)
	b.writeBigInt64BE(BigInt(n))
	return b
}
export const parts = (fields) => {
	const found = []
	for (let b = fields; b.length; b = b.subarray(4 + b.readUInt32BE())) found.push(b.subarray(4, 4 + b.readUInt32BE()))
	return found
}
export const fieldsOf = (list) => Buffer.concat(list.map(part))

function leafOf(e) {
	const entry = [Buffer.from('zyz-leaf-1'), Buffer.from(e.uid, 'hex'), Buffer.from(e.at), Buffer.from(e.commitment, 'hex'), Buffer.from(e.fields, 'hex')]
	return sha(Buffer.from([0]), fieldsOf(entry))
}
function rootOf(leaves) {
	if (leaves.length === 1) return leaves[0]
	let k = 1
	while (2 * k < leaves.length) k *= 2
	return sha(Buffer.from([1]), rootOf(leaves.slice(0, k)), rootOf(leaves.slice(k)))
}

const SEED = Buffer.from('302e020100300506032b657004220420', 'hex')
const ownKey = () => createPrivateKey({
	key: Buffer.concat([SEED, Buffer.from(readFileSync(`${VAR}/secret/sign.key`, 'utf8').trim(), 'hex')]), format: 'der', type: 'pkcs8',
})
const raw = (k) => createPublicKey(k).export({ format: 'der', type: 'spki' }).subarray(-32)
const publicKey = () => raw(ownKey())

/**
 * Makes leaves, chain and heads anew from the events as they stand, from `place` on. stolen: with the station's own
 * key; else the cheat makes one and gives it the station's name. heads false: those stay as they are.
 */
export function rewrite(place, { stolen = false, heads = true } = {}) {
	const rows = sql(`USE ${NOW}; SELECT l.seq, HEX(e.uid) uid, CAST(e.at AS CHAR) at, HEX(e.commitment) commitment, HEX(e.fields) fields
		FROM ledger_leaf l JOIN ledger_event e ON e.id = l.event_id ORDER BY l.seq`)
	const leaves = rows.map(leafOf)
	let chain = Buffer.alloc(32)
	const set = []
	leaves.forEach((leaf, i) => {
		chain = sha(chain, leaf)
		if (i >= place) set.push(`UPDATE ledger_leaf SET leaf = x'${leaf.toString('hex')}', chain = x'${chain.toString('hex')}' WHERE seq = ${i};`)
	})
	const keep = ownKey()
	const signer = stolen ? keep : generateKeyPairSync('ed25519').privateKey
	const id = sha(raw(keep)).subarray(0, 4)
	let prev = Buffer.alloc(32)
	for (const h of sql(`USE ${NOW}; SELECT no, size, at_ms, HEX(root) root, HEX(prev_hash) prev, HEX(signature) signature FROM tree_head ORDER BY no`)) {
		const old = !heads || Number(h.size) <= place
		const root = rootOf(leaves.slice(0, Number(h.size)))
		const message = Buffer.concat([Buffer.from('zyz-head-1'), big(h.no), big(h.size), big(h.at_ms), root, prev, id])
		const signature = old ? Buffer.from(h.signature, 'hex') : sign(null, message, signer)
		if (!old)
			set.push(`UPDATE tree_head SET root = x'${root.toString('hex')}', prev_hash = x'${prev.toString('hex')}',
				signature = x'${signature.toString('hex')}' WHERE no = ${h.no};`)
		prev = sha(message, signature)
	}
	cheat(set.join('\n'))
}
