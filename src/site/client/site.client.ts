// Everything that the site's script does, which only adds to pages that work without it.
import { findVoice, listen } from './listen.client.ts';
import { followStories } from './next-story.client.ts';
import { listSaved, showSaved, toggleSaved } from './saved.client.ts';
import { watchSearch } from './search.client.ts';
import { showSettings, watchSettings } from './settings.client.ts';
import { showTimes } from './times.client.ts';

/** What a press on a tool does; `story` is the one whose row it stands in. */
const tools: Readonly<Record<string, (story: HTMLElement, button: HTMLElement) => void>> = {
  save: toggleSaved,
  listen,
  /** Paper shows the first story of the page; one that was read on to has its print view. */
  print(story, button) {
    const view = button.getAttribute('href');
    if (view === null || story === document.querySelector('[data-story]')) print();
    else location.assign(view);
  },
  copy(story, button) {
    const name = button.querySelector('span:last-child');
    const said = name?.textContent ?? '';
    void navigator.clipboard.writeText(addressOf(story)).then(() => {
      if (name === null || name === undefined) return;
      name.textContent = button.dataset.done ?? '';
      setTimeout(() => {
        name.textContent = said;
      }, 2500);
    });
  },
  share(story) {
    const title = story.querySelector('h1')?.textContent ?? '';
    // Rejected when the reader thinks better of it.
    navigator.share({ title, url: addressOf(story) }).catch(() => {});
  },
};

const addressOf = (story: HTMLElement): string => new URL(story.dataset.href ?? '', location.href).href;

document.addEventListener('click', (event) => {
  if (!(event.target instanceof Element)) return;
  for (const menu of document.querySelectorAll<HTMLDetailsElement>('.tool-menu[open]'))
    if (!menu.contains(event.target)) menu.open = false;
  const button = event.target.closest<HTMLElement>('[data-tool]');
  const story = button?.closest<HTMLElement>('[data-story]');
  const act = tools[button?.dataset.tool ?? ''];
  // With a modifier the reader asks for the link itself: the print view in a tab of its own.
  if (button == null || story == null || act === undefined || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  act(story, button);
});

document.addEventListener('keydown', (event) => {
  const menu = event.key === 'Escape' ? document.querySelector<HTMLDetailsElement>('.tool-menu[open]') : null;
  if (menu === null) return;
  menu.open = false;
  menu.querySelector('summary')?.focus();
});

const refresh = () => {
  showSettings();
  showSaved();
  showTimes();
};
refresh();
watchSettings();
findVoice();
watchSearch();
listSaved();
followStories(refresh);
setInterval(showTimes, 60_000);
