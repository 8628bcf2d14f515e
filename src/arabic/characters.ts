// Named classes of the characters of written Arabic, as the bodies of regular-expression classes: `[${TASHKEEL}]`.
//
// Every class is a string without its brackets, so that classes can be joined: `new RegExp(`[${ARABIC_LETTERS}${TASHKEEL}]+`, 'gu')`.
// All need the `u` flag. Code points are from the Unicode 17 charts for Arabic (0600), Arabic Supplement (0750),
// Arabic Extended-A (08A0) and the presentation forms (FB50, FE70).

/**
 * Vowel marks and reading signs that may be taken off a letter and leave the same letter: tanwin, short vowels, shadda,
 * sukun, dagger alef, honorific and Qur'anic marks. The three marks U+0653 to U+0655 (madda and hamza as combining
 * marks) are not here: taking them off would change the letter.
 */
export const TASHKEEL =
  '\\u{610}-\\u{61A}\\u{64B}-\\u{652}\\u{656}-\\u{65F}\\u{670}\\u{6D6}-\\u{6DC}\\u{6DF}-\\u{6E8}\\u{6EA}-\\u{6ED}\\u{8CA}-\\u{8E1}\\u{8E3}-\\u{8FF}';

/** Madda above, hamza above, hamza below as combining marks: part of the letter under or over which they stand. */
export const HAMZA_MARKS = '\\u{653}-\\u{655}';

/** The stroke that lengthens a join: ـ. It carries no sound. */
export const TATWEEL = '\\u{640}';

/** The 28 letters of Arabic with the forms of hamza, ة and ى: ء to ي without tatweel. */
export const ARABIC_LETTERS = '\\u{621}-\\u{63A}\\u{641}-\\u{64A}';

/** Letters of the Arabic script that other languages added (Persian, Urdu, Kurdish …), and alef wasla. */
export const EXTENDED_LETTERS =
  '\\u{620}\\u{63B}-\\u{63F}\\u{66E}\\u{66F}\\u{671}-\\u{6D3}\\u{6D5}\\u{6E5}\\u{6E6}\\u{6EE}\\u{6EF}\\u{6FA}-\\u{6FC}\\u{6FF}\\u{750}-\\u{77F}\\u{8A0}-\\u{8C7}';

/** Any letter of the Arabic script. */
export const SCRIPT_LETTERS = `${ARABIC_LETTERS}${EXTENDED_LETTERS}`;

/** 0 to 9, as the Maghreb and most pan-Arab sites print figures. */
export const ASCII_DIGITS = '0-9';

/** ٠ to ٩, Arabic-Indic, as Egypt and the Levant print them. */
export const ARABIC_INDIC_DIGITS = '\\u{660}-\\u{669}';

/** ۰ to ۹, as Iran and Pakistan print them; a keyboard accident in Arabic text. */
export const EXTENDED_DIGITS = '\\u{6F0}-\\u{6F9}';

/** The three families of digits. */
export const DIGITS = `${ASCII_DIGITS}${ARABIC_INDIC_DIGITS}${EXTENDED_DIGITS}`;

/** Marks that steer the bidirectional algorithm: LRM, RLM, ALM, embeddings, overrides, isolates. */
export const BIDI_MARKS = '\\u{200E}\\u{200F}\\u{61C}\\u{202A}-\\u{202E}\\u{2066}-\\u{2069}';

/**
 * Marks without width that show nothing: zero width space, word joiner, invisible operators, byte order mark, soft
 * hyphen, Mongolian vowel separator. The joiners U+200C and U+200D are apart: they can carry meaning.
 */
export const ZERO_WIDTH = '\\u{200B}\\u{2060}-\\u{2064}\\u{FEFF}\\u{AD}\\u{180E}';

/** Zero width non-joiner: parts the halves of a Persian word. */
export const ZWNJ = '\\u{200C}';

/** Zero width joiner: glues emoji, shapes a lone letter. */
export const ZWJ = '\\u{200D}';

/** Control characters that no text needs: C0 and C1 without tab, line feed and carriage return. */
export const CONTROLS = '\\u{0}-\\u{8}\\u{B}\\u{C}\\u{E}-\\u{1F}\\u{7F}-\\u{84}\\u{86}-\\u{9F}';

/** Spaces that a reader cannot tell from a space: no-break, narrow, en, em, thin, ideographic. */
export const ODD_SPACES = '\\u{A0}\\u{1680}\\u{2000}-\\u{200A}\\u{202F}\\u{205F}\\u{3000}';

/**
 * Presentation forms: letters in one of their joined shapes, as PDF files give them (ﻣﺠﻠﺲ). Without the ornate brackets
 * ﴾﴿, without ﷺ, ﷼ and ﷽, which are signs of their own, and without the byte order mark that stands in the same block.
 */
export const PRESENTATION_FORMS = '\\u{FB50}-\\u{FD3D}\\u{FD50}-\\u{FDF9}\\u{FDFB}\\u{FE70}-\\u{FEFC}';

/** Letters that only Persian, Urdu and their kin write: پ چ ژ گ ٹ ڈ ڑ ں ے ۓ. Arabic newspapers use the first four in foreign names. */
export const PERSIAN_ONLY_LETTERS = '\\u{67E}\\u{686}\\u{698}\\u{6AF}\\u{679}\\u{688}\\u{691}\\u{6BA}\\u{6D2}\\u{6D3}';

/** Letters that Arabic writes and Persian and Urdu do not: ك ي ى ة. */
export const ARABIC_ONLY_LETTERS = '\\u{643}\\u{64A}\\u{649}\\u{629}';

/** Opening and closing quotation marks of every kind, straight ones included. */
export const QUOTES = '«»"“”„‟‹›‘’‚‛\'`´';
