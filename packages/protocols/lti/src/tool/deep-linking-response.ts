import { claims } from '../vocabulary.ts';

/** A course that somebody chose, as a link to be placed over there. */
export interface ChosenCourse {
  readonly courseId: string;
  readonly title: string;
  readonly text?: string;
  /** Where the link leads. */
  readonly url: string;
}

/** Seconds that an answer lasts; the browser brings it over at once. */
const answerSeconds = 300;
const scoreMaximum = 100;

/** Name of the custom parameter that says which course a link is about. */
export const courseParameter = 'sinau_course';

/** The claims of an answer (Deep Linking 2.0, 4). Nothing chosen: the person has changed their mind. */
export function deepLinkingResponse(answer: {
  readonly issuer: string;
  readonly clientId: string;
  readonly deploymentId: string;
  readonly nonce: string;
  readonly nowSeconds: number;
  readonly chosen: readonly ChosenCourse[];
  /** With a line item each, where the platform takes them. */
  readonly lineItems: boolean;
  /** Given back only where it came. */
  readonly data?: string;
}): Readonly<Record<string, unknown>> {
  const { issuer, clientId, nonce, nowSeconds, data, lineItems } = answer;
  return {
    iss: clientId,
    aud: issuer,
    iat: nowSeconds,
    exp: nowSeconds + answerSeconds,
    nonce,
    [claims.messageType]: 'LtiDeepLinkingResponse',
    [claims.version]: '1.3.0',
    [claims.deploymentId]: answer.deploymentId,
    [claims.contentItems]: answer.chosen.map(({ courseId, title, text, url }) => ({
      ...{ type: 'ltiResourceLink', url, title },
      ...(text !== undefined && { text }),
      custom: { [courseParameter]: courseId },
      ...(lineItems && { lineItem: { scoreMaximum, label: title, resourceId: courseId } }),
    })),
    ...(data !== undefined && { [claims.data]: data }),
  };
}
