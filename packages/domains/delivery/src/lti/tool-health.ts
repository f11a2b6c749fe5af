import type { LtiClientId } from './tool.ts';

/** What shows that a tool is there. `login`: its login address answered, or asked back; the rest is what it did for us, or asked of us. */
export const toolSigns = ['login', 'launch', 'choice', 'token'] as const;
export type ToolSign = (typeof toolSigns)[number];

export const toolFaults = ['unreachable', 'timeout', 'tls', 'server-error'] as const;
/** Why its login address did not answer. */
export type ToolFault = (typeof toolFaults)[number];

/** How a tool is, as all processes know it. Times are ISO 8601 UTC. */
export interface ToolHealth {
  readonly last: Readonly<Partial<Record<ToolSign, string>>>;
  /** Browsers that were led to its login since it last asked back. */
  readonly unanswered?: { readonly count: number; readonly since: string };
  /** When it may be asked next whether it is there; whoever asks moves it on. */
  readonly probeAt?: string;
  /** Present while it does not answer. */
  readonly down?: {
    readonly since: string;
    readonly because: ToolFault;
    /** How often in a row it was asked in vain. */
    readonly probes: number;
  };
  /** Since when those who look after it know that it is down. */
  readonly toldAt?: string;
}

export const freshToolHealth: ToolHealth = { last: {} };

/** So long nobody wonders after it was there. */
export const freshMs = 5 * 60_000;
/** So long a tool may take to ask back. */
const askBackMs = 30_000;
/** Not asked more often, however many learners come. */
export const restMs = 60_000;
const longestMs = 10 * 60_000;
/** So long it may be away before anybody is written to; learners see it at once. */
export const tellAfterMs = 10 * 60_000;

/** Whether there is doubt that it is there, and nobody has asked just now. */
export function isToAsk(health: ToolHealth, now: Date): boolean {
  const ms = now.getTime();
  if (health.probeAt !== undefined && Date.parse(health.probeAt) > ms) return false;
  if (health.down) return true;
  const { unanswered, last } = health;
  // One who closed the window is no sign; two who waited are.
  const waits = unanswered !== undefined && unanswered.count > 1;
  if (waits && Date.parse(unanswered.since) <= ms - askBackMs) return true;
  return last.login === undefined || Date.parse(last.login) <= ms - freshMs;
}

/** Keeps others from asking meanwhile. */
export const asking = (health: ToolHealth, now: Date): ToolHealth => ({
  ...health,
  probeAt: new Date(now.getTime() + restMs).toISOString(),
});

/** It was there; undefined where that is no news. */
export function afterSign(health: ToolHealth, sign: ToolSign, now: Date): ToolHealth | undefined {
  const { down, unanswered, toldAt: _told, probeAt: _probe, ...rest } = health;
  const at = now.toISOString();
  if (sign !== 'login' && sign !== 'launch') {
    // Its server speaks to ours; whether it lets learners in is another matter.
    return isNews(health.last[sign], now) ? { ...health, last: { ...health.last, [sign]: at } } : undefined;
  }
  if (!down && !unanswered && !isNews(health.last[sign], now)) return undefined;
  const signs = sign === 'launch' ? { login: at, launch: at } : { login: at };
  return { ...rest, last: { ...health.last, ...signs } };
}

const isNews = (last: string | undefined, now: Date): boolean =>
  last === undefined || Date.parse(last) <= now.getTime() - restMs;

/** It did not answer: asked again after a minute, then after twice as long each time, up to ten minutes. */
export function afterFault(health: ToolHealth, because: ToolFault, now: Date): ToolHealth {
  const probes = (health.down?.probes ?? 0) + 1;
  const since = health.down?.since ?? now.toISOString();
  const wait = Math.min(longestMs, restMs * 2 ** (probes - 1));
  return {
    ...health,
    down: { since, because, probes },
    probeAt: new Date(now.getTime() + wait).toISOString(),
  };
}

/** Who looks after it is to be told now, once each time that it is down. */
export function isToTell({ down, toldAt }: ToolHealth, now: Date): boolean {
  return down !== undefined && toldAt === undefined && Date.parse(down.since) <= now.getTime() - tellAfterMs;
}

/** Somebody who wants to know when the tool is back. */
export interface ToolWait {
  readonly clientId: LtiClientId;
  readonly personId: string;
  readonly courseId: string;
  readonly partId: string;
  /** ISO 8601 UTC. */
  readonly askedAt: string;
}
