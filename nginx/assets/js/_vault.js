/* What a phone keeps of people while it has no network: sealed under a PIN, in IndexedDB. The key is made of the PIN
 * (PBKDF2) and stands nowhere. A wrong PIN counts before it is tried, so that closing the page takes nothing back; the
 * tenth empties everything. Numbers, times and states of visits stand in clear: they say nothing of anybody. */
const NAME = 'visits';
const ROUNDS = 400000;
export const TRIES = 10;
const text = new TextEncoder();

const done = (request) => new Promise((yes, no) => {
	request.onsuccess = () => yes(request.result);
	request.onerror = () => no(request.error);
});

async function open() {
	const request = indexedDB.open(NAME, 1);
	request.onupgradeneeded = () => {
		request.result.createObjectStore('meta');
		request.result.createObjectStore('queue', { keyPath: 'uid' });
	};
	return done(request);
}

/* One short transaction each: a page that is killed leaves all of it or none. */
async function within(store, mode, work) {
	const db = await open();
	try {
		const tx = db.transaction(store, mode);
		const end = new Promise((yes, no) => {
			tx.oncomplete = yes;
			tx.onabort = () => no(tx.error);
		});
		const result = await done(work(tx.objectStore(store)));
		await end;
		return result;
	} finally {
		db.close();
	}
}

const meta = (key) => within('meta', 'readonly', (s) => s.get(key));
const setMeta = (key, value) => within('meta', 'readwrite', (s) => s.put(value, key));

async function keyOf(pin, salt) {
	const raw = await crypto.subtle.importKey('raw', text.encode(pin), 'PBKDF2', false, ['deriveKey']);
	return crypto.subtle.deriveKey({ name: 'PBKDF2', hash: 'SHA-256', salt, iterations: ROUNDS }, raw,
		{ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
}

export const possible = () => Boolean(window.indexedDB && window.crypto && crypto.subtle);
export const locked = async () => Boolean(await meta('lock'));
export const left = async () => TRIES - ((await meta('tries')) || 0);
export const queue = () => within('queue', 'readonly', (s) => s.getAll());
export const put = (row) => within('queue', 'readwrite', (s) => s.put(row));

export async function seal(key, value) {
	const iv = crypto.getRandomValues(new Uint8Array(12));
	const data = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, text.encode(JSON.stringify(value)));
	return { iv, data };
}

export async function unseal(key, box) {
	const data = await crypto.subtle.decrypt({ name: 'AES-GCM', iv: box.iv }, key, box.data);
	return JSON.parse(new TextDecoder().decode(data));
}

export async function wipe() {
	await within('queue', 'readwrite', (s) => s.clear());
	await within('meta', 'readwrite', (s) => s.clear());
}

/* A new PIN for a phone that holds nothing. */
export async function lock(pin) {
	const salt = crypto.getRandomValues(new Uint8Array(16));
	const key = await keyOf(pin, salt);
	await setMeta('lock', { salt, check: await seal(key, 'open') });
	await setMeta('tries', 0);
	return key;
}

/* The key, or null for a wrong PIN; after the last try nothing is left to be opened. */
export async function unlock(pin) {
	const tries = ((await meta('tries')) || 0) + 1;
	await setMeta('tries', tries);
	const kept = await meta('lock');
	try {
		const key = await keyOf(pin, kept.salt);
		await unseal(key, kept.check);
		await setMeta('tries', 0);
		return key;
	} catch (e) {
		if (tries >= TRIES)
			await wipe();
		return null;
	}
}

export const keep = async (key, name, value) => setMeta(name, await seal(key, value));
export async function kept(key, name) {
	const box = await meta(name);
	return box ? unseal(key, box) : null;
}
