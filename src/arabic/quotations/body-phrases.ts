// Reads the name of an institution, a place or a people.

import { isBound, isNameWord, keyAt, LONGEST_LABEL, MEDIA } from './name-words.ts';
import {
  isAdjective,
  isBody,
  isDefinite,
  isJoinedDefinite,
  isLabelled,
  isMatter,
  isOccasion,
  isPlace,
  isTitle,
} from './nouns.ts';
import type { Phrase } from './person-phrases.ts';
import type { Item } from './scan.ts';

const LONGEST_BODY = 10;

export function body(items: readonly Item[], from: number): Phrase {
  let at = from + 1;
  let closed = isDefinite(keyAt(items, from));
  for (; at < items.length && at - from < LONGEST_BODY; at += 1) {
    const item = items[at] as Item;
    const { key } = item;
    if (item.kind === 'marked') {
      if (item.end - item.start <= LONGEST_LABEL && at - from <= 2 && isLabelled(keyAt(items, at - 1))) continue;
      break;
    }
    if (key === 'غير' && keyAt(items, at + 1).startsWith('حكومي')) {
      closed = true;
      at += 1;
      continue;
    }
    if ((key === 'من' && keyAt(items, at + 1) === 'اجل') || key === 'اجل') continue;
    if (!isNameWord(items, at) || (isOccasion(key) && !isDefinite(key)) || isMatter(key)) break;
    if (MEDIA.test(key) || (/^[بل]/u.test(key) && isMatter(key.slice(1)) && !isDefinite(keyAt(items, at + 1)))) break;
    const before = keyAt(items, at - 1);
    if (isDefinite(key) || isJoinedDefinite(key)) {
      // `منظمة الصحة العالمية البلدان`: after its adjective a definite noun is the sentence's object.
      if (closed && isDefinite(before) && isAdjective(before) && !isAdjective(key) && !key.startsWith('لل')) break;
      if (isTitle(key) && at - from > 2) break;
      if (isDefinite(keyAt(items, from)) && /^ال.*ين$/u.test(key)) break;
      // `يتهم النص الإدارة`: another noun, not the first one's adjective.
      const head = keyAt(items, from);
      if (
        at === from + 1 &&
        isDefinite(head) &&
        !isAdjective(key) &&
        ((/ه$/u.test(key) && !/(?:ه|ات)$/u.test(head)) ||
          isPlace(head) ||
          isBody(key) ||
          isTitle(key) ||
          isMatter(key.slice(2)))
      )
        break;
      if (/^[بك]ال/u.test(key)) break;
      closed = true;
      continue;
    }
    const opens =
      /^ل/u.test(key) && (isDefinite(keyAt(items, at + 1)) || isBody(key.slice(1)) || isBody(keyAt(items, at + 1)));
    if (opens || key === 'بقياده') {
      closed = false;
      continue;
    }
    if (isTitle(key) && at === from + 1) continue;
    if (closed || isTitle(key)) {
      if (!/^و/u.test(key) || !isDefinite(keyAt(items, at + 1)) || at - from > 3) break;
      continue;
    }
    if (at - from >= 2 && /^[يت]/u.test(key) && key.length > 3) break;
  }
  return { kind: 'body', from, to: at, title: [], next: at, isBounded: closed || isBound(items, at) };
}
