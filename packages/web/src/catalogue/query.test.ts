import { InvalidInput } from '@sinau/kernel';
import { describe, expect, it } from 'vitest';
import { countChosen, hrefOfQuery, readQuery, withoutFilters, withoutValue } from './query.ts';

const read = (text: string) => readQuery(new URLSearchParams(text));

describe('readQuery', () => {
  it('reads words, several values of a filter, order and page', () => {
    const query = read('q=+keamanan+&subject=data&subject=digital&price=free&sort=title&page=3');
    expect(query).toMatchObject({ text: 'keamanan', sort: 'title', page: 3 });
    expect(query.chosen.subject).toEqual(['data', 'digital']);
    expect(countChosen(query)).toBe(3);
  });

  it.each(['sort=up', 'page=1', 'subject=&subject=++', 'other=1', 'q='])(
    'makes the plain catalogue of %s',
    (text) => expect(read(text)).toEqual(read('')),
  );

  it.each(['sort=up&page=-1', 'page=x', 'page=0', 'page=', 'page=4001', 'q=a&page=999999'])(
    'refuses the page of %s',
    (text) => expect(() => read(text)).toThrow(InvalidInput),
  );

  it('bounds what somebody sends', () => {
    const long = new URLSearchParams([['q', 'x'.repeat(5_000)], ...many('subject', 500)]);
    const query = readQuery(long);
    expect(query.text).toHaveLength(100);
    expect(query.chosen.subject).toHaveLength(20);
    expect(read('page=4000').page).toBe(4_000);
  });

  it('is read back from its own address', () => {
    const query = read('q=a%26b&competency=Kerja+sama&competency=%C3%A9&jp=5-10&sort=newest&page=2');
    expect(read(hrefOfQuery(query).split('?')[1] ?? '')).toEqual(query);
    expect(hrefOfQuery(read(''))).toBe('/catalogue');
  });

  it('takes one value out, or all of them, and begins at the first page', () => {
    const query = read('q=a&subject=data&subject=digital&price=free&page=4&sort=jp');
    expect(hrefOfQuery(withoutValue(query, 'subject', 'data'))).toBe(
      '/catalogue?q=a&subject=digital&price=free&sort=jp',
    );
    expect(hrefOfQuery(withoutFilters(query))).toBe('/catalogue?q=a&sort=jp');
  });
});

function many(name: string, count: number): [string, string][] {
  return Array.from({ length: count }, (_, n) => [name, `v${n}`]);
}
