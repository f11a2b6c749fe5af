import type { EmploymentStatus, Jp, LanguageMap, PersonPrincipal, Role } from '@sinau/kernel';

export interface UnitRow {
  readonly unitId: string;
  readonly name: string;
  readonly parentId?: string;
}

/** A unit in the tree of today. */
export interface UnitNode extends UnitRow {
  /** 0 at the top. */
  readonly depth: number;
  readonly people: number;
  readonly branchPeople: number;
  readonly validFrom: string;
}

/** One unit with what it was. */
export interface UnitView extends UnitRow {
  readonly validFrom: string;
  readonly validTo?: string;
  /** Code of the province; absent: that of the unit above. */
  readonly province?: string;
  /** In a remote place (3T). */
  readonly remote: boolean;
  readonly past: readonly { readonly until: string; readonly path: string }[];
}

export interface UnitTreeView {
  readonly agency: string;
  /** Each parent before its children. */
  readonly units: readonly UnitNode[];
  readonly withoutUnit: number;
  readonly ended: readonly { readonly unitId: string; readonly name: string; readonly validTo: string }[];
}

export interface UnitPeopleView {
  readonly people: readonly TeamRow[];
  readonly next?: string;
}

export { employmentStatuses as statusNames } from '@sinau/kernel';
export const postFamilyNames = [
  'jpt-utama',
  'jpt-madya',
  'jpt-pratama',
  'administrator',
  'pengawas',
  'fungsional-keahlian',
  'fungsional-keterampilan',
  'pelaksana',
] as const;
export const postLevelNames = [
  'ahli-pertama',
  'ahli-muda',
  'ahli-madya',
  'ahli-utama',
  'pemula',
  'terampil',
  'mahir',
  'penyelia',
] as const;

// biome-ignore format: a row of each
export const gradeNames = [
  'I/a', 'I/b', 'I/c', 'I/d', 'II/a', 'II/b', 'II/c', 'II/d',
  'III/a', 'III/b', 'III/c', 'III/d', 'IV/a', 'IV/b', 'IV/c', 'IV/d', 'IV/e',
  'I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII', 'XIII', 'XIV', 'XV', 'XVI', 'XVII',
] as const;
export const legalStandingNames = [
  'active',
  'unpaid-leave',
  'study',
  'suspended',
  'disciplined',
  'before-retirement',
  'cpns-without-decree',
  'inactive',
  'dismissed',
  'dismissed-without-pension',
  'dismissed-with-pension',
  'blocked',
  'retirement-age',
  'retired',
  'died',
] as const;
export const educationNames = ['sd', 'sltp', 'slta', 'd1', 'd2', 'd3', 'd4', 's1', 's2', 's3'] as const;

/** Status, post, grade, legal standing and education, each since its day. */
export interface ServiceView {
  readonly employment?: {
    readonly status: EmploymentStatus;
    readonly from: string;
    readonly contract?: { readonly from: string; readonly to: string };
  };
  readonly post?: {
    readonly title: string;
    readonly family: (typeof postFamilyNames)[number];
    readonly level?: (typeof postLevelNames)[number];
    readonly from: string;
  };
  readonly grade?: { readonly grade: (typeof gradeNames)[number]; readonly from: string };
  readonly legalStanding?: { readonly standing: (typeof legalStandingNames)[number]; readonly from: string };
  readonly education?: { readonly level: (typeof educationNames)[number]; readonly from: string };
}

/** What is left out stays; a number is a new one. Without a day it counts from today. */
export interface ServiceChange {
  readonly employment?: Omit<NonNullable<ServiceView['employment']>, 'from'> & { readonly from?: string };
  readonly post?: Omit<NonNullable<ServiceView['post']>, 'from'> & { readonly from?: string };
  readonly grade?: Omit<NonNullable<ServiceView['grade']>, 'from'> & { readonly from?: string };
  readonly legalStanding?: Omit<NonNullable<ServiceView['legalStanding']>, 'from'> & {
    readonly from?: string;
  };
  readonly education?: Omit<NonNullable<ServiceView['education']>, 'from'> & { readonly from?: string };
  readonly number?: string;
}

export interface AccountChangeView {
  readonly at: string;
  readonly act: 'closed' | 'opened';
  readonly because: 'identity-provider' | 'list' | 'administrator' | 'legal-standing' | 'operator';
  /** Name of the person or the client. */
  readonly by?: string;
}

/** One person, as those who administer them see them. */
export interface PersonView {
  readonly personId: string;
  readonly name: string;
  readonly email: string;
  readonly status: 'active' | 'invited' | 'disabled';
  readonly roles: readonly Role[];
  readonly maskedEmployeeNumber?: string;
  /** Name of the home agency or provider; absent for staff of the platform. */
  readonly home?: string;
  /** Given for people of an agency. */
  readonly place?: {
    readonly agencyId: string;
    readonly workingAgencyId?: string;
    readonly workingAgency?: string;
    readonly unitId?: string;
    readonly supervisor?: {
      readonly name: string;
      readonly email: string;
      /** Given when they do not hold the role of one; with their id when the reader can give it to them. */
      readonly lacksRole?: { readonly personId?: string };
    };
    readonly service: ServiceView;
    /** All units of the home agency; none for a reader who cannot change the person. */
    readonly units: readonly UnitRow[];
  };
  readonly invitedAt: string;
  readonly disabledAt?: string;
  /** When it was closed and opened, and at whose word; latest first. */
  readonly accountChanges: readonly AccountChangeView[];
  /** An operator may look at the portal as this person. */
  readonly mayBeViewed: boolean;
  /** The reader's own account: nobody changes their own roles, place or status. */
  readonly isSelf: boolean;
  /** False: seen, but administered by somebody else. */
  readonly editable: boolean;
  /** Works at the agency of the reader, and another one is their home. */
  readonly isLentHere: boolean;
  /** Roles that the reader can give to and take from this person. */
  readonly grantable: readonly Role[];
}

