import { GetObjectCommand, PutObjectCommand, type S3Client, UploadPartCommand } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { attachmentDisposition } from './attachment-disposition.ts';
import type { ObjectStore, UploadsInParts } from './object-store.ts';

interface Bucket {
  readonly client: S3Client;
  readonly bucket: string;
}

/** Content type and length are signed headers: another type, or one byte more or less, is answered 403. */
export async function presignPut(
  door: Bucket,
  input: Parameters<ObjectStore['presignPut']>[0],
): Promise<string> {
  const command = new PutObjectCommand({
    Bucket: door.bucket,
    Key: input.key,
    ContentType: input.contentType,
    ContentLength: input.sizeBytes,
  });
  command.middlewareStack.add((next) => (args) => next(withoutChecksum(args)), lateInBuild);
  return getSignedUrl(door.client, command, {
    expiresIn: input.expiresInSeconds,
    signableHeaders: new Set(['host', 'content-type', 'content-length']),
  });
}

/** The length is a signed header, as of a whole object. */
export async function presignPart(
  door: Bucket,
  input: Parameters<UploadsInParts['presignPart']>[0],
): Promise<string> {
  const command = new UploadPartCommand({
    ...{ Bucket: door.bucket, Key: input.key, UploadId: input.uploadId },
    ...{ PartNumber: input.partNumber, ContentLength: input.sizeBytes },
  });
  command.middlewareStack.add((next) => (args) => next(withoutChecksum(args)), lateInBuild);
  return getSignedUrl(door.client, command, {
    expiresIn: input.expiresInSeconds,
    signableHeaders: new Set(['host', 'content-length']),
  });
}

const lateInBuild = { step: 'build', priority: 'low', name: 'withoutChecksumOfEmptyBody' } as const;

/** The SDK would sign the checksum of the empty body it sees here, and S3 would refuse every upload. */
function withoutChecksum<Args extends { request: unknown }>(args: Args): Args {
  const { headers } = args.request as { headers: Record<string, string> };
  delete headers['x-amz-checksum-crc32'];
  delete headers['x-amz-sdk-checksum-algorithm'];
  return args;
}

export function presignGet(door: Bucket, input: Parameters<ObjectStore['presignGet']>[0]): Promise<string> {
  const command = new GetObjectCommand({
    Bucket: door.bucket,
    Key: input.key,
    ...(input.fileName !== undefined && {
      ResponseContentDisposition: attachmentDisposition(input.fileName),
    }),
  });
  return getSignedUrl(door.client, command, { expiresIn: input.expiresInSeconds });
}
