// c.mjs - rules about C: who may include whom, what may not be called, how long things may be.
import { blank, cFiles, eachMatch, functions, lineOf, ofModule } from './source.mjs';

const FILE_LINES = 400;
const FUNCTION_LINES = 60;
const TAB = 8;

const includes = (file) => {
	const found = [];
	eachMatch(blank(file.text, false), /^[ \t]*#[ \t]*include[ \t]*(["<])([^">]+)[">]/gm,
		(line, m) => found.push({ line, own: m[1] === '"', name: m[2] }));
	return found;
};
const program = (path) => /^cgi\/([^/]+)\//.exec(path)?.[1];
const shared = (tree) => tree.filter((file) => /^shared\/.*\.[ch]$/.test(file.path));

/** Calls f(file, include, say) for each include; say(text) makes a finding. */
function perInclude(files, f) {
	const findings = [];
	for (const file of files)
		for (const inc of includes(file))
			f(file, inc, (text) => findings.push({ path: file.path, line: inc.line, text }));
	return findings;
}

const roomOf = (path) => /^shared\/([^/]+)\/[^/]+$/.exec(path)?.[1];

/** A file of the library looks into its own room and into those below it. */
function includeOrder(tree) {
	const height = (room) => tree.rooms.indexOf(room);
	const roomsOf = new Map(shared(tree).map((file) => [file.path.split('/').pop(), roomOf(file.path)]));
	const findings = shared(tree).filter((file) => height(roomOf(file.path)) < 0)
		.map((file) => ({ path: file.path, line: 1, text: `in none of the rooms ${tree.rooms.join(' ')}` }));
	return findings.concat(perInclude(shared(tree).filter((f) => height(roomOf(f.path)) >= 0), (file, inc, say) => {
		const from = roomOf(file.path);
		const to = roomsOf.get(inc.name);
		if (inc.own && inc.name.includes('/'))
			say(`"${inc.name}": headers of the library are included by their bare names`);
		else if (inc.own && to === undefined)
			say(`"${inc.name}" is not of the library`);
		else if (inc.own && height(to) > height(from))
			say(`${from}/ may not include ${to}/: order.txt`);
	}));
}

/** shared/NAME_inside.h and shared/secret_keys.h are for their module's own files. */
function insideHeaders(tree) {
	return perInclude(cFiles(tree), (file, inc, say) => {
		if (!inc.own || !/(_inside|_keys)\.h$/.test(inc.name))
			return;
		const owner = inc.name.replace(/_(inside|keys)\.h$/, '');
		if (!file.path.startsWith('shared/') || !ofModule(file.path, owner))
			say(`"${inc.name}" is for ${owner} alone`);
	});
}

