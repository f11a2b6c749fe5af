import type { PersonPlace, Subject } from '@sinau/privacy';
import type { Recognition, RecognitionStore } from '@sinau/recognition';

/**
 * What somebody is recognised for, what they taught others, and whom they proposed. Non-material, and no record of the office: an erasure takes it
 * back whole, counters and badges follow, and with what they proposed of others their name goes. A proposal about them is told to nobody before
 * it is granted, and so not by a copy.
 */
export function recognitionsPlace(
  { recognitions }: { readonly recognitions: RecognitionStore },
  settleMs: number,
): PersonPlace {
  const all = async ({ personId }: Pick<Subject, 'personId'>) => {
    const [{ shares, recognitions: own }, proposed] = await Promise.all([
      recognitions.book(personId),
      recognitions.proposedBy(personId, mostProposed),
    ]);
    return { shares, own, proposed };
  };
  return {
    name: 'recognitions',
    // Whoever was writing has written by then.
    settleMs,
    async count(subject) {
      // A retention rule ends statements alone.
      if (subject.keepVerbs) return { counts: { recognitions: 0 } };
      const { shares, own, proposed } = await all(subject);
      return { counts: { recognitions: shares.length + own.length + proposed.length } };
    },
    async erase({ personId, keepVerbs }) {
      return { counts: { recognitions: keepVerbs ? 0 : await recognitions.forget(personId) } };
    },
    async copy(subject) {
      const { shares, own, proposed } = await all(subject);
      const told = own.filter(wasGranted);
      return {
        records: [
          ...told.map((recognition) => ({ recognition })),
          ...shares.map((teachingShared) => ({ teachingShared })),
          ...proposed.map(({ value, origin, state, createdAt }) => ({
            // Who it was about is told to the proposer by their page, and is not theirs to carry away.
            recognitionProposed: {
              ...{ value, state, createdAt },
              ...(origin.kind === 'people' && { behaviour: origin.behaviour }),
            },
          })),
        ],
        counts: { recognitions: told.length + shares.length + proposed.length },
      };
    },
  };
}

/** Five a month, for longer than anybody works here. */
const mostProposed = 5_000;

const wasGranted = ({ steps }: Recognition): boolean => steps.some(({ to }) => to === 'granted');
