import {
  createAgency,
  invitePerson,
  listAgencies,
  listPeople,
  type OrganisationStore,
  type PeopleStore,
} from '@sinau/identity';
import type { Clock, Ids, PersonPrincipal, Role, Signer } from '@sinau/kernel';
import type { Seeded } from './seed/index.ts';

interface Deps {
  readonly people: PeopleStore;
  readonly organisations: OrganisationStore;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly signer: Signer;
}

const agency = { name: 'Pemerintah Kota Contoh', kind: 'regional' } as const;
/** Supervisors before those they supervise. */
const newcomers: readonly {
  readonly name: string;
  readonly email: string;
  readonly roles: readonly [Role, ...Role[]];
  readonly label: string;
}[] = [
  {
    name: 'Dian Contoh',
    email: 'dian@kota-contoh.example',
    roles: ['agency-admin', 'supervisor', 'learner'],
    label: 'Admin instansi yang baru mulai',
  },
  {
    name: 'Eka Contoh',
    email: 'eka@kota-contoh.example',
    roles: ['learner'],
    label: 'Peserta instansi yang baru mulai',
  },
];

/** An agency that has just come, with nothing in it: pages as a newcomer finds them. Gives its people for the sign-in page; each is made once. */
export async function seedSecondAgency(deps: Deps, { principals }: Seeded): Promise<Seeded['people']> {
  const { personId, name, roles } = principals.operator;
  const operator: PersonPrincipal = { kind: 'person', personId, name, roles };
  const existing = (await listAgencies(deps, { principal: operator })).find(
    (one) => one.name === agency.name,
  );
  const { agencyId } = existing ?? (await createAgency(deps, { principal: operator, request: agency }));
  const home = { kind: 'agency', agencyId } as const;
  const { people: known } = await listPeople(deps, { principal: operator, tenant: home });
  const seeded: Seeded['people'][number][] = [];
  for (const { label, ...member } of newcomers) {
    const [first] = seeded;
    const request = {
      ...{ ...member, roles: [...member.roles], home },
      ...(first && { supervisorId: first.personId }),
    };
    const person =
      known.find(({ email }) => email === member.email) ??
      (await invitePerson(deps, { principal: operator, request }));
    seeded.push({
      ...{ personId: person.personId, name: person.name, email: member.email, label },
      ...{ role: member.roles[0], organisation: agency.name },
    });
  }
  return seeded;
}
