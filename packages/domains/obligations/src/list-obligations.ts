import type { AgencyId } from '@sinau/kernel';
import { InvalidInput, openPageToken, type Signer, sealPageToken } from '@sinau/kernel';
import type { Duty, DutyGroup } from './duty/duty.ts';
import type { Obligation } from './obligation.ts';
import { type AgencyDesk, agencyOf, ownObligation } from './own-obligation.ts';
import type { DutyCounts, DutyStore, ObligationStore, SpreadStore } from './ports.ts';
import type { Spread } from './spread/spread.ts';

export interface ListDeps {
  readonly obligations: ObligationStore;
  readonly duties: DutyStore;
  readonly spreads: SpreadStore;
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

async function shown({ duties, spreads }: ListDeps, obligation: Obligation): Promise<ShownObligation> {
  const { obligationId } = obligation;
  const [counts, spread] = await Promise.all([
    duties.countsOf(obligationId),
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
  const purpose = `duties ${obligationId} ${group}`;
  const after = pageToken === undefined ? undefined : openPageToken(deps.signer, purpose, pageToken);
  if (pageToken !== undefined && typeof after !== 'string') {
    throw new InvalidInput('This page link is not valid any more. Start from the first page.');
  }
  const page = { limit: pageSize, ...(typeof after === 'string' && { after }) };
  const { duties, next } = await deps.duties.listGroup({ obligationId, group }, page);
  return { duties, ...(next !== undefined && { nextPageToken: sealPageToken(deps.signer, purpose, next) }) };
}
