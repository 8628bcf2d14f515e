// Words that sentences and headlines have and names of persons, sections and cities have not; and those that tell languages apart.

const list = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/u).filter((word) => word !== ''));

/** As match keys. */
export const functionWords = list(`
في من علي الي مع بعد قبل بين حول ضد عند حتي منذ خلال نحو تحت فوق دون بلا لا لم لن ما هل كيف لماذا متي اين هو هي هم هذا هذه ذلك تلك التي الذي الذين ان قد كان كانت يكون او ثم لكن بل غير كل بعض عبر لدي وسط رغم بسبب عاما عام مليون مليار الف قال قالت اكد اعلن يوم
the of and to in on for with from at as is are was were be has have had will would can after before over under into out how why what when who which that this these those not no more most new says said it its his her their our your you we they he she i a an by but or than
`);

/** The commonest short words of languages in Latin letters, enough to tell them apart in a few lines. */
export const stopWordsByLanguage: Readonly<Record<string, ReadonlySet<string>>> = {
  en: list('the of and to in that for with is was on as by at from said has have are be this it not but his will'),
  fr: list('le la les des du et en une un dans est que pour qui sur pas au par avec plus ce son aux il sont'),
  de: list('der die das und den von zu mit ist im des ein eine nicht auf dem für auch sich als bei hat sie nach'),
  es: list('el la los las de y en que un una por con para se del su al es lo como más fue ha pero este'),
  it: list('il la di che e un una per con non del della le dei sono è gli nel alla da anche più'),
  pt: list('o a os as de e que do da em um uma para com não no na por se dos mais foi ao como'),
  tr: list('ve bir bu için ile da de olarak olan çok daha ise gibi sonra kadar ancak'),
};
