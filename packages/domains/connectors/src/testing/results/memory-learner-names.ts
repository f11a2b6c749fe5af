import type { LearnerName } from '../../results/learner-name.ts';
import type { LearnerNames, PollMarks } from '../../results/ports.ts';

const keyOf = ({ connectionId, externalCourseId, kind, value }: LearnerName) =>
  JSON.stringify([connectionId, externalCourseId, kind, value]);

/** The port on a map. Passes the same contract suite as the DynamoDB adapter. */
export function memoryLearnerNames(): LearnerNames {
  const rows = new Map<string, { readonly name: LearnerName; readonly registration: string; at: string }>();
  return {
    find: async (name) => rows.get(keyOf(name))?.registration,
    knownAmong: async (names) => names.filter((name) => rows.has(keyOf(name))),
    async note(name, { registration, at }) {
      if ((rows.get(keyOf(name))?.at ?? '') <= at) rows.set(keyOf(name), { name, registration, at });
    },
    of: async (registration) =>
      [...rows.values()]
        .filter((row) => row.registration === registration)
        .toSorted((a, b) => (a.at < b.at ? -1 : 1))
        .map(({ name }) => name),
  };
}

export function memoryPollMarks(): PollMarks {
  const rows = new Map<string, Readonly<Record<string, string>>>();
  return {
    read: async (place) => rows.get(JSON.stringify(place)) ?? {},
    save: async (place, hashes) => void rows.set(JSON.stringify(place), { ...hashes }),
  };
}
