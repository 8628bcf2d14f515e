// Walks a story's sentences and keeps who is speaking: by name, by office, by a pronoun, or by going on from before.

import type { Counts } from './name-words.ts';
import { Naming } from './naming.ts';
import { isBody, isDefinite, isMatter, isOccasion, isPlace, isStop, isTitle } from './nouns.ts';
import { phraseAt } from './phrases.ts';
import { type Registry, wordsOf } from './registry.ts';
import type { Item } from './scan.ts';
import { AUXILIARIES, DENIALS, INDIRECT, LEADING, PREPOSITIONS, RELATIVES, SKIPPED } from './sentence-words.ts';
import { isThat, type Saying, sayingOf } from './verbs.ts';
import { agree, type Voice } from './voice.ts';

export type Cue = { readonly verb: string; readonly voice: Voice | null; readonly at: number };

/** Items between a subject and a participle past which another name may have come between. */
const FAR = 25;

export class Attribution {
  readonly #registry: Registry;
  readonly #counts: Counts;
  readonly #naming: Naming;
  #items: readonly Item[] = [];
  /** The subject of the sentence so far, and that of the sentence before. */
  #subject: Voice | null = null;
  #subjectEnd = -1;
  #before: Voice | null = null;
  #sentence = 0;
  cue: Cue | null = null;

  constructor(registry: Registry, counts: Counts, texts: readonly string[]) {
    this.#counts = counts;
    this.#registry = registry;
    this.#naming = new Naming(registry, counts, texts);
  }

  open(paragraph: number, items: readonly Item[]): void {
    this.endSentence(0);
    this.#items = items;
    this.#naming.open(paragraph, items);
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
    return this.#naming.last;
  }

  spoke(voice: Voice | null): void {
    this.#naming.last = voice;
  }

