// Walks a story's sentences and keeps who is speaking: by name, by office, by a pronoun, or by going on from before.

import { bare, isBody, isDefinite, isOccasion, isStop, isTitle } from './nouns.ts';
import { type Counts, type Phrase, phraseAt } from './phrases.ts';
import { genderOf, type Known, orderOf, type Registry, wordsOf } from './registry.ts';
import type { Item } from './scan.ts';
import { type Gender, isThat, type Saying, sayingOf } from './verbs.ts';

export type Speaker = {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  readonly paragraph: number;
};
/** `named`: by a name in the clause. `title`: by an office. `pronoun`: by the verb's own. `carried`: goes on from before. */
export type Resolved = 'named' | 'title' | 'pronoun' | 'carried';
export type Voice = { readonly speaker: Speaker; readonly resolved: Resolved; readonly gender: Gender };
export type Cue = { readonly verb: string; readonly voice: Voice | null; readonly at: number };

/** Words that mean nobody until an earlier mention says who. */
const EMPTY = new Set(
  'بيان تقرير مصدر مصادر شركه هييه وزاره منظمه صحيفه وكاله حزب حركه جماعه لجنه مجلس متحدث وزير رييس مسوول نايب لاعب مدرب فنان فنانه مخرج كاتب رجل شاب مدير خبير نادي محكمه شرطه مركز هيكل سيد دراسه رساله موسسه مرصد جمعيه اتحاد نقابه تحالف جيش حكومه مجموعه نجم نجمه ممثل ممثله موقع قناه'.split(
    ' ',
  ),
);
/** `وأضاف البيان`: the statement is whoever spoke in it. */
const DOCUMENT = /^(?:ال)(?:بيان|تقرير|بلاغ|مصدر)$/u;
const SKIPPED = new Set(
  'ايضا كذلك بدوره بدورها اليوم امس الاثنين الثلاثاء الاربعا الخميس الجمعه السبت الاحد هنا حينها لاحقا سابقا انذاك مساء صباح ثم'.split(
    ' ',
  ),
);
/** After these the form of a verb is a noun: `في رد`, `بعد كشف`. */
const PREPOSITIONS = new Set('في من علي عن الي بعد قبل خلال دون اي كل مع حول بين اول اخر لاي'.split(' '));
const LEADING = new Set(
  'و ف قد وقد فقد لكن ولكن فيما بينما كما وكما كان وكان كانت وكانت حيث اذ ثم لكنه بعدما عندما حينما عندها ايضا كذلك وكذلك هذا وهذا كانا وفيما'.split(
    ' ',
  ),
);
const INDIRECT = new Set(['عن', 'لسان']);

export class Attribution {
  readonly #registry: Registry;
  readonly #counts: Counts;
  #text = '';
  #texts: readonly string[];
  #items: readonly Item[] = [];
  #paragraph = 0;
  /** The subject of the sentence so far, that of the sentence before, and who spoke last. */
  #subject: Voice | null = null;
  #subjectEnd = -1;
  #before: Voice | null = null;
  #last: Voice | null = null;
  #sentence = 0;
  cue: Cue | null = null;

  constructor(registry: Registry, counts: Counts, texts: readonly string[]) {
    this.#counts = counts;
    this.#registry = registry;
    this.#texts = texts;
  }

  open(paragraph: number, items: readonly Item[]): void {
    this.endSentence(0);
    this.#paragraph = paragraph;
    this.#items = items;
    this.#text = this.#texts[paragraph] ?? '';
  }

