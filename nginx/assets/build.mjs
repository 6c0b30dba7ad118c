/* build.mjs OUT - makes the static files that every page loads.
 *
 * scss/NAME.scss becomes OUT/NAME.css, js/NAME.js becomes OUT/NAME.js, each error of ../static/errors.json becomes
 * OUT/error-STATUS.html. OUT/version is a short hash of all of it: pages ask for NAME?v=HASH, so the files may be
 * cached for a year. Each file has a .gz beside it, for nginx's gzip_static.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import * as esbuild from 'esbuild';
import * as sass from 'sass';

/* WeChat's and 360's browsers on old phones and on Windows 7 are at least this. */
const target = ['chrome78', 'safari12'];
const here = dirname(fileURLToPath(import.meta.url));
const out = process.argv[2];
if (!out) {
	console.error('usage: build.mjs OUT');
	process.exit(2);
}

const named = (folder, ext) => readdirSync(join(here, folder))
	.filter((f) => f.endsWith(ext) && !f.startsWith('_')).sort();

/* The Sass command of this version wants a newer Node than Debian's; its API does not. */
async function style(file) {
	const { css } = sass.compile(join(here, 'scss', file), {
		style: 'expanded', charset: false,
	});
	const r = await esbuild.transform(css, { loader: 'css', target, minify: true, legalComments: 'inline' });
	return [file.replace('.scss', '.css'), plainFirst(r.code)];
}

/* Kernels that know no custom properties take the value that stands before: color:#000;color:var(--ink). */
function plainFirst(css) {
	const tokens = new Map([...css.matchAll(/(--[\w-]+):([^;{}]+)/g)].reverse().map((m) => [m[1], m[2]]));
	return css.replace(/(?<=[{;])([\w-]+):([^;{}]*var\(--[^;{}]*)/g, (all, name, value) =>
		`${name}:${value.replace(/var\((--[\w-]+)\)/g, (one, token) => tokens.get(token) ?? one)};${all}`);
}

/* What one audience loads before it sees anything. */
const MOST = 12 * 1024;
function small(name, gzipped) {
	if (name.endsWith('.css') && gzipped.length > MOST)
		throw new Error(`${name} has ${gzipped.length} bytes gzipped, more than ${MOST}`);
	return gzipped;
}

async function script(file) {
	const r = await esbuild.build({
		entryPoints: [join(here, 'js', file)], bundle: true, write: false, format: 'iife', target, minify: true,
	});
	return [file, r.outputFiles[0].text];
}

/* nginx's own answers, when no program could give one. */
function errorPages() {
	const folder = join(here, '..', 'static');
	const page = readFileSync(join(folder, 'error.html'), 'utf8');
	const texts = JSON.parse(readFileSync(join(folder, 'errors.json'), 'utf8'));
	return Object.entries(texts).map(([status, t]) => [`error-${status}.html`,
		page.replace(/\{(\w+)\}/g, (_, name) => ({ status, ...t })[name])]);
}

/* An audit pack is one file, read without a network: its script stands in it (cgi/activity/pack.c puts the data in). */
const scripts = await Promise.all(named('js', '.js').map(script));
const pack = ['pack.html', readFileSync(join(here, '..', 'static', 'pack.html'), 'utf8')
	.replace('{script}', () => scripts.find(([name]) => name === 'pack.js')[1].replaceAll('</script', '<\\/script'))];

/* What people see of a page that was passed on to them in WeChat: a heart, white on green. */
const share = readFileSync(join(here, '..', 'static', 'share.png'));
const files = [
	...await Promise.all(named('scss', '.scss').map(style)),
	...scripts.filter(([name]) => name !== 'pack.js'),
	pack,
	...errorPages(),
	['share.png', share],
];
const hash = createHash('sha256');
rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
for (const [name, text] of files) {
	hash.update(`${basename(name)}\0${text}\0`);
	writeFileSync(join(out, name), text);
	writeFileSync(join(out, `${name}.gz`), small(name, gzipSync(text, { level: 9 })));
}
/* Last, as make takes it for the sign that all is there. */
writeFileSync(join(out, 'version'), `${hash.digest('hex').slice(0, 10)}\n`);
