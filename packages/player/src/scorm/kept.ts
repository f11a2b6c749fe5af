import type { ScormMessage } from '@sinau/scorm';
import { quietly } from '../quietly.ts';

export type KeepStore = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

export interface KeepSlot {
  /** What a page could not send before it went, for the next page on this device; oldest first. */
  read(): readonly ScormMessage[];
  write(texts: readonly string[]): void;
  clear(): void;
  /** Milliseconds of the epoch: when a page was last known to be open. */
  openedAt(): number | undefined;
  markOpen(nowMs: number): void;
  markClosed(): void;
}

/** One slot per registration and module. A browser that denies storage, or has none left, keeps nothing. */
export function openKeepSlot(
  store: KeepStore | undefined,
  launch: { readonly registration: string; readonly activityId: string },
): KeepSlot {
  const key = `sinau-scorm-unsent:${launch.registration}:${launch.activityId}`;
  const openKey = `sinau-scorm-open:${launch.registration}:${launch.activityId}`;
  return {
    read: () => quietly(() => parseKept(store?.getItem(key) ?? null)) ?? [],
    write: (texts) => quietly(() => store?.setItem(key, `[${texts.join()}]`)),
    clear: () => quietly(() => store?.removeItem(key)),
    openedAt: () => {
      const at = Number(quietly(() => store?.getItem(openKey)) ?? Number.NaN);
      return Number.isFinite(at) ? at : undefined;
    },
    markOpen: (nowMs) => quietly(() => store?.setItem(openKey, String(nowMs))),
    markClosed: () => quietly(() => store?.removeItem(openKey)),
  };
}

/** A page that is open says so at least so often. */
const freshMs = 15_000;
const patienceMs = 2000;
const stepMs = 50;

/**
 * Resolves when no page of this module is open on this device, or when it has been waited for long enough. A tab that was
 * just closed writes its last words while the next one opens already.
 */
export async function untilClosed(
  slot: Pick<KeepSlot, 'openedAt'>,
  host: { readonly now: () => number; readonly sleep: (ms: number) => Promise<void> },
): Promise<void> {
  for (let waited = 0; waited < patienceMs; waited += stepMs) {
    const at = slot.openedAt();
    if (at === undefined || Math.abs(host.now() - at) > freshMs) return;
    await host.sleep(stepMs);
  }
}

/** Anybody on this origin may have written it, so it is read with care; the server checks the rest. */
function parseKept(text: string | null): readonly ScormMessage[] {
  const value: unknown = text === null ? [] : JSON.parse(text);
  return Array.isArray(value) ? value.filter(isMessage) : [];
}

function isMessage(value: unknown): value is ScormMessage {
  return typeof value === 'object' && value !== null && Number.isSafeInteger(Reflect.get(value, 'sequence'));
}

/**
 * The kept messages that are about items, as they were: the server knows by their numbers what it has already and what was
 * overtaken elsewhere. Their visits are over, whether they knew it or not; whole sessions are not theirs to end any more.
 */
export function asLastWords(messages: readonly ScormMessage[]): readonly ScormMessage[] {
  const about = messages.filter(({ itemId }) => itemId !== undefined);
  return about.map(({ leave: _, ...message }, place) => {
    const isLast = !about.slice(place + 1).some(({ visit }) => visit === message.visit);
    return isLast && message.end === undefined ? { ...message, end: 'left' as const } : message;
  });
}
