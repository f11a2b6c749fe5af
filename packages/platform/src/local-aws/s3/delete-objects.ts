import { createHash } from 'node:crypto';
import { checksumOf } from './checksum.ts';
import { S3Refusal } from './refusal.ts';
import { escapeXml, headerOf, readDocument, reply, type S3Request, unescapeXml } from './s3-request.ts';

const largestBody = 4 * 2 ** 20;

export async function deleteObject(request: S3Request): Promise<void> {
  await request.files.remove(request.target.bucket, request.target.key);
  reply(request, 204);
}

/** DeleteObjects: up to 1,000 keys. Deleting an absent key succeeds, as in S3. */
export async function deleteObjects(request: S3Request): Promise<void> {
  const { files, target } = request;
  const body = await readBody(request);
  const keys = [...body.matchAll(/<Key>([^<]*)<\/Key>/g)].map(([, key = '']) => unescapeXml(key));
  if (keys.length === 0 || keys.length > 1_000 || !/^\s*(<\?xml[^>]*>\s*)?<Delete[\s>]/.test(body)) {
    throw new S3Refusal(400, 'MalformedXML', 'a Delete document names 1 to 1,000 keys');
  }
  for (const key of keys) await files.remove(target.bucket, key);
  const quiet = /<Quiet>\s*true\s*<\/Quiet>/.test(body);
  const deleted = quiet ? [] : keys.map((key) => `<Deleted><Key>${escapeXml(key)}</Key></Deleted>`);
  reply(request, 200, { xml: `<DeleteResult>${deleted.join('')}</DeleteResult>` });
}

async function readBody(request: S3Request): Promise<string> {
  const body = await readDocument(request, largestBody);
  checkIntegrity(request, body);
  return body.toString('utf8');
}

/** S3 demands a digest of the list; the signed payload hash is checked as well. */
function checkIntegrity(request: S3Request, body: Buffer): void {
  const { req } = request;
  const md5 = headerOf(request, 'content-md5');
  if (md5 !== undefined && createHash('md5').update(body).digest('base64') !== md5) throw badDigest();
  const name = Object.keys(req.headers).find((header) => header.startsWith('x-amz-checksum-'));
  const sum = name === undefined ? undefined : checksumOf(name);
  if (name !== undefined && sum !== undefined) {
    sum.update(body);
    if (sum.base64() !== headerOf(request, name)) throw badDigest();
  }
  if (md5 === undefined && sum === undefined) {
    throw new S3Refusal(400, 'InvalidRequest', 'Missing required header for this request: Content-MD5');
  }
}

function badDigest(): S3Refusal {
  return new S3Refusal(400, 'BadDigest', 'the body does not match the checksum that was sent with it');
}
