import { describe, expect, it } from 'vitest';
import { dictionaries } from '../i18n/dictionary.ts';
import { createUi } from '../ui.ts';
import { type MissingReason, missingOf, missingText } from './missing.ts';
import type { PartView } from './ports.ts';

const ui = createUi({
  ...{ locale: 'id', viewer: undefined, path: '/', hasOutbox: false },
  t: dictionaries.id,
  assets: {} as never,
});

const partOf = (more: Partial<PartView>): PartView => ({
  ...{ kind: 'part', id: '1', title: { id: 'Kuis' }, state: 'started', criterion: 'passed' },
  ownWindow: false,
  ...more,
});

const rows: readonly (readonly [MissingReason, Partial<PartView>, string])[] = [
  ['not-opened', { state: 'not-started' }, 'belum dibuka; perlu lulus'],
  ['below-mastery', { score: 60, masteryScore: 80, failed: true }, 'nilai 60, paling sedikit 80'],
  ['failed', { failed: true }, 'belum lulus; perlu lulus'],
  ['locked', { needs: [{ id: 'Modul 1' }], state: 'not-started' }, 'menunggu bagian lain; perlu lulus'],
  [
    'awaits-result',
    { content: 'lti', criterion: 'completed' },
    'menunggu hasil dari penyelenggara; perlu dituntaskan',
  ],
  ['unfinished', { masteryScore: 80 }, 'belum tuntas; perlu lulus, nilai minimal 80'],
];

describe('what is missing from a course', () => {
  it.each(rows)('is said of a part that is %s', (reason, more, text) => {
    const [missing] = missingOf({ outline: [partOf(more)] });
    expect(missing?.reason).toBe(reason);
    expect(missing && missingText(ui, missing)).toBe(text);
  });

  it('waits for the provider where that has not enrolled, in its own parts alone', () => {
    const outline = [partOf({ content: 'external', state: 'not-started' }), partOf({ id: '2' })];
    const reasons = missingOf({ outline }, { waits: true }).map(({ reason }) => reason);
    expect(reasons).toEqual(['awaits-enrolment', 'unfinished']);
  });

  it('holds nothing that is done, waived or without a condition, and has words in both languages', () => {
    const states = ['done', 'waived'] as const;
    const outline = [
      ...states.map((state) => partOf({ state })),
      partOf({ criterion: 'not-applicable', state: 'not-started' }),
    ];
    expect(missingOf({ outline })).toEqual([]);
    expect(Object.keys(dictionaries.en.course.missingWhy)).toEqual(
      Object.keys(dictionaries.id.course.missingWhy),
    );
  });
});
