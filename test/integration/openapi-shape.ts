import * as z from 'zod';

/** Keywords of JSON Schema 2020-12 that our descriptions use, with the values they may have. */
const schema: z.ZodType = z.lazy(() =>
  z.union([
    z.strictObject({ $ref: z.string().regex(/^#\/components\/schemas\/\w+$/), description: text.optional() }),
    z.strictObject({
      type: z.enum(['string', 'integer', 'number', 'boolean', 'object', 'array', 'null']).optional(),
      description: text.optional(),
      format: text.optional(),
      enum: z.array(z.unknown()).min(1).optional(),
      const: z.unknown().optional(),
      default: z.unknown().optional(),
      pattern: text.refine((pattern) => new RegExp(pattern, 'u')).optional(),
      minimum: z.number().optional(),
      exclusiveMinimum: z.number().optional(),
      maximum: z.number().optional(),
      minLength: z.int().optional(),
      maxLength: z.int().optional(),
      minItems: z.int().optional(),
      maxItems: z.int().optional(),
      maxProperties: z.int().optional(),
      properties: z.record(z.string(), schema).optional(),
      required: z.array(z.string()).optional(),
      additionalProperties: z.union([z.boolean(), schema]).optional(),
      propertyNames: schema.optional(),
      items: schema.optional(),
      oneOf: z.array(schema).min(1).optional(),
      anyOf: z.array(schema).min(1).optional(),
      allOf: z.array(schema).min(1).optional(),
      discriminator: z.strictObject({ propertyName: z.string() }).optional(),
      examples: z.array(z.unknown()).optional(),
    }),
  ]),
);
const text = z.string().min(1);
const headerObject = z.strictObject({
  description: text.optional(),
  required: z.boolean().optional(),
  schema,
});
const header = z.union([
  z.strictObject({ $ref: z.string().regex(/^#\/components\/headers\/\w+$/) }),
  headerObject,
]);
const content = z.record(
  z.string().regex(/^[\w*.+-]+\/[\w*.+-]+$/),
  z.strictObject({ schema: schema.optional(), example: z.unknown().optional() }),
);
const response = z.union([
  z.strictObject({ $ref: z.string().regex(/^#\/components\/responses\/\w+$/) }),
  z.strictObject({
    description: text,
    headers: z.record(z.string(), header).optional(),
    content: content.optional(),
  }),
]);
const parameter = z
  .strictObject({
    name: text,
    in: z.enum(['query', 'header', 'path']),
    required: z.boolean().optional(),
    description: text.optional(),
    schema,
  })
  .refine((one) => one.in !== 'path' || one.required === true, 'a path parameter is required');
const operation = z.strictObject({
  operationId: z
    .string()
    .regex(/^[a-z]\w*$/)
    .optional(),
  tags: z.array(text),
  summary: text,
  description: text,
  security: z.array(z.partialRecord(z.enum(['basic', 'oauth2', 'session', 'tool']), z.array(text))),
  'x-access': z.array(text),
  parameters: z.array(parameter).optional(),
  requestBody: z
    .strictObject({ required: z.boolean().optional(), description: text.optional(), content })
    .optional(),
  responses: z.record(z.string().regex(/^([1-5]\d\d|[1-5]XX|default)$/), response),
});
const paths = z.record(
  z.string().regex(/^\//),
  z.partialRecord(z.enum(['get', 'put', 'post', 'delete', 'patch']), operation),
);

/** The parts of OpenAPI 3.1.0 that our description uses, strictly: a misspelt or misplaced field is none of them. */
export const openApi = z.strictObject({
  openapi: z.literal('3.1.0'),
  info: z.strictObject({ title: text, version: text, description: text }),
  servers: z.array(z.strictObject({ url: text })).min(1),
  tags: z.array(z.strictObject({ name: text, description: text })),
  paths,
  components: z.strictObject({
    schemas: z.record(z.string().regex(/^\w+$/), schema),
    headers: z.record(z.string().regex(/^\w+$/), headerObject),
    responses: z.record(z.string().regex(/^\w+$/), response),
    securitySchemes: z.record(z.string(), z.looseObject({ type: z.enum(['http', 'oauth2']) })),
  }),
});
