import type { LearnerName } from '../../results/learner-name.ts';
import type { LearnerNames } from '../../results/ports.ts';

const keyOf = ({ connectionId, externalCourseId, kind, value }: LearnerName) =>
  JSON.stringify([connectionId, externalCourseId, kind, value]);

/** The port on a map. Passes the same contract suite as the DynamoDB adapter. */
export function memoryLearnerNames(): LearnerNames {
  const rows = new Map<string, { readonly registration: string; readonly at: string }>();
  return {
    find: async (name) => rows.get(keyOf(name))?.registration,
    async note(name, noted) {
      if ((rows.get(keyOf(name))?.at ?? '') <= noted.at) rows.set(keyOf(name), noted);
    },
  };
}
