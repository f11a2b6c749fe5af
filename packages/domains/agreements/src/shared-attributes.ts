import type { AgencyId, Clock, Digest, Locale, PersonId, ProviderId, Signer } from '@sinau/kernel';
import { type ShareableAttribute, type Terms, termsFor } from './agreement.ts';
import type { Profile, ProfilePort, SharingRules, SubjectStore } from './ports.ts';
import { splitName } from './split-name.ts';
import { deriveSubject } from './subject.ts';

/** What a provider may hear of a person now. */
export interface SharedAttributes {
  readonly personId: PersonId;
  /** Pseudonym of the person at this provider; at most 255 characters of ASCII, never given to anybody else. */
  readonly subject: string;
  /** Home agency, for noting; it is not for the provider. */
  readonly agencyId?: AgencyId;
  /** The agreement by which more than the pseudonym leaves. */
  readonly agreementId?: string;
  /** Which attributes are filled below; for noting. */
  readonly shared: readonly ShareableAttribute[];
  /** With titles, as the person writes it. */
  readonly name?: string;
  readonly givenName?: string;
  /** Absent for a single name. */
  readonly familyName?: string;
  readonly email?: string;
  readonly employeeNumber?: string;
  /** Names, in words. */
  readonly agency?: string;
  readonly unit?: string;
  readonly locale?: Locale;
}

export interface SharingDeps {
  readonly people: ProfilePort;
  readonly rules: SharingRules;
  readonly subjects: Pick<SubjectStore, 'keepSubjects'>;
  readonly signer: Pick<Signer, 'sign'>;
  readonly digest: Pick<Digest, 'sha256'>;
  readonly clock: Clock;
}

/** Of one person. Whoever is unknown, disabled or in no agency has the pseudonym alone. */
export async function sharedAttributes(
  deps: SharingDeps,
  { providerId, personId }: { readonly providerId: ProviderId; readonly personId: PersonId },
): Promise<SharedAttributes> {
  const [shared] = await sharedAttributesOfMany(deps, { providerId, personIds: [personId] });
  return shared as SharedAttributes;
}

/**
 * Of many, in the order asked; for pages of a roster. An agreement that was ended, or stopped by an agency, before this was asked gives nothing.
 * Reads: the people, one row a provider, one an agency among them, one a person; a first time writes two rows a person.
 */
export async function sharedAttributesOfMany(
  deps: SharingDeps,
  { providerId, personIds }: { readonly providerId: ProviderId; readonly personIds: readonly PersonId[] },
): Promise<readonly SharedAttributes[]> {
  if (personIds.length === 0) return [];
  const wanted = [...new Set(personIds)];
  const profiles = new Map((await deps.people.profilesOf(wanted)).map((one) => [one.personId, one]));
  const agencyIds = [...new Set([...profiles.values()].flatMap(({ agencyId }) => agencyId ?? []))];
  const proposed = wanted.map((personId) => ({
    personId,
    subject: deriveSubject(deps, { providerId, personId }),
  }));
  const [rules, subjects] = await Promise.all([
    deps.rules.rulesOf(providerId, agencyIds),
    deps.subjects.keepSubjects(providerId, proposed),
  ]);
  const now = deps.clock.now();
  const names = namesOnce(deps.people);
  return Promise.all(
    personIds.map(async (personId) => {
      const profile = profiles.get(personId);
      const agencyId = profile?.agencyId;
      const subject = subjects.get(personId);
      if (subject === undefined) throw new Error('a subject was not kept');
      const known = { personId, subject, ...(agencyId !== undefined && { agencyId }) };
      if (!profile || agencyId === undefined || rules.stopped.has(agencyId)) return { ...known, shared: [] };
      const terms = termsFor(rules.terms, { agencyId, now });
      if (!terms) return { ...known, shared: [] };
      return { ...known, ...(await valuesOf(names, profile, terms)) };
    }),
  );
}

type Names = Pick<ProfilePort, 'agencyName' | 'unitName'>;

async function valuesOf(names: Names, profile: Profile, { agreementId, attributes }: Terms) {
  const { agencyId, unitId, employeeNumber } = profile;
  const found: Partial<Record<ShareableAttribute, object>> = {
    name: { name: profile.name, ...splitName(profile.name) },
    email: { email: profile.email },
    locale: { locale: profile.locale },
  };
  if (employeeNumber !== undefined) found['employee-number'] = { employeeNumber };
  if (agencyId !== undefined && attributes.includes('agency')) {
    const agency = await names.agencyName(agencyId);
    if (agency !== undefined) found.agency = { agency };
  }
  if (agencyId !== undefined && unitId !== undefined && attributes.includes('unit')) {
    const unit = await names.unitName(agencyId, unitId);
    if (unit !== undefined) found.unit = { unit };
  }
  const shared = attributes.filter((attribute) => found[attribute]);
  return { agreementId, shared, ...Object.assign({}, ...shared.map((attribute) => found[attribute])) };
}

/** A roster is of few agencies and units; each is read once. */
function namesOnce(people: ProfilePort): Names {
  const asked = new Map<string, Promise<string | undefined>>();
  const once = (key: string, read: () => Promise<string | undefined>) => {
    const known = asked.get(key) ?? read();
    asked.set(key, known);
    return known;
  };
  return {
    agencyName: (agencyId) => once(agencyId, () => people.agencyName(agencyId)),
    unitName: (agencyId, unitId) =>
      once(JSON.stringify([agencyId, unitId]), () => people.unitName(agencyId, unitId)),
  };
}
