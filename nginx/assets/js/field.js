/* Visit mode: homes are taken along with a network, visits are noted without one and handed in when there is one again.
 * Each visit has a number of its own, made here: handed in twice it is known there, so a lost answer costs nothing. */
import * as vault from './_vault.js';

const CACHE = 'field-1';
const PAGE = '/needs/field';
const BATCH = 50;
const AGAIN = 15000;

const root = document.querySelector('[data-field]');
const $ = (name) => root.querySelector(`[data-${name}]`);
const say = (name) => root.dataset[name];
const now = () => Math.floor(Date.now() / 1000);
let key = null;
let homes = [];
let current = null;
let giving = false;
let heard = false;

/* The shell alone, without what belongs to this sign-in. */
async function keepShell() {
	if (!navigator.serviceWorker || !window.caches)
		return;
	const copy = document.documentElement.cloneNode(true);
	for (const e of copy.querySelectorAll('[name=csrf]'))
		e.removeAttribute('value');
	const page = new Response(`<!DOCTYPE html>${copy.outerHTML}`, { headers: { 'Content-Type': 'text/html; charset=utf-8' } });
	await navigator.serviceWorker.register('/needs/worker.js', { scope: '/needs/' });
	const cache = await caches.open(CACHE);
	await cache.addAll([...document.querySelectorAll('link[rel=stylesheet][href], script[src]')].map((e) => e.href || e.src));
	await cache.put(PAGE, page);
	await navigator.serviceWorker.ready;
	$('kept').hidden = false;
}

function part(name) {
	for (const section of root.querySelectorAll('[data-part]'))
		section.hidden = section.dataset.part !== name;
}

function tell(words, bad) {
	const note = $('told');
	note.textContent = words;
	note.classList.toggle('bad', Boolean(bad));
	note.hidden = !words;
}

const uidOf = () => Array.from(crypto.getRandomValues(new Uint8Array(16)), (b) => b.toString(16).padStart(2, '0')).join('');

/* What was done at a home, as its row says it. */
function stateOf(rows) {
	if (rows.some((r) => r.state === 'bad'))
		return ['bad', say('bad')];
	if (rows.some((r) => r.state === 'unsent'))
		return ['wait', say('unsent')];
	return rows.length ? ['good', say('sent')] : ['off', say('todo')];
}

async function showHomes() {
	const rows = await vault.queue();
	const list = $('homes');
	list.textContent = '';
	const known = new Map(homes.map((h) => [h.no, h]));
	for (const no of new Set([...known.keys(), ...rows.map((r) => r.no)])) {
		const item = $('home').content.cloneNode(true);
		const own = rows.filter((r) => r.no === no);
		const state = stateOf(own);
		const home = known.get(no);
		item.querySelector('[data-name]').textContent = home ? home.name : no;
		item.querySelector('[data-where]').textContent = home ? `${home.grid || ''} ${home.address || ''}` : '';
		item.querySelector('b').className = `tag ${state[0]}`;
		item.querySelector('b').textContent = state[1];
		const why = own.find((r) => r.state === 'bad');
		item.querySelector('[data-why]').textContent = why ? why.text : '';
		const button = item.querySelector('button');
		button.dataset.open = no;
		button.disabled = !home && !why;
		list.append(item);
	}
	const waiting = rows.filter((r) => r.state === 'unsent').length;
	$('waiting').textContent = String(waiting);
	$('sent').textContent = String(rows.filter((r) => r.state === 'sent').length);
	$('give').disabled = !waiting;
	part('list');
}

function line(label, value, href) {
	if (!value)
		return;
	const row = $('fact').content.cloneNode(true);
	row.querySelector('dt').textContent = label;
	const dd = row.querySelector('dd');
	if (href) {
		const a = document.createElement('a');
		a.href = href;
		a.className = 'button second';
		a.textContent = value;
		dd.append(a);
	} else {
		dd.textContent = value;
	}
	$('facts').append(row);
}

/* Where the phone stands: the station is in Beijing's time. */
const local = (seconds) => new Date(seconds * 1000 + 8 * 3600000).toISOString().slice(0, 16);
const seconds = (typed) => Math.floor(Date.parse(`${typed}:00+08:00`) / 1000);

async function showHome(no) {
	const bad = (await vault.queue()).find((r) => r.no === no && r.state === 'bad');
	const home = homes.find((h) => h.no === no) || { no, name: no };
	const was = bad ? await vault.unseal(key, bad) : null;
	current = { home, uid: bad ? bad.uid : null };
	$('title').textContent = home.name;
	$('facts').textContent = '';
	line(say('address'), home.address);
	line(say('phone'), home.phone, home.phone && `tel:${home.phone}`);
	line(say('contact'), home.contact);
	line(say('health'), home.health);
	const last = home.Last && home.Last[0];
	line(say('last'), last && `${last.visited_at.slice(0, 10)} ${last.visitor} ${last.note}`);
	const form = $('form');
	form.reset();
	form.elements.at.value = local(was ? was.at : now());
	form.elements.kind.value = (was && was.kind) || home.kind || '';
	form.elements.members.value = (was && was.members) || home.members || '';
	if (was)
		for (const name of ['result', 'found', 'health', 'next_on', 'need_category', 'need_words', 'companions'])
			form.elements[name].value = was[name] || '';
	tell(bad ? bad.text : '', true);
	part('home');
	window.scrollTo(0, 0);
}

