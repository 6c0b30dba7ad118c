// routes.mjs - every address of every program, read from the route tables in their sources, so that a test of all pages
// knows of a page the moment it is written.
//
//	getRoutes()        // [{ app: 'needs', path: '/needs/ledger', flags: 'STAFF' }, ...]
import { readFileSync, readdirSync } from 'node:fs'

const CGI = new URL('../../../cgi/', import.meta.url).pathname
const ROW = /\{\s*"GET"\s*,\s*"([^"]+)"\s*,\s*([A-Z_ |]+?)\s*,/g

function sources() {
	return readdirSync(CGI, { withFileTypes: true })
		.filter((entry) => entry.isDirectory())
		.flatMap(({ name }) => readdirSync(CGI + name).filter((file) => file.endsWith('.c')).map((file) => [name, `${CGI}${name}/${file}`]))
}

/** The rows with GET; flags as they stand in the table. */
export const getRoutes = () =>
	sources().flatMap(([app, file]) =>
		Array.from(readFileSync(file, 'utf8').replaceAll(/\/\*.*?\*\//g, '').matchAll(ROW), ([, path, flags]) => ({ app, path, flags }))
	)
