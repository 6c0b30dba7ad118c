// hdf.mjs - reads a fixture of a page: names and values as ClearSilver reads them, as far as fixtures use it.

/** Sets value at a path like Needs.0.no in a tree of Maps; a leaf is { value }. */
function set(tree, names, value) {
	let node = tree;
	for (const name of names.slice(0, -1)) {
		if (!(node.get(name) instanceof Map))
			node.set(name, new Map());
		node = node.get(name);
	}
	node.set(names.at(-1), value);
}

/** The tree of a text; #include lines are left out. A line that is none of HDF's is a mistake. */
export function readHdf(text, path) {
	const tree = new Map();
	const inside = [];
	const lines = text.split('\n');
	for (let i = 0; i < lines.length; i++) {
		const line = lines[i].trim();
		const set1 = /^([\w.]+)\s*=\s?(.*)$/.exec(line);
		const open = /^([\w.]+)\s*\{$/.exec(line);
		const long = /^([\w.]+)\s*<<\s*(\w+)$/.exec(line);
		const at = (name) => [...inside.flat(), ...name.split('.')];
		if (line === '' || line.startsWith('#'))
			continue;
		else if (line === '}' && inside.length)
			inside.pop();
		else if (open)
			inside.push(open[1].split('.'));
		else if (set1)
			set(tree, at(set1[1]), set1[2].trim());
		else if (long) {
			const end = lines.indexOf(long[2], i);
			set(tree, at(long[1]), `${lines.slice(i + 1, end).join('\n')}\n`);
			i = end;
		} else
			throw new Error(`${path}:${i + 1}: ${line}`);
	}
	return tree;
}

const numbered = (node) => [...node.keys()].every((name) => /^\d/.test(name));

/** As page_json.c does it: children with numbers are an array, names that begin with _ stay out. */
export function asJson(node) {
	if (!(node instanceof Map))
		return node;
	if (numbered(node))
		return [...node.values()].map(asJson);
	return Object.fromEntries([...node].filter(([name]) => !name.startsWith('_'))
		.map(([name, child]) => [name, asJson(child)]));
}
