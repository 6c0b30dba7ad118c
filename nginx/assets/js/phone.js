/* Pages of residents, volunteers and everybody. */
import { errorSummary, mark, printButtons, sendOnce, wechat } from './_common.js';
import { regions } from './_region.js';
import { forget, paged } from './_survey.js';

mark();
errorSummary('.summary');
sendOnce();
printButtons();
wechat();
regions();
for (const form of document.querySelectorAll('form[data-pages]'))
	paged(form);
forget();
