// sure.mjs - what ends something is asked first (SURE), or stands in sure.txt with the reason why it need not be.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { programs, routesOf } from './programs.mjs';

const ENDS = /\/(void|end|revoke|erase|cancel|close|drop|remove|issue|withdraw|stop|down|disable|unperson|lend-end|role-end)$/;
const here = path.dirname(fileURLToPath(import.meta.url));
const free = new Set(fs.readFileSync(path.join(here, 'sure.txt'), 'utf8').split('\n')
	.filter((line) => line.startsWith('/')).map((line) => line.split(/\s/)[0]));

/** The word under Lang.PROGRAM.Sure of a path, as app_ask.c makes it. */
const wordOf = (route) => route.split('/').slice(2).filter((part) => !part.startsWith('{')).join('_').replaceAll('-', '_');

function asked(tree) {
	const says = [];
	const words = tree.find((file) => file.path === 'templates/lang/zh/sure.hdf')?.text ?? '';
	for (const [name, files] of programs(tree))
		for (const row of routesOf(files).filter((r) => r.method === 'POST')) {
			const sure = /\bSURE\b/.test(row.flags);
			const say = (text) => says.push({ path: row.file, line: row.line, text: `POST ${row.path}: ${text}` });
			if (!sure && ENDS.test(row.path) && !free.has(row.path))
				say('ends something and is not SURE, nor in tests/lint/sure.txt');
			const block = new RegExp(`^Lang\\.${name}\\.Sure \\{\\n([^]*?)^\\}`, 'm').exec(words)?.[1] ?? '';
			if (sure && !block.includes(`\t${wordOf(row.path)} {`))
				say(`no words Lang.${name}.Sure.${wordOf(row.path)}`);
		}
	return says;
}

export const rules = [{ name: 'asks-first', check: asked }];
