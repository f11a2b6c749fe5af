import { expect, it } from 'vitest';
import { nationalRules } from '../rules/national-rules.ts';
import { readRules } from './rule-rows.ts';

it('an agency keeps its rules where it once had one of rounding, which counts no more', () => {
  const [rule] = nationalRules;
  const scope = { kind: 'agency', agencyId: 'bkn' };
  const rounding = { ...rule, scope, kind: 'rounding', mode: 'exact', minutesPerJp: 45 };
  const byCertificate = { ...nationalRules.find(({ kind }) => kind === 'year'), countsBy: 'certificate-day' };
  const rowOf = (stored: unknown) => ({ pk: 'RULES', sk: 'RULE', rule: stored });
  expect(readRules([rowOf(rounding), rowOf(rule)])).toEqual([rule]);
  expect(readRules([rowOf(byCertificate)])).toEqual([byCertificate]);
  expect(() => readRules([rowOf({ ...rule, kind: 'other' })])).toThrow();
});
