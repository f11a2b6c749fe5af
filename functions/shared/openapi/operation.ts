import type { Access, Grant } from '@sinau/kernel';

/** JSON Schema 2020-12, or a part of the OpenAPI document: written by hand, checked by the tests of the doors. */
export type Json = Readonly<Record<string, unknown>>;

/** One operation as its fragment states it; the rest follows from `access`. */
export interface Operation {
  readonly operationId?: string;
  readonly summary: string;
  readonly description?: string;
  /** As declared beside the route; a test compares the two. */
  readonly access: Access;
  readonly parameters?: readonly Json[];
  readonly requestBody?: Json;
  /** Beside these, every operation may answer with problem details. */
  readonly responses: Readonly<Record<string, Json>>;
}

export type Paths = Readonly<Record<string, Readonly<Record<string, Operation>>>>;

export const ref = (name: string): Json => ({ $ref: `#/components/schemas/${name}` });

export const json = (schema: Json, example?: unknown): Json => ({
  'application/json': { schema, ...(example !== undefined && { example }) },
});

export const answer = (description: string, schema?: Json): Json => ({
  description,
  ...(schema && { content: json(schema) }),
});

export const body = (schema: Json, example?: unknown): Json => ({
  required: true,
  content: json(schema, example),
});

export const text: Json = { type: 'string' };
export const uuid: Json = { type: 'string', format: 'uuid' };
export const dateTime: Json = { type: 'string', format: 'date-time' };

export const count: Json = { type: 'integer', minimum: 0 };
export const location: Json = { Location: { schema: text } };

export const list = (items: Json, maxItems?: number): Json => ({
  type: 'array',
  items,
  ...(maxItems !== undefined && { maxItems }),
});

/** An object with these properties and no others. */
export const closed = (properties: Json, required: readonly string[]): Json => ({
  type: 'object',
  additionalProperties: false,
  required,
  properties,
});

export const query = (name: string, schema: Json, description?: string): Json => ({
  name,
  in: 'query',
  schema,
  ...(description && { description }),
});

export const header = (name: string, schema: Json, description: string): Json => ({
  name,
  in: 'header',
  schema,
  description,
});

export const idempotencyKey = header('Idempotency-Key', text, 'Runs the request once.');

export const inPath = (name: string, description: string): Json => ({
  name,
  in: 'path',
  required: true,
  schema: text,
  description,
});

export const required = (parameter: Json): Json => ({ ...parameter, required: true });

/** The operation as it stands in the document, with who may call it in words and as security requirements. */
export function toOpenApi(tag: string, operation: Operation): Json {
  const { access, summary, description, responses, ...rest } = operation;
  return {
    ...rest,
    tags: [tag],
    summary,
    description: [description, `**May be called by:** ${access.map(inWords).join(', or ')}.`]
      .filter(Boolean)
      .join('\n\n'),
    security: access.flatMap(requirementsOf),
    'x-access': access,
    responses: { ...responses, default: { $ref: '#/components/responses/Problem' } },
  };
}

function inWords(grant: Grant): string {
  if (grant === 'anyone') return 'anyone, without credentials';
  if (grant === 'au') return 'a running assignable unit with the token of its session';
  if (grant === 'person') return 'a person who is signed in';
  const [kind, ...name] = grant.split(':');
  if (kind === 'tool') return `a tool of LTI with an access token for \`${name.join(':')}\``;
  return kind === 'scope' ? `an API client with scope \`${name.join(':')}\`` : `a person with role ${name}`;
}

function requirementsOf(grant: Grant): readonly Json[] {
  if (grant === 'anyone') return [{}];
  if (grant === 'au') return [{ session: [] }];
  if (grant.startsWith('tool:')) return [{ tool: [] }];
  return grant.startsWith('scope:')
    ? [{ oauth2: [grant.slice('scope:'.length)] }, { basic: [grant.slice('scope:'.length)] }]
    : [];
}
