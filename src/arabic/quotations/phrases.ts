// Reads who is named at a word: a person with or without a title, a body, or a title alone; and where the name ends.

import { isGivenName } from '../given-names.ts';
import {
  bare,
  isAdjective,
  isBody,
  isDefinite,
  isJoinedDefinite,
  isLabelled,
  isMatter,
  isOccasion,
  isPlace,
  isStop,
  isTitle,
} from './nouns.ts';
import type { Item } from './scan.ts';
import { sayingOf } from './verbs.ts';

export type Phrase = {
  /** `name`: a person by name. `body`: an institution, a place, a people. `title`: a person by office alone. */
  readonly kind: 'name' | 'body' | 'title';
  /** Items of the name, or of the whole phrase when there is none; `to` not included. */
  readonly from: number;
  readonly to: number;
  /** Folded words of the title, before the name or after it. */
  readonly title: readonly string[];
  /** The first item that is no part of the phrase. */
  readonly next: number;
  /** Whether a mark, a particle or a verb ends the name, so that it cannot have run on into the sentence. */
  readonly isBounded: boolean;
};
/** How often each folded word stands in the story: a surname comes back alone, what follows it does not. */
export type Counts = ReadonlyMap<string, number>;

const LONGEST_TITLE = 16;
const LONGEST_NAME = 5;
const LONGEST_BODY = 10;
const LONGEST_LABEL = 40;
/** Titles that tell no one from another: what follows them without an article describes (مصدر أمني) and does not name. */
const VAGUE = new Set(
  'مصدر مصادر متحدث متحدثه ناطق مسوول مسووله مسوولون مسوولين مسيول شاهد شهود خبير خبرا خبيره محلل محللون ناشط ناشطون نشطا عضو طبيب ضابط مراقبون باحث باحثون علما محامي رجل امراه شاب احد عضوه'.split(
    ' ',
  ),
);
const IN_TITLES = new Set(['في', 'لدي', 'علي', 'عن', 'من', 'الي', 'ل', 'ب', 'باسم']);
/** Parts of names that never end one. */
/** The second half of a name: `تقي الدين`, `رحمة الله`. */
const NAME_ENDS = new Set(['الدين', 'الله', 'الحق', 'الاسلام']);
/** `لقناة العربية`: whom it was said to, and no part of a title or a body. */
const MEDIA = /^ل(?:وكاله|صحيفه|قناه|شبكه|موقع|مجله|اذاعه|راديو|تلفزيون|برنامج|محطه|وسايل|بي$)/u;
const NAME_JOINTS = new Set('بن ابن بو ابو ام عبد ال دي دو فان فون دا ديل لو ماك سان بنت ولد ذو اف'.split(' '));

const keyAt = (items: readonly Item[], at: number): string => items[at]?.key ?? '';

/** Whether a word can be part of a proper name: nothing that the lists know as something else. */
export function isNameWord(items: readonly Item[], at: number): boolean {
  const item = items[at];
  if (item === undefined || item.kind !== 'word' || item.inflected || item.key.length < 2) return false;
  const { key } = item;
  if (isStop(key) || /^[0-9\u{660}-\u{669}]/u.test(key)) return false;
  return sayingOf(key, keyAt(items, at + 1)) === undefined;
}

const opensName = (items: readonly Item[], at: number): boolean => {
  const key = keyAt(items, at);
  return (
    isNameWord(items, at) &&
    !isDefinite(key) &&
    !isTitle(key) &&
    !isBody(key) &&
    !isOccasion(key) &&
    !isLabelled(key) &&
    !isMatter(key)
  );
};

const isBound = (items: readonly Item[], at: number): boolean => {
  const item = items[at];
  if (item === undefined || item.kind !== 'word' || item.key.length === 1) return true;
  return isTitle(item.key) || isStop(item.key) || sayingOf(item.key, keyAt(items, at + 1)) !== undefined;
};

type NameEnd = { readonly to: number; readonly isBounded: boolean };

