import type { AgencyId, Digest } from '@sinau/kernel';
import {
  bytesOf,
  type FeedLine,
  type FeedUnit,
  lineBytes,
  type RecordedCommit,
  sizeOf,
  statementLine,
  unitBytes,
  voidLine,
} from './feed.ts';
import type { FeedStore } from './ports.ts';

/**
 * Appends what was recorded to the feeds of the agencies that may see it. Idempotent, in any order, and in parallel:
 * a commit is told as often as the stream likes. Commits given together share chunks.
 */
export async function appendRecords(
  deps: { readonly feed: FeedStore; readonly digest: Digest; readonly laneCount: number },
  commits: readonly RecordedCommit[],
): Promise<void> {
  const agencies = new Set(
    commits.flatMap(({ statements, voids }) => [...statements, ...voids].flatMap((one) => one.agencies)),
  );
  for (const agencyId of agencies) {
    const units = new Map(
      commits.flatMap((commit) => unitsOf(commit, agencyId)).map((unit) => [unit.key, unit]),
    );
    const lane = laneOf(deps, commits[0]?.position ?? '');
    await deps.feed.append({ agencyId, lane, units: [...units.values()] });
  }
}

/** Any lane would do; the hash spreads parallel writers. */
export function laneOf(
  { digest, laneCount }: { readonly digest: Digest; readonly laneCount: number },
  position: string,
) {
  return Number.parseInt(digest.sha256(position).slice(0, 8), 16) % laneCount;
}

/** What a commit adds to the feed of an agency; the same whenever it is told. */
export function unitsOf(commit: RecordedCommit, agencyId: AgencyId): readonly FeedUnit[] {
  const { stored, voids } = commit;
  const taken = voids
    .filter(({ agencies }) => agencies.includes(agencyId))
    // By target: two commits may find the same void, the target's and the voiding statement's.
    .map(({ targetId, voidedBy, ...one }) => ({
      key: `void ${targetId}`,
      lines: [
        {
          kind: 'text' as const,
          text: voidLine({ id: targetId, voidedBy, stored: one.stored ?? stored }),
        },
      ],
    }));
  return [...statementUnits(commit, agencyId), ...taken];
}

/** Cut by size alone, so that every delivery of a commit is cut alike. */
function statementUnits({ stored, statements }: RecordedCommit, agencyId: AgencyId): readonly FeedUnit[] {
  const units: { key: string; lines: FeedLine[]; bytes: number }[] = [];
  for (const { id, position, json, agencies } of statements) {
    if (!agencies.includes(agencyId)) continue;
    const { line, bytes } = lineOf({ id, position, stored }, json);
    const unit = units.at(-1);
    if (unit && unit.bytes + bytes <= unitBytes) {
      unit.lines.push(line);
      unit.bytes += bytes;
    } else units.push({ key: `statement ${position}`, lines: [line], bytes });
  }
  return units;
}

function lineOf(
  place: { readonly id: string; readonly position: string; readonly stored: string },
  json: string,
): { readonly line: FeedLine; readonly bytes: number } {
  const text = statementLine(place, json);
  const bytes = bytesOf(text);
  if (bytes <= lineBytes) return { line: { kind: 'text', text }, bytes };
  const line: FeedLine = { kind: 'reference', ...place };
  return { line, bytes: sizeOf(line) };
}
