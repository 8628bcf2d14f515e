// The English demo edition: twelve invented stories in four sections. A key `en-X` is the English version of the Arabic story `X`.
import { type DemoStory, facts, h, list, p, pull, quote, seeAlso, table } from '../format.ts';

export const stories: readonly DemoStory[] = [
  {
    key: 'ferry-that-waits',
    section: 'world',
    kind: 'news',
    kicker: 'Crossings',
    headline: 'The ferry that leaves when the last passenger is ready',
    standfirst:
      'On a short route off the Tunisian coast a timetable has been scrapped, and the boats now run closer to time than they ever did.',
    authors: ['lorcan-bensaid'],
    dateline: 'Sfax',
    topics: ['mediterranean'],
    hoursAgo: 5,
    picture: {
      seed: 8101,
      caption: 'Interlaced bands in the Islamic tradition, drawn by code, after the knots of a mooring rope',
      credit: 'Warraq',
      alt: 'A symmetrical pattern of straight bands that cross over and under one another around stars.',
    },
    body: [
      p(
        'For 31 years the ferry to the island of Jazirat al-Mallahat left on the hour, or rather did not. The printed timetable promised 14 sailings a day; the harbour log records an average delay of 26 minutes, most of it spent waiting for somebody’s aunt. A year ago the company gave up the printing. The boat now leaves ten minutes after it is half full, or at once when the captain sees nobody running.',
      ),
      p(
        'The result, published this week by the port authority, has embarrassed the timetable. Passengers wait 17 minutes on average, down from 34. The number of crossings has risen from 11 completed a day to 15, and fuel use has fallen by a tenth, because half-empty boats no longer race to make up time that was lost on land.',
      ),
      p(
        '“People think a timetable is a promise,” says Captain Abd al-Wadud Zrelli, who has worked the route since he was 16. “It is a wish. Now I make a small promise that I can keep: if I can see you, I will wait for you.” The company has bought him a better pair of binoculars.',
      ),
      quote(
        'We used to run for the boat because it was late and might suddenly not be. Nobody has run on this quay for a year.',
        'Mabrouka Ayyashi, schoolteacher and daily passenger',
      ),
      p(
        'Not everyone gains. The post must now be met by a clerk with a telephone, and the island’s doctor, who could once tell a patient to catch the two o’clock, keeps a bench in her surgery for those who have missed something that no longer has a name. Two fixed sailings, at dawn and at dusk, have been restored for her sake.',
      ),
      p(
        'Transport scholars have begun to arrive with clipboards. What they want to know is whether the method would work on a bus. The captain’s answer is that it depends on whether the driver can see the aunt.',
      ),
    ],
    related: ['en-urmawi-notation-concert'],
  },
  {
    key: 'en-nights-that-do-not-cool',
    section: 'world',
    kind: 'analysis',
    kicker: 'Heat',
    headline: 'When the night stays hot, the wards fill two days later',
    standfirst:
      'Seven summers of records from six hospitals in Basra suggest that heat warnings watch the wrong end of the thermometer.',
    authors: ['zeynab-thorne'],
    dateline: 'Basra',
    topics: ['climate', 'public-health'],
    hoursAgo: 9,
    picture: {
      seed: 8102,
      caption: 'A pattern of radiating stars, repeated as a hot day repeats itself',
      credit: 'Drawing: Warraq',
      alt: 'Many-pointed stars side by side, filling the frame from edge to edge.',
    },
    body: [
      p(
        'We judge a summer by its highest number. The emergency registers of six Basra hospitals, read over seven summers by the Shatt al-Arab Institute for Environmental Health, propose another: the lowest. When the temperature fails to drop below 32C on three nights running, admissions for heart and kidney trouble rise by 41 per cent, and the rise arrives two days late.',
      ),
      p(
        'The arithmetic is the body’s own. On a hot day the heart pumps more blood to the skin; at night it rests. If the night is hot too, it works a double shift, and runs up a debt of exhaustion and thirst that is not presented on the first day or the second. Then it falls due all at once.',
      ),
      p(
        'The debt is not shared equally. Two-thirds of the patients came from districts roofed with sheet metal or bare concrete, which store the sun and give it back after dark. Power cuts predicted admissions better than the weather did: each two hours without current after midnight went with five extra patients the next day.',
      ),
      facts(
        'Heatstroke: signs and first steps',
        'Signs: body temperature above 40C, confusion, hot skin, racing pulse.',
        'Call an ambulance first; it is an emergency.',
        'Move the person to shade, loosen clothing, wet the skin and fan it.',
        'Put wrapped ice or cold cloths on the neck and in the armpits.',
        'Give nothing to drink to anybody who is not fully conscious.',
      ),
      p(
        'Most alert systems are triggered by the midday peak. Dr Taghlib al-Shatrawi, who led the study, argues that a warning based on the night would give a hospital 48 hours: time to call in nurses, put off surgery that can wait and telephone dialysis patients one by one. A single hospital tried it last summer. Deaths among those patients halved.',
      ),
      p(
        'What a city can do is cheaper than it sounds. Whitewashed roofs took two and a half degrees off bedrooms in one district; cooled schools, opened for sleeping in July and August, took in 1,800 people a night. Trees are the best answer, and have to be planted 15 years before they are needed, which is why they so seldom are.',
      ),
      p(
        'This is one city, and a pattern is not a proof. But it changes the question. Instead of asking each evening how high it went, we might ask each dawn how far it came down.',
      ),
    ],
    related: ['en-school-eye-tests'],
  },
  {
    key: 'en-school-eye-tests',
    section: 'world',
    kind: 'news',
    headline: 'One pupil in six could not see the board. The cure was glasses',
    standfirst:
      'A survey of schools in and around Tripoli, Lebanon, found that some of the idle and the dreamy were merely short-sighted.',
    authors: ['zeynab-thorne'],
    dateline: 'Tripoli',
    topics: ['public-health'],
    hoursAgo: 19,
    body: [
      p(
        'The teacher of the third form at the Bitter Orange School asked 28 children to read a line from the back of the room. Twenty-three read it; five said nothing. All five sat in the last row, and their reports were full of phrases such as “distracted” and “does not take part”. Two weeks later the glasses came, and one of them went from the bottom of the class in dictation to the top.',
      ),
      p(
        'A charity named Basira tells that story to sum up what it found in 74 schools, where it examined 19,400 children aged six to 12. Sixteen per cent needed glasses and only a quarter of those had them. More serious were the 310 with a lazy eye, which is easily treated before the age of eight and hard to treat after it.',
      ),
      p(
        'Teachers did the first round of tests themselves, after three hours’ training, with a paper chart and a piece of string four metres long. A test cost less than a dollar and a pair of glasses six. Among 640 pupils who were followed for a term, reading marks rose 11 points for those who wore their glasses daily, and not at all for those who left them at home.',
      ),
      quote(
        'I used to raise my voice because he copied from his neighbour. His neighbour wrote in large letters. That was all it was, and I am still apologising.',
        'Ra’ifa al-Ayyubi al-Mawlawi, Arabic teacher',
      ),
      p(
        'A third of the glasses were abandoned within two months, most of them by girls who had been told that lenses spoil a face. One school found a remedy: once a week the headmistress and every teacher wear spectacles, whether they need them or not.',
      ),
    ],
    corrections: [
      {
        hoursAgo: 12,
        text: 'An earlier version said that 7,400 children had been examined. The number is 19,400; the schools are 74.',
      },
    ],
    related: ['en-nights-that-do-not-cool'],
  },
  {
    key: 'dates-by-the-lot',
    section: 'economy',
    kind: 'news',
    kicker: 'Commodities',
    headline: 'A fruit that keeps for years gets a price for next year',
    standfirst:
      'Growers in five oases now sell part of their dates before the trees have flowered. The first season has pleased nearly everyone but the brokers.',
    authors: ['caspian-obuya'],
    dateline: 'Al-Ahsa',
    topics: ['food-security'],
    hoursAgo: 1,
    picture: {
      seed: 8201,
      caption: 'A geometric lattice, each cell the same size as its neighbour, as a fair lot should be',
      credit: 'Warraq',
      alt: 'A regular lattice of polygons with small stars at its crossings.',
    },
    body: [
      p(
        'The oddest thing about the date trade is that it has never had a forward price. Wheat and coffee have been sold before harvest for a century and more. Dates, which keep better than either, have been sold off the back of a lorry, on the morning, to whoever had cash. The Oasis Produce Exchange, a screen and a telephone in a former customs shed, has just closed its first season of trying otherwise.',
      ),
      p(
        'Its contract is deliberately dull: one tonne, moisture below 20 per cent, delivered to a bonded cold store within six months. Growers may sell no more than a third of what they usually pick. In all, 9,300 contracts changed hands, covering about 4 per cent of the crop of five oases, and all but 61 were honoured with actual fruit.',
      ),
      table(
        'First season, by variety (price per tonne in the exchange’s unit of account)',
        ['Variety', 'Contracts', 'Forward price', 'Market at harvest', 'Difference'],
        ['Khalas', '3,900', '1,840', '1,710', '+7.6%'],
        ['Deglet Nour', '2,750', '2,120', '2,205', '−3.9%'],
        ['Sukkari', '1,600', '2,480', '2,310', '+7.4%'],
        ['Barhi', '1,050', '1,390', '1,405', '−1.1%'],
      ),
      p(
        'The point of the table is not that growers won, though on the whole they did. It is that they knew. Umm Rakan al-Subayyi, who farms 340 palms, borrowed against her contracts at 6 per cent instead of taking a broker’s advance at an implied 31, and mended her pump in February rather than in August, when pumps cost more and so does every day without one.',
      ),
      pull('The point is not that growers won. It is that they knew'),
      p(
        'Brokers reply that they did more than lend. They sorted, they remembered which farm flooded, and they took the bad fruit with the good. An exchange takes only the good. Mubarak Dughayyim, whose family has bought here for four generations, predicts a wet autumn in which a great many contracts are failed by a single percentage point of moisture.',
      ),
      p(
        'He may be right, and the exchange has set aside a fund for the day he is. Next season it adds a contract for pressed dates and stones, which nobody has ever troubled to price and which, ground up, feed most of the camels in the district.',
      ),
    ],
    related: ['en-honey-fraud-investigation'],
  },
  {
    key: 'repair-street-wages',
    section: 'economy',
    kind: 'analysis',
    kicker: 'Work',
    headline: 'What a broken kettle is worth',
    standfirst:
      'A census of one repair street in Nairobi finds 212 trades, no job titles, and wages that beat the factory’s.',
    authors: ['caspian-obuya'],
    dateline: 'Nairobi',
    topics: ['labour'],
    hoursAgo: 20,
    body: [
      p(
        'Official statistics record four occupations on Kerosene Lane: retail, transport, food and “other”. Two economists from the Ridgeway School spent a year on the fourth. They found 1,140 people in 600 metres, practising what they counted as 212 distinct trades, among them a woman who does nothing but the hinges of laptops and a man who re-tips umbrellas.',
      ),
      p(
        'The median worker there earns 18 per cent more than the median on the assembly lines across the river, for a week that is six hours longer. The spread is wide. Those who can read a circuit diagram earn three times as much as those who cannot, and the diagrams are passed from bench to bench as photographs of photographs.',
      ),
      p('Three things, the authors say, decide whether a repairer thrives:'),
      list(
        '**Spare parts.** A bench within 50 metres of a breaker’s yard earns a quarter more than one farther off.',
        '**A neighbour with another skill.** Two-thirds of the jobs pass through at least two pairs of hands.',
        '**A wall.** Not a shop, only a wall, to hang what is waiting and to be found at again tomorrow.',
      ),
      p(
        'Each finding has a policy in it that costs little. The last has the least glamour and the best return: since the county painted numbers on the walls and let them for a small fee, stolen or lost repairs have fallen by half and the first micro-insurance policy has been sold, to the umbrella man.',
      ),
      p(
        'The kettle of the headline was followed from kitchen to kitchen. New, it cost 2,400 shillings. It was mended four times in nine years for a total of 1,150, by three people, two of whom never met. It has outlived its manufacturer, and boils.',
      ),
    ],
  },
  {
    key: 'en-honey-fraud-investigation',
    section: 'economy',
    kind: 'news',
    kicker: 'Investigation',
    headline: 'Honey without bees: how syrup gets from the factory to the sickroom',
    standfirst: 'We bought 48 jars in six Egyptian cities and sent them to a laboratory. Nineteen were honey.',
    authors: ['maud-eltayib'],
    dateline: 'Cairo',
    topics: ['food-security', 'public-health'],
    hoursAgo: 740,
    picture: {
      seed: 8203,
      caption: 'Close-packed polygons that recall a comb. A drawing, and nothing added',
      credit: 'Warraq',
      alt: 'A tight web of polygons with stars set among them.',
    },
    body: [
      p(
        'Jar number 31 is handsome. It has a mountain, a bee, the words “rare mountain sidr” and a gold seal that turns out to belong to nobody. It came from a spice merchant in Tanta and cost a labourer’s wage for three days. The merchant said he recommended it to diabetics. The laboratory said, 12 days later, that it was corn syrup with colour and flavour added.',
      ),
      p(
        'The inquiry began with a letter from a reader in Damanhur, whose mother had been eating two spoonfuls each morning of a honey that “does not raise the sugar”. Hers rose until she was taken into intensive care. She lived, and her daughter kept the jar.',
      ),
      p(
        'Over seven weeks our reporters bought 48 jars from supermarkets, spice merchants, web pages, hawkers and beekeepers. The contents went to the Nile Reference Laboratory for Food in plain bottles under numbers. It tests in a way that swindlers seldom think of. The flowers that bees visit fix carbon by one route, maize and cane by another, and the second leaves a different share of the isotope 13C. If honey and its own protein disagree, some of the sugar was never near a bee.',
      ),
      table(
        'Results by place of purchase',
        ['Bought from', 'Jars', 'Sound', 'Overheated or old', 'Adulterated'],
        ['Supermarkets', '12', '7', '4', '1'],
        ['Spice merchants', '14', '4', '3', '7'],
        ['Web pages', '13', '3', '2', '8'],
        ['Hawkers', '5', '1', '0', '4'],
        ['Beekeepers', '4', '4', '0', '0'],
        ['Total', '48', '19', '9', '20'],
      ),
      p(
        'Price was no guide: of the five dearest jars three were false, and the cheapest sound one cost a quarter of number 31. Nor were the kitchen tests of legend, the drop on sand, the match, the cold water. We tried them on jars whose answer we knew, and they were wrong 17 times in 30.',
      ),
      quote(
        'Nobody does this because he hates people. He does it because a kilo costs him 30 and sells for 400, and the fine, if it comes, is the price of a barrel.',
        'A former distributor, who asked not to be named',
      ),
      p(
        'The syrup enters the country quite lawfully, as an ingredient for confectionery. Records we have seen show nine small factories buying three times what their biscuit lines could use. Customs holds that its duty ends at the gate; the food inspectors’ begins at the shelf. Between them runs a road that nobody watches.',
      ),
      facts(
        'Before you buy',
        'Look for the packer’s name and address and a batch number, or buy from a beekeeper you can find again.',
        'Do not believe the word “cures” on any food.',
        'Crystals are normal in most honeys and are no sign of fraud.',
        'Never give honey to a child under one.',
      ),
      p(
        'Shown the results, the market authority withdrew six brands. Ten days later we went back to the shop in Tanta. On the shelf stood the same mountain and the same bee. The seal was now silver.',
      ),
    ],
  },
  {
    key: 'en-andalusi-binding-workshop',
    section: 'culture',
    kind: 'news',
    kicker: 'The making of books',
    headline: 'In Fez, an Andalusi manuscript gets its skin back after seven centuries',
    standfirst: 'Two binders, 19 months and the advice of a colleague from Seville who died about 1231.',
    authors: ['lorcan-bensaid'],
    dateline: 'Fez',
    topics: ['heritage', 'mediterranean'],
    hoursAgo: 2,
    picture: {
      seed: 8301,
      caption: 'A geometric design after the blind-tooled covers of Andalusi books',
      credit: 'Warraq',
      alt: 'Interlocking lines around a central star, repeated to the edges of the frame.',
    },
    body: [
      p(
        'There is no sound on the upper floor of Dar al-Kharraz but that of a scraper on leather. Tamou Saffaji sits at a window over the roofs of the old city with a cover before her that has worn as thin as a dry tobacco leaf. She damps it with cotton wool and waits. “Hurry is the enemy of this craft,” she says, without looking up. “The leather knows who is hurrying it, and shrinks.”',
      ),
      p(
        'On the table is what remains of a treatise on falconry, copied by an unknown hand in thirteenth-century Murcia, carried across the sea and passed from family to family until it came to rest in the House of Books in the Oasis, a library kept by the people of Ayn al-Warashan, south of the Atlas. Of its 212 leaves only nine are lost. The binding had parted from them before anybody now living can recall.',
      ),
      h('A letter from Seville'),
      p(
        'She began not with the leather but with reading. Bakr ibn Ibrahim al-Ishbili, a binder of the Almohad age, left a manual, The Art of Bookbinding Made Easy, that takes the reader through glue, gatherings and headbands with a needle all but in hand. “We call him Master Bakr, as if he lived at the end of the lane,” she says. “When I disagree with my daughter about the tension of a thread we open the book and let him judge. She is usually right.”',
      ),
      p(
        'The surprise lay inside the left-hand board. Andalusi binders did without heavy wood and pasted waste paper in layers instead. When steam had loosened them, out came four merchants’ letters and two leaves from the accounts of an oil seller, who had noted what his neighbours owed him down to the half measure.',
      ),
      quote(
        'He was not writing for history. He wanted to know who had not paid for the oil.',
        'Idris al-Fakhkhari al-Wadii, manuscript scholar',
      ),
      p(
        'The team argued for a fortnight over where those scraps belong, and compromised: the originals travel in an envelope beside the book, while the new board, of linen paper, hides a reduced facsimile for whoever next takes it apart. Nothing has been used that water cannot undo. The paste is wheat starch, boiled each morning; the brown is pomegranate rind.',
      ),
      facts(
        'The book in figures',
        '203 leaves survive out of 212.',
        '26 gatherings: 19 resewn, seven left on their old thread.',
        'Six leaves of waste paper found in the boards.',
        '340 grams, with its new binding.',
      ),
      p(
        'There were 11 binders in the lane when she learned the trade. Two are left, one of whom opens his shop once a week to drink tea. Yet all five apprentices’ benches are taken: by a pharmacist who gave up her job, by an engineering student, and by a brother and sister from the oasis, whose wages are half paid by a fund raised on the sale of dates. They will go home as restorers. “If we sent everything to Fez we should need two centuries,” says their librarian, Raqqush al-Massi. “So Fez must come to us.”',
      ),
      p(
        'At the end of the day she closed the cover, opened it three times, and listened. Good binding, she explained, makes no noise: a creak is a thread too tight, a sigh is too much paste. The book said nothing. She went to wash the starch from her hands.',
      ),
    ],
    related: ['en-interview-lexicographer'],
  },
  {
    key: 'en-interview-lexicographer',
    section: 'culture',
    kind: 'interview',
    kicker: 'Interview',
    headline: 'Widad Tettawi: ‘A dictionary is the minutes of a meeting that has not ended’',
    standfirst:
      'The author of The Dictionary of Two Shores on 30 years spent following words across the Mediterranean, and on the honour of not knowing.',
    authors: ['ottoline-farrant'],
    dateline: 'Algiers',
    topics: ['arabic-language', 'mediterranean'],
    hoursAgo: 66,
    picture: {
      seed: 8302,
      caption: 'Two star grids laid across each other, as languages are on facing coasts',
      credit: 'Drawing: Warraq',
      alt: 'Overlapping stars and polygons arranged on two facing axes.',
    },
    body: [
      p(
        'Widad Tettawi’s house stands at the top of the Casbah, up 94 steps; she counted them once and filed the number under “stair”. In it she gathered 212,000 slips on the words that Arabic shares with its neighbours, published at last in four volumes. We met a few days before the slips themselves were to leave for an archive by the harbour.',
      ),
      p('**Where did you begin?**'),
      p(
        'In the market. My father sold rope, and the fishermen had seven names for one rope, according to what it tied. At school there was one name. I wrote down all seven in his account book and he was furious that I had spoiled it (...) He kept it until he died.',
      ),
      p('**Dictionaries are said to protect a language from its speakers.**'),
      p(
        'I protect nobody. I take the minutes. In the minutes you write down what everybody present said, including those who were mistaken. When a sailor uses a strange word I do not ask whether it is correct. I ask whom he had it from, when, and what he was holding.',
      ),
      pull('I do not ask a sailor whether it is correct. I ask what he was holding'),
      p('**Which word gave you most trouble?**'),
      p(
        'Qintar, the hundredweight. It looks so comfortable in Arabic, and then you look underneath and find Latin, Greek and Syriac sitting at the same table. I had finished the entry four times when a reader in Palermo wrote that his grandmother uses it for a heap of washing. I began again, and I am grateful to them both.',
      ),
      p('**Do computers help?**'),
      p(
        'They count. I asked one of those programs that answers everything about the darbuka, the drum, and it gave me a most elegant derivation that does not exist. It has lovely manners, but it cannot say “I don’t know” (...) I say it 1,117 times in four volumes. There is a sign for it, a dot in a circle. My publisher was afraid that people would take them for printing faults.',
      ),
      p('**And now?**'),
      p(
        'I shall sleep for a month. Then I have a shoebox of bakers’ words, from Tlemcen to Aleppo. Bread does not travel well. Its names arrive fresh.',
      ),
    ],
    related: ['en-arabic-dialects-model', 'en-andalusi-binding-workshop'],
  },
  {
    key: 'en-urmawi-notation-concert',
    section: 'culture',
    kind: 'news',
    headline: 'A tune from thirteenth-century Baghdad is played in Paris at three speeds',
    standfirst:
      'The ensemble Adwar has spent two years on 90 seconds of music, looking for the one thing its composer did not write down.',
    authors: ['ottoline-farrant'],
    dateline: 'Paris',
    topics: ['heritage'],
    hoursAgo: 255,
    body: [
      p(
        'Before a note was played the ensemble’s director, Selan Barudi, asked the audience to forget the word “revival”. “We are not reviving anybody,” she said. “We are reading aloud.” Then an oud came in, a quiet qanun after it, and an old salt store by the river filled with a melody set down in Baghdad more than 750 years ago.',
      ),
      p(
        'It comes from the Book of Cycles by Safi al-Din al-Urmawi, calligrapher and musician to the last Abbasid caliph of the city, who survived its fall in 1258 and lived until 1294. The few examples in the book are startlingly plain: letters for the degrees of the scale, figures beneath them for the length of each stroke, and above them the names of mode and rhythm.',
      ),
      p(
        'What the figures give is proportion. This note is twice that one; neither has a length. Barudi recorded the piece at three speeds and sent the files, unnamed, to reciters, singers and dancers, with a single question: in which of them is there room to breathe? Seventeen of 22 chose the middle.',
      ),
      quote(
        'His numbers are like a map with no scale. We know the shape of the whole country, but not whether to cross it on foot or on a horse.',
        'Selan Barudi, director of Adwar',
      ),
      p(
        'Two instruments were built for the evening with tied gut frets, which a modern oud lacks. Their maker, Omid Shahrazuri, broke six necks before he learned to trust the written description over his own hand: “I was measuring with my father’s ear.” All three versions will be released together, with a picture of the page, so that anybody who disagrees may do so while playing.',
      ),
    ],
    related: ['en-interview-lexicographer', 'ferry-that-waits'],
  },
  {
    key: 'en-dust-telescope-first-light',
    section: 'science',
    kind: 'news',
    kicker: 'Astronomy',
    headline: 'Desert telescope opens its eye on a ring of dust around Vega',
    standfirst: 'Eleven hours over two clear nights in southern Jordan show a gap that nobody had predicted.',
    authors: ['ishbel-karrar'],
    dateline: 'Aqaba',
    topics: ['space'],
    hoursAgo: 3,
    picture: {
      seed: 8401,
      caption: 'A star pattern in honour of the star that the observatory photographed first',
      credit: 'Warraq',
      alt: 'Repeated geometric stars whose lines reach out in every direction.',
    },
    body: [
      p(
        'The Ibn al-Haytham Observatory released its first image this morning, nine years after the concrete was poured: a thin ring of dust around the star Vega, broken in its outer part by a dark gap. It is made of 1,320 exposures, with the glow of the sky taken away.',
      ),
      p(
        'The target was chosen with care. Vega is what became, in Latin mouths, of al-Waqi, the last word in the star’s Arabic name, “the swooping eagle”, and navigators steered by it in summer. That it has dust has been known since the 1980s, because it is brighter in the infrared than a lone star should be. To see the disc so sharply from the ground is another matter.',
      ),
      p(
        'The telescope, HAYTHAM-1, has a mirror 2.4 metres across, a camera cooled to minus 196C and a system that corrects for the trembling of the air 900 times a second. It also has something the brochures leave out: a skirt of tent cloth, let down over the dome whenever the spring wind blows, since a single grain on the mirror can spoil a night.',
      ),
      facts(
        'The observatory',
        'Site: the Sharara plateau, 1,680 metres above the sea.',
        'Range: 0.9 to 5 micrometres.',
        'Clear nights: 287 in an average year.',
        'One night a month belongs to schools.',
      ),
      p(
        'As for the gap, the simplest reading is a planet not yet seen, “sweeping its path as a caretaker sweeps a corridor”, says Dr Shuhda al-Qalmuni, who leads the science team. But the simplest is not always the true one: “It may be a shadow, and it may be a fault in our processing. So we have published the raw files. Whoever doubts us can start where we did.”',
      ),
      p(
        'Street lamps in the nearest village have been replaced with yellow ones that point at the ground. The worst offender was a café on the main road. The owner fitted a shade when asked, and now sends up tea.',
      ),
      seeAlso('en-ibn-haytham-dark-room'),
    ],
    related: ['en-ibn-haytham-dark-room'],
  },
  {
    key: 'en-arabic-dialects-model',
    section: 'science',
    kind: 'news',
    kicker: 'Artificial intelligence',
    headline: 'A machine follows the Arabic of nine cities, until somebody tells a joke',
    standfirst:
      'Speakers gave LISAN-7B 14,000 hours of their talk. Its makers have published a list of what it still gets wrong.',
    authors: ['ishbel-karrar'],
    dateline: 'Amman',
    topics: ['artificial-intelligence', 'arabic-language'],
    hoursAgo: 15,
    body: [
      p(
        'The Dad Institute for Computing in Amman, named after the letter ض, has opened to researchers a model that turns spoken Arabic into text and can tell apart the dialects of nine cities, from Nouakchott to Manama. LISAN-7B mishears 11.6 words in every 100, about half as many as the systems it was tested against. The test has been published in full.',
      ),
      p(
        'What is new is less the machine than the manner of feeding it. Nothing was scraped from the web. Some 6,300 volunteers recorded themselves with people they knew: grandmothers explaining a dish, drivers giving directions, students quarrelling over a match. Each has a number with which to take the recording back, and 212 have done so.',
      ),
      table(
        'Words misheard, by city',
        ['City', 'Hours of training', 'LISAN-7B', 'Best earlier model'],
        ['Cairo', '2,600', '7.9%', '13.1%'],
        ['Amman', '2,100', '8.4%', '15.0%'],
        ['Damascus', '1,900', '8.8%', '16.2%'],
        ['Riyadh', '1,800', '10.3%', '19.4%'],
        ['Baghdad', '1,700', '11.2%', '22.7%'],
        ['Tunis', '1,400', '12.9%', '27.5%'],
        ['Manama', '1,000', '13.3%', '26.1%'],
        ['Casablanca', '900', '15.1%', '31.8%'],
        ['Nouakchott', '600', '16.5%', '38.0%'],
      ),
      p(
        'Read it from the bottom, advises the chief researcher, Dr Waddah al-Jubayhi. “Where we had fewest hours we gained most. So the trouble was never that the western dialects were difficult. It was that we had not bothered to listen.”',
      ),
      p('The institute’s own list of failings is unusual in its candour:'),
      list(
        'Jokes. It takes down every word and then summarises them as news.',
        'The names of villages and uncommon people.',
        'Two people talking at once, which is to say most households.',
        'Children under six, whom it declined to record.',
      ),
      p(
        'A smaller version that runs on a telephone will be used in three hospitals to set down complaints in the patient’s own words. The lexicographer Widad Tettawi, shown a sample, remarked that the machine had at last listened to sailors, and asked for 18 hours of bakers.',
      ),
      seeAlso('en-interview-lexicographer'),
    ],
    related: ['en-interview-lexicographer'],
  },
  {
    key: 'en-ibn-haytham-dark-room',
    section: 'science',
    kind: 'analysis',
    kicker: 'History of science',
    headline: 'Ibn al-Haytham did not invent the camera. He did something that lasts longer',
    standfirst:
      'The tale of the dark room hides a better one: a man who hung lamps before a hole, then covered them one at a time.',
    authors: ['ishbel-karrar'],
    dateline: 'Amman',
    topics: ['heritage'],
    hoursAgo: 320,
    picture: {
      seed: 8403,
      caption: 'Lines that meet at a point and part again, as rays do at a pinhole',
      credit: 'Warraq',
      alt: 'Straight lines crossing at regular centres and forming symmetrical stars around them.',
    },
    body: [
      p(
        'Ask a search engine who invented the camera and it will soon offer al-Hasan ibn al-Haytham, with a drawing of a turbaned sage beside a box. The drawing is modern and the box was not his. The man was born in Basra about 965 and died in Cairo about 1040, having written more than 90 works, many of them lost.',
      ),
      p(
        'He was not the first to notice that light entering a dark chamber by a small hole paints the world outside on the wall. Chinese writers had said so many centuries before him. If noticing first were the measure, he would lose the race. He wins it by asking something else.',
      ),
      h('The lamps and the screen'),
      p(
        'Two schools disputed how we see: either the eye sends out rays to touch things, or things shed whole images of themselves into the eye. In his Book of Optics he took the argument to a table. Set several lamps at different places, facing a hole that opens on a dark space. As many patches of light appear beyond it. Cover one lamp, and its patch alone goes out.',
      ),
      p(
        'It looks obvious and is not. All that light passed through one small hole at one moment; had it mixed as water mixes, it would have come out blended. It came out sorted. Light therefore travels straight and keeps its own counsel, and what is true of the hole may be true of the pupil, which has no need to send out anything.',
      ),
      pull('All that light passed through one small hole, and it came out sorted'),
      p(
        'His word for the procedure was iʿtibār. Astronomers had used it for comparing one observation with another. He meant something tighter: make the conditions you wish to examine, change one thing, leave the rest. When the book was put into Latin about 1200 the translator chose experimentum, and the idea entered universities that knew its author only as Alhacen.',
      ),
      p(
        'He could be wrong. He placed the seat of sight in the lens and could not allow its picture to be upside down, so he bent his geometry to keep it upright. It took until 1604 for Johannes Kepler to say that the image falls on the retina, inverted. But Kepler got there by quarrelling with the Optics line by line, and after six centuries there is no greater compliment.',
      ),
      quote(
        'When we praise him for what he did not do, we rob him of what he did. A camera is a machine, and machines are forgotten. To cover one lamp and wait is a habit.',
        'Nawf al-Himyariyya, historian of science',
      ),
      p(
        'So the sentence to paint on a school wall is not “the Arabs invented the camera”, which invites a child to be proud and then to sit down. Better to give each class three candles, a card with a hole in it and a screen, and to ask: which candle is that, how do you know, and what will you do about somebody who does not believe you?',
      ),
    ],
    related: ['en-dust-telescope-first-light'],
  },
];
