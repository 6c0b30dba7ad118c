/* The leader's phone without a network: codes by its own clock, as a picture and as digits, and a list of who came and
 * went that waits in the phone until it is handed in. The list outlives the page; what was handed in is taken off it.
 * A worker keeps the page itself until then, so that it can be loaded again with the network off. */
import qrcode from 'qrcode-generator';

const CACHE = 'offline-1';
const KEPT_AT = 'X-Kept-At';
const DAYS = 3;
const QUIET = 4;
const STEP = 15000;
const MAC = 20;
const DIGITS = 6;

const place = document.querySelector('[data-offline]');
const done = document.querySelector('[data-offline-done]');
const keyOf = (no) => `offline:${no}`;
const pageOf = (no) => `/activity/manage/${no}/offline`;

function read(no) {
	try {
		return JSON.parse(localStorage.getItem(keyOf(no))) || [];
	} catch (e) {
		return [];
	}
}

function write(no, list) {
	try {
		localStorage.setItem(keyOf(no), JSON.stringify(list));
	} catch (e) {
		/* A phone that keeps nothing still has the page itself. */
	}
}

/* What is kept has names and codes in it: it goes as soon as it was handed in, and some days later in any case. */
async function forget(no) {
	if (!window.caches)
		return;
	const cache = await caches.open(CACHE);
	for (const request of await cache.keys()) {
		const kept = Number((await cache.match(request)).headers.get(KEPT_AT));
		const page = new URL(request.url).pathname;
		if (kept && (page === pageOf(no) || Date.now() - kept > DAYS * 86400000))
			await cache.delete(request);
	}
}

/* The copy is of the page as it came. Its address by GET is the same as the one it was asked for by POST; the entry of
 * the history becomes a GET, so that loading it again asks the worker. */
async function keep() {
	if (!navigator.serviceWorker || !window.caches)
		return;
	const copy = new Response(`<!DOCTYPE html>${document.documentElement.outerHTML}`,
		{ headers: { 'Content-Type': 'text/html; charset=utf-8', [KEPT_AT]: String(Date.now()) } });
	await navigator.serviceWorker.register('/activity/worker.js', { scope: '/activity/' });
	await forget();
	const cache = await caches.open(CACHE);
	const own = [...document.querySelectorAll('link[rel=stylesheet][href], script[src]')].map((e) => e.href || e.src);
	await cache.addAll(own);
	await cache.put(pageOf(place.dataset.offline), copy);
	await navigator.serviceWorker.ready;
	history.replaceState(null, '', pageOf(place.dataset.offline));
	document.querySelector('[data-kept]').hidden = false;
}

/* One path for all dark modules, in units of a module. */
function draw(svg, text) {
	const path = svg.querySelector('path');
	if (!text) {
		path.setAttribute('d', '');
		return;
	}
	const code = qrcode(0, 'M');
	code.addData(text);
	code.make();
	const n = code.getModuleCount();
	let d = '';
	for (let y = 0; y < n; y++)
		for (let x = 0; x < n; x++)
			if (code.isDark(y, x))
				d += `M${x + QUIET} ${y + QUIET}h1v1h-1z`;
	svg.setAttribute('viewBox', `0 0 ${n + 2 * QUIET} ${n + 2 * QUIET}`);
	path.setAttribute('d', d);
}

function start() {
	const no = place.dataset.offline;
	const first = Number(place.dataset.first);
	const steps = place.dataset.inDigits.length / DIGITS;
	let list = read(no);
	let way = 'in';
	let drawn = '';

	const now = () => Math.floor(Date.now() / STEP);
	const part = (text, size, step) => {
		const i = step - first;
		return i >= 0 && i < steps ? text.slice(i * size, i * size + size) : '';
	};

	/* In Beijing, wherever the phone thinks it is. */
	const clock = (ms) => new Date(ms + 8 * 3600000).toISOString().slice(11, 16);

	/* Only when it is another one: a screen that is drawn anew each second is hard to scan. */
	function picture() {
		const code = part(place.dataset[way], MAC, now());
		const text = code && `${place.dataset.address}${no}-${way[0]}-${now().toString(16)}-${code}`;
		if (text !== drawn)
			draw(place.querySelector('[data-qr]'), text);
		drawn = text;
		for (const button of place.querySelectorAll('[data-way]'))
			button.setAttribute('aria-pressed', String(button.dataset.way === way));
	}

	function show() {
		picture();
		place.querySelector('[data-digits=in]').textContent = part(place.dataset.inDigits, DIGITS, now()) || '------';
		place.querySelector('[data-digits=out]').textContent = part(place.dataset.outDigits, DIGITS, now()) || '------';
		place.querySelector('[data-waiting]').textContent = String(list.length);
		const box = place.querySelector('[data-scans]');
		box.textContent = '';
		for (const scan of list) {
			const input = document.createElement('input');
			input.type = 'hidden';
			input.name = 'scan';
			input.value = scan;
			box.append(input);
		}
		for (const button of place.querySelectorAll('[data-note]')) {
			const mark = `${button.dataset.person}_${button.dataset.note[0]}_`;
			const noted = list.find((scan) => scan.startsWith(mark));
			if (!noted)
				continue;
			button.disabled = true;
			button.querySelector('[data-at]').textContent = clock(parseInt(noted.split('_')[2], 16) * STEP);
		}
	}

	place.addEventListener('click', (event) => {
		const other = event.target.closest('[data-way]');
		if (other) {
			way = other.dataset.way;
			show();
			return;
		}
		const button = event.target.closest('[data-note]');
		if (!button)
			return;
		const step = now();
		const code = part(button.dataset.note === 'in' ? place.dataset.in : place.dataset.out, MAC, step);
		if (!code)
			return;
		list = [...list, `${button.dataset.person}_${button.dataset.note[0]}_${step.toString(16)}_${code}`];
		write(no, list);
		show();
	});
	show();
	setInterval(show, 1000);
}

if (place) {
	/* Before the page is filled in: what was noted comes out of the phone's own list. */
	keep().catch(() => {});
	start();
}
if (done) {
	write(done.dataset.offlineDone, []);
	forget(done.dataset.offlineDone).catch(() => {});
}
