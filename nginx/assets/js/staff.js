/* Pages of staff and overseers. */
import { errorSummary, mark, printButtons, sendOnce, warnBeforeLeaving } from './_common.js';

/* <input type="checkbox" data-check-all="NAME"> ticks every box of that name in its form. */
function checkAll() {
	document.addEventListener('change', (event) => {
		const name = event.target.dataset.checkAll;
		if (!name)
			return;
		for (const box of event.target.form.querySelectorAll(`input[type=checkbox][name="${name}"]:not(:disabled)`))
			box.checked = event.target.checked;
	});
}

mark();
errorSummary('.govuk-error-summary');
sendOnce();
warnBeforeLeaving();
checkAll();
printButtons();
