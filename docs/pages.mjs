// pages.mjs - what every page holds, from the fixtures that the tests render (tests/unit/golden/pages): the page's
// addresses, its nodes with their type and an example, and one example whole.
import fs from 'node:fs';
import path from 'node:path';
import { programs, reach, routesOf } from '../tests/lint/programs.mjs';
import { asJson, readHdf } from './hdf.mjs';
import { esc, link, table } from './html.mjs';

const FIXTURES = 'tests/unit/golden/pages';
const SHOWN = 80;

const read = (file) => fs.readFileSync(file, 'utf8');
const files = (folder, pattern) => fs.readdirSync(folder).filter((name) => pattern.test(name)).sort();

/** What lies under Page in a fixture. */
const nodesOf = (file) => asJson(readHdf(read(file), file).get('Page') ?? new Map());

/** "needs/ledger" -> [{ name: "ledger@empty", page: {...} }], the plain fixture first. */
function fixtures() {
	const found = new Map();
	const folders = fs.readdirSync(FIXTURES, { withFileTypes: true }).filter((entry) => entry.isDirectory());
	for (const folder of ['.', ...folders.map((entry) => entry.name).sort()])
		for (const file of files(path.join(FIXTURES, folder), /\.hdf$/)) {
			const name = path.join(folder, file.replace(/\.hdf$/, ''));
			const of = name.split('@')[0];
			found.set(of, [...found.get(of) ?? [], { name, page: nodesOf(path.join(FIXTURES, folder, file)) }]);
		}
	return [...found].map(([name, all]) => [name, all.sort((a, b) => a.name.length - b.name.length)]);
}

/** Template -> routes whose handler reaches it, "GET /needs/ledger". */
function addresses() {
	const tree = fs.readdirSync('cgi').flatMap((name) => files(`cgi/${name}`, /\.[ch]$/)
		.map((file) => ({ path: `cgi/${name}/${file}`, text: read(`cgi/${name}/${file}`) })));
	const found = new Map();
	for (const [, own] of programs(tree)) {
		const text = reach(own, true);
		for (const row of routesOf(own))
			for (const [, template] of text(row).matchAll(/"([\w/]+)\.cs"/g))
				found.set(template, (found.get(template) ?? new Set()).add(`${row.method} ${row.path}`));
	}
	return (name) => [...found.get(name) ?? []].sort();
}

const kind = (values) => values.every((value) => /^(0|-?[1-9]\d*)$/.test(value)) ? 'number' : 'text';

/** A place in the documents: list.h names nodes after each list's own filters and sorts. */
export const placed = (at) => at.replace(/^(List\.(?:Filter|Sort))\.\w+/, '$1.{name}');

/** What stands at the ends of several examples, by path: [path, values], "Needs[].no". */
function leaves(examples) {
	const found = new Map();
	const visit = (value, at) => {
		if (typeof value === 'string')
			found.set(placed(at), [...found.get(placed(at)) ?? [], value]);
		else if (Array.isArray(value))
			value.forEach((item) => visit(item, `${at}[]`));
		else
			Object.entries(value).forEach(([name, child]) => visit(child, at ? `${at}.${name}` : name));
	};
	examples.forEach((example) => visit(example, ''));
	return [...found].sort(([a], [b]) => a < b ? -1 : 1);
}

const short = (text) => [...text].length > SHOWN ? `${[...text].slice(0, SHOWN).join('')} …` : text;

function nodes(examples) {
	return table(['node', 'type', 'example'], leaves(examples).map(([at, values]) =>
		[esc(at), kind(values), esc(short(values.find((value) => value !== '') ?? ''))]));
}

function show(name, examples, routes) {
	const said = routes.length ? routes.map((route) => `<code>${esc(route)}</code>`).join(', ') :
		'wherever it is needed';
	const made = examples.map((example) => `<code>${esc(example.name)}</code>`).join(', ');
	return `<h3 id="${esc(name)}">${esc(name)}</h3>\n<p>${said}\n` + nodes(examples.map((example) => example.page)) +
		`<details><summary>JSON of ${esc(examples[0].name)}</summary>
<pre>${esc(JSON.stringify({ Page: examples[0].page }, null, 2))}</pre></details>
<p class="soft">Examples: ${made}.\n`;
}

const AS = 'tests/unit/golden/as';
/** The nodes that every page has, whoever looks at it; and those of every page with a list. */
const everywhere = () => files(AS, /^(?!fields|rows|list)\w+\.hdf$/).map((file) => nodesOf(path.join(AS, file)));
const listed = () => [nodesOf(path.join(AS, 'list.hdf'))];

/** For the tests: the paths that the fixtures know for each address, "GET /needs/ledger" -> Set. */
export function forms() {
	const routes = addresses();
	const common = leaves([...everywhere(), ...listed()]).map(([at]) => at);
	const found = new Map();
	for (const [name, examples] of fixtures())
		for (const route of routes(name))
			found.set(route, new Set([...found.get(route) ?? common,
				...leaves(examples.map((example) => example.page)).map(([at]) => at)]));
	return found;
}

/** Writes pages.html; how many examples there are. */
export function pages(write) {
	const all = fixtures();
	const routes = addresses();
	const folders = [...new Set(all.map(([name]) => path.dirname(name)))];
	const of = (folder) => all.filter(([name]) => path.dirname(name) === folder);
	const title = (folder) => folder === '.' ? 'every program' : folder;
	const contents = folders.map((folder) => `<li>${link(`#in-${title(folder).replace(' ', '-')}`, title(folder))}: ` +
		of(folder).map(([name]) => link(`#${name}`, path.basename(name))).join(', '));
	const parts = folders.map((folder) => `<h2 id="in-${title(folder).replace(' ', '-')}">${esc(title(folder))}</h2>\n` +
		of(folder).map(([name, examples]) => show(name, examples, routes(name))).join(''));
	write('pages.html', 'Pages as JSON', `<p>With <code>Accept: application/json</code> an address answers
<code>{"Page": {...}}</code>: what the page would show to the same viewer, no more and no less. <code>[]</code> is an array.
A node without a value is left out. "number" says that every example is a whole number: it is a JSON number where the
database holds one, and text where it is a code. A POST shows its page when the form was refused (422), otherwise it
answers 303 with the next address. <code>Csrf</code> goes with every POST.
<ul>\n${contents.join('\n')}\n</ul>
<h2 id="every">On every page</h2>\n${nodes(everywhere())}
<h2 id="lists">On every page with a list</h2>\n${nodes(listed())}${parts.join('')}`);
	return all.flatMap(([, examples]) => examples).length;
}
