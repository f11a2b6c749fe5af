import { jsonElements } from '@sinau/kernel';
import type { ExternalEnrolment } from '@sinau/rostering';
import {
  readLineItems,
  readRosterPeople,
  readRosterResults,
  resultsOfClass,
} from '@sinau/rostering/one-roster';
import { AdapterFailure } from '../../ports.ts';
import type { SentResult } from '../../results/take-many.ts';
import type { RosterClient } from './client.ts';
import { type Collection, readPages } from './read-pages.ts';

const idOf = ({ sourcedId }: { readonly sourcedId: string }) => sourcedId;
const classPath = (externalCourseId: string) => `/classes/${encodeURIComponent(externalCourseId)}`;

export async function* readEnrolments(
  client: RosterClient,
  externalCourseId: string,
): AsyncGenerator<ExternalEnrolment> {
  yield* ofClass(client, {
    service: 'roster',
    path: `${classPath(externalCourseId)}/students`,
    read: (value) => readRosterPeople(value, externalCourseId),
    idOf: ({ externalLearnerId }) => externalLearnerId,
  });
}

/** Everybody's scores in one class. */
export async function readScores(
  client: RosterClient,
  externalCourseId: string,
): Promise<readonly SentResult[]> {
  const path = classPath(externalCourseId);
  const lineItems = await all(
    ofClass(client, { service: 'gradebook', path: `${path}/lineItems`, read: readLineItems, idOf }),
  );
  const texts = new Map<string, string>();
  const read = (value: unknown, text: string) => {
    const found = readRosterResults(value);
    for (const [n, one] of (jsonElements(text, ['results']) ?? []).entries()) texts.set(idAt(value, n), one);
    return found;
  };
  const results = await all(ofClass(client, { service: 'gradebook', path: `${path}/results`, read, idOf }));
  const byLearner = Map.groupBy(results, ({ student }) => student.sourcedId);
  return resultsOfClass({ lineItems, results }, externalCourseId).map((result) => {
    // The score is made of all that were said of this learner.
    const own = byLearner.get(result.externalLearnerId ?? '') ?? [];
    const text = `[${own.map((one) => texts.get(idOf(one)) ?? 'null').join(',')}]`;
    return { result, sent: { text, contentType: 'application/json', where: `${path}/results` } };
  });
}

/** Of the result at a place in an answer whose shape is not known yet. */
function idAt(value: unknown, n: number): string {
  const { results } = value as { readonly results?: readonly { readonly sourcedId?: unknown }[] };
  return String(results?.[n]?.sourcedId);
}

/** The address is known to be right, so what is not found is the class. */
async function* ofClass<Item>(client: RosterClient, of: Collection<Item>): AsyncGenerator<Item> {
  try {
    yield* readPages(client, of);
  } catch (error) {
    if (!(error instanceof AdapterFailure) || error.reason !== 'other-service') throw error;
    throw new AdapterFailure('course-unknown', { passing: false, cause: error });
  }
}

async function all<Item>(items: AsyncIterable<Item>): Promise<readonly Item[]> {
  const read: Item[] = [];
  for await (const item of items) read.push(item);
  return read;
}
