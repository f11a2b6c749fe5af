import type { AgencyId, Clock } from '@sinau/kernel';
import { InvalidInput, openPageToken, type Signer, sealPageToken } from '@sinau/kernel';
import { type Duty, type DutyGroup, openStates } from './duty/duty.ts';
import type { Obligation, ObligationId } from './obligation.ts';
import { type AgencyDesk, agencyOf, makerOf, ownObligation } from './own-obligation.ts';
import type { DutyCounts, DutyStore, ObligationStore, SpreadStore } from './ports.ts';
import type { Spread } from './spread/spread.ts';

export interface ListDeps {
  readonly obligations: ObligationStore;
  readonly duties: DutyStore;
  readonly spreads: SpreadStore;
  readonly clock: Clock;
}

/** An obligation with how far it has got. */
export interface ShownObligation {
  readonly obligation: Obligation;
  readonly counts: DutyCounts;
  readonly spread?: Spread;
}

/** Those of the caller's agency: what is under way first, the newest before the others. */
export async function listObligations(
  deps: ListDeps,
  { principal }: { readonly principal: AgencyDesk },
): Promise<readonly ShownObligation[]> {
  const agencyId: AgencyId = agencyOf(principal);
  const all = [...(await deps.obligations.listOf(agencyId))].sort(byState);
  return Promise.all(all.slice(0, mostShown).map((obligation) => shown(deps, obligation)));
}

/** Ended ones beyond that are found by their addresses. */
const mostShown = 200;

const rank = { active: 0, paused: 1, ended: 2 } as const;
const byState = (a: Obligation, b: Obligation): number =>
  rank[a.state] - rank[b.state] || (a.createdAt < b.createdAt ? 1 : -1);

export async function showObligation(
  deps: ListDeps,
  input: { readonly principal: AgencyDesk; readonly obligationId: string },
): Promise<ShownObligation> {
  return shown(deps, await ownObligation(deps, input));
}

async function shown({ duties, spreads, clock }: ListDeps, obligation: Obligation): Promise<ShownObligation> {
  const { obligationId } = obligation;
  const [counts, spread] = await Promise.all([
    duties.countsOf(obligationId, clock.now().toISOString()),
    spreads.findSpread(obligationId),
  ]);
  return { obligation, counts, ...(spread && { spread }) };
}

const pageSize = 50;

/** One list of duties of an obligation of the caller's agency. */
export async function listDuties(
  deps: ListDeps & { readonly signer: Signer },
  input: {
    readonly principal: AgencyDesk;
    readonly obligationId: string;
    readonly group: DutyGroup;
    readonly pageToken?: string;
  },
): Promise<{ readonly duties: readonly Duty[]; readonly nextPageToken?: string }> {
  const { obligationId } = await ownObligation(deps, input);
  const { group, pageToken } = input;
  const purpose = `duties ${obligationId} ${group} ${makerOf(input.principal).id}`;
  const after = pageToken === undefined ? undefined : openPageToken(deps.signer, purpose, pageToken);
  if (pageToken !== undefined && typeof after !== 'string') {
    throw new InvalidInput('This page link is not valid any more. Start from the first page.');
  }
  const place = typeof after === 'string' ? after : undefined;
  const { duties, next } = await pageOf(deps, { obligationId, group }, place);
  return { duties, ...(next !== undefined && { nextPageToken: sealPageToken(deps.signer, purpose, next) }) };
}

/** What is overdue stands in the lists of three states, one behind the other; the place names the list by its number. */
async function pageOf(
  { duties, clock }: ListDeps,
  { obligationId, group }: { readonly obligationId: ObligationId; readonly group: DutyGroup },
  place: string | undefined,
): Promise<{ readonly duties: readonly Duty[]; readonly next?: string }> {
  if (group !== 'overdue') {
    const page = { limit: pageSize, ...(place !== undefined && { after: place }) };
    return duties.listState({ obligationId, state: group }, page);
  }
  const [from = '0', ...rest] = (place ?? '0').split(' ');
  const overBy = clock.now().toISOString();
  const found: Duty[] = [];
  let after = rest.join(' ');
  for (let n = Number(from); n < openStates.length; n += 1) {
    const state = openStates[n] ?? 'required';
    const limit = pageSize - found.length;
    if (limit === 0) return { duties: found, next: String(n) };
    const page = await duties.listState({ obligationId, state, overBy }, { limit, ...(after && { after }) });
    found.push(...page.duties);
    if (page.next !== undefined) return { duties: found, next: `${n} ${page.next}` };
    after = '';
  }
  return { duties: found };
}
