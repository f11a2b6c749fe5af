import type { LaunchParameters } from '../session.ts';
import type { AuPorts, SessionMemory } from './au/au.ts';
import type { Place } from './au/place-keeper.ts';

/** What this tab knows of the session: a reload goes on with it. Trusted no more than the tab itself. */
export function tabMemory({ fetch }: Pick<LaunchParameters, 'fetch'>): AuPorts['memory'] {
  const slot = `sinau-viewer:${fetch}`;
  return {
    read: () => readSlot(storageOf('sessionStorage'), slot) as SessionMemory | undefined,
    write: (memory) => writeSlot(storageOf('sessionStorage'), slot, memory),
  };
}

/** The place that the record store does not have yet, so that a closed tab without connection loses nothing. */
export function deviceMemory(launch: Pick<LaunchParameters, 'registration' | 'activityId'>): {
  readonly read: () => unknown;
  readonly write: (place: Place | undefined) => void;
} {
  const slot = `sinau-place:${launch.registration}:${launch.activityId}`;
  return {
    read: () => readSlot(storageOf('localStorage'), slot),
    write: (place) => writeSlot(storageOf('localStorage'), slot, place),
  };
}

/** Absent where the browser denies storage to framed sites. */
function storageOf(kind: 'sessionStorage' | 'localStorage'): Storage | undefined {
  try {
    return globalThis[kind];
  } catch {
    return undefined;
  }
}

function readSlot(storage: Storage | undefined, slot: string): unknown {
  try {
    return JSON.parse(storage?.getItem(slot) ?? 'null') ?? undefined;
  } catch {
    return undefined;
  }
}

function writeSlot(storage: Storage | undefined, slot: string, value: unknown): void {
  try {
    if (value === undefined) storage?.removeItem(slot);
    else storage?.setItem(slot, JSON.stringify(value));
  } catch {
    // A full store: the record store has what matters as soon as it answers.
  }
}
