/* Checking drops: what was seen is noted in the phone, each with a number of its own, and handed in as soon as there is a
 * network; handed in twice it is known there. Without a network the kept page stands in for that of a card. */
const CACHE = 'green-1';
const QUEUE = 'green:drops';
const BATCH = 100;
const AGAIN = 15000;

const root = document.querySelector('[data-green]');
const PAGE = root.dataset.green;
const $ = (name) => root.querySelector(`[data-${name}]`);
const say = (name) => root.dataset[name];
const now = () => Math.floor(Date.now() / 1000);
const form = $('check');
/* The address says which card was scanned, also when the kept page stands in for its own. */
const scanned = new URLSearchParams(location.search).get('k');
let giving = false;
let pressed = 'right';

function queue() {
	try {
		return JSON.parse(localStorage.getItem(QUEUE)) || [];
	} catch (e) {
		return [];
	}
}
const keepQueue = (list) => localStorage.setItem(QUEUE, JSON.stringify(list));
const uidOf = () => Array.from(crypto.getRandomValues(new Uint8Array(16)), (b) => b.toString(16).padStart(2, '0')).join('');

/* The page without a card alone, and without what belongs to this sign-in. */
async function keepShell() {
	if (!navigator.serviceWorker || !window.caches)
		return;
	if (location.pathname === PAGE && !location.search && !navigator.onLine)
		return;
	await navigator.serviceWorker.register('/bank/worker.js', { scope: '/bank/' });
	const cache = await caches.open(CACHE);
	if (location.pathname === PAGE) {
		const copy = document.documentElement.cloneNode(true);
		for (const e of copy.querySelectorAll('[name=csrf], [name=key]'))
			e.remove();
		for (const e of copy.querySelectorAll('.flash, .summary'))
			e.remove();
		copy.querySelector('[data-green]').dataset.shell = '1';
		await cache.addAll([...document.querySelectorAll('link[rel=stylesheet][href], script[src]')].map((e) => e.href || e.src));
		await cache.put(PAGE, new Response(`<!DOCTYPE html>${copy.outerHTML}`, { headers: { 'Content-Type': 'text/html; charset=utf-8' } }));
	}
	await navigator.serviceWorker.ready;
	$('kept').hidden = !await caches.match(PAGE);
}

function tell(words, bad) {
	const note = $('told');
	note.textContent = words;
	note.classList.toggle('bad', Boolean(bad));
	note.hidden = !words;
}

function show(results) {
	const list = queue();
	$('waiting').textContent = String(list.length);
	$('give').disabled = !list.length;
	if (list.length || results)
		$('queue').hidden = false;
	if (!results)
		return;
	$('results').textContent = '';
	for (const r of results) {
		const item = document.createElement('li');
		item.textContent = r.text;
		$('results').append(item);
	}
}

async function csrf() {
	const r = await fetch(PAGE, { headers: { Accept: 'application/json' }, cache: 'no-store', credentials: 'same-origin' });
	if (r.status === 401 || r.status === 403)
		throw new Error('sign-in');
	if (!r.ok)
		throw new Error(String(r.status));
	return (await r.json()).Page.Csrf;
}

async function send(rows) {
	const body = new URLSearchParams();
	body.append('csrf', await csrf());
	body.append('drops', rows.map((r) => JSON.stringify(r)).join('\n'));
	body.append('now', String(now()));
	const r = await fetch('/bank/green/drops', { method: 'POST', body, headers: { Accept: 'application/json' }, credentials: 'same-origin' });
	if (r.status === 401 || r.status === 403)
		throw new Error('sign-in');
	if (!r.ok)
		throw new Error(String(r.status));
	const results = (await r.json()).Page.Results || [];
	const sent = new Set(rows.map((row) => row.uid));
	keepQueue(queue().filter((row) => !sent.has(row.uid)));
	return results;
}

/* Asked for, when the network comes back, and now and then. What fails stays as it is. */
async function give(asked) {
	const rows = queue();
	if (!rows.length || giving)
		return;
	giving = true;
	try {
		let results = [];
		for (let i = 0; i < rows.length; i += BATCH)
			results = [...results, ...await send(rows.slice(i, i + BATCH))];
		tell(say('given'));
		$('signin').hidden = true;
		show(results);
	} catch (e) {
		const out = e.message === 'sign-in';
		$('signin').hidden = !out;
		if (asked || out)
			tell(say(out ? 'again' : 'offline'), true);
	} finally {
		giving = false;
	}
}

/* Noted first, then handed in: with a network that is one step, and with a weak one nothing is lost. */
function note(event) {
	event.preventDefault();
	const field = form.querySelector('[name=card]');
	const card = field.value.trim().toLowerCase();
	if (!card) {
		tell(say('unread'), true);
		return;
	}
	keepQueue([...queue(), { uid: uidOf(), card: /^[0-9a-f]{24}$/.test(card) ? card : card.toUpperCase(), at: now(), sorted: pressed }]);
	field.value = '';
	form.hidden = field.type === 'hidden';
	tell(say('noted'));
	show();
	give();
}

if (root.dataset.shell === '1' && scanned)
	form.querySelector('[name=card]').value = scanned;
form.addEventListener('submit', note);
root.addEventListener('click', (event) => {
	const button = event.target.closest('button[name=sorted]');
	if (button)
		pressed = button.value;
	if (event.target.closest('[data-give]'))
		give(true);
});
for (const name of ['online', 'pageshow'])
	window.addEventListener(name, () => give());
document.addEventListener('visibilitychange', () => document.hidden || give());
setInterval(give, AGAIN);
show();
keepShell().catch(() => {});
