import type { AgencyId } from '@sinau/kernel';
import type { ChargeState, CostBalance, CostLine } from './charge.ts';
import type { QuotaStore } from './ports.ts';
import { officeFor, type QuotaSetter } from './set-quota.ts';

/** Lines that are looked through for one list; a year of a large agency has fewer. */
const mostLines = 50_000;
const together = 1_000;

interface Asked {
  readonly principal: QuotaSetter;
  readonly agencyId: AgencyId;
  readonly year: number;
}

type Deps = { readonly quotas: Pick<QuotaStore, 'balances' | 'listLines'> };

/** What stands and what was spent, by course and payer. */
export async function readBalances(deps: Deps, asked: Asked): Promise<readonly CostBalance[]> {
  officeFor(asked.principal, asked.agencyId);
  return deps.quotas.balances(asked.agencyId, asked.year);
}

/** The seats behind a number: each with what it has come to, the newest first. `partial`: there are more lines than that. */
export async function listCharges(
  deps: Deps,
  asked: Asked & { readonly providerId?: string; readonly courseId?: string; readonly state?: ChargeState },
): Promise<{ readonly charges: readonly CostLine[]; readonly partial: boolean }> {
  officeFor(asked.principal, asked.agencyId);
  const latest = new Map<string, CostLine>();
  let after: string | undefined;
  let seen = 0;
  do {
    const page = { limit: together, ...(after !== undefined && { after }) };
    const { lines, next } = await deps.quotas.listLines(asked.agencyId, asked.year, page);
    for (const line of lines)
      if (isLater(line, latest.get(line.registration))) latest.set(line.registration, line);
    seen += lines.length;
    after = next;
  } while (after !== undefined && seen < mostLines);
  const charges = [...latest.values()].filter(
    ({ providerId, courseId, kind }) =>
      (asked.providerId ?? providerId) === providerId &&
      (asked.courseId ?? courseId) === courseId &&
      (asked.state ?? kind) === kind,
  );
  return { charges: charges.toSorted((a, b) => (a.at > b.at ? -1 : 1)), partial: after !== undefined };
}

const order: readonly ChargeState[] = ['reserved', 'committed', 'spent', 'released'];

/** By what may follow on what, not by time: clocks of two writers may differ. */
const isLater = (line: CostLine, known: CostLine | undefined) =>
  !known || order.indexOf(line.kind) > order.indexOf(known.kind);
