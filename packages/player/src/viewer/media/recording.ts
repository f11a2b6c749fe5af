import * as z from 'zod/mini';
import type { Au } from '../au/au.ts';
import type { Place } from '../au/place-keeper.ts';
import { Playback, type PlaybackEvent } from './playback.ts';
import {
  completedStatement,
  initializedStatement,
  interactedStatement,
  type Played,
  type PlayerSettings,
  type ProfileSession,
  playbackStatement,
  type Size,
  terminatedStatement,
} from './profile.ts';
import {
  isPlayedEnough,
  mergeSegments,
  playedShare,
  readSegments,
  roundTime,
  writeSegments,
} from './segments.ts';

/** Where a learner is in a recording. Times in seconds; `played` as the profile writes segments. */
export interface MediaPlace extends Place {
  readonly time: number;
  readonly played: string;
  readonly spent: number;
  readonly completed: boolean;
}

const mediaPlace = z.looseObject({
  at: z.string(),
  time: z.number().check(z.gte(0)),
  played: z.string(),
  spent: z.number().check(z.gte(0)),
  completed: z.boolean(),
});

export function readMediaPlace(document: unknown): MediaPlace | undefined {
  const checked = mediaPlace.safeParse(document);
  return checked.success ? checked.data : undefined;
}

/** What the record store and this device know, as one: where the learner was last, and all that was played anywhere. */
export function mergeMediaPlaces(
  stored: MediaPlace | undefined,
  here: MediaPlace | undefined,
): MediaPlace | undefined {
  if (!stored || !here) return stored ?? here;
  const [older, newer] = stored.at <= here.at ? [stored, here] : [here, stored];
  return {
    ...newer,
    played: writeSegments(mergeSegments(readSegments(older.played), readSegments(newer.played))),
    spent: Math.max(older.spent, newer.spent),
    completed: older.completed || newer.completed,
  };
}

/** Notes of a running recording lie at most this far behind, on the device. */
const noteEveryMs = 2000;

/**
 * A recording and its learner: what is played becomes statements of the profile, the place to go on from, and the completion of the
 * AU once `share` of it was played in this registration.
 */
export class Recording {
  readonly playback: Playback;
  readonly #au: Au;
  readonly #kind: 'video' | 'audio';
  readonly #share: number;
  #session: ProfileSession | undefined;
  #notedMs = 0;
  #left = false;

  constructor(
    au: Au,
    module: { readonly kind: 'video' | 'audio'; readonly share: number },
    place: MediaPlace | undefined,
  ) {
    this.#au = au;
    this.#kind = module.kind;
    this.#share = module.share;
    this.playback = new Playback((event) => this.#tell(event), {
      segments: readSegments(place?.played ?? ''),
      spentSeconds: place?.spent ?? 0,
      time: place?.time ?? 0,
    });
  }

  /** The length is known. Once; the profile's session begins here. */
  begin(
    length: number,
    settings: PlayerSettings,
    device: { readonly userAgent: string; readonly screen: Size },
  ): void {
    if (this.#session) return;
    const sessionId = this.#au.newId();
    this.#session = { kind: this.#kind, sessionId, length, threshold: this.#share };
    this.#au.startFrom(this.shareOfGoal);
    this.#au.sayAs(sessionId, initializedStatement(this.#session, settings, device));
  }

  get length(): number {
    return this.#session?.length ?? 0;
  }

  /** Played share of the recording, 0 to 1. */
  get share(): number {
    return playedShare(this.playback.segments, this.length);
  }

  /** How much of what completion asks for is done, 0 to 1. */
  get shareOfGoal(): number {
    return this.#share === 0 ? 1 : Math.min(1, this.share / this.#share);
  }

  play(time: number): void {
    this.playback.play(time, this.#nowMs());
  }

  tick(time: number): void {
    this.playback.tick(time, this.#nowMs());
    if (!this.playback.running) return;
    this.#judge();
    if (this.#nowMs() - this.#notedMs >= noteEveryMs) this.note();
  }

  pause(time: number): void {
    this.playback.pause(time, this.#nowMs());
    this.#judge();
    this.note();
  }

  settle(to: number): void {
    this.playback.settle(to, this.#nowMs());
    this.note();
  }

  changed(settings: PlayerSettings): void {
    if (this.#session) this.#au.say(interactedStatement(this.#session, settings, this.playback.time));
  }

  note(): void {
    this.#notedMs = this.#nowMs();
    const place: MediaPlace = {
      at: this.#au.now().toISOString(),
      time: this.playback.time,
      played: writeSegments(this.playback.segments),
      spent: this.playback.spentSeconds,
      completed: this.#au.completed,
    };
    this.#au.note(place);
  }

  /** Paused before terminated, as the profile wants it (2.3.7). */
  leave(): void {
    if (this.#left) return;
    this.#left = true;
    this.pause(this.playback.time);
    if (this.#session) this.#au.say(terminatedStatement(this.#session, this.#played()));
  }

  #judge(): void {
    if (!this.#session || this.#au.mode !== 'Normal' || this.#au.completed) return;
    this.#au.tellProgress(this.shareOfGoal);
    if (!isPlayedEnough(this.playback.segments, this.length, this.#share)) return;
    this.#au.say(completedStatement(this.#session, this.#played()));
    this.#au.complete();
    this.note();
    void this.#au.flush();
  }

  #played(): Played {
    const { time, segments, spentSeconds } = this.playback;
    return { time: roundTime(time), segments, spentSeconds };
  }

  #tell(event: PlaybackEvent): void {
    if (this.#session) this.#au.say(playbackStatement(this.#session, event, this.#played()));
  }

  #nowMs(): number {
    return this.#au.now().getTime();
  }
}
