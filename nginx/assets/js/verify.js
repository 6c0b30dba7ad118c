/* Checks certificates by their code, with the network on or off: keys and the list of revoked numbers are kept in this
 * browser from the last time it was on, and a worker keeps the page itself. */
import { check, keyIn, revoked } from './_seal.js';

const place = document.querySelector('[data-verify]');
const box = document.getElementById('f-code');
const result = document.querySelector('[data-result]');
const state = document.querySelector('[data-state]');

function kept(name, otherwise) {
	try {
		return JSON.parse(localStorage.getItem(`verify:${name}`)) || otherwise;
	} catch (e) {
		return otherwise;
	}
}

function keep(name, value) {
	try {
		localStorage.setItem(`verify:${name}`, JSON.stringify(value));
	} catch (e) {
		/* Where nothing is kept the page still checks while the network is on. */
	}
}

async function fetched(address) {
	try {
		const answer = await fetch(address, { cache: 'no-cache' });
		return answer.ok ? await answer.text() : '';
	} catch (e) {
		return '';
	}
}

/* Keys add up: papers of an older key stay checkable. A list that is not signed by one of them is left alone. */
async function refresh() {
	const keys = { ...kept('keys', {}), ...keyIn(await fetched(place.dataset.key)) };
	keep('keys', keys);
	const text = await fetched(place.dataset.list);
	if (text && await revoked(text, keys))
		keep('list', text);
}

function element(parent, name, text, className) {
	const e = document.createElement(name);
	e.textContent = text;
	if (className)
		e.className = className;
	parent.append(e);
	return e;
}

function facts(pairs) {
	const list = element(result, 'dl', '', 'facts card');
	for (const pair of pairs.filter((p) => p[1])) {
		const row = element(list, 'div', '');
		element(row, 'dt', pair[0]);
		element(row, 'dd', pair[1]);
	}
}

const hours = (minutes) => (minutes / 60).toFixed(2);

function show(paper) {
	const t = place.dataset;
	const all = Object.values(paper.minutes).reduce((sum, n) => sum + n, 0);
	facts([[t.no, paper.no], [t.name, paper.name], [t.idLast, paper.idLast], [t.hours, hours(all)],
		...Object.keys(paper.minutes).map((kind) => [t[kind === 'list' ? 'roll' : kind],
			paper.minutes[kind] ? hours(paper.minutes[kind]) : '']),
		[t.period, `${paper.from} – ${paper.to}`], [t.station, paper.station], [t.issued, paper.issued]]);
}

async function run() {
	const t = place.dataset;
	const keys = kept('keys', {});
	result.textContent = '';
	if (!box.value.trim())
		return;
	if (typeof BigInt === 'undefined' || !window.crypto || !crypto.subtle) {
		element(result, 'p', t.old, 'note bad');
		return;
	}
	const found = await check(box.value, keys);
	const paper = found.paper;
	const fault = found.fault;
	const list = await revoked(kept('list', ''), keys);
	const since = paper && list && list.numbers[paper.no];
	const verdict = fault ? (fault === 'key' ? t.faultKey : t.forged) : since ? `${t.revoked} ${since}` : t.good;
	element(result, 'h2', verdict);
	if (fault)
		return;
	show(paper);
	element(result, 'p', list ? `${t.listOf} ${list.at}` : t.listNone);
}

function tell() {
	state.textContent = Object.keys(kept('keys', {})).length ? `${place.dataset.ready} ${Object.keys(kept('keys', {})).join(' ')}`
		: place.dataset.unready;
}

/* The worker keeps this page and what it is made of, and shows it when the network is off. */
async function install() {
	if (!navigator.serviceWorker)
		return;
	const own = [...document.querySelectorAll('link[rel=stylesheet][href], script[src]')].map((e) => e.href || e.src);
	await navigator.serviceWorker.register('/commend/worker.js', { scope: '/commend/' });
	const worker = await navigator.serviceWorker.ready;
	worker.active.postMessage({ keep: [place.dataset.page, ...own] });
}

if (place) {
	if (location.hash.length > 1)
		box.value = location.href;
	document.querySelector('[data-check]').addEventListener('click', run);
	refresh().then(tell).then(run).catch(() => {});
	install().catch(() => {});
}
