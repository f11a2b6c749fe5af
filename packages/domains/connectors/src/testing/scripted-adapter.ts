import type { ExternalCourse } from '@sinau/rostering';
import { AdapterFailure, type AdapterFailureReason, type ProviderAdapter } from '../ports.ts';

export const externalCourse = (externalId: string, more: Partial<ExternalCourse> = {}): ExternalCourse => ({
  externalId,
  title: `Kursus ${externalId}`,
  description: 'Pengantar.',
  url: `https://moodle.kampus.example/course/view.php?id=${externalId}`,
  languages: ['id'],
  jp: 4,
  price: 0,
  competencies: [],
  visible: true,
  ...more,
});

/** What a provider says, and where it breaks off. */
export interface Script {
  courses: readonly ExternalCourse[];
  /** After so many courses it fails. */
  failsAfter?: number;
  reason?: AdapterFailureReason;
}

/** A provider that has a catalogue and nothing else; its script may change between two readings. */
export function scriptedAdapter(script: Script): ProviderAdapter {
  const none = async () => {
    throw new Error('this provider has a catalogue only');
  };
  return {
    test: none,
    enrol: none,
    unenrol: none,
    // biome-ignore lint/correctness/useYield: it has none to give
    readEnrolments: async function* () {
      await none();
    },
    // biome-ignore lint/correctness/useYield: it has none to give
    readResults: async function* () {
      await none();
    },
    readCourses: async function* () {
      for (const [n, course] of script.courses.entries()) {
        if (n === script.failsAfter) throw failure(script);
        yield course;
      }
      if (script.failsAfter !== undefined && script.failsAfter >= script.courses.length)
        throw failure(script);
    },
  };
}

const failure = ({ reason = 'unreachable' }: Script) =>
  new AdapterFailure(reason, { passing: reason !== 'unauthorised' });
