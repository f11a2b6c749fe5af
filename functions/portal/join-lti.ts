import {
  addDeployment,
  addToolByHand,
  askTool,
  changeToolByHand,
  createLaunchTicket,
  decideTool,
  findTool,
  LtiChangedMeanwhile,
  type LtiTool,
  makeRegistrationToken,
  mayReturn,
  removeDeployment,
  type ToolHealth,
  takesMessage,
  targetOf,
} from '@sinau/delivery/lti';
import { InvalidInput, type PersonPrincipal, type ProviderId } from '@sinau/kernel';
import { isWebAddress, type ServiceScope, serviceScopes, withParameters } from '@sinau/lti';
import { AccessDenied } from '@sinau/platform/http';
import type { LtiToolPorts, LtiToolView, LtiToolWords } from '@sinau/web';
import { createAgreementOrganisations } from '../shared/agreement-parts.ts';
import { ltiAddresses } from '../shared/lti-addresses.ts';
import type { PortalDeps } from './deps.ts';
import { inTurns } from './in-turns.ts';
import type { ImpactDeps } from './tool-impact.ts';

type Deps = Pick<PortalDeps, 'lti' | 'toolAsking' | 'organisations' | 'portalOrigin'> & ImpactDeps;

/** Tools of providers, for their authors and for operators. */
export function joinLti(deps: Deps): LtiToolPorts {
  const addresses = ltiAddresses(deps.portalOrigin);
  const { issuer, authorization, token, jwks } = addresses;
  return {
    platform: async () => ({ issuer, authorization, token, jwks }),
    toolsOf: async (person) => viewsOf(deps, await (await deps.lti()).tools.listOf(providerOf(person))),
    waiting: async (person) => {
      if (!isOperator(person)) throw new AccessDenied('Operators approve tools.');
      return viewsOf(deps, await (await deps.lti()).tools.listPending());
    },
    decided: async (person) => {
      if (!isOperator(person)) throw new AccessDenied('Operators approve tools.');
      const { tools } = await deps.lti();
      const providers = [...(await createAgreementOrganisations(deps).providerNames()).keys()];
      const found = await inTurns(providers, (providerId) => tools.listOf(providerId));
      return viewsOf(
        deps,
        found.flat().filter(({ status }) => status !== 'pending'),
      );
    },
    toolOf: async (person, clientId) => {
      const tool = await toolFor(deps, person, clientId);
      const [shown] = await viewsOf(deps, [tool]);
      if (!shown) throw new TypeError('a tool has a view');
      const view = { ...shown, ...(tool.contacts && { contacts: tool.contacts }) };
      if (view.jwksUri === undefined) return view;
      const keyReading = await (await deps.lti()).keyReadings.find(view.jwksUri);
      return { ...view, ...(keyReading && { keyReading }) };
    },
    beginRegistration: async (person, address) => {
      const lti = await deps.lti();
      const providerId = providerOf(person);
      if (!isWebAddress(address) || (await lti.addressCheck.refusal(address))) {
        const message = 'This is no address of a tool.';
        throw new InvalidInput(message, { issues: [{ path: '/address', message }] });
      }
      const made = await makeRegistrationToken(lti, { providerId, madeBy: person.personId });
      const openid_configuration = `${issuer}/.well-known/openid-configuration`;
      return withParameters(address, { openid_configuration, registration_token: made.token });
    },
    addByHand: async (person, words) =>
      addToolByHand(await deps.lti(), {
        ...{ providerId: providerOf(person), registeredBy: person.personId, tool: toolOf(words) },
      }),
    changeByHand: async (person, clientId, { words, rev }) => {
      const before = await toolFor(deps, person, clientId);
      const change = { before, rev, byOperator: isOperator(person), tool: toolOf(words, before) };
      await changeToolByHand(await deps.lti(), change);
    },
    removeDeployment: async (person, clientId, deploymentId) =>
      void (await removeDeployment(await deps.lti(), await toolFor(deps, person, clientId), deploymentId)),
    addDeployment: async (person, clientId, name) =>
      void (await addDeployment(await deps.lti(), await toolFor(deps, person, clientId), name)),
    setStatus: async (person, clientId, { status, rev, reason }) => {
      const tool = await toolFor(deps, person, clientId);
      const by = isOperator(person) ? 'operator' : 'provider';
      // A tool may say anew what it is while somebody reads: approved is what was read.
      if (status === 'active' && by === 'operator' && tool.rev !== rev) throw new LtiChangedMeanwhile();
      await decideTool(await deps.lti(), tool, { status, by, ...(reason !== undefined && { reason }) });
    },
    impactOf: async (person, clientId) => {
      const { toolImpact } = await import('./tool-impact.ts');
      return toolImpact(deps, await toolFor(deps, person, clientId));
    },
    check: async (person, clientId) => {
      const tool = await toolFor(deps, person, clientId);
      await askTool(await deps.toolAsking(), { clientId: tool.clientId, anyway: true });
    },
    tryOut: async (person, clientId, locale) => {
      const tool = await toolFor(deps, person, clientId);
      return createLaunchTicket(await deps.lti(), testOrder(deps, { tool, person, locale }));
    },
  };
}

