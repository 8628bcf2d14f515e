// Who is named at a place of a story: a person, a body or an office, by the fullest name that the story gives.

import { type Counts, isJoined } from './name-words.ts';
import { bare, isAdjective, isBody, isDefinite, isMatter, isOccasion, isPlace, isStop, isTitle } from './nouns.ts';
import type { Phrase } from './person-phrases.ts';
import { phraseAt } from './phrases.ts';
import { genderOf, type Known, orderOf, type Registry, wordsOf } from './registry.ts';
import { fold, type Item } from './scan.ts';
import { AUXILIARIES } from './sentence-words.ts';
import { type Gender, sayingOf } from './verbs.ts';
import type { Resolved, Voice } from './voice.ts';

/** Words that mean nobody until an earlier mention says who. */
const EMPTY = new Set(
  'بيان تقرير مصدر مصادر شركه هييه وزاره منظمه صحيفه وكاله حزب حركه جماعه لجنه مجلس متحدث وزير رييس مسوول نايب لاعب مدرب فنان فنانه مخرج كاتب رجل شاب مدير خبير نادي محكمه شرطه مركز هيكل سيد دراسه رساله موسسه مرصد جمعيه اتحاد نقابه تحالف جيش حكومه مجموعه نجم نجمه ممثل ممثله موقع قناه'.split(
    ' ',
  ),
);
/** `ويقول أحد الرجال`: somebody, whom the words before do not name. */
const SOMEBODY =
  /^(?:احد|احدي|احدهم|احداهن|بعض|بعضهم|عدد|كثير|كثيرون|اخر|اخرون|كل|معظم|الكثير|البعض|العديد|اي|شخص|اشخاص|مواطن|مواطنون|قال)$/u;
/** `وأضاف البيان`: the statement is whoever spoke in it. */
const DOCUMENT = /^(?:ال)(?:بيان|تقرير|بلاغ|مصدر)$/u;
const DOCUMENT_HEAD = /^(?:ال)?(?:بيان|بلاغ|تقرير|رساله|تصريح)/u;

/** Reads names in one paragraph after the other. */
export class Naming {
  readonly #registry: Registry;
  readonly #counts: Counts;
  readonly #texts: readonly string[];
  #text = '';
  #items: readonly Item[] = [];
  #paragraph = 0;
  /** Whoever spoke last: `البيان` and `المتحدث` mean that one. */
  last: Voice | null = null;

  constructor(registry: Registry, counts: Counts, texts: readonly string[]) {
    this.#registry = registry;
    this.#counts = counts;
    this.#texts = texts;
  }

  open(paragraph: number, items: readonly Item[]): void {
    this.#paragraph = paragraph;
    this.#items = items;
    this.#text = this.#texts[paragraph] ?? '';
  }

  /** The word at an item as printed. */
  wordText(at: number): string {
    const item = this.#items[at] as Item;
    return this.#text.slice(item.start, item.end);
  }

