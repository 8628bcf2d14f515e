// The invented by-lines and topics of the English demo edition. A topic that the Arabic edition has too keeps its key.
import type { DemoAuthor, DemoTopic } from '../format.ts';

export const authors: readonly DemoAuthor[] = [
  {
    key: 'ottoline-farrant',
    name: 'Ottoline Farrant-Quraishi',
    city: 'London',
    about: 'Writes about books, instruments and the people who mend them.',
  },
  {
    key: 'lorcan-bensaid',
    name: 'Lorcan Bensaïd',
    city: 'Rabat',
    about: 'Correspondent for the western Mediterranean and its old cities.',
  },
  {
    key: 'zeynab-thorne',
    name: 'Zeynab Thorne',
    city: 'Beirut',
    about: 'Reports on schools, hospitals and the towns in between.',
  },
  {
    key: 'caspian-obuya',
    name: 'Caspian Obuya',
    city: 'Nairobi',
    about: 'Economics writer with a weakness for markets that have no building.',
  },
  {
    key: 'maud-eltayib',
    name: 'Maud el-Tayib',
    city: 'Cairo',
    about: 'Investigates what is in food, and what is written on the label.',
  },
  {
    key: 'ishbel-karrar',
    name: 'Ishbel Karrar-Munro',
    city: 'Amman',
    about: 'Science correspondent: telescopes, languages and the history of both.',
  },
];

export const topics: readonly DemoTopic[] = [
  {
    key: 'climate',
    name: 'Climate',
    kind: 'subject',
    about: 'Heat, drought and the sea, and what cities do about them.',
  },
  {
    key: 'public-health',
    name: 'Public health',
    kind: 'subject',
    about: 'Prevention, hospitals and what we eat.',
  },
  {
    key: 'heritage',
    name: 'Heritage',
    kind: 'subject',
    about: 'Manuscripts, old towns and the crafts that keep them standing.',
  },
  {
    key: 'arabic-language',
    name: 'The Arabic language',
    kind: 'subject',
    about: 'Dictionaries, dialects and Arabic on the network.',
  },
  {
    key: 'artificial-intelligence',
    name: 'Artificial intelligence',
    kind: 'subject',
    about: 'Machines that write and listen, and the arguments about them.',
  },
  { key: 'space', name: 'Space', kind: 'subject', about: 'Observatories, satellites and voyages.' },
  {
    key: 'food-security',
    name: 'Food',
    kind: 'subject',
    about: 'Harvests, markets and the long road to the table.',
  },
  { key: 'labour', name: 'Work', kind: 'subject', about: 'Trades, wages and skills.' },
  {
    key: 'mediterranean',
    name: 'The Mediterranean',
    kind: 'place',
    about: 'One sea, two shores and the traffic between them.',
  },
];