const isOperator = ({ roles }: PersonPrincipal): boolean => roles.includes('operator');

function providerOf({ providerId }: PersonPrincipal): ProviderId {
  if (providerId === undefined) throw new AccessDenied('Tools belong to providers.');
  return providerId;
}

/** Those of others are not there, for whoever is no operator. */
async function toolFor(deps: Deps, person: PersonPrincipal, clientId: string): Promise<LtiTool> {
  const own = isOperator(person) ? {} : { providerId: providerOf(person) };
  return findTool(await deps.lti(), { clientId, ...own });
}

/** A link that stands in no course: what the tool sends about it finds nothing. */
function testOrder(
  { portalOrigin }: Deps,
  test: { readonly tool: LtiTool; readonly person: PersonPrincipal; readonly locale: 'id' | 'en' },
): Parameters<typeof createLaunchTicket>[1] {
  const { tool, person, locale } = test;
  const { clientId, name: title } = tool;
  const deploymentId = tool.deployments[0]?.deploymentId ?? '';
  return {
    ...{ message: 'LtiResourceLinkRequest', role: 'instructor', target: 'window', locale, clientId },
    personId: person.personId,
    course: { courseId: `test-${clientId}`, title },
    link: { resourceLinkId: `test-${clientId}`, title, placement: { clientId, deploymentId, custom: {} } },
    returnUrl: `${portalOrigin}/studio/tools/${clientId}`,
  };
}

const gradeScopes = serviceScopes.filter((scope) => scope.includes('/lti-ags/'));
const rosterScopes = serviceScopes.filter((scope) => scope.includes('/lti-nrps/'));

function toolOf({ services, redirectUris, contacts, ...words }: LtiToolWords, before?: LtiTool) {
  return {
    ...words,
    redirectUris: [...redirectUris],
    contacts: [...contacts],
    custom: { ...words.custom },
    scopes: scopesOf(services, before),
  };
}

/** Of a service that the tool has already, what it was granted of it. */
function scopesOf(services: LtiToolView['services'], before?: LtiTool): ServiceScope[] {
  return services.flatMap((one) => {
    const all = one === 'grades' ? gradeScopes : rosterScopes;
    const granted = all.filter((scope) => before?.scopes.includes(scope));
    return granted.length > 0 ? granted : all;
  });
}

function servicesOf({ scopes }: LtiTool): LtiToolView['services'] {
  const has = (some: readonly ServiceScope[]) => some.some((scope) => scopes.includes(scope));
  return [
    ...(has(gradeScopes) ? (['grades'] as const) : []),
    ...(has(rosterScopes) ? (['roster'] as const) : []),
  ];
}

async function viewsOf(deps: Deps, tools: readonly LtiTool[]): Promise<readonly LtiToolView[]> {
  if (tools.length === 0) return [];
  const names = await createAgreementOrganisations(deps).providerNames();
  const { toolHealth } = await deps.toolAsking();
  const healths = await toolHealth.findMany(tools.map(({ clientId }) => clientId));
  return tools.map((tool) => {
    const health = healths.get(tool.clientId);
    const { clientId, name, status, deployments, initiateLoginUri, redirectUris, targetLinkUri } = tool;
    const { description, keys, createdAt, messages } = tool;
    return {
      ...{ clientId, name, status, deployments, initiateLoginUri, redirectUris, targetLinkUri, createdAt },
      ...(description !== undefined && { description }),
      ...(keys.kind === 'url' && { jwksUri: keys.jwksUri }),
      ...(takesMessage(tool, 'LtiDeepLinkingRequest') && {
        deepLinkingUri: targetOf(tool, 'LtiDeepLinkingRequest'),
      }),
      provider: names.get(tool.providerId) ?? '',
      ...(health && { health: healthViewOf(health) }),
      messages: messages.map(({ type }) => type),
      services: servicesOf(tool),
      otherAddresses: [...new Set(messages.flatMap(({ targetLinkUri: other }) => other ?? []))].filter(
        (other) => other !== targetLinkUri,
      ),
      ...{ custom: tool.custom, rev: tool.rev },
      ...(tool.decision && { decision: decisionViewOf(tool.decision) }),
      ...(mayReturn(tool) && { mayReturn: true as const }),
    };
  });
}

const decisionViewOf = ({ mayReturn: _, ...decision }: NonNullable<LtiTool['decision']>) => decision;

function healthViewOf({ last, down, unanswered }: ToolHealth): NonNullable<LtiToolView['health']> {
  return {
    last,
    ...(down && { down: { since: down.since, because: down.because } }),
    ...(unanswered && { unanswered }),
  };
}
