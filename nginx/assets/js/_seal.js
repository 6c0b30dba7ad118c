/* What the QR code of a certificate says, and whether it is true. The format stands in cgi/commend/certificate_seal.h. */
import { verify } from './_ed25519.js';

const SIGNATURE = 64;
const KINDS = ['scan', 'list', 'declared', 'backfill', 'met']; /* the last in version 2 only */
const encode = (text) => new TextEncoder().encode(text);
const decode = (bytes) => new TextDecoder('utf-8', { fatal: true }).decode(bytes);
export const hex = (bytes) => Array.from(bytes, (b) => b.toString(16).padStart(2, '0')).join('');

export function unhex(text) {
	return Uint8Array.from({ length: text.length / 2 }, (_, i) => parseInt(text.slice(2 * i, 2 * i + 2), 16));
}

function bytesOf(code) {
	const text = code.slice(code.lastIndexOf('#') + 1).trim().replace(/-/g, '+').replace(/_/g, '/');
	return Uint8Array.from(atob(text), (c) => c.charCodeAt(0));
}

const day = (n) => new Date(n * 86400000).toISOString().slice(0, 10);

/* The fields in front of the signature; throws when they are none. */
function read(body) {
	let at = 0;
	const number = (bytes) => {
		let n = 0;
		for (let i = 0; i < bytes; i++)
			n = n * 256 + body[at++];
		return n;
	};
	const bytes = (n) => {
		at += n;
		return body.subarray(at - n, at);
	};
	const text = () => decode(bytes(number(1)));
	const version = number(1);
	if (version !== 1 && version !== 2)
		throw new Error('version');
	const paper = { key: hex(bytes(4)), no: text(), name: text(), idLast: text(), station: text() };
	paper.from = day(number(2));
	paper.to = day(number(2));
	paper.issued = day(number(2));
	paper.minutes = {};
	for (const kind of version === 1 ? KINDS.slice(0, -1) : KINDS)
		paper.minutes[kind] = number(4);
	paper.tree = number(5);
	if (at !== body.length || !(paper.tree >= 0))
		throw new Error('length');
	return paper;
}

/* keys: { id: hex of the key }. Gives { paper }, or { fault: 'forged' or 'key' }. */
export async function check(code, keys) {
	let bytes;
	let paper;
	try {
		bytes = bytesOf(code);
		paper = read(bytes.subarray(0, -SIGNATURE));
	} catch (e) {
		return { fault: 'forged' };
	}
	if (!keys[paper.key])
		return { fault: 'key', paper };
	const label = encode('zyz-cert-1');
	const message = new Uint8Array(label.length + bytes.length - SIGNATURE);
	message.set(label);
	message.set(bytes.subarray(0, -SIGNATURE), label.length);
	const good = await verify(unhex(keys[paper.key]), message, bytes.subarray(-SIGNATURE));
	return good ? { paper } : { fault: 'forged' };
}

/* The published list of revoked numbers: { at, numbers: { number: day } }, or null when no key of ours signed it. */
export async function revoked(text, keys) {
	const end = text.lastIndexOf('\nsignature ') + 1;
	const found = /^zyz-revoked-1\nat ([^\n]+)\n([^]*)key ([0-9a-f]{8})\n$/.exec(text.slice(0, end));
	const signature = text.slice(end + 'signature '.length).trim();
	if (!found || !keys[found[3]] || !/^[0-9a-f]{128}$/.test(signature) ||
	    !await verify(unhex(keys[found[3]]), encode(text.slice(0, end)), unhex(signature)))
		return null;
	const numbers = {};
	for (const line of found[2].split('\n').filter(Boolean))
		numbers[line.split(' ')[0]] = line.split(' ')[1];
	return { at: found[1], numbers };
}

/* "key ID HEX" */
export function keyIn(text) {
	const found = /^key ([0-9a-f]{8}) ([0-9a-f]{64})$/m.exec(text);
	return found ? { [found[1]]: found[2] } : {};
}
