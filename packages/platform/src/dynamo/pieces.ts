import { gunzipSync, gzipSync } from 'node:zlib';
import type { Dynamo, Key } from './dynamo.ts';

/** Where the pieces of one value lie. */
export interface PiecePlace {
  readonly kind: string;
  keyOf(piece: number): Key;
  readonly mostPieces: number;
  /** Time to live, in epoch seconds. */
  readonly expiresAt?: number;
}

/** Below the 400 KB of one row. */
const pieceBytes = 350_000;

/** Values that are larger than a row, packed and cut. One is written once, under a fresh place, and never changed. */
export function createPieceStore({ dynamo, table }: { readonly dynamo: Dynamo; readonly table: string }) {
  return {
    /** `too-large`: nothing was kept. */
    async keep(
      { kind, keyOf, mostPieces, expiresAt }: PiecePlace,
      value: unknown,
    ): Promise<'kept' | 'too-large'> {
      const packed = gzipSync(JSON.stringify(value));
      const count = Math.ceil(packed.length / pieceBytes);
      if (count > mostPieces) return 'too-large';
      // One by one: together they may be more than one request carries.
      for (let n = 0; n < count; n += 1) {
        const piece = new Uint8Array(packed.subarray(n * pieceBytes, (n + 1) * pieceBytes));
        await dynamo.put({
          table,
          item: { ...keyOf(n), kind, piece, count, ...(expiresAt && { expiresAt }) },
        });
      }
      return 'kept';
    },
    /** Undefined when one of them is gone. */
    async read({ keyOf }: PiecePlace): Promise<unknown> {
      const pieces: Uint8Array[] = [];
      let count = 1;
      for (let n = 0; n < count; n += 1) {
        const row = await dynamo.get({ table, key: keyOf(n), consistent: true });
        if (!row) return undefined;
        pieces.push(row.piece as Uint8Array);
        count = Number(row.count);
      }
      return JSON.parse(gunzipSync(Buffer.concat(pieces)).toString());
    },
    /** Does nothing for an absent one. */
    async drop({ keyOf, mostPieces }: PiecePlace): Promise<void> {
      await dynamo.batchWrite({ table, deletes: Array.from({ length: mostPieces }, (_, n) => keyOf(n)) });
    },
  };
}
