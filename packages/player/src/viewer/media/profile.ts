import type { Extensions, JsonValue } from '@sinau/xapi';
import type { AllowedStatement } from '../au/statements.ts';
import type { PlaybackEvent } from './playback.ts';
import { playedShare, roundTime, type Segment, writeSegments } from './segments.ts';

/*
 * Statements of the xAPI Video Profile 1.0 (https://w3id.org/xapi/video), and of the Audio Profile 1.0, which uses the same verbs
 * and extensions. To cmi5 they are allowed statements; initialized, completed and terminated of cmi5 stand beside them.
 */

const extension = (name: string) => `https://w3id.org/xapi/video/extensions/${name}`;

export const videoVerbs = {
  initialized: { id: 'http://adlnet.gov/expapi/verbs/initialized', display: 'initialized' },
  played: { id: 'https://w3id.org/xapi/video/verbs/played', display: 'played' },
  paused: { id: 'https://w3id.org/xapi/video/verbs/paused', display: 'paused' },
  seeked: { id: 'https://w3id.org/xapi/video/verbs/seeked', display: 'seeked' },
  interacted: { id: 'http://adlnet.gov/expapi/verbs/interacted', display: 'interacted' },
  completed: { id: 'http://adlnet.gov/expapi/verbs/completed', display: 'completed' },
  terminated: { id: 'http://adlnet.gov/expapi/verbs/terminated', display: 'terminated' },
} as const;

/** How the player is set; what the profile calls context extensions. Sizes in CSS pixels. */
export interface PlayerSettings {
  readonly volume: number;
  readonly speed: number;
  /** Language of the captions that are shown. */
  readonly captions: string | undefined;
  readonly fullScreen: boolean;
  readonly quality?: number;
  readonly playbackSize?: Size;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface ProfileSession {
  readonly kind: 'video' | 'audio';
  /** Id of the profile's initialized statement (2.6.2.1). */
  readonly sessionId: string;
  /** Seconds. */
  readonly length: number;
  /** Completion threshold, 0 to 1. */
  readonly threshold: number;
}

/** How far the learner has come in this registration. */
export interface Played {
  readonly time: number;
  readonly segments: readonly Segment[];
  readonly spentSeconds: number;
}

export function initializedStatement(
  session: ProfileSession,
  settings: PlayerSettings,
  device: { readonly userAgent: string; readonly screen: Size },
): AllowedStatement {
  return statement(session, 'initialized', {
    extensions: {
      ...measured(session),
      ...settingsOf(session, settings),
      [extension('screen-size')]: sizeText(device.screen),
      [extension('user-agent')]: device.userAgent,
    },
  });
}

export function playbackStatement(
  session: ProfileSession,
  event: PlaybackEvent,
  played: Played,
): AllowedStatement {
  if (event.kind === 'played') {
    return statement(session, 'played', {
      result: { extensions: { [extension('time')]: event.time } },
      extensions: { [extension('length')]: roundTime(session.length) },
    });
  }
  if (event.kind === 'paused') {
    return statement(session, 'paused', {
      result: { extensions: { ...progressOf(session, played), [extension('time')]: event.time } },
      extensions: measured(session),
    });
  }
  const jump = { [extension('time-from')]: event.from, [extension('time-to')]: event.to };
  return statement(session, 'seeked', {
    result: { extensions: { ...jump, ...progressOf(session, played) } },
    extensions: { [extension('length')]: roundTime(session.length) },
  });
}

/** What has changed goes along (2.7). */
export function interactedStatement(
  session: ProfileSession,
  settings: PlayerSettings,
  time: number,
): AllowedStatement {
  return statement(session, 'interacted', {
    result: { extensions: { [extension('time')]: roundTime(time) } },
    extensions: settingsOf(session, settings),
  });
}

/** Completion of the recording as the profile means it; that of the AU is said by cmi5's own statement. */
export function completedStatement(session: ProfileSession, played: Played): AllowedStatement {
  return statement(session, 'completed', {
    result: {
      completion: true,
      // All the time spent on it in this registration (2.5.3).
      duration: `PT${played.spentSeconds}S`,
      extensions: { ...progressOf(session, played), [extension('time')]: roundTime(played.time) },
    },
    extensions: measured(session),
  });
}

export function terminatedStatement(session: ProfileSession, played: Played): AllowedStatement {
  return statement(session, 'terminated', {
    result: { extensions: { ...progressOf(session, played), [extension('time')]: roundTime(played.time) } },
    extensions: measured(session),
  });
}

function statement(
  { kind, sessionId }: ProfileSession,
  verb: keyof typeof videoVerbs,
  parts: Pick<AllowedStatement, 'result' | 'extensions'>,
): AllowedStatement {
  return {
    verb: videoVerbs[verb],
    definition: { type: `https://w3id.org/xapi/${kind}/activity-type/${kind}` },
    category: [`https://w3id.org/xapi/${kind}`],
    ...parts,
    extensions: { ...parts.extensions, [extension('session-id')]: sessionId },
  };
}

function measured({ length, threshold }: ProfileSession): Extensions {
  return {
    [extension('length')]: roundTime(length),
    [extension('completion-threshold')]: roundTime(threshold),
  };
}

function progressOf({ length }: ProfileSession, { segments }: Played): Extensions {
  return {
    [extension('progress')]: Math.floor(playedShare(segments, length) * 1000) / 1000,
    [extension('played-segments')]: writeSegments(segments),
  };
}

function settingsOf({ kind }: ProfileSession, settings: PlayerSettings): Extensions {
  const sound: Record<string, JsonValue> = {
    [extension('volume')]: Math.round(settings.volume * 1000) / 1000,
    [extension('speed')]: `${settings.speed}x`,
  };
  if (kind === 'audio') return sound;
  return {
    ...sound,
    [extension('cc-subtitle-enabled')]: settings.captions !== undefined,
    ...(settings.captions !== undefined && { [extension('cc-subtitle-lang')]: settings.captions }),
    [extension('full-screen')]: settings.fullScreen,
    ...(settings.quality && { [extension('quality')]: String(settings.quality) }),
    ...(settings.playbackSize && { [extension('video-playback-size')]: sizeText(settings.playbackSize) }),
  };
}

const sizeText = ({ width, height }: Size) => `${Math.round(width)}x${Math.round(height)}`;
