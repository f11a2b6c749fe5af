import { untouched } from '@sinau/cmi5';
import type { Statement } from '@sinau/xapi';
import { describe, expect, it } from 'vitest';
import { checkTincanStatement, type TincanTerms } from './check-tincan-statement.ts';

const registration = '9f4f2b9c-0d4b-4f0c-9d40-0c0d4b0f4f2b';
const actor = { homePage: 'https://sinau.example', name: 'sri' };
const terms: TincanTerms = {
  ...{ actor, registration, launchMode: 'Normal' },
  ...{ belongsTo: ['https://sinau.example/module/1'], launchable: ['https://p.example/t'] },
};
const verb = (name: string) => ({ id: `http://adlnet.gov/expapi/verbs/${name}` });
const said = (name: string, over: Partial<Statement> = {}): Statement => ({
  ...{ actor: { account: actor }, verb: verb(name), object: { id: 'https://p.example/t' } },
  ...over,
});
function check(statement: Statement, verdict = untouched, over: Partial<TincanTerms> = {}) {
  const checked = checkTincanStatement({ ...terms, ...over }, verdict, statement);
  if (checked.outcome === 'refused') throw new Error(checked.message);
  return checked;
}
const after = (...statements: readonly Statement[]) =>
  statements.reduce((verdict, one) => check(one, verdict).verdict, untouched);

describe('checkTincanStatement', () => {
  it('adds what the content leaves out, and the same to the same statement', () => {
    const one = said('experienced', {
      context: { contextActivities: { grouping: { id: 'https://p.example/g' } } },
    });
    const { statement } = check(one);
    expect(statement.context).toEqual({
      registration,
      contextActivities: {
        grouping: [
          { id: 'https://p.example/g' },
          { objectType: 'Activity', id: 'https://sinau.example/module/1' },
        ],
      },
    });
    expect(check(one).statement).toEqual(statement);
    expect(check(statement).statement).toBe(statement);
  });

  it.each([
    ['another learner', { actor: { account: { ...actor, name: 'budi' } } }],
    ['a learner by address', { actor: { mbox: 'mailto:sri@contoh.go.id' } }],
    ['a group', { actor: { objectType: 'Group', account: actor } }],
    ['another registration', { context: { registration: '6690e6c9-3ef0-4ed3-8b37-7f3964730bee' } }],
    [
      'a session that it names',
      { context: { extensions: { 'https://w3id.org/xapi/cmi5/context/extensions/sessionid': 'x' } } },
    ],
    ['a void', { verb: verb('voided'), object: { objectType: 'StatementRef', id: registration } }],
  ] as const)('E10: refuses %s', (_, over) => {
    expect(
      checkTincanStatement(terms, untouched, said('completed', over as Partial<Statement>)).outcome,
    ).toBe('refused');
  });

  it('says last what a statement belongs to, whatever part the content names', () => {
    const [own] = terms.belongsTo;
    const other = 'https://sinau.example/xapi/courses/c/au/0123456789abcdef0123456789abcdef';
    const grouping = [{ id: own ?? '' }, { id: other }];
    const { statement } = check(said('answered', { context: { contextActivities: { grouping } } }));
    const placed = [statement.context?.contextActivities?.grouping ?? []].flat().map(({ id }) => id);
    expect(placed).toEqual([other, own]);
  });

  it('counts completed, passed and failed of the launchable activity, with the score', () => {
    expect(after(said('completed'))).toMatchObject({ completed: true, progress: 100 });
    const result = { score: { raw: 80, min: 0, max: 100 }, completion: true };
    expect(after(said('passed', { result }))).toEqual({
      ...untouched,
      ...{ completed: true, progress: 100, judged: 'passed', score: 0.8 },
    });
    expect(after(said('mastered')).judged).toBe('passed');
    expect(after(said('failed', { result: { score: { scaled: 0.2 } } }))).toMatchObject({
      judged: 'failed',
      score: 0.2,
    });
    expect(after(said('completed', { object: { id: 'https://p.example/t/bab' } }))).toBe(untouched);
    expect(after(said('experienced'))).toBe(untouched);
  });

  it('lets people try again, and takes nothing back', () => {
    const scored = (name: string, scaled: number) => said(name, { result: { score: { scaled } } });
    expect(after(scored('failed', 0.3), scored('passed', 0.8))).toMatchObject({
      judged: 'passed',
      score: 0.8,
    });
    expect(after(scored('passed', 0.8), scored('failed', 0.1))).toMatchObject({
      judged: 'passed',
      score: 0.8,
    });
    expect(after(scored('passed', 0.8), scored('passed', 0.7)).score).toBe(0.8);
  });

  it('counts nothing outside Normal mode, and the record tells why', () => {
    const { verdict, statement } = check(said('completed'), untouched, { launchMode: 'Review' });
    expect(verdict).toBe(untouched);
    expect(JSON.stringify(statement.context?.extensions)).toMatch(/launchmode":"Review"/);
  });
});
