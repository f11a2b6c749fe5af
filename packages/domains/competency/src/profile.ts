import type { AgencyId, PersonId, PersonPrincipal } from '@sinau/kernel';
import type { Assessment } from './assessment.ts';
import { memberFor, memberOf, type Office, sideOf } from './authority.ts';
import { type Dictionary, dictionaryOf } from './dictionary.ts';
import { type Comparison, compare } from './gap.ts';
import type { PlanItem, Side } from './plan-item.ts';
import type { PersonStore, StaffDirectory, StaffMember, StandardStore } from './ports.ts';
import { byPost, type StandardInForce, standardFor } from './standard.ts';

export interface ProfileDeps {
  readonly staff: Pick<StaffDirectory, 'find' | 'teamOf'>;
  readonly standards: Pick<StandardStore, 'technical' | 'standards'>;
  readonly persons: Pick<PersonStore, 'of'>;
}

/** Somebody beside what their post asks for, with what they plan about it. */
export interface StaffStanding {
  readonly member: StaffMember;
  readonly dictionary: Dictionary;
  /** Absent: no post is known, or one of no group. */
  readonly standard?: StandardInForce;
  readonly comparison: Comparison;
  /** All of them, newest first; withdrawn ones too. */
  readonly assessments: readonly Assessment[];
  /** Open ones first, then by their last day. */
  readonly items: readonly PlanItem[];
}

/** The same as somebody looks at it. */
export interface Profile extends StaffStanding {
  readonly office: Office;
  /** On whose side of the plan whoever looks stands; absent: they only look. */
  readonly side?: Side;
}

export async function readProfile(
  deps: ProfileDeps,
  input: { readonly principal: PersonPrincipal; readonly personId: PersonId },
): Promise<Profile> {
  const { member, office } = await memberFor(deps, input);
  const side = sideOf(office, member);
  return { ...(await standingOf(deps, member)), office, ...(side && { side }) };
}

/** The same for a machine of the agency; anybody else's person is answered like nobody (case C2). */
export async function readStanding(
  deps: ProfileDeps,
  { agencyId, personId }: { readonly agencyId: AgencyId; readonly personId: PersonId },
): Promise<StaffStanding> {
  return standingOf(deps, await memberOf(deps, { agencyId, personId }));
}

/** Somebody who may be looked at, beside what their post asks for today. */
export async function standingOf(
  deps: Omit<ProfileDeps, 'staff'>,
  member: StaffMember,
): Promise<StaffStanding> {
  const [setting, own] = await Promise.all([settingOf(deps, member), deps.persons.of(member.personId)]);
  return {
    ...{ member, ...setting.of(member, own.assessments) },
    dictionary: setting.dictionary,
    assessments: own.assessments.toSorted((a, b) => b.assessedOn.localeCompare(a.assessedOn)),
    items: own.items.toSorted(
      (a, b) => Number(isOver(a)) - Number(isOver(b)) || a.dueOn.localeCompare(b.dueOn),
    ),
  };
}

const isOver = ({ state }: PlanItem): boolean => state === 'done' || state === 'dropped';

/** Standards and dictionary of an agency, read once for all who are compared. */
async function settingOf(
  { standards }: Pick<ProfileDeps, 'standards'>,
  { agencyId, today }: Pick<StaffMember, 'agencyId' | 'today'>,
) {
  const [all, dictionary] = await Promise.all([
    standards.standards(agencyId),
    dictionaryOf({ standards }, { agencyId, day: today }),
  ]);
  const found = byPost(all);
  return {
    dictionary,
    of(member: StaffMember, assessments: readonly Assessment[]) {
      const standard = standardFor(found, member.post, member.today);
      const place = { agencyId, today: member.today };
      return {
        ...(standard && { standard }),
        comparison: compare(standard?.requirements ?? [], assessments, place),
      };
    },
  };
}

export interface TeamRow {
  readonly member: StaffMember;
  readonly standard?: StandardInForce;
  readonly comparison: Comparison;
  /** Items that wait for the supervisor. */
  readonly waiting: number;
  readonly dictionary: Dictionary;
}

/** Everybody whose supervisor the principal is, by name, people of their own agency alone. */
export async function readTeam(
  deps: ProfileDeps,
  { principal }: { readonly principal: PersonPrincipal },
): Promise<readonly TeamRow[]> {
  const team = (await deps.staff.teamOf(principal.personId)).filter(
    ({ personId }) => personId !== principal.personId,
  );
  const settings = new Map<string, Awaited<ReturnType<typeof settingOf>>>();
  for (const member of team) {
    if (!settings.has(member.agencyId)) settings.set(member.agencyId, await settingOf(deps, member));
  }
  const rows: TeamRow[] = [];
  for (const member of team) {
    const setting = settings.get(member.agencyId);
    const { assessments, items } = await deps.persons.of(member.personId);
    const waiting = items.filter(
      ({ state, proposedBy }) => state === 'proposed' && proposedBy === 'learner',
    ).length;
    const compared = setting?.of(member, assessments) ?? { comparison: { rows: [] } };
    rows.push({ member, waiting, dictionary: setting?.dictionary ?? new Map(), ...compared });
  }
  return rows;
}
