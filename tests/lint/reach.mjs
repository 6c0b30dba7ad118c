// reach.mjs - which SQL a piece of C holds, and which pieces it can come to: functions, tables and macros by name.
import { blank, lineOf } from './source.mjs';

const START = /^(?=[A-Za-z_#])(?!\w+:\s*$)/;

/** A file as its pieces at the outermost level: { file, line, text, code, name, macro, local }. */
function pieces(file) {
	const text = blank(file.text, false);
	const found = [];
	let at = 0;
	let begun = null;
	for (const line of text.split('\n')) {
		if (START.test(line) && !(begun && begun.text.endsWith('\\\n'))) {
			begun = { file, line: lineOf(file.text, at), text: '' };
			found.push(begun);
		}
		if (begun)
			begun.text += `${line}\n`;
		at += line.length + 1;
	}
	for (const p of found) {
		p.code = blank(p.text, true);
		p.macro = /^#\s*define\s+(\w+)/.exec(p.code)?.[1];
		p.name = p.macro ?? /^[^={;]*?(\w+)\s*\([^;]*?\)\s*\{/.exec(p.code)?.[1] ??
			/^[^={(]*?(\w+)\s*(?:\[[^\]]*\]\s*)*=/.exec(p.code)?.[1];
		p.local = /^static\b/.test(p.code) || p.macro !== undefined && file.path.endsWith('.c');
		p.words = new Set(p.code.match(/[A-Za-z_]\w*/g));
	}
	return found.filter((p) => p.name);
}

const programOf = (path) => /^cgi\/([^/]+)\//.exec(path)?.[1];

/** All pieces of programs and library, and how a name in one of them is understood. */
export function index(tree) {
	const files = tree.filter((file) => /^(cgi|shared)\/[^/]+\/[^/]+\.[ch]$/.test(file.path));
	const all = files.flatMap(pieces);
	const byFile = new Map();
	const wide = new Map();
	const push = (map, key, p) => map.set(key, [...(map.get(key) ?? []), p]);
	for (const p of all) {
		push(byFile, `${p.file.path} ${p.name}`, p);
		if (!p.local)
			push(wide, `${programOf(p.file.path) ?? ''} ${p.name}`, p);
	}
	const find = (p, name) => byFile.get(`${p.file.path} ${name}`) ??
		wide.get(`${programOf(p.file.path) ?? ''} ${name}`) ?? wide.get(` ${name}`) ?? [];
	return { all, find };
}

/** The pieces that those of `from` can come to, they themselves among them. */
export function reach({ find }, from) {
	const seen = new Set();
	const visit = (p) => {
		if (seen.has(p))
			return;
		seen.add(p);
		for (const word of p.words)
			find(p, word).forEach(visit);
	};
	from.forEach(visit);
	return seen;
}

/** Where the bracket that opens at text[from] closes. */
function closing(code, from) {
	let depth = 0;
	for (let i = from; i < code.length; i++) {
		depth += (code[i] === '(') - (code[i] === ')');
		if (depth === 0)
			return i;
	}
	return code.length;
}

/** Strings one after the other as C puts them together, macros of text among them; what is not known is a "?". */
function joined(idx, p, text, code, deep = 0) {
	let out = '';
	for (let i = 0; i < text.length;) {
		const string = /^"((?:[^"\\\n]|\\.)*)"/.exec(text.slice(i));
		const word = /^[A-Za-z_]\w*/.exec(code.slice(i));
		if (string) {
			out += string[1];
			i += string[0].length;
		} else if (word) {
			const macro = idx.find(p, word[0]).find((m) => m.macro);
			i += word[0].length;
			out += macro && deep < 8 ? ofMacro(idx, macro, deep + 1) : '?';
			if (code[i] === '(')
				i = closing(code, i) + 1;
		} else {
			i++;
		}
	}
	return out;
}

function ofMacro(idx, m, deep) {
	const head = /^#\s*define\s+\w+(\([^)]*\))?/.exec(m.code)[0].length;
	return joined(idx, m, m.text.slice(head), m.code.slice(head), deep);
}

/** The statements of a piece: { line, sql }. */
export function statements(idx, p) {
	const found = [];
	for (const m of p.code.matchAll(/\bSQL\(/g)) {
		const from = m.index + m[0].length;
		const to = closing(p.code, from - 1);
		const sql = joined(idx, p, p.text.slice(from, to), p.code.slice(from, to)).replace(/\s+/g, ' ').trim();
		if (p.macro !== 'SQL')
			found.push({ line: p.line + lineOf(p.text, m.index) - 1, sql });
	}
	return found;
}

/** Text without what stands in brackets or quotes, and without those. */
function outermost(sql) {
	let depth = 0;
	return sql.replace(/'[^']*'/g, "''").replace(/[()]|[^()]+/g, (part) => {
		if (part === '(' || part === ')') {
			depth += part === '(' ? 1 : -1;
			return part === '(' && depth === 1 ? '()' : '';
		}
		return depth > 0 ? '' : part;
	});
}

/** Of "a x JOIN b y ON ...": the tables by the names they go by. */
function tablesOf(refs) {
	const named = new Map();
	const tables = refs.matchAll(
		/(?:^|,|JOIN )\s*(\w+|\?)(?:\(\))?(?: (?!ON\b|USING\b|FORCE\b|SET\b|JOIN\b|LEFT\b|STRAIGHT_JOIN\b)(\w+))?/g);
	for (const [, table, alias] of tables)
		named.set(alias ?? table, table);
	return named;
}

/** An UPDATE of several tables writes those whose columns it sets. */
function updated(sql) {
	const [, refs, sets] = /^UPDATE (.*?)\bSET\b(.*)$/.exec(outermost(sql)) ?? ['', '', ''];
	const named = tablesOf(refs);
	const columns = sets.split(/\bWHERE\b|\bORDER BY\b|\bLIMIT\b/)[0];
	const tables = [...columns.matchAll(/(?:^|,)\s*(?:(\w+)\.)?\w+\s*=/g)].map(([, alias]) =>
		alias ? named.get(alias) : named.size === 1 ? [...named.values()][0] : undefined);
	return tables.length ? [...new Set(tables.map((table) => table ?? '?'))] : ['?'];
}

/** The tables that a statement writes; "?" when that cannot be read. */
export function written(sql) {
	const one = /^(?:INSERT(?: IGNORE)?|REPLACE|DELETE)(?: INTO| FROM) (\w+|\?)/.exec(sql);
	if (one)
		return [one[1]];
	const several = /^DELETE (\w+) FROM (.*)/.exec(sql);
	if (several)
		return [tablesOf(outermost(several[2]).split(/\bWHERE\b/)[0]).get(several[1]) ?? '?'];
	if (/^UPDATE\b/.test(sql))
		return updated(sql);
	return /^(INSERT|REPLACE|DELETE|TRUNCATE|LOAD|ALTER|DROP|CREATE|GRANT|REVOKE|\?)/.test(sql) ? ['?'] : [];
}
