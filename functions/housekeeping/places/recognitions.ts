import type { Certificate, CertificateMessage, CertificateStore } from '@sinau/credentials';
import type { Clock, PersonId } from '@sinau/kernel';
import type { Queue } from '@sinau/platform/queue';
import type { PersonPlace, Subject } from '@sinau/privacy';
import type { Recognition, RecognitionStore } from '@sinau/recognition';
import type { PriorityStore } from '@sinau/recognition/priority';
import { readRecognitionRegistration } from '../../shared/recognition-registration.ts';

interface RecognitionPlaceDeps {
  readonly recognitions: RecognitionStore;
  readonly priority: Pick<PriorityStore, 'ofPerson' | 'forget'>;
  readonly certificates: Pick<CertificateStore, 'ofPerson'>;
  readonly certificateQueue: Queue<CertificateMessage>;
  readonly clock: Clock;
}

/**
 * What somebody is recognised for, what they taught others, their rights to priority, and whom they proposed. Non-material, and no record of the office: an erasure takes it
 * back whole, counters and badges follow, and with what they proposed of others their name goes. What is left is the day of the erasure, so that the
 * assessments that stay give nothing back. A proposal about them is told to nobody before
 * it is granted, and so not by a copy.
 *
 * A badge is taken back by its worker, which looks whether the recognition is there: so the row goes first. Which badges still stand is read from the
 * certificates, so that an erasure which stops in between finds them again, and it goes on only once there are none.
 */
export function recognitionsPlace(
  deps: RecognitionPlaceDeps,
  times: { readonly functionMs: number; readonly readMs: number },
): PersonPlace {
  const { recognitions, priority } = deps;
  const all = async ({ personId }: Pick<Subject, 'personId'>) => {
    const [{ shares, recognitions: own, erasedAt }, proposed, rights] = await Promise.all([
      recognitions.book(personId),
      recognitions.proposedBy(personId, mostProposed),
      priority.ofPerson(personId),
    ]);
    return { shares, own, proposed, rights, erasedAt };
  };
  return {
    name: 'recognitions',
    // Whoever was writing has written by then.
    settleMs: times.functionMs,
    settlesAfter: 'confirmation',
    async count(subject) {
      // A retention rule ends statements alone.
      if (subject.keepVerbs) return { counts: { recognitions: 0 } };
      const { shares, own, proposed, rights } = await all(subject);
      const badges = await badgesAlone(deps, subject.personId);
      const count = shares.length + own.length + proposed.length + rights.length + badges.length;
      return { counts: { recognitions: count } };
    },
    async erase({ personId, keepVerbs }) {
      if (keepVerbs) return { counts: { recognitions: 0 } };
      const now = deps.clock.now().toISOString();
      const gone = (await recognitions.forget(personId, now)) + (await priority.forget(personId));
      const badges = await badgesAlone(deps, personId);
      for (const { registration } of badges)
        await deps.certificateQueue.send({ kind: 'settle', registration });
      return { counts: { recognitions: gone }, ...(badges.length > 0 && { waitMs: times.readMs }) };
    },
    async copy(subject) {
      const { shares, own, proposed, rights, erasedAt } = await all(subject);
      const told = own.filter(wasGranted);
      return {
        records: [
          ...(erasedAt === undefined ? [] : [{ recognitionsErased: { at: erasedAt } }]),
          ...told.map((recognition) => ({ recognition })),
          ...shares.map((teachingShared) => ({ teachingShared })),
          ...rights.map((prioritySeat) => ({ prioritySeat })),
          ...proposed.map(({ value, origin, state, createdAt }) => ({
            // Who it was about is told to the proposer by their page, and is not theirs to carry away.
            recognitionProposed: {
              ...{ value, state, createdAt },
              ...(origin.kind === 'people' && { behaviour: origin.behaviour }),
            },
          })),
        ],
        counts: { recognitions: told.length + shares.length + proposed.length + rights.length },
      };
    },
  };
}

/** Badges that stand although what they are for is gone. */
async function badgesAlone(
  { recognitions, certificates }: Pick<RecognitionPlaceDeps, 'recognitions' | 'certificates'>,
  personId: PersonId,
): Promise<readonly Certificate[]> {
  const badges: Certificate[] = [];
  let after: string | undefined;
  do {
    const page = { limit: 100, ...(after !== undefined && { after }) };
    const { certificates: some, next } = await certificates.ofPerson(personId, page);
    badges.push(
      ...some.filter(({ registration, revoked }) => !revoked && readRecognitionRegistration(registration)),
    );
    after = next;
  } while (after !== undefined);
  if (badges.length === 0) return [];
  const { recognitions: own } = await recognitions.book(personId);
  const kept = new Set<string>(own.map(({ recognitionId }) => recognitionId));
  return badges.filter(({ registration }) => {
    const place = readRecognitionRegistration(registration);
    return place !== undefined && !kept.has(place.recognitionId);
  });
}

/** Five a month, for longer than anybody works here. */
const mostProposed = 5_000;

const wasGranted = ({ steps }: Recognition): boolean => steps.some(({ to }) => to === 'granted');
