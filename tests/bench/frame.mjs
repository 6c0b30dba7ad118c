// frame.mjs BASE DIR - writes head.html and foot.html of the product's list page to DIR, for the PHP twin: what comes
// before its table and after it, with marks where the person stands.
import fs from 'node:fs'
const [, , base, dir] = process.argv
const cookie = /"(zyz=[^"]*)"/.exec(fs.readFileSync(`${dir}/list.lua`, 'utf8'))[1]
const html = await (await fetch(`${base}/needs/surveys`, { headers: { Cookie: cookie, Accept: 'text/html' } })).text()
const from = html.indexOf('<table')
const to = html.indexOf('</table>')
if (from < 0 || to < from) throw new Error('the list page has no table')
let head = html.slice(0, from)
for (const what of [/李伟/, /杜桥街道胜利社区志愿服务站/, /[0-9a-f]{32}/]) head = head.replace(what, '@@')
fs.writeFileSync(`${dir}/head.html`, head)
fs.writeFileSync(`${dir}/foot.html`, html.slice(to + '</table>'.length))
process.exit(0)
