import type { Activity, Statement } from '@sinau/xapi';

/** Learners, courses and lessons that the statements are about. */
export const issuer = 'https://sinau.example.go.id';
export const learners = 200;
export const courses = 20;
const lessons = 8;

export interface Workload {
  /**
   * `n`-th batch. `session`: one learner goes through a course; `mixed`: every statement of another learner of one
   * course; `scattered`: every statement of another learner and another course.
   */
  batch(kind: BatchKind, n: number, size: number): readonly Statement[];
  single(n: number): Statement;
}

export type BatchKind = 'session' | 'mixed' | 'scattered';

const verbs = ['initialized', 'progressed', 'answered', 'experienced', 'completed', 'passed', 'terminated'];
const cmi5 = 'https://w3id.org/xapi/cmi5/context';

/**
 * cmi5 statements of about 1.9 KB with three context activities; the same for the same seed. Batches take the courses
 * in turn and their lessons in order.
 */
export function createWorkload(seed = 1): Workload {
  const random = generator(seed);
  const one = (learner: number, course: number, step: number): Statement => ({
    id: uuid(random),
    actor: learnerOf(learner),
    verb: verb(step),
    object: lesson(course, step % lessons),
    result: {
      score: {
        scaled: Math.round(random() * 1000) / 1000,
        raw: Math.round(random() * 100),
        min: 0,
        max: 100,
      },
      success: random() > 0.3,
      completion: random() > 0.5,
      duration: `PT${Math.floor(random() * 40)}M${Math.floor(random() * 60)}.${Math.floor(random() * 99)}S`,
      extensions: { 'https://w3id.org/xapi/cmi5/result/extensions/progress': Math.floor(random() * 100) },
    },
    context: {
      registration: registrationOf(learner, course),
      contextActivities: {
        parent: [named(`https://sinau.example.go.id/kursus/${course}/blok/1`, 'Blok pembelajaran pertama')],
        grouping: [
          described(`https://kampus.example.ac.id/kursus/${course}`, 'Pelayanan publik dan etika ASN'),
        ],
        category: [{ objectType: 'Activity', id: `${cmi5}/categories/cmi5` }],
      },
      platform: 'Sinau',
      language: 'id-ID',
      extensions: { [`${cmi5}/extensions/sessionid`]: fixedUuid(9, learner * courses + course) },
    },
    timestamp: new Date(Date.UTC(2026, 2, 2) + Math.floor(random() * 1e9)).toISOString(),
  });
  return {
    single: (n) => one(n % learners, Math.floor(random() * courses), Math.floor(random() * lessons)),
    batch: (kind, n, size) =>
      Array.from({ length: size }, (_, k) => {
        const learner = kind === 'session' ? n % learners : (n * size + k) % learners;
        const course = kind === 'scattered' ? n + k : n;
        return one(learner, course % courses, k);
      }),
  };
}

export function learnerOf(learner: number) {
  return { objectType: 'Agent', account: { homePage: issuer, name: fixedUuid(7, learner) } } as const;
}

export function registrationOf(learner: number, course: number): string {
  return fixedUuid(8, learner * courses + course);
}

function verb(step: number): Statement['verb'] {
  const name = verbs[step % verbs.length] ?? '';
  return { id: `http://adlnet.gov/expapi/verbs/${name}`, display: { 'en-US': name, id: `telah ${name}` } };
}

function lesson(course: number, n: number): Activity {
  return described(
    `https://kampus.example.ac.id/kursus/${course}/modul/${n}`,
    `Modul ${n}: prinsip dasar dan penerapannya pada unit kerja`,
  );
}

function named(id: string, name: string): Activity {
  const type = 'http://adlnet.gov/expapi/activities/lesson';
  return {
    objectType: 'Activity',
    id,
    definition: { type, name: { id: name, 'en-US': `${name} (English)` } },
  };
}

function described(id: string, name: string): Activity {
  const description = { id: `${name}. Peserta mengenali konsep, mencoba contoh, lalu menjawab pertanyaan.` };
  const { definition, ...activity } = named(id, name);
  return { ...activity, definition: { ...definition, description } };
}

function fixedUuid(kind: number, n: number): string {
  // Spread over all digits, as real ones are.
  const digits = (Math.imul(n + 1, 2654435761) >>> 0).toString(16).padStart(8, '0');
  return `${digits}-${digits.slice(0, 4)}-4${digits.slice(1, 4)}-8${kind}${digits.slice(2, 4)}-${n.toString(16).padStart(12, '0')}`;
}

function uuid(random: () => number): string {
  const hex = (length: number) =>
    Array.from({ length }, () => Math.floor(random() * 16).toString(16)).join('');
  return `${hex(8)}-${hex(4)}-4${hex(3)}-8${hex(3)}-${hex(12)}`;
}

/** mulberry32 */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
