// Articles of a station: parts with pictures that are made small and clean, a second person who says yes, a column and its pages,
// the wall of thanks.
import { assert, Client, end, guardGet, guardPost, newStaff, newVolunteer, sql, staff, status, test, value } from './lib.mjs'

const clerk = await staff('liwei'), reviewer = await staff('wangfang'), elsewhere = await staff('zhaolei')
const uidOf = (r) => /notices\/([0-9a-f]{32})/.exec(status(r, 303).location)[1]
const piece = (changes = {}) => ({ kind: 'story', title: '一碗饺子', body: '冬至那天，志愿者上门包饺子。', ...changes })
const made = async (changes, c = clerk) => uidOf(await c.submit('/station/notices/new', piece(changes)))
const at = (uid, verb) => `/station/notices/${uid}${verb ? `/${verb}` : ''}`
/** Parts in the fields of the form; do: the button. */
function fields(parts, what = 'save') {
	const f = { do: what }
	parts.forEach((p, i) => { for (const [k, v] of Object.entries(p)) f[`p${i}_${k}`] = v })
	return f
}
const save = (uid, parts, what, files = [], c = clerk) => c.upload(at(uid, 'parts'), fields(parts, what), files)
const parts = async (uid) => (status(await clerk.getJson(at(uid, 'parts')), 200).page.Parts ?? []).map(({ kind, body }) => [kind, body])
const file = (content, i = 0, name = 'IMG_1.jpg') => [{ field: `p${i}_file`, name, type: 'image/jpeg', content }]

/** A PNG of one colour but for its upper left corner. */
async function png(wide, high) {
	const { deflateSync, crc32 } = await import('node:zlib')
	const rows = Buffer.alloc((wide * 3 + 1) * high, 200)
	for (let y = 0; y < high; y++) rows[y * (wide * 3 + 1)] = 0
	for (let y = 0; y < high / 4; y++) rows.fill(10, y * (wide * 3 + 1) + 1, y * (wide * 3 + 1) + 1 + Math.floor(wide / 4) * 3)
	const chunk = (type, data) => {
		const b = Buffer.alloc(12 + data.length)
		b.writeUInt32BE(data.length, 0)
		b.write(type, 4)
		data.copy(b, 8)
		b.writeUInt32BE(crc32(b.subarray(4, 8 + data.length)), 8 + data.length)
		return b
	}
	const head = Buffer.alloc(13)
	head.writeUInt32BE(wide, 0)
	head.writeUInt32BE(high, 4)
	head.set([8, 2, 0, 0, 0], 8)
	return Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]), chunk('IHDR', head), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))])
}
/** Width and height of a JPEG. */
function sides(b) {
	for (let i = 2; i < b.length; i += 2 + b.readUInt16BE(i + 2))
		if (b[i + 1] >= 0xc0 && b[i + 1] <= 0xc2) return [b.readUInt16BE(i + 7), b.readUInt16BE(i + 5)]
}

test('parts are added, moved and removed by buttons, and each button keeps the draft', async () => {
	const uid = await made()
	status(await save(uid, [], 'add_heading'), 303)
	status(await save(uid, [{ kind: 'heading', body: '起因' }], 'add_text'), 303)
	status(await save(uid, [{ kind: 'heading', body: '起因' }, { kind: 'text', body: '老人独居。' }], 'add_list'), 303)
	const three = [{ kind: 'heading', body: '起因' }, { kind: 'text', body: '老人独居。' }, { kind: 'list', body: '和面\n擀皮' }]
	status(await save(uid, three, 'up_2'), 303)
	assert.deepEqual(await parts(uid), [['heading', '起因'], ['list', '和面\n擀皮'], ['text', '老人独居。']])
	status(await save(uid, [three[0], three[2], three[1]], 'down_0'), 303)
	status(await save(uid, [three[2], three[0], three[1]], 'remove_1'), 303)
	for (const odd of ['up_0', 'down_1', 'remove_99', 'remove_-1', 'up_', 'dance']) status(await save(uid, [three[2], three[1]], odd), 303, odd)
	assert.deepEqual(await parts(uid), [['list', '和面\n擀皮'], ['text', '老人独居。']])
	status(await save(uid, Array(40).fill(three[1]), 'add_text'), 422)
	status(await save(uid, [{ kind: 'script', body: 'x' }]), 400)
	status(await save(uid, [{ kind: 'text', body: 'x', style: 'y' }]), 400)
	status(await save(uid, [{ kind: 'text', body: '好'.repeat(10000) }]), 422)
	assert.deepEqual(await parts(uid), [['list', '和面\n擀皮'], ['text', '老人独居。']], 'what was refused changed nothing')
	status(await save(uid, three, 'save', [], elsewhere), 404)
})

