import {
  copyScormData,
  countScormData,
  eraseScormData,
  type LaunchLog,
  type ScormStore,
} from '@sinau/delivery';
import type { EnrolmentStore } from '@sinau/enrolment';
import type { PersonId } from '@sinau/kernel';
import type { PersonPlace } from '@sinau/privacy';

/** What SCORM content keeps about its learner between visits: answers, notes, bookmarks; and what it was heard to say. */
export function scormPlace(deps: {
  readonly enrolments: Pick<EnrolmentStore, 'listCurrent' | 'listPast'>;
  readonly scorm: ScormStore;
  readonly launchLog: LaunchLog;
}): PersonPlace {
  async function registrationsOf(personId: PersonId): Promise<readonly string[]> {
    const { enrolments } = deps;
    const all = await Promise.all([enrolments.listCurrent(personId), enrolments.listPast(personId)]);
    return all.flat().map(({ registration }) => registration);
  }

  return {
    name: 'scorm',
    settleMs: 0,
    async count({ personId, keepVerbs, untilMs }) {
      let scorm = 0;
      // A retention rule ends statements alone.
      if (keepVerbs) return { counts: { scorm } };
      const until = new Date(untilMs).toISOString();
      for (const registration of await registrationsOf(personId)) {
        scorm += await countScormData(deps, { registration, until });
      }
      return { counts: { scorm } };
    },
    async erase({ personId, keepVerbs }) {
      let scorm = 0;
      if (keepVerbs) return { counts: { scorm } };
      for (const one of await registrationsOf(personId)) scorm += await eraseScormData(deps, one);
      return { counts: { scorm } };
    },
    async copy({ personId }) {
      const records: object[] = [];
      for (const one of await registrationsOf(personId)) records.push(...(await copyScormData(deps, one)));
      return { records, counts: { scorm: records.length } };
    },
  };
}
