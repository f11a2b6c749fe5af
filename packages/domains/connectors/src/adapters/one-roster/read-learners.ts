import type { ExternalEnrolment, ExternalResult } from '@sinau/rostering';
import {
  readLineItems,
  readRosterPeople,
  readRosterResults,
  resultsOfClass,
} from '@sinau/rostering/one-roster';
import { AdapterFailure } from '../../ports.ts';
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
): Promise<readonly ExternalResult[]> {
  const path = classPath(externalCourseId);
  const lineItems = await all(
    ofClass(client, { service: 'gradebook', path: `${path}/lineItems`, read: readLineItems, idOf }),
  );
  const results = await all(
    ofClass(client, { service: 'gradebook', path: `${path}/results`, read: readRosterResults, idOf }),
  );
  return resultsOfClass({ lineItems, results }, externalCourseId);
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
