import {
  freshToolHealth,
  type KeyReading,
  type KeyReadings,
  type LtiClientId,
  type LtiLaunch,
  type LtiLaunchStore,
  type LtiTool,
  type LtiToolStore,
  type PlatformKeyBook,
  type PlatformKeyStore,
  type RegistrationToken,
  type RegistrationTokenStore,
  type SeenMessages,
  type ToolHealth,
  type ToolHealthStore,
  type ToolWait,
} from '../lti/index.ts';

/** The port on one variable. Passes the same contract suite as the DynamoDB adapter. */
export function memoryPlatformKeyStore(): PlatformKeyStore {
  let kept: PlatformKeyBook | undefined;
  return {
    read: async () => kept,
    async write({ keys, rev }) {
      if ((kept?.rev ?? 0) !== rev) return 'stale';
      kept = { keys, rev: rev + 1 };
      return 'written';
    },
  };
}

/** The port on a map. Passes the same contract suite as the DynamoDB adapter. */
export function memoryKeyReadings(): KeyReadings {
  const kept = new Map<string, KeyReading>();
  return {
    async note(jwksUri, { at, keys }) {
      kept.set(jwksUri, keys === 'failed' ? { ...kept.get(jwksUri), failedAt: at } : { read: { at, keys } });
    },
    find: async (jwksUri) => kept.get(jwksUri),
  };
}

/** Tools and tokens share rows, as spending a token adds a tool. */
export function memoryLtiTools(): {
  readonly tools: LtiToolStore;
  readonly registrationTokens: RegistrationTokenStore;
} {
  const rows = new Map<string, LtiTool>();
  const tokens = new Map<string, RegistrationToken>();
  const oldestFirst = (which: (tool: LtiTool) => boolean) =>
    [...rows.values()].filter(which).sort((one, other) => (one.createdAt < other.createdAt ? -1 : 1));
  return {
    tools: {
      find: async (clientId) => rows.get(clientId),
      listOf: async (providerId) => oldestFirst((tool) => tool.providerId === providerId),
      listPending: async () => oldestFirst(({ status }) => status === 'pending'),
      async add(tool) {
        if (rows.has(tool.clientId)) throw new Error('the id of a new tool was taken');
        rows.set(tool.clientId, tool);
      },
      async change(tool) {
        if (rows.get(tool.clientId)?.rev !== tool.rev) return 'stale';
        rows.set(tool.clientId, { ...tool, rev: tool.rev + 1 });
        return 'changed';
      },
    },
    registrationTokens: {
      add: async (token) => void tokens.set(token.tokenHash, token),
      find: async (tokenHash) => tokens.get(tokenHash),
      async spend(tokenHash, tool) {
        const token = tokens.get(tokenHash);
        if (!token || token.clientId !== undefined) return 'spent';
        tokens.set(tokenHash, { ...token, clientId: tool.clientId });
        rows.set(tool.clientId, tool);
        return 'registered';
      },
    },
  };
}

export function memoryLtiLaunchStore(): LtiLaunchStore {
  const rows = new Map<string, LtiLaunch>();
  return {
    add: async (launch) => void rows.set(launch.launchId, launch),
    find: async (launchId) => rows.get(launchId),
    async move(launch, from) {
      if (rows.get(launch.launchId)?.state !== from) return 'elsewhere';
      rows.set(launch.launchId, launch);
      return 'moved';
    },
  };
}

export function memorySeenMessages(): SeenMessages {
  const marks = new Map<string, { readonly until: number; readonly use?: string }>();
  return {
    async take({ clientId, jti, use, until, nowSeconds }) {
      const mark = JSON.stringify([clientId, jti]);
      const taken = marks.get(mark);
      const isSame = use !== undefined && taken?.use === use;
      if (taken && taken.until > nowSeconds && !isSame) return 'seen';
      marks.set(mark, { until, ...(use !== undefined && { use }) });
      return 'first';
    },
  };
}

/** The port on maps. Passes the same contract suite as the DynamoDB adapter. */
export function memoryToolHealth(): ToolHealthStore {
  const kept = new Map<LtiClientId, ToolHealth>();
  const waits = new Map<string, ToolWait>();
  const find = (clientId: LtiClientId) => kept.get(clientId) ?? freshToolHealth;
  const waitKey = (clientId: LtiClientId, personId: string) => JSON.stringify([clientId, personId]);
  return {
    find: async (clientId) => find(clientId),
    findMany: async (clientIds) =>
      new Map(clientIds.flatMap((one) => (kept.has(one) ? [[one, find(one)] as const] : []))),
    async update(clientId, change) {
      const after = change(find(clientId));
      if (after) kept.set(clientId, after);
      return find(clientId);
    },
    async noteLed(clientId, at) {
      const { unanswered } = find(clientId);
      const count = (unanswered?.count ?? 0) + 1;
      kept.set(clientId, { ...find(clientId), unanswered: { count, since: unanswered?.since ?? at } });
    },
    listDown: async () =>
      [...kept]
        .flatMap(([clientId, { down }]) => (down ? [{ clientId, since: down.since }] : []))
        .toSorted((a, b) => (a.since < b.since ? -1 : 1))
        .map(({ clientId }) => clientId),
    keepWait: async (wait) => void waits.set(waitKey(wait.clientId, wait.personId), wait),
    hasWait: async (clientId, personId) => waits.has(waitKey(clientId, personId)),
    listWaits: async (clientId, limit) =>
      [...waits.values()].filter((one) => one.clientId === clientId).slice(0, limit),
    listWaitsOf: async (personId) => [...waits.values()].filter((one) => one.personId === personId),
    removeWait: async ({ clientId, personId }) => void waits.delete(waitKey(clientId, personId)),
  };
}
