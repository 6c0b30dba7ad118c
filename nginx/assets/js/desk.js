/* Pages of staff and overseers. */
import { errorSummary, mark, printButtons, sendOnce, warnBeforeLeaving } from './_common.js';
import { keys } from './_keys.js';
import { regions } from './_region.js';
import { tickRows } from './_rows.js';

mark();
errorSummary('.summary');
sendOnce();
warnBeforeLeaving();
tickRows();
keys();
printButtons();
regions();
