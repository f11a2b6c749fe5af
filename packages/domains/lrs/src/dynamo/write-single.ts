import type { AtomicCompanion } from '@sinau/kernel';
import type { StatementDraft, StoreName } from '../model.ts';
import { toBody } from './bodies.ts';
import { claim } from './claim.ts';
import { notesOf, toCommitStatement } from './commit.ts';
import type { LrsContext } from './context.ts';
import { announceReference } from './links.ts';
import { pack } from './pack.ts';
import type { Position } from './position.ts';
import { publish } from './publish.ts';
import { type TryOutcome, writeCompanion } from './write-companion.ts';

/** One conditional write is uniqueness check and commit at once; everything after it makes the statement findable. */
export async function writeSingle(
  context: LrsContext,
  input: {
    readonly store: StoreName;
    readonly draft: StatementDraft;
    readonly position: Position;
    readonly companion?: AtomicCompanion;
    /** To call when the statement is committed but its rows are not all there. */
    readonly leave: () => void;
  },
): Promise<TryOutcome> {
  const { store, draft, position, companion } = input;
  const one = toCommitStatement(draft, position, 0);
  await announceReference(context, store, one);
  const body = await toBody(context, { store, position, index: 0 }, pack([one.json]));
  const claimed = await claim(context, {
    store,
    id: draft.id,
    position,
    fingerprint: draft.fingerprint,
    attributes: { ...body, g: notesOf([one]) },
    ...(companion ? { companion } : {}),
  });
  if (claimed.outcome !== 'claimed' && 'o' in body) await context.objects.delete(body.o);
  switch (claimed.outcome) {
    case 'conflict':
      return { outcome: 'conflict', id: draft.id };
    case 'companion-refused':
      return claimed;
    case 'late':
      return { outcome: 'again' };
    case 'duplicate':
      return writeCompanion(context, input);
    case 'claimed': {
      const referred = claimed.referred ? [draft.id] : [];
      const statements = [one];
      const packed = 'b' in body ? { packed: { json: one.json, bytes: body.b } } : {};
      const commit = { store, position, single: true, statements, chunks: new Map(), referred, ...packed };
      await publish(context, commit, input);
      return { outcome: 'stored', newIds: [draft.id] };
    }
  }
}
