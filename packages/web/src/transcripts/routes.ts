import type { Portal } from '../visit.ts';
import { transcriptPath } from './paths.ts';
import type { TranscriptsPorts } from './ports.ts';

const visits = () => import('./visits.tsx');

/** The yearly transcript of everybody's own, and of an agency's people. */
export function registerTranscripts(portal: Portal, ports: TranscriptsPorts): void {
  const own = { access: ['person'], allWords: true } as const;
  const ofAgency = { access: ['role:agency-admin'] } as const;
  const reads = { what: 'lesson-hours', of: 'personId' } as const;
  const theirs = '/agency/people/:personId/transcript';
  for (const [path, seen, shows] of [
    [transcriptPath, own, own],
    [theirs, ofAgency, { ...ofAgency, reads }],
  ] as const) {
    portal.person({ method: 'GET', path, ...shows }, async (visit) =>
      (await visits()).showTranscript(visit, ports),
    );
    portal.person({ method: 'POST', path, ...seen }, async (visit) =>
      (await visits()).orderTranscript(visit, ports),
    );
    portal.person({ method: 'GET', path: `${path}/pdf`, ...shows }, async (visit) =>
      (await visits()).downloadTranscript(visit, ports),
    );
    for (const form of ['clr', 'jwt'] as const) {
      portal.person({ method: 'GET', path: `${path}/${form}`, ...shows }, async (visit) =>
        (await visits()).downloadRecord(visit, ports, form),
      );
    }
  }
}
