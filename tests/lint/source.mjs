// source.mjs - what the rules about C share: a file without comments and strings, its lines, its functions.

const isC = (file) => /\.[ch]$/.test(file.path);

/** Whether a file is ours to hold to the rules of C: the library, the programs, the unit tests. */
export const cFiles = (tree) => tree.filter(isC);

/** The text with comments, and on demand the inside of strings, as spaces: every line keeps its number. */
export function blank(text, strings) {
	const blanks = (s) => s.replace(/[^\n]/g, ' ');
	return text.replace(/\/\*[\s\S]*?\*\/|\/\/[^\n]*|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'/g, (part) => {
		if (part[0] === '/')
			return blanks(part);
		return strings ? part[0] + blanks(part.slice(1, -1)) + part[0] : part;
	});
}

/** Calls f(line, number, match) for each match of a global pattern. */
export function eachMatch(text, pattern, f) {
	for (const match of text.matchAll(pattern))
		f(lineOf(text, match.index), match);
}

export function lineOf(text, index) {
	let line = 1;
	for (let i = text.indexOf('\n'); i >= 0 && i < index; i = text.indexOf('\n', i + 1))
		line++;
	return line;
}

/**
 * Functions as { name, own, from, to, body, text }: a line that is `{` alone up to the line that is `}` alone. The body is
 * without comments and strings, the text as it stands; own: static.
 */
export function functions(text) {
	const plain = text.split('\n');
	const lines = blank(text, true).split('\n');
	const found = [];
	for (let from = 0; from < lines.length; from++) {
		if (lines[from].trimEnd() !== '{')
			continue;
		const to = lines.findIndex((line, i) => i > from && /^\}/.test(line));
		let head = from;
		let said = '';
		while (head > 0 && !/^[A-Za-z]\w*[^;{}]*\(/.test(said) && lines[head - 1].trim() !== '')
			said = `${lines[--head]} ${said}`;
		const name = /(\w+)\s*\(/.exec(said);
		if (name && to > from)
			found.push({ name: name[1], own: /^\s*static\b/.test(said), from: from + 1, to: to + 1,
				body: lines.slice(from, to).join('\n'), text: plain.slice(from, to).join('\n') });
	}
	return found;
}

/** shared/data/db_stmt.c is of module db, as db.c and db_inside.h are. */
export function ofModule(path, module) {
	const name = /([^/]+)\.[ch]$/.exec(path)[1];
	return name === module || name.startsWith(`${module}_`);
}
