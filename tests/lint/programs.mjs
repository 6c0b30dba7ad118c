// programs.mjs - rules about the programs' tables of routes.
import { blank, eachMatch, functions } from './source.mjs';

const ROUTE = /\{\s*"([A-Z]+)"\s*,\s*"([^"]*)"\s*,\s*([^,}]+),\s*(\w+)\s*(?:,\s*(\w+)\s*)?\}/g;
const WRITES = /\b(db_exec|db_change|db_affect|db_tx|move_to)\s*\(/;

const AUDIENCES = ['PUBLIC', 'WECHAT', 'VOLUNTEER', 'STAFF', 'APPROVER', 'MANAGER', 'OVERSEER',
	'SIGNED_IN'];

/** Rows of route tables of one program: { file, line, method, path, flags, handler, again, note }. */
export function routesOf(files) {
	const rows = [];
	for (const file of files) {
		const lines = file.text.split('\n');
		eachMatch(blank(file.text, false), ROUTE, (line, [, method, path, flags, handler, again]) => rows.push({
			file: file.path, line, method, path, flags, handler, again, note: lines[line - 1] }));
	}
	return rows;
}

export function programs(tree) {
	const found = new Map();
	for (const file of tree) {
		const name = /^cgi\/([^/]+)\/[^/]+\.c$/.exec(file.path)?.[1];
		if (name)
			found.set(name, [...(found.get(name) ?? []), file]);
	}
	for (const file of tree.filter((f) => /^cgi\/[^/]+\/[^/]+\.h$/.test(f.path)))
		found.get(file.path.split('/')[1])?.push(file);
	return [...found];
}

const perProgram = (tree, f) => programs(tree).flatMap(([name, files]) => f(name, files, routesOf(files)));
const finding = (row, text) => ({ path: row.file, line: row.line, text: `${row.method} ${row.path}: ${text}` });

/** The audiences of app.h, and names a program gives to several of them together. */
function audiences(files) {
	const names = new Set(AUDIENCES);
	for (const file of files)
		eachMatch(blank(file.text, true), /^#define\s+(\w+)\s+(.*)$/gm, (line, m) => {
			if (AUDIENCES.some((word) => new RegExp(`\\b${word}\\b`).test(m[2])))
				names.add(m[1]);
		});
	return names;
}

/**
 * The text of a row's handler and of all functions of its program that it calls, directly or not; on demand with strings.
 * A name means the function of the same file, else the one that other files may call; names of structs and members
 * mean none.
 */
export function reach(files, strings = false) {
	const all = files.flatMap((file) => functions(file.text).map((f) => ({ ...f, path: file.path })));
	const named = new Map();
	all.forEach((f) => named.set(f.name, [...named.get(f.name) ?? [], f]));
	const meant = (name, path) => named.get(name)?.find((f) => f.path === path) ??
		named.get(name)?.find((f) => !f.own);
	return (row) => {
		const seen = new Set();
		const visit = (f) => {
			if (!f || seen.has(f))
				return;
			seen.add(f);
			for (const [, called] of f.body.matchAll(/(?<!struct |\.|->)\b([a-z_]\w*)\b/g))
				visit(meant(called, f.path));
		};
		visit(meant(row.handler, row.file));
		return [...seen].map((f) => strings ? f.text : f.body).join('\n');
	};
}

/** A route is GET or POST, names one audience, and lies under its program's location. */
function routes(tree) {
	return perProgram(tree, (name, files, rows) => rows.flatMap((row, i) => {
		const names = audiences(files);
		const says = [];
		if (!['GET', 'POST'].includes(row.method))
			says.push('only GET and POST');
		if (row.flags.match(/\w+/g).filter((word) => names.has(word)).length !== 1)
			says.push('names not exactly one audience');
		if (name !== 'station' && !row.path.startsWith(`/${name}/`))
			says.push(`not under /${name}/`);
		if (rows.findIndex((r) => r.method === row.method && r.path === row.path) !== i)
			says.push('stands twice');
		return says.map((text) => finding(row, text));
	}));
}

