import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  ListPartsCommand,
  type S3Client,
} from '@aws-sdk/client-s3';
import type { RetryPolicy } from '../retry/call-aws.ts';
import type { UploadedPart, UploadsInParts } from './object-store.ts';
import { presignPart } from './presign.ts';

interface Door {
  readonly client: S3Client;
  readonly bucket: string;
  readonly call: <Result>(call: () => Promise<Result>, policy?: Partial<RetryPolicy>) => Promise<Result>;
}

export function s3UploadsInParts(door: Door): UploadsInParts {
  const { client, bucket, call } = door;
  return {
    start: async ({ key, contentType }) => {
      const command = new CreateMultipartUploadCommand({
        ...{ Bucket: bucket, Key: key, ContentType: contentType },
      });
      const { UploadId } = await call(() => client.send(command));
      if (UploadId === undefined) throw new Error('an upload without an id');
      return UploadId;
    },
    presignPart: (input) => presignPart(door, input),
    listParts: (input) => listParts(door, input),
    complete: (input) => complete(door, input),
    abort: async ({ key, uploadId }) => {
      const command = new AbortMultipartUploadCommand({ Bucket: bucket, Key: key, UploadId: uploadId });
      await call(() => client.send(command)).catch((error: unknown) => {
        if (!isGone(error)) throw error;
      });
    },
  };
}

async function listParts(
  door: Door,
  { key, uploadId }: Parameters<UploadsInParts['listParts']>[0],
): Promise<readonly UploadedPart[] | undefined> {
  const parts: UploadedPart[] = [];
  let marker: string | undefined;
  try {
    do {
      const page = await door.call(() =>
        door.client.send(
          new ListPartsCommand({
            ...{ Bucket: door.bucket, Key: key, UploadId: uploadId },
            ...(marker !== undefined && { PartNumberMarker: marker }),
          }),
        ),
      );
      for (const { PartNumber = 0, Size = 0, ETag = '' } of page.Parts ?? []) {
        parts.push({ partNumber: PartNumber, sizeBytes: Size, etag: ETag });
      }
      marker = page.IsTruncated ? page.NextPartNumberMarker : undefined;
    } while (marker !== undefined);
    return parts;
  } catch (error) {
    if (isGone(error)) return undefined;
    throw error;
  }
}

async function complete(
  door: Door,
  { key, uploadId, parts }: Parameters<UploadsInParts['complete']>[0],
): Promise<'stored' | 'mismatch' | 'absent'> {
  const command = new CompleteMultipartUploadCommand({
    ...{ Bucket: door.bucket, Key: key, UploadId: uploadId },
    MultipartUpload: { Parts: parts.map(({ partNumber, etag }) => ({ PartNumber: partNumber, ETag: etag })) },
  });
  try {
    await door.call(() => door.client.send(command));
    return 'stored';
  } catch (error) {
    // NOTE: after a try that timed out but was done, `absent` speaks of the caller's own object.
    if (isGone(error)) return 'absent';
    const name = error instanceof Error ? error.name : '';
    if (/^(?:InvalidPart|InvalidPartOrder|EntityTooSmall|MalformedXML)$/.test(name)) return 'mismatch';
    throw error;
  }
}

function isGone(error: unknown): boolean {
  return error instanceof Error && (error.name === 'NoSuchUpload' || error.name === 'NotFound');
}
