// Time zones by the names that newspapers give them: `بتوقيت غرينتش`, `بتوقيت القاهرة`, `GMT`, `+03:00`.

type NamedZone = { readonly id: string; readonly ar: readonly string[]; readonly en: readonly string[] };

/** The first Arabic and English name is the one printed. */
const ZONES: readonly NamedZone[] = [
  {
    id: 'UTC',
    ar: ['غرينتش', 'جرينتش', 'جرينيتش', 'غرينيتش', 'غرنتش', 'التوقيت العالمي'],
    en: ['GMT', 'UTC', 'Z', 'UT'],
  },
  { id: 'Asia/Riyadh', ar: ['الرياض', 'السعودية', 'مكة المكرمة', 'مكة', 'جدة'], en: ['Riyadh', 'Saudi'] },
  { id: 'Africa/Cairo', ar: ['القاهرة', 'مصر'], en: ['Cairo', 'Egypt'] },
  { id: 'Asia/Dubai', ar: ['دبي', 'أبوظبي', 'أبو ظبي', 'الإمارات'], en: ['Dubai', 'Abu Dhabi', 'UAE', 'GST'] },
  { id: 'Asia/Beirut', ar: ['بيروت', 'لبنان'], en: ['Beirut'] },
  { id: 'Asia/Damascus', ar: ['دمشق', 'سوريا', 'سورية'], en: ['Damascus'] },
  { id: 'Asia/Amman', ar: ['عمان', 'عمّان', 'الأردن'], en: ['Amman'] },
  { id: 'Asia/Baghdad', ar: ['بغداد', 'العراق'], en: ['Baghdad'] },
  { id: 'Asia/Kuwait', ar: ['الكويت'], en: ['Kuwait'] },
  { id: 'Asia/Qatar', ar: ['الدوحة', 'قطر'], en: ['Doha', 'Qatar'] },
  { id: 'Asia/Bahrain', ar: ['المنامة', 'البحرين'], en: ['Manama', 'Bahrain'] },
  { id: 'Asia/Muscat', ar: ['مسقط', 'سلطنة عمان'], en: ['Muscat'] },
  { id: 'Asia/Aden', ar: ['عدن', 'صنعاء', 'اليمن'], en: ['Aden', 'Sanaa'] },
  { id: 'Asia/Gaza', ar: ['غزة'], en: ['Gaza'] },
  { id: 'Asia/Jerusalem', ar: ['القدس', 'فلسطين'], en: ['Jerusalem'] },
  { id: 'Africa/Khartoum', ar: ['الخرطوم', 'السودان'], en: ['Khartoum'] },
  { id: 'Africa/Tripoli', ar: ['طرابلس', 'ليبيا'], en: ['Tripoli'] },
  { id: 'Africa/Tunis', ar: ['تونس'], en: ['Tunis'] },
  { id: 'Africa/Algiers', ar: ['الجزائر'], en: ['Algiers'] },
  { id: 'Africa/Casablanca', ar: ['الرباط', 'الدار البيضاء', 'المغرب'], en: ['Rabat', 'Casablanca'] },
  { id: 'Africa/Nouakchott', ar: ['نواكشوط', 'موريتانيا'], en: ['Nouakchott'] },
  { id: 'Africa/Mogadishu', ar: ['مقديشو'], en: ['Mogadishu'] },
  { id: 'Africa/Djibouti', ar: ['جيبوتي'], en: ['Djibouti'] },
  { id: 'Europe/Istanbul', ar: ['إسطنبول', 'أنقرة', 'تركيا'], en: ['Istanbul', 'Ankara', 'TRT'] },
  { id: 'Asia/Tehran', ar: ['طهران', 'إيران'], en: ['Tehran'] },
  { id: 'Europe/London', ar: ['لندن', 'بريطانيا'], en: ['London'] },
  { id: 'Europe/Paris', ar: ['باريس', 'فرنسا'], en: ['Paris'] },
  { id: 'Europe/Berlin', ar: ['برلين', 'وسط أوروبا'], en: ['Berlin'] },
  { id: 'Europe/Moscow', ar: ['موسكو'], en: ['Moscow', 'MSK'] },
  { id: 'Europe/Kyiv', ar: ['كييف'], en: ['Kyiv', 'Kiev'] },
  { id: 'America/New_York', ar: ['نيويورك', 'واشنطن', 'شرق الولايات المتحدة'], en: ['New York', 'Washington', 'ET'] },
];

/** Abbreviations that stand for a fixed distance from UTC (RFC 822 and its heirs), where only one reading is usual. */
const OFFSETS: Readonly<Record<string, string>> = {
  est: '-05:00',
  edt: '-04:00',
  cst: '-06:00',
  cdt: '-05:00',
  mst: '-07:00',
  mdt: '-06:00',
  pst: '-08:00',
  pdt: '-07:00',
  cet: '+01:00',
  cest: '+02:00',
  eet: '+02:00',
  eest: '+03:00',
  bst: '+01:00',
  wet: '+00:00',
  west: '+01:00',
};

const printed = new Map(ZONES.map((zone) => [zone.id, zone]));
const byEnglish = new Map(ZONES.flatMap((zone) => zone.en.map((name) => [name.toLowerCase(), zone.id] as const)));

/** Every Arabic name of a zone with the zone's IANA id, as written; fold both sides to compare. */
export const ARABIC_ZONE_NAMES: readonly (readonly [name: string, id: string])[] = ZONES.flatMap((zone) =>
  zone.ar.map((name) => [name, zone.id] as const),
);

/** The IANA id or the offset that an English name or abbreviation stands for; null when it is not known. */
export function zoneOfEnglish(name: string): string | null {
  const key = name.toLowerCase();
  return byEnglish.get(key) ?? OFFSETS[key] ?? null;
}

/** How a zone is named after a time: `بتوقيت القاهرة`, `Cairo time`, `GMT`; by its distance from UTC when it has no name here. */
export function zonePhrase(local: Temporal.ZonedDateTime, language: 'ar' | 'en'): string {
  const zone = printed.get(isUtc(local.timeZoneId) ? 'UTC' : local.timeZoneId);
  if (zone?.id === 'UTC') return language === 'ar' ? 'بتوقيت غرينتش' : 'GMT';
  if (zone !== undefined) return language === 'ar' ? `بتوقيت ${zone.ar[0]}` : `${zone.en[0]} time`;
  const hours = local.offset.replace(/:00$/, '').replace(/^([+-])0/, '$1');
  return language === 'ar' ? `بتوقيت غرينتش ${hours}` : `GMT${hours}`;
}

function isUtc(id: string): boolean {
  return /^(?:(?:Etc\/)?(?:UTC|GMT|UCT|Zulu)|\+00:00)$/i.test(id);
}
