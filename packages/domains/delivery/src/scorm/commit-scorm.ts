import { type AuPrincipal, InvalidInput, Unavailable } from '@sinau/kernel';
import {
  type CommitIssue,
  type CommitParse,
  type DocumentContext,
  decideCommit,
  type Item,
  mapDocuments,
  parseCommit,
  type ScormAnswer,
  type ScormCommit,
  type ScormDocument,
  type ScormMessage,
  untouchedData,
} from '@sinau/scorm';
import { trialOf } from '../commit.ts';
import { ScormReplaced, SessionEnded } from '../errors.ts';
import { ending } from '../own-page/page-statements.ts';
import { writePage } from '../own-page/write-page.ts';
import { rounds } from '../sessions.ts';
import { applyCommit, contextOf, type ItemChange } from './apply-item.ts';
import { applyToPackage } from './apply-package.ts';
import { readScormSession, type ScormDeps, type ScormSession } from './scorm-session.ts';
import { itemStartOf, launchableItem } from './seeds.ts';
import { learnerOf } from './start-scorm.ts';
import type { ScormItemState, ScormPackageState } from './state.ts';
import { tellChange } from './tell-change.ts';

export interface CommitInput {
  readonly principal: AuPrincipal;
  readonly message: ScormMessage;
}

/** A commit with more answers than one write takes comes in so many portions at most. */
const mostPortions = 20;

/**
 * One message of the page that plays a package, stored whole or not at all: run-time data, what it means as xAPI, what it
 * completes. The same message again, after a lost answer, changes nothing and is answered alike. Rejects with
 * `SessionEnded`, `ScormReplaced`, `InvalidInput`, `TooLarge` of the record store and `Unavailable`; then nothing new is
 * kept.
 */
export async function commitScorm(deps: ScormDeps, input: CommitInput): Promise<ScormAnswer> {
  let portions = 0;
  for (let round = 0; round < rounds; ) {
    const written = await tryCommit(deps, input);
    if (written !== 'again' && written !== 'more') return written;
    if (written === 'again') round += 1;
    else portions += 1;
    if (portions > mostPortions) throw new InvalidInput('The commit holds too many interactions.');
  }
  throw new Unavailable('Too much is happening in this registration at once; please try again.');
}

/** `again`: somebody was faster. `more`: a part is stored, the same message goes on. */
async function tryCommit(deps: ScormDeps, input: CommitInput): Promise<ScormAnswer | 'again' | 'more'> {
  const { message } = input;
  const scorm = await readScormSession(deps, input.principal);
  if (scorm.mode !== 'normal') return commitTraceless(deps, scorm, message);
  const whole = await deps.scorm.readPackage(scorm.key);
  if (!whole || whole.sessionId !== scorm.session.terms.sessionId || message.run > whole.run) {
    throw invalid('run', 'This run was never started; send POST /launch/scorm/start first.');
  }
  const manifestItem = itemOf(scorm, message);
  const item = manifestItem && (await deps.scorm.readItem(scorm.key, manifestItem.identifier));
  const found: Found = { scorm, whole, manifestItem, item };
  if (message.run === whole.run && message.sequence === whole.sequence)
    return answerAgain(deps, found, message);
  // Another tab has taken over, or a later message was faster: only what those have not touched is still taken.
  const current = message.run === whole.run && message.sequence > whole.sequence;
  const decided = decide(found, message);
  if (!current && decided.newVisit === undefined) return answerAgain(deps, found, message);
  if (scorm.session.endedAt !== undefined) throw new SessionEnded();
  if (decided.outcome === 'duplicate') return answerAgain(deps, found, message);
  return store(deps, found, {
    message,
    current,
    newVisit: decided.newVisit,
    stale: decided.outcome === 'stale',
  });
}

interface Found {
  readonly scorm: ScormSession;
  readonly whole: ScormPackageState;
  readonly manifestItem: Item | undefined;
  readonly item: ScormItemState | undefined;
}

