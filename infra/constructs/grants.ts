import type { TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Key } from 'aws-cdk-lib/aws-kms';
import type { Function as Lambda } from 'aws-cdk-lib/aws-lambda';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';

// Exactly the calls that platform/dynamo and platform/objects make. CDK's own grants would also allow scans of whole
// tables, and every reading of a bucket's settings.
const readRows = ['dynamodb:GetItem', 'dynamodb:BatchGetItem', 'dynamodb:Query'];
const changeRows = [
  'dynamodb:PutItem',
  'dynamodb:UpdateItem',
  'dynamodb:DeleteItem',
  'dynamodb:BatchWriteItem',
  'dynamodb:ConditionCheckItem',
];

const objectActions = {
  read: ['s3:GetObject'],
  write: ['s3:PutObject'],
  delete: ['s3:DeleteObject'],
  /** To go on with, complete and give up uploads in parts; starting and sending them is writing. */
  parts: ['s3:ListMultipartUploadParts', 's3:AbortMultipartUpload'],
} as const;

export type ObjectAccess = keyof typeof objectActions | 'list';

export function letReadRows(lambda: Lambda, table: TableV2): void {
  table.grant(lambda, ...readRows);
}

/** How many messages there are, and none of them. */
export function letCountMessages(lambda: Lambda, queue: IQueue): void {
  queue.grant(lambda, 'sqs:GetQueueAttributes');
}

export function letChangeRows(lambda: Lambda, table: TableV2): void {
  table.grant(lambda, ...readRows, ...changeRows);
}

/** `read` also lets see that an object is absent: without the right to list, S3 answers 403 instead of 404. */
export function letUseObjects(lambda: Lambda, bucket: Bucket, accesses: readonly ObjectAccess[]): void {
  const actions = accesses.flatMap((access) => (access === 'list' ? [] : objectActions[access]));
  if (actions.length > 0) {
    lambda.addToRolePolicy(new PolicyStatement({ actions, resources: [bucket.arnForObjects('*')] }));
  }
  if (accesses.some((access) => access === 'read' || access === 'list')) {
    lambda.addToRolePolicy(
      new PolicyStatement({ actions: ['s3:ListBucket'], resources: [bucket.bucketArn] }),
    );
  }
}

/** Files of evidence, and nothing else that lies in the bucket. */
export function letKeepEvidence(lambda: Lambda, bucket: Bucket): void {
  const actions = [...objectActions.write, ...objectActions.delete];
  lambda.addToRolePolicy(new PolicyStatement({ actions, resources: [bucket.arnForObjects('evidence/*')] }));
}

/** Sealed files, and nothing else that lies in the bucket: what was printed stays as it is. */
export function letKeepSealed(lambda: Lambda, bucket: Bucket): void {
  const actions = [...objectActions.write, ...objectActions.delete];
  lambda.addToRolePolicy(new PolicyStatement({ actions, resources: [bucket.arnForObjects('seals/*')] }));
}

/** For erasures: they look for the files of a record, and read none. */
export function letRemoveEvidence(lambda: Lambda, bucket: Bucket): void {
  const resources = [bucket.arnForObjects('evidence/*')];
  lambda.addToRolePolicy(new PolicyStatement({ actions: [...objectActions.delete], resources }));
  const conditions = { StringLike: { 's3:prefix': 'evidence/*' } };
  lambda.addToRolePolicy(
    new PolicyStatement({ actions: ['s3:ListBucket'], resources: [bucket.bucketArn], conditions }),
  );
}

/** For copies of somebody's data: records of their transcripts, and whether there is one. */
export function letReadTranscripts(lambda: Lambda, bucket: Bucket): void {
  const resources = [bucket.arnForObjects('transcripts/*')];
  lambda.addToRolePolicy(new PolicyStatement({ actions: [...objectActions.read], resources }));
  const conditions = { StringLike: { 's3:prefix': 'transcripts/*' } };
  lambda.addToRolePolicy(
    new PolicyStatement({ actions: ['s3:ListBucket'], resources: [bucket.bucketArn], conditions }),
  );
}

/** For forms of sessions alone: what was said goes with whoever is erased, also files that no row names. */
export function letRemoveForms(lambda: Lambda, bucket: Bucket): void {
  const resources = [bucket.arnForObjects('signed-forms/*')];
  lambda.addToRolePolicy(new PolicyStatement({ actions: [...objectActions.delete], resources }));
  const conditions = { StringLike: { 's3:prefix': 'signed-forms/*' } };
  lambda.addToRolePolicy(
    new PolicyStatement({ actions: ['s3:ListBucket'], resources: [bucket.bucketArn], conditions }),
  );
}

/** Exactly the calls that platform/sealing makes. */
export function letUnseal(lambda: Lambda, key: Key): void {
  key.grant(lambda, 'kms:Decrypt');
}

/** Exactly the calls that platform/signing makes. */
export function letSign(lambda: Lambda, key: Key): void {
  key.grant(lambda, 'kms:Sign', 'kms:GetPublicKey');
}

export function letSeal(lambda: Lambda, key: Key): void {
  key.grant(lambda, 'kms:Encrypt', 'kms:Decrypt');
}
