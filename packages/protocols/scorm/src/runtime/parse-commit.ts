import type { ScormVersion } from '../manifest/model.ts';
import { type CmiReading, type CommitIssue, createCmiReader, isRecord, warn } from './cmi-reader.ts';
import { cmiLimits, readCmi12, readCmi2004 } from './read-cmi.ts';
import type { GlobalObjectives, RuntimeData } from './runtime-data.ts';

/** What the run-time sends at a commit, checked. */
export interface ScormCommit {
  readonly data: RuntimeData;
  readonly globalObjectives: GlobalObjectives;
  /** adl.nav.request of 2004, such as `suspendAll` or `{target=I2}choice`. */
  readonly navigationRequest?: string;
  /** What the body says of course, item and learner; to be held against the session, never to be believed. */
  readonly claims: Readonly<Partial<Record<'courseId' | 'scoId' | 'learnerId', string>>>;
}

export type CommitParse =
  | { readonly outcome: 'parsed'; readonly commit: ScormCommit; readonly warnings: readonly CommitIssue[] }
  | { readonly outcome: 'refused'; readonly issue: CommitIssue };

const maxGlobalObjectives = 1000;
const maxGlobalFields = 40;

/**
 * Reads a commit as the run-time made it, out of JSON that was read strictly. Single values that break their type or
 * size are left out or cut with a warning, so that one bad value loses no result. Refused is only what is no commit, and
 * suspend data that would have to be cut: half of it would be worse than what was stored before.
 */
export function parseCommit(body: unknown, version: ScormVersion): CommitParse {
  if (!isRecord(body)) return refuse('', 'the commit is no object');
  const { runtimeData } = body;
  if (!isRecord(runtimeData) || !isRecord(runtimeData.cmi)) {
    return refuse('runtimeData.cmi', 'is missing; send commits with renderCommonCommitFields');
  }
  const { suspend_data: suspendData } = runtimeData.cmi;
  if (typeof suspendData === 'string' && suspendData.length > cmiLimits.suspendData) {
    return refuse(
      'cmi.suspend_data',
      `is longer than ${cmiLimits.suspendData} characters; nothing was stored`,
    );
  }
  const reading: CmiReading = { version, warnings: [] };
  const commit = readTree(body, runtimeData, reading);
  return { outcome: 'parsed', commit, warnings: reading.warnings };
}

function readTree(
  body: Readonly<Record<string, unknown>>,
  runtimeData: Readonly<Record<string, unknown>>,
  reading: CmiReading,
): ScormCommit {
  const top = createCmiReader(body, 'commit', reading);
  const cmi = createCmiReader(runtimeData.cmi, 'cmi', reading);
  const adl = createCmiReader(runtimeData.adl, 'adl', reading);
  const data = reading.version === '1.2' ? readCmi12(cmi) : readCmi2004(cmi, adl);
  const nav = adl.child('nav');
  const request = nav.text('request', cmiLimits.identifier);
  nav.ignore('request_valid');
  adl.ignore('data');
  const claims = (['courseId', 'scoId', 'learnerId'] as const).flatMap((name) => {
    const claim = top.text(name, cmiLimits.identifier);
    return claim === undefined ? [] : [[name, claim] as const];
  });
  // The common fields repeat the tree, which is the authority.
  top.ignore('successStatus', 'completionStatus', 'totalTimeSeconds', 'score', 'runtimeData', 'learnerName');
  top.ignore('globalObjectives', 'commitSequence', 'commitId', 'sessionId', 'activityId', 'attempt');
  const globalObjectives = readGlobalObjectives(body.globalObjectives, reading);
  for (const reader of [top, cmi, adl]) reader.finish();
  return {
    data,
    globalObjectives,
    ...(request !== undefined && request !== '_none_' && { navigationRequest: request }),
    claims: Object.fromEntries(claims),
  };
}

function readGlobalObjectives(value: unknown, reading: CmiReading): GlobalObjectives {
  if (value === undefined || value === null) return {};
  if (!isRecord(value)) {
    warn(reading, 'globalObjectives', 'is no object; left out');
    return {};
  }
  const entries = Object.entries(value);
  if (entries.length > maxGlobalObjectives) {
    warn(reading, 'globalObjectives', `has ${entries.length} entries; ${maxGlobalObjectives} are kept`);
  }
  const read = entries.slice(0, maxGlobalObjectives).flatMap(([id, fields]) => {
    if (isRecord(fields) && id.length <= cmiLimits.identifier) return [[id, scalarsOf(fields)] as const];
    warn(reading, `globalObjectives.${id.slice(0, 60)}`, 'is no objective; left out');
    return [];
  });
  return Object.fromEntries(read);
}

function scalarsOf(fields: Readonly<Record<string, unknown>>): GlobalObjectives[string] {
  const scalars = Object.entries(fields)
    .slice(0, maxGlobalFields)
    .flatMap(([name, value]): [string, string | number | boolean | null][] => {
      if (value === null || typeof value === 'boolean') return [[name, value]];
      if (typeof value === 'number' && Number.isFinite(value)) return [[name, value]];
      return typeof value === 'string' && value.length <= cmiLimits.identifier ? [[name, value]] : [];
    });
  return Object.fromEntries(scalars);
}

function refuse(path: string, message: string): CommitParse {
  return { outcome: 'refused', issue: { path, message } };
}
