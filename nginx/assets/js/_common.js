/* What every page may use. All of it is a comfort: each page works without script. */

/* Classes that CSS shows only when a script is there. */
export function mark() {
	document.documentElement.classList.add('js');
}

/* After a rejected form the list of mistakes is read out, and a link in it leads into the box itself. */
export function errorSummary(selector) {
	const summary = document.querySelector(selector);
	if (!summary)
		return;
	summary.tabIndex = -1;
	summary.focus();
	summary.addEventListener('click', (event) => {
		const link = event.target.closest('a[href^="#"]');
		const field = link && document.getElementById(link.hash.slice(1));
		if (!field)
			return;
		event.preventDefault();
		const group = field.closest('fieldset') || field;
		(group.querySelector('legend') || document.querySelector(`label[for="${field.id}"]`) || field).scrollIntoView();
		field.focus({ preventScroll: true });
	});
}

/* A page that answers a form that was not taken is no step of the history that would have to be sent again: the way back
 * asks for its address instead. */
export function stepBack() {
	if (document.querySelector('[role=alert]') && history.replaceState)
		history.replaceState(null, '', location.href);
}

/* A form is sent once, however often its button is pressed; coming back to the page makes it usable again. */
export function sendOnce() {
	let sent = new WeakSet();
	document.addEventListener('submit', (event) => {
		if (sent.has(event.target))
			event.preventDefault();
		else if (event.target.method === 'post')
			sent.add(event.target);
	});
	window.addEventListener('pageshow', () => { sent = new WeakSet(); });
}

/* <button data-print>: the page as it is. */
export function printButtons() {
	for (const button of document.querySelectorAll('[data-print]'))
		button.addEventListener('click', () => window.print());
}

/* Leaving a form that was touched asks first. Buttons with a form of their own and filters do not count. */
export function warnBeforeLeaving() {
	let touched = false;
	document.addEventListener('input', (event) => {
		const form = event.target.form;
		touched = touched || Boolean(form && form.method === 'post');
	});
	document.addEventListener('submit', () => { touched = false; });
	window.addEventListener('beforeunload', (event) => {
		if (touched) {
			event.preventDefault();
			event.returnValue = '';
		}
	});
}

/* WeChat's own script is for WeChat alone, and for pages that it has something to do on; 企业微信 is another. It has the
 * version of the one that runs. */
export function wechat() {
	if (!document.querySelector('meta[property="og:url"], button[data-scan]'))
		return;
	if (!/MicroMessenger\//.test(navigator.userAgent) || /wxwork\//i.test(navigator.userAgent) || !document.currentScript)
		return;
	const script = document.createElement('script');
	script.src = document.currentScript.src.replace(/[^/]+\.js/, 'wechat.js');
	document.head.append(script);
}