  endSentence(next: number): void {
    if (this.#subject !== null) this.#before = this.#subject;
    this.#subject = null;
    this.#subjectEnd = -1;
    this.#sentence = next;
    this.cue = null;
  }

  /** `دبي، الإمارات العربية المتحدة (CNN)—`: what stands before the dash at the head of a story is no sentence. */
  afterDash(at: number): void {
    if (at > 8 || this.cue !== null) return;
    this.#subject = null;
    this.#subjectEnd = -1;
    this.#sentence = at + 1;
  }

  /** Whoever spoke last, for words that go on without a verb. */
  get last(): Voice | null {
    return this.#last;
  }

  spoke(voice: Voice | null): void {
    this.#last = voice;
  }

  /** Takes in the word at an item and returns where to read on. */
  word(at: number): number {
    const item = this.#items[at] as Item;
    const saying = this.#sayingAt(at);
    if (at === this.#sentence && /^و[ا]ن(?:ه|ها)?$/u.test(item.key) && this.#last !== null) {
      // `وإن «…»`: a sentence that opens with what was said goes on with whoever said the last.
      this.cue = { verb: this.#wordText(at), voice: { ...this.#last, resolved: 'carried' }, at };
      return at + 1;
    }
    if (saying === undefined) {
      // `ويذكر أن القيادة العامة قالت`: a clause begins like a sentence.
      if (this.cue === null && this.#subject === null && isThat(item.key)) this.#sentence = at + 1;
      if (this.#subject === null) this.#takeSubject(at);
      return at + 1;
    }
    switch (saying.role) {
      case 'verb':
      case 'same':
        return this.#verb(at, saying);
      case 'participle':
        this.#participle(at, saying);
        return at + 1;
      case 'source': {
        if (at - this.#sentence <= 1) {
          const voice = this.source(at);
          if (voice !== null) this.cue = { verb: this.#wordText(at), voice, at };
        }
        return at + 1;
      }
      default:
        return saying.role satisfies never;
    }
  }

  /** `في رد`, `بعد كشف`: after a preposition the word is a noun. */
  #sayingAt(at: number): Saying | undefined {
    const saying = sayingOf(this.#items[at]?.key ?? '', this.#items[at + 1]?.key ?? '');
    const isNoun = saying?.role === 'verb' && PREPOSITIONS.has(this.#items[at - 1]?.key ?? '');
    return isNoun ? undefined : saying;
  }

  #wordText(at: number): string {
    const item = this.#items[at] as Item;
    return this.#text.slice(item.start, item.end);
  }

  #verb(at: number, saying: Saying): number {
    const items = this.#items;
    const previous = items[at - 1]?.key ?? '';
    let from = at + 1;
    while (from < at + 4 && (items[from]?.kind === 'comma' || SKIPPED.has(items[from]?.key ?? ''))) from += 1;
    if (items[at + 1]?.kind === 'comma' && isStop(items[from]?.key ?? '')) from = at + 1;
    const other = this.#passedOn(at);
    // `خط نقل الغاز`: not what is passed on from somebody.
    if (other === null && /^[وف]?نقل$/u.test(items[at]?.key ?? '')) return at + 1;
    const found =
      other ?? (/^[وف]?(?:جا|ورد)$/u.test(items[at]?.key ?? '') ? this.#document(from) : this.#voiceAt(from));
    // `الاتفاق الذي قال إنه`: a relative clause without a name of its own says nothing new.
    if (found === null && /^[وف]?(?:ال(?:ذي|تي)|ما|مما)$/u.test(previous) && this.#subject === null) return at + 1;
    const voice = found ?? this.#pronoun(at, saying);
    this.cue = { verb: this.#wordText(at), voice, at };
    if (voice !== null) {
      this.#subject = voice;
      this.#last = voice;
    } else this.#subject = null;
    return at + 1;
  }

  /** `نقلت الوكالة عن لافروف قوله`: the speaker is whom the words are passed on from. */
  #passedOn(at: number): Voice | null {
    if (!/^[وف]?(?:نقل|نقلت|ينقل|تنقل|تناقلت?)$/u.test(this.#items[at]?.key ?? '')) return null;
    for (let next = at + 1; next < at + 16; next += 1) {
      const item = this.#items[next];
      if (item === undefined || (item.kind !== 'word' && item.kind !== 'comma' && item.kind !== 'marked')) return null;
      if (INDIRECT.has(item.key)) return this.#voiceAt(next + 1);
    }
    return null;
  }

  /** `جاء في بيان للحكومة`, `ورد في تقرير الوكالة`. */
  #document(from: number): Voice | null {
    if (this.#items[from]?.key !== 'في') return this.#voiceAt(from);
    const noun = this.#items[from + 1];
    if (noun === undefined || noun.kind !== 'word') return null;
    return this.documentAt(from + 1) ?? this.#voiceAt(from + 1);
  }

  /** The body that a statement is of: `بيان صادر عن وزارة الداخلية`; the statement itself when it names none apart. */
  documentAt(from: number): Voice | null {
    const items = this.#items;
    if (!/^(?:ال)?(?:بيان|بلاغ|تقرير|رساله|تصريح)/u.test(items[from]?.key ?? '')) return null;
    let at = from + 1;
    if (/^(?:ال)?صادر/u.test(items[at]?.key ?? '')) at += 1;
    if (items[at]?.key === 'عن' || items[at]?.key === 'من') at += 1;
    const key = items[at]?.key ?? '';
    if (at === from + 1 && isDefinite(items[from]?.key ?? '')) return this.#voiceAt(from);
    if (key.startsWith('لل')) return this.#voiceAt(from);
    if (/^ل./u.test(key) && (isBody(key.slice(1)) || isTitle(key.slice(1)))) return this.#voiceAt(at, 1);
    return this.#voiceAt(at);
  }

  #participle(at: number, saying: Saying): void {
    const items = this.#items;
    const key = items[at]?.key ?? '';
    let voice = this.cue?.voice ?? this.#subject;
    // `وصفه ترامب بأنه`: a verb with its object has its subject after it.
    if (/^[وف]?وصفه(?:ا|م)?$/u.test(key)) {
      const phrase = phraseAt(items, at + 1, this.#counts);
      if (phrase?.kind === 'name') voice = this.#voiceOf(phrase) ?? voice;
    }
    if (
      voice !== null &&
      !agree(saying.gender, voice.gender) &&
      this.#before !== null &&
      agree(saying.gender, this.#before.gender)
    ) {
      voice = this.cue?.voice === voice ? voice : { ...this.#before, resolved: 'pronoun' };
    }
    if (this.cue === null && voice === null) voice = this.#pronoun(at, saying);
    this.cue = { verb: this.#wordText(at), voice, at };
    if (voice !== null) this.#last = voice;
  }

  /** The subject of a verb that has none after it. */
  #pronoun(at: number, saying: Saying): Voice | null {
    const near = this.#subject;
    if (near !== null && agree(saying.gender, near.gender)) {
      const isNext = at - this.#subjectEnd <= 12 && this.cue === null && near.resolved !== 'carried';
      return isNext ? near : { ...near, resolved: saying.role === 'same' ? 'carried' : 'pronoun' };
    }
    const order = saying.role === 'same' ? [this.#last, this.#before] : [this.#before, this.#last];
    for (const voice of order)
      if (voice !== null && agree(saying.gender, voice.gender))
        return { ...voice, resolved: saying.role === 'same' ? 'carried' : 'pronoun' };
    return null;
  }

  /** A name near the head of a sentence, before its verb or after a verb that says nothing of speech. */
  #takeSubject(at: number): void {
    const items = this.#items;
    if (at - this.#sentence > 10) return;
    let first = this.#sentence;
    // `من جانبه،`, `في سياق متصل،`: what opens a sentence up to its comma is not its subject.
    if (isStop(items[first]?.key ?? ''))
      for (let next = first + 1; next <= Math.min(at, first + 6); next += 1)
        if (items[next]?.kind === 'comma') first = next;
    while (first < at && (LEADING.has(items[first]?.key ?? '') || items[first]?.kind !== 'word')) first += 1;
    if (at < first || at > first + 1) return;
    if (
      at === first + 1 &&
      (isStop(items[first]?.key ?? '') || isDefinite(items[first]?.key ?? '') || isOccasion(items[first]?.key ?? ''))
    )
      return;
    const phrase = phraseAt(items, at, this.#counts);
    if (phrase === null) return;
    const isKnown = this.#registry.person(wordsOf(items, phrase.from, phrase.to), this.#order(at)) !== null;
    if (phrase.kind === 'name' && phrase.from === at && !isKnown) return;
    const voice = this.#voiceOf(phrase);
    if (voice === null) return;
    this.#subject = voice;
    this.#subjectEnd = phrase.next;
  }

  /** Who is named after a phrase of source: `بحسب المرصد`, `وفقاً لوزارة الدفاع`, `على حد قوله`. */
  source(at: number): Voice | null {
    const items = this.#items;
    let from = at + 1;
    let own = /(?:تعبير|قول|وصف)ه?ا?$/u.test(items[from]?.key ?? '');
    if (own && /ها?$/u.test(items[from]?.key ?? '')) return this.#own();
    if (own) from += 1;
    own = false;
    while (['ما', 'ل', 'عن', 'لما', 'نص', 'الي'].includes(items[from]?.key ?? '')) from += 1;
    const saying = sayingOf(items[from]?.key ?? '', '');
    if (saying?.role === 'verb') {
      const passed = this.#passedOn(from);
      return passed ?? this.#voiceAt(from + 1);
    }
    const document = this.documentAt(from);
    if (document !== null) return document;
    const key = items[from]?.key ?? '';
    if (key.startsWith('لل')) return this.#voiceAt(from, 1);
    if (/^ل./u.test(key) && (isBody(key.slice(1)) || isTitle(key.slice(1)))) return this.#voiceAt(from, 1);
    return this.#voiceAt(from);
  }

  get subject(): Voice | null {
    return this.#subject;
  }

  /** `على حد تعبيره`: whoever is the subject here. */
  #own(): Voice | null {
    const voice = this.cue?.voice ?? this.#subject ?? this.#last;
    return voice === null ? null : { ...voice, resolved: 'pronoun' };
  }

  /** Who is named at an item, by the fullest name; null when nobody plainly is. */
  voiceAt(from: number): Voice | null {
    return this.#voiceAt(from);
  }

  #order(at: number): number {
    return orderOf(this.#paragraph, at);
  }

  /** `cut`: letters joined before the first word that are no part of it, as ل in `لوزارة`. */
  #voiceAt(from: number, cut = 0): Voice | null {
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
    const phrase = phraseAt(items, from, this.#counts);
    return phrase === null ? null : this.#voiceOf(phrase, items);
  }

  #voiceOf(phrase: Phrase, items = this.#items): Voice | null {
    const order = this.#order(phrase.from);
    const keys = wordsOf(items, phrase.from, phrase.to);
    if (keys.length === 0) return null;
    switch (phrase.kind) {
      case 'name': {
        const known = this.#registry.person(keys, order);
        if (known !== null) return known.isSure ? this.#fullest(known, 'named') : null;
        return phrase.isBounded || phrase.title.length > 0 ? this.#asPrinted(phrase, items, 'any') : null;
      }
      case 'body': {
        const surname =
          keys.length === 1 && isDefinite(keys[0] ?? '') && !isBody(keys[0] ?? '')
            ? this.#registry.person(keys, order)
            : null;
        if (surname !== null && surname.kind === 'name') return this.#fullest(surname, 'named');
        if (keys.length === 1 && DOCUMENT.test(keys[0] ?? '') && this.#last !== null)
          return { ...this.#last, resolved: 'title' };
        const known = this.#registry.body(keys, order);
        const isEmpty = keys.length === 1 && EMPTY.has(bare(keys[0] ?? ''));
        if (isEmpty && (known === null || known.keys.length === 1)) return null;
        if (known !== null) return this.#fullest(known, known.keys.length > keys.length ? 'title' : 'named');
        return this.#asPrinted(phrase, items, genderOf(keys[0] ?? ''));
      }
      case 'title': {
        const known = this.#registry.titled(keys, order);
        if (known !== null) return this.#fullest(known, 'title');
        if (keys.length === 1 && EMPTY.has(bare(keys[0] ?? ''))) return null;
        return this.#asPrinted(phrase, items, genderOf(keys[0] ?? ''));
      }
      default:
        return phrase.kind satisfies never;
    }
  }

  #fullest(known: Known, resolved: Resolved): Voice {
    const name = (this.#texts[known.paragraph] ?? '').slice(known.start, known.end);
    return {
      speaker: { name: tidy(name), start: known.start, end: known.end, paragraph: known.paragraph },
      resolved,
      gender: known.gender,
    };
  }

  #asPrinted(phrase: Phrase, items: readonly Item[], gender: Gender): Voice {
    const { start } = items[phrase.from] as Item;
    const { end } = items[phrase.to - 1] as Item;
    const name = tidy(this.#text.slice(start, end));
    return { speaker: { name, start, end, paragraph: this.#paragraph }, resolved: 'named', gender };
  }
}

/** A name without the signs of a hashtag and without doubled spaces. */
const tidy = (name: string): string => name.replace(/[#_]/gu, ' ').replace(/\s+/gu, ' ').trim();

export const agree = (verb: Gender, subject: Gender): boolean =>
  verb === 'any' || subject === 'any' || verb === subject;