function itemOf(scorm: ScormSession, { itemId }: ScormMessage): Item | undefined {
  if (itemId === undefined) return undefined;
  const item = launchableItem(scorm, itemId);
  if (!item) throw invalid('itemId', 'The package has no such item.');
  return item;
}

/** `newVisit` is absent where nothing of the item is to be written. */
function decide(
  { manifestItem, item, scorm, whole }: Found,
  { run, visit = 1, sequence, commit, end }: ScormMessage,
): { readonly outcome: 'accept' | 'duplicate' | 'stale'; readonly newVisit?: boolean } {
  if (!manifestItem) {
    if (run < whole.run) throw new ScormReplaced();
    return { outcome: 'accept' };
  }
  const decision = decideCommit(item?.place, { run, visit, sequence, mode: scorm.mode });
  switch (decision.outcome) {
    case 'replaced':
      throw new ScormReplaced();
    case 'accept': {
      const { newVisit } = decision;
      // A SCO that never called Initialize has said nothing; an asset says nothing but that it was shown.
      const asset = manifestItem.launch?.kind === 'asset';
      const speaks = asset ? end !== undefined : commit !== undefined || (end !== undefined && !newVisit);
      return { outcome: 'accept', ...(speaks && { newVisit }) };
    }
    case 'duplicate':
      return { outcome: 'duplicate' };
    default:
      return { outcome: 'stale' };
  }
}

async function store(
  deps: ScormDeps,
  found: Found,
  given: {
    readonly message: ScormMessage;
    readonly current: boolean;
    readonly newVisit: boolean | undefined;
    readonly stale: boolean;
  },
): Promise<ScormAnswer | 'again' | 'more'> {
  const { scorm, whole, manifestItem } = found;
  const { message, current, newVisit, stale } = given;
  const at = deps.clock.now().toISOString();
  const parse = parseOf(scorm, message);
  const order = { run: message.run, visit: message.visit ?? 1, sequence: message.sequence };
  const change =
    manifestItem && newVisit !== undefined
      ? applyCommit(scorm, {
          ...{ manifestItem, order, newVisit, whole, item: found.item, at },
          data: parse?.commit.data,
          end: message.end,
        })
      : undefined;
  const partial = change?.partial === true;
  const next = applyToPackage(found, { message, commit: parse?.commit, change, current, at });
  const leaving = current && !partial && message.leave !== undefined;
  const context = manifestItem && change && contextFor(deps, scorm, { manifestItem, order, change, at });
  const told = tellChange(deps, scorm, { context, change, next, leaving, at, partial });
  const saving = await deps.scorm.saving({ whole: next.whole, ...(change && { item: change.item }) });
  const written = await writePage(deps, scorm, { ...told, saving });
  if (written === 'refused') return 'again';
  if (context && change) await putDocuments(deps, scorm, mapDocuments(change.before, change.after, context));
  if (partial) return 'more';
  return answerOf(
    deps,
    { ...found, whole: next.whole, item: change?.item ?? found.item },
    {
      outcome: 'stored',
      end: message.end !== undefined,
      warnings: [
        ...(parse?.warnings ?? []),
        ...strangeClaims(parse?.commit.claims, {
          scoId: message.itemId,
          learnerId: scorm.session.terms.actor.name,
        }),
        ...(change?.held ?? []),
        ...next.doubts,
        ...(stale ? [afterEnd] : []),
      ],
    },
  );
}

/** Whom a commit is about is what the session says; a body that says otherwise is told so. */
function strangeClaims(
  claims: ScormCommit['claims'] = {},
  session: { readonly scoId: string | undefined; readonly learnerId: string },
): readonly CommitIssue[] {
  return (['scoId', 'learnerId'] as const).flatMap((name) =>
    claims[name] === undefined || claims[name] === session[name]
      ? []
      : [{ path: `commit.${name}`, message: 'is not that of this session, which counts' }],
  );
}

const afterEnd: CommitIssue = {
  path: 'commit',
  message: 'came after this visit of the item had ended; left out',
};

