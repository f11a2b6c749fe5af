import { describe, expect, it } from 'vitest';
import { classificationSchema, unclassified } from './classification.ts';
import { certificationKinds, coreValues, courseFields, digitalPillars } from './codes.ts';
import {
  certificationKindList,
  coreValueList,
  courseFieldList,
  digitalPillarList,
  namesIn,
  offeredIn,
} from './index.ts';

const lists = [
  { what: 'coreValues', codes: coreValues, list: coreValueList, count: 7, mark: 'V' },
  { what: 'fields', codes: courseFields, list: courseFieldList, count: 63, mark: 'C' },
  { what: 'digitalPillars', codes: digitalPillars, list: digitalPillarList, count: 4, mark: 'R' },
  { what: 'certification', codes: certificationKinds, list: certificationKindList, count: 4, mark: 'C' },
] as const;

describe('lists that courses are classified by', () => {
  it.each(lists)('name each code of $what once, in both languages, with its mark', (one) => {
    const { codes, list, count, mark } = one;
    expect(list.rows.map(({ code }) => code)).toEqual([...codes]);
    expect(list.rows).toHaveLength(count);
    for (const { name, mark: own, since } of list.rows) {
      expect([name.id, name.en].every((text) => text.trim().length > 2)).toBe(true);
      expect([own, since <= list.version]).toEqual([mark, true]);
    }
    for (const language of ['id', 'en'] as const) {
      expect(new Set(list.rows.map(({ name }) => name[language])).size).toBe(count);
    }
  });

  it('offer what was taken out to those courses alone that have it', () => {
    const name = { id: 'Lama', en: 'Old' };
    const list = {
      ...{ version: 3, source: 'test' },
      rows: [
        { code: 'a', name, mark: 'V', since: 1 },
        { code: 'b', name, mark: 'V', since: 1, until: 3 },
        { code: 'c', name, mark: 'V', since: 2, until: 4 },
      ],
    } as const;
    const codes = (kept?: readonly string[]) => offeredIn(list, kept).map(({ code }) => code);
    expect(codes()).toEqual(['a', 'c']);
    expect(codes(['b'])).toEqual(['a', 'b', 'c']);
    expect(namesIn(list).get('b')).toEqual(name);
  });
});

describe('what a course says of itself in them', () => {
  it('may be nothing at all', () => {
    expect(classificationSchema.parse({})).toEqual(unclassified);
  });

  it.each([
    { coreValues: ['brave'] },
    { coreValues: ['loyal', 'loyal'] },
    { fields: ['hukum', 'kesehatan', 'pangan', 'sosial'] },
    { fields: ['Hukum'] },
    { digitalPillars: 'skills' },
    { certification: 'diploma' },
    { certification: '' },
    { subject: 'digital' },
  ])('is not %j', (given) => expect(classificationSchema.safeParse(given).success).toBe(false));
});
