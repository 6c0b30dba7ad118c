// diagram.mjs - which tables refer to which, as a drawing: whoever refers stands to the right of what it refers to.
import { esc } from './html.mjs';

const BOX = { width: 168, height: 30, right: 90, below: 16, edge: 4 };
/** Nearly everything refers to these: their arrows would hide the others. */
const EVERYWHERE = new Set(['region', 'station', 'person', 'staff', 'document']);

/** Pairs [from, to] worth drawing. */
function arrows(tables) {
	const own = new Set(tables.map((t) => t.name));
	const seen = new Set();
	return tables.flatMap((t) => t.links.map((l) => [t.name, l.to])).filter(([from, to]) => {
		const wanted = from !== to && (own.has(to) || !EVERYWHERE.has(to)) && !seen.has(`${from} ${to}`);
		seen.add(`${from} ${to}`);
		return wanted;
	});
}

/** A table's column in the drawing: one more than the furthest of those it refers to. */
function ranks(names, pairs) {
	const rank = new Map();
	const of = (name, path) => {
		if (rank.has(name) || path.includes(name))
			return rank.get(name) ?? 0;
		const below = pairs.filter(([from]) => from === name).map(([, to]) => of(to, [...path, name]) + 1);
		rank.set(name, Math.max(0, ...below));
		return rank.get(name);
	};
	names.forEach((name) => of(name, []));
	return rank;
}

/** Places of the boxes: each beside the middle of what it refers to, as far as there is room. */
function places(names, pairs) {
	const rank = ranks(names, pairs);
	const at = new Map();
	for (let column = 0; column <= Math.max(...rank.values()); column++) {
		const middle = (name) => {
			const rows = pairs.filter(([from, to]) => from === name && at.has(to)).map(([, to]) => at.get(to).row);
			return rows.length ? rows.reduce((a, b) => a + b) / rows.length : Infinity;
		};
		names.filter((name) => rank.get(name) === column).sort((a, b) => (middle(a) - middle(b)) || 0)
			.forEach((name, row) => at.set(name, { column, row }));
	}
	return at;
}

const x = (place) => BOX.edge + place.column * (BOX.width + BOX.right);
const y = (place) => BOX.edge + place.row * (BOX.height + BOX.below);

function box(name, place, other) {
	return `<a href="#${esc(name)}"${other ? ' class="other"' : ''}><rect x="${x(place)}" y="${y(place)}" ` +
		`width="${BOX.width}" height="${BOX.height}" rx="4"/><text x="${x(place) + BOX.width / 2}" ` +
		`y="${y(place) + BOX.height / 2 + 5}">${esc(name)}</text></a>\n`;
}

function arrow(from, to) {
	const [ax, ay] = [x(from), y(from) + BOX.height / 2];
	const [bx, by] = [x(to) + BOX.width, y(to) + BOX.height / 2];
	return `<path d="M${ax} ${ay} C${ax - 45} ${ay} ${bx + 45} ${by} ${bx} ${by}" marker-end="url(#head)"/>\n`;
}

/** The tables of an area as SVG. */
export function diagram(tables) {
	const pairs = arrows(tables);
	const own = tables.map((t) => t.name);
	const names = [...new Set([...own, ...pairs.map(([, to]) => to)])];
	const at = places(names, pairs);
	const width = Math.max(...[...at.values()].map(x)) + BOX.width + BOX.edge;
	const height = Math.max(...[...at.values()].map(y)) + BOX.height + BOX.edge;
	return `<svg viewBox="0 0 ${width} ${height}" width="${width}" role="img" aria-label="relations">
<marker id="head" markerWidth="8" markerHeight="8" refX="7" refY="4" orient="auto"><path d="M1 1 7 4 1 7"/></marker>
${pairs.map(([from, to]) => arrow(at.get(from), at.get(to))).join('')}` +
		`${names.map((name) => box(name, at.get(name), !own.includes(name))).join('')}</svg>\n`;
}