function contextFor(
  deps: ScormDeps,
  scorm: ScormSession,
  of: {
    readonly manifestItem: Item;
    readonly order: { readonly run: number; readonly visit: number; readonly sequence: number };
    readonly change: ItemChange;
    readonly at: string;
  },
): DocumentContext {
  const { manifestItem, order, change, at } = of;
  const { attempt } = change.item;
  return contextOf(deps, scorm, { manifestItem, order, attempt, entry: change.entry, at });
}

function parseOf(
  { course }: ScormSession,
  { commit }: ScormMessage,
): Extract<CommitParse, { readonly outcome: 'parsed' }> | undefined {
  if (commit === undefined) return undefined;
  const parse = parseCommit(commit, course.version);
  if (parse.outcome === 'parsed') return parse;
  throw invalid(`commit.${parse.issue.path}`, parse.issue.message);
}

/** In browse and review a page may end its session, and nothing else is kept. */
async function commitTraceless(
  deps: ScormDeps,
  scorm: ScormSession,
  message: ScormMessage,
): Promise<ScormAnswer | 'again'> {
  const stamp = { digest: deps.digest, at: deps.clock.now().toISOString() };
  const statements = message.leave === undefined ? [] : ending(stamp, scorm);
  if (statements.length > 0 && (await writePage(deps, scorm, { statements })) === 'refused') return 'again';
  const status = { completion: 'unknown', success: 'unknown' } as const;
  return { result: true, errorCode: 0, outcome: 'ignored', course: status };
}

/** What a lost answer said. Documents follow the commit, so a crash in between is made good here. */
async function answerAgain(deps: ScormDeps, found: Found, message: ScormMessage): Promise<ScormAnswer> {
  const { scorm, manifestItem, item } = found;
  const isLast = item?.place.sequence === message.sequence && item.place.run === message.run;
  if (!isLast || !manifestItem) {
    const latest = found.whole.run === message.run && found.whole.sequence === message.sequence;
    return answerOf(deps, found, { outcome: latest ? 'stored' : 'stale' });
  }
  if (manifestItem.launch?.kind === 'sco') {
    const { data, time, reached, place, attempt } = item;
    const view = { data, status: reached, totalSeconds: time.seconds };
    const before = { ...view, data: untouchedData, initialized: false, terminated: false };
    const after = { ...view, initialized: true, terminated: place.terminated };
    const of = { manifestItem, order: place, attempt, entry: 'resume', at: item.savedAt } as const;
    await putDocuments(deps, scorm, mapDocuments(before, after, contextOf(deps, scorm, of)));
  }
  return answerOf(deps, found, { outcome: 'stored', end: message.end !== undefined });
}

async function putDocuments(
  deps: ScormDeps,
  { session, state }: ScormSession,
  documents: readonly ScormDocument[],
): Promise<void> {
  if (documents.length > 0)
    await deps.documents.put({ agent: session.terms.actor, ...trialOf(state) }, documents);
}

const mostWarnings = 50;

async function answerOf(
  deps: ScormDeps,
  { scorm, whole, manifestItem, item }: Found,
  said: {
    readonly outcome: ScormAnswer['outcome'];
    readonly end?: boolean;
    readonly warnings?: readonly CommitIssue[];
  },
): Promise<ScormAnswer> {
  const { completion, success, score } = whole.status;
  // Where the next visit starts is of use once this one is over.
  const learner = said.end ? { learner: await learnerOf(deps, scorm) } : {};
  const start = manifestItem && itemStartOf(scorm, manifestItem, { whole, item, ...learner });
  const warnings = said.warnings?.slice(0, mostWarnings) ?? [];
  return {
    result: true,
    errorCode: 0,
    outcome: said.outcome,
    ...(whole.savedAt !== undefined && { savedAt: whole.savedAt }),
    ...(start && { item: start }),
    course: { completion, success, score },
    ...(warnings.length > 0 && { warnings }),
  };
}

function invalid(path: string, message: string): InvalidInput {
  return new InvalidInput(message, { issues: [{ path: `/${path.replaceAll('.', '/')}`, message }] });
}
