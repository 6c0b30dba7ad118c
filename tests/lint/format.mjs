// format.mjs - C looks as .clang-format says, and SQL is laid out by clause: one to a line.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { blank, cFiles, lineOf } from './source.mjs';

const top = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const CLAUSE = /^(FROM|JOIN|LEFT JOIN|STRAIGHT_JOIN|WHERE|AND|OR|GROUP BY|HAVING|ORDER BY|LIMIT|SET|VALUES|UNION)$/;

/** Files as they are on disk; a canary is given to clang-format as it stands. */
function clangFormat(tree) {
	const args = ['--dry-run', '-Werror', '--ferror-limit=1'];
	const files = cFiles(tree);
	const disk = files.filter((file) => file.onDisk).map((file) => file.path);
	const runs = files.filter((file) => !file.onDisk).map((file) =>
		[[...args, `--assume-filename=${file.path}`], file.text.replace(/^\n/, ''), file.path]);
	for (let i = 0; i < disk.length; i += 100)
		runs.push([[...args, ...disk.slice(i, i + 100)], '']);
	return runs.flatMap(([flags, input, as]) => {
		const said = spawnSync('clang-format', flags, { cwd: top, input, encoding: 'utf8' });
		if (said.error)
			return [{ path: '.clang-format', line: 1, text: 'clang-format is not there' }];
		return [...said.stderr.matchAll(/^(.+?):(\d+):\d+: error: /gm)].map((m) =>
			({ path: as ?? m[1], line: Number(m[2]) + (as ? 1 : 0), text: 'run clang-format -i on it' }));
	});
}

/** Strings and macros of one SQL( ): [line, text] for each line of the file. */
function statements(file) {
	const code = blank(file.text, true);
	const found = [];
	for (const m of code.matchAll(/\bSQL\(/g)) {
		const from = code.lastIndexOf('\n', m.index) + 1;
		if (/^\s*#/.test(code.slice(from, m.index)) || code.slice(0, from).endsWith('\\\n'))
			continue;
		let depth = 1;
		let end = m.index + m[0].length;
		for (; depth > 0 && end < code.length; end++)
			depth += (code[end] === '(') - (code[end] === ')');
		found.push({ line: lineOf(file.text, m.index), text: file.text.slice(m.index + 4, end - 1) });
	}
	return found;
}

/** Clauses at the statement's own depth that stand in the middle of a line. */
function inside(first, text) {
	let depth = 0;
	let quoted = false;
	let between = false;
	for (const [word] of text.matchAll(/'|\(|\)|\b(?:LEFT JOIN|GROUP BY|ORDER BY|[A-Z_]+)\b/g)) {
		if (word === "'")
			quoted = !quoted;
		if (quoted)
			continue;
		depth = Math.max(0, depth + (word === '(' || word === 'CASE') - (word === ')' || word === 'END'));
		if (depth === 0 && word === 'BETWEEN')
			between = true;
		else if (between && word === 'AND')
			between = false;
		else if (depth === 0 && CLAUSE.test(word) && !(/^(AND|OR)$/.test(word) && /^(SELECT|SET|UPDATE)$/.test(first)))
			return word;
	}
	return undefined;
}

function sqlLayout(tree) {
	return cFiles(tree).filter((file) => !file.path.startsWith('tests/')).flatMap((file) =>
		statements(file).flatMap((s) => {
			const lines = s.text.split('\n');
			if (lines[0].trim() !== '')
				return [{ path: file.path, line: s.line, text: 'SQL( begins on the next line' }];
			return lines.flatMap((line, i) => {
				const text = (/^\t+"(.*)"$/.exec(line)?.[1] ?? '').trim();
				const first = /^(?:DELETE FROM|LEFT JOIN|GROUP BY|ORDER BY|ON DUPLICATE KEY UPDATE|[A-Z_]+)\b/.exec(text);
				const wrapped = /^\t+" {7}/.test(line);
				const word = first && !wrapped && !/DUPLICATE/.test(text) && !/ ON /.test(text) && inside(first[0], text.slice(first[0].length));
				return word ? [{ path: file.path, line: s.line + i, text: `${word} begins a line of its own` }] : [];
			});
		}));
}

export const rules = [
	{ name: 'clang-format', check: clangFormat },
	{ name: 'sql-layout', check: sqlLayout },
];
