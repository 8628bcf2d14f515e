// Walks a story's sentences and keeps who is speaking: by name, by office, by a pronoun, or by going on from before.

import { bare, isAdjective, isBody, isDefinite, isMatter, isOccasion, isPlace, isStop, isTitle } from './nouns.ts';
import { type Counts, isJoined, type Phrase, phraseAt } from './phrases.ts';
import { genderOf, type Known, orderOf, type Registry, wordsOf } from './registry.ts';
import { fold, type Item } from './scan.ts';
import { type Gender, isThat, type Saying, sayingOf } from './verbs.ts';

export type Speaker = {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  readonly paragraph: number;
};
/** `named`: by a name in the clause. `title`: by an office. `pronoun`: by the verb's own. `carried`: goes on from before. */
export type Resolved = 'named' | 'title' | 'pronoun' | 'carried';
export type Voice = {
  readonly speaker: Speaker;
  readonly resolved: Resolved;
  readonly gender: Gender;
  readonly isBody: boolean;
};
export type Cue = { readonly verb: string; readonly voice: Voice | null; readonly at: number };

/** Words that mean nobody until an earlier mention says who. */
const EMPTY = new Set(
  'بيان تقرير مصدر مصادر شركه هييه وزاره منظمه صحيفه وكاله حزب حركه جماعه لجنه مجلس متحدث وزير رييس مسوول نايب لاعب مدرب فنان فنانه مخرج كاتب رجل شاب مدير خبير نادي محكمه شرطه مركز هيكل سيد دراسه رساله موسسه مرصد جمعيه اتحاد نقابه تحالف جيش حكومه مجموعه نجم نجمه ممثل ممثله موقع قناه'.split(
    ' ',
  ),
);
const RELATIVES = /^[وف]?(?:ال(?:ذي|تي|ذين|لذين|لتين|لواتي)|ما|مما|من)$/u;
const AUXILIARIES = new Set(['كان', 'كانت', 'قد']);
/** Items between a subject and a participle past which another name may have come between. */
const FAR = 25;
const DENIALS = new Set(['لم', 'لن', 'لا', 'ولم', 'ولن', 'ولا', 'الا']);
/** `ويقول أحد الرجال`: somebody, whom the words before do not name. */
const SOMEBODY =
  /^(?:احد|احدي|احدهم|احداهن|بعض|بعضهم|عدد|كثير|كثيرون|اخر|اخرون|كل|معظم|الكثير|البعض|العديد|اي|شخص|اشخاص|مواطن|مواطنون|قال)$/u;
