// Makes what was typed or pasted into a search box fit to be read: bounded, whole characters, nothing invisible.

import { BIDI_MARKS, CONTROLS, ZERO_WIDTH } from '../../arabic/characters.ts';
import { QUERY_BOUNDS } from './parsed-query.ts';

const invisible = new RegExp(`[${BIDI_MARKS}${ZERO_WIDTH}${CONTROLS}]`, 'gu');
const space = /[\s\u{85}]/gu;
/** What is pasted may have a mark after every letter; beyond this nothing is looked at. */
const LONGEST_LOOKED_AT = 4 * QUERY_BOUNDS.characters;
const LONGEST_WORD_SPARED = 40;

/** The text of a query, at most `QUERY_BOUNDS.characters` long and not cut inside a word when that can be avoided. */
export function typedText(typed: string): { readonly text: string; readonly isCut: boolean } {
  const visible = typed
    .slice(0, LONGEST_LOOKED_AT)
    .toWellFormed()
    .replace(invisible, '')
    .replace(space, ' ')
    .trimStart();
  const isCut = visible.length > QUERY_BOUNDS.characters || typed.slice(LONGEST_LOOKED_AT).trim() !== '';
  if (visible.length <= QUERY_BOUNDS.characters) return { text: visible, isCut };
  // One more than fits, so that a word which ends at the bound is kept.
  const head = visible.slice(0, QUERY_BOUNDS.characters + 1);
  const lastSpace = head.lastIndexOf(' ');
  const end = lastSpace > QUERY_BOUNDS.characters - LONGEST_WORD_SPARED ? lastSpace : QUERY_BOUNDS.characters;
  return { text: head.slice(0, end).replace(/[\u{D800}-\u{DBFF}]$/u, ''), isCut };
}
