/* Inside WeChat: what a page that is passed on says of itself, and WeChat's own scanner. All of it is a comfort, and each
 * part waits for the answer that concerns it: wx.ready runs after a refused configuration too. */
import wx from 'weixin-js-sdk';

const meta = (name) => document.querySelector(`meta[property="og:${name}"]`)?.content;

/* Only pages that say of themselves what they are. */
function share() {
	if (!meta('url'))
		return;
	const words = { title: meta('title'), link: meta('url'), imgUrl: meta('image') };
	wx.updateAppMessageShareData({ ...words, desc: meta('description') });
	wx.updateTimelineShareData(words);
}

/* A code of ours leads to its page; another one is named, and nothing happens. */
function scanned(button, text) {
	const told = button.nextElementSibling;
	let to = null;
	try {
		to = new URL(text, location.href);
	} catch (e) { /* no address */ }
	if (to && to.origin === location.origin)
		location.assign(to.href);
	else
		told.hidden = false;
}

function scanner() {
	for (const button of document.querySelectorAll('button[data-scan]')) {
		button.hidden = false;
		button.addEventListener('click', () => {
			button.nextElementSibling.hidden = true;
			wx.scanQRCode({
				needResult: 1,
				scanType: ['qrCode'],
				success: (got) => scanned(button, got.resultStr),
				fail: () => { button.hidden = true; },
			});
		});
	}
}

async function begin() {
	const wanted = ['updateAppMessageShareData', 'updateTimelineShareData', 'scanQRCode'];
	const answer = await fetch('/account/wechat/config', { referrerPolicy: 'same-origin' });
	if (!answer.ok)
		return;
	wx.config({ ...await answer.json(), jsApiList: wanted });
	wx.ready(() => wx.checkJsApi({
		jsApiList: wanted,
		success: (got) => {
			const may = typeof got.checkResult === 'string' ? JSON.parse(got.checkResult) : got.checkResult;
			if (may.updateAppMessageShareData)
				share();
			if (may.scanQRCode)
				scanner();
		},
	}));
}

begin().catch(() => {});
