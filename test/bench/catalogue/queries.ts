import { randomFrom, topics } from './corpus.ts';

/** A search as an address of the portal asks it, and what it is about where the words hold a slip of the keyboard. */
export interface Asked {
  readonly query: string;
  readonly kind: string;
  /** In the titles that are meant. */
  readonly meant?: string;
}

const words = [
  'pelatihan',
  'data',
  'manajemen',
  'daerah',
  'publik',
  'asn',
  'pns',
  'management',
  'security',
  'kasus',
];
const filters = [
  'subject=digital',
  'subject=finance&subject=planning',
  'price=free',
  'language=en',
  'jp=below-5&jp=5-10',
  'form=NKL03',
  'competency=Integritas',
  'provider=provider-3',
  'price=paid&language=id',
];
const letters = 'abcdefghijklmnopqrstuvwxyz';

/** So many searches, the same ones each time: what people type when they look for a course, and how they go on. */
export function realisticQueries(count: number): readonly Asked[] {
  const next = randomFrom(4);
  const below = (end: number) => Math.floor(next() * end);
  const any = <Item>(items: readonly Item[]): Item => items[below(items.length)] as Item;
  const topic = () => any(topics)[1 + below(2)] as string;
  const phrase = () =>
    topic()
      .toLowerCase()
      .split(' ')
      .slice(0, 1 + below(3))
      .join(' ');
  const slip = (text: string) => {
    const at = 1 + below(text.length - 2);
    const [head, tail] = [text.slice(0, at), text.slice(at)];
    if (next() < 0.3) return head + tail.slice(1);
    if (next() < 0.5) return head + letters[below(26)] + tail;
    return next() < 0.5
      ? head + letters[below(26)] + tail.slice(1)
      : head + (tail[1] ?? '') + (tail[0] ?? '') + tail.slice(2);
  };
  const typed = (): Asked => {
    const [, id, en] = any(topics);
    const meant = next() < 0.7 ? id : en;
    const parts = meant
      .toLowerCase()
      .split(' ')
      .filter((word) => word.length > 5);
    const [first = 'keamanan', ...rest] = parts;
    return { kind: 'slip', query: asQuery([slip(first), ...rest].join(' ')), meant };
  };
  const kinds: readonly (() => Asked)[] = [
    () => ({ kind: 'phrase', query: asQuery(phrase()) }),
    () => ({ kind: 'phrase', query: asQuery(phrase()) }),
    () => ({ kind: 'word', query: asQuery(any(words)) }),
    () => ({ kind: 'beginning', query: asQuery(phrase().slice(0, 3 + below(5))) }),
    typed,
    typed,
    () => ({ kind: 'filtered', query: `${asQuery(phrase())}&${any(filters)}` }),
    () => ({ kind: 'filtered', query: `${asQuery(phrase())}&${any(filters)}&${any(filters)}` }),
    () => ({ kind: 'browsed', query: `${any(filters)}&sort=${any(['newest', 'title', 'jp'])}` }),
    () => ({ kind: 'browsed', query: `page=${1 + below(20)}` }),
    () => ({
      kind: 'nothing',
      query: asQuery(`${any(['kucing', 'qwrtz', 'gitar', 'résumé'])} ${any(words)}`),
    }),
  ];
  return Array.from({ length: count }, () => any(kinds)());
}

const asQuery = (text: string) => `q=${encodeURIComponent(text)}`;
