/* Keeps four pages for when the network is off: the one that checks certificates, which then stands in for the live
 * check, the leader's codes of an activity, the shell of visit mode, and the one on which drops are noted. Touches nothing
 * else of this site. */
const CACHE = 'verify-1';
const PAGE = '/commend/offline';
const VISITS = '/needs/field';
const DROPS = '/bank/green/check';
const CARD = '/bank/green/c';
const LEADER = /^\/activity\/manage\/\w+\/offline$/;

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

self.addEventListener('message', (event) => {
	const own = (event.data.keep || []).filter((address) => new URL(address, location.href).origin === location.origin);
	event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll(own)));
});

async function keptPage(page) {
	return await caches.match(page) || Response.error();
}

/* The live answer first; the kept page when there is none, or when no program answered. */
async function opened(request, page) {
	try {
		const answer = await fetch(request);
		return answer.status === 503 && await caches.match(page) ? keptPage(page) : answer;
	} catch (e) {
		return keptPage(page);
	}
}

async function part(request) {
	try {
		return await fetch(request);
	} catch (e) {
		return await caches.match(request) || Response.error();
	}
}

self.addEventListener('fetch', (event) => {
	const pathname = new URL(event.request.url).pathname;
	if (event.request.method !== 'GET')
		return;
	if (event.request.mode === 'navigate' && (pathname === PAGE || pathname.startsWith('/commend/verify')))
		event.respondWith(opened(event.request, PAGE));
	else if (event.request.mode === 'navigate' && (pathname === DROPS || pathname === CARD))
		event.respondWith(opened(event.request, DROPS));
	else if (event.request.mode === 'navigate' && (pathname === VISITS || LEADER.test(pathname)))
		event.respondWith(opened(event.request, pathname));
	else if (pathname.startsWith('/static/'))
		event.respondWith(part(event.request));
});
