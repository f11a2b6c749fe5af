import { employeeNumberClaim, type Person, serviceOf } from '@sinau/identity';
import { localDateOf, type PersonId, type PersonPrincipal, yearOf } from '@sinau/kernel';
import { csvFile, type Table } from '@sinau/rostering/table';
import {
  type Axes,
  boxOf,
  followUps,
  listColumns,
  listHeads,
  listPlace,
  mostListRows,
  performances,
  potentials,
  quadrantIds,
  type Rating,
  ratingRequestSchema,
  readPlaces,
  readTalent,
  readThresholds,
  recordRating,
  setThresholds,
  sideIds,
  takeList,
  thresholdsSchema,
  withdrawalSchema,
  withdrawRating,
} from '@sinau/talent';
import { type TalentListView, type TalentPorts, talentWords } from '@sinau/web';
import { rowsFile } from '../shared/rows-file.ts';
import { sealedPages } from '../shared/sealed-pages.ts';
import type { PortalDeps } from './deps.ts';
import { inTurns } from './in-turns.ts';
import { ownTenant } from './own-tenant.ts';
import { requestOfForm } from './request-of-form.ts';
import { plainCell, tableOfFile, triedTable } from './tried-table.ts';

type Deps = Pick<PortalDeps, 'talent' | 'people' | 'organisations' | 'clock' | 'signer'>;

const pageSize = 50;

/** Talent boxes for the pages of talent officers; whose they are is checked by the use cases. */
export function joinTalent(deps: Deps, maxBytes: number): TalentPorts {
  return { maxBytes, ...looks(deps), ...changes(deps), ...lists(deps) };
}

const thisYear = ({ clock }: Deps): number => yearOf(localDateOf(clock.now().getTime(), 'Asia/Jakarta'));

function looks(deps: Deps): Pick<TalentPorts, 'yearOf' | 'placeOf' | 'fileOf' | 'personWith' | 'personOf'> {
  return {
    async yearOf(principal, asked) {
      const desk = await deps.talent();
      // What was evaluated last is the year before.
      const year = asked ?? thisYear(deps) - 1;
      const [places, thresholds] = await Promise.all([
        readPlaces(desk, { principal, year }),
        readThresholds(desk, { principal }),
      ]);
      return { year, places, thresholds };
    },
    async placeOf(principal, { page, ...at }) {
      const pages = sealedPages(deps, { list: 'talent', by: principal, of: at });
      const { ratings, next } = await listPlace(await deps.talent(), {
        ...{ principal, at },
        page: { limit: pageSize, ...pages.open(page) },
      });
      const box = boxOf(at);
      return {
        ...{ ...at, box, followUps: followUps[box] },
        people: await linesOf(deps, principal, ratings),
        ...(next !== undefined && { next: pages.seal(next) }),
      };
    },
    async fileOf(principal, { year, format, language }) {
      const words = talentWords[language];
      const rows: (string | number)[][] = [];
      for (const at of everyPlace) {
        let after: string | undefined;
        do {
          const { ratings, next } = await listPlace(await deps.talent(), {
            ...{ principal, at: { ...at, year } },
            page: { limit: pageSize, ...(after !== undefined && { after }) },
          });
          for (const one of await linesOf(deps, principal, ratings)) {
            rows.push([
              ...[one.name, one.post ?? '', one.unit ?? '', words.performances[at.performance]],
              ...[one.siasn.quadrant ?? '', one.siasn.side],
              ...[words.potentials[at.potential], boxOf(at), one.basis, one.foundOn],
            ]);
          }
          after = next;
        } while (after !== undefined);
      }
      return rowsFile(`${words.title} ${year}`, [words.fileColumns, ...rows], format);
    },
    async personWith(principal, number) {
      const person = await deps.people.findByClaim(employeeNumberClaim(number));
      const { agencyId } = ownTenant(principal);
      return person?.home.kind === 'agency' && person.home.agencyId === agencyId
        ? person.personId
        : undefined;
    },
    async personOf(principal, id) {
      const personId = id as PersonId;
      const { member, history } = await readTalent(await deps.talent(), { principal, personId });
      const person = await deps.people.find(personId);
      const seen = new Set<number>();
      return {
        ...{ personId, name: member.name, offeredYear: thisYear(deps) - 1 },
        ...(person && (await whereOf(deps, principal)(person))),
        history: history.map((one) => {
          const isLast = !seen.has(one.year);
          seen.add(one.year);
          return ratingView(one, isLast);
        }),
      };
    },
  };
}

const everyPlace: readonly Axes[] = potentials.flatMap((potential) =>
  performances.map((performance) => ({ performance, potential })),
);

