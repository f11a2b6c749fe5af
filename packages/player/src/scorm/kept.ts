import type { ScormMessage } from '@sinau/scorm';

/** What a page could not send before it went, for the next page on this device. */
export interface Kept {
  /** Of the latest commit that the page knew to be stored. */
  readonly savedAt?: string;
  /** When it was kept, by the clock of the server as far as the page knew it; ISO 8601 UTC. */
  readonly keptAt?: string;
  /** As they should have been sent. */
  readonly messages: readonly ScormMessage[];
}

export type KeepStore = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

export interface KeepSlot {
  read(): Kept | undefined;
  write(kept: { readonly texts: readonly string[] } & Pick<Kept, 'savedAt' | 'keptAt'>): void;
  clear(): void;
}

/** One slot per registration and module. A browser that denies storage, or has none left, keeps nothing. */
export function openKeepSlot(
  store: KeepStore | undefined,
  launch: { readonly registration: string; readonly activityId: string },
): KeepSlot {
  const key = `sinau-scorm-unsent:${launch.registration}:${launch.activityId}`;
  const quietly = <Value>(act: () => Value): Value | undefined => {
    try {
      return act();
    } catch {
      return undefined;
    }
  };
  return {
    read: () => quietly(() => parseKept(store?.getItem(key) ?? null)),
    write: ({ texts, savedAt, keptAt }) =>
      quietly(() => store?.setItem(key, `{"messages":[${texts.join()}],${tail({ savedAt, keptAt })}}`)),
    clear: () => quietly(() => store?.removeItem(key)),
  };
}

function tail(times: Readonly<Record<string, string | undefined>>): string {
  return `"times":${JSON.stringify(times)}`;
}

/** Anybody on this origin may have written it, so it is read as carefully as it is needed; the server checks the rest. */
function parseKept(text: string | null): Kept | undefined {
  const value: unknown = text === null ? undefined : JSON.parse(text);
  if (typeof value !== 'object' || value === null) return undefined;
  const { messages, times } = value as { readonly messages?: unknown; readonly times?: unknown };
  if (!Array.isArray(messages)) return undefined;
  const about = typeof times === 'object' && times !== null ? times : {};
  const timeOf = (name: string): string | undefined => {
    const time: unknown = Reflect.get(about, name);
    return typeof time === 'string' && !Number.isNaN(Date.parse(time)) ? time : undefined;
  };
  const [savedAt, keptAt] = [timeOf('savedAt'), timeOf('keptAt')];
  return {
    messages: messages.filter(isMessage),
    ...(savedAt !== undefined && { savedAt }),
    ...(keptAt !== undefined && { keptAt }),
  };
}

function isMessage(value: unknown): value is ScormMessage {
  return typeof value === 'object' && value !== null && Number.isSafeInteger(Reflect.get(value, 'sequence'));
}

/**
 * Whether what was kept is newer than anything the server has: nothing was stored since, or what was stored last is
 * older. Otherwise it arrived after all, or the learner has gone on elsewhere, and it must not overwrite that.
 */
export function isNews(kept: Kept, storedAt: string | undefined): boolean {
  if (kept.savedAt === storedAt) return true;
  if (storedAt === undefined) return true;
  return kept.keptAt !== undefined && Date.parse(kept.keptAt) > Date.parse(storedAt);
}

/** The kept messages about items as visits of a new run: each with all its data, and over. */
export function asVisits(
  kept: Kept,
): readonly Pick<ScormMessage, 'visit' | 'itemId' | 'commit' | 'end' | 'sequencing'>[] {
  const visits = new Map<number, ScormMessage>();
  for (const message of kept.messages) {
    if (message.itemId === undefined || message.visit === undefined) continue;
    const before = visits.get(message.visit);
    const commit = message.commit ?? before?.commit;
    const end = message.end ?? before?.end;
    visits.set(message.visit, { ...message, ...(commit && { commit }), ...(end && { end }) });
  }
  return [...visits.values()].map(({ itemId, commit, end = 'left', sequencing }, index) => ({
    ...(itemId !== undefined && { itemId }),
    visit: index + 1,
    ...(commit && { commit }),
    end,
    ...(sequencing && { sequencing }),
  }));
}
