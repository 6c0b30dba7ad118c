/* Checks an audit pack with nothing but what stands in it. The format stands in cgi/activity/pack.c, that of the ledger in
 * shared/hours/ledger.h and record.h, that of the draw in cgi/activity/spot.h. */
import { verify } from './_ed25519.js';

const encoder = new TextEncoder();
const sha256 = async (bytes) => new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
const hex = (bytes) => Array.from(bytes, (b) => b.toString(16).padStart(2, '0')).join('');

/* Bytes of hex digits; null when they are none, so that no other writing of the same goes through. */
function bytes(text, length) {
	if (typeof text !== 'string' || !/^([0-9a-f]{2})*$/.test(text) || (length !== undefined && text.length !== 2 * length))
		return null;
	return Uint8Array.from(text.match(/../g) || [], (pair) => parseInt(pair, 16));
}

function join(...parts) {
	const all = new Uint8Array(parts.reduce((n, p) => n + p.length, 0));
	parts.reduce((at, p) => {
		all.set(p, at);
		return at + p.length;
	}, 0);
	return all;
}

/* Big-endian; sizes and times stay below 2^53. */
function number(n, length) {
	const out = new Uint8Array(length);
	for (let i = length - 1, rest = n; i >= 0; i--, rest = Math.floor(rest / 256))
		out[i] = rest % 256;
	return out;
}

const part = (b) => join(number(b.length, 4), b);

/* The parts of an event's canonical fields as text; the uid of the record in hex. */
export function fieldsOf(text) {
	const all = bytes(text);
	const names = ['format', 'kind', 'uid', 'version', 'no', 'station', 'activity', 'served_on', 'starts_at', 'ends_at', 'minutes',
		'evidence', 'offline', 'category', 'published_at', 'logged_at', 'logger', 'reviewer', 'second', 'reviewed_at',
		'notice_until', 'effective_at', 'ended_at'];
	const out = {};
	let at = 0;
	if (!all)
		return null;
	for (const name of names) {
		if (at + 4 > all.length)
			return null;
		const length = all.subarray(at, at + 4).reduce((n, b) => n * 256 + b, 0);
		if (at + 4 + length > all.length)
			return null;
		const piece = all.subarray(at + 4, at + 4 + length);
		out[name] = name === 'uid' ? hex(piece) : new TextDecoder().decode(piece);
		at += 4 + length;
	}
	return at === all.length ? out : null;
}

/* RFC 9162 §2.1.3.2: whether the path leads from the leaf at this place to the root. */
async function leads(leaf, place, size, path, root) {
	let fn = place;
	let sn = size - 1;
	let r = leaf;
	if (!(place >= 0 && place < size) || path.length % 32)
		return false;
	for (let i = 0; i < path.length; i += 32) {
		const p = path.subarray(i, i + 32);
		if (sn === 0)
			return false;
		if (fn % 2 || fn === sn) {
			r = await sha256(join(Uint8Array.of(1), p, r));
			while (fn % 2 === 0 && fn !== 0) {
				fn = Math.floor(fn / 2);
				sn = Math.floor(sn / 2);
			}
		} else {
			r = await sha256(join(Uint8Array.of(1), r, p));
		}
		fn = Math.floor(fn / 2);
		sn = Math.floor(sn / 2);
	}
	return sn === 0 && hex(r) === root;
}

async function headHolds(h, key) {
	const root = bytes(h.root, 32);
	const prev = bytes(h.prev, 32);
	const id = bytes(h.key, 4);
	const signature = bytes(h.signature, 64);
	if (!root || !prev || !id || !signature || !key)
		return false;
	const message = join(encoder.encode('zyz-head-1'), number(h.no, 8), number(h.size, 8), number(h.at_ms, 8), root, prev, id);
	return verify(key, message, signature);
}

async function rowHolds(row, head) {
	const e = row.event;
	const fields = e && fieldsOf(e.fields);
	if (!fields || fields.no !== row.no || fields.kind !== 'effective')
		return false;
	const uid = bytes(e.uid, 16);
	const commitment = bytes(e.commitment, 32);
	const all = bytes(e.fields);
	const path = bytes(e.path);
	if (!uid || !commitment || !path)
		return false;
	const entry = join(part(encoder.encode('zyz-leaf-1')), part(uid), part(encoder.encode(e.at)), part(commitment), part(all));
	return leads(await sha256(join(Uint8Array.of(0), entry)), e.place, head.size, path, head.root);
}

/* Ranks go up with the orders of their lots; a record's own uid is its lot. */
async function lotsHold(about, rows) {
	const head = about.draw_head;
	const order = async (lot) =>
		hex(await sha256(encoder.encode(`zyz-spot-1\n${about.seed}\n${head.root}\n${head.signature}\n${lot}\n`)));
	const lots = new Map();
	for (const row of rows) {
		const fields = row.event && fieldsOf(row.event.fields);
		if (lots.has(row.rank) ? lots.get(row.rank) !== row.lot || about.what === 'record' : false)
			return false;
		if (about.what === 'record' && fields && fields.uid !== row.lot)
			return false;
		lots.set(row.rank, row.lot);
	}
	let last = '';
	for (const rank of [...lots.keys()].sort((a, b) => a - b)) {
		const next = await order(lots.get(rank));
		if (next <= last)
			return false;
		last = next;
	}
	return lots.size > 0 && lots.size <= about.drawn && (about.what !== 'record' || lots.size === about.drawn);
}

async function chainOf(lines) {
	let chain = new Uint8Array(32);
	for (const line of lines)
		chain = await sha256(join(chain, encoder.encode(line)));
	return hex(chain);
}

/* { about, rows, good, checks } of the texts of the three blocks: checks names each, rows have their own `good`. */
export async function check(rowsText, aboutText, signText) {
	const about = JSON.parse(aboutText);
	const lines = rowsText.split('\n').slice(0, -1);
	const rows = lines.map((line) => JSON.parse(line));
	const key = bytes(about.key, 32);
	const signature = bytes(signText, 64);
	const seed = bytes(about.seed, 32);
	for (const row of rows)
		row.good = await rowHolds(row, about.head);
	const checks = {
		about: Boolean(key && signature) && await verify(key, join(encoder.encode('zyz-pack-1'), encoder.encode(aboutText)), signature),
		chain: rowsText.endsWith('\n') && lines.length === about.rows && await chainOf(lines) === about.chain,
		head: await headHolds(about.head, key),
		drawHead: await headHolds(about.draw_head, key),
		seed: Boolean(seed) && hex(await sha256(seed)) === about.seed_hash,
		lots: await lotsHold(about, rows),
		proofs: rows.every((row) => row.good),
	};
	return { about, rows, checks, good: Object.values(checks).every(Boolean) };
}
