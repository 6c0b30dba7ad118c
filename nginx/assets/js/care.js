/* Pages of residents, volunteers and the public. */
import { errorSummary, mark, printButtons, sendOnce } from './_common.js';

mark();
errorSummary('.care-summary');
sendOnce();
printButtons();
