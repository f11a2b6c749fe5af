import {
  CompetencyNotFound,
  type ConcernedPlace,
  cellStandings,
  dictionaryOf,
  listConcerned,
  type MapPart,
  matchRulesOf,
  readMap,
  readStanding,
} from '@sinau/competency';
import { localDateOf, type PersonId } from '@sinau/kernel';
import * as z from 'zod';
import { sealedPages } from '../shared/sealed-pages.ts';
import { type Context, callerOf } from './competence-caller.ts';
import type { CompetenceRouteDeps } from './competence-routes.ts';
import { competencyView, standardView, standingView, technicalView } from './competence-views.ts';
import { readQuery } from './read-query.ts';

const pageSize = 100;
const unitId = z.string().min(1).max(64).exactOptional();

/** The calendar of western Indonesia decides which editions of an agency hold. */
const todayOf = ({ clock }: CompetenceRouteDeps): string =>
  localDateOf(clock.now().getTime(), 'Asia/Jakarta');

/** Small groups are hidden as they are on the page of the map, whatever else the client may read (case P3). */
export async function answerMap(c: Context, deps: CompetenceRouteDeps): Promise<Response> {
  const asked = readQuery(c.req.query(), z.strictObject({ unitId }));
  const { agencyId } = callerOf(c);
  const parts = await deps.competency();
  const [map, dictionary] = await Promise.all([
    readMap(parts, { agencyId, ...asked }),
    dictionaryOf(parts, { agencyId, day: todayOf(deps) }),
  ]);
  const named = ({ unitId: id, name }: { readonly unitId: string; readonly name: string }) => ({
    ...{ unitId: id, name },
  });
  return c.json({
    ...(map.unit && { unit: named(map.unit) }),
    path: map.path.map(named),
    competencies: map.competencies.map((competencyId) => ({
      ...{ competencyId, name: dictionary.get(competencyId)?.name },
    })),
    ...{ people: map.total.people, cells: cellsOf(map.total) },
    parts: map.parts.map((part) => ({
      ...(part.unitId !== '' && { unitId: part.unitId }),
      ...(part.name !== undefined && { name: part.name }),
      ...{ people: part.people, cells: cellsOf(part) },
    })),
  });
}

const cellsOf = ({ cells }: MapPart) =>
  [...cells].map(([competencyId, { hidden, asked, assessed, short, points }]) =>
    hidden ? { competencyId, hidden } : { competencyId, asked, assessed, short, points },
  );

const concernedQuery = z.strictObject({
  ...{ competencyId: z.string().min(1).max(40), standing: z.enum(cellStandings).default('short') },
  ...{ unitId, own: z.stringbool().default(false), pageToken: z.string().exactOptional() },
});
const place = z.object({ unitId: z.string(), after: z.string().exactOptional() });

/** People behind a number of the map, unit by unit and by name. */
export async function answerConcerned(c: Context, deps: CompetenceRouteDeps): Promise<Response> {
  const { pageToken, ...asked } = readQuery(c.req.query(), concernedQuery);
  const { client, agencyId } = callerOf(c);
  const parts = await deps.competency();
  const dictionary = await dictionaryOf(parts, { agencyId, day: todayOf(deps) });
  if (!dictionary.has(asked.competencyId)) throw new CompetencyNotFound();
  const pages = sealedPages(deps, { list: 'competence', by: client, of: asked, place });
  const { after } = pages.open(pageToken);
  const list = {
    agencyId,
    ...asked,
    limit: pageSize,
    ...(after && { place: after satisfies ConcernedPlace }),
  };
  const { rows, next } = await listConcerned(parts, list);
  return c.json({
    people: rows.map(({ record, required, held, gap }) => ({
      personId: record.personId,
      ...(record.unitId !== '' && { unitId: record.unitId }),
      ...(record.post !== undefined && { post: record.post }),
      ...{ required, gap, ...(held !== undefined && { held }) },
    })),
    ...(next && { nextPageToken: pages.seal(next) }),
  });
}

export async function answerPerson(c: Context, deps: CompetenceRouteDeps): Promise<Response> {
  const { agencyId } = callerOf(c);
  const personId = c.req.param('personId') as PersonId;
  const parts = await deps.competency();
  const found = await readStanding(parts, { agencyId, personId });
  const day = found.member.today;
  return c.json(standingView(found, await matchRulesOf(parts, { agencyId, day })));
}

/** As competencies are described today; editions that are still to come are told with the technical ones. */
export async function answerDictionary(c: Context, deps: CompetenceRouteDeps): Promise<Response> {
  readQuery(c.req.query(), z.strictObject({}));
  const { agencyId } = callerOf(c);
  const { standards } = await deps.competency();
  const day = todayOf(deps);
  const [dictionary, technical] = await Promise.all([
    dictionaryOf({ standards }, { agencyId, day }),
    standards.technical(agencyId),
  ]);
  const byCode = technical.toSorted((a, b) => (a.code < b.code ? -1 : 1));
  return c.json({
    asOf: day,
    national: [...dictionary.values()]
      .filter(({ family }) => family !== 'technical')
      .map((one) => competencyView(one)),
    technical: byCode.flatMap((one) => technicalView(one, day) ?? []),
  });
}

const standardsQuery = z.strictObject({ pageToken: z.string().exactOptional() });

/** Each with the edition that holds today and those to come, page by page. */
export async function answerStandards(c: Context, deps: CompetenceRouteDeps): Promise<Response> {
  const { pageToken } = readQuery(c.req.query(), standardsQuery);
  const { client, agencyId } = callerOf(c);
  const pages = sealedPages(deps, { list: 'standards', by: client });
  const { after = '' } = pages.open(pageToken);
  const all = (await (await deps.competency()).standards.standards(agencyId))
    .filter(({ post }) => post > after)
    .toSorted((a, b) => (a.post < b.post ? -1 : 1));
  const page = all.slice(0, pageSize);
  const end = all.length > page.length ? page.at(-1) : undefined;
  const day = todayOf(deps);
  return c.json({
    ...{ asOf: day, standards: page.map((one) => standardView(one, day)) },
    ...(end && { nextPageToken: pages.seal(end.post) }),
  });
}
