import { createSharingRules } from '@sinau/agreements/dynamo';
import { createSeatBudget } from '@sinau/budget/dynamo';
import { isFormCode, unitOfForm } from '@sinau/credit';
import { createOrganisationStore, createPeopleStore } from '@sinau/identity/dynamo';
import type { Clock, Digest, Ids, Signer } from '@sinau/kernel';
import { hmacSigner, nodeDigest, systemClock, systemIds } from '@sinau/platform/crypto';
import type {
  CalendarStore,
  EventStore,
  FormDirectory,
  ParticipantDirectory,
  PartnerRuleStore,
  RegistrationGate,
  SeatBudget,
  SeatPaymentStore,
  SeatStore,
} from '@sinau/programmes';
import {
  createCalendarStore,
  createEventStore,
  createPartnerRuleStore,
  createSeatPaymentStore,
} from '@sinau/programmes/dynamo';
import { type CreditDesk, createCreditDesk } from './credit-desk.ts';
import { createParticipantDirectory } from './event-people.ts';
import { createPaidSeats } from './event-seats.ts';
import { type PartnerStandings, partnerStandingsOf } from './partner-standing.ts';
import type { Parts } from './parts.ts';
import { createRegistrationGate } from './path-gate.ts';

/** Events with what their use cases need. */
export interface EventDesk {
  readonly events: EventStore;
  readonly seats: SeatStore;
  readonly calendars: CalendarStore;
  readonly people: ParticipantDirectory;
  readonly forms: FormDirectory;
  /** From which lines agencies pay seats, and what these lines have left. */
  readonly paying: { readonly payments: SeatPaymentStore; readonly ids: Ids };
  readonly budget: Pick<SeatBudget, 'find'>;
  /** What agencies ask before events of providers. */
  readonly rules: PartnerRuleStore;
  readonly standing: PartnerStandings;
  /** Learning paths. */
  readonly gate: RegistrationGate;
  readonly signer: Signer;
  readonly digest: Digest;
  readonly clock: Clock;
  readonly ids: Ids;
}

/** How rules of JP count a form. */
export const formsOf = (credit: CreditDesk): FormDirectory => ({
  unitOf: async ({ form, ...asked }) =>
    isFormCode(form) ? unitOfForm(credit, { form, ...asked }) : undefined,
});

export function createEventDesk({
  parts,
  env,
}: {
  readonly parts: Pick<Parts, 'dynamo'>;
  readonly env: { readonly LMS_TABLE: string; readonly SIGNING_SECRET: string };
}): EventDesk {
  const stores = { dynamo: parts.dynamo, table: env.LMS_TABLE };
  const rules = createPartnerRuleStore(stores);
  const agreements = createSharingRules(stores);
  const standing = partnerStandingsOf({ agreements, rules, clock: systemClock });
  return {
    ...{ rules, standing },
    events: createEventStore(stores),
    seats: createPaidSeats(stores),
    paying: { payments: createSeatPaymentStore(stores), ids: systemIds },
    budget: createSeatBudget(stores),
    calendars: createCalendarStore(stores),
    people: createParticipantDirectory({
      people: createPeopleStore(stores),
      organisations: createOrganisationStore(stores),
      standing,
    }),
    forms: formsOf(createCreditDesk(stores)),
    gate: createRegistrationGate(stores),
    signer: hmacSigner(env.SIGNING_SECRET),
    ...{ digest: nodeDigest, clock: systemClock, ids: systemIds },
  };
}
