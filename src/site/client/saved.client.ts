// Saving for later, and the page that lists what was saved.
import { keepSaved, savedStories } from './memory.client.ts';

const isSaved = (id: string | undefined): boolean => savedStories().some((story) => story.id === id);

/** Marks the save button of every story on the page that is in the list. */
export function showSaved(): void {
  for (const story of document.querySelectorAll<HTMLElement>('[data-story]'))
    story.querySelector('[data-tool=save]')?.setAttribute('aria-pressed', String(isSaved(story.dataset.story)));
}

export function toggleSaved(story: HTMLElement): void {
  const { story: id = '', href = '' } = story.dataset;
  const others = savedStories().filter((saved) => saved.id !== id);
  const headline = story.querySelector('h1')?.textContent ?? '';
  keepSaved(isSaved(id) ? others : [{ id, href, headline }, ...others]);
  showSaved();
}

/** Fills the list on the page of saved stories. One that has been withdrawn since says so, and its headline is gone. */
export function listSaved(): void {
  const list = document.querySelector<HTMLElement>('[data-saved]');
  if (list === null) return;
  list.replaceChildren(
    ...savedStories().map(({ id, href, headline }) => {
      const item = document.createElement('li');
      const link = document.createElement('a');
      link.href = href;
      link.textContent = headline;
      const remove = document.createElement('button');
      remove.type = 'button';
      remove.textContent = list.dataset.remove ?? '';
      remove.addEventListener('click', () => {
        keepSaved(savedStories().filter((story) => story.id !== id));
        listSaved();
      });
      item.append(link, remove);
      fetch(href, { method: 'HEAD' }).then(
        ({ status }) => {
          if (status !== 410) return;
          link.replaceWith(list.dataset.withdrawn ?? '');
          keepSaved(savedStories().map((story) => (story.id === id ? { ...story, headline: '' } : story)));
        },
        () => {},
      );
      return item;
    }),
  );
  document.querySelector('[data-saved-nothing]')?.toggleAttribute('hidden', list.childElementCount > 0);
}
