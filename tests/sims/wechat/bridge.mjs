// bridge.mjs - the WeChat client's half of the JS-SDK for a page that Playwright drives:
// WeixinJSBridge appears 30 ms after the page began, wx.config is checked by the simulator against
// the address the client itself sees, and results have the shapes of Android or iOS. So the page,
// our signature and the real weixin-js-sdk are all at work.
//
//	const options = { kind: 'ios', answers: { scanQRCode: 'https://...' } }
//	const wechat = await installBridge(context, sim.url, options)
//	... wechat.calls   // [{ name: 'preVerifyJSAPI', args, href, result }]
import { control } from '../start.mjs'
import { USER_AGENTS } from './agents.mjs'

export { USER_AGENTS }

/** Runs in the page, before any of its scripts. */
export function pageHalf() {
	const listeners = {}
	const bridge = {
		invoke(name, args, done) {
			window
				.__wechatClient({ name, args, href: location.href })
				.then((result) => done && done(result))
		},
		on(name, done) {
			listeners[name] = done
		},
	}
	setTimeout(() => {
		window.WeixinJSBridge = bridge
		document.dispatchEvent(new Event('WeixinJSBridgeReady'))
	}, 30)
}

const scanned = {
	ios: (text) => JSON.stringify({ scan_code: { scan_result: text } }),
	android: (text) => text,
}
const asText = { ios: (value) => value, android: (value) => JSON.stringify(value) }

/** What the client does for each name once the page's configuration was accepted. */
const NATIVE = {
	scanQRCode: ({ kind, answers }) => ({
		resultStr: scanned[kind](answers.scanQRCode ?? 'https://example.invalid/'),
	}),
	geoLocation: ({ answers }) => ({
		latitude: 34.4994,
		longitude: 109.5097,
		accuracy: 30,
		speed: 0,
		...answers.getLocation,
	}),
	chooseImage: ({ kind, answers }) => ({
		localIds: asText[kind](answers.chooseImage ?? ['wxLocalResource://1']),
	}),
	uploadImage: ({ answers }) => ({ serverId: answers.uploadImage ?? 'sim-media-1' }),
	checkJsApi: ({ kind, granted }, { jsApiList = [] }) => ({
		checkResult: asText[kind](
			Object.fromEntries(jsApiList.map((name) => [name, granted.includes(name)]))
		),
	}),
	updateAppMessageShareData: () => ({}),
	updateTimelineShareData: () => ({}),
	hideOptionMenu: () => ({}),
	closeWindow: () => ({}),
}
const FREE = ['checkJsApi', 'closeWindow']

/** One client: what it grants lives as long as its page does. */
export class WechatClient {
	constructor(simUrl, { kind = 'android', answers = {} } = {}) {
		Object.assign(this, { simUrl, kind, answers, granted: [], calls: [] })
	}

	async #configure(args, href) {
		const { ok, errMsg } = await control(this.simUrl, 'jsapi', {
			appId: args.verifyAppId,
			nonceStr: args.verifyNonceStr,
			timestamp: args.verifyTimestamp,
			signature: args.verifySignature,
			url: href,
		})
		this.granted = ok ? (args.verifyJsApiList ?? []) : []
		return { errMsg }
	}

	#native(name, args) {
		const failed = this.answers.fail?.[name]
		if (!NATIVE[name]) return { err_msg: `${name}:function not exist` }
		if (!FREE.includes(name) && !this.granted.includes(name))
			return { err_msg: `${name}:permission denied` }
		return failed
			? { err_msg: `${name}:${failed}` }
			: { ...NATIVE[name](this, args), err_msg: `${name}:ok` }
	}

	/** What WeixinJSBridge.invoke(name, args) gives back on the page at href. */
	async invoke({ name, args, href }) {
		const result =
			name === 'preVerifyJSAPI'
				? await this.#configure(args, href)
				: name === 'getNetworkType'
					? { err_msg: 'network_type:wifi' }
					: this.#native(name, args)
		this.calls.push({ name, args, href, result })
		return result
	}
}

/**
 * Puts the client into every page of a Playwright context. answers.fail = { scanQRCode: 'cancel' }
 * makes calls fail.
 */
export async function installBridge(context, simUrl, options) {
	const client = new WechatClient(simUrl, options)
	await context.exposeFunction('__wechatClient', (call) => client.invoke(call))
	await context.addInitScript(pageHalf)
	return client
}
