import type { InboxResult, KeptPayload, ResultStore } from '@sinau/connectors/results';
import type { EnrolmentStore } from '@sinau/enrolment';
import type { PersonPlace, Subject } from '@sinau/privacy';
import { allEnrolments } from './lms-places.ts';

export interface ProviderResultDeps {
  readonly enrolments: EnrolmentStore;
  readonly results: Pick<ResultStore, 'versionsOfRegistration' | 'readSent' | 'eraseSent'>;
}

/**
 * What providers said of somebody, and how they sent it. A copy holds both. An erasure leaves what was said, a personnel record like the enrolment,
 * and takes out how it was sent, which may hold names, addresses and words of teachers.
 */
export function providerResultsPlace(deps: ProviderResultDeps): PersonPlace {
  return {
    name: 'results',
    settleMs: 0,
    async count(subject) {
      let sentResults = 0;
      for (const { resultId } of await erasable(deps, subject)) {
        if ((await deps.results.readSent(resultId))?.state === 'kept') sentResults += 1;
      }
      return { counts: { sentResults } };
    },
    async erase(order) {
      const at = new Date(order.untilMs).toISOString();
      let sentResults = 0;
      for (const { resultId } of await erasable(deps, order)) {
        if ((await deps.results.eraseSent(resultId, at)) === 'erased') sentResults += 1;
      }
      return { counts: { sentResults } };
    },
    async copy(subject) {
      const records: object[] = [];
      for (const { event, resultId } of await versionsOf(deps, subject)) {
        const sent = await deps.results.readSent(resultId);
        records.push({ providerResult: event, ...(sent && { sent: copied(sent) }) });
      }
      return { records, counts: { providerResults: records.length } };
    },
  };
}

const copied = (sent: KeptPayload): object => (sent.state === 'erased' ? { erasedAt: sent.at } : sent);

/** A retention rule ends statements alone: how results were sent goes by itself as soon. */
async function erasable(deps: ProviderResultDeps, subject: Subject): Promise<readonly InboxResult[]> {
  if (subject.keepVerbs) return [];
  const versions = await versionsOf(deps, subject);
  return versions.filter(({ event }) => Date.parse(event.receivedAt) <= subject.untilMs);
}

async function versionsOf(
  { enrolments, results }: ProviderResultDeps,
  { personId }: Pick<Subject, 'personId'>,
): Promise<readonly InboxResult[]> {
  const all: InboxResult[] = [];
  for (const { registration } of await allEnrolments(enrolments, personId))
    all.push(...(await results.versionsOfRegistration(registration)));
  return all;
}
