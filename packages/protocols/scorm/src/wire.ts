import type { LanguageMap, Locale } from '@sinau/kernel';
import * as z from 'zod';
import type { Organization, ScormVersion } from './manifest/model.ts';
import type { NextEntry, ScoStatus } from './runtime/attempt.ts';
import type { CommitIssue } from './runtime/cmi-reader.ts';
import {
  completions,
  type GlobalObjectives,
  type Score,
  type ScormLaunchMode,
  successes,
} from './runtime/runtime-data.ts';
import type { CmiTree } from './runtime/seed-launch.ts';

/*
 * What the page that plays a package and the server say to each other.
 *
 * `POST <endpoint of the LMS>/launch/scorm/start`, `Authorization: Basic <auth token>`, no body → `ScormStart`.
 * `POST <commitUrl>`, body `ScormMessage` as JSON, `text/plain` or `application/json` → `ScormAnswer`.
 * Refusals are problem details (RFC 9457) whose `code` tells what to do:
 *   403 delivery.session-ended  the session was ended elsewhere; show it, the data of this page cannot be stored
 *   409 delivery.scorm-replaced a later start of the same session has taken this item over (another tab)
 *   400 request.invalid         the message, or its commit, cannot be read; sending it again does not help
 *   413 request.too-large       over `maxMessageBytes`
 *   429, 503, no answer         try the same message again later, in the same order
 */

/** Bytes of a message; suspend data of 64,000 characters with hundreds of interactions fits. */
export const maxMessageBytes = 1024 * 1024;

/** Entries of the launch log in one message, and what the server keeps of one session. */
export const maxCallsPerMessage = 200;
export const maxCallsPerSession = 2000;
export const maxCallText = 250;

/** Where a SCO stands, and what its next launch starts from. */
export interface ScormItemStart {
  /** Identifier of the item in the manifest. */
  readonly itemId: string;
  /** Counts the attempts of the registration at this item, from 1; 0 for assets. */
  readonly attempt: number;
  readonly entry: NextEntry['entry'];
  /**
   * To be loaded before Initialize: `{ cmi: … }` and, for 2004, `{ adl: { data: … } }`. Absent for assets, and in answers
   * to messages without `end`.
   */
  readonly seed?: CmiTree;
  /** What the registration has reached here; it is never taken back. */
  readonly status: ScoStatus;
  readonly score: Score;
}

export interface ScormStart {
  readonly version: ScormVersion;
  /** Of SCORM 2004. */
  readonly edition?: 2 | 3 | 4;
  /** The organization to be played, with prerequisites (1.2), sequencing and hidden controls (2004) of its items. */
  readonly organization: Organization;
  readonly courseTitle: LanguageMap;
  readonly moduleTitle: LanguageMap;
  /** Language of the portal. */
  readonly locale: Locale;
  /** `id` is a pseudonym of the learner. */
  readonly learner: { readonly id: string; readonly name: string };
  readonly mode: ScormLaunchMode;
  /**
   * Counts the starts of this package in the registration, from 1: goes into every message. A page that starts later
   * takes over item by item what it commits to.
   */
  readonly run: number;
  /** Every launchable item, depth first. */
  readonly items: readonly ScormItemStart[];
  /** 2004: as last committed; empty before. */
  readonly globalObjectives: GlobalObjectives;
  /** 2004: what the page gave as `sequencing.state` last. */
  readonly sequencingState?: string;
  /** The item that was open last and may be returned to. */
  readonly currentItemId?: string;
  /** Absolute, with the auth token in its query; any origin, no headers needed. */
  readonly commitUrl: string;
  /** A page of the portal. */
  readonly returnUrl: string;
  /** Of the latest stored commit, ISO 8601 UTC. */
  readonly savedAt?: string;
  /** Commit at least so often while a SCO is open and has something new. */
  readonly commitSeconds: number;
}

const itemId = z.string().min(1).max(4000);
const instant = z.iso.datetime();
const scaled = z.number().min(-1).max(1);

