import type { AccountLink } from '../account-link.ts';
import { authoritiesOf } from '../authorities.ts';
import type { Attempt, Placement } from '../placement.ts';
import type { ForeignPlatform } from '../platform.ts';
import type {
  AccountLinkStore,
  AttemptStore,
  ForeignPlatformStore,
  PlacementStore,
  RegistrationTicketStore,
  ToolVisitStore,
} from '../ports.ts';
import type { RegistrationTicket } from '../registration-ticket.ts';
import type { ToolVisit } from '../visit.ts';
import type { LtiToolStores } from './lti-tool-stores.contract.ts';

/** The ports on maps. Pass the same contract suite as the DynamoDB adapters. */
export function memoryLtiToolStores(): LtiToolStores {
  const platforms = memoryForeignPlatforms();
  return {
    platforms,
    tickets: memoryTickets(platforms),
    visits: memoryVisits(),
    links: memoryAccountLinks(),
    placements: memoryPlacements(),
    attempts: memoryAttempts(),
  };
}

function memoryForeignPlatforms(): ForeignPlatformStore {
  const rows = new Map<string, ForeignPlatform>();
  const counts = new Map<string, { launches: number; lastAt: string }>();
  const holders = new Map<string, string>();
  const holdsOf = ({ clientId, ...told }: ForeignPlatform) =>
    authoritiesOf(told).map((authority) => JSON.stringify([authority, clientId]));
  const all = () => [...rows.values()];
  const at = (issuer: string) => all().filter((one) => one.issuer === issuer);
  return {
    find: async (platformId) => rows.get(platformId),
    findAt: async (issuer, clientId) => at(issuer).find((one) => one.clientId === clientId),
    listAt: async (issuer) => at(issuer),
    listOf: async (owner) => all().filter((one) => JSON.stringify(one.owner) === JSON.stringify(owner)),
    async add(platform) {
      const [holds, holder] = [holdsOf(platform), JSON.stringify(platform.owner)];
      const isGivenUp = (hold: string) => !all().flatMap(holdsOf).includes(hold);
      if (holds.some((hold) => holders.has(hold) && !(isGivenUp(hold) && holders.get(hold) === holder)))
        return 'taken';
      for (const hold of holds) holders.set(hold, holder);
      rows.set(platform.platformId, platform);
      return 'added';
    },
    async change(platform) {
      if (rows.get(platform.platformId)?.rev !== platform.rev) return 'stale';
      rows.set(platform.platformId, { ...platform, rev: platform.rev + 1 });
      return 'changed';
    },
    async remove({ platformId, rev }) {
      if (rows.get(platformId)?.rev !== rev) return 'stale';
      rows.delete(platformId);
      counts.delete(platformId);
      return 'removed';
    },
    async noteLaunch(platformId, lastAt) {
      counts.set(platformId, { launches: (counts.get(platformId)?.launches ?? 0) + 1, lastAt });
    },
    launchesOf: async (platformId) => counts.get(platformId),
  };
}

function memoryAccountLinks(): AccountLinkStore {
  const rows = new Map<string, AccountLink>();
  const keyOf = (platformId: string, subject: string) => JSON.stringify([platformId, subject]);
  return {
    find: async (platformId, subject) => rows.get(keyOf(platformId, subject)),
    async add(link) {
      const key = keyOf(link.platformId, link.subject);
      if (rows.has(key)) return 'taken';
      rows.set(key, link);
      return 'added';
    },
    listOf: async (personId) => [...rows.values()].filter((one) => one.personId === personId),
    async remove({ platformId, subject, personId }) {
      const key = keyOf(platformId, subject);
      if (rows.get(key)?.personId === personId) rows.delete(key);
    },
  };
}

function memoryPlacements(): PlacementStore {
  const rows = new Map<string, Placement>();
  const keyOf = (platformId: string, placementId: string) => JSON.stringify([platformId, placementId]);
  return {
    find: async (platformId, placementId) => rows.get(keyOf(platformId, placementId)),
    put: async (placement) => void rows.set(keyOf(placement.platformId, placement.placementId), placement),
    listOf: async (platformId) => [...rows.values()].filter((one) => one.platformId === platformId),
  };
}

function memoryAttempts(): AttemptStore {
  const rows = new Map<string, Attempt>();
  const keyOf = (one: Parameters<AttemptStore['remove']>[0]) =>
    JSON.stringify([one.registration, one.platformId, one.placementId, one.subject]);
  return {
    async note(attempt) {
      const { startedAt } = rows.get(keyOf(attempt)) ?? attempt;
      rows.set(keyOf(attempt), { ...attempt, startedAt });
    },
    listAt: async (registration) => [...rows.values()].filter((one) => one.registration === registration),
    listOf: async (personId) => [...rows.values()].filter((one) => one.personId === personId),
    remove: async (attempt) => void rows.delete(keyOf(attempt)),
  };
}

function memoryTickets(platforms: ForeignPlatformStore): RegistrationTicketStore {
  const rows = new Map<string, RegistrationTicket>();
  const busy = new Set<string>();
  return {
    add: async (ticket) => void rows.set(ticket.ticketHash, ticket),
    find: async (ticketHash) => rows.get(ticketHash),
    async take(ticketHash) {
      if (!rows.has(ticketHash) || busy.has(ticketHash)) return 'spent';
      busy.add(ticketHash);
      return 'taken';
    },
    async giveBack(ticketHash) {
      if (rows.get(ticketHash)?.platformId === undefined) busy.delete(ticketHash);
    },
    async spend(ticketHash, platform) {
      const ticket = rows.get(ticketHash);
      if (!ticket || ticket.platformId !== undefined) return 'taken';
      if ((await platforms.add(platform)) === 'taken') return 'taken';
      rows.set(ticketHash, { ...ticket, platformId: platform.platformId });
      return 'registered';
    },
  };
}

function memoryVisits(): ToolVisitStore {
  const rows = new Map<string, ToolVisit>();
  return {
    add: async (visit) => void rows.set(visit.visitId, visit),
    find: async (visitId) => rows.get(visitId),
    async move(visit, from) {
      if (rows.get(visit.visitId)?.state !== from) return 'elsewhere';
      rows.set(visit.visitId, visit);
      return 'moved';
    },
  };
}
