import { describe, expect, it } from 'vitest';
import { competencyFacts } from './facts.ts';

const at = '2026-11-28T01:00:00.000Z';
const later = '2026-11-29T01:00:00.000Z';
const agus = { id: 'agus', name: 'Agus', as: 'agency' } as const;
const assessment = {
  ...{ pk: 'COMPETENCY#sri', sk: 'ASSESSMENT#M1', kind: 'assessment', personId: 'sri', competencyId: 'M1' },
  ...{
    method: 'competency-test',
    level: 2,
    assessedOn: '2026-11-20',
    recordedBy: agus,
    recordedAt: at,
    rev: 1,
  },
};
const withdrawn = { by: { ...agus, id: 'budi' }, at: later, reason: 'Salah orang' };

const changesOf = (before: object | undefined, after: object) =>
  competencyFacts({ ...(before && { before: before as never }), after: after as never }).map((fact) =>
    fact.type === 'competency-assessed' ? [fact.change, fact.by, fact.occurredAt] : fact,
  );

describe('facts of competence', () => {
  it('an assessment is recorded, withdrawn by somebody, and counts again', () => {
    expect(changesOf(undefined, assessment)).toEqual([['recorded', 'agus', at]]);
    const gone = { ...assessment, withdrawn, rev: 2 };
    expect(changesOf(assessment, gone)).toEqual([['withdrawn', 'budi', later]]);
    expect(changesOf(gone, { ...assessment, rev: 3 })).toEqual([['restored', 'agus', at]]);
    const anew = { ...assessment, level: 3, recordedAt: later, rev: 3 };
    expect(changesOf(gone, anew)).toEqual([['recorded', 'agus', later]]);
  });

  it('each change has an id of its own, and the same one whenever it is read', () => {
    const idsOf = (after: object) => competencyFacts({ after: after as never }).map(({ eventId }) => eventId);
    expect(idsOf(assessment)).toEqual(idsOf(assessment));
    expect(idsOf({ ...assessment, rev: 2 })).not.toEqual(idsOf(assessment));
    expect(idsOf({ ...assessment, assessedOn: '2026-11-21' })).not.toEqual(idsOf(assessment));
  });

  it('a person’s own word tells nobody, nor does a row that is counted', () => {
    expect(competencyFacts({ after: { ...assessment, method: 'self' } as never })).toEqual([]);
    expect(competencyFacts({ before: assessment as never })).toEqual([]);
    expect(competencyFacts({ after: { ...assessment, kind: 'counted' } as never })).toEqual([]);
  });

  it('a step about an item of a plan is told with its moment', () => {
    const step = { move: 'propose', to: 'proposed', side: 'learner', by: { id: 'sri', name: 'Sri' }, at };
    const item = {
      ...{ pk: 'COMPETENCY#sri', sk: 'ITEM#i-1', kind: 'plan-item', itemId: 'i-1', personId: 'sri' },
      ...{ competencyId: 'M1', form: 'NKL01', title: 'Bimbingan', targetLevel: 3, dueOn: '2026-12-31' },
      ...{ proposedBy: 'learner', state: 'agreed', rev: 2 },
      steps: [step, { ...step, move: 'agree', to: 'agreed', side: 'office', at: later }],
    };
    expect(changesOf(undefined, item)).toEqual([
      {
        ...{ eventId: 'plan-item-moved:i-1:2', type: 'plan-item-moved', occurredAt: later },
        ...{ personId: 'sri', item: 'i-1', rev: 2 },
      },
    ]);
  });
});
