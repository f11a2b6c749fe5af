// Makes what streams make from what was recorded: lines that agency feeds lack, when learners were last active, courses
// that were satisfied, statistics of courses, numbers of agencies. On this machine while the server is stopped; with --aws in AWS, also while everything runs.
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { AgencyId } from '@sinau/kernel';
import { StartRefused } from '../functions/dev-server/options.ts';
import { rebuildHere } from '../functions/dev-server/rebuild-here.ts';
import type { RebuildOptions, RebuildReport } from '../functions/projector/rebuild-projections.ts';

const usage = `Usage: npm run rebuild-projections -- [--agency ID] [--after POSITION] [--aws]

  --agency ID       only the feed of this agency, and nothing of enrolments
  --after POSITION  go on after this commit; a stopped rebuild names the last one
  --aws             in AWS, with LMS_TABLE, LRS_TABLE, LRS_BUCKET, ISSUER_URL and FEED_LANES as the
                    projector has them, and CONTENT_BUCKET; without it, in the data folder (DATA_DIR) of this machine
`;

try {
  const { values } = parseArgs({
    options: { agency: { type: 'string' }, after: { type: 'string' }, aws: { type: 'boolean' } },
  });
  const options: RebuildOptions = {
    ...(values.agency !== undefined && { agencyId: values.agency as AgencyId }),
    ...(values.after !== undefined && { after: values.after }),
    onProgress: (report) => process.stderr.write(`${lineOf(report)}\n`),
  };
  const report = values.aws
    ? await (await import('../functions/projector/rebuild-in-aws.ts')).rebuildInAws(process.env, options)
    : await rebuildHere(resolve(process.env.DATA_DIR ?? '.data'), options);
  process.stdout.write(`${JSON.stringify(report)}\n`);
} catch (error) {
  const isOurs = error instanceof StartRefused;
  const isUsage = error instanceof TypeError && 'code' in error;
  if (!isOurs && !isUsage) throw error;
  process.stderr.write(`${error.message}\n${isUsage ? usage : ''}`);
  process.exitCode = 1;
}

function lineOf({ commits, lines, completed, last }: RebuildReport): string {
  return `${commits} commits, ${lines} lines added, ${completed} enrolments completed; at ${last}`;
}
