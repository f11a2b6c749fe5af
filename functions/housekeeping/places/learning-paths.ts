import type { PersonPlace, Subject } from '@sinau/privacy';
import type { PathMemberStore, PathStore } from '@sinau/programmes';

/** Learning paths that somebody is or was on; what they finished is read off enrolments, whose place keeps what has to stay. */
export function pathsPlace(
  deps: {
    readonly paths: Pick<PathStore, 'find'>;
    readonly members: Pick<PathMemberStore, 'ofPerson' | 'forget'>;
  },
  settleMs: number,
): PersonPlace {
  const membersOf = async ({ personId, keepVerbs }: Subject) =>
    // A retention rule ends statements alone.
    keepVerbs ? [] : deps.members.ofPerson(personId);
  return {
    name: 'learning-paths',
    // Whoever was beginning one is on it by then.
    settleMs,
    count: async (subject) => ({ counts: { learningPaths: (await membersOf(subject)).length } }),
    async erase(order) {
      let learningPaths = 0;
      // One that a fact moves this moment is found by the pass that looks again.
      for (const member of await membersOf(order)) {
        if ((await deps.members.forget(member)) === 'forgotten') learningPaths += 1;
      }
      return { counts: { learningPaths } };
    },
    async copy({ personId }) {
      const members = await deps.members.ofPerson(personId);
      const records = await Promise.all(
        members.map(async (member) => {
          const path = await deps.paths.find(member.pathId);
          return { learningPath: { ...member, title: path?.current?.title } };
        }),
      );
      return { records, counts: { learningPaths: members.length } };
    },
  };
}
