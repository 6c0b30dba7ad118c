// manual.mjs - the manual page of a command names each word of the command's tables, and no other.
import { blank, eachMatch } from './source.mjs';

/** A table of words in C (`commands[] = {`) and how the manual lists one. */
const TABLES = [
	{ rows: /\bcommands\[\] = \{$([\s\S]*?)^\};/gm, item: /^\.It Cm (\S+)/gm },
	{ rows: /\boptions\[\] = \{$([\s\S]*?)^\};/gm, item: /^\.It Fl (\S+)/gm },
];
const WORD = /^\t\{ "-?([a-z-]+)",/gm;

/** Calls f(word, line) for each row of the tables that match. */
function eachRow(file, pattern, f) {
	eachMatch(blank(file.text, false), pattern, (first, [, rows]) =>
		eachMatch(rows, WORD, (line, [, word]) => f(word, first + line - 1)));
}

function compare(program, page, table) {
	const words = new Map();
	const items = new Map();
	eachRow(program, table.rows, (word, line) => words.set(word, line));
	eachMatch(page.text, table.item, (line, [, word]) => items.set(word, line));
	const lacking = (from, to, path, what) => [...from].filter(([word]) => !to.has(word))
		.map(([word, line]) => ({ path, line, text: `${word}: ${what}` }));
	return [...lacking(words, items, program.path, `not in ${page.path}`),
		...lacking(items, words, page.path, `no such word in ${program.path}`)];
}

/** docs/man/NAME.N beside cgi/NAME/NAME.c. */
function manual(tree) {
	return tree.filter((file) => /^docs\/man\/[^/]+\.[18]$/.test(file.path)).flatMap((page) => {
		const name = /([^/]+)\.\d$/.exec(page.path)[1];
		const program = tree.find((file) => file.path === `cgi/${name}/${name}.c`);
		return program ? TABLES.flatMap((table) => compare(program, page, table)) :
			[{ path: page.path, line: 1, text: 'of no program' }];
	});
}

/** Every command has its page. */
function manualThere(tree) {
	const commands = tree.filter((file) => /^cgi\/(zyz-[a-z]+)\/\1\.c$/.test(file.path));
	return commands.filter((file) => !tree.some((page) =>
		/^docs\/man\/([^/]+)\.[18]$/.exec(page.path)?.[1] === file.path.split('/')[1]))
		.map((file) => ({ path: file.path, line: 1, text: 'has no page in docs/man' }));
}

export const rules = [
	{ name: 'manual', check: (tree) => [...manual(tree), ...manualThere(tree)] },
];
