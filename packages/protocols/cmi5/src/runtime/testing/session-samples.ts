import type { Statement } from '@sinau/xapi';
import { contextTemplateOf } from '../launch-data.ts';
import { openedSession, type SessionState, type SessionTerms, untouched } from '../session.ts';
import { type AuVerbName, categories, contextExtensions, verbs } from '../vocabulary.ts';

export const terms: SessionTerms = {
  sessionId: 'session-1',
  registration: '9f4f2b9c-0d4b-4f0c-9d40-0c0d4b0f4f2b',
  actor: { homePage: 'https://sinau.example', name: 'person-1' },
  activityId: 'https://sinau.example/activities/c1/au/1',
  publisherId: 'https://publisher.example/au/1',
  launchMode: 'Normal',
  masteryScore: 0.9,
};

/** A session whose AU has read its documents, with these verbs already accepted. */
export function session(accepted: readonly AuVerbName[] = ['initialized'], over: Partial<SessionState> = {}) {
  return {
    terms,
    session: {
      ...openedSession,
      launchDataRead: true,
      preferencesRead: true,
      accepted: Object.fromEntries(accepted.map((verb) => [verb, `accepted-${verb}`])),
    },
    verdict: untouched,
    ...over,
  } satisfies SessionState;
}

let count = 0;

/** An allowed statement: any verb, the template, no cmi5 category. */
export function allowed(over: Partial<Statement> = {}): Statement {
  count += 1;
  return {
    id: `00000000-0000-4000-8000-${String(count).padStart(12, '0')}`,
    timestamp: '2026-03-02T01:00:00.000Z',
    actor: { objectType: 'Agent', account: terms.actor },
    verb: { id: 'http://adlnet.gov/expapi/verbs/experienced' },
    object: { id: 'https://publisher.example/slide/7' },
    context: { registration: terms.registration, ...contextTemplateOf(terms) },
    ...over,
  };
}

const results: Readonly<Record<AuVerbName, Statement['result']>> = {
  initialized: undefined,
  completed: { completion: true, duration: 'PT1M' },
  passed: { success: true, duration: 'PT1M', score: { scaled: 0.9, raw: 90, min: 0, max: 100 } },
  failed: { success: false, duration: 'PT1M', score: { scaled: 0.89, raw: 89, min: 0, max: 100 } },
  terminated: { duration: 'PT1M' },
};

/** A conforming defined statement. */
export function defined(verb: AuVerbName, over: Partial<Statement> = {}): Statement {
  const result = results[verb];
  const judges = verb === 'completed' || verb === 'passed' || verb === 'failed';
  const template = contextTemplateOf(terms);
  return allowed({
    verb: { id: verbs[verb] },
    object: { objectType: 'Activity', id: terms.activityId },
    ...(result && { result }),
    context: {
      registration: terms.registration,
      contextActivities: {
        ...template.contextActivities,
        category: [{ id: categories.cmi5 }, ...(judges ? [{ id: categories.moveOn }] : [])],
      },
      extensions: {
        ...template.extensions,
        ...(result?.score && { [contextExtensions.masteryScore]: terms.masteryScore ?? 0 }),
      },
    },
    ...over,
  });
}

/** A copy with one place changed; `undefined` removes it. Path parts are separated by `/`. */
export function altered(statement: Statement, path: readonly (string | number)[], value: unknown): Statement {
  const copy: unknown = structuredClone(statement);
  const last = path.at(-1);
  let place = copy as Record<string | number, unknown>;
  for (const part of path.slice(0, -1)) place = place[part] as Record<string | number, unknown>;
  if (last === undefined) throw new TypeError('an empty path');
  if (value === undefined) delete place[last];
  else place[last] = value;
  return copy as Statement;
}
