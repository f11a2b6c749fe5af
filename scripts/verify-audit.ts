// Walks over the audit log and names the first broken line of each chain. On this machine while the server is stopped;
// with --aws in AWS, also while everything runs.
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Check } from '@sinau/audit';
import { StartRefused } from '../functions/dev-server/options.ts';
import { verifyHere } from '../functions/dev-server/verify-here.ts';

const usage = `Usage: npm run verify-audit -- [--aws]

  --aws   in AWS, with LMS_TABLE, SIGNING_SECRET_ARN and AWS_REGION as housekeeping has them;
          without it, in the data folder (DATA_DIR) of this machine
`;

try {
  const { values } = parseArgs({ options: { aws: { type: 'boolean' } } });
  const check = values.aws
    ? await (await import('../functions/housekeeping/verify-in-aws.ts')).verifyInAws(process.env)
    : await verifyHere(resolve(process.env.DATA_DIR ?? '.data'));
  process.stdout.write(textOf(check));
  if (check.findings.length > 0) process.exitCode = 1;
} catch (error) {
  const isOurs = error instanceof StartRefused;
  const isUsage = error instanceof TypeError && 'code' in error;
  if (!isOurs && !isUsage) throw error;
  process.stderr.write(`${error.message}\n${isUsage ? usage : ''}`);
  process.exitCode = 2;
}

function textOf({ chains, lines, findings }: Check): string {
  const walked = `${chains} chains, ${lines} lines: ${findings.length === 0 ? 'whole' : 'BROKEN'}\n`;
  const broken = findings.map(({ chain, number, flaw }) => `${chain}: line ${number} is ${flaw}\n`);
  return `${walked}${broken.join('')}`;
}