test('a picture becomes a small JPEG without what stood in the file, upright as the camera meant it', async () => {
	const uid = await made(), picture = { kind: 'picture', body: '', alt: '三位志愿者在包饺子' }
	const big = await png(2000, 1000)
	status(await save(uid, [picture], 'save', file(big, 0, 'a.png')), 303)
	const [{ pic }] = status(await clerk.getJson(at(uid, 'parts')), 200).page.Parts
	const small = status(await clerk.get(`/station/document/${pic}`), 200).body
	assert.deepEqual(sides(small), [1280, 640])
	assert.ok(small.length < 200_000)
	/* The same turned: EXIF says that the camera was held upright. */
	const exif = Buffer.from('ffe10022457869660000' + '49492a0008000000' + '0100' + '1201030001000000' + '06000000' + '00000000', 'hex')
	const turned = Buffer.concat([small.subarray(0, 2), exif, small.subarray(2)])
	status(await save(uid, [{ ...picture, pic }], 'save', file(turned)), 303)
	const after = status(await clerk.getJson(at(uid, 'parts')), 200).page.Parts[0].pic
	assert.notEqual(after, pic)
	const upright = status(await clerk.get(`/station/document/${after}`), 200).body
	assert.deepEqual(sides(upright), [640, 1280])
	assert.ok(!upright.includes('Exif'))
	/* Saved again without a file it stays; another's number is none. */
	status(await save(uid, [{ ...picture, pic: after }]), 303)
	assert.equal(status(await clerk.getJson(at(uid, 'parts')), 200).page.Parts[0].pic, after)
	status(await save(uid, [{ ...picture, pic: 'f'.repeat(32) }]), 303)
	assert.equal(status(await clerk.getJson(at(uid, 'parts')), 200).page.Parts[0].pic, undefined)
})

test('what is no picture is refused with what was typed: text, HEIC, a PDF, too many dots, half a file', async () => {
	const uid = await made(), picture = { kind: 'picture', body: '说明', alt: '图' }
	const heic = Buffer.concat([Buffer.from('00000018667479706865696300000000', 'hex'), Buffer.alloc(300)])
	const huge = await png(4, 4)
	huge.writeUInt32BE(60000, 16)
	const pdf = Buffer.from(`%PDF-1.4\n1 0 obj\n<<>>\nendobj\n${' '.repeat(100)}\nstartxref\n9\n%%EOF\n`)
	for (const [name, content] of Object.entries({ text: Buffer.from('not a picture'), heic, pdf, huge, half: (await png(300, 300)).subarray(0, 200) })) {
		const r = status(await save(uid, [picture], 'save', file(content)), 422, name)
		assert.deepEqual(r.page.Errors.map((e) => e.field), ['p0_file'], name)
		assert.equal(r.page.Form.p0_alt, '图', name)
	}
	assert.deepEqual(await parts(uid), [])
	status(await save(uid, [picture], 'save', file(Buffer.alloc(11 * 1024 * 1024, 255))), 422)
	status(await clerk.upload(at(uid, 'parts'), fields([picture]), file(Buffer.alloc(22 * 1024 * 1024))), 413)
})

test('an article with script in it shows it as text', async () => {
	const evil = '<script>alert(1)</script>', uid = await made({ title: `题 ${evil}`, body: `文 ${evil}` })
	status(await save(uid, [{ kind: 'heading', body: evil }, { kind: 'text', body: `"><img src=x onerror=y>` }, { kind: 'list', body: `${evil}\n</ul>` }]), 303)
	status(await clerk.post(at(uid, 'submit')), 303)
	assert.ok(!status(await reviewer.get(at(uid)), 200).text.includes(evil))
	status(await reviewer.post(at(uid, 'publish')), 303)
	const { text } = status(await new Client().get(`/s/1/n/${uid}`), 200)
	assert.ok(!text.includes(evil) && !text.includes('<img src=x'))
	assert.equal(text.split('&lt;script&gt;alert(1)').length > 4, true)
	assert.match(text, /og:title/)
})

test('nobody says yes to their own piece, or to one that they changed; given back it is a draft again', async () => {
	const uid = await made({}, reviewer)
	status(await reviewer.post(at(uid, 'publish')), 409, 'not submitted')
	status(await reviewer.post(at(uid, 'submit')), 303)
	status(await reviewer.post(at(uid, 'submit')), 409)
	status(await clerk.post(at(uid, 'publish')), 403)
	assert.match(status(await reviewer.post(at(uid, 'publish')), 422).text, /要请别的同事审核/)
	const boss = await staff('zhangmin')
	status(await boss.post(at(uid, 'edit'), piece()), 409, 'it waits')
	status(await save(uid, [{ kind: 'text', body: '偷偷加一段' }]), 409)
	assert.deepEqual(await (async () => status(await boss.post(at(uid, 'return'), { returned: '' }), 422).page.Errors.map((e) => e.field))(), ['returned'])
	status(await boss.post(at(uid, 'return'), { returned: '请补上时间' }), 303)
	assert.match(status(await reviewer.get(at(uid)), 200).text, /请补上时间/)
	status(await boss.post(at(uid, 'edit'), piece({ title: '站长改过的' })), 303)
	status(await reviewer.post(at(uid, 'submit')), 303)
	status(await boss.post(at(uid, 'publish')), 422, 'they changed it')
	const third = await newStaff({ role: 'reviewer' })
	status(await third.client.post(at(uid, 'publish')), 303)
	status(await third.client.post(at(uid, 'publish')), 409)
	status(await elsewhere.post(at(uid, 'down')), 404)
	assert.deepEqual(sql(`SELECT action FROM audit WHERE target = 'announcement' AND target_id = (SELECT id FROM announcement WHERE uid = UNHEX(?)) ORDER BY id`, [uid])
		.map((r) => r.action.split('.')[1]), ['add', 'submit', 'return', 'edit', 'submit', 'publish'])
})

