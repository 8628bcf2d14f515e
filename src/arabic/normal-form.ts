// Normal forms of Arabic text, each a named step with the loss that it costs, and the two compositions of them that
// everything else uses: `cleanText` for what is stored and shown, `matchKey` for what is only compared.
//
// Order matters. Presentation forms fold first, since nothing else recognises them. Text is composed (NFC) before marks
// are taken off, because a decomposed أ is an alef and a mark, and would lose its hamza with the vowels.

import {
  ARABIC_ONLY_LETTERS,
  BIDI_MARKS,
  CONTROLS,
  DIGITS,
  HAMZA_MARKS,
  ODD_SPACES,
  PERSIAN_ONLY_LETTERS,
  PRESENTATION_FORMS,
  QUOTES,
  SCRIPT_LETTERS,
  TASHKEEL,
  TATWEEL,
  ZERO_WIDTH,
  ZWJ,
  ZWNJ,
} from './characters.ts';
import { characterAt, characterBefore } from './code-points.ts';
import { endsInMaksura } from './maksura.ts';

const presentationForm = new RegExp(`[${PRESENTATION_FORMS}]`, 'gu');
const carriedMark = new RegExp(`^[ ${TATWEEL}](?=[${TASHKEEL}])`, 'u');

/**
 * Letters in a joined shape become the letters themselves: `ﻣﺠﻠﺲ اﻷﻣﻦ` → `مجلس الأمن`.
 * Loss: none that a reader sees. ﷺ, ﷽, ﷼ and ﴾﴿ stay as they are; other compatibility characters (½, ﬁ, ㎏) too.
 */
export function foldPresentationForms(text: string): string {
  // A mark's isolated shape decomposes to a space and the mark, which would cut the word: only the mark is kept.
  return text.replace(presentationForm, (form) => form.normalize('NFKC').replace(carriedMark, ''));
}

const tashkeel = new RegExp(`[${TASHKEEL}]`, 'gu');

/**
 * Takes off vowel marks: `تُرحّب` → `ترحب`.
 * Loss: readings that only a mark tells apart (كُتِبَ and كَتَبَ). Hamza and madda stay, also as combining marks.
 */
export function stripTashkeel(text: string): string {
  return text.replace(tashkeel, '');
}

const tatweel = new RegExp(`[${TATWEEL}]`, 'gu');

/**
 * Takes off every tatweel: `العـــراق` → `العراق`, `لـ«حماس»` → `ل«حماس»`, `1445هـ` → `1445ه`.
 * Loss: the printed shape of prefixes before quotes and figures, and of هـ.
 */
export function stripTatweel(text: string): string {
  return text.replace(tatweel, '');
}

const invisible = new RegExp(`[${BIDI_MARKS}${ZERO_WIDTH}${CONTROLS}]`, 'gu');
const joinedWord = new RegExp(`[${SCRIPT_LETTERS}${TASHKEEL}${HAMZA_MARKS}${TATWEEL}${ZWNJ}${ZWJ}]+`, 'gu');
const persianOnly = new RegExp(`[${PERSIAN_ONLY_LETTERS}\\u{6A9}\\u{6CC}]`, 'u');
const joiners = new RegExp(`[${ZWNJ}${ZWJ}]`, 'u');
const scriptLetter = new RegExp(`[${SCRIPT_LETTERS}]`, 'u');
const joiner = new RegExp(`[${ZWNJ}${ZWJ}]`, 'gu');
const innerNonJoiner = new RegExp(`(?<=[${SCRIPT_LETTERS}])${ZWNJ}+(?=[${SCRIPT_LETTERS}])`, 'gu');
const joinerRun = new RegExp(`[${ZWNJ}${ZWJ}]+`, 'gu');
const joinable = /[\p{L}\p{M}\p{Extended_Pictographic}\p{Emoji_Modifier}]/u;
const latinLetter = /\p{Script=Latin}/u;

/**
 * Takes out what shows nothing: bidi marks, zero-width spaces, byte order marks, soft hyphens, control characters.
 * A zero width non-joiner inside a word with Persian letters becomes a space (`می‌خواهم` → `می خواهم`), elsewhere in
 * Arabic script it goes; zero width joiners go from Arabic script and stay inside emoji and Indic words.
 * Loss: a Persian word written with a half-space becomes two words, and the order of signs beside figures is left to
 * whoever shows the text (`latinRuns` says what to isolate).
 */
