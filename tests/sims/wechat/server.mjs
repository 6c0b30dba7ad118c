#!/usr/bin/env node
// server.mjs - a simulated WeChat: web OAuth, tokens, JS-SDK tickets and messages, with the live
// service's codes. Plain Node 18 or newer. See tests/sims/README.md.
//
//	PORT=0 node server.mjs --appid wx1 --secret-file FILE --redirect-host 127.0.0.1:8080 --demo
import { parseArgs } from '../common/args.mjs'
import { Faults } from '../common/faults.mjs'
import { reply, send } from '../common/http.mjs'
import { serve } from '../common/serve.mjs'
import { controls } from './control.mjs'
import { errcode } from './errors.mjs'
import { sendSubscribed, sendTemplate } from './message.mjs'
import { accessToken, authorize, checkToken, confirm, refreshToken, userInfo } from './oauth.mjs'
import { State } from './state.mjs'
import { clearQuota, getTicket, oldToken, stableToken } from './token.mjs'

const OPTIONS = {
	appid: 'text',
	'secret-file': 'file',
	'redirect-host': 'list',
	'js-domain': 'list',
	users: 'path',
	demo: 'flag',
	host: 'text',
	port: 'number',
	'control-port': 'number',
	cert: 'file',
	key: 'file',
}

/** path -> [method, handler]; the other method has an error code of its own. */
const ROUTES = {
	'/connect/oauth2/authorize': ['GET', authorize],
	'/connect/oauth2/confirm': ['POST', confirm],
	'/sns/oauth2/access_token': ['GET', accessToken],
	'/sns/oauth2/refresh_token': ['GET', refreshToken],
	'/sns/auth': ['GET', checkToken],
	'/sns/userinfo': ['GET', userInfo],
	'/cgi-bin/stable_token': ['POST', stableToken],
	'/cgi-bin/token': ['GET', oldToken],
	'/cgi-bin/ticket/getticket': ['GET', getTicket],
	'/cgi-bin/message/template/send': ['POST', sendTemplate],
	'/cgi-bin/message/subscribe/bizsend': ['POST', sendSubscribed],
	'/cgi-bin/clear_quota': ['POST', clearQuota],
	'/sdk/report': ['GET', () => reply(204, 'text/plain', '')],
}
const UNMETERED = [
	'/cgi-bin/clear_quota',
	'/connect/oauth2/authorize',
	'/connect/oauth2/confirm',
	'/sdk/report',
]

const options = parseArgs(OPTIONS)
const state = new State(options)
const faults = new Faults({
	/** Any of WeChat's own errors, whatever the request: { kind: 'errcode', errcode: 45009 } */
	errcode: async (x, rule) => send(x.res, errcode(rule.errcode, rule.errmsg)),
})

function handle(request) {
	if (!Object.hasOwn(ROUTES, request.path)) return reply(404, 'text/plain', 'not found')
	const [method, handler] = ROUTES[request.path]
	if (request.method !== method) return errcode(method === 'GET' ? 43001 : 43002)
	if (!UNMETERED.includes(request.path) && !state.spend(request.path)) return errcode(45009)
	return handler(state, request)
}

await serve({
	handle,
	faults,
	control: controls(state),
	count: (request) => state.count(request),
	options: { ...options, port: options.port ?? Number(process.env.PORT ?? 0) },
})
