// Cities from which Arabic newspapers are filed, so that `القاهرة - سلمى حسن` is told from any two names with a dash.

import { matchKey } from './normal-form.ts';

const ARABIC = `
القاهرة الإسكندرية الجيزة أسوان الأقصر السويس بورسعيد طنطا المنصورة الإسماعيلية العريش الخرطوم أم-درمان بورتسودان الفاشر جوبا طرابلس بنغازي مصراتة سرت
تونس صفاقس سوسة القيروان الجزائر وهران قسنطينة عنابة الرباط الدار-البيضاء مراكش فاس طنجة أغادير مكناس وجدة العيون نواكشوط نواذيبو مقديشو هرجيسا جيبوتي موروني
الرياض جدة مكة مكة-المكرمة المدينة-المنورة الدمام الخبر الظهران الطائف أبها تبوك حائل القصيم بريدة جازان نجران الأحساء العلا نيوم دبي أبوظبي أبو-ظبي الشارقة عجمان
رأس-الخيمة الفجيرة أم-القيوين العين الكويت الدوحة المنامة مسقط صلالة نزوى صحار صنعاء عدن تعز المكلا الحديدة مأرب سيئون
بغداد البصرة الموصل أربيل السليمانية كركوك النجف كربلاء الأنبار الفلوجة الرمادي دمشق حلب حمص حماة اللاذقية طرطوس درعا إدلب الرقة دير-الزور القامشلي الحسكة السويداء
بيروت صيدا صور زحلة بعلبك النبطية الناقورة عمّان عمان إربد الزرقاء العقبة القدس القدس-المحتلة رام-الله غزة خان-يونس رفح نابلس الخليل جنين بيت-لحم طولكرم حيفا يافا الناصرة
تل-أبيب أنقرة إسطنبول اسطنبول إزمير غازي-عنتاب طهران أصفهان مشهد كابل كابول قندهار هرات إسلام-آباد إسلام-أباد كراتشي لاهور بيشاور كويتا نيودلهي مومباي دكا كولومبو كاتماندو
طشقند أستانة ألماتي بيشكك دوشنبه عشق-آباد باكو تبليسي يريفان بكين شنغهاي هونغ-كونغ تايبيه طوكيو أوساكا سيول سول بيونغ-يانغ بانكوك هانوي مانيلا جاكرتا كوالالمبور سنغافورة
رانغون يانغون بنوم-بنه سيدني ملبورن كانبرا ويلينغتون لندن مانشستر ليفربول برمنغهام إدنبرة غلاسكو كارديف أكسفورد كامبريدج دبلن باريس مرسيليا ليون ستراسبورغ نيس كان بروكسل
أنتويرب أمستردام لاهاي روتردام لوكسمبورغ برلين ميونيخ ميونخ فرانكفورت هامبورغ دوسلدورف دورتموند كولونيا بون فيينا جنيف زيوريخ زيورخ برن بازل لوزان دافوس روما ميلانو نابولي
تورينو البندقية فلورنسا الفاتيكان مدريد برشلونة إشبيلية فالنسيا ملقة لشبونة بورتو أثينا نيقوسيا لارنكا فاليتا صوفيا بوخارست بلغراد زغرب سراييفو بريشتينا تيرانا سكوبيه
براغ براتيسلافا بودابست وارسو كراكوف كوبنهاغن أوسلو ستوكهولم هلسنكي ريكيافيك تالين ريغا فيلنيوس كييف أوديسا خاركيف لفيف مينسك كيشيناو موسكو سان-بطرسبرغ سوتشي كازان
غروزني فلاديفوستوك واشنطن نيويورك لوس-أنجليس لوس-أنجلوس سان-فرانسيسكو شيكاغو بوسطن ميامي هيوستن أتلانتا ديترويت فيلادلفيا سياتل لاس-فيغاس الأمم-المتحدة أوتاوا تورونتو
مونتريال فانكوفر مكسيكو مكسيكو-سيتي هافانا كراكاس بوغوتا ليما كيتو سانتياغو بوينس-آيرس بوينس-أيرس مونتيفيديو برازيليا ساو-باولو ريو-دي-جانيرو بنما لاباز
أديس-أبابا أسمرة نيروبي كمبالا كيغالي دار-السلام كينشاسا برازافيل لواندا هراري لوساكا مابوتو بريتوريا جوهانسبرغ كيب-تاون ويندهوك أبوجا لاغوس أكرا أبيدجان داكار باماكو
نيامي نجامينا واغادوغو كوناكري فريتاون مونروفيا لومي كوتونو ياوندي دوالا ليبرفيل بانغي أنتاناناريفو بورت-لويس
`;

const ENGLISH = `
Cairo Alexandria Khartoum Port-Sudan Juba Tripoli Benghazi Tunis Algiers Oran Rabat Casablanca Marrakech Nouakchott Mogadishu Djibouti Riyadh Jeddah Mecca Medina Dammam Dubai
Abu-Dhabi Sharjah Kuwait Kuwait-City Doha Manama Muscat Sanaa Aden Baghdad Basra Mosul Erbil Damascus Aleppo Homs Beirut Amman Jerusalem Ramallah Gaza Gaza-City Tel-Aviv Haifa
Ankara Istanbul Tehran Kabul Islamabad Karachi New-Delhi Delhi Mumbai Dhaka Beijing Shanghai Hong-Kong Taipei Tokyo Seoul Bangkok Hanoi Manila Jakarta Kuala-Lumpur Singapore Sydney
Melbourne Canberra London Manchester Edinburgh Dublin Paris Marseille Lyon Brussels Amsterdam The-Hague Berlin Munich Frankfurt Hamburg Vienna Geneva Zurich Bern Rome Milan Madrid
Barcelona Lisbon Athens Nicosia Sofia Bucharest Belgrade Zagreb Sarajevo Prague Budapest Warsaw Copenhagen Oslo Stockholm Helsinki Kyiv Kiev Minsk Moscow Washington New-York Boston
Chicago Los-Angeles San-Francisco Miami Houston Ottawa Toronto Montreal Mexico-City Havana Caracas Bogota Lima Santiago Buenos-Aires Brasilia Sao-Paulo Rio-de-Janeiro Addis-Ababa
Asmara Nairobi Kampala Kigali Kinshasa Luanda Harare Pretoria Johannesburg Cape-Town Abuja Lagos Accra Dakar Bamako Niamey United-Nations
`;

const cities = new Set(
  `${ARABIC}\n${ENGLISH}`
    .split(/\s+/u)
    .map(matchKey)
    .filter((name) => name !== ''),
);
const country = /\s*\([^()]{1,30}\)\s*$/u;

/**
 * Whether a text is a city that the list knows, with or without its country in brackets: `أنقرة`, `كازان (روسيا)`. The list
 * is of capitals and of cities that news is often filed from; a city may well exist and not be on it.
 */
export function isKnownCity(text: string): boolean {
  return text.length <= 60 && cities.has(matchKey(text.replace(country, '')));
}
