// Names under which papers file their stories, and names of kinds of story that are printed as kickers. A soft prior.
import { type Phrases, phrases } from './phrases.ts';

/** Places that papers also use as section names; as the first words of a caption they prove little. */
const places = `
آسيا|أفريقيا|إفريقيا|أوروبا|أوروبا وأميركا|أميركا|أمريكا|الأميركتان|أميركا اللاتينية|أستراليا|أوقيانوسيا|آسيا الوسطى|شرق آسيا|جنوب آسيا|الشرق الأوسط|الشرق الأدنى|شمال أفريقيا|شمال إفريقيا|الخليج|الخليج العربي|المغرب العربي|المشرق العربي|المشرق|الوطن العربي|العالم العربي|بلاد الشام|القارة السمراء
الولايات المتحدة|الولايات المتحدة الأميركية|الولايات المتحدة الأمريكية|المملكة المتحدة|بريطانيا|فرنسا|ألمانيا|روسيا|الصين|اليابان|الهند|باكستان|تركيا|إيران|إسرائيل|مصر|السعودية|لبنان|سوريا|سورية|العراق|الأردن|فلسطين|الضفة الغربية|غزة|الكويت|قطر|البحرين|الإمارات|عمان|سلطنة عمان|اليمن|السودان|جنوب السودان|ليبيا|تونس|الجزائر|المغرب|موريتانيا|الصومال|جيبوتي|أوكرانيا|كوريا الشمالية|كوريا الجنوبية|أفغانستان|إثيوبيا|إسبانيا|إيطاليا|كندا|البرازيل|المكسيك
asia|asia pacific|africa|europe|americas|north america|latin america|south america|middle east|gulf|north africa|south asia|southeast asia|east asia|central asia|oceania|australia|uk|us|usa|u.s.|u.k.|united states|united kingdom|britain|england|scotland|wales|ireland|northern ireland|india|china|russia|ukraine|israel|palestine|gaza|egypt|lebanon|syria|iraq|iran|turkey|saudi arabia|uae|qatar|kuwait|yemen|sudan|libya|tunisia|algeria|morocco|jordan|france|germany|canada|pakistan|japan`;

