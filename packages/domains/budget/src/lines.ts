import type { Clock } from '@sinau/kernel';
import { actorOf, agencyOf, type BudgetKeeper } from './authority.ts';
import { type BudgetEntry, noSums } from './entry.ts';
import {
  BudgetCeilingTooLow,
  BudgetChanged,
  BudgetFull,
  BudgetLineExists,
  BudgetNotFound,
} from './errors.ts';
import {
  type BudgetLine,
  type BudgetLineId,
  boundOf,
  type CeilingRequest,
  type Grounds,
  type LineTerms,
  lineIdOf,
  mostLines,
  type NewLine,
} from './line.ts';
import type { BudgetStore } from './ports.ts';

interface Deps {
  readonly budgets: Pick<BudgetStore, 'find' | 'list' | 'create' | 'change'>;
  readonly clock: Clock;
}

interface Where {
  readonly principal: BudgetKeeper;
  readonly lineId: BudgetLineId;
}

/** Lines of a year, by code. */
export async function listLines(
  { budgets }: { readonly budgets: Pick<BudgetStore, 'list'> },
  { principal, year }: { readonly principal: BudgetKeeper; readonly year: number },
): Promise<readonly BudgetLine[]> {
  return budgets.list(agencyOf(principal), year);
}

export async function readLine(
  { budgets }: { readonly budgets: Pick<BudgetStore, 'find'> },
  { principal, lineId }: Where,
): Promise<BudgetLine> {
  const found = await budgets.find({ agencyId: agencyOf(principal), lineId });
  if (!found) throw new BudgetNotFound();
  return found;
}

export async function openLine(
  deps: Deps,
  { principal, request }: { readonly principal: BudgetKeeper; readonly request: NewLine },
): Promise<BudgetLine> {
  const agencyId = agencyOf(principal);
  const { year, code, ceiling } = request;
  if ((await deps.budgets.list(agencyId, year)).length >= mostLines) throw new BudgetFull();
  const at = deps.clock.now().toISOString();
  const line: BudgetLine = {
    ...{ agencyId, lineId: lineIdOf(year, code), ...request, state: 'open' },
    ...{ ...noSums, room: ceiling, waiting: 0, people: 0, jp: 0, running: 0 },
    ...{ createdAt: at, updatedAt: at, rev: 1 },
  };
  const entry = entryOf(line, { kind: 'opened', ceiling, by: actorOf(principal) });
  if ((await deps.budgets.create(line, entry)) === 'exists') throw new BudgetLineExists();
  return line;
}

/** What the line is called and booked under. */
export async function changeTerms(
  deps: Deps,
  input: Where & { readonly request: LineTerms },
): Promise<BudgetLine> {
  const { account: _, ...before } = await asRead(deps, input);
  const { rev, ...terms } = input.request;
  return save(deps, input, { before, after: { ...before, ...terms }, kind: 'terms' });
}

/** Raises or lowers the ceiling, never below what is bound. */
export async function setCeiling(
  deps: Deps,
  input: Where & { readonly request: CeilingRequest },
): Promise<BudgetLine> {
  const before = await asRead(deps, input);
  const { ceiling, reason, evidence } = input.request;
  if (ceiling < boundOf(before)) throw new BudgetCeilingTooLow(boundOf(before));
  const after = { ...before, ceiling, room: ceiling - boundOf(before) };
  return save(deps, input, { before, after, kind: 'ceiling', grounds: { reason, evidence } });
}

/** A closed line binds nothing more; what is bound goes on. */
export async function openOrCloseLine(
  deps: Deps,
  input: Where & {
    readonly request: Grounds & { readonly rev: number; readonly state: BudgetLine['state'] };
  },
): Promise<BudgetLine> {
  const before = await asRead(deps, input);
  const { state, reason, evidence } = input.request;
  if (before.state === state) return before;
  const kind = state === 'open' ? 'reopened' : 'closed';
  return save(deps, input, { before, after: { ...before, state }, kind, grounds: { reason, evidence } });
}

async function asRead(
  deps: Deps,
  input: Where & { readonly request: { readonly rev: number } },
): Promise<BudgetLine> {
  const found = await readLine(deps, input);
  if (found.rev !== input.request.rev) throw new BudgetChanged();
  return found;
}

async function save(
  deps: Deps,
  { principal }: Where,
  change: {
    readonly before: BudgetLine;
    readonly after: BudgetLine;
    readonly kind: BudgetEntry['kind'];
    readonly grounds?: Grounds;
  },
): Promise<BudgetLine> {
  const { before, kind, grounds } = change;
  const after = { ...change.after, updatedAt: deps.clock.now().toISOString(), rev: before.rev + 1 };
  const ceiling = after.ceiling - before.ceiling;
  const by = actorOf(principal);
  const entry = entryOf(after, { kind, ceiling, by, ...(grounds && { grounds }) });
  const outcome = await deps.budgets.change({ before, after, entry });
  if (outcome === 'changed') throw new BudgetChanged();
  if (outcome === 'too-low') {
    const now = await deps.budgets.find(before);
    throw new BudgetCeilingTooLow(boundOf(now ?? before));
  }
  return after;
}

function entryOf(
  { agencyId, lineId, rev, updatedAt: at }: BudgetLine,
  told: Pick<BudgetEntry, 'kind' | 'ceiling' | 'by' | 'grounds'>,
): BudgetEntry {
  return { agencyId, lineId, entryId: `terms.${rev}`, at, sums: noSums, ...told };
}
