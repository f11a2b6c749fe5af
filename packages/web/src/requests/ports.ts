import type { PersonPrincipal } from '@sinau/kernel';

export const askedKinds = ['correction', 'erasure', 'restriction', 'objection'] as const;
export type AskedKind = 'access' | (typeof askedKinds)[number];
export const correctionFields = [
  'name',
  'number',
  'email',
  'unit',
  'post',
  'zone',
  'result',
  'other',
] as const;
export type CorrectionField = (typeof correctionFields)[number];
export const requestOutcomes = ['granted', 'partly', 'refused'] as const;
export const refusalGrounds = [
  'personnel-records',
  'legal-duty',
  'legal-hold',
  'unfounded',
  'identity',
] as const;
export const erasureModes = ['pseudonymise', 'erase'] as const;

export interface DataRequestView {
  readonly requestId: string;
  readonly kind: AskedKind;
  readonly field?: CorrectionField;
  /** In the person's own words. */
  readonly text: string;
  readonly openedAt: string;
  readonly dueAt: string;
  /** Of one that is open: whole hours, below zero when it is overdue. */
  readonly hoursLeft: number;
  readonly state: 'open' | 'answered' | 'withdrawn';
  readonly outcome?: (typeof requestOutcomes)[number];
  readonly ground?: (typeof refusalGrounds)[number];
  readonly answer?: string;
  readonly endedAt?: string;
  /** Absent where the system answered. */
  readonly answeredBy?: string;
}

/** As those see it who answer. */
export interface DeskRequestView extends DataRequestView {
  readonly person: string;
  readonly personId: string;
  readonly agency?: string;
  /** Of the erasure that was begun. */
  readonly jobId?: string;
  readonly jobOver: boolean;
  /** Somebody else has to answer. */
  readonly own: boolean;
  /** A hold keeps the records. */
  readonly held: boolean;
}

export interface LegalHoldView {
  readonly holdId: string;
  readonly personId: string;
  readonly person: string;
  readonly ground: string;
  /** `YYYY-MM-DD` */
  readonly until?: string;
  readonly placedBy: string;
  readonly placedAt: string;
  readonly liftedBy?: string;
  readonly liftedAt?: string;
  readonly holds: boolean;
}

export interface IncidentView {
  readonly incidentId: string;
  readonly detectedAt: string;
  readonly notifyDueAt: string;
  readonly hoursLeft: number;
  readonly what: string;
  readonly how: string;
  readonly people: number;
  readonly handling: string;
  readonly recordedBy: string;
  readonly notifiedAt?: string;
  readonly notice?: string;
}

export interface RequestsPorts {
  /** Newest first. */
  mine(person: PersonPrincipal): Promise<readonly DataRequestView[]>;
  ask(
    person: PersonPrincipal,
    request: { readonly kind: AskedKind; readonly text: string; readonly field?: CorrectionField },
  ): Promise<void>;
  withdraw(person: PersonPrincipal, requestId: string): Promise<void>;
  /** What waits for the reader, soonest due first, and what ended. */
  desk(
    person: PersonPrincipal,
  ): Promise<{ readonly open: readonly DeskRequestView[]; readonly ended: readonly DeskRequestView[] }>;
  oneOf(person: PersonPrincipal, requestId: string): Promise<DeskRequestView>;
  answer(
    person: PersonPrincipal,
    answer: {
      readonly requestId: string;
      readonly outcome: (typeof requestOutcomes)[number];
      readonly answer: string;
      readonly ground?: (typeof refusalGrounds)[number];
    },
  ): Promise<void>;
  beginErasure(
    person: PersonPrincipal,
    given: { readonly requestId: string; readonly mode: (typeof erasureModes)[number] },
  ): Promise<{ readonly jobId: string }>;
  holds(person: PersonPrincipal): Promise<readonly LegalHoldView[]>;
  /** `who`: e-mail, employee number or internal id. */
  placeHold(
    person: PersonPrincipal,
    hold: { readonly who: string; readonly ground: string; readonly until?: string },
  ): Promise<'placed' | 'nobody'>;
  liftHold(
    person: PersonPrincipal,
    key: { readonly personId: string; readonly holdId: string },
  ): Promise<void>;
  incidents(person: PersonPrincipal): Promise<readonly IncidentView[]>;
  recordIncident(
    person: PersonPrincipal,
    facts: Pick<IncidentView, 'detectedAt' | 'what' | 'how' | 'people' | 'handling'>,
  ): Promise<void>;
  noteNotified(
    person: PersonPrincipal,
    given: { readonly incidentId: string; readonly notice: string },
  ): Promise<void>;
}
