// Text size and theme: the page's own radio buttons work by themselves; this remembers the choice and keeps every set of
// buttons on the page (the next story brings its own) in step.
import { remember, textSizeKey, themeKey } from './memory.client.ts';

const root = document.documentElement;

export function showSettings(): void {
  const size = root.dataset.step ?? '3';
  const theme = root.dataset.theme ?? 'auto';
  for (const input of document.querySelectorAll<HTMLInputElement>(`.tt-${size},.theme-${theme}`)) input.checked = true;
}

export function watchSettings(): void {
  document.addEventListener('change', ({ target }) => {
    if (!(target instanceof HTMLInputElement)) return;
    if (target.name === 'theme') {
      if (target.value === 'auto') delete root.dataset.theme;
      else root.dataset.theme = target.value;
      remember(themeKey, root.dataset.theme ?? null);
    } else if (target.name.startsWith('tt-')) {
      root.dataset.step = target.value;
      remember(textSizeKey, target.value);
    }
    showSettings();
  });
  // A page that comes back by the Back button may have been left before the choice was made.
  addEventListener('pageshow', showSettings);
}
