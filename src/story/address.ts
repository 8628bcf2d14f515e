// Addresses of the paper's pages: one function a kind of page, so that no room writes a path by hand.
import type { Edition } from './edition.ts';

type Place = Pick<Edition, 'key' | 'isDefault'>;

/** The start of every address of an edition: empty for the default one, `/en` for another. */
export function editionRoot(edition: Place): string {
  return edition.isDefault ? '' : `/${edition.key}`;
}

/** A path with its words percent-encoded, as it stands in a header or an attribute. */
const encoded = (path: string): string => encodeURI(path);

export const frontPath = (edition: Place): string => `${editionRoot(edition)}/`;
export const sectionPath = (edition: Place, section: { slug: string }): string =>
  encoded(`${editionRoot(edition)}/${section.slug}`);
/** `/{section}/{id}/{arabic-slug}`; the id decides, the rest is for people. */
export const storyPath = (edition: Place, section: { slug: string }, story: { id: number; slug: string }): string =>
  encoded(`${editionRoot(edition)}/${section.slug}/${story.id}/${story.slug}`);
export const shortPath = (story: { id: number }): string => `/${story.id}`;
export const printPath = (edition: Place, story: { id: number }): string => `${editionRoot(edition)}/print/${story.id}`;
export const authorPath = (edition: Place, author: { slug: string }): string =>
  encoded(`${editionRoot(edition)}/author/${author.slug}`);
export const topicPath = (edition: Place, topic: { slug: string }): string =>
  encoded(`${editionRoot(edition)}/topic/${topic.slug}`);

export const eventPath = (edition: Place, event: { id: number }): string => `${editionRoot(edition)}/event/${event.id}`;

const two = (n: number): string => String(n).padStart(2, '0');
export const dayPath = (edition: Place, day: { year: number; month: number; day: number }): string =>
  `${editionRoot(edition)}/archive/${day.year}/${two(day.month)}/${two(day.day)}`;
export const hijriDayPath = (edition: Place, day: { year: number; month: number; day: number }): string =>
  `${editionRoot(edition)}/archive/hijri/${day.year}/${two(day.month)}/${two(day.day)}`;
export const searchPath = (edition: Place): string => `${editionRoot(edition)}/search`;
export const suggestPath = (edition: Place): string => `${searchPath(edition)}/suggest`;
export const correctionsPath = (edition: Place): string => `${editionRoot(edition)}/corrections`;
export const aboutPath = (edition: Place): string => `${editionRoot(edition)}/about`;
export const savedPath = (edition: Place): string => `${editionRoot(edition)}/saved`;