/** As SIASN keeps the same by ids; a predicate has one where it was recorded. */
const siasnOf = ({ performance, predicate }: Pick<Rating, 'performance' | 'predicate'>) => ({
  side: sideIds[performance],
  ...(predicate !== undefined && { quadrant: quadrantIds[predicate] }),
});

function ratingView({ recordedBy, withdrawn, ...one }: Rating, isLast: boolean) {
  const { year, performance, potential, predicate, score, basis, foundOn, recordedAt, rev } = one;
  return {
    ...{ year, performance, potential, box: boxOf(one), basis, foundOn, recordedAt, rev, isLast },
    ...(predicate !== undefined && { predicate }),
    ...(score !== undefined && { score }),
    ...{ recordedBy: recordedBy.name, siasn: siasnOf(one) },
    ...(withdrawn && { withdrawn: withdrawn.reason }),
  };
}

async function linesOf(deps: Deps, principal: PersonPrincipal, ratings: readonly Rating[]) {
  const where = whereOf(deps, principal);
  return inTurns(ratings, async (one) => {
    const { personId, basis, foundOn } = one;
    const person = await deps.people.find(personId);
    return {
      ...{ personId, name: person?.name ?? '–', basis, foundOn, siasn: siasnOf(one) },
      ...(person && (await where(person))),
    };
  });
}

/** Post and unit of somebody who is of the agency still. */
function whereOf(deps: Deps, principal: PersonPrincipal) {
  const { agencyId } = ownTenant(principal);
  let units: Promise<ReadonlyMap<string, string>> | undefined;
  const readUnits = async () =>
    new Map(
      (await deps.organisations.listUnits(agencyId)).map(({ unitId, name }) => [unitId as string, name]),
    );
  return async (person: Person): Promise<{ post?: string; unit?: string }> => {
    if (person.home.kind !== 'agency' || person.home.agencyId !== agencyId) return {};
    units ??= readUnits();
    const { post } = serviceOf(person, localDateOf(deps.clock.now().getTime(), 'Asia/Jakarta'));
    const unit = person.unitId && (await units).get(person.unitId);
    return { ...(post && { post: post.title }), ...(unit !== undefined && { unit }) };
  };
}

function changes(deps: Deps): Pick<TalentPorts, 'record' | 'withdraw' | 'setThresholds'> {
  return {
    async record(principal, personId, order) {
      const request = requestOfForm(ratingRequestSchema, order);
      await recordRating(await deps.talent(), { principal, personId: personId as PersonId, request });
    },
    async withdraw(principal, { personId, year }, order) {
      const request = requestOfForm(withdrawalSchema, order);
      await withdrawRating(await deps.talent(), { principal, personId: personId as PersonId, year, request });
    },
    async setThresholds(principal, order) {
      const request = requestOfForm(thresholdsSchema, order);
      await setThresholds(await deps.talent(), { principal, request });
    },
  };
}

function lists(deps: Deps): Pick<TalentPorts, 'template' | 'tryList' | 'takeList'> {
  return {
    template: async () =>
      csvFile([
        listColumns.map((name) => listHeads[name]),
        ['199001012015031999', '2025', 'Baik', 'Menengah', 'BA 12/2026', '2026-02-16'],
      ]),
    async tryList(principal, bytes) {
      const reading = await tableOfFile(bytes);
      if (reading.outcome === 'unreadable') return reading;
      const { heads, rows } = reading.table;
      const plain = rows.map(({ row, cells: given }) => ({ row, cells: given.map(plainCell) }));
      return viewOf(deps, { principal, table: { heads: [...heads], rows: plain }, isTrial: true });
    },
    async takeList(principal, text) {
      const table = triedTable(text, mostListRows);
      return viewOf(deps, { principal, table, isTrial: false });
    },
  };
}

async function viewOf(
  deps: Deps,
  call: { readonly principal: PersonPrincipal; readonly table: Table; readonly isTrial: boolean },
): Promise<TalentListView> {
  const { principal, table, isTrial } = call;
  const personWith = async (number: string) =>
    (await deps.people.findByClaim(employeeNumberClaim(number)))?.personId;
  const taken = await takeList({ ...(await deps.talent()), personWith }, { principal, list: table, isTrial });
  if (taken.outcome !== 'read') return taken;
  return {
    ...{ outcome: 'read', applied: !isTrial },
    rows: taken.rows.map(({ column, ...row }) => ({
      ...row,
      ...(column !== undefined && { column: listHeads[column] }),
    })),
    ...(isTrial && { text: JSON.stringify(table) }),
  };
}