/** `وأضاف البيان`: the statement is whoever spoke in it. */
const DOCUMENT = /^(?:ال)(?:بيان|تقرير|بلاغ|مصدر)$/u;
const DOCUMENT_HEAD = /^(?:ال)?(?:بيان|بلاغ|تقرير|رساله|تصريح)/u;
const SKIPPED = new Set(
  'عليه عليها عليهم له لها لهم فيه فيها ايضا كذلك بدوره بدورها اليوم امس الاثنين الثلاثاء الاربعا الخميس الجمعه السبت الاحد هنا حينها لاحقا سابقا انذاك مساء صباح ثم'.split(
    ' ',
  ),
);
/** After these the form of a verb is a noun: `في رد`, `بعد كشف`. */
const PREPOSITIONS = new Set(
  'رغم ورغم اثر قبيل منذ بسبب عقب وعقب وبعد وقبل ومنذ وفي وعن عدم يتم تم في من علي عن الي بعد قبل خلال دون اي كل مع حول بين اول اخر لاي'.split(
    ' ',
  ),
);
const LEADING = new Set(
  'و ف قد وقد فقد لكن ولكن فيما بينما كما وكما كان وكان كانت وكانت حيث اذ ثم لكنه بعدما عندما وعندما حينما وحينما وبعدما ولما لما عندها ايضا كذلك وكذلك هذا وهذا كانا وفيما'.split(
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
    if (saying?.role !== 'verb') return saying;
    const isNoun = PREPOSITIONS.has(this.#items[at - 1]?.key ?? '');
    // `عبر موقعها`: in the middle of a sentence a preposition.
    const isVia = this.#items[at]?.key === 'عبر' && at - this.#sentence > 2;
    return isNoun || isVia ? undefined : saying;
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
    const { key } = items[at] as Item;
    // `لكن سالفيني أبلغ الإعلام`: after a name right before it, the verb has its object behind it.
    if (this.#isLed(at, saying) && this.#subject !== null) {
      this.cue = { verb: this.#wordText(at), voice: this.#subject, at };
      this.#last = this.#subject;
      return at + 1;
    }
    const other = this.#passedOn(at);
    // `خط نقل الغاز`, `في بيان نقلته الوكالة`: not what is passed on from somebody.
    if (other === undefined && /^[وف]?نقل(?:ت?ها?)?$/u.test(key)) return at + 1;
    let found =
      other !== undefined ? other : /^[وف]?(?:جا|ورد)$/u.test(key) ? this.#document(from) : this.#voiceAt(from);
    // `واتهم ترامب باستخدام`, `ووصف التصويت بأنه`: with one name before ب, that name is the object.
    if (found !== null && /^[وف]?(?:اتهم|وصف)ت?$/u.test(key) && this.#isObject(from)) found = null;
    // `الاتفاق الذي قال إنه`, `لم يكشف`: a relative clause without a name of its own, or a denial, says nothing new.
    if (RELATIVES.test(previous) && found === null) {
      const isAntecedent = this.#subject !== null && at - this.#subjectEnd <= 2;
      if (this.cue === null) this.cue = { verb: this.#wordText(at), voice: isAntecedent ? this.#subject : null, at };
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
      this.cue = { verb: this.#wordText(at), voice: null, at };
      return at + 1;
    }
    const behind = found === null && other === undefined ? this.#nameBehind(at) : null;
    const isSomebody = other === null || (found === null && behind === null && this.#isSomebody(from));
    const voice = found ?? behind ?? (isSomebody ? this.#whoIs(from) : this.#pronoun(at, saying));
    if (isSomebody && voice === null) {
      this.#last = null;
      this.#before = null;
    }
    this.cue = { verb: this.#wordText(at), voice, at };
    if (voice !== null) {
      this.#subject = voice;
      this.#last = voice;
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
    return next?.kind === 'word' && next.key.startsWith('ب') && (this.#subject ?? this.#last ?? this.#before) !== null;
  }

  /** `رغم أن روبرتسون كان يشدد`: a known name right before the verb. */
  #nameBehind(at: number): Voice | null {
    let before = at - 1;
    while (before > at - 3 && AUXILIARIES.has(this.#items[before]?.key ?? '')) before -= 1;
    const item = this.#items[before];
    if (item === undefined || item.kind !== 'word' || /^[وف]/u.test(this.#items[at]?.key ?? '')) return null;
    const known = this.#registry.person([item.key], this.#order(at));
    return known?.isSure === true && known.kind === 'name' ? this.#fullest(known, 'named') : null;
  }

  /** Whether a subject stands after the verb that no list and no count makes a name of: then nobody is guessed. */
  #isSomebody(from: number): boolean {
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
  #whoIs(from: number): Voice | null {
    for (let next = from + 1; next < from + 8; next += 1) {
      const item = this.#items[next];
      const isHe = /^(?:وه[وي]|[يت]دعي|اسمه|اسمها|[يت]سمي)$/u.test(item?.key ?? '');
      if (item?.kind !== 'comma' && !isHe) continue;
      const phrase = phraseAt(this.#items, next + 1, this.#counts);
      if (phrase?.kind === 'name' && phrase.isBounded && phrase.to - phrase.from > 1) return this.#voiceOf(phrase);
      if (item?.kind === 'comma' && !/^وه[وي]$/u.test(this.#items[next + 1]?.key ?? '')) return null;
    }
    return null;
  }

  /** `نقلت الوكالة عن لافروف قوله`: the speaker is whom the words are passed on from. */
  #passedOn(at: number): Voice | null | undefined {
    if (!/^[وف]?(?:نقل|نقلت|ينقل|تنقل|تناقلت?|نقلت?ها?)$/u.test(this.#items[at]?.key ?? '')) return undefined;
    for (let next = at + 1; next < at + 16; next += 1) {
      const item = this.#items[next];
      if (item === undefined || (item.kind !== 'word' && item.kind !== 'comma' && item.kind !== 'marked'))
        return undefined;
      if (INDIRECT.has(item.key)) return this.#voiceAt(next + 1);
      // `ونقلت عنه الوكالة`.
      const of = this.#subject ?? this.#last;
      if (/^عنه[ام]?$/u.test(item.key)) return of === null ? null : { ...of, resolved: 'pronoun' };
    }
    return undefined;
  }

  /** `جاء في بيان للحكومة`, `ورد في تقرير الوكالة`. */
  #document(from: number): Voice | null {
    if (this.#items[from]?.key !== 'في') return this.#voiceAt(from);
    const noun = this.#items[from + 1];
    if (noun === undefined || noun.kind !== 'word' || !(DOCUMENT_HEAD.test(noun.key) || isBody(noun.key))) return null;
    return this.documentAt(from + 1) ?? (DOCUMENT_HEAD.test(noun.key) ? null : this.#voiceAt(from + 1));
  }

  /** The body that a statement is of: `بيان صادر عن وزارة الداخلية`; the statement itself when it names none apart. */
  documentAt(from: number): Voice | null {
    const items = this.#items;
    if (!DOCUMENT_HEAD.test(items[from]?.key ?? '')) return null;
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
    const isNear = this.#subjectEnd >= 0 && at - this.#subjectEnd <= FAR;
    let voice = this.cue !== null ? this.cue.voice : isNear ? this.#subject : null;
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
    if (this.cue === null && voice === null && this.#subject === null) voice = this.#pronoun(at, saying);
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
      (isMatter(items[first]?.key ?? '') ||
        isStop(items[first]?.key ?? '') ||
        isDefinite(items[first]?.key ?? '') ||
        isOccasion(items[first]?.key ?? ''))
    )
      return;
    const phrase = phraseAt(items, at, this.#counts);
    if (phrase === null) return;
    const isKnown = this.#registry.person(wordsOf(items, phrase.from, phrase.to), this.#order(at)) !== null;
    if (phrase.kind === 'name' && phrase.from === at && !isKnown) return;
    if (phrase.kind === 'body' && !isBody(items[at]?.key ?? '') && !isPlace(items[at]?.key ?? '')) return;
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
    if (/^(?:ورد|جا)$/u.test(items[from]?.key ?? '')) from += items[from + 1]?.key === 'في' ? 2 : 1;
    const saying = sayingOf(items[from]?.key ?? '', '');
    if (saying?.role === 'verb') {
      const passed = this.#passedOn(from);
      return passed !== undefined ? passed : this.#voiceAt(from + 1);
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
    const head = items[from]?.key ?? '';
    // `لقناة العربية`, `لترمب`, `الصحافيين`: whom it is said to.
    if (cut === 0 && (/^(?:ال.*ين|لل.*|ل.*ين)$/u.test(head) || isJoined(head, this.#counts))) return null;
    if (cut === 0 && head.startsWith('ل') && this.#registry.hasWord(head.slice(1))) return null;
    const phrase = phraseAt(items, from, this.#counts);
    if (phrase === null) return null;
    return this.#voiceOf(phrase, items);
  }

  #voiceOf(phrase: Phrase, items = this.#items): Voice | null {
    const order = this.#order(phrase.from);
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
        if (keys.length === 1 && DOCUMENT.test(keys[0] ?? '') && this.#last !== null)
          return this.#last.isBody ? { ...this.#last, resolved: 'title' } : null;
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
        const last = this.#last;
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

export const agree = (verb: Gender, subject: Gender): boolean =>
  verb === 'any' || subject === 'any' || verb === subject;
