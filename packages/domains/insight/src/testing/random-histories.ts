import { categories, contextExtensions, verbs } from '@sinau/cmi5';
import type { StoredStatement } from '@sinau/xapi';
import type { PlacedStatement } from '../read-signal.ts';
import type { EnrolmentTrace, ProgressTrace } from '../traces.ts';

/** The same for the same seed (mulberry32). */
export function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A UUID of version 4, the same for the same number. */
export function randomRegistration(seed: number): string {
  const random = randomOf(seed);
  const hex = Array.from({ length: 32 }, () => Math.floor(random() * 16).toString(16));
  hex[12] = '4';
  hex[16] = 'a';
  return hex.join('').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

export const issuer = 'https://sinau.example';
export const courseId = 'kursus';
export const modules = ['m1', 'm2', 'm3'].map((moduleId, n) => ({
  moduleId,
  parts: [String(n + 1).repeat(32)],
}));

export interface History {
  readonly registration: string;
  readonly actor: { readonly homePage: string; readonly name: string };
  readonly enrolments: readonly EnrolmentTrace[];
  readonly progress: readonly ProgressTrace[];
  readonly statements: readonly PlacedStatement[];
}

const startMs = Date.UTC(2026, 0, 10);
const hourMs = 3600_000;

/** What one learner does in a course of three modules: launches, answers, a video, an end; and what is told of it. */
export function randomHistory(seed: number): History {
  const random = randomOf(seed);
  const below = (n: number) => Math.floor(random() * n);
  const registration = randomRegistration(seed + 10_000);
  const actor = { homePage: issuer, name: `person-${seed}` };
  let nowMs = startMs + below(60 * 24) * hourMs;
  let n = 0;
  const statements: PlacedStatement[] = [];
  const place = { courseId, registration };
  const [started, finished] = [new Set<string>(), new Set<string>()];
  const progress: ProgressTrace[] = [];
  const enrolledAt = new Date(nowMs).toISOString();

  const say = (
    sessionId: string,
    parts: Partial<StoredStatement> & Pick<StoredStatement, 'verb' | 'object'>,
  ) => {
    n += 1;
    nowMs += 1_000 * (1 + below(300));
    const stored = new Date(nowMs).toISOString();
    const { context, ...rest } = parts;
    const statement = {
      ...{ id: randomRegistration(seed * 1_000 + n), timestamp: stored, stored, version: '1.0.3' },
      actor: { objectType: 'Agent', account: actor },
      authority: { objectType: 'Agent', account: { homePage: issuer, name: 'lms' } },
      ...rest,
      context: {
        ...context,
        registration,
        extensions: { ...context?.extensions, [contextExtensions.sessionId]: sessionId },
      },
    } satisfies StoredStatement;
    statements.push({ position: `${stored} ${String(n).padStart(4, '0')}`, stored, statement });
  };
  const cmi5 = { contextActivities: { category: [{ id: categories.cmi5 }] } };
  const au = (module: number) => `${issuer}/activities/${courseId}/au/${modules[module]?.parts[0]}`;
  const note = (module: string, end: boolean) => {
    started.add(module);
    if (end && random() < 0.7) finished.add(module);
    const completed = finished.size === modules.length;
    progress.push({
      ...{ ...place, rev: progress.length + 1, version: 1, beganAt: enrolledAt },
      ...{ started: [...started].sort(), finished: [...finished].sort() },
      ...{ lastModule: module, lastAt: new Date(nowMs).toISOString() },
      ...(completed && { completedAt: new Date(nowMs).toISOString() }),
    });
  };

  for (let session = below(8); session > 0; session -= 1) {
    const module = below(modules.length);
    const sessionId = `s-${seed}-${session}`;
    const object = { id: au(module) };
    const mode = random() < 0.85 ? 'Normal' : 'Review';
    nowMs += below(72) * hourMs;
    const extensions = { [contextExtensions.launchMode]: mode };
    say(sessionId, { verb: { id: verbs.launched }, object, context: { ...cmi5, extensions } });
    note(modules[module]?.moduleId ?? '', false);
    for (let answer = below(9); answer > 0; answer -= 1) {
      const question = below(4);
      const response = ['a', 'b', 'c'][below(3)] ?? 'a';
      say(sessionId, {
        verb: { id: `http://adlnet.gov/expapi/verbs/${random() < 0.5 ? 'answered' : 'responded'}` },
        object: {
          id: `${au(module)}/soal/${question}`,
          definition: {
            ...{ interactionType: 'choice', description: { id: `Soal ${question}` } },
            correctResponsesPattern: ['a'],
            choices: ['a', 'b', 'c'].map((id) => ({ id })),
          },
        },
        result: { response, success: response === 'a' },
      });
    }
    for (let pause = below(4); pause > 0; pause -= 1) {
      const to = 1 + below(100);
      say(sessionId, {
        verb: { id: 'https://w3id.org/xapi/video/verbs/paused' },
        object,
        result: {
          extensions: {
            'https://w3id.org/xapi/video/extensions/played-segments': `0[.]${to}[,]${below(to)}[.]${to}`,
          },
        },
        context: {
          contextActivities: { category: [{ id: 'https://w3id.org/xapi/video' }] },
          extensions: { 'https://w3id.org/xapi/video/extensions/length': 100 },
        },
      });
    }
    if (random() < 0.9) {
      const verb = { id: random() < 0.8 ? verbs.terminated : verbs.abandoned };
      say(sessionId, { verb, object, result: { duration: `PT${below(4_000)}S` }, context: cmi5 });
    }
    note(modules[module]?.moduleId ?? '', true);
  }
  const last = progress.at(-1);
  const over = last?.completedAt === undefined && random() < 0.2;
  const plain = { ...place, version: 1, enrolledAt };
  const end: EnrolmentTrace = {
    ...{ ...plain, over },
    ...(last?.completedAt !== undefined && { completedAt: last.completedAt }),
  };
  return { registration, actor, enrolments: [{ ...plain, over: false }, end], progress, statements };
}
