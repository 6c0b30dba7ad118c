// lists.mjs - rules about lists that must be whole: the programs of the suite, the migrations of the schema.
import { programs } from './programs.mjs';
import { blank, lineOf } from './source.mjs';

/** templates/programs.hdf: names by kind, and the sections of the desk with the programs that they lead to. */
function readPrograms(text) {
	const kinds = {};
	for (const [, kind, names] of text.matchAll(/^\t(\w+) << END\n([^]*?)^END$/gm))
		kinds[kind] = names.split('\n').filter(Boolean);
	const desk = [...text.matchAll(/^\t(\w+) \{\n\t\tapp = (\S+)$/gm)].map(([, section, app]) => ({ section, app }));
	return { kinds, desk };
}

/** Every folder of cgi/ is in the one list as what it is, has a section of the desk that has its word, and a row in each README. */
function listed(tree) {
	const list = tree.find((file) => file.path === 'templates/programs.hdf');
	const { kinds, desk } = readPrograms(list.text);
	const words = tree.filter((file) => file.path.startsWith('templates/lang/'))
		.map((file) => /^Lang\.Nav \{\n([^]*?)^\}/m.exec(file.text)?.[1] ?? '').join('');
	const folders = new Map(programs(tree));
	const says = desk.filter(({ section }) => !new RegExp(`^\\t${section} = `, 'm').test(words))
		.map(({ section }) => ({ path: list.path, line: 1, text: `no text Lang.Nav.${section}` }));
	for (const [name, files] of folders) {
		const page = files.some((file) => /\bapp_run\s*\(/.test(blank(file.text, true)));
		const kind = page ? 'page' : name.startsWith('zyz-') ? 'command' : 'loop';
		if (!kinds[kind]?.includes(name))
			says.push({ path: list.path, line: 1, text: `${name} is not in it as a ${kind}` });
		if (page && !desk.some(({ app }) => app === name))
			says.push({ path: list.path, line: 1, text: `no section of the desk leads to ${name}` });
		for (const readme of tree.filter((file) => /^README/.test(file.path)))
			if (!readme.text.includes(`\n| \`${name}\` |`))
				says.push({ path: readme.path, line: 1, text: `has no row for ${name}` });
	}
	for (const name of [...Object.values(kinds).flat(), ...desk.map(({ app }) => app)])
		if (!folders.has(name))
			says.push({ path: list.path, line: lineOf(list.text, list.text.indexOf(name)), text: `${name} is no folder of cgi/` });
	return says;
}

/** A migration has a number of its own, and zyz-admin alone notes that it was applied. */
function migrations(tree) {
	const files = tree.filter((file) => /^sql\/[^/]+\.sql$/.test(file.path));
	const number = (file) => /^sql\/(\d{4})_[a-z0-9_]+\.sql$/.exec(file.path)?.[1];
	return files.flatMap((file, i) => {
		const noted = file.text.search(/\b(INTO|UPDATE) schema_version\b/);
		const says = [];
		if (!number(file))
			says.push({ path: file.path, line: 1, text: 'is not named NNNN_words.sql' });
		else if (files.findIndex((other) => number(other) === number(file)) !== i)
			says.push({ path: file.path, line: 1, text: `number ${number(file)} is taken` });
		if (noted >= 0)
			says.push({ path: file.path, line: lineOf(file.text, noted), text: 'notes itself: zyz-admin migrate does' });
		return says;
	});
}

export const rules = [
	{ name: 'programs-listed', check: listed },
	{ name: 'migrations', check: migrations },
];
