import type { CourseId, CourseStore } from '@sinau/catalogue';
import {
  isOverdue,
  type ListPlace,
  listDuties,
  listStanding,
  readNumbers,
  yearStandings,
} from '@sinau/compliance';
import type { ReportContent, ReportSource } from '@sinau/compliance/reports';
import type { QuotaStore } from '@sinau/enrolment';
import {
  currentEmployeeNumber,
  type OrganisationStore,
  organisationName,
  type PeopleStore,
} from '@sinau/identity';
import { type AgencyId, type Cell, type Clock, maskEmployeeNumber, type PersonId } from '@sinau/kernel';
import type { ComplianceDesk } from './compliance-desk.ts';
import { type ReportWords, reportWords } from './report-words.ts';
import { type SiasnReportDeps, siasnRowsOf } from './siasn-report.ts';

export interface ReportSourceDeps extends ComplianceDesk, SiasnReportDeps {
  readonly people: Pick<PeopleStore, 'findMany'>;
  readonly organisations: OrganisationStore;
  readonly courses: Pick<CourseStore, 'find'>;
  readonly quotas: Pick<QuotaStore, 'balances'>;
  readonly clock: Clock;
}

type Order = Parameters<ReportSource['open']>[0];

/** JP are hundredths. */
const hours = (jp: number | undefined): Cell => (jp === undefined ? undefined : jp / 100);
const together = 500;

/** Reports out of the numbers' own lists, so that a file has as many rows as a page says. */
export function createReportSource(deps: ReportSourceDeps): ReportSource {
  return {
    async open(order) {
      const words = reportWords[order.locale];
      const frame = await frameOf(deps, order, words);
      switch (order.kind) {
        case 'jp':
          return { ...frame, ...(await jpOf(deps, order, words)) };
        case 'duties':
          return { ...frame, ...(await dutiesOf(deps, order, words)) };
        case 'cost':
          return { ...frame, ...(await costOf(deps, order, words)) };
        case 'siasn':
          return { ...frame, ...(await siasnRowsOf(deps, order)) };
      }
    },
  };
}

async function frameOf(
  deps: ReportSourceDeps,
  order: Order,
  words: ReportWords,
): Promise<Pick<ReportContent, 'title' | 'heads' | 'notes'>> {
  const { title, heads, rules } = words[order.kind];
  const [agency, units] = await Promise.all([
    organisationName(deps, { kind: 'agency', agencyId: order.agencyId }),
    unitNames(deps, order.agencyId),
  ]);
  const { notes } = words;
  const unit = order.unitId === undefined ? notes.allUnits : (units.get(order.unitId) ?? order.unitId);
  return {
    ...{ title, heads },
    notes: ({ asOf, until, rows }) => [
      [notes.report, title],
      [notes.agency, agency ?? order.agencyId],
      [notes.year, order.year],
      ...(order.kind === 'cost' ? [] : [[notes.unit, unit]]),
      [notes.asOf, westernTime(asOf)],
      [notes.until, westernTime(until)],
      [notes.rows, rows],
      ...rules.map((rule) => [notes.rule, rule]),
      ...(order.kind === 'cost' ? [] : [[notes.rule, notes.personal]]),
      [notes.rule, notes.apostrophe],
    ],
  };
}

/** `2026-03-02 08:00 WIB` */
function westernTime(iso: string): string {
  const at = new Date(Date.parse(iso) + 7 * 3_600_000).toISOString();
  return `${at.slice(0, 10)} ${at.slice(11, 16)} WIB`;
}

type Pages = Pick<ReportContent, 'expected' | 'pages'>;

async function jpOf(deps: ReportSourceDeps, order: Order, words: ReportWords): Promise<Pages> {
  const { agencyId, year, unitId } = order;
  const place = { agencyId, year, ...(unitId !== undefined && { unitId }) };
  const [numbers, units] = await Promise.all([readNumbers(deps, place), unitNames(deps, agencyId)]);
  return {
    expected: numbers.total.people,
    async *pages() {
      const read = (at: ListPlace | undefined) =>
        listStanding(deps, { ...place, standings: yearStandings, limit: together, ...(at && { place: at }) });
      for await (const records of pagesOf(read)) {
        const masked = await maskedNumbers(deps, records);
        yield records.map(({ personId, name, unitId: unit, status, standing, ...jp }) => [
          ...[name, masked.get(personId), units.get(unit ?? '') ?? words.none, status],
          ...[hours(jp.recognised), hours(jp.minimum), hours(jp.maximum), words.standing[standing]],
        ]);
      }
    },
  };
}

async function dutiesOf(deps: ReportSourceDeps, order: Order, words: ReportWords): Promise<Pages> {
  const { agencyId, year, unitId } = order;
  const place = { agencyId, year, ...(unitId !== undefined && { unitId }) };
  const [numbers, units, titles] = await Promise.all([
    readNumbers(deps, place),
    unitNames(deps, agencyId),
    deps.obligationNames(agencyId),
  ]);
  return {
    expected: (unitId === undefined ? numbers.funnel : numbers.duties).steps.required,
    async *pages() {
      const read = (at: ListPlace | undefined) =>
        listDuties(deps, { ...place, step: 'required', limit: together, ...(at && { place: at }) });
      for await (const records of pagesOf(read)) {
        const masked = await maskedNumbers(deps, records);
        yield records.map((record) => {
          const { personId, name, unitId, obligationId, period, state, dueOn } = record;
          return [
            ...[name, masked.get(personId), units.get(unitId ?? '') ?? words.none],
            ...[titles.get(obligationId) ?? obligationId, period === 'once' ? words.once : period],
            ...[words.state[state], dueOn, isOverdue(record, numbers.asOf) ? words.yes : words.no],
          ];
        });
      }
    },
  };
}

async function costOf(
  deps: ReportSourceDeps,
  { agencyId, year, locale }: Order,
  words: ReportWords,
): Promise<Pages> {
  const balances = await deps.quotas.balances(agencyId, year);
  return {
    expected: balances.length,
    async *pages() {
      const rows: (readonly Cell[])[] = [];
      for (const { courseId, providerId, payer, reserved, committed, spent } of balances) {
        const [course, provider] = await Promise.all([
          deps.courses.find(courseId as CourseId),
          organisationName(deps, { kind: 'provider', providerId }),
        ]);
        const title = course?.title[locale] ?? course?.title.id ?? courseId;
        rows.push([title, provider ?? providerId, words.payer[payer], reserved, committed, spent]);
      }
      yield rows;
    },
  };
}

async function* pagesOf<Record>(
  read: (
    place: ListPlace | undefined,
  ) => Promise<{ readonly records: readonly Record[]; readonly next?: ListPlace }>,
): AsyncGenerator<readonly Record[]> {
  let place: ListPlace | undefined;
  do {
    const page = await read(place);
    if (page.records.length > 0) yield page.records;
    place = page.next;
  } while (place);
}

async function unitNames(
  { units }: ComplianceDesk,
  agencyId: AgencyId,
): Promise<ReadonlyMap<string, string>> {
  return new Map((await units.unitsOf(agencyId)).map(({ unitId, name }) => [unitId, name]));
}

async function maskedNumbers(
  { people }: Pick<ReportSourceDeps, 'people'>,
  records: readonly { readonly personId: PersonId }[],
): Promise<ReadonlyMap<PersonId, string>> {
  const found = await people.findMany([...new Set(records.map(({ personId }) => personId))]);
  return new Map(
    found.flatMap((person) => {
      const number = currentEmployeeNumber(person);
      return number ? [[person.personId, maskEmployeeNumber(number.value)] as const] : [];
    }),
  );
}
