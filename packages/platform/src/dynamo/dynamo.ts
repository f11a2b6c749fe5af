/** Primary key of both tables. */
export interface Key {
  readonly pk: string;
  readonly sk: string;
}

/** A row in the types of this program. */
export type Item = Key & Readonly<Record<string, unknown>>;

/** A condition expression with its own names and values. */
export interface Condition {
  readonly expression: string;
  readonly names?: Readonly<Record<string, string>>;
  readonly values?: Readonly<Record<string, unknown>>;
}

/** A conditional write either happened or met another row; `item` is that row as it was at the check. */
export type WriteResult =
  | { readonly outcome: 'done'; readonly attributes?: Item }
  | { readonly outcome: 'condition-failed'; readonly item?: Item };

/** Of a write that is worth something until a moment only. */
export interface Timely {
  /** Asked before every further try; false: the write is given up with `Unavailable`. @default as patience allows */
  readonly stillTimely?: () => boolean;
}

export interface PutInput extends Timely {
  readonly table: string;
  readonly item: Item;
  readonly condition?: Condition;
}

export interface UpdateInput extends Timely {
  readonly table: string;
  readonly key: Key;
  /** Update expression, e.g. `SET #n = :n`. */
  readonly update: string;
  readonly names?: Readonly<Record<string, string>>;
  readonly values?: Readonly<Record<string, unknown>>;
  /** Condition expression over the same names and values. */
  readonly condition?: string;
  /** Return the row after the update in `attributes`. */
  readonly returnNew?: boolean;
}

export interface DeleteInput {
  readonly table: string;
  readonly key: Key;
  readonly condition?: Condition;
}

export interface QueryInput {
  readonly table: string;
  /** Secondary index; its key attributes are `<index>pk` and `<index>sk`. Index reads are always eventual. */
  readonly index?: 'gsi1' | 'gsi2';
  readonly partition: string;
  /** Range of the sort key; bounds of `between` are inclusive. Absent: the whole partition. */
  readonly sort?: { readonly prefix: string } | { readonly between: readonly [string, string] };
  readonly descending?: boolean;
  /** Most rows to read in this page. */
  readonly limit?: number;
  readonly consistent?: boolean;
  /** `last` of the page before. */
  readonly startAfter?: Readonly<Record<string, unknown>>;
}

export interface QueryPage {
  readonly items: readonly Item[];
  /** Present when more rows may follow. */
  readonly last?: Readonly<Record<string, unknown>>;
}

export type TransactItem =
  | ({ readonly kind: 'put' } & PutInput)
  | ({ readonly kind: 'update' } & UpdateInput)
  | ({ readonly kind: 'delete' } & DeleteInput)
  | { readonly kind: 'check'; readonly table: string; readonly key: Key; readonly condition: Condition };

/** One per item of the transaction, in order. */
export type CancellationReason =
  | { readonly code: 'None' }
  | { readonly code: 'ConditionalCheckFailed'; readonly item?: Item };

export type TransactResult =
  | { readonly outcome: 'done' }
  | { readonly outcome: 'cancelled'; readonly reasons: readonly CancellationReason[] };

/**
 * DynamoDB in the words adapters need. Every method retries throttles, internal errors, unprocessed items and
 * transaction conflicts with bounded jittered back-off and then rejects with `Unavailable` (nothing, or for
 * `batchWrite` a part, was written). Conditional failures are outcomes, never exceptions.
 *
 * After time-outs it is unknown whether the last try was carried out. So updates that count or append are not
 * repeated then; a put that meets its own row on the repetition is `done`; a repeated conditional update or delete
 * may report `condition-failed` against what it did itself, which a caller that reads `item` can tell; a
 * transaction is repeated under one token and is carried out once.
 */
export interface Dynamo {
  get(input: {
    readonly table: string;
    readonly key: Key;
    readonly consistent?: boolean;
  }): Promise<Item | undefined>;
  put(input: PutInput): Promise<WriteResult>;
  update(input: UpdateInput): Promise<WriteResult>;
  delete(input: DeleteInput): Promise<WriteResult>;
  /** One page, ordered by sort key. */
  query(input: QueryInput): Promise<QueryPage>;
  /** Any number of keys, split into requests of 100; absent rows are left out, order is not kept. */
  batchGet(input: {
    readonly table: string;
    readonly keys: readonly Key[];
    readonly consistent?: boolean;
  }): Promise<readonly Item[]>;
  /** Any number of unconditional writes, split into requests of 25. Not atomic. */
  batchWrite(input: {
    readonly table: string;
    readonly puts?: readonly Item[];
    readonly deletes?: readonly Key[];
  }): Promise<void>;
  /** All or nothing; at most 100 items, no row twice. `token` makes a repeated call within ten minutes harmless. */
  transactWrite(
    items: readonly TransactItem[],
    options?: Timely & { readonly token?: string },
  ): Promise<TransactResult>;
  /** A consistent snapshot of up to 100 rows, in the order asked; undefined where a row is absent. */
  transactGet(
    keys: readonly { readonly table: string; readonly key: Key }[],
  ): Promise<readonly (Item | undefined)[]>;
}
