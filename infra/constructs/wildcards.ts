import { Stack, Validations } from 'aws-cdk-lib';
import { CfnPolicy, type Role } from 'aws-cdk-lib/aws-iam';
import * as z from 'zod';

/** Ends of resources that grants.ts makes, with the actions that may stand before them. */
const granted = [
  { end: '/index/*', actions: /^dynamodb:/, reason: 'The indexes of one table; they have no other name.' },
  {
    end: '/*',
    actions: /^s3:((Get|Put|Delete)Object|ListMultipartUploadParts|AbortMultipartUpload)$/,
    reason: 'The objects of one bucket.',
  },
  {
    end: '/evidence/*',
    actions: /^s3:(Put|Delete)Object$/,
    reason: 'The files of evidence in one bucket, and no others.',
  },
  {
    end: '/seals/*',
    actions: /^s3:(Put|Delete)Object$/,
    reason: 'The sealed files in one bucket, and no others.',
  },
  {
    end: '/transcripts/*',
    actions: /^s3:GetObject$/,
    reason: 'The records of transcripts in one bucket, and no others.',
  },
  {
    end: '/signed-forms/*',
    actions: /^s3:DeleteObject$/,
    reason: 'The forms of sessions in one bucket, and no others.',
  },
] as const;

const list = z.union([z.string().transform((one) => [one]), z.array(z.string())]);
const statementSchema = z.object({ Action: list, Resource: z.unknown() });
const documentSchema = z.object({ Statement: z.array(statementSchema) });
/** An attribute of another stack's resource, with an end. */
const joinSchema = z.object({
  'Fn::Join': z.tuple([z.literal(''), z.tuple([z.object({ 'Fn::ImportValue': z.string() }), z.string()])]),
});

/** Acknowledges to cdk-nag the wildcards that our own grants write, each by itself; any other stays a finding. */
export function acknowledgeGrantedWildcards(role: Role): void {
  // References between stacks have their names only now, when everything is put together.
  role.node.addValidation({
    validate: () => {
      for (const policy of role.node.findAll().filter((child) => child instanceof CfnPolicy)) {
        const { Statement } = documentSchema.parse(Stack.of(role).resolve(policy.policyDocument));
        for (const statement of Statement) acknowledge(role, statement);
      }
      return [];
    },
  });
}

function acknowledge(role: Role, { Action, Resource }: z.infer<typeof statementSchema>): void {
  for (const resource of Array.isArray(Resource) ? Resource : [Resource]) {
    const found = resource === '*' ? serviceWide(Action) : ofOneResource(Action, resource);
    if (!found) continue;
    Validations.of(role).acknowledge({
      id: `AwsSolutions-IAM5[Resource::${found.resource}]`,
      reason: found.reason,
    });
  }
}

function serviceWide(actions: readonly string[]) {
  if (!actions.every((action) => action.startsWith('xray:'))) return undefined;
  return { resource: '*', reason: 'X-Ray has no resources to name.' };
}

function ofOneResource(actions: readonly string[], resource: unknown) {
  const joined = joinSchema.safeParse(resource);
  if (!joined.success) return undefined;
  const [{ 'Fn::ImportValue': name }, end] = joined.data['Fn::Join'][1];
  const rule = granted.find((one) => one.end === end && actions.every((action) => one.actions.test(action)));
  return rule && { resource: `${name}${end}`, reason: rule.reason };
}
