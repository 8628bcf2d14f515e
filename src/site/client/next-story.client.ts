// The next story: put under the one being read as its end comes near, whole, with its own tools; the address bar names
// the story in view. History gets no entries of it, so that Back leaves the page as the reader expects.

const mostStories = 12;

type Arrived = () => void;

/** `arrived` is called when a story has been added, so that its tools can be made ready. */
export function followStories(arrived: Arrived): void {
  const first = document.querySelector<HTMLElement>('article[data-story]');
  if (first === null) return;
  let current = first;

  const inView = new IntersectionObserver(
    (entries) => {
      const entered = entries.findLast((entry) => entry.isIntersecting)?.target;
      if (!(entered instanceof HTMLElement) || entered === current) return;
      current = entered;
      document.title = current.querySelector('h1')?.textContent ?? document.title;
      history.replaceState(null, '', current.dataset.href);
    },
    // A line a third of the way down the window.
    { rootMargin: '-33% 0px -66% 0px' },
  );

  const near = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        if (!isIntersecting) continue;
        near.unobserve(target);
        void append(target).then(watch);
      }
    },
    { rootMargin: '0px 0px 1500px 0px' },
  );

  const watch = (place: ParentNode | null) => {
    if (place === null) return;
    if (place !== document) arrived();
    for (const story of place.querySelectorAll('article[data-story]')) inView.observe(story);
    const next = place.querySelector('.next');
    if (next !== null && document.querySelectorAll('article[data-story]').length < mostStories) near.observe(next);
  };

  watch(document);
  comeBack(first, () => current);
}

/** Puts the story that a link leads to in the link's place; null, and the link stays, when it cannot be had. */
async function append(next: Element): Promise<HTMLElement | null> {
  const link = next.querySelector('a');
  if (link === null) return null;
  try {
    const response = await fetch(link.href);
    if (!response.ok) return null;
    const page = new DOMParser().parseFromString(await response.text(), 'text/html');
    const story = page.querySelector<HTMLElement>('article[data-story]');
    const parts = page.querySelector('main')?.children;
    if (story === null || parts === undefined) return null;
    if (document.querySelector(`[data-story="${story.dataset.story}"]`) !== null) return null;
    const place = document.createElement('div');
    place.className = 'appended';
    place.append(...parts);
    next.replaceWith(place);
    return place;
  } catch {
    return null;
  }
}

/**
 * A page left from its second story is loaded again as that story alone, when the browser has not kept it: how far the
 * reader was into the story is written in the history entry, and found again.
 */
function comeBack(first: HTMLElement, current: () => HTMLElement): void {
  const topOf = (story: HTMLElement) => story.getBoundingClientRect().top + scrollY;
  const into: unknown = history.state?.into;
  if (typeof into === 'number') scrollTo(0, topOf(first) + into);
  addEventListener('pagehide', () => {
    const story = current();
    if (story === first) return;
    history.scrollRestoration = 'manual';
    history.replaceState({ into: scrollY - topOf(story) }, '', location.href);
  });
}
