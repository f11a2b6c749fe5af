import type { Clock, Principal } from '@sinau/kernel';
import { agencyOf } from './agency-of.ts';
import { ExportNotFound, ExportNotReady } from './errors.ts';
import { type ExportId, type ExportJob, isExpired } from './export-job.ts';
import { extensionOf } from './file-layout.ts';
import type { ExportJobStore, FileLinks } from './ports.ts';

/** Seconds that a link to a file works. */
export const linkSeconds = 15 * 60;

/** State, progress and result of one of the agency's own exports. */
export async function readExport(
  deps: { readonly exports: Pick<ExportJobStore, 'find'> },
  input: { readonly principal: Principal; readonly exportId: ExportId },
): Promise<ExportJob> {
  const job = await deps.exports.find(agencyOf(input.principal), input.exportId);
  if (!job) throw new ExportNotFound();
  return job;
}

/** The agency's last exports, the newest first. */
export async function listExports(
  deps: { readonly exports: Pick<ExportJobStore, 'list'> },
  input: { readonly principal: Principal },
): Promise<readonly ExportJob[]> {
  return deps.exports.list(agencyOf(input.principal), 50);
}

/** Where part `part` (from 1) of a finished export can be fetched for a while. */
export async function linkToPart(
  deps: { readonly exports: Pick<ExportJobStore, 'find'>; readonly links: FileLinks; readonly clock: Clock },
  input: { readonly principal: Principal; readonly exportId: ExportId; readonly part: number },
): Promise<string> {
  const job = await readExport(deps, input);
  if (job.state !== 'done') throw new ExportNotReady('not-done');
  if (isExpired(job, deps.clock.now())) throw new ExportNotReady('expired');
  const file = job.parts[input.part - 1];
  if (!file) throw new ExportNotFound();
  return deps.links.linkTo({
    key: file.key,
    fileName: partName(job, input.part),
    expiresInSeconds: linkSeconds,
  });
}

/** Name of a part where it is saved: `sinau-records-<export>[-<part>].csv.gz`. */
export function partName({ exportId, format, parts }: ExportJob, part: number): string {
  const suffix = parts.length > 1 ? `-${String(part).padStart(4, '0')}` : '';
  return `sinau-records-${exportId}${suffix}.${extensionOf[format]}`;
}
