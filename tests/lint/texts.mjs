// texts.mjs - rules about the words of the pages: what a page asks for is there, and there once.
import { blank, eachMatch } from './source.mjs';
import { tags } from './templates.mjs';

/** What a .hdf file sets: { key, line }, with the names of the blocks round it. */
function entries(file) {
	const found = [];
	const blocks = [];
	let until = null;
	file.text.split('\n').forEach((line, i) => {
		const s = line.trim();
		if (until !== null) {
			until = s === until ? null : until;
			return;
		}
		const open = /^([\w.-]+)\s*(?:\[[^\]]*\])?\s*\{$/.exec(s);
		const set = /^([\w.-]+)\s*(?:\[[^\]]*\])?\s*(:?=|<<|:)\s*(.*)$/.exec(s);
		if (s === '' || s[0] === '#')
			return;
		if (open)
			blocks.push(open[1]);
		else if (s === '}')
			blocks.pop();
		else if (set) {
			found.push({ key: [...blocks, set[1]].join('.'), line: i + 1 });
			until = set[2] === '<<' ? set[3] : null;
		}
	});
	return found;
}

const languages = (tree) => tree.filter((file) => /^templates\/lang\/zh(\/[\w-]+)?\.hdf$/.test(file.path));

/** All keys that are set, and all nodes above them. */
export function known(tree) {
	const keys = new Set();
	for (const file of languages(tree))
		for (const { key } of entries(file)) {
			const parts = key.split('.');
			for (let n = 1; n <= parts.length; n++)
				keys.add(parts.slice(0, n).join('.'));
		}
	return keys;
}

/** The words that templates and programs name are in the language files. */
function present(tree) {
	const keys = known(tree);
	const findings = [];
	const want = (path, line, key) => keys.has(key) || findings.push({ path, line, text: `${key} is in no language file` });
	for (const file of tree) {
		if (/^templates\/.*\.cs$/.test(file.path))
			for (const tag of tags(file.text)) {
				if (tag.command === '' || tag.command === '#')
					continue;
				eachMatch(tag.rest, /(?<![\w."])Lang((?:\.\w+)+)/g, (line, m) =>
					want(file.path, tag.line + line - 1, `Lang${m[1]}`));
			}
		if (/^(cgi|shared)\/.*\.c$/.test(file.path))
			eachMatch(blank(file.text, false), /\blang\("([\w.]+)"\)/g, (line, m) =>
				want(file.path, line, `Lang.${m[1]}`));
	}
	return findings;
}

/** Files of a language are read one over the other: a word that is set twice hides the first. */
function once(tree) {
	const seen = new Map();
	const findings = [];
	for (const file of languages(tree))
		for (const { key, line } of entries(file)) {
			if (seen.has(key))
				findings.push({ path: file.path, line, text: `${key} is also in ${seen.get(key)}` });
			else
				seen.set(key, `${file.path}:${line}`);
		}
	return findings;
}

/** What is audited has its words in the trail: the actions that programs name, and the moves of the state machines. */
function audited(tree) {
	const keys = known(tree);
	const findings = [];
	const want = (path, line, action) => keys.has(`Lang.station.Did.${action}`)
		|| findings.push({ path, line, text: `Lang.station.Did.${action} is in no language file` });
	for (const file of tree.filter((f) => /^(cgi|shared)\/.*\.c$/.test(f.path))) {
		const text = blank(file.text, false);
		eachMatch(text, /\baudit(?:ed|_many)?\([^;"]*"([a-z_]+\.[a-z_]+)"(?:\s*:\s*"([a-z_]+\.[a-z_]+)")?/g, (line, m) =>
			m.slice(1).filter(Boolean).forEach((action) => want(file.path, line, action)));
		for (const [, what, table] of text.matchAll(/\bstruct machine \w+ = \{ "(\w+)", (\w+)/g)) {
			const moves = new RegExp(`\\bstruct move ${table}\\[\\] = \\{([^;]*)\\};`).exec(text);
			for (const m of moves?.[1].matchAll(/\{ "(\w+)",/g) ?? [])
				want(file.path, text.slice(0, moves.index).split('\n').length, `${what}.${m[1]}`);
		}
	}
	// The trail's choice of acts is in groups, and each has a name.
	const seen = new Set();
	for (const file of languages(tree))
		for (const { key, line } of entries(file)) {
			const [, group] = /^Lang\.station\.Did\.(\w+)\./.exec(key) ?? [];
			if (!group || seen.has(group)) continue;
			seen.add(group);
			if (!keys.has(`Lang.station.Doings.${group}`))
				findings.push({ path: file.path, line, text: `Lang.station.Doings.${group} is in no language file` });
		}
	return findings;
}

export const rules = [
	{ name: 'texts-present', check: present },
	{ name: 'texts-once', check: once },
	{ name: 'audit-words', check: audited },
];