/** Who has no session sends a form key: NO_CSRF is for PUBLIC posts whose handler checks one. */
function csrfRoutes(tree) {
	return perProgram(tree, (name, files, rows) => {
		const all = reach(files);
		return rows.flatMap((row) => {
			const open = /\bPUBLIC\b/.test(row.flags);
			const excused = /\bNO_CSRF\b/.test(row.flags);
			if (excused && (row.method !== 'POST' || !open))
				return [finding(row, 'NO_CSRF is for POST of people without a session')];
			if (excused && !/\bform_key_uid\s*\(/.test(all(row)) && !/key: \w/.test(row.note))
				return [finding(row, `${row.handler}() does not call form_key_uid(), nor says "key:" why`)];
			return [];
		});
	});
}

/** What GET reaches changes nothing, or its row says so: a comment "writes: why" on the same line. */
function getReads(tree) {
	return perProgram(tree, (name, files, rows) => {
		const posts = new Set(rows.filter((row) => row.method === 'POST').map((row) => row.handler));
		const all = reach(files);
		return rows.filter((row) => row.method === 'GET' && !/writes: \w/.test(row.note)).flatMap((row) => {
			if (posts.has(row.handler))
				return [finding(row, `${row.handler}() also serves a POST`)];
			const write = WRITES.exec(all(row));
			return write ? [finding(row, `${row.handler}() calls ${write[1]}()`)] : [];
		});
	});
}

/** The audience word of a row; what a program named itself stands for its own words. */
const roles = { PUBLIC: ['PUBLIC'], SIGNED_IN: ['PUBLIC', 'SIGNED_IN'], STAFF: ['PUBLIC', 'SIGNED_IN', 'STAFF'],
	WECHAT: ['PUBLIC', 'SIGNED_IN', 'WECHAT'], VOLUNTEER: ['PUBLIC', 'SIGNED_IN', 'WECHAT', 'VOLUNTEER'],
	APPROVER: ['PUBLIC', 'SIGNED_IN', 'STAFF', 'APPROVER'],
	MANAGER: ['PUBLIC', 'SIGNED_IN', 'STAFF', 'APPROVER', 'MANAGER'], OVERSEER: ['PUBLIC', 'SIGNED_IN', 'OVERSEER'] };
const audienceOf = (row, names) => row.flags.match(/\w+/g).find((word) => names.has(word));
const mayAlso = (from, to) => from && (roles[from] ?? [from]).includes(to);

/**
 * A POST that may be rejected names the page that shows its form: a GET of the same table, for the same people, whose
 * {parts} come first among its own. It calls no page itself; and such a page fills its form only the first time.
 */
function formPages(tree) {
	return perProgram(tree, (name, files, rows) => {
		const names = audiences(files);
		const all = reach(files);
		const texts = reach(files, true);
		const gets = new Map(rows.filter((row) => row.method === 'GET').map((row) => [row.handler, row]));
		const parts = (row) => row.path.match(/\{\w+\}/g) ?? [];
		return rows.flatMap((row) => {
			const body = all(row);
			const page = gets.get(row.again);
			const called = [...gets.keys()].find((get) => new RegExp(`\\b${get}\\s*\\(`).test(body));
			const says = [];
			if (row.method === 'GET')
				return row.again ? [finding(row, 'only a POST has a page to show again')] : [];
			if (called)
				says.push(`${row.handler}() calls the page ${called}(): return ERR_FORM`);
			if (!row.again && /\bERR_FORM\b/.test(body))
				says.push('may be rejected, and names no page');
			if (row.again && !page)
				says.push(`${row.again}() is no GET of this table`);
			if (page && !parts(page).every((part, i) => parts(row)[i] === part))
				says.push(`${page.path} has other parts`);
			if (page && !mayAlso(audienceOf(row, names), audienceOf(page, names)))
				says.push(`${page.path} is for other people`);
			const fills = page && texts({ ...row, handler: row.again });
			if (fills && /"Form[."]/.test(fills) && !/\bform_again\s*\(/.test(fills))
				says.push(`${row.again}() fills the form without form_again(): what was typed is lost`);
			return says.map((text) => finding(row, text));
		});
	});
}

/** Who calls whom between the .c files of a program: [from, to, line, name], once for each pair. */
function callsBetween(files) {
	const owner = new Map(files.flatMap((file) => functions(file.text).filter((f) => !f.own)
		.map((f) => [f.name, file.path])));
	const calls = new Map();
	for (const file of files) {
		const text = blank(file.text, true);
		const here = new Set(functions(file.text).map((f) => f.name));
		eachMatch(text, /(?<!struct |\.|->)\b([a-z_]\w*)\b/g, (line, [, word]) => {
			const to = owner.get(word);
			if (to && to !== file.path && !here.has(word) && !calls.has(`${file.path} ${to}`))
				calls.set(`${file.path} ${to}`, { from: file.path, to, line, name: word });
		});
	}
	return [...calls.values()];
}

/** The .c files of a program point one way: what two of them need of each other is a third. */
function noCircles(tree) {
	return programs(tree).flatMap(([, files]) => {
		const calls = callsBetween(files.filter((file) => file.path.endsWith('.c')));
		const leads = (from, to, seen = new Set()) => from === to || !seen.has(from) && seen.add(from) &&
			calls.some((call) => call.from === from && leads(call.to, to, seen));
		return calls.filter((call) => leads(call.to, call.from)).map((call) => ({ path: call.from, line: call.line,
			text: `${call.name}() of ${call.to.split('/').pop()}, which leads back here` }));
	});
}

/** `make bench-grow` asks every GET page: for an address with {parts} its list says which row stands for them. */
function benchPages(tree) {
	const list = tree.find((file) => file.path === 'tests/bench/grow/pages.mjs');
	if (!list)
		return [];
	const rows = perProgram(tree, (name, files, own) => own).filter((row) => row.method === 'GET' && /\{/.test(row.path));
	const named = new Map();
	eachMatch(list.text, /^\t'([^']*\{[^']*)': \{/gm, (line, [, path]) => named.set(path, line));
	const missing = rows.filter((row) => !named.has(row.path)).map((row) => finding(row, `not in ${list.path}`));
	const gone = [...named].filter(([path]) => !rows.some((row) => row.path === path))
		.map(([path, line]) => ({ path: list.path, line, text: `no GET route ${path}` }));
	return [...missing, ...gone];
}

export const rules = [
	{ name: 'form-pages', check: formPages },
	{ name: 'no-circles', check: noCircles },
	{ name: 'bench-pages', check: benchPages },
	{ name: 'routes', check: routes },
	{ name: 'csrf-routes', check: csrfRoutes },
	{ name: 'get-reads', check: getReads },
];
