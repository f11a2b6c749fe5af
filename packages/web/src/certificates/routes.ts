import type { SignedFormsPorts } from '../signed-forms/ports.ts';
import type { TranscriptsPorts } from '../transcripts/ports.ts';
import { registerTranscripts } from '../transcripts/routes.ts';
import type { Portal } from '../visit.ts';
import { certificatesPath, verifyPath } from './paths.ts';
import type { CertificatesPorts } from './ports.ts';

const visits = () => import('./visits.tsx');
const checks = () => import('./verify-visits.tsx');

/** Certificates of everybody's own, decisions about those of others, transcripts, and the page at which anybody checks one. */
export function registerCertificates(
  portal: Portal,
  ports: CertificatesPorts,
  others: { readonly transcripts: TranscriptsPorts; readonly forms: SignedFormsPorts },
): void {
  const seen = { access: ['person'], allWords: true } as const;
  const one = `${certificatesPath}/:certificate`;
  // Holders open the same addresses, which is nobody else's business.
  const told = { what: 'certificate', of: 'told' } as const;
  portal.person({ method: 'GET', path: certificatesPath, ...seen, viewable: true }, async (visit) =>
    (await visits()).showOwn(visit, ports),
  );
  portal.person({ method: 'GET', path: one, ...seen, reads: told, viewable: true }, async (visit) =>
    (await visits()).showCertificate(visit, ports),
  );
  portal.person({ method: 'GET', path: `${one}/pdf`, ...seen, reads: told, viewable: true }, async (visit) =>
    (await visits()).downloadPdf(visit, ports),
  );
  // Nobody decides about a certificate of their own, which the use cases know.
  const decides = { access: ['role:agency-admin', 'role:operator'] } as const;
  for (const decision of ['reissue', 'revoke'] as const) {
    portal.person({ method: 'GET', path: `${one}/${decision}`, ...decides, reads: told }, async (visit) =>
      (await visits()).askDecision(visit, ports, decision),
    );
  }
  portal.person({ method: 'POST', path: `${one}/reissue`, ...decides }, async (visit) =>
    (await visits()).reissue(visit, ports),
  );
  portal.person({ method: 'POST', path: `${one}/revoke`, ...decides }, async (visit) =>
    (await visits()).revoke(visit, ports),
  );
  for (const [desk, role] of [
    ['agency', 'role:agency-admin'],
    ['operator', 'role:operator'],
  ] as const) {
    const path = `/${desk}/people/:personId/certificates`;
    const reads = { what: 'certificate', of: 'personId' } as const;
    portal.person({ method: 'GET', path, access: [role], reads }, async (visit) =>
      (await visits()).showOfPerson(visit, ports, desk),
    );
  }
  registerTranscripts(portal, others.transcripts);
  const anybody = { access: ['anyone'], allWords: true } as const;
  portal.open({ method: 'GET', path: verifyPath, ...anybody }, async (visit) =>
    (await checks()).askNumber(visit, ports, others),
  );
  portal.open({ method: 'GET', path: `${verifyPath}/:number`, ...anybody }, async (visit) =>
    (await checks()).showVerified(visit, ports, others),
  );
}