/** Where the name that begins at an item ends. */
function nameEnd(items: readonly Item[], from: number, counts: Counts): NameEnd {
  let at = from + 1;
  while (at < items.length && at - from < LONGEST_NAME && isNameWord(items, at)) {
    const key = keyAt(items, at);
    const isJoint = NAME_JOINTS.has(keyAt(items, at - 1));
    if (!isJoint && (isTitle(key) || isBody(key) || isPlace(key) || isOccasion(key) || isMatter(key))) break;
    if (/^(?:لل|وال|بال)/u.test(key) || MEDIA.test(key)) break;
    if (at - from >= 2 && /^[بل]/u.test(key) && key.length > 4 && !NAME_JOINTS.has(keyAt(items, at - 1))) break;
    // A third word in the shape of a present verb is taken for one: `دونالد ترامب يعتزم`.
    if (
      at - from >= 2 &&
      /^[يت]/u.test(key) &&
      key.length > 3 &&
      !NAME_JOINTS.has(keyAt(items, at - 1)) &&
      !NAME_JOINTS.has(keyAt(items, from))
    )
      break;
    at += 1;
  }
  const isBounded = isBound(items, at);
  if (at - from === 1) return { to: at, isBounded };
  const count = (place: number) => counts.get(keyAt(items, place)) ?? 0;
  const first = count(from);
  let surname = from;
  for (let place = from + 1; place < at; place += 1)
    if (count(place) > first && count(place) > count(surname)) surname = place;
  if (surname > from) {
    let to = surname + 1;
    while (to < at && NAME_JOINTS.has(keyAt(items, to - 1))) to += 1;
    return { to, isBounded: true };
  }
  // `أحلام ترغب في`, `ترامب يعتزم`: a verb that the lists do not know, after a name that comes back alone.
  const second = keyAt(items, from + 1);
  if (/^[يت]/u.test(second) && second.length > 3 && count(from + 1) < first && !isGiven(second))
    return { to: from + 1, isBounded: true };
  // `أبلغ سيميوني مؤتمراً صحفياً:`: a surname that comes back alone, with an object.
  const isAlone = first > count(from + 1) && !isGiven(keyAt(items, from)) && !NAME_JOINTS.has(keyAt(items, from));
  if (isBounded) return at - from > 2 && isAlone ? { to: from + 1, isBounded: true } : { to: at, isBounded };
  if (isAlone && !second.includes('-')) return { to: from + 1, isBounded: false };
  let to = from + 2;
  while (to < at && (NAME_JOINTS.has(keyAt(items, to - 1)) || NAME_ENDS.has(keyAt(items, to)))) to += 1;
  return { to, isBounded: false };
}

/** The words of a title that stands after a name: `زيدان، المدير الفني لريال مدريد،`. */
function titleAfter(items: readonly Item[], from: number): readonly string[] {
  const start = items[from]?.kind === 'comma' ? from + 1 : from;
  if (!isTitle(keyAt(items, start))) return [];
  const words: string[] = [];
  for (let at = start; at < items.length && words.length < 6; at += 1) {
    const item = items[at] as Item;
    if (item.kind !== 'word' || sayingOf(item.key, '') !== undefined || isStop(item.key)) break;
    words.push(item.key);
  }
  return words;
}

/** The phrase that begins at an item, or null when none does. Looks at most 24 items ahead. */
export function phraseAt(items: readonly Item[], from: number, counts: Counts): Phrase | null {
  const head = items[from];
  if (head === undefined || !(isNameWord(items, from) || (head.inflected && isTitle(head.key)))) return null;
  const { key } = head;
  // `والقصص`, `بالخارجية`: joined on, unless the story never has the word without the letter.
  if (isJoinedDefinite(key) && ((counts.get(key) ?? 0) < 2 || (counts.get(key.slice(1)) ?? 0) > (counts.get(key) ?? 0)))
    return null;
  if (isTitle(key)) return titled(items, from, counts);
  if ((isOccasion(key) && !isBody(key)) || isMatter(key) || (isDefinite(key) && isMatter(bare(key)))) return null;
  if (isBody(key) || isDefinite(key) || isPlace(key)) return body(items, from);
  if (isLabelled(key) || isJoined(key, counts)) return null;
  // `وكسب التأييد`: و before a word that the story has once joins, unless a first name begins with it.
  if (key.startsWith('و') && (counts.get(key) ?? 0) < 2 && !isGiven(key)) return null;
  return named(items, from, from, counts, []);
}

/** `قالت لأحلام`: a name behind ل is spoken to; the story has it without, or the lists know it. */
export function isJoined(key: string, counts: Counts): boolean {
  if (!/^[لب]./u.test(key) || key.length < 4) return key === 'لبي';
  if (key.startsWith('بب')) return true;
  const rest = key.slice(1);
  // `باقتضاب`, `باستمرار`: an adverb in the shape of ب and a masdar.
  if (isMatter(rest) || isOccasion(rest) || /^با(?:.ت.ا.|ست..?ا.|ن..ا.)$/u.test(key)) return true;
  if (key.startsWith('ل') && (isBody(rest) || isLabelled(rest) || isTitle(rest) || isPlace(rest) || isGiven(rest)))
    return true;
  return (counts.get(rest) ?? 0) > (counts.get(key) ?? 0);
}

function named(items: readonly Item[], head: number, from: number, counts: Counts, title: readonly string[]): Phrase {
  const { to, isBounded } = nameEnd(items, from, counts);
  return {
    kind: 'name',
    from,
    to,
    title: [...title, ...titleAfter(items, to)],
    next: to,
    isBounded: isBounded || from > head,
  };
}

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

function titled(items: readonly Item[], from: number, counts: Counts): Phrase {
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

function body(items: readonly Item[], from: number): Phrase {
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

const given = new Map<string, boolean>();

/** Whether a folded word is a common first name; remembered, since the lists fold their own way. */
export function isGiven(key: string): boolean {
  if (key.length < 3 || key.length > 10) return false;
  let known = given.get(key);
  if (known === undefined) {
    if (given.size > 20_000) given.clear();
    known = isGivenName(key === 'عليي' ? 'علي' : key);
    given.set(key, known);
  }
  return known;
}
