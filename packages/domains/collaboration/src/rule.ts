import type { LocalDate } from '@sinau/kernel';

/** One version of what a session or meeting has to be. What a session is worth in JP is no matter of it: that is a rule of the ledger. */
export interface Rule {
  readonly version: string;
  /** Where it comes from. */
  readonly legalBasis: string;
  readonly validFrom: LocalDate;
  /** Absent: still valid. */
  readonly validTo?: LocalDate;
  /** Whether somebody has found it in an official text. */
  readonly verified: boolean;
  /** Minutes from beginning to end. */
  readonly leastMinutes: number;
  readonly mostMinutes: number;
  /** How long after a session it can be written down or changed, in days. */
  readonly writtenWithin: number;
  /** Days until whoever has not confirmed is asked once more. */
  readonly remindedAfter: number;
  /** Days until what nobody confirmed lapses; of an invitation as well. */
  readonly lapsesAfter: number;
}

/** No law says how long a session lasts; PerLAN 10/2018 counts sessions, and agencies ask for a form that both have signed. */
const first: Rule = {
  version: 'sinau-2026',
  legalBasis: 'Kebijakan Sinau: sesi coaching dan mentoring',
  validFrom: '2018-01-01',
  verified: false,
  ...{ leastMinutes: 30, mostMinutes: 480, writtenWithin: 30, remindedAfter: 7, lapsesAfter: 30 },
};

export const rules: readonly Rule[] = [first];

/** That of the day on which something took place. */
export const ruleOn = (day: LocalDate): Rule =>
  rules.find(({ validFrom, validTo }) => validFrom <= day && (validTo === undefined || day <= validTo)) ??
  first;
