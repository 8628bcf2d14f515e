// What a picture's credit says when it is not an agency's name: the kind of picture, a site, whoever handed it out.
import { isAgencyName } from '../known-names.ts';
import { phrases } from './phrases.ts';

const words = phrases(`
أرشيفية|ارشيفية|أرشيف|من الأرشيف|صورة أرشيفية|صورة من الأرشيف|أرشيفي|تعبيرية|صورة تعبيرية|توضيحية|صورة توضيحية|متداولة|صورة متداولة|مواقع التواصل|مواقع التواصل الاجتماعي|وسائل التواصل|وسائل التواصل الاجتماعي|الإنترنت|إنترنت|خاص|خاصة|مولدة بالذكاء الاصطناعي|بالذكاء الاصطناعي|إكس|منصة إكس|تويتر|فيسبوك|إنستغرام|انستغرام|يوتيوب|تلغرام|لقطة شاشة|لقطة من فيديو|صورة من فيديو|الشرق الأوسط|الجزيرة|العربية|الجزيرة نت|غيتي|جيتي|غيتي إيميجز|جيتي إيميجز|أسوشيتد|الفرنسية|الأوروبية
file|file photo|file image|archive|archives|handout|supplied|courtesy|screengrab|screenshot|illustration|stock image|stock photo|ai generated|social media|facebook|instagram|youtube|provided|contributed|via getty images|afp via getty images|ap photo|ap|gettyimages|press association|pa wire|canadian press|the canadian press|alamy|rex features|zuma press|nurphoto|istock|shutterstock|the associated press|thomson reuters`);

// A credit that begins with one of these names where the picture was taken from: `موقع وزارة الدفاع`, `Courtesy of the museum`.
const beginning =
  /^(?:موقع|حساب|صفحه|منصه|وكاله|وزاره|مكتب|المكتب|قناه|تلفزيون|صحيفه|جريده|نادي|جامعه|شركه|متحف|ارشيف|تصوير|عدسه|صوره|المصدر|بعدسه|photo|photograph|photography|image|images|picture|courtesy|credit|source|handout|screengrab|screenshot|illustration|via|supplied)(?: |$)/u;
const joint = /\s*(?:[/|،,؛]|\s[-–—ـ]\s|\bvia\b)\s*/u;

/** Whether a bracket's words surely are a picture's credit. Takes the words as printed and their match key. */
export function isSurelyCredit(text: string, key: string): boolean {
  if (text.length > 90) return false;
  if (words.has(key) || beginning.test(key) || isAgencyName(text)) return true;
  const parts = text.split(joint).filter((part) => part !== '');
  return parts.length > 1 && parts.some((part) => words.has(part.toLowerCase()) || isAgencyName(part));
}

/** Whether a match key is one of the words that stand for a credit. */
export const isCreditWord = (key: string): boolean => words.has(key);
