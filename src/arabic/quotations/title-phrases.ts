// Reads a title with the name that it leads to, or a title that stands for a person alone.

import { type Counts, isBound, isGiven, isNameWord, keyAt, LONGEST_LABEL, MEDIA, opensName } from './name-words.ts';
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
import { NAME_JOINTS, named, nameEnd, type Phrase } from './person-phrases.ts';
import type { Item } from './scan.ts';

const LONGEST_TITLE = 16;
/** Titles that tell no one from another: what follows them without an article describes (مصدر أمني) and does not name. */
const VAGUE = new Set(
  'مصدر مصادر متحدث متحدثه ناطق مسوول مسووله مسوولون مسوولين مسيول شاهد شهود خبير خبرا خبيره محلل محللون ناشط ناشطون نشطا عضو طبيب ضابط مراقبون باحث باحثون علما محامي رجل امراه شاب احد عضوه'.split(
    ' ',
  ),
);
const IN_TITLES = new Set(['في', 'لدي', 'علي', 'عن', 'من', 'الي', 'ل', 'ب', 'باسم']);

/** Titles by another person's name: `محامية أحمد مناصرة`. */
const OF_SOMEBODY =
  /^[وف]?(?:محامي|محاميه|محامو|زوج|زوجه|والد|والده|ابن|ابنه|شقيق|شقيقه|نجل|عم|خال|وكيل|صديق|صديقه|ارمله|مساعد|مستشار|نايب)$/u;

/** `محامية أحمد مناصرة، ليئا تسيمل،`: the name after the comma; without one, the title with its name. */
function ofSomebody(items: readonly Item[], from: number, counts: Counts): Phrase {
  const { to } = nameEnd(items, from + 1, counts);
  const title = [keyAt(items, from)];
  if (items[to]?.kind === 'comma' && opensName(items, to + 1) && isNameWord(items, to + 2))
    return named(items, from, to + 1, counts, title);
  return { kind: 'title', from, to, title, next: to, isBounded: true };
}

/** `مدرب باريس سان جرمان أوناي إيميري`: of four words and more after a title the last two are the person. */
function clubEnd(items: readonly Item[], from: number, counts: Counts): number {
  let to = from;
  let last = from;
  for (; to - from < 6 && opensName(items, to); to += 1) {
    const key = keyAt(items, to);
    if (NAME_JOINTS.has(key) ? key !== 'سان' : isGiven(key)) return from;
    if ((counts.get(key) ?? 0) > 1) last = to;
  }
  return to - from >= 4 && last - from >= 3 ? last - 1 : from;
}