export function stripInvisible(text: string): string {
  const visible = text.replace(invisible, '');
  if (!joiners.test(visible)) return visible;
  return visible
    .replace(joinedWord, (word) => {
      if (!joiners.test(word) || !scriptLetter.test(word)) return word;
      return (persianOnly.test(word) ? word.replace(innerNonJoiner, ' ') : word).replace(joiner, '');
    })
    .replace(joinerRun, (run: string, at: number, whole: string) =>
      canJoin(characterBefore(whole, at)) && canJoin(characterAt(whole, at + run.length)) ? run : '',
    );
}

function canJoin(character: string): boolean {
  return joinable.test(character) && !latinLetter.test(character);
}

/**
 * أ إ آ ٱ and their kin become ا: `أمس` → `امس`.
 * Loss: إن and أن, فأر and فار meet.
 */
export function foldAlef(text: string): string {
  return text.replace(/[\u{622}\u{623}\u{625}\u{671}\u{672}\u{673}\u{675}]/gu, 'ا');
}

/**
 * ى becomes ي: `التى` → `التي`.
 * Loss: على and علي meet.
 */
export function foldYa(text: string): string {
  return text.replace(/\u{649}/gu, 'ي');
}

/**
 * ة becomes ه: `المدرسة` → `المدرسه`.
 * Loss: منة and منه meet.
 */
export function foldTaMarbuta(text: string): string {
  return text.replace(/\u{629}/gu, 'ه');
}

/**
 * Hamza on a seat becomes the seat (ؤ → و, ئ → ي) and a lone or combining hamza goes: `شيء` and `شئ` → `شي`.
 * Loss: سماء and سما, رئيس and ريس meet; مسؤول and مسئول stay apart. Alef is `foldAlef`'s.
 */
export function foldHamza(text: string): string {
  return text
    .replace(/\u{624}/gu, 'و')
    .replace(/\u{626}/gu, 'ي')
    .replace(/[\u{621}\u{653}-\u{655}\u{674}]/gu, '');
}

/**
 * Letters of Persian and Urdu keyboards become the Arabic letter with the same sound: ک ڪ → ك, ی ے → ي, ہ ھ ە ۀ → ه, ۃ → ة.
 * Loss: a final ی that stood for ى becomes ي (fold ya as well, or use `cleanText`, which knows the common words).
 * پ چ ژ گ stay: they are other sounds.
 */
export function foldPersian(text: string): string {
  return text
    .replace(/[\u{6A9}\u{6AA}\u{6AB}]/gu, 'ك')
    .replace(/[\u{6CC}\u{6CD}\u{6D0}\u{6D2}\u{620}]/gu, 'ي')
    .replace(/[\u{6BE}\u{6C0}\u{6C1}\u{6C2}\u{6D5}]/gu, 'ه')
    .replace(/\u{6C3}/gu, 'ة');
}

const arabicDigit = /[\u{660}-\u{669}\u{6F0}-\u{6F9}]/gu;

/**
 * Digits of the three families become 0 to 9: `٢٠٢٣` and `۲۰۲۳` → `2023`. Separators stay.
 * Loss: which family was printed.
 */
export function foldDigits(text: string): string {
  return text.replace(arabicDigit, (digit) => String((digit.codePointAt(0) as number) & 0xf));
}

const oddSpace = new RegExp(`[${ODD_SPACES}\\u{2028}]`, 'gu');
const extendedDigit = /[\u{6F0}-\u{6F9}]/gu;
const elongation = new RegExp(
  `(?<=[${SCRIPT_LETTERS}${TASHKEEL}])[${TATWEEL}]+(?=[${TASHKEEL}]*[${SCRIPT_LETTERS}])`,
  'gu',
);
const detachedPrefix = new RegExp(`(?<![${SCRIPT_LETTERS}${TASHKEEL}${HAMZA_MARKS}${TATWEEL}])[وف]?[وفبلكس]$`, 'u');

/**
 * Repairs text that comes in, and changes nothing that a reader sees as text: lines end in `\n`; presentation forms,
 * letters and digits of Persian keyboards become Arabic ones (in words and lines that are not themselves Persian or
 * Urdu); marks that show nothing go; every kind of space becomes a space; elongating tatweel goes (`العـــراق`) and
 * spelling tatweel stays (`هـ`, `لـ«حماس»`, `الـ21`, `لـحماس`); what is left is in NFC. Tashkeel, punctuation, double
 * spaces and line breaks stay. Doing it twice is doing it once.
 */
