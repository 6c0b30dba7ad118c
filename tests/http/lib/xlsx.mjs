// xlsx.mjs - the cells of an XLSX file's first sheet as rows of texts; numbers stay numbers. Enough for what we write.
import { inflateRawSync } from 'node:zlib'

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
