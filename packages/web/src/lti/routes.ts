import type { Portal } from '../visit.ts';
import { toolsPath, waitingToolsPath } from './paths.ts';
import type { LtiToolPorts } from './ports.ts';

// Few people ever see these.
const pages = () => import('./answers.tsx');

/** Tools of providers: registered by their authors, approved by operators. */
export function registerLtiTools(portal: Portal, ports: LtiToolPorts): void {
  const access = ['role:provider-author'] as const;
  portal.person({ method: 'GET', path: toolsPath, access }, async (visit) =>
    (await pages()).showTools(visit, ports),
  );
  // The page that answers holds a token: it is not kept to be given out again.
  portal.person({ method: 'POST', path: toolsPath, access, replayable: false }, async (visit) =>
    (await pages()).beginRegistration(visit, ports),
  );
  portal.person({ method: 'GET', path: `${toolsPath}/new`, access }, async (visit) =>
    (await pages()).showByHand(visit, ports),
  );
  portal.person({ method: 'POST', path: `${toolsPath}/new`, access }, async (visit) =>
    (await pages()).addByHand(visit, ports),
  );
  const one = `${toolsPath}/:clientId`;
  portal.person({ method: 'GET', path: one, access }, async (visit) =>
    (await pages()).showTool(visit, ports),
  );
  portal.person({ method: 'GET', path: `${one}/test`, access }, async (visit) =>
    (await pages()).tryOut(visit, ports),
  );
  portal.person({ method: 'POST', path: `${one}/deployments`, access }, async (visit) =>
    (await pages()).addDeployment(visit, ports),
  );
  portal.person({ method: 'POST', path: `${one}/deployments/remove`, access }, async (visit) =>
    (await pages()).removeDeployment(visit, ports),
  );
  portal.person({ method: 'GET', path: `${one}/edit`, access }, async (visit) =>
    (await pages()).showEdit(visit, ports),
  );
  portal.person({ method: 'POST', path: `${one}/edit`, access }, async (visit) =>
    (await pages()).changeByHand(visit, ports),
  );
  portal.person({ method: 'GET', path: `${one}/disable`, access }, async (visit) =>
    (await pages()).showTurnOff(visit, ports),
  );
  for (const step of ['disable', 'enable', 'submit'] as const) {
    portal.person({ method: 'POST', path: `${one}/${step}`, access }, async (visit) =>
      (await pages()).turn(visit, ports, step),
    );
  }
  portal.person({ method: 'POST', path: `${one}/check`, access }, async (visit) =>
    (await pages()).checkTool(visit, ports, toolsPath),
  );
  registerApprovals(portal, ports);
}

function registerApprovals(portal: Portal, ports: LtiToolPorts): void {
  const access = ['role:operator'] as const;
  portal.person({ method: 'GET', path: waitingToolsPath, access }, async (visit) =>
    (await pages()).showWaiting(visit, ports),
  );
  const one = `${waitingToolsPath}/:clientId`;
  portal.person({ method: 'GET', path: one, access }, async (visit) =>
    (await pages()).showForApproval(visit, ports),
  );
  portal.person({ method: 'POST', path: `${one}/check`, access }, async (visit) =>
    (await pages()).checkTool(visit, ports, waitingToolsPath),
  );
  portal.person({ method: 'POST', path: `${one}/approve`, access }, async (visit) =>
    (await pages()).approve(visit, ports),
  );
  portal.person({ method: 'GET', path: `${one}/reject`, access }, async (visit) =>
    (await pages()).showReject(visit, ports),
  );
  portal.person({ method: 'POST', path: `${one}/reject`, access }, async (visit) =>
    (await pages()).reject(visit, ports),
  );
}
