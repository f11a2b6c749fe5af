import { currentEmployeeNumber, type Person } from '@sinau/identity';
import { nameAtClient, type Provisioner } from '@sinau/identity/provisioning';
import type { PersonId } from '@sinau/kernel';
import { enterpriseUrn, type Resource, sinauUrn, userUrn } from '@sinau/scim';
import { root } from './caller.ts';
import type { UnitWords } from './unit-words.ts';

export interface Surroundings {
  readonly provisioner: Provisioner;
  readonly units: UnitWords;
  readonly portalOrigin: string;
  /** Whether somebody is one of the agency's own: supervisors of others are not told. */
  readonly isOurs: (personId: PersonId) => boolean;
}

/** A weak one: the same person may be told in other words, when a unit is renamed. */
export const versionOf = ({ rev }: Person): string => `W/"${rev}"`;

/** A person as this machine is shown them. */
export function userResource(person: Person, around: Surroundings): Resource {
  const { userName, externalId, givenName, familyName } = nameAtClient(person, around.provisioner);
  const base = `${around.portalOrigin}${root}`;
  const { personId, unitId } = person;
  const unit = unitId && around.units.wordsFor(unitId);
  const [enterprise, sinau] = [enterprisePart(person, around, unit), sinauPart(person)];
  return {
    schemas: [userUrn, ...(enterprise ? [enterpriseUrn] : []), ...(sinau ? [sinauUrn] : [])],
    id: personId,
    ...(externalId !== undefined && { externalId }),
    userName,
    name: {
      formatted: person.name,
      ...(familyName !== undefined && { familyName }),
      ...(givenName !== undefined && { givenName }),
    },
    displayName: person.name,
    emails: [{ value: person.email, type: 'work', primary: true }],
    active: person.status !== 'disabled',
    ...(person.timeZone && { timezone: person.timeZone }),
    ...(unitId &&
      unit !== undefined && {
        groups: [{ value: unitId, $ref: `${base}/Groups/${unitId}`, display: unit, type: 'direct' }],
      }),
    ...(enterprise && { [enterpriseUrn]: enterprise }),
    ...(sinau && { [sinauUrn]: sinau }),
    meta: {
      resourceType: 'User',
      created: person.invitedAt,
      location: `${base}/Users/${personId}`,
      version: versionOf(person),
    },
  };
}

function enterprisePart(
  person: Person,
  around: Surroundings,
  unit: string | undefined,
): Resource | undefined {
  const number = currentEmployeeNumber(person);
  const { supervisorId } = person;
  const part: Resource = {
    ...(number && { employeeNumber: number.value }),
    ...(unit !== undefined && { department: unit }),
    ...(supervisorId &&
      around.isOurs(supervisorId) && {
        manager: { value: supervisorId, $ref: `${around.portalOrigin}${root}/Users/${supervisorId}` },
      }),
  };
  return something(part);
}

function sinauPart({ career, unitId }: Person): Resource | undefined {
  const employment = career?.employment.at(-1);
  const post = career?.posts.at(-1);
  const contract = employment?.contract;
  return something({
    ...(employment && { employmentStatus: employment.status }),
    ...(contract && { contractStart: contract.from, contractEnd: contract.to }),
    ...(post && { postTitle: post.title, postFamily: post.family }),
    ...(post?.level && { postLevel: post.level }),
    ...(unitId && { unitId }),
  });
}

const something = (part: Resource): Resource | undefined => (Object.keys(part).length > 0 ? part : undefined);
