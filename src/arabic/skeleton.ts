// The consonants of a stem, which stand in for its root and make broken plurals meet their singulars.

const WEAK = /[اويء]/gu;

/**
 * `stem` (from `segment`) without its weak letters and without a leading م or ت or ن of its pattern: `مدارس` and `مدرس` → `درس`.
 * Loss: words of one root meet, also where their sense differs. A stem that would keep fewer than two letters comes
 * back unchanged, and so do figures and other scripts.
 */
export function skeleton(stem: string): string {
  const strong = stem.replace(WEAK, '');
  const bare = strong.length > 3 && 'متن'.includes(strong[0] as string) ? strong.slice(1) : strong;
  return bare.length < 2 ? stem : bare;
}
