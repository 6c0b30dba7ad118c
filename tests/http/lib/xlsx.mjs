// xlsx.mjs - the cells of an XLSX file's first sheet as rows of texts; numbers stay numbers. Enough for what we write.
import { deflateRawSync, inflateRawSync } from 'node:zlib'

/** name -> Buffer of a zip file, read by its central directory. */
export function unzip(zip) {
	const files = new Map()
	let at = zip.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'))
	const count = zip.readUInt16LE(at + 10)
	at = zip.readUInt32LE(at + 16)
	for (let i = 0; i < count; i++) {
		const [method, size] = [zip.readUInt16LE(at + 10), zip.readUInt32LE(at + 20)]
		const [name, extra, comment] = [28, 30, 32].map((o) => zip.readUInt16LE(at + o))
		const local = zip.readUInt32LE(at + 42)
		const begin = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
		const data = zip.subarray(begin, begin + size)
		files.set(zip.toString('utf8', at + 46, at + 46 + name), method === 8 ? inflateRawSync(data) : data)
		at += 46 + name + extra + comment
	}
	return files
}

/** CRC-32 of a buffer; node's own is of a later one. */
function crc(buffer) {
	let c = ~0
	for (const byte of buffer) {
		c ^= byte
		for (let i = 0; i < 8; i++) c = (c >>> 1) ^ (c & 1 ? 0xedb88320 : 0)
	}
	return ~c >>> 0
}

/** A zip of name -> text. */
export function zip(files) {
	const parts = [], central = []
	let at = 0
	for (const [name, text] of Object.entries(files)) {
		const content = Buffer.from(text), data = deflateRawSync(content), path = Buffer.from(name)
		const head = Buffer.alloc(26)
		head.writeUInt16LE(20)
		head.writeUInt16LE(8, 4)
		for (const [i, n] of [crc(content), data.length, content.length].entries()) head.writeUInt32LE(n, 10 + 4 * i)
		head.writeUInt16LE(path.length, 22)
		const where = Buffer.alloc(14)
		where.writeUInt32LE(at, 10)
		const made = Buffer.from([20, 0])
		parts.push(Buffer.from('PK\x03\x04', 'latin1'), head, path, data)
		central.push(Buffer.from('PK\x01\x02', 'latin1'), made, head, where, path)
		at += 30 + path.length + data.length
	}
	const list = Buffer.concat(central), tail = Buffer.alloc(18)
	for (const o of [4, 6]) tail.writeUInt16LE(Object.keys(files).length, o)
	tail.writeUInt32LE(list.length, 8)
	tail.writeUInt32LE(at, 12)
	return Buffer.concat([...parts, list, Buffer.from('PK\x05\x06', 'latin1'), tail])
}

/** A workbook with these rows, as spreadsheets write it: texts in a table of their own. */
export function workbook(rows) {
	const safe = (s) => String(s).replace(/[&<>]/g, (c) => `&#${c.charCodeAt(0)};`)
	const texts = [...new Set(rows.flat())]
	return zip({
		'xl/workbook.xml': '<workbook/>',
		'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${rows.map((row, y) => `<row r="${y + 1}">${row.map((s, x) =>
			`<c r="${String.fromCharCode(65 + x)}${y + 1}" t="s"><v>${texts.indexOf(s)}</v></c>`).join('')}</row>`).join('')}</sheetData></worksheet>`,
		'xl/sharedStrings.xml': `<sst>${texts.map((s) => `<si><t>${safe(s)}</t></si>`).join('')}</sst>`,
	})
}

const plain = (xml) => xml.replace(/<[^>]*>/g, '').replace(/&(lt|gt|amp|quot|apos);/g,
	(_, n) => ({ lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" })[n])

export function cells(zip) {
	const files = unzip(zip)
	const strings = [...(files.get('xl/sharedStrings.xml')?.toString() ?? '').matchAll(/<si>(.*?)<\/si>/gs)].map((m) => plain(m[1]))
	const sheet = files.get('xl/worksheets/sheet1.xml').toString()
	return [...sheet.matchAll(/<row [^>]*>(.*?)<\/row>/gs)].map(([, row]) => {
		const cols = []
		for (const [, letters, attrs, inner = ''] of row.matchAll(/<c r="([A-Z]+)\d+"([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)) {
			const v = /<v>(.*?)<\/v>/.exec(inner)?.[1]
			const text = /t="s"/.test(attrs) ? strings[Number(v)] : /t="inlineStr"/.test(attrs) ? plain(inner) : undefined
			cols[[...letters].reduce((n, c) => n * 26 + c.charCodeAt(0) - 64, 0) - 1] = text ?? (v === undefined ? '' : Number(v))
		}
		return Array.from(cols, (c) => c ?? '')
	})
}
