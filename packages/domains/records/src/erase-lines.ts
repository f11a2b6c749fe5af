import type { AgencyId, Digest } from '@sinau/kernel';
import type { StoredStatement } from '@sinau/xapi';
import { bytesOf, type EraseNotice, eraseLine, type FeedLine, lineBytes, statementLine } from './feed.ts';
import { headOf, parseLine } from './parse-line.ts';
import type { FeedEraser, FeedStore, StatementBodies } from './ports.ts';

/** Whom to take out of a feed; the record store decides it. */
export interface LineRewriter {
  /** False only when the text certainly does not concern the person. */
  readonly mayConcern: (json: string) => boolean;
  /** Itself when it does not concern them. */
  readonly decide: (statement: StoredStatement) => StoredStatement | 'erase';
  /** What a statement says that was changed for this person, and no other one. */
  readonly pseudonym: string;
}

export interface EraseLinesDeps {
  readonly eraser: FeedEraser;
  /** Large statements, as the record store has them now: it goes first. */
  readonly bodies: StatementBodies;
}

export interface EraseLinesStep {
  /** Lines looked at. */
  readonly lines: number;
  /** Lines that were erased or changed, or that lead to such a statement. */
  readonly rewritten: number;
  /** Chunk to go on after; absent at the end of the lane. */
  readonly last?: number;
}

/**
 * One step through a lane: every line that concerns the person is replaced at its place, so that cursors stay valid, and a
 * notice is left for those who have it already. A lane has no index by person; it is read through.
 */
export async function eraseLines(
  deps: EraseLinesDeps,
  request: LineRewriter & {
    readonly agencyId: AgencyId;
    readonly lane: number;
    /** 0: from the first chunk. */
    readonly after: number;
    /** Chunks; integer > 0. */
    readonly limit: number;
    /** Counts only, changes nothing. */
    readonly dryRun?: boolean;
  },
): Promise<EraseLinesStep> {
  const { agencyId, lane, after, limit, dryRun = false } = request;
  const { chunks, more } = await deps.eraser.read({ agencyId, lane, after, limit });
  let lines = 0;
  let rewritten = 0;
  for (const chunk of chunks) {
    const next = await Promise.all(chunk.lines.map((line) => rewriteLine(deps, request, line)));
    const notices = next.flatMap(({ notice }) => notice ?? []);
    lines += chunk.lines.length;
    rewritten += notices.length;
    if (notices.length === 0 || dryRun) continue;
    const replaced = next.map(({ line }) => line);
    const done = await deps.eraser.replace({ agencyId, lane, chunk, lines: replaced, notices });
    // Only another erasure changes chunks: what it made is looked at again.
    if (done === 'changed') return { lines, rewritten, last: chunk.number - 1 };
  }
  const last = chunks.at(-1)?.number;
  return { lines, rewritten, ...(more && last !== undefined ? { last } : {}) };
}

/**
 * Tells those who pulled already. To be called once no reader can get a line any more that was replaced. `tag`: of the
 * erasure, since a statement may be changed by several. Idempotent; how many notices were told.
 */
export async function tellErasures(
  deps: {
    readonly eraser: FeedEraser;
    readonly feed: FeedStore;
    readonly digest: Digest;
    readonly laneCount: number;
  },
  request: { readonly agencyId: AgencyId; readonly tag: string; readonly limit: number },
): Promise<number> {
  const { agencyId, tag, limit } = request;
  const notices = await deps.eraser.notices(agencyId, limit);
  if (notices.length === 0) return 0;
  const lane = Number.parseInt(deps.digest.sha256(tag).slice(0, 8), 16) % deps.laneCount;
  await deps.feed.append({
    agencyId,
    lane,
    units: notices.map((notice) => ({
      key: `erase ${notice.position} ${tag}`,
      lines: [{ kind: 'text', text: eraseLine(notice) }],
    })),
  });
  await deps.eraser.forget(agencyId, notices);
  return notices.length;
}

interface Rewritten {
  readonly line: FeedLine;
  readonly notice?: EraseNotice;
}

async function rewriteLine(deps: EraseLinesDeps, rewriter: LineRewriter, line: FeedLine): Promise<Rewritten> {
  if (line.kind === 'reference') return rewriteReference(deps, rewriter, line);
  if (!rewriter.mayConcern(line.text) || headOf(line.text).kind !== 'statement') return { line };
  const parsed = parseLine(line.text);
  if (parsed.kind !== 'statement') return { line };
  const { id, position, stored, statement } = parsed;
  const place = { id, position, stored };
  const next = rewriter.decide(statement);
  if (next === statement) return { line };
  if (next === 'erase') return erased(place);
  const text = statementLine(place, JSON.stringify(next));
  const notice: EraseNotice = { ...place, mode: 'pseudonymised' };
  if (bytesOf(text) > lineBytes) return { line: { kind: 'reference', ...place }, notice };
  return { line: { kind: 'text', text }, notice };
}

/** The body lies in the record store alone, where it has been rewritten by now. */
async function rewriteReference(
  { bodies }: EraseLinesDeps,
  { pseudonym }: LineRewriter,
  line: Extract<FeedLine, { kind: 'reference' }>,
): Promise<Rewritten> {
  const { id, position, stored } = line;
  const json = await bodies.find(id);
  if (json === undefined) return erased({ id, position, stored });
  if (!json.includes(pseudonym)) return { line };
  return { line, notice: { id, position, stored, mode: 'pseudonymised' } };
}

function erased(place: Omit<EraseNotice, 'mode'>): Rewritten {
  const notice: EraseNotice = { ...place, mode: 'erased' };
  return { line: { kind: 'text', text: eraseLine(notice) }, notice };
}
