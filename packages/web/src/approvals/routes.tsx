import type { Access } from '@sinau/kernel';
import type { Portal } from '../visit.ts';
import type { InvitationDesk } from './invitations-page.tsx';
import type { AdmissionDesk, ApprovalsPorts } from './ports.ts';

// Few people ever see these.
const visits = () => import('./visits.tsx');
const assignments = () => import('./assignment-visits.tsx');
const invitations = () => import('./invitation-visits.tsx');

const accessOf: Readonly<Record<AdmissionDesk, Access>> = {
  team: ['role:supervisor'],
  agency: ['role:agency-admin'],
};

/** Who asks for courses, and who is sent to them. */
const reads = { what: 'learning' } as const;

/** Requests, assignments and invitations: how people get into courses through others. */
export function registerApprovals(portal: Portal, ports: ApprovalsPorts): void {
  for (const desk of ['team', 'agency'] as const) {
    registerRequests(portal, ports, desk);
    registerAssignments(portal, ports, desk);
  }
  registerInvitations(portal, ports, { desk: 'studio', access: ['role:provider-author'] });
  registerInvitations(portal, ports, { desk: 'agency', access: ['role:agency-admin'] });
}

function registerRequests(portal: Portal, ports: ApprovalsPorts, desk: AdmissionDesk): void {
  const access = accessOf[desk];
  const path = `/${desk}/approvals`;
  const one = `${path}/:enrolment`;
  portal.person({ method: 'GET', path, access, reads }, async (visit) =>
    (await visits()).showRequests({ visit, ports, desk }),
  );
  portal.person({ method: 'GET', path: one, access, reads }, async (visit) =>
    (await visits()).showRequest({ visit, ports, desk }),
  );
  portal.person({ method: 'POST', path: one, access }, async (visit) =>
    (await visits()).decide({ visit, ports, desk }),
  );
}

function registerAssignments(portal: Portal, ports: ApprovalsPorts, desk: AdmissionDesk): void {
  const access = accessOf[desk];
  const path = `/${desk}/assignments`;
  const withdrawal = `${path}/:enrolment/withdraw`;
  portal.person({ method: 'GET', path, access, reads }, async (visit) =>
    (await assignments()).showAssignments({ visit, ports, desk }),
  );
  portal.person({ method: 'POST', path, access }, async (visit) =>
    (await assignments()).assign({ visit, ports, desk }),
  );
  portal.person({ method: 'GET', path: withdrawal, access, reads }, async (visit) =>
    (await assignments()).askToWithdraw({ visit, ports, desk }),
  );
  portal.person({ method: 'POST', path: withdrawal, access }, async (visit) =>
    (await assignments()).withdraw({ visit, ports, desk }),
  );
}

function registerInvitations(
  portal: Portal,
  ports: ApprovalsPorts,
  { desk, access }: { readonly desk: InvitationDesk; readonly access: Access },
): void {
  const path = `/${desk}/courses/:courseId/invitations`;
  const revocation = `${path}/:invitationId/revoke`;
  portal.person({ method: 'GET', path, access }, async (visit) =>
    (await invitations()).showInvitations({ visit, ports, desk }),
  );
  // The answer holds a code, which is kept nowhere.
  portal.person({ method: 'POST', path, access, replayable: false }, async (visit) =>
    (await invitations()).invite({ visit, ports, desk }),
  );
  portal.person({ method: 'GET', path: revocation, access }, async (visit) =>
    (await invitations()).askToRevoke({ visit, ports, desk }),
  );
  portal.person({ method: 'POST', path: revocation, access }, async (visit) =>
    (await invitations()).revoke({ visit, ports, desk }),
  );
}
