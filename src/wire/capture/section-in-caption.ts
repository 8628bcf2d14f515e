// Section labels that a dump has run together with the caption behind them: `آسيا المرشد الإيراني … (موقع خامنئي)`. One caption alone
// proves little, since captions too begin with names of countries; a block whose captions all begin with a section's name does.
import { matchKey } from '../../arabic/normal-form.ts';
import type { Phrases } from './lexicon/phrases.ts';
import { departmentNames, sectionNames } from './lexicon/sections.ts';

export interface LabelledCaption {
  readonly section: string | null;
  readonly caption: string;
}

/** Share of a block's captions that must begin with a section's name. */
const enough = 0.6;

/** Cuts the section labels off the captions of one block of cards, or leaves all of them whole. */
export function cutSections(captions: readonly string[]): LabelledCaption[] {
  const cuts = captions.map((caption) => labelLength(caption, sectionNames));
  const labelled = cuts.filter((cut) => cut > 0).length;
  if (captions.length >= 2 && labelled >= 2 && labelled >= captions.length * enough) {
    return captions.map((caption, at) =>
      cutAt(caption, (cuts[at] as number) || likelyLabelLength(caption, labelled, captions.length)),
    );
  }
  return captions.map((caption) => {
    const cut = captions.length === 1 ? labelLength(caption, departmentNames) : 0;
    return cutAt(caption, cut);
  });
}

function cutAt(caption: string, words: number): LabelledCaption {
  if (words === 0) return { section: null, caption };
  const parts = caption.split(/\s+/u);
  return { section: parts.slice(0, words).join(' '), caption: parts.slice(words).join(' ') };
}

/** Words of the section's name that the caption begins with; 0 when it begins with none or nothing would be left of it. */
function labelLength(caption: string, names: Phrases): number {
  const words = caption.split(/\s+/u);
  const keys = words.slice(0, 6).map(matchKey);
  // A word that a comma or colon ends is the caption's own: `مصر: …`.
  const whole = keys.findIndex((key, at) => key === '' || /[،,:؛.]$/u.test(words[at] ?? ''));
  const count = names.wordsAtStart(whole === -1 ? keys : keys.slice(0, whole));
  return count > 0 && words.length - count >= 2 ? count : 0;
}

/** Where every other caption has a label and this one an unknown one: two words that agree, else one. */
function likelyLabelLength(caption: string, labelled: number, all: number): number {
  if (labelled < 3 || labelled !== all - 1) return 0;
  const [first = '', second = '', ...rest] = caption.split(/\s+/u);
  if (rest.length < 2) return 0;
  const bothDefinite = first.startsWith('ال') && second.startsWith('ال');
  const adjective = !second.startsWith('ال') && /(?:ية|ي)$/u.test(second) && /^\p{Script=Arabic}/u.test(first);
  return bothDefinite || adjective ? 2 : 1;
}
