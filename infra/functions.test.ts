import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { referredBy, textOf } from './testing/references.ts';
import { allowances } from './testing/statements.ts';
import { type Resource, sinau } from './testing/synthesise.ts';

const functionsDir = resolve(import.meta.dirname, '../functions');
const names = readdirSync(functionsDir, { withFileTypes: true })
  .filter(
    (entry) => entry.isDirectory() && readdirSync(join(functionsDir, entry.name)).includes('handler.ts'),
  )
  .map(({ name }) => name);
const environmentSchema = z.object({ Variables: z.record(z.string(), z.unknown()) });
const attributeSchema = z.object({ 'Fn::GetAtt': z.tuple([z.string(), z.string()]) });

const ours = () =>
  sinau()
    .ofType('AWS::Lambda::Function')
    .filter(({ properties }) => typeof properties.FunctionName === 'string');

function functionOf(name: string): Resource {
  const found = ours().find(({ properties }) => String(properties.FunctionName).endsWith(`-${name}`));
  if (!found) throw new Error(`no stack deploys functions/${name}`);
  return found;
}

const variablesOf = (lambda: Resource) => environmentSchema.parse(lambda.properties.Environment).Variables;

describe.each(names)('function %s', (name) => {
  it('runs on Node 24 on arm64, with a role and a log of its own', () => {
    const { properties } = functionOf(name);
    expect(properties).toMatchObject({
      Runtime: 'nodejs24.x',
      Architectures: ['arm64'],
      Handler: 'index.handler',
      TracingConfig: { Mode: 'Active' },
      LoggingConfig: { LogFormat: 'JSON', LogGroup: expect.anything() },
    });
    const sharing = ours().filter((one) => textEqual(one.properties.Role, properties.Role));
    expect(sharing.filter(({ stack }) => stack === functionOf(name).stack)).toHaveLength(1);
  });

  it('is given every setting that its env.ts asks for, and starts with them', async () => {
    const { envSchema } = (await import(join(functionsDir, name, 'env.ts'))) as { envSchema: z.ZodObject };
    const given = Object.entries(variablesOf(functionOf(name))).map(([key, value]) =>
      key.endsWith('_ARN') ? [key.slice(0, -4), 'x'.repeat(64)] : [key, textOf(value)],
    );
    const parsed = envSchema.safeParse(Object.fromEntries(given));
    expect(parsed.error?.issues ?? []).toEqual([]);
    const asked = Object.keys(envSchema.shape);
    expect(given.map(([key]) => key).filter((key) => !asked.includes(String(key)))).toEqual([]);
  });

  it('reaches exactly the tables, buckets, queues and secrets that its environment names', () => {
    const lambda = functionOf(name);
    const named = kept(referredBy(sinau(), variablesOf(lambda), lambda.stack));
    const [role] = attributeSchema.parse(lambda.properties.Role)['Fn::GetAtt'];
    const reached = allowances(sinau())
      .filter(
        ({ holder }) => holder.stack === lambda.stack && holder.id.startsWith(`${role.slice(0, -8)}Default`),
      )
      // What feeds it or takes its failures is no business of its own code, unless it feeds itself.
      .filter(
        ({ statement: { Action } }) =>
          Action.includes('sqs:SendMessage') || !Action.some((action) => feeding.test(action)),
      )
      .flatMap(({ statement }) => [...referredBy(sinau(), statement.Resource, lambda.stack)]);
    expect(kept(new Set(reached))).toEqual(named);
  });
});

it('F3: no function may send to addresses inside', () => {
  for (const lambda of ours()) expect(variablesOf(lambda)).not.toHaveProperty('PUSH_ALLOW_LOOPBACK');
});

const feeding = /:(ReceiveMessage|GetRecords|ListStreams|DescribeStream)$/;
const keeping = [
  'AWS::DynamoDB::GlobalTable',
  'AWS::S3::Bucket',
  'AWS::SQS::Queue',
  'AWS::SecretsManager::Secret',
];

function kept(resources: ReadonlySet<Resource>): string[] {
  return [...resources]
    .filter(({ type, id }) => keeping.includes(type) && !/DeadLetters/.test(id))
    .map(({ id }) => id)
    .toSorted();
}

/** The CDK's own function that copies assets into a bucket when they are deployed, and only then. */
const isDeployer = ({ id }: Resource) => id.startsWith('CustomCDKBucketDeployment');

describe('documents of people', () => {
  it.each([
    ['housekeeping', 's3:DeleteObject', 'evidence/*'],
    ['housekeeping', 's3:DeleteObject', 'signed-forms/*'],
    ['housekeeping', 's3:GetObject', 'transcripts/*'],
    ['certifier', 's3:DeleteObject', 'signed-forms/*'],
  ])('let %s do %s with %s', (name, action, objects) => {
    const lambda = functionOf(name);
    const [role] = attributeSchema.parse(lambda.properties.Role)['Fn::GetAtt'];
    const allowed = allowances(sinau()).filter(
      ({ holder, statement: { Action, Resource } }) =>
        holder.id.startsWith(`${role.slice(0, -8)}Default`) &&
        Action.includes(action) &&
        JSON.stringify(Resource).includes(`/${objects}`),
    );
    expect(allowed).toHaveLength(1);
  });

  it('let housekeeping see which files of a record, and of a form, there are, and those alone', () => {
    const [role] = attributeSchema.parse(functionOf('housekeeping').properties.Role)['Fn::GetAtt'];
    const seen = allowances(sinau())
      .filter(({ holder }) => holder.id.startsWith(`${role.slice(0, -8)}Default`))
      .filter(
        ({ statement: { Action, Resource } }) =>
          Action.includes('s3:ListBucket') && JSON.stringify(Resource).includes('Documents'),
      )
      .map(({ statement }) => statement.Condition);
    expect(seen).toEqual(
      ['evidence/*', 'signed-forms/*', 'transcripts/*'].map((prefix) => ({
        StringLike: { 's3:prefix': prefix },
      })),
    );
  });

  it('let no erasure take what was issued', () => {
    const gone = allowances(sinau()).filter(
      ({ statement: { Action, Resource } }) =>
        Action.includes('s3:DeleteObject') && /\/(certificates|transcripts)\//.test(JSON.stringify(Resource)),
    );
    expect(gone).toEqual([]);
  });
});

describe('roles', () => {
  it('are allowed no action by a wildcard', () => {
    const actions = allowances(sinau())
      .filter(({ holder }) => !isDeployer(holder))
      .flatMap(({ statement }) => statement.Action);
    expect(actions.length).toBeGreaterThan(20);
    expect(actions.filter((action) => action.includes('*'))).toEqual([]);
  });

  it('are allowed nothing on all resources but to send traces', () => {
    const wide = allowances(sinau()).filter(({ statement }) => statement.Resource.includes('*'));
    expect(new Set(wide.flatMap(({ statement }) => statement.Action))).toEqual(
      new Set(['xray:PutTelemetryRecords', 'xray:PutTraceSegments']),
    );
  });

  it('of ours carry no policy that AWS manages', () => {
    const roles = sinau()
      .ofType('AWS::IAM::Role')
      .filter((role) => !role.id.startsWith('CustomCrossRegion') && !isDeployer(role));
    for (const { id, properties } of roles)
      expect([id, properties.ManagedPolicyArns]).toEqual([id, undefined]);
  });

  it('let no function scan a table', () => {
    const actions = allowances(sinau()).flatMap(({ statement }) => statement.Action);
    expect(actions).not.toContain('dynamodb:Scan');
  });
});

function textEqual(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
