import { dateTime, type Json, type Operation, ref, text } from './operation.ts';

const versionHeader: Json = { $ref: '#/components/headers/XapiVersion' };

export const xapiVersion: Json = {
  description:
    'The version that the answer follows: that of the request, or 0.95 when it named none that is known.',
  schema: { enum: ['1.0.3', '2.0.0', '0.95'] },
};

export const consistentThrough: Json = {
  'X-Experience-API-Consistent-Through': {
    description: 'Nothing new will appear with `stored` at or before this time. On refusals as well.',
    schema: dateTime,
  },
};

export const lastModified: Json = {
  'Last-Modified': { description: 'When it was stored.', schema: text },
};

export const entityTag: Json = {
  ETag: { description: 'SHA-1 of the content in quotes; for `If-Match`.', schema: text },
};

const refusals: Readonly<Record<number, readonly [name: string, description: string]>> = {
  400: [
    'XapiInvalid',
    'The version header, a parameter or the content is not right; `issues` name the place and, where the specification has one, the requirement. Unknown parameters are refused.',
  ],
  401: ['XapiUnknownCaller', 'Credentials are missing, wrong or ended.'],
  403: [
    'XapiForbidden',
    'The scopes of the client, its tenant or the rules of the session do not allow this.',
  ],
  404: ['XapiNotFound', 'There is no such thing, or it is not yours to see.'],
  409: [
    'XapiConflict',
    'Another statement has the id; or a document exists and the request does not say which one it means.',
  ],
  412: ['XapiPrecondition', 'The document is not, or no more, the one that the condition names.'],
  413: ['XapiTooLarge', 'The body or the number of statements is larger than is taken here.'],
};

/** Refusals of one operation, by status. */
export function refusalsOf(...statuses: readonly number[]): Readonly<Record<string, Json>> {
  return Object.fromEntries(
    statuses.map((status) => [status, { $ref: `#/components/responses/${refusals[status]?.[0]}` }]),
  );
}

/** What each refusal of the record store means. */
export const xapiRefusals: Json = Object.fromEntries(
  Object.values(refusals).map(([name, description]) => [
    name,
    {
      description,
      headers: { 'X-Experience-API-Version': versionHeader },
      content: { 'application/problem+json': { schema: ref('Problem') } },
    },
  ]),
);

/** The operation with what every answer of the record store says: the version. */
export function versioned(operation: Operation): Operation {
  const responses = Object.entries(operation.responses).map(([status, response]) => {
    if ('$ref' in response) return [status, response];
    const { headers = {} } = response as { readonly headers?: Json };
    return [status, { ...response, headers: { 'X-Experience-API-Version': versionHeader, ...headers } }];
  });
  return { ...operation, responses: Object.fromEntries(responses) as Operation['responses'] };
}
