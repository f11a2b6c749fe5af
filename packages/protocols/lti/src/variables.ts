import { courseOffering, type PersonalAttribute, productFamily } from './vocabulary.ts';

/** Everything that a launch may put into custom parameters. Absent: the tool may not know it, or there is none. */
export interface VariableValues {
  readonly resourceLink?: {
    readonly id: string;
    readonly title: string;
    readonly description?: string;
    readonly availableFrom?: string;
    readonly availableUntil?: string;
    readonly submissionUntil?: string;
  };
  readonly context?: { readonly id: string; readonly title: string };
  /** Ids of the course in the systems of its provider. */
  readonly sourced?: CourseSourcedIds;
  readonly user: {
    /** Pairwise pseudonym. */
    readonly id: string;
    readonly name?: string;
    readonly givenName?: string;
    readonly familyName?: string;
    readonly email?: string;
    /** Number of the employer; only where an agreement allows it. */
    readonly sourcedId?: string;
    /** Names of the home agency and the unit, in words. */
    readonly agency?: string;
    readonly unit?: string;
  };
  readonly roles: readonly string[];
  readonly platform: {
    readonly guid: string;
    readonly name: string;
    readonly version: string;
    readonly url?: string;
  };
  readonly lineItem?: { readonly tag?: string; readonly resourceId?: string; readonly maximum?: number };
  /** In which the person reads; absent: nobody has agreed that the tool may know. */
  readonly locale?: string;
  /** Of a launch; a roster is shown nowhere. */
  readonly presentation?: { readonly target: string; readonly returnUrl?: string };
}

/** What a provider calls a course of ours in its own systems (LIS 2.0). */
export interface CourseSourcedIds {
  /** Of the course. */
  readonly offering?: string;
  /** Of the class. */
  readonly section?: string;
}

type Reader = (values: VariableValues) => string | undefined;

/** LTI core 1.3, appendix B, the parameters of the services, and two of our own (6.1 allows them under a name of the platform). */
const readers: Readonly<Record<string, Reader>> = {
  'ResourceLink.id': ({ resourceLink }) => resourceLink?.id,
  'ResourceLink.title': ({ resourceLink }) => resourceLink?.title,
  'ResourceLink.description': ({ resourceLink }) => resourceLink?.description,
  'ResourceLink.available.startDateTime': ({ resourceLink }) => resourceLink?.availableFrom,
  'ResourceLink.available.endDateTime': ({ resourceLink }) => resourceLink?.availableUntil,
  'ResourceLink.submission.endDateTime': ({ resourceLink }) => resourceLink?.submissionUntil,
  'Context.id': ({ context }) => context?.id,
  // Nothing here is copied under another id.
  'Context.id.history': ({ context }) => context && '',
  'Context.title': ({ context }) => context?.title,
  'Context.label': ({ context }) => context?.id,
  'Context.type': ({ context }) => context && courseOffering,
  'Context.sourcedId': ({ sourced }) => sourced?.section ?? sourced?.offering,
  'CourseOffering.sourcedId': ({ sourced }) => sourced?.offering,
  'CourseOffering.title': ({ context }) => context?.title,
  'CourseSection.sourcedId': ({ sourced }) => sourced?.section,
  'User.id': ({ user }) => user.id,
  'User.username': ({ user }) => user.sourcedId,
  'Person.sourcedId': ({ user }) => user.sourcedId,
  'Person.name.full': ({ user }) => user.name,
  'Person.name.given': ({ user }) => user.givenName,
  'Person.name.family': ({ user }) => user.familyName,
  'Person.email.primary': ({ user }) => user.email,
  'Sinau.Person.agency': ({ user }) => user.agency,
  'Sinau.Person.unit': ({ user }) => user.unit,
  'Membership.role': ({ roles }) => roles.join(','),
  'ToolPlatformInstance.guid': ({ platform }) => platform.guid,
  'ToolPlatformInstance.name': ({ platform }) => platform.name,
  'ToolPlatformInstance.url': ({ platform }) => platform.url,
  'ToolPlatform.productFamilyCode': () => productFamily,
  'ToolPlatform.version': ({ platform }) => platform.version,
  'LineItem.tag': ({ lineItem }) => lineItem?.tag,
  'LineItem.resourceId': ({ lineItem }) => lineItem?.resourceId,
  'LineItem.resultValue.max': ({ lineItem }) =>
    lineItem?.maximum === undefined ? undefined : String(lineItem.maximum),
  'Message.locale': ({ locale }) => locale,
  'Message.documentTarget': ({ presentation }) => presentation?.target,
  'Message.returnUrl': ({ presentation }) => presentation?.returnUrl,
};

/** As they stand in the discovery document. */
export const variableNames: readonly string[] = Object.keys(readers);

/** What of a person these variables would tell, were it agreed. */
const personal: Readonly<Record<string, PersonalAttribute>> = {
  'User.username': 'employee-number',
  'Person.sourcedId': 'employee-number',
  'Person.name.full': 'name',
  'Person.name.given': 'name',
  'Person.name.family': 'name',
  'Person.email.primary': 'email',
  'Sinau.Person.agency': 'agency',
  'Sinau.Person.unit': 'unit',
  'Message.locale': 'locale',
};

/** Personal data that parameters ask for by their variables. */
export function attributesAsked(custom: Readonly<Record<string, string>>): ReadonlySet<PersonalAttribute> {
  const names = Object.values(custom).flatMap((text) => (text.startsWith('$') ? [text.slice(1)] : []));
  return new Set(names.flatMap((name) => (Object.hasOwn(personal, name) ? (personal[name] ?? []) : [])));
}

/**
 * Puts values in the place of variables. A parameter is a variable as a whole or not at all; one that is unknown, or
 * whose value the tool may not know, stays as it was written (LTI core 1.3, 6.1).
 */
export function substituteVariables(
  custom: Readonly<Record<string, string>>,
  values: VariableValues,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(custom).map(([name, text]) => {
      const reader = text.startsWith('$') ? ownReader(text.slice(1)) : undefined;
      return [name, reader?.(values) ?? text];
    }),
  );
}

const ownReader = (name: string): Reader | undefined =>
  Object.hasOwn(readers, name) ? readers[name] : undefined;
