import { verbs } from '@sinau/cmi5';
import type { LanguageMap, PersonPrincipal } from '@sinau/kernel';
import { queryStatements } from '@sinau/lrs';
import type { KnownVerb, RecordLine, RecordsPorts } from '@sinau/web';
import type { StoredStatement } from '@sinau/xapi';
import { sealedPages } from '../shared/sealed-pages.ts';
import { createActivityTitles, type FindTitles } from './activity-titles.ts';
import type { PortalDeps } from './deps.ts';
import { inTurns } from './in-turns.ts';
import { lastSegment } from './last-segment.ts';

const pageSize = 50;

/** Verbs that are said in a sentence of our own; any other is quoted. */
const knownVerbs: ReadonlyMap<string, KnownVerb> = new Map([
  ...Object.entries(verbs).map(([name, iri]) => [iri, name as KnownVerb] as const),
  ['http://adlnet.gov/expapi/verbs/answered', 'answered'],
  ['http://adlnet.gov/expapi/verbs/attempted', 'attempted'],
  ['http://adlnet.gov/expapi/verbs/experienced', 'experienced'],
  ['http://adlnet.gov/expapi/verbs/progressed', 'progressed'],
  ['http://adlnet.gov/expapi/verbs/scored', 'scored'],
]);

export function joinRecords(deps: PortalDeps): RecordsPorts {
  return {
    recordsOf: async (person, pageToken) => {
      const pages = sealedPages(deps, { list: 'own-records', by: person });
      const { statements, next } = await queryStatements(deps, {
        store: 'national',
        // The filter names this person alone.
        reader: { kind: 'all' },
        filter: filterOf(deps, person),
        ...pages.open(pageToken),
      });
      const titles = createActivityTitles(deps, person);
      const lines = await inTurns(statements, ({ statement }) => lineOf(statement, titles));
      return {
        lines,
        ...(next !== undefined && { nextPageToken: pages.seal(next) }),
      };
    },
  };
}

function filterOf(deps: PortalDeps, { personId }: PersonPrincipal) {
  return {
    agent: { objectType: 'Agent' as const, account: deps.actors.accountOf(personId) },
    relatedAgents: false,
    relatedActivities: false,
    ascending: false,
    limit: pageSize,
  };
}

async function lineOf(statement: StoredStatement, titles: FindTitles): Promise<RecordLine> {
  const { id, verb, result, timestamp, stored } = statement;
  const titled = await titles(statement);
  const scaled = result?.score?.scaled;
  const seconds = result?.duration === undefined ? undefined : secondsOf(result.duration);
  return {
    statementId: id,
    at: timestamp ?? stored,
    verb: knownVerbs.get(verb.id) ?? { display: displayOf(verb) },
    object: titled.object,
    ...(titled.course && { course: titled.course }),
    ...(scaled !== undefined && { score: Math.max(0, Math.round(scaled * 1000) / 10) }),
    ...(seconds !== undefined && { durationSeconds: seconds }),
  };
}

export function displayOf(verb: StoredStatement['verb']): LanguageMap {
  if (verb.display && Object.keys(verb.display).length > 0) return verb.display;
  return { und: lastSegment(verb.id) };
}

/** ISO 8601 durations without years and months, whose length nobody knows. */
export function secondsOf(duration: string): number | undefined {
  const match = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/.exec(duration);
  if (!match) return undefined;
  const [days, hours, minutes, seconds] = match.slice(1).map((part) => Number(part ?? 0));
  return (days ?? 0) * 86_400 + (hours ?? 0) * 3600 + (minutes ?? 0) * 60 + (seconds ?? 0);
}
