import { type AgencyId, employmentStatuses, type Jp, type PersonId } from '@sinau/kernel';
import type { Item } from '@sinau/platform/dynamo';
import * as z from 'zod';
import { type FormCode, isFormCode } from '../rules/forms.ts';
import type { Rule } from '../rules/rule.ts';

const jp = z.custom<Jp>((value) => typeof value === 'number');
const number = z.number().exactOptional();

const common = {
  ruleId: z.string(),
  scope: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('national') }),
    z.object({
      kind: z.literal('agency'),
      agencyId: z.custom<AgencyId>((value) => typeof value === 'string'),
    }),
  ]),
  legalBasis: z.string(),
  validFrom: z.string(),
  validTo: z.string().exactOptional(),
  verified: z.boolean(),
  repealed: z.literal(true).exactOptional(),
  by: z.custom<PersonId>((value) => typeof value === 'string').exactOptional(),
  at: z.string().exactOptional(),
  words: z.string().exactOptional(),
};

const ruleRow = z.discriminatedUnion('kind', [
  z.object({
    ...common,
    kind: z.literal('conversion'),
    formCode: z.custom<FormCode>((value) => typeof value === 'string' && isFormCode(value)),
    unit: z.enum(['semester', 'day', 'session', 'occurrence', 'programme_jp']),
    jpPerUnit: jp.exactOptional(),
    capAmount: number,
    capPeriod: z.enum(['day', 'month']).exactOptional(),
    capMeasure: z.enum(['jp', 'count']).exactOptional(),
    intlMode: z.enum(['same', 'factor', 'fixed', 'na']),
    intlValue: number,
    intlCapAmount: number,
    intlVerified: z.boolean().exactOptional(),
  }),
  z.object({
    ...common,
    kind: z.literal('year'),
    status: z.enum(employmentStatuses),
    minimum: jp.exactOptional(),
    maximum: jp.exactOptional(),
    period: z.enum(['calendar-year', 'contract-year']),
    countsBy: z.enum(['last-day', 'certificate-day']).exactOptional(),
  }),
  z.object({
    ...common,
    kind: z.literal('effort'),
    ...{ leastShare: z.number(), idleMinutes: z.number(), claimSeconds: z.number(), claimShare: z.number() },
  }),
  /** Counts no more: rows that agencies once added stay in the table and are left out. */
  z.object({ kind: z.literal('rounding') }),
]);

export const readRules = (rows: readonly Item[]): readonly Rule[] =>
  rows.flatMap((row) => {
    const rule = ruleRow.parse(row.rule);
    return rule.kind === 'rounding' ? [] : [rule];
  });

export const scopeName = ({ scope }: Rule): string =>
  scope.kind === 'national' ? 'national' : `agency ${scope.agencyId}`;
