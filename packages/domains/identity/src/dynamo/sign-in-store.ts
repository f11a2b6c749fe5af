import * as z from 'zod';
import type { SignInStore } from '../sign-in/ports.ts';
import { signInKey } from './keys.ts';
import { epochSeconds, type TableDeps } from './table.ts';

// In the row `expiresAt` is the time to live in seconds; the attempt's own time keeps another name.
const signInRow = z.object({
  stateHash: z.string(),
  browserHash: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  returnPath: z.string(),
  endsAt: z.string(),
});

export function createSignInStore({ dynamo, table }: TableDeps): SignInStore {
  return {
    async begin({ expiresAt, ...attempt }) {
      const ends = { endsAt: expiresAt, expiresAt: epochSeconds(expiresAt) };
      await dynamo.put({
        table,
        item: { ...signInKey(attempt.stateHash), kind: 'sign-in', ...attempt, ...ends },
      });
    },
    async take(stateHash) {
      const key = signInKey(stateHash);
      const row = await dynamo.get({ table, key, consistent: true });
      if (!row) return undefined;
      // Present: of several that read the row only one deletes it.
      const taken = await dynamo.delete({ table, key, condition: { expression: 'attribute_exists(pk)' } });
      if (taken.outcome !== 'done') return undefined;
      const { endsAt, ...attempt } = signInRow.parse(row);
      return { ...attempt, expiresAt: endsAt };
    },
  };
}
