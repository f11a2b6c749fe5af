import { composeKey, type Key, keyPrefix } from '@sinau/platform/dynamo';
import type { LtiTool } from '../lti/index.ts';

/** Every key of one role in one row, so that two makers of a key meet. */
export const signingKeysKey = (role: 'platform' | 'tool'): Key => ({
  pk: composeKey('LTI', role.toUpperCase()),
  sk: 'KEYS',
});

export const toolKey = (clientId: string): Key => ({ pk: composeKey('LTI-TOOL', clientId), sk: 'TOOL' });

/** How it is, and who waits for it to be back. */
export const toolHealthKey = (clientId: string): Key => ({
  pk: composeKey('LTI-TOOL', clientId),
  sk: 'HEALTH',
});

export const toolWaitsPartition = (clientId: string): string => composeKey('LTI-TOOL-WAITS', clientId);

export const toolWaitPrefix = keyPrefix('PERSON');

export const toolWaitKey = (clientId: string, personId: string): Key => ({
  pk: toolWaitsPartition(clientId),
  sk: composeKey('PERSON', personId),
});

/** gsi1: what one person waits for. */
export const waitsOfPerson = (personId: string): string => composeKey('LTI-WAITS-OF', personId);

/** gsi2: tools that do not answer; few at any time. */
export const downTools = 'LTI-TOOLS-DOWN';

/** gsi1: tools of one provider. */
export const toolsPartition = (providerId: string): string => composeKey('LTI-TOOLS', providerId);

/** gsi2: tools that wait for an operator; few at any time. */
export const pendingTools = 'LTI-PENDING';

export const byAge = ({ createdAt, clientId }: Pick<LtiTool, 'createdAt' | 'clientId'>): string =>
  composeKey(createdAt, clientId);

export const registrationTokenKey = (tokenHash: string): Key => ({
  pk: composeKey('LTI-REGISTRATION', tokenHash),
  sk: 'TOKEN',
});

/** Of one address, whose ever tools have their keys there. */
export const keyReadingKey = (uriHash: string): Key => ({ pk: composeKey('LTI-KEYS', uriHash), sk: 'READ' });

export const launchKey = (launchId: string): Key => ({
  pk: composeKey('LTI-LAUNCH', launchId),
  sk: 'LAUNCH',
});
