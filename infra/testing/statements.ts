import * as z from 'zod';
import type { Resource, Synthesised } from './synthesise.ts';

const list = z.union([z.string().transform((one) => [one]), z.array(z.string())]);
const documentSchema = z.object({
  Statement: z.array(
    z.object({
      Effect: z.string(),
      Action: list,
      Condition: z.unknown().optional(),
      Resource: z
        .unknown()
        .transform((resource): readonly unknown[] => (Array.isArray(resource) ? resource : [resource])),
    }),
  ),
});
const inlineSchema = z.array(z.object({ PolicyDocument: documentSchema }));

export type Statement = z.infer<typeof documentSchema>['Statement'][number];

/** What roles are allowed: the statements of each policy, with the resource that holds it. */
export function allowances(app: Synthesised): readonly { readonly holder: Resource; statement: Statement }[] {
  const of = (holder: Resource, document: unknown) =>
    documentSchema
      .parse(document)
      .Statement.filter(({ Effect }) => Effect === 'Allow')
      .map((statement) => ({ holder, statement }));
  const attached = app
    .ofType('AWS::IAM::Policy')
    .flatMap((policy) => of(policy, policy.properties.PolicyDocument));
  const inline = app
    .ofType('AWS::IAM::Role')
    .flatMap((role) =>
      inlineSchema
        .parse(role.properties.Policies ?? [])
        .flatMap(({ PolicyDocument }) => of(role, PolicyDocument)),
    );
  return [...attached, ...inline];
}