function fences(tree) {
	const files = cFiles(tree).filter((file) => /^(shared|cgi)\//.test(file.path));
	return perInclude(files, (file, inc, say) => {
		for (const [header, owners] of tree.fences) {
			if (inc.own && inc.name !== header || !inc.name.startsWith(header))
				continue;
			const ours = (owner) => owner.includes('/') ? file.path.startsWith(owner) :
				file.path.startsWith('shared/') && ofModule(file.path, owner);
			if (!owners.some(ours))
				say(`<${inc.name}> is for ${owners.join(', ') || 'nobody'} alone`);
		}
	});
}

/** A program sees its own folder and the library; the verifier not even that. */
function programsApart(tree) {
	const library = new Set(shared(tree).map((file) => file.path.split('/').pop()));
	const all = new Set(tree.map((file) => file.path));
	const files = cFiles(tree).filter((file) => program(file.path));
	return perInclude(files, (file, inc, say) => {
		const own = all.has(`cgi/${program(file.path)}/${inc.name}`);
		if (/\b(cgi|shared)\/|\.\.\//.test(inc.name))
			say(`"${inc.name}" leaves the program's folder`);
		else if (inc.own && !own && (program(file.path) === 'zyz-verify' || !library.has(inc.name)))
			say(`"${inc.name}" is neither of this program nor of the library`);
	});
}

/** What was typed comes through form.c: cleaned, counted, kept for the page that is made again. */
function rawFields(tree) {
	const door = /^shared\/web\/(form(_\w+)?|edit(_\w+)?|request|session|app(_\w+)?|multipart)\.[ch]$/;
	const files = cFiles(tree).filter((file) => /^(cgi|shared)\//.test(file.path) && !door.test(file.path));
	return perMatch(files, /\bbody_field\s*\(|\bq(?:->|\.)body\b/g, () => 'a field is read by a rule of form.h');
}

function perMatch(files, pattern, text, strings = true) {
	const findings = [];
	for (const file of files)
		eachMatch(blank(file.text, strings), pattern,
			(line, m) => findings.push({ path: file.path, line, text: text(m) }));
	return findings;
}

const bannedCalls = (tree) => perMatch(cFiles(tree),
	/\b(strcpy|strcat|sprintf|vsprintf|gets|strtok|atoi|atol|atoll|atof|system|popen|alloca|mktemp|tmpnam)\s*\(/g,
	(m) => `${m[1]}() is banned`);

/**
 * SQL is a literal: no other initialiser of a statement, no change of its text, no direct query. zyz-verify shares no
 * code with what it checks, and so has a door of its own.
 */
function sqlLiteral(tree) {
	// The floors of the benches are what the library is measured against, and so use none of it.
	const door = /^(shared\/data\/db(_\w+)?|cgi\/zyz-verify\/database|tests\/bench\/(floor|replay|asked))\.[ch]$/;
	const files = cFiles(tree).filter((file) => !door.test(file.path));
	const findings = [
		...perMatch(files, /\bmysql_\w+\s*\(/g, (m) => `${m[0]}): only db talks to the server`),
		...perMatch(files, /(?:\.|->)\s*sql\s*=[^=]/g, () => 'the text of a statement is set'),
		...perMatch(files, /\bstruct stmt\s+\w+\s*=\s*(?!\s|SQL\s*\()/g, () => 'a statement without SQL("...")'),
	];
	for (const file of files.filter((f) => !f.path.startsWith('tests/')))
		eachMatch(blank(file.text, true), /\bSQL\s*\(\s*(\w+)/g, (line, m) => {
			const part = new RegExp(`^#define ${m[1]}[\\s\\\\]+"`, 'm').test(file.text);
			if (m[1] !== 'ROW_SELECT' && !part)
				findings.push({ path: file.path, line, text: `SQL(${m[1]}: not a literal` });
		});
	return findings;
}

const long = /\.(c|h|cs|mjs|js)$/;

function fileLength(tree) {
	return tree.filter((file) => long.test(file.path))
		.map((file) => ({ path: file.path, line: file.text.replace(/\n$/, '').split('\n').length }))
		.filter((f) => f.line > FILE_LINES)
		.map((f) => ({ ...f, text: `${f.line} lines, over ${FILE_LINES}` }));
}

function functionLength(tree) {
	const findings = [];
	for (const file of cFiles(tree))
		for (const f of functions(file.text))
			if (f.to - f.from + 1 > FUNCTION_LINES)
				findings.push({ path: file.path, line: f.from,
					text: `${f.name}(): ${f.to - f.from + 1} lines, over ${FUNCTION_LINES}` });
	return findings;
}

function width(line) {
	let n = 0;
	for (const ch of line)
		n += ch === '\t' ? TAB - n % TAB : 1;
	return n;
}

function columns(tree) {
	return cFiles(tree).flatMap((file) => file.text.split('\n')
		.map((line, i) => ({ path: file.path, line: i + 1, n: width(line) }))
		.filter((f) => f.n > tree.columns)
		.map((f) => ({ ...f, text: `${f.n} columns, over ${tree.columns}` })));
}

/** Headers are guarded and open with a comment that says what they are. */
function headerOpening(tree) {
	return cFiles(tree).filter((file) => file.path.endsWith('.h')).flatMap((file) => {
		const name = file.path.split('/').pop();
		const guard = /#ifndef (\w+)\n#define \1\n/.exec(file.text);
		const opening = file.text.trimStart().startsWith('/*') && file.text.slice(0, 200).includes(`${name} - `);
		const at = guard ? lineOf(file.text, guard.index) : 1;
		return guard && opening ? [] : [{ path: file.path, line: opening ? at : 1,
			text: guard ? `does not open with "${name} - what it is"` : 'has no include guard' }];
	});
}

// once: one finding is printed for each file, with the number of the others.
export const rules = [
	{ name: 'include-order', check: includeOrder },
	{ name: 'inside-headers', check: insideHeaders },
	{ name: 'fences', check: fences },
	{ name: 'programs-apart', check: programsApart },
	{ name: 'banned-calls', check: bannedCalls },
	{ name: 'sql-literal', check: sqlLiteral },
	{ name: 'raw-fields', check: rawFields },
	{ name: 'file-length', check: fileLength },
	{ name: 'function-length', check: functionLength },
	{ name: 'columns', check: columns, once: true },
	{ name: 'header-opening', check: headerOpening },
];
