// mix.mjs - a working day of a county: what is asked, by whom, how often a head and day. Think time is folded into the rate.
//
// `of` gives the address for one who asks: { station, no (the n-th request of this class), row (the asker's) }. `send` makes of
// the page that was seen what is sent, { path, body }, or nothing where nothing is left to do.
const A = (w, n) => `A23${w.station}${String(n).padStart(6, '0')}`
const csrf = (html) => /name="csrf" value="([0-9a-f]+)"/.exec(html)?.[1]
const form = (pairs) => new URLSearchParams(pairs).toString()

/** Every few people sign up for the same shift, nobody for two at the same time. */
const shift = (w, size) => `/recruit/shift/${A(w, size.past + 1 + (w.person % size.coming))}`

export const mixOf = (size) => [
	{ name: 'phone: my page', who: 'phone', day: 2, of: () => '/account/me' },
	{ name: 'phone: station front', who: 'phone', day: 0.5, of: (w) => `/s/${w.station}` },
	{ name: 'phone: list of activities', who: 'phone', day: 1, of: () => '/recruit/' },
	{ name: 'phone: one activity', who: 'phone', day: 1, of: (w) => shift(w, size) },
	// Who is on the list already has nothing to press.
	{ name: 'phone: signs up', who: 'phone', day: 0.2, of: (w) => shift(w, size), send: (html, w) => html.includes(`${shift(w, size)}/apply"`)
		? { path: `${shift(w, size)}/apply`, body: form([['csrf', csrf(html)]]) } : undefined },
	{ name: 'phone: my activities', who: 'phone', day: 0.8, of: () => '/activity/mine' },
	{ name: 'phone: my hours', who: 'phone', day: 1, of: () => '/activity/hours' },
	{ name: 'resident: survey, first page', who: 'nobody', day: 0.2, of: (w) => `/needs/s/c${String(w.station - 100).padStart(7, '0')}` },
	{ name: 'resident: asks for help', who: 'nobody', day: 0.1, of: (w) => `/order/new?station=${w.station}` },
	{ name: 'staff: desk', who: 'staff', day: 12, of: () => '/account/desk' },
	{ name: 'staff: ledger of needs', who: 'staff', day: 10, of: () => '/needs/ledger' },
	{ name: 'staff: ledger, searched', who: 'staff', day: 8, of: (w) => `/needs/ledger?q=N23${w.station}${String(1 + w.no % size.needs).padStart(6, '0').slice(0, 5)}` },
	{ name: 'staff: one need', who: 'staff', day: 6, of: (w) => `/needs/ledger/N23${w.station}${String(1 + w.no % size.needs).padStart(6, '0')}` },
	{ name: 'staff: registers a need', who: 'staff', day: 3, of: () => '/needs/ledger/new', send: (html, w) => ({ path: '/needs/ledger/new', body: form([['csrf', csrf(html)],
		['key', /name="key" value="([^"]*)"/.exec(html)?.[1] ?? ''], ['source', 'phone'], ['category', '0001'], ['target_group', '01'], ['description', `上门陪伴 ${w.no}`]]) }) },
	{ name: 'staff: activities', who: 'staff', day: 6, of: () => '/activity/manage' },
	{ name: 'staff: one activity, roster', who: 'staff', day: 8, of: (w) => `/activity/manage/${A(w, size.past - 2 + (w.no % 10))}` },
	{ name: 'staff: log grid', who: 'staff', day: 5, of: (w) => `/activity/manage/${A(w, size.past - (w.no % 3))}/log` },
	{ name: 'staff: volunteers', who: 'staff', day: 5, of: () => '/account/volunteers?category=0017' },
	{ name: 'staff: search', who: 'staff', day: 5, of: () => `/station/search?q=${encodeURIComponent('王建国')}` },
	{ name: 'staff: orders', who: 'staff', day: 5, of: () => '/order/' },
	{ name: 'staff: homes', who: 'staff', day: 3, of: () => '/needs/households' },
	{ name: 'reviewer: hours to review', who: 'reviewer', day: 6, of: () => '/activity/manage/review' },
	// Two who look at the same list may choose the same rows: the second is told so, 409.
	{ name: 'reviewer: reviews five', who: 'reviewer', day: 3, of: () => '/activity/manage/review', also: 409, send: (html) => {
		const nos = [...html.matchAll(/name="record" value="(R\w+)"/g)].sort(() => Math.random() - 0.5).slice(0, 5).map(([, no]) => ['record', no])
		return nos.length ? { path: '/activity/manage/review', body: form([['csrf', csrf(html)], ['verb', 'approve'], ['note', ''], ...nos]) } : undefined
	} },
	{ name: 'reviewer: applications', who: 'reviewer', day: 4, of: () => '/recruit/review' },
	{ name: 'staff: report of the month', who: 'staff', day: 0.5, of: () => '/station/month' },
	{ name: 'staff: ledger as XLSX', who: 'staff', day: 0.5, of: () => '/needs/ledger?as=xlsx' },
	{ name: 'overseer: overview', who: 'overseer', day: 10, of: () => '/station/overview' },
	{ name: 'overseer: warning signs', who: 'overseer', day: 5, of: () => '/activity/flags' },
	{ name: 'overseer: stations', who: 'overseer', day: 5, of: () => '/station/reports/stations' },
]

/** How many there are of each; nobody is on phones, too. */
export const HEADS = { phone: 20_000, nobody: 20_000, staff: 1_000, reviewer: 400, overseer: 4 }
export const perDay = (one) => one.day * HEADS[one.who]
