// Lines that name the field they hold, as exports and data sheets print a story: `العنوان: …`, `القسم: …`, `Title: …`.

export type FieldName = 'headline' | 'section' | 'standfirst' | 'body' | 'caption';

const labels: readonly (readonly [FieldName, RegExp])[] = [
  ['headline', /^(?:العنوان|عنوان الخبر|عنوان المقال|عنوان المادة|العنوان الرئيسي|title|headline)\s*[:：]\s*/iu],
  ['section', /^(?:القسم|التصنيف|الباب|الفئة|section|category|filed under)\s*[:：]\s*/iu],
  ['standfirst', /^(?:المقدمة|الملخص|ملخص|خلاصة|summary|standfirst|abstract|description)\s*[:：]\s*/iu],
  ['body', /^(?:النص|نص الخبر|نص المقال|المحتوى|التفاصيل|text|body|content|article)\s*[:：]\s*/iu],
  [
    'caption',
    /^(?:التعليق على الصورة|تعليق الصورة|شرح الصورة|كلام الصورة|image caption|photo caption|caption)\s*[:：،,]\s*/iu,
  ],
];
const anyLabel = /^[\p{L} ]{3,20}\s?[:：،,]/u;

/** The field that a line names and its text without the label; empty when the label stands alone. Null for any other line. */
export function fieldOf(text: string): { readonly name: FieldName; readonly text: string } | null {
  if (!anyLabel.test(text)) return null;
  for (const [name, label] of labels) {
    const found = label.exec(text)?.[0];
    if (found !== undefined) return { name, text: text.slice(found.length) };
  }
  return null;
}
