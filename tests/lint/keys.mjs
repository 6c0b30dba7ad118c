// keys.mjs - a declared list (list.h) is read by keys that have exactly its orders: every way's key is one of the schema,
// and its columns are those of WHERE that are equal to something, the way's own filter, the way's column, the id.
import { lineOf } from './source.mjs';

const migration = (file) => /^sql\/\d{4}_\w+\.sql$/.test(file.path);

/** "(a, b(10), id)" → ["a", "b", "id"] */
const columns = (text) => text.split(',').map((c) => c.trim().replace(/\(.*/, ''));

/** table → key → columns, as all migrations leave them. */
function keysOf(tree) {
	const tables = new Map();
	for (const file of tree.filter(migration).sort((a, b) => (a.path < b.path ? -1 : 1)))
		for (const [, table, body] of file.text.replace(/--.*$/gm, '').replace(/'(?:[^'\\]|''|\\.)*'/g, "''")
			.matchAll(/\b(?:CREATE TABLE(?: IF NOT EXISTS)?|ALTER TABLE(?: IF EXISTS)?)\s+(\w+)([^;]*);/g)) {
			const keys = tables.get(table) ?? tables.set(table, new Map()).get(table);
			for (const [, drop, name, listed] of body.matchAll(
				/\b(DROP )?(?:UNIQUE )?KEY(?: IF (?:NOT )?EXISTS)? (\w+)(?:\s*\(((?:[^()]|\(\d+\))+)\))?/g))
				if (drop)
					keys.delete(name);
				else if (listed)
					keys.set(name, columns(listed));
		}
	return tables;
}

/** Texts that headers and the file itself name, for declarations that use them: ACTIVITY_DUE_SQL. */
function textsOf(tree, file) {
	const texts = [file, ...tree.filter((f) => /^shared\/.*\.h$/.test(f.path))]
		.flatMap((f) => [...f.text.matchAll(/^#define (\w+)\s+(".*")$/gm)].map(([, name, text]) => [name, text]));
	return (text) => texts.reduce((all, [name, own]) => all.replace(new RegExp(`\\b${name}\\b`, 'g'), own), text);
}

/** The parts of a list's declaration, by the ends of their names; a part is all lines up to one without a backslash. */
function listsOf(text, expand) {
	const parts = {};
	for (const m of text.matchAll(/^#define (\w+)_(TABLE|WHERE|FILTERS|WAYS|ID|FEW)\b((?:.*\\\n)*.*)$/gm))
		(parts[m[1]] ??= {})[m[2]] = { text: expand(m[3]).replace(/"\s*\\?\n?\s*"/g, ''), at: m.index };
	return Object.values(parts).filter((p) => p.WAYS && p.TABLE);
}

/** Columns of the alias that a condition holds equal to one value. */
const equals = (alias, cond) => [...cond.matchAll(new RegExp(`\\b${alias}\\.(\\w+) (?:<=>|=) (?!${alias}\\.)`, 'g'))].map((m) => m[1]);

function wrong(tables, list, way) {
	const [table, alias] = /"(\w+) (\w+)"/.exec(list.TABLE.text).slice(1);
	const [, , lead, column, key] = way;
	const found = tables.get(table)?.get(key);
	if (!found)
		return `${table} has no key ${key}`;
	const filter = new RegExp(`F\\(\\w+, ${lead},\\s*\\\\?\\s*"([^"]*)"`).exec(list.FILTERS?.text ?? '')?.[1] ?? '';
	const id = /"\w+\.(\w+)"/.exec(list.ID.text)[1];
	const of = column.replace(`${alias}.`, '');
	const equal = new Set([...equals(alias, list.WHERE.text), ...equals(alias, filter)]);
	let i = 0;
	while (equal.has(found[i]) && found[i] !== of)
		i++;
	if (of !== id && found[i++] !== of)
		return `${key} (${found.join(', ')}) is not in the order of ${of}`;
	if (found[i] !== undefined && found[i] !== id)
		return `${key} (${found.join(', ')}) has ${found[i]} before ${id}`;
	return null;
}

/** The server sorts by a column that a filter holds equal to one value: such an order has a way of its own, by id. */
function equalled(list, way) {
	const [, sort, lead, column] = way;
	const cond = `"${column} = `;
	return lead === 'any' && list.FILTERS?.text.includes(cond) && column !== JSON.parse(/"[^"]+"/.exec(list.ID.text)[0])
		&& !new RegExp(`S\\(L, ${sort}, ${/F\(\w+, (\w+),\s*\\?\s*$/.exec(list.FILTERS.text.split(cond)[0])?.[1]},`).test(list.WAYS.text)
		? `the sort ${sort} has no way for the filter of ${column}` : null;
}

function ways(tree) {
	const tables = keysOf(tree);
	const says = [];
	for (const file of tree.filter((f) => /^cgi\/.*\.c$/.test(f.path)))
		for (const list of listsOf(file.text, textsOf(tree, file)).filter((l) => !l.FEW))
			for (const way of list.WAYS.text.matchAll(/S\(L, (\w+), (\w+),\s*\\?\s*"([^"]+)",\s*\\?\s*"([^"]+)"\)/g)) {
				const text = wrong(tables, list, way) ?? equalled(list, way);
				if (text)
					says.push({ path: file.path, line: lineOf(file.text, file.text.indexOf(way[0], list.WAYS.at)), text });
			}
	return says;
}

export const rules = [{ name: 'list-keys', check: ways }];
