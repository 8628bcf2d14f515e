// Runs in the head, before anything is painted: puts the reader's text size and theme on the page, and says that there is
// a script, so that controls which need one take their place at once and nothing moves later.
import { recall, textSizeKey, themeKey } from './memory.client.ts';

const root = document.documentElement;
root.classList.add('js');
if ('share' in navigator) root.classList.add('can-share');
const step = recall(textSizeKey);
if (step !== null && /^[1-5]$/.test(step)) root.dataset.step = step;
const theme = recall(themeKey);
if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;
