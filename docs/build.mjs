// build.mjs OUT - writes the documents into the folder OUT: the data model out of the database's own comments, the JSON of
// every page out of the tests' fixtures, the manual pages as HTML, and an index.
//
// From the environment: DB_SOCKET and DB_NAME (zyz) say which database, migrated; BUILD where the manual pages are.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { esc, link, page } from './html.mjs';
import { model } from './model.mjs';
import { pages } from './pages.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
process.chdir(path.dirname(here));

const out = process.argv[2];
if (!out || !process.env.DB_SOCKET) {
	console.error('usage: DB_SOCKET=path node docs/build.mjs OUT');
	process.exit(2);
}

function write(name, title, body) {
	fs.writeFileSync(path.join(out, name), page(title, body));
}

/** Manual pages as HTML; their names, "zyz.conf.5". */
function manual() {
	const folder = path.join(process.env.BUILD ?? 'build', 'man');
	const names = fs.readdirSync(folder).sort();
	for (const name of names) {
		const body = execFileSync('mandoc', ['-T', 'html', '-O', 'fragment,man=%N.%S.html', path.join(folder, name)],
			{ encoding: 'utf8' });
		write(`${name}.html`, name.replace(/\.(\d)$/, '($1)'), body);
	}
	return names;
}

function index(tables, fixtures, names) {
	const pagesOf = names.map((name) => `<li>${link(`${name}.html`, name.replace(/\.(\d)$/, '($1)'))}`);
	const shelf = ['README.md', 'README.zh-CN.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'SECURITY.md', 'LICENSE'];
	return `<p>Made by <code>make docs</code> from what is there: nothing in here is written by hand.
<ul>
<li>${link('model.html', 'Data model')}: ${tables} tables by area, their columns and what refers to what, as the
	schema's comments tell it.
<li>${link('pages.html', 'Pages as JSON')}: what each page holds (${fixtures} examples). The same address answers it
	to <code>Accept: application/json</code>.
</ul>
<h2 id="manual">Manual</h2>
<ul>${pagesOf.join('\n')}</ul>
<h2>In the source tree</h2>
<p>${shelf.map((name) => `<code>${esc(name)}</code>`).join(', ')}; what a header of <code>shared/</code> owns and one
example stand at its top.
`;
}

fs.rmSync(out, { recursive: true, force: true });
fs.mkdirSync(out, { recursive: true });
fs.copyFileSync(path.join(here, 'style.css'), path.join(out, 'style.css'));
const tables = model(write);
const fixtures = pages(write);
const names = manual();
write('index.html', '志愿站', index(tables, fixtures, names));