export function titled(items: readonly Item[], from: number, counts: Counts): Phrase {
  const title: string[] = [];
  let isVague = VAGUE.has(keyAt(items, from));
  if (OF_SOMEBODY.test(keyAt(items, from)) && opensName(items, from + 1)) return ofSomebody(items, from, counts);
  let core = 0;
  let at = from;
  for (; at < items.length && at - from < LONGEST_TITLE; at += 1) {
    const item = items[at] as Item;
    const { key } = item;
    if (item.kind === 'marked' && item.end - item.start <= LONGEST_LABEL && isLabelled(keyAt(items, at - 1))) continue;
    if (item.kind === 'comma') {
      const next = keyAt(items, at + 1);
      const opens = opensName(items, at + 1) && !isPlace(next) && (isNameWord(items, at + 2) || isBound(items, at + 2));
      if (!(opens || (isTitle(next) && core === 0)) || (isVague && !isGiven(next))) break;
      if (opens) return named(items, from, at + 1, counts, title);
      continue;
    }
    if (item.kind !== 'word') break;
    if (IN_TITLES.has(key) && title.length > 0) {
      const next = keyAt(items, at + 1);
      const goesOn = (isDefinite(next) || isBody(next) || isPlace(next) || isTitle(next)) && !isOccasion(next);
      if (!goesOn) break;
      if (key !== 'باسم' && core === 0) core = at;
      continue;
    }
    if (at > from && (!isNameWord(items, at) || (isOccasion(key) && !isDefinite(key)) || isMatter(key))) break;
    if (MEDIA.test(key) && at > from) break;
    const joined =
      /^ل/u.test(key) &&
      !isDefinite(key) &&
      (isBody(key.slice(1)) || isPlace(key.slice(1)) || isDefinite(keyAt(items, at + 1)));
    // `الدكتور أمير الموسوي`: a first name that is an office too.
    if (
      at > from &&
      isTitle(key) &&
      !isDefinite(key) &&
      isDefinite(keyAt(items, at - 1)) &&
      isGiven(key) &&
      isNameWord(items, at + 1)
    )
      return named(items, from, at, counts, title);
    if (
      isDefinite(key) ||
      isJoinedDefinite(key) ||
      isTitle(key) ||
      isBody(key) ||
      isPlace(key) ||
      isLabelled(key) ||
      joined
    ) {
      // `ناشد المتحدث سكان الجولان`: a title with its article takes no noun without one.
      const opens =
        isDefinite(keyAt(items, from)) && at === from + 1 && !isDefinite(key) && !joined && !isJoinedDefinite(key);
      if (opens && (isBody(key) || isLabelled(key) || isPlace(key))) break;
      // `رفضت المستشارة الألمانية الدخول`: after its adjective a definite noun is the sentence's object.
      const before = keyAt(items, at - 1);
      if (
        isDefinite(key) &&
        isDefinite(before) &&
        isAdjective(before) &&
        !isAdjective(key) &&
        !isTitle(key) &&
        at > from + 1
      )
        break;
      // `المدعي العام والشرطة`: another one begins.
      if (
        at > from &&
        core === 0 &&
        isDefinite(key) &&
        isTitle(key) &&
        title.length > 1 &&
        items[at - 1]?.kind === 'word' &&
        /^و/u.test(key)
      )
        break;
      title.push(key);
      continue;
    }
    // `سياسي محلي`, `مسؤول أمريكي`: without articles both.
    isVague ||= at === from + 1 && !isDefinite(keyAt(items, from)) && /(?:ي|يه)$/u.test(key) && !isGiven(key);
    if (isVague && !isGiven(key)) {
      if (title.length > 3) break;
      title.push(key);
      continue;
    }
    // `حاكم ولاية تكساس الأميركية جريغ أبوت`: a place with its adjective, then the person.
    const next = keyAt(items, at + 1);
    if (isDefinite(next) && isAdjective(next) && opensName(items, at + 2) && opensName(items, at + 3)) {
      title.push(key);
      continue;
    }
    const end = nameEnd(items, at, counts);
    // `كبير الاقتصاديين في مؤسسة بانثيون، إيان شيفردسون`: the name of a body inside the title, then the person.
    if (
      items[end.to]?.kind === 'comma' &&
      core > 0 &&
      opensName(items, end.to + 1) &&
      isNameWord(items, end.to + 2) &&
      isBound(items, end.to + 3)
    ) {
      return named(items, from, end.to + 1, counts, title);
    }
    if (isLabelled(keyAt(items, at - 1)) && !isDefinite(keyAt(items, at - 1)) && !isGiven(key)) {
      // `رئيس نادي برشلونة جوسيب بارتوميو`: the first word after a body is the body's own name.
      const run = nameEnd(items, at, counts).to - at;
      if (run < 3) return { kind: 'title', from, to: at + run, title, next: at + run, isBounded: true };
      return named(items, from, Math.max(at + 1, clubEnd(items, at, counts)), counts, title);
    }
    return named(items, from, clubEnd(items, at, counts), counts, title);
  }
  let to = core > 0 ? core : at;
  while (to > from + 1 && items[to - 1]?.kind !== 'word') to -= 1;
  return { kind: 'title', from, to, title, next: to, isBounded: true };
}
