// pages.mjs - what a person sees of the simulated WeChat: errors, the consent page, the page to
// pick a demo user.
import { escapeHtml, html } from '../common/http.mjs'

const STYLE = `
body { font: 17px/1.6 system-ui, sans-serif; max-width: 26em; margin: 3em auto; padding: 0 1em }
button { font: inherit; display: block; width: 100%; margin: .5em 0; padding: .6em; cursor: pointer;
	border: 1px solid #067d3f; border-radius: .4em; background: #fff; color: #191919 }
button.main { background: #067d3f; color: #fff }
button small { display: block }
`

const page = (title, body) =>
	html(`<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>${title}</title>
<style>${STYLE}</style>
</head>
<body>
${body}
</body>
</html>
`)

const hidden = (fields) =>
	Object.entries(fields)
		.map(([name, value]) => `<input type="hidden" name="${name}" value="${escapeHtml(value)}">`)
		.join('')

/** The texts of the error pages of the authorize address. */
export const AUTHORIZE_ERRORS = {
	10003: 'redirect_uri 域名与后台配置不一致',
	10004: '此公众号被封禁',
	10005: '此公众号并没有这些 scope 的权限',
	10006: '必须关注此测试号',
	10009: '操作太频繁了，请稍后重试',
	10010: 'scope 不能为空',
	10011: 'redirect_uri 不能为空',
	10012: 'appid 不能为空',
	10013: 'state 不能为空',
	10015: '公众号未授权第三方平台',
	10016: '不支持微信开放平台的 AppID，请使用公众号 AppID',
}

export const errorPage = (code) =>
	page(
		'提示',
		`<h1>Oops! Something went wrong:(</h1>
<p>${AUTHORIZE_ERRORS[code]}</p>
<p><small>错误码 ${code}</small></p>`
	)

export const badLink = (why) => page('提示', `<h1>链接错误</h1>\n<p>${escapeHtml(why)}</p>`)

export const openInWechat = () => page('提示', '<h1>请在微信客户端打开链接</h1>')

/** A form that answers the question behind a ticket with the button that was pressed. */
const question = (ticket, buttons) => `<form method="post" action="/connect/oauth2/confirm">
${hidden({ ticket })}
${buttons}
</form>`

/** Consent for snsapi_userinfo: 允许 or 拒绝. */
export const consentPage = (user, ticket) =>
	page(
		'微信登录',
		`<h1>申请获取以下权限</h1>
<p>获得你的公开信息（昵称、头像等）</p>
<p><small>${escapeHtml(user.nickname)}</small></p>
${question(
	ticket,
	`<button class="main" name="choice" value="allow">允许</button>
<button name="choice" value="deny">拒绝</button>`
)}`
	)

const userButton = ({ openid, nickname }) =>
	`<button class="main" name="openid" value="${escapeHtml(openid)}">${escapeHtml(nickname)}
<small>${escapeHtml(openid)}</small></button>`

/** For trying sign-in by hand in any browser: the demo users as buttons. Only with --demo. */
export const pickPage = (users, ticket) =>
	page(
		'选择演示用户',
		`<h1>以谁的微信打开？</h1>
<p>这是微信模拟器：没有手机也能试登录。</p>
${question(
	ticket,
	`${users.map(userButton).join('\n')}
<button name="choice" value="deny">拒绝授权</button>`
)}`
	)