async function note(form) {
	const value = (name) => form.elements[name].value.trim() || undefined;
	const home = current.home;
	const visit = { uid: current.uid || uidOf(), no: home.no, at: seconds(form.elements.at.value), mode: 'home' };
	for (const name of ['result', 'found', 'companions', 'health', 'next_on', 'need_category', 'need_words'])
		visit[name] = value(name);
	if (value('kind') !== (home.kind || undefined))
		visit.kind = value('kind');
	if (value('members') && Number(value('members')) !== home.members)
		visit.members = Number(value('members'));
	visit.version = home.version || 0;
	if (!visit.result || !visit.at)
		return tell(say('result'), true);
	if (!visit.found && (visit.result === 'met' || visit.result === 'family'))
		return tell(say('found'), true);
	if (!visit.need_category !== !visit.need_words)
		return tell(say('need'), true);
	await vault.put({ uid: visit.uid, no: home.no, at: visit.at, state: 'unsent', ...await vault.seal(key, visit) });
	tell(say('noted'));
	await showHomes();
	give();
	return null;
}

/* Homes that are done leave the phone; when nothing is left to do or to send, all of it does. */
async function tidy() {
	const rows = await vault.queue();
	const open = new Set(rows.filter((r) => r.state !== 'sent').map((r) => r.no));
	const sent = new Set(rows.filter((r) => r.state === 'sent').map((r) => r.no));
	homes = homes.filter((h) => open.has(h.no) || !sent.has(h.no));
	await vault.keep(key, 'homes', homes);
	if (homes.length || open.size)
		return false;
	await vault.wipe();
	key = null;
	return true;
}

async function csrf() {
	const r = await fetch(PAGE, { headers: { Accept: 'application/json' }, cache: 'no-store', credentials: 'same-origin' });
	if (r.status === 401 || r.status === 403)
		throw new Error('sign-in');
	return (await r.json()).Page.Csrf;
}

async function send(rows) {
	const body = new FormData();
	body.append('csrf', await csrf());
	const lines = [];
	for (const row of rows)
		lines.push(JSON.stringify(await vault.unseal(key, row)));
	body.append('visits', lines.join('\n'));
	body.append('now', String(now()));
	const r = await fetch('/needs/field/visits', { method: 'POST', body, headers: { Accept: 'application/json' }, credentials: 'same-origin' });
	if (r.status === 401)
		throw new Error('sign-in');
	if (!r.ok)
		throw new Error(String(r.status));
	const results = (await r.json()).Page.Results || [];
	for (let i = 0; i < rows.length; i++) {
		const row = rows[i];
		const bad = results[i].result === 'bad';
		await vault.put(bad ? { ...row, state: 'bad', text: results[i].text } : { uid: row.uid, no: row.no, at: row.at, state: 'sent' });
	}
}

/* Asked for, when the network comes back, and now and then. What fails stays as it is; who asks while one is under way hears of that one. */
async function give(asked) {
	if (!key)
		return;
	heard ||= Boolean(asked);
	if (giving)
		return;
	giving = true;
	try {
		const rows = (await vault.queue()).filter((r) => r.state === 'unsent');
		for (let i = 0; i < rows.length; i += BATCH)
			await send(rows.slice(i, i + BATCH));
		if (rows.length) {
			const over = await tidy();
			tell(say(over ? 'over' : 'given'));
			if (over)
				part('take');
			else if (!$('list').hidden)
				await showHomes();
		}
	} catch (e) {
		$('signin').hidden = e.message !== 'sign-in';
		if (heard)
			tell(say(e.message === 'sign-in' ? 'again' : 'offline'), true);
	} finally {
		giving = heard = false;
	}
}

/* A PIN that is easy to guess is none. */
const weak = (pin) => !/^\d{6}$/.test(pin) || /^(\d)\1+$/.test(pin) || '01234567890'.includes(pin) || '09876543210'.includes(pin);

async function take(form) {
	const pin = form.elements.pin.value;
	if (weak(pin))
		return tell(say('weak'), true);
	const body = new FormData();
	body.append('csrf', await csrf());
	const r = await fetch('/needs/field/take', { method: 'POST', body: new URLSearchParams(body), headers: { Accept: 'application/json' }, credentials: 'same-origin' });
	if (!r.ok)
		throw new Error(r.status === 401 ? 'sign-in' : String(r.status));
	const found = (await r.json()).Page.Homes || [];
	if (!found.length)
		return tell(say('none'), true);
	key = await vault.lock(pin);
	homes = found;
	await vault.keep(key, 'homes', homes);
	form.reset();
	tell('');
	return showHomes();
}

async function enter(form) {
	const pin = form.elements.pin.value;
	form.reset();
	key = await vault.unlock(pin);
	if (key) {
		homes = await vault.kept(key, 'homes') || [];
		tell('');
		await showHomes();
		return give();
	}
	const left = await vault.left();
	if (await vault.locked())
		return tell(`${say('wrong')} ${left}`, true);
	part('take');
	return tell(say('wiped'), true);
}

async function start() {
	if (!vault.possible()) {
		tell(say('cannot'), true);
		return;
	}
	part(await vault.locked() ? 'pin' : 'take');
	root.addEventListener('submit', (event) => {
		const work = { take, pin: enter, form: note }[event.target.dataset.work];
		if (!work)
			return;
		event.preventDefault();
		work(event.target).catch((e) => {
			$('signin').hidden = e.message !== 'sign-in';
			tell(say(e.message === 'sign-in' ? 'again' : 'offline'), true);
		});
	});
	root.addEventListener('click', (event) => {
		const open = event.target.closest('[data-open]');
		if (open)
			showHome(open.dataset.open);
		if (event.target.closest('[data-back]')) {
			tell('');
			showHomes();
		}
		if (event.target.closest('[data-give]'))
			give(true);
	});
	for (const name of ['online', 'pageshow'])
		window.addEventListener(name, () => give());
	document.addEventListener('visibilitychange', () => document.hidden || give());
	setInterval(give, AGAIN);
}

keepShell().catch(() => {});
start();
