// What this browser remembers for its reader, and the names under which it does. Storage may be full or forbidden: then
// nothing is remembered and nothing breaks.

export const textSizeKey = 'warraq:text-size';
export const themeKey = 'warraq:theme';
const savedKey = 'warraq:saved';

export function remember(key: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(key);
    else localStorage.setItem(key, value);
  } catch {}
}

export function recall(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

/** A story that the reader kept for later. */
export interface SavedStory {
  readonly id: string;
  readonly href: string;
  readonly headline: string;
}

const mostSaved = 200;

export function savedStories(): SavedStory[] {
  try {
    const kept: unknown = JSON.parse(recall(savedKey) ?? '[]');
    return Array.isArray(kept) ? kept.filter(isSavedStory) : [];
  } catch {
    return [];
  }
}

function isSavedStory(value: SavedStory): value is SavedStory {
  return typeof value?.id === 'string' && typeof value.headline === 'string' && /^\/(?!\/)/.test(value.href);
}

/** The newest first. */
export function keepSaved(stories: readonly SavedStory[]): void {
  remember(savedKey, JSON.stringify(stories.slice(0, mostSaved)));
}