  /** `رغم أن روبرتسون كان يشدد`: a known name right before the verb. */
  nameBehind(at: number): Voice | null {
    let before = at - 1;
    while (before > at - 3 && AUXILIARIES.has(this.#items[before]?.key ?? '')) before -= 1;
    const item = this.#items[before];
    if (item === undefined || item.kind !== 'word' || /^[وف]/u.test(this.#items[at]?.key ?? '')) return null;
    const known = this.#registry.person([item.key], this.order(at));
    return known?.isSure === true && known.kind === 'name' ? this.#fullest(known, 'named') : null;
  }

  /** Whether a subject stands after the verb that no list and no count makes a name of: then nobody is guessed. */
  isSomebody(from: number): boolean {
    const item = this.#items[from];
    if (item === undefined || item.kind !== 'word') return false;
    if (SOMEBODY.test(item.key)) return true;
    if (item.inflected) return false;
    if (
      isStop(item.key) ||
      isMatter(item.key) ||
      isOccasion(item.key) ||
      item.key.length < 3 ||
      /^[0-9بل]/u.test(item.key)
    )
      return false;
    // `أبلغ الصحافيين`: the ending says that they are spoken to.
    return !/^(?:ال.*ين|لل.*)$/u.test(item.key) && sayingOf(item.key, '') === undefined;
  }

  /** `ويقول أحد هؤلاء، وهو رحيم غول،`, `قالت إحدى الطالبات، بريانا كوينتانيلا،`. */
  whoIs(from: number): Voice | null {
    for (let next = from + 1; next < from + 8; next += 1) {
      const item = this.#items[next];
      const isHe = /^(?:وه[وي]|[يت]دعي|اسمه|اسمها|[يت]سمي)$/u.test(item?.key ?? '');
      if (item?.kind !== 'comma' && !isHe) continue;
      const phrase = phraseAt(this.#items, next + 1, this.#counts);
      if (phrase?.kind === 'name' && phrase.isBounded && phrase.to - phrase.from > 1) return this.voiceOf(phrase);
      if (item?.kind === 'comma' && !/^وه[وي]$/u.test(this.#items[next + 1]?.key ?? '')) return null;
    }
    return null;
  }

  /** `جاء في بيان للحكومة`, `ورد في تقرير الوكالة`. */
  document(from: number): Voice | null {
    if (this.#items[from]?.key !== 'في') return this.voiceAt(from);
    const noun = this.#items[from + 1];
    if (noun === undefined || noun.kind !== 'word' || !(DOCUMENT_HEAD.test(noun.key) || isBody(noun.key))) return null;
    return this.documentAt(from + 1) ?? (DOCUMENT_HEAD.test(noun.key) ? null : this.voiceAt(from + 1));
  }

  /** The body that a statement is of: `بيان صادر عن وزارة الداخلية`; the statement itself when it names none apart. */
  documentAt(from: number): Voice | null {
    const items = this.#items;
    if (!DOCUMENT_HEAD.test(items[from]?.key ?? '')) return null;
    let at = from + 1;
    if (/^(?:ال)?صادر/u.test(items[at]?.key ?? '')) at += 1;
    if (items[at]?.key === 'عن' || items[at]?.key === 'من') at += 1;
    const key = items[at]?.key ?? '';
    if (at === from + 1 && isDefinite(items[from]?.key ?? '')) return this.voiceAt(from);
    if (key.startsWith('لل')) return this.voiceAt(from);
    if (/^ل./u.test(key) && (isBody(key.slice(1)) || isTitle(key.slice(1)))) return this.voiceAt(at, 1);
    return this.voiceAt(at);
  }

  order(at: number): number {
    return orderOf(this.#paragraph, at);
  }

  /** `cut`: letters joined before the first word that are no part of it, as ل in `لوزارة`. */
  voiceAt(from: number, cut = 0): Voice | null {
    let items = this.#items;
    if (cut > 0 && items[from] !== undefined) {
      const head = items[from] as Item;
      const key = head.key.startsWith('لل') ? `ال${head.key.slice(2)}` : head.key.slice(cut);
      items = [
        ...items.slice(0, from),
        { ...head, key, start: head.key.startsWith('لل') ? head.start : head.start + cut },
        ...items.slice(from + 1, from + 26),
      ];
    }
    const head = items[from]?.key ?? '';
    // `لقناة العربية`, `لترمب`, `الصحافيين`: whom it is said to.
    if (cut === 0 && (/^(?:ال.*ين|لل.*|ل.*ين)$/u.test(head) || isJoined(head, this.#counts))) return null;
    if (cut === 0 && head.startsWith('ل') && this.#registry.hasWord(head.slice(1))) return null;
    const phrase = phraseAt(items, from, this.#counts);
    if (phrase === null) return null;
    return this.voiceOf(phrase, items);
  }

  voiceOf(phrase: Phrase, items = this.#items): Voice | null {
    const order = this.order(phrase.from);
    const keys = wordsOf(items, phrase.from, phrase.to);
    if (keys.length === 0) return null;
    switch (phrase.kind) {
      case 'name': {
        const known = this.#registry.person(keys, order);
        if (known !== null) return known.isSure ? this.#fullest(known, 'named') : null;
        return phrase.title.length > 0 ? this.#asPrinted(phrase, items, 'any') : null;
      }
      case 'body': {
        const surname =
          keys.length === 1 && isDefinite(keys[0] ?? '') && !isBody(keys[0] ?? '')
            ? this.#registry.person(keys, order)
            : null;
        if (surname !== null && surname.kind === 'name') return this.#fullest(surname, 'named');
        if (keys.length === 1 && DOCUMENT.test(keys[0] ?? '') && this.last !== null)
          return this.last.isBody ? { ...this.last, resolved: 'title' } : null;
        const isPart = keys.length === 1 && !isDefinite(keys[0] ?? '');
        const known = isPart ? null : this.#registry.body(keys, order);
        const isEmpty = phrase.to - phrase.from === 1 && EMPTY.has(bare(keys[0] ?? ''));
        if (isEmpty && (known === null || known.keys.length === 1)) return null;
        if (known !== null) return this.#fullest(known, known.keys.length > keys.length ? 'title' : 'named');
        // `التشيكية`: by nation alone.
        if (keys.length === 1 && isAdjective(keys[0] ?? '') && !isBody(keys[0] ?? '') && !isPlace(keys[0] ?? ''))
          return null;
        return this.#asPrinted(phrase, items, genderOf(keys[0] ?? ''));
      }
      case 'title': {
        const known = this.#registry.titled(keys, order);
        if (known !== null) return this.#fullest(known, 'title');
        // `متحدث باسم الجيش`, then `المتحدث`.
        const last = this.last;
        if (keys.length === 1 && last !== null && bare(keys[0] ?? '') === fold(last.speaker.name.split(' ')[0] ?? ''))
          return { ...last, resolved: 'title' };
        if (keys.length === 1 && (EMPTY.has(bare(keys[0] ?? '')) || !isDefinite(keys[0] ?? ''))) return null;
        return this.#asPrinted(phrase, items, genderOf(keys[0] ?? ''));
      }
      default:
        return phrase.kind satisfies never;
    }
  }

  #fullest(known: Known, resolved: Resolved): Voice {
    const { start, end, paragraph, gender } = known;
    const name = tidy((this.#texts[paragraph] ?? '').slice(start, end));
    return { speaker: { name, start, end, paragraph }, resolved, gender, isBody: known.kind === 'body' };
  }

  #asPrinted(phrase: Phrase, items: readonly Item[], gender: Gender): Voice {
    const { start } = items[phrase.from] as Item;
    const { end } = items[phrase.to - 1] as Item;
    const name = tidy(this.#text.slice(start, end));
    return {
      speaker: { name, start, end, paragraph: this.#paragraph },
      resolved: 'named',
      gender,
      isBody: phrase.kind === 'body',
    };
  }
}

/** A name without the signs of a hashtag and without doubled spaces. */
const tidy = (name: string): string => name.replace(/[#_]/gu, ' ').replace(/\s+/gu, ' ').trim();
