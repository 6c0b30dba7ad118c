/* The page of an audit pack: says at its top, in green or in red, whether everything in it holds. */
import { check, fieldsOf } from './_pack.js';

const $ = (id) => document.getElementById(id);
const verdict = $('verdict');

function element(parent, name, text, className) {
	const e = document.createElement(name);
	e.textContent = text;
	if (className)
		e.className = className;
	parent.append(e);
	return e;
}

function say(word) {
	verdict.textContent = verdict.dataset[word];
	document.body.className = word === 'good' ? 'good' : 'bad';
}

function showAbout(a) {
	const t = $('facts').dataset;
	const pairs = [[t.title, a.title], [t.region, a.region], [t.period, `${a.from} – ${a.to}`], [t.percent, `${a.percent}%, ${t[a.what]}`],
		[t.found, a.found], [t.drawn, a.drawn], [t.rows, a.rows], [t.made, a.made_at], [t.key, a.key], [t.keyAt, a.key_at],
		[t.head, `${a.head.no} / ${a.head.size} ${a.head.root}`], [t.hash, a.seed_hash], [t.seed, a.seed]];
	for (const pair of pairs) {
		element($('facts'), 'dt', pair[0]);
		element($('facts'), 'dd', String(pair[1]));
	}
}

/* "in 2026-11-28 09:00:00 scan" of each, one to a line. */
function came(text, t) {
	return text.split('|').filter(Boolean).map((one) => {
		const words = one.split(' ');
		return `${t[words[0]] || words[0]} ${words[1]} ${words[2]}`;
	}).join('\n');
}

function showRow(body, row) {
	const t = $('table').dataset;
	const f = (row.event && fieldsOf(row.event.fields)) || {};
	const tr = element(body, 'tr', '', row.good ? 'good' : 'bad');
	const cells = [row.rank, row.no, row.station, row.activity, row.name, `${f.starts_at || ''} – ${f.ends_at || ''}`, f.minutes || '',
		t[f.evidence] || '', came(row.attendance, t), row.logger, [row.reviewer, row.second].filter(Boolean).join(' '),
		f.notice_until || '', f.effective_at || '', row.flags, row.papers, row.good ? t.good : t.bad];
	for (const text of cells)
		element(tr, 'td', String(text));
}

function showRows(rows) {
	const table = $('table');
	const head = element(element(table, 'thead', ''), 'tr', '');
	for (const text of table.dataset.heads.split('|'))
		element(head, 'th', text);
	const body = element(table, 'tbody', '');
	for (const row of [...rows].sort((a, b) => a.rank - b.rank))
		showRow(body, row);
}

async function run() {
	const blocks = ['rows', 'about', 'sign'].map($);
	if (!blocks[0])
		return say('empty');
	if (typeof BigInt === 'undefined' || !window.crypto || !crypto.subtle)
		return say('old');
	const found = await check(...blocks.map((b) => b.textContent));
	for (const name of Object.keys(found.checks))
		element($('checks'), 'li', $('checks').dataset[name], found.checks[name] ? 'good' : 'bad');
	showAbout(found.about);
	showRows(found.rows);
	return say(found.good ? 'good' : 'bad');
}

run().catch(() => say('bad'));
