import { type ApiClient, noteUseOf } from '../client/api-client.ts';
import type { ClientStore } from '../client/ports.ts';
import type { Agency, Provider, Unit } from '../organisation/organisation.ts';
import type { OrganisationStore } from '../organisation/ports.ts';
import type { Session, SessionStore } from '../session/ports.ts';
import type { SignInAttempt, SignInStore } from '../sign-in/ports.ts';
import { tenantName } from '../tenant.ts';

export function memoryOrganisationStore(): OrganisationStore {
  const agencies = new Map<string, Agency>();
  const units = new Map<string, Unit>();
  const changes = new Map<string, number>();
  const providers = new Map<string, Provider>();
  return {
    async addAgency(agency) {
      agencies.set(agency.agencyId, agency);
    },
    async addProvider(provider) {
      providers.set(provider.providerId, provider);
    },
    async findAgency(agencyId) {
      return agencies.get(agencyId);
    },
    async findUnit(agencyId, unitId) {
      return units.get(`${agencyId} ${unitId}`);
    },
    async findProvider(providerId) {
      return providers.get(providerId);
    },
    async listAgencies() {
      return [...agencies.values()];
    },
    async listUnits(agencyId) {
      return [...units.values()].filter((unit) => unit.agencyId === agencyId);
    },
    async readTree(agencyId) {
      const ours = [...units.values()].filter((unit) => unit.agencyId === agencyId);
      return { units: ours, rev: changes.get(agencyId) ?? 0 };
    },
    async putUnit(unit, seen) {
      if ((changes.get(unit.agencyId) ?? 0) !== seen) return 'stale';
      units.set(`${unit.agencyId} ${unit.unitId}`, unit);
      changes.set(unit.agencyId, seen + 1);
      return 'stored';
    },
    async listProviders() {
      return [...providers.values()];
    },
  };
}

export function memorySessionStore(): SessionStore {
  const sessions = new Map<string, Session>();
  return {
    async open(session) {
      sessions.set(session.tokenHash, session);
    },
    async find(tokenHash) {
      return sessions.get(tokenHash);
    },
    async touch(tokenHash, seenAt) {
      const session = sessions.get(tokenHash);
      if (session) sessions.set(tokenHash, { ...session, seenAt });
    },
    async view(tokenHash, viewing) {
      const session = sessions.get(tokenHash);
      if (!session) return;
      const { viewing: _, ...rest } = session;
      sessions.set(tokenHash, { ...rest, ...(viewing && { viewing }) });
    },
    async close(tokenHash) {
      sessions.delete(tokenHash);
    },
  };
}

export function memorySignInStore(): SignInStore {
  const attempts = new Map<string, SignInAttempt>();
  return {
    async begin(attempt) {
      attempts.set(attempt.stateHash, attempt);
    },
    async take(stateHash) {
      const attempt = attempts.get(stateHash);
      attempts.delete(stateHash);
      return attempt;
    },
  };
}

export function memoryClientStore(): ClientStore {
  const clients = new Map<string, ApiClient>();
  return {
    async add(client) {
      clients.set(client.clientId, client);
    },
    async find(clientId) {
      return clients.get(clientId);
    },
    async replace(before, after) {
      const stored = clients.get(before.clientId);
      if (stored?.rev !== before.rev) return 'stale';
      const { lastUsedAt, secretUses } = stored;
      const numbers = after.credentials.map(({ number }) => String(number));
      const uses = Object.entries(secretUses ?? {}).filter(([number]) => numbers.includes(number));
      const { lastUsedAt: _at, secretUses: _uses, ...changed } = after;
      clients.set(after.clientId, {
        ...changed,
        ...(lastUsedAt && { lastUsedAt }),
        ...(uses.length > 0 && { secretUses: Object.fromEntries(uses) }),
        rev: before.rev + 1,
      });
      return 'stored';
    },
    async listByTenant(tenant) {
      return [...clients.values()].filter((client) => tenantName(client.tenant) === tenantName(tenant));
    },
    async noteUse(clientId, use) {
      const client = clients.get(clientId);
      if (client) clients.set(clientId, noteUseOf(client, use));
    },
  };
}
