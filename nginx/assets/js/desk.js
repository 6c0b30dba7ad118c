/* Pages of staff and overseers. */
import { errorSummary, mark, printButtons, sendOnce, stepBack, warnBeforeLeaving, wechat } from './_common.js';
import { keys } from './_keys.js';
import { regions } from './_region.js';
import { tickRows } from './_rows.js';

mark();
errorSummary('.summary');
stepBack();
sendOnce();
warnBeforeLeaving();
tickRows();
keys();
printButtons();
wechat();
regions();
