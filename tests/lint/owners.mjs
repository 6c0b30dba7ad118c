// owners.mjs - sql/owners.txt is true: each table has one owner, nobody else writes it, and each program has the rights
// that its code can use and no others.
import { index, reach, statements, written } from './reach.mjs';
import { ofModule } from './source.mjs';

const LIST = 'sql/owners.txt';
const folder = (path) => /^cgi\/([^/]+)\//.exec(path)?.[1];
/** Commands run as the owner of the schema. */
const command = (program) => program.startsWith('zyz-');

/** The lines of owners.txt by their first word: [{ line, words }]. */
function read(tree) {
	const kinds = { table: [], rights: [], coming: [], except: [], other: [] };
	const file = tree.find((f) => f.path === LIST);
	(file?.text ?? '').split('\n').forEach((text, i) => {
		const [kind, ...words] = text.replace(/#.*/, '').split(/\s+/).filter(Boolean);
		if (kind)
			(Object.hasOwn(kinds, kind) ? kinds[kind] : kinds.other).push({ line: i + 1, words });
	});
	return kinds;
}

const finding = (line, text, path = LIST) => ({ path, line, text });

/** Every statement that writes: { path, line, table, piece }. */
function writes(tree) {
	const idx = index(tree);
	return { idx, list: idx.all.flatMap((piece) => statements(idx, piece).flatMap(({ line, sql }) =>
		written(sql).map((table) => ({ piece, path: piece.file.path, line, table })))) };
}

function created(tree) {
	const made = new Map();
	const files = tree.filter((file) => /^sql\/\d{4}_\w+\.sql$/.test(file.path));
	for (const file of files.sort((x, y) => (x.path < y.path ? -1 : 1)))
		file.text.split('\n').forEach((text, i) => {
			const [, verb, table] = /^(CREATE|DROP) TABLE (?:IF (?:NOT )?EXISTS )?(\w+)/.exec(text) ?? [];
			if (verb === 'DROP') made.delete(table);
			else if (table && !made.has(table)) made.set(table, { path: file.path, line: i + 1, table });
		});
	return [...made.values()];
}

/** What the list says of itself: names that are there, none twice. */
function listed(tree, list) {
	const programs = new Set(tree.map((file) => folder(file.path)).filter(Boolean));
	const coming = new Set(list.coming.flatMap((c) => c.words));
	const tables = new Set(created(tree).map((t) => t.table));
	const modules = (name) => tree.some((file) => /^shared\/.*\.c$/.test(file.path) && ofModule(file.path, name));
	const seen = new Set();
	return [
		...list.other.map((o) => finding(o.line, 'begins with none of table, rights, coming, except')),
		...list.coming.flatMap((c) => c.words.filter((name) => programs.has(name))
			.map((name) => finding(c.line, `${name} has come`))),
		...list.table.flatMap(({ line, words: [table, program, module] }) => {
			const twice = seen.has(table);
			seen.add(table);
			if (!tables.has(table) || twice)
				return [finding(line, twice ? `${table} stands twice` : `no migration makes ${table}`)];
			if (program !== '-' && !programs.has(program) && !coming.has(program))
				return [finding(line, `there is no program ${program}`)];
			if (module === undefined ? program === '-' : !modules(module))
				return [finding(line, module ? `shared/ has no module ${module}` : `${table} has no owner`)];
			return [];
		}),
	];
}

function tableOwners(tree) {
	const list = read(tree);
	const owners = new Map(list.table.map(({ words: [table, program, module] }) => [table, { program, module }]));
	const used = new Set();
	const foreign = writes(tree).list.filter(({ path, table }) => {
		const owner = owners.get(table);
		if (owner && (folder(path) === owner.program ||
			path.startsWith('shared/') && owner.module && ofModule(path, owner.module)))
			return false;
		const excuse = list.except.find((e) => e.words[0] === path && e.words.includes(table));
		if (excuse)
			used.add(`${path} ${table}`);
		return !excuse;
	});
	const text = ({ table }) => {
		const owner = owners.get(table);
		if (table === '?')
			return 'which table this writes cannot be read';
		return owner ? `${table} is written by ${owner.program === '-' ? '' : `cgi/${owner.program}/ `}${
			owner.module ? `shared/.../${owner.module}*.c ` : ''}alone` : `${table} has no owner in ${LIST}`;
	};
	return [
		...listed(tree, list),
		...created(tree).filter(({ table }) => !owners.has(table))
			.map(({ path, line, table }) => finding(line, `${table} has no owner in ${LIST}`, path)),
		...foreign.map((w) => finding(w.line, text(w), w.path)),
		...list.except.flatMap(({ line, words: [path, ...tables] }) => tables
			.filter((table) => !used.has(`${path} ${table}`))
			.map((table) => finding(line, `${path} does not write ${table}: no exception is needed`))),
	];
}

/** What is written down as a program's rights is what its code can come to. */
function programRights(tree) {
	const list = read(tree);
	const { idx, list: all } = writes(tree);
	const programs = [...new Set(tree.map((file) => folder(file.path)).filter(Boolean))].filter((p) => !command(p));
	const given = (program) => list.rights.filter((r) => r.words[0] === program);
	return [
		...list.rights.filter((r) => !programs.includes(r.words[0]))
			.map((r) => finding(r.line, `there is no program ${r.words[0]} that needs rights`)),
		...programs.flatMap((program) => {
			const can = reach(idx, idx.all.filter((p) => folder(p.file.path) === program));
			const needs = [...new Set(all.filter((w) => can.has(w.piece)).map((w) => w.table))].sort();
			const has = given(program).flatMap((r) => r.words.slice(1));
			if (needs.join(' ') === has.join(' '))
				return [];
			const more = [...needs.filter((t) => !has.includes(t)).map((t) => `+${t}`),
				...has.filter((t) => !needs.includes(t)).map((t) => `-${t}`)].join(' ') || 'another order';
			return [finding(given(program)[0]?.line ?? 1, `${more}; write: rights ${program} ${needs.join(' ')}`)];
		}),
	];
}

export const rules = [
	{ name: 'table-owners', check: tableOwners },
	{ name: 'program-rights', check: programRights },
];