test('a picture without words for it is not given to a reviewer', async () => {
	const uid = await made()
	status(await save(uid, [{ kind: 'picture', body: '', alt: '' }], 'save', file(await png(40, 30), 0)), 303)
	assert.match(status(await clerk.post(at(uid, 'submit')), 422).text, /替代文字/)
	assert.equal(value('SELECT submitted_at FROM announcement WHERE uid = UNHEX(?)', [uid]), null)
})

test('the column has what is public, newest first; its pictures are public as long as the piece is', async () => {
	const uid = await made({ title: '专栏里的一篇' })
	status(await save(uid, [{ kind: 'picture', body: '合影', alt: '志愿者合影' }], 'save', file(await png(60, 50), 0)), 303)
	const [{ pic }] = status(await clerk.getJson(at(uid, 'parts')), 200).page.Parts
	const seen = async (path) => (await new Client().get(path)).status
	assert.deepEqual([await seen(`/s/1/p/${pic}`), await seen(`/s/1/n/${uid}`)], [404, 404])
	status(await clerk.post(at(uid, 'submit')), 303)
	status(await reviewer.post(at(uid, 'publish')), 303)
	const r = status(await new Client().get(`/s/1/p/${pic}`), 200)
	assert.match(r.headers['content-type'], /image\/jpeg/)
	assert.equal(await seen(`/s/2/p/${pic}`), 404)
	assert.equal(await seen(`/s/2/n/${uid}`), 404)
	assert.equal(await seen('/s/1/p/zz'), 404)
	const [first] = status(await new Client().getJson('/s/1/news'), 200).page.News
	assert.deepEqual([first.uid, first.pic, first.alt], [uid, pic, '志愿者合影'])
	assert.ok(!(status(await new Client().getJson('/s/2/news'), 200).page.News ?? []).some((n) => n.uid === uid))
	sql(`INSERT INTO announcement (uid, station_id, kind, title, body, published_at, created_by) SELECT RANDOM_BYTES(16), 1, 'notice',
		CONCAT('旧闻', seq), 'x', NOW() - INTERVAL seq DAY, (SELECT id FROM staff WHERE login = 'liwei') FROM seq_1_to_25`)
	const page = status(await new Client().getJson('/s/1/news'), 200).page
	assert.equal(page.News.length, 20)
	const older = status(await new Client().getJson(`/s/1/news?after=${page.Next}`), 200).page.News
	assert.ok(older.length > 0 && !older.some((n) => page.News.some((m) => m.uid === n.uid)))
	status(await clerk.post(at(uid, 'down')), 303)
	assert.deepEqual([await seen(`/s/1/p/${pic}`), await seen(`/s/1/n/${uid}`)], [404, 404])
})

test('a form sent twice is one piece', async () => {
	const { Key } = status(await clerk.getJson('/station/notices/new'), 200).page
	const f = { ...piece({ title: '只有一篇' }), key: Key }
	for (const r of await Promise.all([1, 2].map(() => clerk.post('/station/notices/new', f)))) status(r, 303)
	assert.equal(value("SELECT COUNT(*) FROM announcement WHERE title = '只有一篇'"), '1')
})

test('the wall has whoever served and agreed, in the order of names, and nobody else', async () => {
	const yes = await newVolunteer({ name: '甘愿写' }), no = await newVolunteer({ name: '不愿写' }), idle = await newVolunteer({ name: '没服务' })
	for (const v of [yes, no]) sql('UPDATE volunteer SET served_minutes = 60 WHERE no = ?', [v.no])
	const consent = (v, action) => v.client.post('/account/me/consent', { purpose: 'public_name', action })
	const names = async () => (status(await new Client().getJson(`/s/1/thanks`), 200).page.Names ?? []).map((n) => n.name)
	for (const v of [yes, idle]) { await consent(v, 'withdraw'); status(await consent(v, 'give'), 303) }
	await consent(no, 'withdraw')
	const list = await names()
	assert.deepEqual(['甘愿写', '不愿写', '没服务'].map((n) => list.includes(n)), [true, false, false])
	status(await consent(yes, 'withdraw'), 303)
	assert.ok(!(await names()).includes('甘愿写'))
	status(await new Client().get('/s/999999/thanks'), 404)
})

let one
const any = async () => (one ??= await made())
guardGet('/station/notices/{}/parts', { of: any, elsewhere: 'zhaolei' })
for (const verb of ['submit', 'publish', 'return'])
	guardPost(`/station/notices/{}/${verb}`, { right: 'wangfang', form: verb === 'return' ? { returned: '请改' } : {}, of: any, elsewhere: 'zhaolei' })
await end()
