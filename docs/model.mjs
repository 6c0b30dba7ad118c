// model.mjs - the data model as one page: the schema tells it itself, areas.txt puts the tables in order.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import { diagram } from './diagram.mjs';
import { esc, link, table } from './html.mjs';

/** Rows of a SELECT of one JSON_OBJECT. */
function ask(sql) {
	return execFileSync('mariadb', ['--no-defaults', `--socket=${process.env.DB_SOCKET}`,
		'--default-character-set=utf8mb4', '-BN', '--raw', process.env.DB_NAME ?? 'zyz', '-e', sql],
	{ encoding: 'utf8', maxBuffer: 1 << 26 }).split('\n').filter(Boolean).map((line) => JSON.parse(line));
}

/** Rows by their table. */
const group = (rows) => rows.reduce((map, row) => map.set(row.table, [...map.get(row.table) ?? [], row]), new Map());

/** Tables by name: { name, comment, columns, links, uniques }. */
function schema() {
	const tables = ask(`SELECT JSON_OBJECT('name', table_name, 'comment', table_comment)
		FROM information_schema.tables WHERE table_schema = DATABASE() AND table_type = 'BASE TABLE'
		ORDER BY table_name`);
	const columns = group(ask(`SELECT JSON_OBJECT('table', table_name, 'name', column_name, 'type', column_type,
		'empty', is_nullable = 'YES', 'comment', column_comment)
		FROM information_schema.columns WHERE table_schema = DATABASE() ORDER BY table_name, ordinal_position`));
	const links = group(ask(`SELECT JSON_OBJECT('table', table_name, 'column', column_name, 'to', referenced_table_name)
		FROM information_schema.key_column_usage WHERE table_schema = DATABASE() AND referenced_table_name IS NOT NULL
		ORDER BY table_name, constraint_name, ordinal_position`));
	const uniques = group(ask(`SELECT JSON_OBJECT('table', table_name,
		'columns', GROUP_CONCAT(column_name ORDER BY seq_in_index SEPARATOR ', '))
		FROM information_schema.statistics WHERE table_schema = DATABASE() AND non_unique = 0
		GROUP BY table_name, index_name ORDER BY table_name, index_name <> 'PRIMARY', index_name`));
	return new Map(tables.map((t) => [t.name, { ...t, columns: columns.get(t.name), links: links.get(t.name) ?? [],
		uniques: (uniques.get(t.name) ?? []).map((u) => u.columns) }]));
}

const lines = (path) => fs.existsSync(path) ?
	fs.readFileSync(path, 'utf8').split('\n').filter((line) => line.trim() && !line.startsWith('#')) : [];

/** table -> the program that owns it, or the module of the library, as sql/owners.txt tells. */
const owners = () => new Map(lines('sql/owners.txt').map((line) => line.trim().split(/\s+/)).filter(([word]) => word === 'table')
	.map(([, name, program, module]) => [name, program === '-' ? module : program]));

/** [title, names of tables]; what areas.txt does not know comes last. A name that is no table is a mistake. */
function areas(tables) {
	const left = new Set(tables.keys());
	const found = lines('docs/areas.txt').map((line) => {
		const [title, names] = line.split(':');
		const own = names.trim().split(/\s+/);
		for (const name of own)
			if (!left.delete(name))
				throw new Error(`docs/areas.txt: ${name} is no table, or stands twice`);
		return [title, own];
	});
	return left.size ? [...found, ['other tables', [...left]]] : found;
}

const anchor = (title) => title.split(/[^a-z ]/)[0].trim().replaceAll(' ', '-');

function show(t, owner, referring) {
	const columns = t.columns.map((c) => {
		const to = t.links.filter((l) => l.column === c.name).map((l) => ` → ${link(`#${l.to}`, l.to)}`).join('');
		const personal = /(?<!非)个人:/.test(c.comment) ? ' <b class="tag">personal</b>' : '';
		return [`${esc(c.name)}${to}`, `${esc(c.type)}${c.empty ? ' <span class="soft">or NULL</span>' : ''}`,
			`${esc(c.comment)}${personal}`];
	});
	const said = [owner && `Written by ${esc(owner)}.`,
		t.uniques.length && `Unique: ${t.uniques.map((u) => `<code>${esc(u)}</code>`).join('; ')}.`,
		referring.length && `Referred to by ${referring.map((name) => link(`#${name}`, name)).join(', ')}.`];
	return `<h3 id="${esc(t.name)}">${esc(t.name)}</h3>\n<p>${esc(t.comment)}\n` +
		table(['column', 'type', 'meaning'], columns) + `<p class="soft">${said.filter(Boolean).join(' ')}\n`;
}

/** Writes model.html; how many tables there are. */
export function model(write) {
	const tables = schema();
	const owner = owners();
	const referring = (name) => [...tables.values()].filter((t) => t.links.some((l) => l.to === name))
		.map((t) => t.name);
	const all = areas(tables);
	const contents = all.map(([title, names]) => `<li>${link(`#area-${anchor(title)}`, title)}: ` +
		names.map((name) => link(`#${name}`, name)).join(', '));
	const parts = all.map(([title, names]) => `<h2 id="area-${anchor(title)}">${esc(title)}</h2>\n` +
		diagram(names.map((name) => tables.get(name))) +
		names.map((name) => show(tables.get(name), owner.get(name), referring(name))).join(''));
	write('model.html', 'Data model', `<p>An arrow goes from the table that refers to the one referred to; a dashed box is
a table of another area. Arrows to region, station, person, staff and document are drawn in their own area alone.
<ul>\n${contents.join('\n')}\n</ul>\n${parts.join('')}`);
	return tables.size;
}
