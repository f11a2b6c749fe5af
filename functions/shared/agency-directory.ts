import {
  agenciesOf,
  agenciesOfNamed,
  type PeopleStore,
  type PersonName,
  personIdSchema,
} from '@sinau/identity';
import type { AgencyId, PersonId } from '@sinau/kernel';
import type { VisibilityPort } from '@sinau/lrs';
import type { Actor } from '@sinau/xapi';

/** Which agencies the people of this deployment belong to, asked by xAPI agent. */
export interface AgencyDirectory {
  /** One list per agent, in order; empty for agents that are nobody here. Groups count their members. */
  agenciesOf(agents: readonly Actor[]): Promise<readonly (readonly AgencyId[])[]>;
  /**
   * Of one agent, members aside, by whatever else it may name a person of this deployment: an address, the hash of one, an account of another issuer.
   * Undefined where it names nobody here. Nothing is shown to anybody by it: such a name is no proof of who acted.
   */
  agenciesOfNamed(agent: Actor): Promise<readonly AgencyId[] | undefined>;
}

/** `issuer`: home page of the accounts that stand for people. */
export function createAgencyDirectory(deps: {
  readonly people: PeopleStore;
  readonly issuer: string;
}): AgencyDirectory {
  return {
    async agenciesOf(agents) {
      const people = agents.map((agent) => peopleOf(agent, deps.issuer));
      const wanted = people.flat();
      const agencies = wanted.length > 0 ? await agenciesOf(deps, wanted) : new Map<PersonId, AgencyId[]>();
      return people.map((ids) => [...new Set(ids.flatMap((id) => agencies.get(id) ?? []))]);
    },
    async agenciesOfNamed(agent) {
      const name = nameOf(agent);
      return name && agenciesOfNamed(deps, name);
    },
  };
}

/** Statements are seen by the agencies of whoever acted in them. */
export function visibilityBy(directory: AgencyDirectory): VisibilityPort {
  return { agenciesOf: (statements) => directory.agenciesOf(statements.map(({ actor }) => actor)) };
}

function peopleOf(actor: Actor, issuer: string): readonly PersonId[] {
  const members = actor.objectType === 'Group' ? (actor.member ?? []) : [];
  return [actor, ...members].flatMap(({ account }) => {
    if (account?.homePage !== issuer) return [];
    const id = personIdSchema.safeParse(account.name);
    return id.success ? [id.data] : [];
  });
}

/** By an OpenID nobody is known here. */
function nameOf({ mbox, mbox_sha1sum: hash, account }: Actor): PersonName | undefined {
  if (mbox !== undefined) return { kind: 'email', address: mbox.replace(/^mailto:/i, '') };
  if (hash !== undefined) return { kind: 'email-hash', hash };
  return account && { kind: 'account', issuer: account.homePage, name: account.name };
}