  /** Takes in the word at an item and returns where to read on. */
  word(at: number): number {
    const item = this.#items[at] as Item;
    const saying = this.#sayingAt(at);
    if (at === this.#sentence && /^و[ا]ن(?:ه|ها)?$/u.test(item.key) && this.#naming.last !== null) {
      // `وإن «…»`: a sentence that opens with what was said goes on with whoever said the last.
      this.cue = { verb: this.#naming.wordText(at), voice: { ...this.#naming.last, resolved: 'carried' }, at };
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
          if (voice !== null) this.cue = { verb: this.#naming.wordText(at), voice, at };
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
    if (saying?.role !== 'verb') return saying;
    const isNoun = PREPOSITIONS.has(this.#items[at - 1]?.key ?? '');
    // `عبر موقعها`: in the middle of a sentence a preposition.
    const isVia = this.#items[at]?.key === 'عبر' && at - this.#sentence > 2;
    return isNoun || isVia ? undefined : saying;
  }

  #verb(at: number, saying: Saying): number {
    const items = this.#items;
    const previous = items[at - 1]?.key ?? '';
    let from = at + 1;
    while (from < at + 4 && (items[from]?.kind === 'comma' || SKIPPED.has(items[from]?.key ?? ''))) from += 1;
    if (items[at + 1]?.kind === 'comma' && isStop(items[from]?.key ?? '')) from = at + 1;
    const { key } = items[at] as Item;
    // `لكن سالفيني أبلغ الإعلام`: after a name right before it, the verb has its object behind it.
    if (this.#isLed(at, saying) && this.#subject !== null) {
      this.cue = { verb: this.#naming.wordText(at), voice: this.#subject, at };
      this.#naming.last = this.#subject;
      return at + 1;
    }
    const other = this.#passedOn(at);
    // `خط نقل الغاز`, `في بيان نقلته الوكالة`: not what is passed on from somebody.
    if (other === undefined && /^[وف]?نقل(?:ت?ها?)?$/u.test(key)) return at + 1;
    let found =
      other !== undefined
        ? other
        : /^[وف]?(?:جا|ورد)$/u.test(key)
          ? this.#naming.document(from)
          : this.#naming.voiceAt(from);
    // `واتهم ترامب باستخدام`, `ووصف التصويت بأنه`: with one name before ب, that name is the object.
    if (found !== null && /^[وف]?(?:اتهم|وصف)ت?$/u.test(key) && this.#isObject(from)) found = null;
    // `الاتفاق الذي قال إنه`, `لم يكشف`: a relative clause without a name of its own, or a denial, says nothing new.
    if (RELATIVES.test(previous) && found === null) {
      const isAntecedent = this.#subject !== null && at - this.#subjectEnd <= 2;
      if (this.cue === null)
        this.cue = { verb: this.#naming.wordText(at), voice: isAntecedent ? this.#subject : null, at };
      return at + 1;
    }
    if (DENIALS.has(previous)) return at + 1;
    // `في خطاب قال فيه`: whoever wrote it, and that is not whoever spoke before.
    if (
      found === null &&
      /^فيه(?:ا|م)?$/u.test(items[at + 1]?.key ?? '') &&
      !/^[وف]/u.test(key) &&
      this.#subject === null
    ) {
      this.cue = { verb: this.#naming.wordText(at), voice: null, at };
      return at + 1;
    }
    const behind = found === null && other === undefined ? this.#naming.nameBehind(at) : null;
    const isSomebody = other === null || (found === null && behind === null && this.#naming.isSomebody(from));
    const voice = found ?? behind ?? (isSomebody ? this.#naming.whoIs(from) : this.#pronoun(at, saying));
    if (isSomebody && voice === null) {
      this.#naming.last = null;
      this.#before = null;
    }
    this.cue = { verb: this.#naming.wordText(at), voice, at };
    if (voice !== null) {
      this.#subject = voice;
      this.#naming.last = voice;
    } else this.#subject = null;
    return at + 1;
  }

  /** Whether the sentence's subject stands before its verb: right before, or with a comma or an apposition between. */
  #isLed(at: number, saying: Saying): boolean {
    const subject = this.#subject;
    if (subject === null || this.cue !== null || /^[وف]/u.test(this.#items[at]?.key ?? '')) return false;
    if (!agree(saying.gender, subject.gender) || this.#subjectEnd < 0 || at - this.#subjectEnd > 12) return false;
    let before = at - 1;
    while (before >= this.#subjectEnd && AUXILIARIES.has(this.#items[before]?.key ?? '')) before -= 1;
    if (before < this.#subjectEnd) return true;
    return this.#items[before]?.kind === 'comma' && this.#items[this.#subjectEnd]?.kind === 'comma';
  }

  #isObject(from: number): boolean {
    const phrase = phraseAt(this.#items, from, this.#counts);
    const next = phrase === null ? undefined : this.#items[phrase.next];
    return (
      next?.kind === 'word' && next.key.startsWith('ب') && (this.#subject ?? this.#naming.last ?? this.#before) !== null
    );
  }

  /** `نقلت الوكالة عن لافروف قوله`: the speaker is whom the words are passed on from. */
  #passedOn(at: number): Voice | null | undefined {
    if (!/^[وف]?(?:نقل|نقلت|ينقل|تنقل|تناقلت?|نقلت?ها?)$/u.test(this.#items[at]?.key ?? '')) return undefined;
    for (let next = at + 1; next < at + 16; next += 1) {
      const item = this.#items[next];
      if (item === undefined || (item.kind !== 'word' && item.kind !== 'comma' && item.kind !== 'marked'))
        return undefined;
      if (INDIRECT.has(item.key)) return this.#naming.voiceAt(next + 1);
      // `ونقلت عنه الوكالة`.
      const of = this.#subject ?? this.#naming.last;
      if (/^عنه[ام]?$/u.test(item.key)) return of === null ? null : { ...of, resolved: 'pronoun' };
    }
    return undefined;
  }

  #participle(at: number, saying: Saying): void {
    const items = this.#items;
    const key = items[at]?.key ?? '';
    const isNear = this.#subjectEnd >= 0 && at - this.#subjectEnd <= FAR;
    let voice = this.cue !== null ? this.cue.voice : isNear ? this.#subject : null;
    // `وصفه ترامب بأنه`: a verb with its object has its subject after it.
    if (/^[وف]?وصفه(?:ا|م)?$/u.test(key)) {
      const phrase = phraseAt(items, at + 1, this.#counts);
      if (phrase?.kind === 'name') voice = this.#naming.voiceOf(phrase) ?? voice;
    }
    if (
      voice !== null &&
      !agree(saying.gender, voice.gender) &&
      this.#before !== null &&
      agree(saying.gender, this.#before.gender)
    ) {
      voice = this.cue?.voice === voice ? voice : { ...this.#before, resolved: 'pronoun' };
    }
    if (this.cue === null && voice === null && this.#subject === null) voice = this.#pronoun(at, saying);
    this.cue = { verb: this.#naming.wordText(at), voice, at };
    if (voice !== null) this.#naming.last = voice;
  }

  /** The subject of a verb that has none after it. */
  #pronoun(at: number, saying: Saying): Voice | null {
    const near = this.#subject;
    if (near !== null && agree(saying.gender, near.gender)) {
      const isNext = at - this.#subjectEnd <= 12 && this.cue === null && near.resolved !== 'carried';
      return isNext ? near : { ...near, resolved: saying.role === 'same' ? 'carried' : 'pronoun' };
    }
    const order = saying.role === 'same' ? [this.#naming.last, this.#before] : [this.#before, this.#naming.last];
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
      (isMatter(items[first]?.key ?? '') ||
        isStop(items[first]?.key ?? '') ||
        isDefinite(items[first]?.key ?? '') ||
        isOccasion(items[first]?.key ?? ''))
    )
      return;
    const phrase = phraseAt(items, at, this.#counts);
    if (phrase === null) return;
    const isKnown = this.#registry.person(wordsOf(items, phrase.from, phrase.to), this.#naming.order(at)) !== null;
    if (phrase.kind === 'name' && phrase.from === at && !isKnown) return;
    if (phrase.kind === 'body' && !isBody(items[at]?.key ?? '') && !isPlace(items[at]?.key ?? '')) return;
    const voice = this.#naming.voiceOf(phrase);
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
    if (/^(?:ورد|جا)$/u.test(items[from]?.key ?? '')) from += items[from + 1]?.key === 'في' ? 2 : 1;
    const saying = sayingOf(items[from]?.key ?? '', '');
    if (saying?.role === 'verb') {
      const passed = this.#passedOn(from);
      return passed !== undefined ? passed : this.#naming.voiceAt(from + 1);
    }
    const document = this.#naming.documentAt(from);
    if (document !== null) return document;
    const key = items[from]?.key ?? '';
    if (key.startsWith('لل')) return this.#naming.voiceAt(from, 1);
    if (/^ل./u.test(key) && (isBody(key.slice(1)) || isTitle(key.slice(1)))) return this.#naming.voiceAt(from, 1);
    return this.#naming.voiceAt(from);
  }

  get subject(): Voice | null {
    return this.#subject;
  }

  /** `على حد تعبيره`: whoever is the subject here. */
  #own(): Voice | null {
    const voice = this.cue?.voice ?? this.#subject ?? this.#naming.last;
    return voice === null ? null : { ...voice, resolved: 'pronoun' };
  }

  /** Who is named at an item, by the fullest name; null when nobody plainly is. */
  voiceAt(from: number): Voice | null {
    return this.#naming.voiceAt(from);
  }
}
