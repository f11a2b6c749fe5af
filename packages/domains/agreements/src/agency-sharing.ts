import type { AgencyId, Clock, Principal, ProviderId } from '@sinau/kernel';
import { type Agreement, type Terms, termsFor } from './agreement.ts';
import { actor, agencyOf } from './authority.ts';
import { AgreementChanged, AgreementNotFound } from './errors.ts';
import type {
  AgencyDisclosures,
  AgreementStore,
  DisclosureStore,
  OrganisationPort,
  SharingStore,
} from './ports.ts';
import type { SharingDecision } from './sharing-decision.ts';

export interface AgencySharingDeps {
  readonly agreements: AgreementStore;
  readonly sharing: SharingStore;
  readonly disclosures: Pick<DisclosureStore, 'ofAgency'>;
  readonly organisations: Pick<OrganisationPort, 'providerNames'>;
  readonly clock: Clock;
}

/** How data of an agency's people go to one provider. */
export interface ProviderSharing {
  readonly providerId: ProviderId;
  readonly name: string;
  /** What holds for the agency's people now; absent: the pseudonym alone. */
  readonly agreement?: Agreement;
  readonly decision?: SharingDecision;
  /** By channel; empty while nothing has left. */
  readonly disclosed: readonly AgencyDisclosures[];
}

/** Providers that an agreement lets hear of the agency's people, those that have heard, and those the agency decided about; by name. */
export async function listAgencySharing(
  deps: AgencySharingDeps,
  { principal }: { readonly principal: Principal },
): Promise<readonly ProviderSharing[]> {
  const agencyId = agencyOf(principal);
  const names = await deps.organisations.providerNames();
  const providerIds = [...names.keys()];
  const [inForce, decisions, disclosed] = await Promise.all([
    deps.agreements.inForceOf(providerIds),
    deps.sharing.decisionsOf(agencyId, providerIds),
    deps.disclosures.ofAgency(agencyId),
  ]);
  const now = deps.clock.now();
  const found = await Promise.all(
    [...names].map(async ([providerId, name]): Promise<ProviderSharing> => {
      const terms = termsFor(inForce.get(providerId) ?? [], { agencyId, now });
      const agreement = terms && (await agreementOf(deps, providerId, terms));
      const decision = decisions.get(providerId);
      return {
        ...{ providerId, name, disclosed: disclosed.filter((one) => one.providerId === providerId) },
        ...(agreement && { agreement }),
        ...(decision && { decision }),
      };
    }),
  );
  return found
    .filter(({ agreement, decision, disclosed: left }) => agreement || decision || left.length > 0)
    .toSorted((a, b) => a.name.localeCompare(b.name, 'id'));
}

const agreementOf = ({ agreements }: AgencySharingDeps, providerId: ProviderId, terms: Terms) =>
  agreements.find(providerId, terms.agreementId, terms.version);

/** What the agency has decided about a provider before, latest first. */
export async function sharingHistory(
  deps: Pick<AgencySharingDeps, 'sharing'>,
  input: { readonly principal: Principal; readonly providerId: ProviderId },
): Promise<readonly SharingDecision[]> {
  return deps.sharing.historyOf(agencyOf(input.principal), input.providerId);
}

/**
 * An agency stops what leaves of its people to a provider, or permits it again: with the next launch, roster or enrolment. The decision holds
 * for agreements that are made later, too. Saying what stands already changes nothing.
 */
export async function decideSharing(
  deps: Pick<AgencySharingDeps, 'sharing' | 'organisations' | 'clock'>,
  input: {
    readonly principal: Principal;
    readonly providerId: ProviderId;
    readonly stopped: boolean;
    readonly reason?: string;
  },
): Promise<SharingDecision> {
  const { providerId, stopped, reason } = input;
  const agencyId = agencyOf(input.principal);
  if (!(await deps.organisations.providerNames()).has(providerId)) throw new AgreementNotFound();
  const before = await latest(deps, agencyId, providerId);
  if (before && before.stopped === stopped) return before;
  const next: SharingDecision = {
    ...{ agencyId, providerId, stopped, at: deps.clock.now().toISOString() },
    ...actor(input.principal),
    ...(reason !== undefined && { reason }),
    rev: before?.rev ?? 0,
  };
  if ((await deps.sharing.decide(next)) === 'decided') return { ...next, rev: next.rev + 1 };
  // Somebody else of the agency was faster; what they said may be the same.
  const other = await latest(deps, agencyId, providerId);
  if (other?.stopped === stopped) return other;
  throw new AgreementChanged();
}

async function latest(
  { sharing }: Pick<AgencySharingDeps, 'sharing'>,
  agencyId: AgencyId,
  providerId: ProviderId,
): Promise<SharingDecision | undefined> {
  return (await sharing.decisionsOf(agencyId, [providerId])).get(providerId);
}
