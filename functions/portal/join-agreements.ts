import {
  type AgreementRequest,
  activateAgreement,
  agreementRequestSchema,
  changeDraft,
  closeAgreement,
  decideSharing,
  draftAgreement,
  getAgreement,
  listActive,
  listAgencySharing,
  listAgreements,
  removeDraft,
  reviseAgreement,
  revokeAllAgreements,
  sharingHistory,
  type VersionPlace,
} from '@sinau/agreements';
import { namesOf } from '@sinau/identity';
import type { PersonId, PersonPrincipal, ProviderId } from '@sinau/kernel';
import { NotFound } from '@sinau/platform/http';
import type { AgreementPorts } from '@sinau/web';
import { createAgreementOrganisations } from '../shared/agreement-parts.ts';
import type { PortalDeps } from './deps.ts';
import { requestOfForm } from './request-of-form.ts';
import { agreementViewOf, decisionViewOf, disclosedBy } from './sharing-views.ts';

type Deps = Pick<
  PortalDeps,
  'agreements' | 'sharing' | 'disclosures' | 'organisations' | 'people' | 'clock' | 'ids'
>;

/** What providers may hear of people: for operators, providers and agencies. */
export function joinAgreements(deps: Deps): AgreementPorts {
  return { ...operatorPorts(deps), ...draftPorts(deps), ...agencyPorts(deps) };
}

const idOf = (providerId: string) => providerId as ProviderId;
const placeOf = ({ providerId, ...rest }: Parameters<AgreementPorts['remove']>[1]): VersionPlace => ({
  ...rest,
  providerId: idOf(providerId),
});
const requestOf = (words: object): AgreementRequest => requestOfForm(agreementRequestSchema, words);

async function agreementsOf(deps: Deps, principal: PersonPrincipal, providerId: string) {
  const organisations = createAgreementOrganisations(deps);
  const [names, agencyNames] = await Promise.all([
    organisations.providerNames(),
    organisations.agencyNames(),
  ]);
  const name = names.get(idOf(providerId));
  if (name === undefined) throw new NotFound('There is no such provider.');
  const versions = await listAgreements(deps, { principal, providerId: idOf(providerId) });
  const now = deps.clock.now();
  return { providerId, name, versions: versions.map((one) => agreementViewOf(one, { now, agencyNames })) };
}

function operatorPorts(
  deps: Deps,
): Pick<AgreementPorts, 'providers' | 'agreementsOf' | 'ownAgreements' | 'agreementOf' | 'agencies'> {
  const organisations = createAgreementOrganisations(deps);
  return {
    providers: async (principal) => {
      const names = await organisations.providerNames();
      const active = await listActive(deps, { principal, providerIds: [...names.keys()] });
      const now = deps.clock.now().toISOString();
      const count = (id: ProviderId) => (active.get(id) ?? []).filter((one) => one.validUntil > now).length;
      return byName(
        [...names].map(([providerId, name]) => ({ providerId, name, active: count(providerId) })),
      );
    },
    agreementsOf: (principal, providerId) => agreementsOf(deps, principal, providerId),
    ownAgreements: (principal) => agreementsOf(deps, principal, principal.providerId ?? ''),
    agreementOf: async (principal, key) => {
      const agreement = await getAgreement(deps, { principal, place: placeOf(key) });
      const [names, agencyNames] = await Promise.all([
        organisations.providerNames(),
        organisations.agencyNames(),
      ]);
      const provider = names.get(agreement.providerId) ?? agreement.providerId;
      return { ...agreementViewOf(agreement, { now: deps.clock.now(), agencyNames }), provider };
    },
    agencies: async () =>
      byName([...(await organisations.agencyNames())].map(([agencyId, name]) => ({ agencyId, name }))),
  };
}

function draftPorts(
  deps: Deps,
): Pick<AgreementPorts, 'draft' | 'revise' | 'change' | 'remove' | 'activate' | 'close' | 'revokeAll'> {
  const domain = { ...deps, organisations: createAgreementOrganisations(deps) };
  return {
    draft: (principal, providerId, words) =>
      draftAgreement(domain, { principal, providerId: idOf(providerId), request: requestOf(words) }),
    revise: (principal, { providerId, agreementId }, words) =>
      reviseAgreement(domain, {
        ...{ principal, providerId: idOf(providerId), agreementId, request: requestOf(words) },
      }),
    change: async (principal, { rev, ...key }, words) => {
      await changeDraft(domain, { principal, place: placeOf(key), rev, request: requestOf(words) });
    },
    remove: (principal, key) => removeDraft(domain, { principal, place: placeOf(key) }),
    activate: async (principal, key, rev) => {
      await activateAgreement(domain, { principal, place: placeOf(key), rev });
    },
    close: async (principal, key, end) => {
      await closeAgreement(domain, { principal, place: placeOf(key), ...end });
    },
    revokeAll: async (principal, providerId, reason) => {
      await revokeAllAgreements(domain, { principal, providerId: idOf(providerId), reason });
    },
  };
}

function agencyPorts(deps: Deps): Pick<AgreementPorts, 'sharingOf' | 'historyOf' | 'decide'> {
  const organisations = createAgreementOrganisations(deps);
  const domain = { ...deps, organisations };
  return {
    sharingOf: async (principal) => {
      const all = await listAgencySharing(domain, { principal });
      const agencyNames = await organisations.agencyNames();
      const nameOf = await namesIn(
        deps,
        all.flatMap(({ decision }) => decision?.by ?? []),
      );
      const now = deps.clock.now();
      return all.map(({ providerId, name, agreement, decision, disclosed }) => ({
        ...{ providerId, name, disclosed: disclosed.flatMap(disclosedBy) },
        ...(agreement && { agreement: agreementViewOf(agreement, { now, agencyNames }) }),
        ...(decision && { decision: decisionViewOf(decision, nameOf) }),
      }));
    },
    historyOf: async (principal, providerId) => {
      const name = (await organisations.providerNames()).get(idOf(providerId));
      if (name === undefined) throw new NotFound('There is no such provider.');
      const history = await sharingHistory(domain, { principal, providerId: idOf(providerId) });
      const nameOf = await namesIn(
        deps,
        history.flatMap(({ by }) => by ?? []),
      );
      return { name, decisions: history.map((one) => decisionViewOf(one, nameOf)) };
    },
    decide: async (principal, { providerId, ...decision }) => {
      await decideSharing(domain, { principal, providerId: idOf(providerId), ...decision });
    },
  };
}

const byName = <Row extends { readonly name: string }>(rows: readonly Row[]): readonly Row[] =>
  rows.toSorted((a, b) => a.name.localeCompare(b.name, 'id'));

async function namesIn(deps: Deps, personIds: readonly PersonId[]) {
  const names = await namesOf(deps, personIds);
  return (personId: PersonId) => names.get(personId) ?? '–';
}
