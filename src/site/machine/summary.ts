// What a story says of itself in a line or two: its standfirst, or where it has none the words that it begins with.
import { type Body, textsOfBlock } from '../../story/body.ts';
import type { StoryView } from '../../story/views.ts';
import { excerpt, line } from './excerpt.ts';

/** Characters that search engines and other sites' cards print under a headline, at most. */
export const SUMMARY = 220;

/** The beginning of the first paragraphs, at most so many characters; empty for a body without text. */
export function firstWords(body: Body, most: number): string {
  let words = '';
  for (const block of body.content) {
    if (block.type !== 'paragraph') continue;
    words += ` ${textsOfBlock(block).join(' ')}`;
    if (words.length > most) break;
  }
  return excerpt(words, most);
}

/** The standfirst, or the first words, at most `SUMMARY` characters. */
export function summaryOf({ card, body }: Pick<StoryView, 'card' | 'body'>): string {
  return line(card.standfirst) === '' ? firstWords(body, SUMMARY) : excerpt(card.standfirst, SUMMARY);
}
