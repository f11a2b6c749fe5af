import type { Jp } from '@sinau/kernel';
import type { FormCode } from './forms.ts';
import type { ConversionRule, EffortRule, Rule, Unit, YearRule } from './rule.ts';

const table = 'PerLAN 10/2018 (konversi JP; surat Sestama BPS B-031/BPS/2600/02/2019)';
const jp = (hours: number) => (hours * 100) as Jp;
const times = (count: number) => count * 100;

type Columns = Omit<
  ConversionRule,
  'ruleId' | 'kind' | 'scope' | 'legalBasis' | 'validFrom' | 'formCode' | 'verified'
>;

const per = (unit: Unit, hours: number) => ({ unit, jpPerUnit: jp(hours) });
const printed = { unit: 'programme_jp' } as const;
const same = { intlMode: 'same' } as const;
const fifthMore = { intlMode: 'factor', intlValue: 120 } as const;
const abroad = (hours: number) => ({ intlMode: 'fixed', intlValue: jp(hours) }) as const;
const aDay = (hours: number) => ({ capAmount: jp(hours), capPeriod: 'day', capMeasure: 'jp' }) as const;
const aMonth = (count: number) =>
  ({ capAmount: times(count), capPeriod: 'month', capMeasure: 'count' }) as const;

/**
 * The table of conversions, a row a form, as agencies practise it: nobody has compared it with the regulation itself, so that every row waits
 * for an operator who has.
 * Other classical and non-classical forms have no row: no source names any.
 */
const conversions: Readonly<Partial<Record<FormCode, Columns>>> = {
  PD01: { ...per('semester', 20), ...same },
  PD02: { ...per('semester', 20), ...same },
  KL01: { ...printed, intlMode: 'na' },
  KL02: { ...printed, ...fifthMore },
  KL03: { ...printed, ...fifthMore },
  KL04: { ...printed, ...fifthMore },
  KL05: { ...printed, ...fifthMore },
  KL06: { ...per('day', 4), ...abroad(6) },
  KL07: { ...per('day', 5), ...abroad(7) },
  KL08: { ...printed, ...fifthMore },
  KL09: { ...printed, ...fifthMore },
  KL10: { ...printed, ...fifthMore },
  KL11: { ...per('day', 4), ...abroad(6) },
  NKL01: { ...per('session', 2), ...aMonth(2), ...abroad(4) },
  NKL02: { ...per('session', 2), ...aMonth(2), ...abroad(4) },
  // Sources say 4 or 3 JP a day for courses from abroad: the lower one, until somebody has asked.
  NKL03: { ...printed, ...aDay(3), ...same, intlVerified: false },
  NKL04: { ...printed, ...fifthMore },
  // Sources say 24 or a fifth more, which is the same as long as the 20 stay.
  NKL05: { ...per('occurrence', 20), ...abroad(24), intlVerified: false },
  NKL06: { ...printed, ...fifthMore },
  NKL07: { ...per('occurrence', 10), ...abroad(20) },
  NKL08: { ...per('occurrence', 20), ...abroad(24) },
  NKL09: { ...printed, ...aDay(2), ...fifthMore },
  NKL10: { ...printed, ...aDay(2), ...fifthMore },
  NKL11: { ...per('occurrence', 2), ...aMonth(2), ...fifthMore },
  // As of detasering.
  NKL12: { ...per('occurrence', 20), ...abroad(24), intlVerified: false },
};

const national = { scope: { kind: 'national' }, validFrom: '2018-01-01' } as const;

const years: readonly YearRule[] = [
  {
    ...national,
    ...{ kind: 'year', ruleId: 'national:year:PNS:2018', status: 'PNS', period: 'calendar-year' },
    ...{ minimum: jp(20), legalBasis: 'PP 11/2017 jo PP 17/2020 Ps 203(4)', verified: true },
  },
  {
    ...national,
    ...{ kind: 'year', ruleId: 'national:year:PPPK:2018', status: 'PPPK', period: 'contract-year' },
    ...{ maximum: jp(24), legalBasis: 'PP 49/2018 Ps 40(1)', verified: true },
  },
];

const effort: EffortRule = {
  ...national,
  ...{ kind: 'effort', ruleId: 'national:effort:2026', leastShare: 20, idleMinutes: 30 },
  ...{ claimSeconds: 120, claimShare: 10 },
  ...{ legalBasis: 'Kebijakan Sinau: bukti usaha belajar', verified: false },
};

/** What holds everywhere, unless an agency has a row of its own. */
export const nationalRules: readonly Rule[] = [
  ...Object.entries(conversions).map(
    ([formCode, columns]): Rule => ({
      ...national,
      ...{ kind: 'conversion', ruleId: `national:${formCode}:2018`, formCode: formCode as FormCode },
      ...{ ...columns, legalBasis: table, verified: false },
    }),
  ),
  ...years,
  effort,
];
