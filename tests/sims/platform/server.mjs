#!/usr/bin/env node
// server.mjs - a simulated reporting platform that speaks profile exchange/1. Plain Node 18 or
// newer. See tests/sims/README.md.
//
//	PORT=0 node server.mjs --app-id zyz --secret-file FILE --state FILE --delay 10
import { parseArgs } from '../common/args.mjs'
import { Faults } from '../common/faults.mjs'
import { serve } from '../common/serve.mjs'
import { Api, itemsOf } from './api.mjs'
import { Gate } from './auth.mjs'
import { controls } from './control.mjs'
import { MUTATIONS } from './mutations.mjs'
import { Store } from './store.mjs'

const OPTIONS = {
	'app-id': 'text',
	'secret-file': 'file',
	state: 'path',
	delay: 'number',
	'max-items': 'number',
	'strict-volunteers': 'flag',
	'no-idempotency': 'flag',
	host: 'text',
	port: 'number',
	'control-port': 'number',
	cert: 'file',
	key: 'file',
}

const options = parseArgs(OPTIONS)
const gate = new Gate(options)
const store = new Store({ file: options.state, idempotent: !options.noIdempotency })
const api = new Api({
	gate,
	store,
	maxItems: options.maxItems,
	strictVolunteers: options.strictVolunteers,
})
const counts = { requests: 0, paths: {}, delay: options.delay ?? 0 }

async function handle(request) {
	if (counts.delay) await new Promise((resolve) => setTimeout(resolve, counts.delay))
	return api.handle(request)
}

function count({ method, path }) {
	const name = `${method} ${path.split('/').slice(0, 3).join('/')}`
	counts.requests++
	counts.paths[name] = (counts.paths[name] ?? 0) + 1
}

await serve({
	handle,
	count,
	faults: new Faults(MUTATIONS),
	items: (request) => itemsOf(request)?.length ?? 0,
	control: controls({ api, gate, store, counts }),
	options: { ...options, port: options.port ?? Number(process.env.PORT ?? 0) },
})