export interface PersonDetails {
  readonly name: string;
  readonly email: string;
  /** `null` for none. */
  readonly unitId?: string | null;
  /** E-mail address or employee number; `null` for none. */
  readonly supervisor?: string | null;
}

export interface NewPlace {
  readonly agencyId: string;
  readonly workingAgencyId?: string;
}

export interface TeamRow {
  readonly personId: string;
  readonly name: string;
  readonly email: string;
  readonly maskedEmployeeNumber?: string;
  readonly status: PersonView['status'];
}

/** Something that is required of somebody and not finished. */
export interface TeamDutyView {
  readonly course: LanguageMap;
  readonly dueOn?: string;
  readonly isOverdue: boolean;
  /** `required`: not open yet. */
  readonly state: 'required' | 'enrolled' | 'started';
}

/** Somebody of a team, as far as a supervisor's position allows. */
export interface TeamMemberView extends TeamRow {
  readonly standing: 'on-track' | 'at-risk' | 'overdue';
  readonly jp: { readonly year: number; readonly recognised: Jp; readonly minimum?: Jp };
  /** Who is due first before the others. */
  readonly open: readonly TeamDutyView[];
  /** Courses of a programme that are done, while some are not; absent: there is none. */
  readonly programmes?: readonly { readonly title: string; readonly done: number; readonly all: number }[];
  /** Obligations from which the agency has excepted them; why is not a supervisor's matter. */
  readonly exempt?: readonly { readonly title: string; readonly until?: string }[];
}

/** Somebody whom others name as their supervisor, without the role of one. */
export interface NamedSupervisorView extends TeamRow {
  /** How many name them. */
  readonly team: number;
  /** False: somebody else gives it to them. */
  readonly mayGive: boolean;
}

export interface NamedSupervisorsView {
  /** The first hundred. */
  readonly people: readonly NamedSupervisorView[];
  /** All of them. */
  readonly count: number;
  /** False: the agency is so large that not everybody was looked at. */
  readonly isComplete: boolean;
}

/** Refusals about a field name it as the forms do: `/name`, `/email`, `/unitId`, `/supervisor`, `/agencyId`… */
export interface PeoplePorts {
  /** The session of this request looks at the portal as the person from now on, for a while. */
  viewAs(
    person: PersonPrincipal,
    request: Request,
    viewing: { readonly personId: string; readonly reason: string },
  ): Promise<void>;
  /** Ends that; harmless where nothing is to end. */
  endViewing(request: Request): Promise<void>;
  personOf(reader: PersonPrincipal, personId: string): Promise<PersonView>;
  change(reader: PersonPrincipal, personId: string, details: PersonDetails): Promise<void>;
  /** Refusals name `/status`, `/contractFrom`, `/number`, `/level`, `/statusFrom`, `/postFrom`. */
  changeService(reader: PersonPrincipal, personId: string, change: ServiceChange): Promise<void>;
  assignRoles(reader: PersonPrincipal, personId: string, roles: readonly Role[]): Promise<void>;
  /** In the reader's own agency. */
  namedSupervisors(reader: PersonPrincipal): Promise<NamedSupervisorsView>;
  /** Gives these people of the reader's agency the role of supervisor; other roles stay. */
  giveSupervisorRole(reader: PersonPrincipal, personIds: readonly string[]): Promise<void>;
  /** Unit and supervisor are kept where they still fit. */
  move(reader: PersonPrincipal, personId: string, place: NewPlace): Promise<void>;
  disable(reader: PersonPrincipal, personId: string): Promise<void>;
  enable(reader: PersonPrincipal, personId: string): Promise<void>;
  /** Where an operator can move people to. */
  agencies(reader: PersonPrincipal): Promise<readonly { readonly agencyId: string; readonly name: string }[]>;
  /** Of the agency named, or of the reader's own. */
  unitTreeOf(reader: PersonPrincipal, agencyId: string | undefined): Promise<UnitTreeView>;
  unitOf(
    reader: PersonPrincipal,
    at: { readonly agencyId?: string; readonly unitId: string },
  ): Promise<UnitView>;
  /** Of it and all below it. */
  unitPeopleOf(
    reader: PersonPrincipal,
    at: { readonly agencyId?: string; readonly unitId: string; readonly pageToken?: string },
  ): Promise<UnitPeopleView>;
  changeUnit(
    reader: PersonPrincipal,
    at: { readonly agencyId?: string; readonly unitId: string },
    change: {
      readonly name: string;
      readonly parentId: string | null;
      readonly from?: string;
      /** Absent: as it is. */
      readonly province?: string | null;
      readonly remote?: boolean;
    },
  ): Promise<void>;
  /** `null` opens it again. */
  endUnit(
    reader: PersonPrincipal,
    at: { readonly agencyId?: string; readonly unitId: string },
    lastDay: string | null,
  ): Promise<void>;
  unitsOf(
    reader: PersonPrincipal,
    agencyId: string | undefined,
  ): Promise<{ readonly agency: string; readonly units: readonly UnitRow[] }>;
  createUnit(
    reader: PersonPrincipal,
    unit: { readonly agencyId?: string; readonly name: string; readonly parentId?: string },
  ): Promise<void>;
  /** Whom the reader supervises. */
  teamOf(reader: PersonPrincipal): Promise<readonly TeamMemberView[]>;
}
