import {
  type Brand,
  type Clock,
  type Digest,
  type Ids,
  InvalidInput,
  type PersonId,
  type PersonPrincipal,
} from '@sinau/kernel';
import * as z from 'zod';
import type { AuditEntry } from './audit-line.ts';
import { answerHours, hoursAfter, warnHours } from './data-request.ts';
import { NotNow, PrivacyJobNotFound } from './errors.ts';
import type { PrivacyJobId } from './privacy-job.ts';

export type IncidentId = Brand<'IncidentId'>;

const branded = <Id extends string>() => z.custom<Id>((value) => typeof value === 'string');
const text = z.string().trim().min(5).max(1_000);

/** What a written notice has to tell (UU 27/2022, article 46). */
export const incidentFactsSchema = z.object({
  /** Since when it is known; the clock starts there. */
  detectedAt: z.iso.datetime(),
  /** Which data. */
  what: text,
  /** When and how. */
  how: text,
  /** As far as is known; more may be found out. */
  people: z.int().nonnegative().max(1_000_000_000),
  /** What is done against it. */
  handling: text,
});
export type IncidentFacts = Readonly<z.infer<typeof incidentFactsSchema>>;

/** Personal data got lost, out, or into wrong hands. */
export const incidentSchema = incidentFactsSchema.extend({
  incidentId: branded<IncidentId>(),
  notifyDueAt: z.string(),
  /** When operators were reminded that less than a day is left. */
  warnedAt: z.string().exactOptional(),
  recordedBy: branded<PersonId>(),
  recordedAt: z.string(),
  /** The people concerned and the authority were told. */
  notifiedAt: z.string().exactOptional(),
  notifiedBy: branded<PersonId>().exactOptional(),
  /** How, and under which number. */
  notice: z.string().exactOptional(),
  rev: z.int().nonnegative(),
});
export type Incident = Readonly<z.infer<typeof incidentSchema>>;

/** Few, kept for good. Reads see every write that was answered before. */
export interface IncidentStore {
  /** Stores `incident` with the next `rev`, and the line with it, if the stored one still has `incident.rev` (0: there is none). */
  save(incident: Incident, entry?: AuditEntry): Promise<'saved' | 'stale'>;
  find(incidentId: IncidentId): Promise<Incident | undefined>;
  /** Newest first. */
  list(limit: number): Promise<readonly Incident[]>;
}

interface Deps {
  readonly incidents: IncidentStore;
  readonly clock: Clock;
  readonly digest: Digest;
}

export async function recordIncident(
  deps: Deps & { readonly ids: Ids },
  input: { readonly principal: PersonPrincipal; readonly facts: IncidentFacts },
): Promise<Incident> {
  const { principal, facts } = input;
  const recordedAt = deps.clock.now().toISOString();
  const detectedAt = new Date(facts.detectedAt).toISOString();
  if (detectedAt > recordedAt) {
    const message = 'It cannot have been detected in the future.';
    throw new InvalidInput(message, { issues: [{ path: '/detectedAt', message }] });
  }
  const incident: Incident = {
    ...{ ...facts, detectedAt, incidentId: deps.ids.uuid() as IncidentId },
    ...{
      notifyDueAt: hoursAfter(detectedAt, answerHours),
      recordedBy: principal.personId,
      recordedAt,
      rev: 0,
    },
  };
  await deps.incidents.save(
    incident,
    entryOf(deps, incident, { action: 'recorded', by: principal.personId }),
  );
  return incident;
}

/** The people concerned and the authority were told; stops the clock. */
export async function noteNotified(
  deps: Deps,
  input: { readonly principal: PersonPrincipal; readonly incidentId: IncidentId; readonly notice: string },
): Promise<void> {
  const incident = await deps.incidents.find(input.incidentId);
  if (!incident) throw new PrivacyJobNotFound();
  if (incident.notifiedAt !== undefined) throw new NotNow('The notice was noted already.');
  const { personId: notifiedBy } = input.principal;
  const notifiedAt = deps.clock.now().toISOString();
  const next = { ...incident, notifiedAt, notifiedBy, notice: input.notice };
  const entry = entryOf(deps, incident, { action: 'notified', by: notifiedBy });
  if ((await deps.incidents.save(next, entry)) === 'stale') {
    throw new NotNow('Another operator was faster; please look again.');
  }
}

const mostSwept = 100;

/** Marks once an incident of which nobody was told with less than a day left, which tells operators. Tells how many. */
export async function sweepIncidents({
  incidents,
  clock,
}: Pick<Deps, 'incidents' | 'clock'>): Promise<number> {
  const now = clock.now().toISOString();
  let warned = 0;
  for (const incident of await incidents.list(mostSwept)) {
    const { notifiedAt, warnedAt, notifyDueAt } = incident;
    if (notifiedAt !== undefined || warnedAt !== undefined) continue;
    if (notifyDueAt > hoursAfter(now, warnHours)) continue;
    if ((await incidents.save({ ...incident, warnedAt: now })) === 'saved') warned += 1;
  }
  return warned;
}

function entryOf(
  { clock, digest }: Pick<Deps, 'clock' | 'digest'>,
  { incidentId }: Incident,
  event: { readonly action: 'recorded' | 'notified'; readonly by: PersonId },
): AuditEntry {
  return {
    ...{
      ...event,
      at: clock.now().toISOString(),
      kind: 'incident',
      jobId: incidentId as string as PrivacyJobId,
    },
    subject: digest.sha256(`incident ${incidentId}`).slice(0, 32),
  };
}
