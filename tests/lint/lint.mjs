// lint.mjs - reads the tree once, hands it to every rule, and proves each rule on its canary.
//
// A rule is { name, check(tree) } and gives findings { path, line, text }. A tree is a list of
// { path, text } with path relative to the top, plus the settings rules need.
//
// A canary is canary/NAME.EXT. Its first line says what file it pretends to be (`as: shared/base/json.c`); every
// line that must be found contains the word BAD, and no other line may be found. What stands behind
// a line `===== as: PATH` is a further file of the same small tree.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import * as c from './c.mjs';
import * as flashes from './flashes.mjs';
import * as format from './format.mjs';
import * as headers from './headers.mjs';
import * as holders from './holders.mjs';
import * as keys from './keys.mjs';
import * as lists from './lists.mjs';
import * as manual from './manual.mjs';
import * as owners from './owners.mjs';
import * as programs from './programs.mjs';
import * as sure from './sure.mjs';
import * as templates from './templates.mjs';
import * as texts from './texts.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const top = path.resolve(here, '../..');
const rules = [c, flashes, format, headers, holders, keys, lists, manual, owners, programs, sure, templates, texts].flatMap((file) => file.rules);

const folders = ['cgi', 'shared', 'templates', 'tests', 'nginx', 'docs', 'sql'];
const kinds = /\.(c|h|cs|hdf|mjs|js|scss|[158](\.in)?)$|^(\d{4}_\w+\.sql|owners\.txt)$/;
const skipped = new Set(['node_modules', 'canary', 'golden', 'shots', 'seed', 'demo']);

function walk(folder, found) {
	for (const entry of fs.readdirSync(path.join(top, folder), { withFileTypes: true })) {
		const name = `${folder}/${entry.name}`;
		if (entry.isDirectory() && !skipped.has(entry.name))
			walk(name, found);
		else if (entry.isFile() && kinds.test(entry.name))
			found.push({ path: name, onDisk: true, text: fs.readFileSync(path.join(top, name), 'utf8') });
	}
	return found;
}

/** order.txt: the rooms of the library from low to high, and fences ([header, owners]). */
function readOrder(text) {
	const rooms = [];
	const fences = [];
	for (const line of text.split('\n')) {
		const [word, ...words] = line.split(/\s+/).filter(Boolean);
		if (word === 'room')
			rooms.push(words[0]);
		else if (word === 'fence')
			fences.push([words[0], words.slice(1)]);
	}
	return { rooms, fences };
}

const readmes = () => fs.readdirSync(top).filter((name) => name.startsWith('README'))
	.map((name) => ({ path: name, onDisk: true, text: fs.readFileSync(path.join(top, name), 'utf8') }));

function settings() {
	const format = fs.readFileSync(path.join(top, '.clang-format'), 'utf8');
	const order = readOrder(fs.readFileSync(path.join(here, 'order.txt'), 'utf8'));
	return { ...order, columns: Number(/^ColumnLimit: (\d+)$/m.exec(format)[1]) };
}

/** The small tree of a canary file, and the places that must be found. */
export function readCanary(text) {
	const tree = [];
	const bad = new Set();
	for (const part of text.split(/^===== (?=as: )/m)) {
		const as = /as: (\S+)/.exec(part)[1];
		tree.push({ path: as, text: part.replace(/^as: .*/, '') });
		part.split('\n').forEach((line, i) => /\bBAD\b/.test(line) && bad.add(`${as}:${i + 1}`));
	}
	return { tree, bad };
}

const at = (finding) => `${finding.path}:${finding.line}`;

function checkTree(rule, tree) {
	const findings = rule.check(tree);
	const of = (path) => findings.filter((f) => f.path === path);
	for (const f of findings) {
		const more = rule.once ? of(f.path).length - 1 : 0;
		if (!rule.once || of(f.path)[0] === f)
			console.log(`not ok - lint ${rule.name}: ${at(f)} ${f.text}${more ? `, and ${more} more` : ''}`);
	}
	if (findings.length === 0)
		console.log(`ok - lint ${rule.name}`);
	return findings.length === 0;
}

function checkCanary(rule, conf) {
	const file = fs.readdirSync(path.join(here, 'canary')).find((name) => path.parse(name).name === rule.name);
	if (!file) {
		console.log(`not ok - canary ${rule.name}: there is none`);
		return false;
	}
	const { tree, bad } = readCanary(fs.readFileSync(path.join(here, 'canary', file), 'utf8'));
	const found = new Set(rule.check(Object.assign(tree, conf)).map(at));
	const missed = [...bad].filter((place) => !found.has(place));
	const wrong = [...found].filter((place) => !bad.has(place));
	const good = bad.size > 0 && missed.length === 0 && wrong.length === 0;
	console.log(good ? `ok - canary ${rule.name}` :
		`not ok - canary ${rule.name}: missed [${missed}], wrongly found [${wrong}]`);
	return good;
}

export function main(names) {
	const conf = settings();
	const tree = Object.assign(folders.flatMap((folder) =>
		fs.existsSync(path.join(top, folder)) ? walk(folder, []) : []).concat(readmes()), conf);
	const chosen = names.length ? rules.filter((rule) => names.includes(rule.name)) : rules;
	const results = [...chosen.map((rule) => checkTree(rule, tree)),
		...chosen.map((rule) => checkCanary(rule, conf))];
	return results.length > 0 && results.every(Boolean);
}
