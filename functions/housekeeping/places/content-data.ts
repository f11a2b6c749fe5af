import {
  copyQuizData,
  copyScormData,
  countQuizData,
  countScormData,
  eraseQuizData,
  eraseScormData,
  type LaunchLog,
  type QuizStore,
  type ScormStore,
} from '@sinau/delivery';
import {
  copyToolScores,
  countToolScores,
  eraseToolScores,
  type GradeStore,
} from '@sinau/delivery/lti-services';
import type { EnrolmentStore } from '@sinau/enrolment';
import type { PersonId } from '@sinau/kernel';
import type { PersonPlace } from '@sinau/privacy';

type Enrolments = Pick<EnrolmentStore, 'listCurrent' | 'listPast'>;

/** What SCORM content keeps about its learner between visits: answers, notes, bookmarks; and what it was heard to say. */
export function scormPlace(deps: {
  readonly enrolments: Enrolments;
  readonly scorm: ScormStore;
  readonly launchLog: LaunchLog;
}): PersonPlace {
  return placeByRegistration('scorm', deps.enrolments, {
    count: (of) => countScormData(deps, of),
    erase: (registration) => eraseScormData(deps, registration),
    copy: (registration) => copyScormData(deps, registration),
  });
}

/** What learners answered in quizzes. */
export function quizPlace(deps: {
  readonly enrolments: Enrolments;
  readonly quizzes: QuizStore;
}): PersonPlace {
  return placeByRegistration('quiz', deps.enrolments, {
    count: (of) => countQuizData(deps, of),
    erase: (registration) => eraseQuizData(deps, registration),
    copy: (registration) => copyQuizData(deps, registration),
  });
}

/** What tools of universities have said of learners: scores and comments. */
export function toolScorePlace(deps: {
  readonly enrolments: Enrolments;
  readonly grades: Pick<GradeStore, 'listOfRegistration' | 'removeScores'>;
}): PersonPlace {
  return placeByRegistration('toolScores', deps.enrolments, {
    count: (of) => countToolScores(deps.grades, of),
    erase: (registration) => eraseToolScores(deps.grades, registration),
    copy: (registration) => copyToolScores(deps.grades, registration),
  });
}

/** Data that lie with the registrations of a person. */
function placeByRegistration(
  name: string,
  enrolments: Enrolments,
  data: {
    count(of: { readonly registration: string; readonly until: string }): Promise<number>;
    erase(registration: string): Promise<number>;
    copy(registration: string): Promise<readonly object[]>;
  },
): PersonPlace {
  async function registrationsOf(personId: PersonId): Promise<readonly string[]> {
    const all = await Promise.all([enrolments.listCurrent(personId), enrolments.listPast(personId)]);
    return all.flat().map(({ registration }) => registration);
  }

  return {
    name,
    settleMs: 0,
    async count({ personId, keepVerbs, untilMs }) {
      let found = 0;
      // A retention rule ends statements alone.
      if (keepVerbs) return { counts: { [name]: found } };
      const until = new Date(untilMs).toISOString();
      for (const registration of await registrationsOf(personId)) {
        found += await data.count({ registration, until });
      }
      return { counts: { [name]: found } };
    },
    async erase({ personId, keepVerbs }) {
      let erased = 0;
      if (keepVerbs) return { counts: { [name]: erased } };
      for (const one of await registrationsOf(personId)) erased += await data.erase(one);
      return { counts: { [name]: erased } };
    },
    async copy({ personId }) {
      const records: object[] = [];
      for (const one of await registrationsOf(personId)) records.push(...(await data.copy(one)));
      return { records, counts: { [name]: records.length } };
    },
  };
}
