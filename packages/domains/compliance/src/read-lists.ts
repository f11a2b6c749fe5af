import { type AgencyId, branchesOf, type Clock, InvalidInput } from '@sinau/kernel';
import type { CountedRecord, DueRecord, DutyRecord, YearRecord, YearStanding } from './counted.ts';
import { ComplianceNotFound } from './errors.ts';
import { type FunnelStep, funnelSteps } from './funnel-steps.ts';
import type { ComplianceStore, ListName, UnitDirectory } from './ports.ts';

export interface ListDeps {
  readonly compliance: Pick<ComplianceStore, 'countsOf' | 'list'>;
  readonly units: UnitDirectory;
  readonly clock: Clock;
}

/** Where the page before ended: in which of the lists, and behind whom. */
export interface ListPlace {
  readonly list: string;
  readonly after?: string;
}

interface Page {
  readonly limit: number;
  readonly place?: ListPlace;
}

export interface Listed<Record extends CountedRecord> {
  readonly records: readonly Record[];
  readonly next?: ListPlace;
}

/** Whose year stands alike, in a unit with those below it (`own`: without them), unit by unit and by name. */
export async function listStanding(
  deps: ListDeps,
  asked: Page & {
    readonly agencyId: AgencyId;
    readonly year: number;
    readonly standings: readonly YearStanding[];
    readonly unitId?: string;
    readonly own?: boolean;
  },
): Promise<Listed<YearRecord>> {
  const { agencyId, year, standings } = asked;
  const counts = await deps.compliance.countsOf({ kind: 'coverage', agencyId, year });
  const lists = (await unitsOf(deps, asked)).flatMap((unitId) =>
    standings.map((standing) => ({
      ...{ key: `${unitId} ${standing}`, isEmpty: !counts.get(unitId)?.[standing] },
      name: { kind: 'coverage', agencyId, year, unitId, standing } as const,
    })),
  );
  return oneAfterAnother<YearRecord>(deps, lists, asked);
}

/** Duties that have come at least so far, those that came farthest first, each by obligation and name. */
export async function listDuties(
  deps: ListDeps,
  asked: Page & {
    readonly agencyId: AgencyId;
    readonly year: number;
    readonly step: FunnelStep;
    readonly obligation?: { readonly obligationId: string; readonly period: string };
    /** With those below it. */
    readonly unitId?: string;
    /** Of the unit alone, or of those in none. */
    readonly own?: boolean;
  },
): Promise<Listed<DutyRecord>> {
  const { obligation } = asked;
  const states = funnelSteps.slice(funnelSteps.indexOf(asked.step)).toReversed();
  const periods = obligation ? [obligation.period] : [String(asked.year), 'once'];
  const units = isWhole(asked) ? [undefined] : await unitsOf(deps, asked);
  const lists = periods.map(async (period) => {
    const filled = await filledLists(deps, { ...asked, period });
    return states.flatMap((state) =>
      units.map((unitId) => dutyList({ ...asked, period, state, unitId, isEmpty: !filled(unitId, state) })),
    );
  });
  return oneAfterAnother<DutyRecord>(deps, (await Promise.all(lists)).flat(), asked);
}

const isWhole = (asked: { readonly unitId?: string; readonly own?: boolean }): boolean =>
  asked.unitId === undefined && asked.own !== true;

/** Which lists of a period have anybody in them; of the whole agency each may have. */
async function filledLists(
  { compliance }: ListDeps,
  asked: {
    readonly agencyId: AgencyId;
    readonly period: string;
    readonly unitId?: string;
    readonly own?: boolean;
  },
) {
  if (isWhole(asked)) return () => true;
  const counts = await compliance.countsOf({ kind: 'steps', agencyId: asked.agencyId, period: asked.period });
  return (unitId: string | undefined, state: FunnelStep) => (counts.get(unitId ?? '')?.[state] ?? 0) > 0;
}

function dutyList(list: {
  readonly agencyId: AgencyId;
  readonly period: string;
  readonly state: FunnelStep;
  readonly unitId: string | undefined;
  readonly obligation?: { readonly obligationId: string };
  readonly isEmpty: boolean;
}) {
  const { agencyId, period, state, unitId, obligation, isEmpty } = list;
  return {
    ...{ key: [period, state, ...(unitId === undefined ? [] : [unitId])].join(' '), isEmpty },
    name: {
      ...({ kind: 'duties', agencyId, period, state } as const),
      ...(obligation && { obligationId: obligation.obligationId }),
      ...(unitId !== undefined && { unitId }),
    },
  };
}

/** Who owes something whose last day is over: of the agency longest overdue first, of a unit so unit by unit. */
export async function listOverdue(
  deps: ListDeps,
  asked: Page & { readonly agencyId: AgencyId; readonly unitId?: string; readonly own?: boolean },
): Promise<Listed<DueRecord>> {
  const { agencyId } = asked;
  const overBy = deps.clock.now().toISOString();
  const units = isWhole(asked) ? [undefined] : await unitsOf(deps, asked);
  const lists = units.map((unitId) => ({
    ...{ key: unitId ?? '*', isEmpty: false },
    name: { ...({ kind: 'due', agencyId, overBy } as const), ...(unitId !== undefined && { unitId }) },
  }));
  return oneAfterAnother<DueRecord>(deps, lists, asked);
}

async function unitsOf(
  { units }: ListDeps,
  asked: { readonly agencyId: AgencyId; readonly unitId?: string; readonly own?: boolean },
): Promise<readonly string[]> {
  const { unitId, own } = asked;
  const branches = branchesOf(await units.unitsOf(asked.agencyId));
  if (unitId !== undefined && !branches.units.has(unitId)) throw new ComplianceNotFound('unit');
  return own ? [unitId ?? ''] : branches.branchOf(unitId);
}

/** Reads no more lists than the page needs. */
async function oneAfterAnother<Record extends CountedRecord>(
  { compliance }: ListDeps,
  lists: readonly { readonly key: string; readonly isEmpty: boolean; readonly name: ListName }[],
  { limit, place }: Page,
): Promise<Listed<Record>> {
  const first = place === undefined ? 0 : lists.findIndex(({ key }) => key === place.list);
  if (first < 0) throw new InvalidInput('This page link is not valid any more. Start from the first page.');
  const records: Record[] = [];
  let after = place?.after;
  for (const [n, { key, isEmpty, name }] of lists.entries()) {
    if (n < first || (isEmpty && after === undefined)) continue;
    do {
      if (records.length >= limit)
        return { records, next: { list: key, ...(after !== undefined && { after }) } };
      const page = await compliance.list(name, {
        limit: limit - records.length,
        ...(after !== undefined && { after }),
      });
      // A list holds records of its kind alone.
      records.push(...(page.records as readonly Record[]));
      after = page.next;
    } while (after !== undefined);
  }
  return { records };
}
