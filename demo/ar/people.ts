// The invented by-lines and topics of the Arabic demo edition.
import type { DemoAuthor, DemoTopic } from '../format.ts';

export const authors: readonly DemoAuthor[] = [
  {
    key: 'yusra-qabbani',
    name: 'يسرى القبّاني المرعشي',
    city: 'بيروت',
    about: 'مراسلة شؤون المشرق، تكتب عن المدن وأهلها والمياه والتعليم.',
  },
  {
    key: 'haydar-rammahi',
    name: 'حيدر الرمّاحي السنجقلي',
    city: 'بغداد',
    about: 'مراسل في بغداد يتابع الخدمات والأنهار والآثار.',
  },
  {
    key: 'munira-dulaijan',
    name: 'منيرة الدليجان',
    city: 'الرياض',
    about: 'محررة اقتصادية تعنى بالصناعة والمدن الجديدة وأسواق العمل.',
  },
  {
    key: 'tariq-benallal',
    name: 'طارق بنعلّال الوزّاني',
    city: 'الرباط',
    about: 'مراسل شؤون المغرب العربي والبحر المتوسط.',
  },
  {
    key: 'salma-abualsaud',
    name: 'سلمى أبو السعود الدمنهوري',
    city: 'القاهرة',
    about: 'كاتبة تحقيقات في الصحة العامة وسلامة الغذاء.',
  },
  {
    key: 'iyad-khasawneh',
    name: 'إياد الخصاونة الطفيلي',
    city: 'عمّان',
    about: 'مراسل علمي يكتب عن الطاقة والفضاء والذكاء الاصطناعي.',
  },
  {
    key: 'lubna-shartouni',
    name: 'لبنى الشرتوني الأنطاكي',
    city: 'باريس',
    about: 'مراسلة في أوروبا، تتابع السياسات العامة والهجرة والثقافة.',
  },
  {
    key: 'nizar-makhlouf',
    name: 'نزار مخلوف الساحلي',
    city: 'تونس',
    about: 'صحافي رياضي يرافق المنتخبات والأندية في البطولات القارية.',
  },
  { key: 'hind-suwaidan', name: 'هند السويدان', city: 'دبي', about: 'محررة أسواق، تتابع الطيران والشحن والمال.' },
  { key: 'marwan-dabbagh', name: 'مروان الدبّاغ الحمصي', city: 'لندن', about: 'محلل سياسي وكاتب عمود أسبوعي.' },
  { key: 'rim-tlemcani', name: 'ريم التلمساني الأوراسي', city: 'الجزائر', about: 'ناقدة أدبية ومحررة صفحة الكتب.' },
  { key: 'ghassan-aridi', name: 'غسّان العريضي الشوفي', city: 'نيويورك', about: 'مراسل في المنظمات الدولية.' },
  {
    key: 'buthaina-kandari',
    name: 'بثينة الكندري الفيلكاوي',
    city: 'الكويت',
    about: 'كاتبة في شؤون الأسرة والتعليم والعمارة.',
  },
  {
    key: 'abdelbaqi-hamdan',
    name: 'عبد الباقي حمدان الأزرق',
    city: 'الخرطوم',
    about: 'صحافي يكتب عن حوض النيل والزراعة والأمن الغذائي.',
  },
];

export const topics: readonly DemoTopic[] = [
  { key: 'water', name: 'أزمة المياه', kind: 'subject', about: 'الأنهار والسدود والتحلية وما يقتسمه الجيران من ماء.' },
  { key: 'climate', name: 'التغيّر المناخي', kind: 'subject', about: 'الحرّ والجفاف والبحر، وما تفعله المدن لتتكيّف.' },
  { key: 'renewables', name: 'الطاقة المتجددة', kind: 'subject', about: 'الشمس والريح والشبكات التي تحملهما.' },
  {
    key: 'artificial-intelligence',
    name: 'الذكاء الاصطناعي',
    kind: 'subject',
    about: 'الآلة التي تكتب وترى، وما يقال لها وعنها.',
  },
  { key: 'food-security', name: 'الأمن الغذائي', kind: 'subject', about: 'القمح والأسماك والأسواق وسلاسل الإمداد.' },
  { key: 'education', name: 'التعليم', kind: 'subject', about: 'المدارس والجامعات ولغة التدريس.' },
  {
    key: 'arabic-language',
    name: 'اللغة العربية',
    kind: 'subject',
    about: 'المعاجم والخط والتعريب وحضور العربية على الشبكة.',
  },
  { key: 'heritage', name: 'التراث', kind: 'subject', about: 'الآثار والمخطوطات والمدن القديمة.' },
  { key: 'public-health', name: 'الصحة العامة', kind: 'subject', about: 'الوقاية والمستشفيات والغذاء.' },
  { key: 'labour', name: 'سوق العمل', kind: 'subject', about: 'الوظائف والأجور والمهارات.' },
  { key: 'transport', name: 'النقل والموانئ', kind: 'subject', about: 'السكك والموانئ والطيران.' },
  { key: 'space', name: 'الفضاء', kind: 'subject', about: 'الأقمار والمراصد والرحلات.' },
  { key: 'gulf-cup', name: 'بطولة الواحات', kind: 'subject', about: 'بطولة كرة قدم متخيَّلة تجمع ثمانية منتخبات.' },
  { key: 'migration', name: 'الهجرة', kind: 'subject', about: 'المهاجرون وطرقهم والمدن التي تستقبلهم.' },
  { key: 'cities', name: 'المدن', kind: 'subject', about: 'التخطيط والسكن والفضاء العام.' },
  { key: 'books', name: 'الكتب', kind: 'subject', about: 'الإصدارات والمعارض والقراءة.' },
  { key: 'nile', name: 'النيل', kind: 'place', about: 'النهر ودوله ومدنه.' },
  { key: 'mediterranean', name: 'البحر المتوسط', kind: 'place', about: 'البحر وضفّتاه.' },
  {
    key: 'regional-water-council',
    name: 'المجلس الإقليمي للمياه',
    kind: 'organisation',
    about: 'هيئة متخيَّلة تجمع دول الأحواض المشتركة.',
  },
  {
    key: 'safwan-alrawi',
    name: 'صفوان الراوي النهري',
    kind: 'person',
    about: 'الأمين العام للمجلس الإقليمي للمياه، وهو شخصية متخيَّلة.',
  },
];
