import type { PersonPlace, Subject } from '@sinau/privacy';
import type { Recognition, RecognitionStore } from '@sinau/recognition';
import type { PriorityStore } from '@sinau/recognition/priority';

/**
 * What somebody is recognised for, what they taught others, their rights to priority, and whom they proposed. Non-material, and no record of the office: an erasure takes it
 * back whole, counters and badges follow, and with what they proposed of others their name goes. A proposal about them is told to nobody before
 * it is granted, and so not by a copy.
 */
export function recognitionsPlace(
  {
    recognitions,
    priority,
  }: {
    readonly recognitions: RecognitionStore;
    readonly priority: Pick<PriorityStore, 'ofPerson' | 'forget'>;
  },
  settleMs: number,
): PersonPlace {
  const all = async ({ personId }: Pick<Subject, 'personId'>) => {
    const [{ shares, recognitions: own }, proposed, rights] = await Promise.all([
      recognitions.book(personId),
      recognitions.proposedBy(personId, mostProposed),
      priority.ofPerson(personId),
    ]);
    return { shares, own, proposed, rights };
  };
  return {
    name: 'recognitions',
    // Whoever was writing has written by then.
    settleMs,
    settlesAfter: 'confirmation',
    async count(subject) {
      // A retention rule ends statements alone.
      if (subject.keepVerbs) return { counts: { recognitions: 0 } };
      const { shares, own, proposed, rights } = await all(subject);
      const count = shares.length + own.length + proposed.length + rights.length;
      return { counts: { recognitions: count } };
    },
    async erase({ personId, keepVerbs }) {
      if (keepVerbs) return { counts: { recognitions: 0 } };
      const gone = (await recognitions.forget(personId)) + (await priority.forget(personId));
      return { counts: { recognitions: gone } };
    },
    async copy(subject) {
      const { shares, own, proposed, rights } = await all(subject);
      const told = own.filter(wasGranted);
      return {
        records: [
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

/** Five a month, for longer than anybody works here. */
const mostProposed = 5_000;

const wasGranted = ({ steps }: Recognition): boolean => steps.some(({ to }) => to === 'granted');
