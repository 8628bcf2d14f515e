// The names by which news and picture agencies sign, so that an agency is told from a city or a person.

import { matchKey } from './normal-form.ts';

const NAMES = `
أ.ف.ب | أ ف ب | ا ف ب | فرانس برس | وكالة فرانس برس | وكالة الصحافة الفرنسية | الصحافة الفرنسية | AFP | رويترز | وكالة رويترز | رويترس | Reuters
أ.ب | أ ب | أب | أسوشييتد برس | أسوشيتد برس | أسوشيتدبرس | اسوشيتد برس | الأسوشييتد برس | وكالة أسوشييتد برس | AP | Associated Press
د.ب.أ | د ب أ | د.ب.ا | وكالة الأنباء الألمانية | الألمانية | DPA | إ.ب.أ | إ ب أ | أ.ب.أ | EPA | إ.ف.إ | إفي | EFE | يو.بي.آي | يو بي آي | UPI
واس | وكالة الأنباء السعودية | SPA | وام | وكالة أنباء الإمارات | WAM | كونا | KUNA | قنا | QNA | بنا | BNA | بترا | وكالة بترا | Petra | وفا | وكالة وفا | WAFA
سانا | SANA | أ.ش.أ | أ ش أ | وكالة أنباء الشرق الأوسط | MENA | سونا | SUNA | واج | وأج | APS | وات | TAP | و.م.ع | MAP | واع | INA | سبأ | Saba | العمانية | ONA
الأناضول | وكالة الأناضول | الاناضول | Anadolu | AA | شينخوا | Xinhua | تاس | TASS | سبوتنيك | نوفوستي | ريا نوفوستي | إنترفاكس | Interfax | إرنا | IRNA | فارس | تسنيم | مهر | إيسنا
بلومبرغ | بلومبيرغ | Bloomberg | غيتي | غيتي إيمدجز | غيتي إيماجز | Getty | Getty Images | شاترستوك | Shutterstock | كيودو | Kyodo | أنسا | ANSA | PA | PA Media
وكالات | الوكالات | وكالات الأنباء | agencies
`;

const agencies = new Set(
  NAMES.split(/[|\n]/u)
    .map(matchKey)
    .filter((name) => name !== ''),
);

const joint = /\s*(?:[،,/]|\s[-–ـ]\s)\s*/u;

/**
 * Whether a text is the signature of an agency or of several: `أ.ف.ب`, `رويترز`, `فرانس برس، رويترز`, `وكالات`. A closed
 * list of the agencies that Arabic newspapers print; an unknown one is not recognised.
 */
export function isAgencyName(text: string): boolean {
  if (text.length > 80) return false;
  return text
    .split(joint)
    .every((name) => agencies.has(matchKey(name)) || agencies.has(matchKey(name.replace(/^\s*و/u, ''))));
}
