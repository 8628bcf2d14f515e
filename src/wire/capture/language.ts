// Which language a story is in, by its script and its commonest words: enough to file it under an edition.
import { stopWordsByLanguage } from './lexicon/function-words.ts';

const looked = 1500;

const scripts: readonly (readonly [language: string, letters: RegExp])[] = [
  ['ru', /\p{Script=Cyrillic}/gu],
  ['he', /\p{Script=Hebrew}/gu],
  ['el', /\p{Script=Greek}/gu],
  ['hi', /\p{Script=Devanagari}/gu],
  ['ko', /\p{Script=Hangul}/gu],
  ['zh', /\p{Script=Han}/gu],
  ['th', /\p{Script=Thai}/gu],
  ['hy', /\p{Script=Armenian}/gu],
  ['am', /\p{Script=Ethiopic}/gu],
];

const count = (text: string, letters: RegExp): number => text.match(letters)?.length ?? 0;

/** The language as ISO 639: `ar`, `en`, `fa`, `ur`, … A text without letters is Arabic, the paper's own language. */
export function languageOf(text: string): string {
  const sample = text.slice(0, looked);
  let arabic = 0;
  let latin = 0;
  let other = 0;
  for (let at = 0; at < sample.length; at += 1) {
    const code = sample.charCodeAt(at);
    if (code >= 0x620 && code <= 0x8ff) arabic += 1;
    else if ((code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a) || (code >= 0xc0 && code <= 0x24f))
      latin += 1;
    else if (code > 0x24f && (code < 0x2000 || code > 0x206f)) other += 1;
  }
  if (other > arabic && other > latin) return otherScript(sample);
  return latin > arabic ? latinLanguage(sample) : arabicScriptLanguage(sample, arabic);
}

function otherScript(sample: string): string {
  // Kana mark Japanese, however many Han characters stand beside them.
  if (count(sample, /[\p{Script=Hiragana}\p{Script=Katakana}]/gu) > 10) return 'ja';
  let best = 'und';
  let most = 0;
  for (const [language, letters] of scripts) {
    const found = count(sample, letters);
    if (found > most) {
      best = language;
      most = found;
    }
  }
  return best;
}

const foreignLetter = /[\u{671}-\u{6FF}\u{750}-\u{77F}]/u;

/** Letters that one language of the script has and Arabic has not; names in Arabic papers hold a few of them. */
function arabicScriptLanguage(sample: string, letters: number): string {
  if (!foreignLetter.test(sample)) return 'ar';
  const share = (found: number): boolean => found * 100 > letters;
  if (share(count(sample, /[\u{679}\u{688}\u{691}\u{6BA}\u{6BE}\u{6D2}]/gu))) return 'ur';
  if (share(count(sample, /[\u{695}\u{6B5}\u{6CE}\u{6C6}]/gu))) return 'ckb';
  if (share(count(sample, /[\u{681}\u{685}\u{693}\u{69A}\u{6BC}\u{67C}\u{689}\u{696}\u{6D0}\u{6CD}]/gu))) return 'ps';
  const persian = count(sample, /[\u{67E}\u{686}\u{698}\u{6AF}\u{6A9}\u{6CC}]/gu);
  return persian * 25 > letters ? 'fa' : 'ar';
}

function latinLanguage(sample: string): string {
  const words = sample.toLowerCase().match(/\p{L}+/gu) ?? [];
  let best = 'en';
  let most = 0;
  for (const [language, stopWords] of Object.entries(stopWordsByLanguage)) {
    const found = words.reduce((sum, word) => sum + (stopWords.has(word) ? 1 : 0), 0);
    if (found > most) {
      best = language;
      most = found;
    }
  }
  return best;
}
