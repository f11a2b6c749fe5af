import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { acknowledged, type CrashLoad, statementAbout, xapiHeaders } from './load.ts';

interface Sent {
  readonly id: string;
  readonly sha2: string;
  acknowledged: boolean;
}

/** Statements with data beside them: a statement that is there has its very bytes, and an acknowledged one is there. */
export function attachmentLoad(): CrashLoad {
  const totals = { statements: 0, acknowledged: 0, withoutData: 0, lost: 0 };
  let open: Sent[] = [];
  return {
    name: 'attachments',
    totals,
    faults: ['withoutData', 'lost'],
    async send(dev) {
      const bytes = randomBytes(1_000 + Math.floor(Math.random() * 60_000));
      const sha2 = createHash('sha256').update(bytes).digest('hex');
      const sent: Sent = { id: randomUUID(), sha2, acknowledged: false };
      open.push(sent);
      const attachment = {
        usageType: 'https://sinau.example/attachment',
        display: { en: 'random bytes' },
        contentType: 'application/octet-stream',
        length: bytes.length,
        sha2,
      };
      const body = multipart(statementAbout(dev, sent.id, { attachments: [attachment] }), sha2, bytes);
      const headers = { ...xapiHeaders(dev), 'content-type': `multipart/mixed; boundary=${boundary}` };
      const address = `${dev.xapi.endpoint}/statements`;
      sent.acknowledged = await acknowledged(() => fetch(address, { method: 'POST', headers, body }));
    },
    async check(dev) {
      const all = open;
      open = [];
      for (const { id, sha2, acknowledged: promised } of all) {
        totals.statements += 1;
        if (promised) totals.acknowledged += 1;
        const address = `${dev.xapi.endpoint}/statements?statementId=${id}&attachments=true`;
        const response = await fetch(address, { headers: xapiHeaders(dev) });
        const answer = Buffer.from(await response.arrayBuffer());
        if (response.status === 404) {
          if (promised) totals.lost += 1;
        } else if (response.status !== 200 || !holdsData(answer, sha2)) totals.withoutData += 1;
      }
    },
  };
}

const boundary = 'crash-bench-boundary';

function multipart(statement: object, sha2: string, bytes: Buffer): Buffer<ArrayBuffer> {
  const head = [
    `--${boundary}`,
    'Content-Type: application/json',
    '',
    JSON.stringify(statement),
    `--${boundary}`,
    'Content-Type: application/octet-stream',
    'Content-Transfer-Encoding: binary',
    `X-Experience-API-Hash: ${sha2}`,
    '',
    '',
  ].join('\r\n');
  return Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]);
}

/** Whether a multipart answer has a second part whose bytes have this hash. */
function holdsData(answer: Buffer, sha2: string): boolean {
  const begin = answer.indexOf('\r\n\r\n', answer.indexOf(sha2, answer.indexOf('\r\n--')));
  const end = answer.lastIndexOf('\r\n--', answer.length - 5);
  const data = answer.subarray(begin + 4, end);
  return createHash('sha256').update(data).digest('hex') === sha2;
}
