import type { LocalDate } from '@sinau/kernel';

/** One version of what a meeting of a community has to be before anybody gets JP of it. How much counts a day is a rule of the ledger. */
export interface MeetingRule {
  readonly version: string;
  readonly legalBasis: string;
  readonly validFrom: LocalDate;
  /** Absent: still valid. */
  readonly validTo?: LocalDate;
  readonly verified: boolean;
  /** People whose attendance is sure. */
  readonly leastPeople: number;
  readonly leastMinutes: number;
  readonly mostMinutes: number;
  /** Letters of the minutes. */
  readonly leastMinutesText: number;
  /** How long after a meeting people confirm that they were there, in days; nor is it written down later. */
  readonly confirmedWithin: number;
  /** How long before a meeting it is planned, in days. */
  readonly plannedWithin: number;
}

/** No law says what makes a community; agencies ask for minutes, attendance and material. */
const first: MeetingRule = {
  version: 'sinau-2026',
  legalBasis: 'Kebijakan Sinau: pertemuan komunitas belajar',
  validFrom: '2018-01-01',
  verified: false,
  ...{ leastPeople: 3, leastMinutes: 30, mostMinutes: 480, leastMinutesText: 40 },
  ...{ confirmedWithin: 30, plannedWithin: 366 },
};

export const meetingRules: readonly MeetingRule[] = [first];

/** That of the day on which a meeting was. */
export const meetingRuleOn = (day: LocalDate): MeetingRule =>
  meetingRules.find(
    ({ validFrom, validTo }) => validFrom <= day && (validTo === undefined || day <= validTo),
  ) ?? first;
