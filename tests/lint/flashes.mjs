// flashes.mjs - what a POST says it did (?done=WORD) has its text where notices.cs reads it: Lang.PROGRAM.Done.WORD of the
// program whose page is shown next, or Lang.Done.WORD. A word that is put together is followed to the literals that it may be:
// those of the call, of what is assigned to the variable, of what callers hand in. Where they are not in the folder (a
// column, a fault), one text that begins in the same way is asked for.
import { blank, functions, lineOf } from './source.mjs';
import { known } from './texts.mjs';

const WORD = /^[a-z_]+$/;

/** The texts of an expression that may be its value: not what it compares with. */
const words = (expr) => [...expr.replace(/\b(?:str_eq|str_in|got)\([^()]*(?:\([^()]*\)[^()]*)*\)/g, '').matchAll(/"([^"]*)"/g)]
	.map((m) => m[1]).filter((word) => WORD.test(word));

/** The arguments of a call: the text behind its opening bracket, at commas of the first depth. */
function args(text, from) {
	const found = [''];
	for (let i = from, depth = 0, quoted = false; i < text.length; i++) {
		const c = text[i];
		if (c === '"' && text[i - 1] !== '\\')
			quoted = !quoted;
		if (!quoted && c === ')' && depth === 0)
			break;
		if (!quoted && c === ',' && depth === 0) {
			found.push('');
			continue;
		}
		if (!quoted)
			depth += '([{'.includes(c) ? 1 : ')]}'.includes(c) ? -1 : 0;
		found[found.length - 1] += c;
	}
	return found.map((arg) => arg.trim());
}

/** What a variable of a function may be: assigned in it, or handed in by those who call it. */
function variable(name, fn, head, folder) {
	const set = [...fn.matchAll(new RegExp(`\\b${name} = ([^;]*);`, 'g'))].flatMap((m) => words(m[1]));
	const takes = args(head.text, head.at).findIndex((arg) => new RegExp(`\\b${name}$`).test(arg));
	const given = takes < 0 ? [] : folder.flatMap((text) =>
		[...text.matchAll(new RegExp(`\\b${head.name}\\(`, 'g'))].flatMap((m) =>
			words(args(text, m.index + m[0].length)[takes] ?? '')));
	return [...set, ...given];
}

/** What a function of the folder answers. */
const answers = (name, folder) => folder.flatMap((text) => functions(text).filter((f) => f.name === name)
	.flatMap((f) => [...f.text.matchAll(/\breturn ([^;]*);/g)].flatMap((m) => words(m[1]))));

function heads(text, fn) {
	const lines = text.split('\n').slice(0, fn.from - 1).join('\n');
	const at = lines.lastIndexOf(`${fn.name}(`);
	return { name: fn.name, text: lines, at: at + fn.name.length + 1 };
}

/** Every ?done= of a file: { line, program, prefix, may }; may: the words that follow the prefix, null: nobody knows. */
function flashes(text, folder) {
	const found = [];
	const all = functions(text);
	for (const m of text.matchAll(/"([^"\n]*)[?&]done=([a-z_]*)(%s)?[^"\n]*"/g)) {
		const line = lineOf(text, m.index);
		const at = { line, program: /^\/(?=[^%]|$)(\w*)/.exec(m[1])?.[1], prefix: m[2], may: [''] };
		found.push(at);
		if (!m[3])
			continue;
		const fn = all.find((f) => f.from <= line && line <= f.to);
		const nth = (m[1].match(/%s/g) ?? []).length;
		const rest = args(text, m.index + m[0].length + 1);
		const value = rest[nth] ?? '';
		at.may = words(value);
		const call = /^(\w+)\(/.exec(value)?.[1];
		if (/^\w+$/.test(value) && fn)
			at.may = variable(value, fn.text, heads(text, fn), folder);
		else if (call && !at.may.length)
			at.may = answers(call, folder);
		if (!at.may.length)
			at.may = null;
	}
	return found;
}

function shown(tree) {
	const keys = known(tree);
	const all = [...keys].filter((key) => /^Lang\.(\w+\.)?Done\./.test(key));
	const findings = [];
	const files = tree.filter((f) => /^(cgi|shared)\/.*\.c$/.test(f.path)).map((f) => ({ path: f.path, text: blank(f.text, false) }));
	for (const file of files) {
		const folder = files.filter((f) => f.path.replace(/[^/]*$/, '') === file.path.replace(/[^/]*$/, '')).map((f) => f.text);
		for (const { line, program, prefix, may } of flashes(file.text, folder)) {
			const places = (key) => (program === undefined ? all.filter((k) => k.endsWith(`.Done.${key}`))
				: [`Lang.${program || 'station'}.Done.${key}`, `Lang.Done.${key}`]).some((k) => keys.has(k));
			for (const word of may ?? [])
				if (!places(prefix + word))
					findings.push({ path: file.path, line, text: `?done=${prefix}${word} says nothing: no Lang.${program ?? 'NAME'}.Done.${prefix}${word}` });
			if (!may && !all.some((k) => k.startsWith(`Lang.${program}.Done.${prefix}`)))
				findings.push({ path: file.path, line, text: `?done=${prefix}%s says nothing: no Lang.${program}.Done begins so` });
		}
	}
	return findings;
}

export const rules = [{ name: 'flashes', check: shown }];
