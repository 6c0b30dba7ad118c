// headers.mjs - every header compiles alone: it includes what it uses, so that the order of includes is free.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const top = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const foreign = spawnSync('pkg-config', ['--cflags', 'libmariadb', 'pangocairo'], { encoding: 'utf8' }).stdout ?? '';
const rooms = fs.readdirSync(path.join(top, 'shared'));
const flags = ['-std=c11', '-D_GNU_SOURCE', ...rooms.map((room) => `-Ishared/${room}`), '-isystem', '/usr/include/ClearSilver',
	...foreign.split(/\s+/).filter(Boolean), '-x', 'c', '-fsyntax-only', '-'];

function alone(tree) {
	return tree.filter((file) => /^(shared|cgi)\/[^/]+\/[^/]+\.h$/.test(file.path)).flatMap((file) => {
		const run = spawnSync('gcc', [`-I${path.dirname(file.path)}`, ...flags],
			{ cwd: top, input: file.text, encoding: 'utf8' });
		const error = /<stdin>:(\d+):.*?error: (.*)/.exec(run.stderr ?? '');
		if (run.status === 0)
			return [];
		return [{ path: file.path, line: Number(error?.[1] ?? 1), text: error?.[2] ?? 'does not compile' }];
	});
}

export const rules = [{ name: 'headers-alone', check: alone }];
