import * as z from 'zod';
import type { FormState } from '../layout/form.tsx';
import { textField } from '../text-fields.ts';
import { admissionNames, type CohortOrder, cohortAudienceNames } from './ports.ts';

/** As many as a path has steps. */
const mostDueRows = 48;
export const dueField = (n: number): string => `d${n}on`;
export const dueIdField = (n: number): string => `d${n}id`;

const rows = Array.from({ length: mostDueRows }, (_, n) => n);
const dueFields: Readonly<Record<string, z.ZodOptional<z.ZodString>>> = Object.fromEntries(
  rows.flatMap((n) => [
    [dueField(n), z.string().max(10).optional()],
    [dueIdField(n), z.string().max(64).optional()],
  ]),
);

const list = z.preprocess(
  (given) => (given === undefined ? [] : typeof given === 'string' ? [given] : given),
  z.array(z.string().max(64)).max(50),
);

const terms = {
  name: z.string().trim().min(2).max(160),
  about: textField(0, 4_000).optional(),
  startsOn: z.iso.date(),
  endsOn: z.iso.date(),
  applyUntil: z.iso.date(),
  zone: z.string().trim().min(3).max(64),
  capacity: z.coerce.number().int().min(1).max(1_000),
  admission: z.enum(admissionNames),
  audience: z.enum(cohortAudienceNames),
  unitIds: list,
  confirmHours: z.coerce.number().int().min(1).max(168),
  facilitator: z.string().trim().max(200).optional(),
};

export const newCohortSchema = z.object({ ...terms, subject: z.string().trim().min(3).max(80) });
export const changeCohortSchema = z.object({ ...dueFields, ...terms, rev: z.coerce.number().int().min(1) });

export function orderFrom(fields: z.output<z.ZodObject<typeof terms>>): CohortOrder {
  const { about, facilitator, unitIds, name, startsOn, endsOn, applyUntil, zone } = fields;
  const { capacity, admission, audience, confirmHours } = fields;
  const said: Readonly<Record<string, unknown>> = fields;
  const textAt = (field: string): string => {
    const value = said[field];
    return typeof value === 'string' ? value.trim() : '';
  };
  return {
    ...{ name, startsOn, endsOn, applyUntil, zone, capacity, admission, audience, confirmHours },
    ...(about && { about }),
    ...(facilitator && { facilitator }),
    unitIds: audience === 'units' ? unitIds : [],
    dueDays: rows.flatMap((n) => {
      const [stepId, on] = [textAt(dueIdField(n)), textAt(dueField(n))];
      return stepId !== '' && on !== '' ? [{ stepId, on }] : [];
    }),
  };
}

/** The row of a step's day, for `due:<step id>`; undefined for other names. */
export function dueFieldIn({ values }: FormState, name: string): string | undefined {
  if (!name.startsWith('due:')) return undefined;
  const row = rows.find((n) => values[dueIdField(n)] === name.slice(4));
  return row === undefined ? undefined : dueField(row);
}

/** What the form of a cohort begins with; `steps`: in the order of their rows. */
export function formFrom(order: CohortOrder, rev: number, stepIds: readonly string[]): FormState {
  const { about = '', facilitator = '', unitIds, dueDays, capacity, confirmHours, ...rest } = order;
  const days = new Map(dueDays.map(({ stepId, on }) => [stepId, on]));
  return {
    values: {
      ...{ ...rest, about, facilitator, unitIds: unitIds.join(' ') },
      ...{ capacity: String(capacity), confirmHours: String(confirmHours), rev: String(rev) },
      ...Object.fromEntries(stepIds.map((stepId, n) => [dueField(n), days.get(stepId) ?? ''])),
    },
    errors: {},
  };
}

export const newCohortForm: FormState = {
  values: {
    ...{ zone: 'Asia/Jakarta', capacity: '30', admission: 'supervisor', audience: 'agency' },
    confirmHours: '48',
  },
  errors: {},
};
