import {
  type LaunchClaimsInput,
  launchClaims,
  roleUris,
  substituteVariables,
  toldAttributes,
  type VariableValues,
  withParameters,
} from '@sinau/lti';
import { targetLinkOf } from './begin-launch.ts';
import { choiceDataOf, type LtiLaunch } from './launch.ts';
import type { CourseIdsPort, LaunchServicesPort, SharedAttributesPort, SharedPerson } from './ports.ts';
import type { LtiTool } from './tool.ts';

export interface TellDeps {
  readonly sharing: SharedAttributesPort;
  readonly services: LaunchServicesPort;
  readonly courseIds: CourseIdsPort;
  /** `iss`, to the letter. */
  readonly issuer: string;
  /** Where choices are answered. */
  readonly choiceAddress: string;
  /** Where learners come back to; it says what the tool has to say, and leads on. */
  readonly returnAddress: string;
}

export const platformName = 'Sinau';
export const platformVersion = '1.0';

/** The claims of the id_token of one launch. What agreements allow is read now, and noted before it leaves. */
export async function tellLaunch(
  deps: TellDeps,
  told: {
    readonly tool: LtiTool;
    readonly launch: LtiLaunch;
    readonly nonce: string;
    readonly nowSeconds: number;
    /** Opens the answer of a choice. */
    readonly choicePass: string;
  },
): Promise<Readonly<Record<string, unknown>>> {
  const { tool, launch, nonce, nowSeconds, choicePass } = told;
  const { providerId, personId, message, course, link } = launch;
  const wishes = customOf(tool, launch);
  const { subject, ...person } = await deps.sharing.disclose({ providerId, personId }, (known) =>
    toldAttributes('launch', known, wishes),
  );
  const roles = [roleUris[launch.role]];
  const platform = {
    ...{ guid: guidOf(deps.issuer), name: platformName, version: platformVersion },
    url: deps.issuer,
  };
  const sourced = await deps.courseIds.sourcedIdsOf(course.courseId);
  const presentation = { target: launch.target, returnUrl: returnUrlOf(deps, launch) };
  // The language of the page that they read says as much of somebody as the one they have chosen for good.
  const locale = person.locale === undefined ? {} : { locale: launch.locale };
  const values: VariableValues = {
    ...variablesOf(launch),
    user: userOf({ subject, ...person }),
    ...{ roles, platform, sourced, presentation, ...locale },
  };
  const { clientId, deploymentId, forPersonId } = launch;
  return launchClaims({
    ...{ message, issuer: deps.issuer, clientId, deploymentId, subject, nonce, nowSeconds, roles, person },
    targetLinkUri: targetLinkOf(tool, launch),
    ...(link && { resourceLink: resourceLinkOf(link) }),
    context: { id: course.courseId, title: course.title },
    sourced,
    custom: substituteVariables(wishes, values),
    platform,
    presentation: { ...presentation, ...locale },
    ...(message === 'LtiDeepLinkingRequest' && { deepLinking: choiceOf(deps, launch, choicePass) }),
    ...(forPersonId !== undefined && {
      forUser: {
        subject: await deps.sharing.subjectOf({ providerId, personId: forPersonId }),
        roles: [roleUris.learner],
      },
    }),
    services: await deps.services.claimsFor({
      ...{ message, tool, courseId: course.courseId },
      ...(link && { resourceLinkId: link.resourceLinkId }),
    }),
  });
}

const guidOf = (issuer: string): string => issuer.replace(/^https?:\/\//, '');

function userOf({ subject, ...person }: SharedPerson): VariableValues['user'] {
  const { employeeNumber, locale: _, ...told } = person;
  return { id: subject, ...told, ...(employeeNumber !== undefined && { sourcedId: employeeNumber }) };
}

function resourceLinkOf({ resourceLinkId, title, placement }: NonNullable<LtiLaunch['link']>) {
  const { text } = placement;
  return { id: resourceLinkId, title, ...(text !== undefined && { description: text }) };
}

/** What a link may put into custom parameters. */
function variablesOf({
  course,
  link,
}: LtiLaunch): Pick<VariableValues, 'context' | 'resourceLink' | 'lineItem'> {
  const context = { id: course.courseId, title: course.title };
  if (!link) return { context };
  const { availableFrom, availableUntil, submissionUntil, lineItem } = link.placement;
  return {
    context,
    resourceLink: {
      ...resourceLinkOf(link),
      ...(availableFrom !== undefined && { availableFrom }),
      ...(availableUntil !== undefined && { availableUntil }),
      ...(submissionUntil !== undefined && { submissionUntil }),
    },
    ...(lineItem && {
      lineItem: {
        maximum: lineItem.scoreMaximum,
        ...(lineItem.tag !== undefined && { tag: lineItem.tag }),
        ...(lineItem.resourceId !== undefined && { resourceId: lineItem.resourceId }),
      },
    }),
  };
}

/** Of the tool, of the kind of message, of the link, of its review: the nearest counts. */
function customOf(tool: LtiTool, { message, link }: LtiLaunch): Readonly<Record<string, string>> {
  const ofMessage = tool.messages.find(({ type }) => type === message)?.custom;
  const isReview = message === 'LtiSubmissionReviewRequest';
  const ofReview = isReview ? link?.placement.lineItem?.submissionReview?.custom : undefined;
  return { ...tool.custom, ...ofMessage, ...link?.placement.custom, ...ofReview };
}

/** Only pages of the portal are led to, so the address needs its path alone. */
function returnUrlOf({ returnAddress, issuer }: TellDeps, { returnUrl }: LtiLaunch): string {
  const to = returnUrl.startsWith(`${issuer}/`) ? returnUrl.slice(issuer.length) : '/';
  return withParameters(returnAddress, { to });
}

function choiceOf(
  { choiceAddress }: TellDeps,
  { course }: LtiLaunch,
  pass: string,
): NonNullable<LaunchClaimsInput['deepLinking']> {
  // Twice, since some tools give back the address alone and others the data as well.
  const data = choiceDataOf(pass);
  return { returnUrl: withParameters(choiceAddress, { for: pass }), data, title: course.title };
}