/** One call of the content to the API, for whoever looks for the cause of trouble. Texts beyond `maxCallText` are cut. */
const callSchema = z.object({
  at: instant,
  /** As 2004 calls it, for 1.2 too: Initialize, GetValue, SetValue, Commit, Terminate, GetLastError … */
  call: z.string().max(40),
  element: z.string().max(4000).exactOptional(),
  value: z.string().exactOptional(),
  /** What the API answered. */
  answer: z.string().exactOptional(),
  /** Error code after the call; 0 is none. */
  error: z.number().int().exactOptional(),
});

const sequencingSchema = z.object({
  /** The sequencer's own state, given back as it is at the next start. */
  state: z
    .string()
    .max(256 * 1024)
    .exactOptional(),
  /** Null: no item is open. */
  currentItemId: itemId.nullable().exactOptional(),
  /** The root activity as the sequencer rolled it up. */
  rollup: z
    .object({
      completion: z.enum(completions).exactOptional(),
      success: z.enum(successes).exactOptional(),
      score: z
        .object({
          scaled: scaled.exactOptional(),
          raw: z.number().exactOptional(),
          min: z.number().exactOptional(),
          max: z.number().exactOptional(),
        })
        .exactOptional(),
    })
    .exactOptional(),
});

/**
 * One message of the page. A retry is the same message again, byte for byte; messages are sent one after another.
 * The first message of a visit is to be sent right after Initialize.
 *
 * What a page could not send before its session died is sent by the next one after its start, with its own `run`, `visit` and
 * `sequence`, so that nothing is stored twice: what arrived after all is answered as then, and 409 says that the learner has
 * gone on elsewhere. With `end` the answer's `item` is the seed.
 */
export const scormMessageSchema = z
  .object({
    /** Of the start. */
    run: z.number().int().min(1),
    /** Counts the messages of a run, from 1. */
    sequence: z.number().int().min(1),
    /** Counts the launches of items within a run, from 1: a SCO that is opened twice in one run has two visits. */
    visit: z.number().int().min(1).exactOptional(),
    /** Absent: the message is not about an item. With it goes `visit`. */
    itemId: itemId.exactOptional(),
    /** The commit object as scorm-again makes it (`renderCommonCommitFields`); absent for assets. */
    commit: z.record(z.string(), z.unknown()).exactOptional(),
    /** The visit is over: `terminated` by the content, or `left` without Terminate. For an asset: it was shown. */
    end: z.enum(['terminated', 'left']).exactOptional(),
    /** The whole session ends; nothing may follow. `suspend`: the learner goes on here later (2004 suspendAll). */
    leave: z.enum(['exit', 'suspend']).exactOptional(),
    /** 2004; in 1.2 only `currentItemId`. */
    sequencing: sequencingSchema.exactOptional(),
    calls: z.array(callSchema).max(maxCallsPerMessage).exactOptional(),
  })
  .refine((message) => (message.itemId === undefined) === (message.visit === undefined), {
    message: 'itemId and visit go together',
    path: ['visit'],
  })
  .refine((message) => message.itemId !== undefined || (!message.commit && !message.end), {
    message: 'commit and end are about an item',
    path: ['itemId'],
  });

export type ScormMessage = z.infer<typeof scormMessageSchema>;
export type ScormCall = z.infer<typeof callSchema>;

export interface ScormAnswer {
  readonly result: true;
  readonly errorCode: 0;
  /**
   * `stored`, also for a repetition of what was stored before. `stale`: a later message of this run is stored already,
   * nothing was written. `ignored`: browse and review leave no trace.
   */
  readonly outcome: 'stored' | 'stale' | 'ignored';
  /** Of what is stored now, ISO 8601 UTC. */
  readonly savedAt?: string;
  /** The item as it stands now; after `end` its seed is what the next visit starts from. */
  readonly item?: ScormItemStart;
  /** The whole package. */
  readonly course: ScoStatus & { readonly score?: Score };
  /** What of the commit was left out, cut or not taken back; not told again to a repetition. */
  readonly warnings?: readonly CommitIssue[];
}
