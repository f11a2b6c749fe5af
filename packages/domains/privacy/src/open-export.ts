import type { PersonPrincipal } from '@sinau/kernel';
import { NotNow, PrivacyJobNotFound } from './errors.ts';
import type { ExportFiles } from './ports.ts';
import type { PrivacyJobId } from './privacy-job.ts';
import type { RequestDeps } from './request-erasure.ts';

const linkSeconds = 300;

/** A link to the file, for the person themselves or for an operator; who opens it is noted. */
export async function openExport(
  deps: Pick<RequestDeps, 'jobs' | 'audit' | 'clock'> & { readonly files: Pick<ExportFiles, 'link'> },
  input: { readonly principal: PersonPrincipal; readonly jobId: PrivacyJobId },
): Promise<string> {
  const { principal, jobId } = input;
  const job = await deps.jobs.find(jobId);
  const mine = job?.personId === principal.personId || principal.roles.includes('operator');
  if (job?.kind !== 'export' || !mine) throw new PrivacyJobNotFound();
  const now = deps.clock.now().toISOString();
  if (job.state !== 'done' || job.dueAt === undefined || (job.fileUntil ?? '') <= now) {
    throw new NotNow('The file is not there: it is still being made, or it was kept long enough.');
  }
  const { subject } = job;
  await deps.audit.append({
    at: now,
    action: 'downloaded',
    kind: 'export',
    jobId,
    subject,
    by: principal.personId,
  });
  return deps.files.link(jobId, linkSeconds);
}