const departments = `
سياسة|السياسة|سياسي|أخبار|الأخبار|أخبار عربية|أخبار العالم|أخبار دولية|أخبار محلية|أخبار عربية ودولية|أخبار وتقارير|عربي|عربية|عربي ودولي|عربية ودولية|عرب وعالم|العرب والعالم|العالم|عالم|عالمي|عالمية|دولي|دولية|دوليات|شؤون دولية|شؤون عربية|شؤون إقليمية|شؤون محلية|شؤون خليجية|إقليمي|إقليميات|محلي|محلية|محليات|محافظات|المحافظات|الداخل|خليجي|خليجيات|مصريات|لبنانيات|فلسطينيات|سعوديات|مغاربية|مغاربي|المغاربية|مجتمع|المجتمع|مجتمع ومدن|حوادث|الحوادث|حوادث وقضايا|حوادث و قضايا|أمن|أمن ودفاع|عسكري|قضايا|القضايا|قضاء|محاكم|برلمان|برلمان وأحزاب|حكومة|أحزاب|انتخابات
اقتصاد|الاقتصاد|الاقتصادي|الاقتصادية|اقتصاد وأعمال|مال وأعمال|أعمال|الأعمال|أسواق|الأسواق|سوق المال|أسواق المال|بورصة|البورصة|بنوك|بنوك وشركات|شركات|طاقة|نفط وطاقة|عقار|عقارات|سيارات|طيران|استثمار|سوق العمل|مال|تجارة|زراعة|صناعة
رياضة|الرياضة|الرياضي|الرياضية|رياضة محلية|رياضة عربية|رياضة عالمية|رياضة سعودية|كرة قدم|كرة القدم|كرة قدم عالمية|ملاعب|ملاعب عربية|ملاعب دولية|كأس العالم|الدوري الإنجليزي
ثقافة|الثقافة|ثقافة وفنون|ثقافة وفن|ثقافة وأدب|أدب|كتب|الكتب|فنون|الفنون|فن|الفن|فن ومشاهير|فنون وثقافة|مسرح|سينما|دراما|موسيقى|تراث|آثار|مشاهير|منوعات|المنوعات|منوع|المنوع|يوميات الشرق|لمسات|حول العالم|غرائب|صيحات|موضة|مرأة|المرأة|أسرة|الأسرة|سفر|سياحة|سياحة وسفر|طعام|مذاقات|طبخ|بيئة|البيئة|مناخ|المناخ|بيئة ومناخ|طقس
علوم|العلوم|علوم وتقنية|علوم وتكنولوجيا|علم وتكنولوجيا|تقنية|التقنية|تكنولوجيا|التكنولوجيا|تقنية المعلومات|تكنولوجيا وعلوم|ذكاء اصطناعي|الذكاء الاصطناعي|فضاء|صحة|الصحة|صحتك|طب|طب وصحة|صحة وطب|صحة وجمال|حصاد الأسبوع|تعليم|التعليم|تعليم وجامعات|جامعات|شباب|دين|إسلاميات|دين وحياة|فتاوى|إعلام|الإعلام|وسائل التواصل|سوشيال ميديا|ميديا|فيديو|صور|كاريكاتير|إنفوغرافيك|انفوجرافيك|بودكاست|وثائقي
رأي|الرأي|آراء|مقالات|مقالات الرأي|مقالات رأي|كتاب|كتاب ومقالات|أعمدة|الأعمدة|افتتاحية|رأي وتحليل|تحليلات|مقال|قضايا وآراء|وجهات نظر|منبر|قراء
news|world|world news|international|national|local|local news|regional|politics|policy|government|elections|election|law|justice|courts|crime|defense|defence|military|security|society|education|business|business news|economy|economics|finance|markets|money|personal finance|companies|energy|real estate|property|technology|tech|science|science tech|science & technology|science and technology|space|innovation|health|wellness|environment|climate|climate change|weather|sports|sport|football|soccer|cricket|tennis|basketball|rugby|formula 1|golf|arts|arts & culture|arts and culture|culture|books|film|films|movies|movie|music|theatre|theater|tv|television|tv & radio|entertainment|entertainment & arts|celebrity|celebrities|lifestyle|life|life & style|life and style|style|fashion|food|food & drink|travel|family|religion|opinion|opinions|comment|commentary|editorial|editorials|columns|columnists|letters|analysis & opinion|features|feature|magazine|weekend|sunday|obituaries|video|videos|photos|pictures|gallery|galleries|podcasts|cars|motoring|autos|gaming|games|community|region|new york|metro|magazine|living|home|topics`;

const genres = `
خاص|حصري|عاجل|تقرير|تقرير خاص|تقرير إخباري|تحليل|تحليل إخباري|تحليل سياسي|تحقيق|تحقيق صحافي|تحقيق استقصائي|حوار|حوار خاص|مقابلة|مقابلة خاصة|ملف|ملف خاص|قصة خبرية|قصة إخبارية|خلفية|بروفايل|بورتريه|شاهد عيان|تغطية مباشرة|متابعة|متابعات|قراءة|إطار|أضواء|رسالة|شهادات|شهادة|وثائق|تقدير موقف|نبذة|مباشر|تقصي حقائق|تدقيق
exclusive|analysis|explainer|explained|live|live updates|breaking|breaking news|just in|interview|profile|investigation|special report|in depth|in-depth|long read|the long read|q&a|q & a|fact check|factbox|timeline|obituary|review|report|feature story|watch|listen live|developing|updated|opinion piece|first person|dispatch|photo essay`;

export const sectionNames: Phrases = phrases(`${places}\n${departments}`);
export const departmentNames: Phrases = phrases(departments);
const genreNames = phrases(genres);

/** Whether a line of this match key is a section's name. */
export const isSectionName = (key: string): boolean => key.length <= 60 && sectionNames.has(key);

/** Whether a line of this match key is the name of a kind of story, which papers print as a kicker: حوار, Analysis. */
export const isGenreName = (key: string): boolean => key.length <= 40 && genreNames.has(key);
