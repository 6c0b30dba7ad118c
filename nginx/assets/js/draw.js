/* Computes a draw anew from the text that everybody may keep: the seed against its promise, then the order of the lots.
 * The format stands in shared/hours/draw.h. */
const place = document.querySelector('[data-draw]');
const result = document.querySelector('[data-result]');
const LABEL = 'zyz-draw-1';

const hex = (bytes) => Array.from(new Uint8Array(bytes), (b) => b.toString(16).padStart(2, '0')).join('');
const bytes = (text) => Uint8Array.from(text.match(/../g) || [], (pair) => parseInt(pair, 16));
const sha256 = async (data) => hex(await crypto.subtle.digest('SHA-256', data));

/* { hash, seed, root, signature, lots } of the file, or null. */
function read(text) {
	const lines = text.split('\n');
	const word = (name, at) => (lines.find((l) => l.startsWith(`${name} `)) || '').split(' ')[at] || '';
	const lots = lines.filter((l) => l.startsWith('lot ')).map((l) => l.slice(4));
	const hash = word('hash', 1);
	const seed = word('seed', 1);
	const root = word('head', 2);
	const signature = word('head', 3);
	const count = word('lots', 1);
	const whole = lines[0] === LABEL && [hash, seed, root].every((h) => /^[0-9a-f]{64}$/.test(h)) && /^[0-9a-f]{128}$/.test(signature) &&
		Number(count) === lots.length && lots.every((l) => /^[0-9a-f]{32}$/.test(l)) && new Set(lots).size === lots.length;
	return whole ? { hash, seed, root, signature, lots } : null;
}

/* Whether it holds what the page promised and shows (of four lots a wrong root leaves the order as it was once in 24 times), and stands in the order that follows. */
async function holds(text, page, shown) {
	const d = read(text);
	if (!d || ['hash', 'seed', 'root', 'signature'].some((name) => d[name] !== page[name]) ||
		await sha256(bytes(d.seed)) !== d.hash || shown.some((lot, i) => lot !== d.lots[i]))
		return false;
	const order = await Promise.all(d.lots.map((lot) =>
		sha256(new TextEncoder().encode(`${LABEL}\n${d.seed}\n${d.root}\n${d.signature}\n${lot}\n`))));
	return order.every((h, i) => i === 0 || order[i - 1] < h);
}

function say(text, kind) {
	result.textContent = text;
	result.className = `note ${kind}`;
}

async function run() {
	const t = place.dataset;
	if (!window.crypto || !crypto.subtle) {
		say(t.old, 'wait');
		return;
	}
	const answer = await fetch(t.lots, { cache: 'no-cache' });
	const shown = Array.from(document.querySelectorAll('[data-lot]'), (e) => e.textContent);
	const good = answer.ok && await holds(await answer.text(), t, shown);
	say(good ? t.good : t.bad, good ? 'good' : 'bad');
}

if (place)
	run().catch(() => say(place.dataset.old, 'wait'));