export function cleanText(text: string): string {
  const unified = text.replace(/\r\n?|[\u{85}\u{2029}]/gu, '\n');
  const visible = stripInvisible(foldPresentationForms(unified)).replace(oddSpace, ' ').normalize('NFC');
  return stripElongation(repairPersianLetters(visible)).normalize('NFC');
}

function stripElongation(text: string): string {
  if (!text.includes('\u{640}')) return text;
  return text.replace(elongation, (strokes: string, at: number) => {
    const isDetachedPrefix = strokes.length === 1 && detachedPrefix.test(text.slice(Math.max(0, at - 3), at));
    return isDetachedPrefix ? strokes : '';
  });
}

const persianLetter = /[\u{6A9}\u{6AA}\u{6CC}\u{6BE}\u{6C1}\u{6C3}\u{6F0}-\u{6F9}]/u;
const scriptWord = new RegExp(`[${SCRIPT_LETTERS}${TASHKEEL}${HAMZA_MARKS}${TATWEEL}]+`, 'gu');
const foreignLetter = new RegExp(`[${PERSIAN_ONLY_LETTERS}]`, 'u');
const arabicOnly = new RegExp(`[${ARABIC_ONLY_LETTERS}]`, 'u');
const finalFarsiYeh = new RegExp(`\\u{6CC}(?=[${TASHKEEL}]*$)`, 'u');

/**
 * A line with letters that only Persian or Urdu has, and none that only Arabic has, is in that language and is left
 * alone; so is a word with such letters in an Arabic line.
 */
function repairPersianLetters(text: string): string {
  if (!persianLetter.test(text)) return text;
  return text
    .split('\n')
    .map((line) => {
      if (!persianLetter.test(line) || (foreignLetter.test(line) && !arabicOnly.test(line))) return line;
      return line.replace(scriptWord, repairWord).replace(extendedDigit, foldDigits);
    })
    .join('\n');
}

function repairWord(word: string): string {
  if (foreignLetter.test(word)) return word;
  const repaired = word
    .replace(/[\u{6A9}\u{6AA}]/gu, 'ك')
    .replace(/[\u{6BE}\u{6C1}]/gu, 'ه')
    .replace(/\u{6C3}/gu, 'ة');
  if (!repaired.includes('\u{6CC}')) return repaired;
  // The letter has no dots at the end of a word, so that only the word itself says whether it is ى or ي.
  const ending = endsInMaksura(repaired) ? 'ى' : 'ي';
  return repaired.replace(finalFarsiYeh, ending).replace(/\u{6CC}/gu, 'ي');
}

const anyQuote = new RegExp(`[${QUOTES}()\\[\\]{}﴾﴿]`, 'gu');
const groupSeparator = new RegExp(`(?<=[${DIGITS}])[,٬](?=[${DIGITS}]{3}(?![${DIGITS}]))`, 'gu');
const initialsDot = /(?<=(?<!\p{L})\p{L})\.(?=\p{L}(?!\p{L}))/gu;
const notCompared = /[^\p{L}\p{N}\p{M}%+.$€£¥]+/gu;
const looseDot = /(?<!\p{N})\.|\.(?!\p{N})/gu;
const loosePlus = /\+(?!\p{N})/gu;

/**
 * The form in which headlines and captions are compared for being the same: `cleanText`, then every fold, no tashkeel
 * nor tatweel, no quotes nor brackets, other punctuation and space as one space, small letters.
 * `«حماس» تُرحّب بـ«الخطوة»` and `حماس ترحب بالخطوة` meet. Loss: all of the above; never show it. Empty when nothing but
 * punctuation was there: an empty key matches nothing.
 */
export function matchKey(text: string): string {
  const bare = foldDigits(stripTatweel(stripTashkeel(cleanText(text))));
  const folded = foldTaMarbuta(foldYa(foldHamza(foldAlef(foldPersian(bare)))));
  return folded
    .replace(groupSeparator, '')
    .replace(/٫/gu, '.')
    .replace(/٪/gu, '%')
    .replace(anyQuote, '')
    .replace(initialsDot, '')
    .toLowerCase()
    .normalize('NFC')
    .replace(notCompared, ' ')
    .replace(looseDot, ' ')
    .replace(loosePlus, ' ')
    .replace(/ {2,}/g, ' ')
    .trim();
}
