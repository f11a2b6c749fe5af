// The parts of dynalite that are used; the package brings no types. Attribute values are as on the wire:
// binary in base64.

declare module 'dynalite/db/index.js' {
  import type { AttributeValue } from 'aws-lambda';

  namespace dynalite {
    type Row = Record<string, AttributeValue>;

    interface KeyElement {
      AttributeName: string;
      KeyType: 'HASH' | 'RANGE';
    }

    interface Index {
      IndexName: string;
      KeySchema: KeyElement[];
      Projection: { ProjectionType: 'ALL' | 'KEYS_ONLY' | 'INCLUDE'; NonKeyAttributes?: string[] };
    }

    interface Table {
      TableName: string;
      TableStatus: string;
      AttributeDefinitions: { AttributeName: string; AttributeType: 'S' | 'N' | 'B' }[];
      KeySchema: KeyElement[];
      GlobalSecondaryIndexes?: Index[];
      LocalSecondaryIndexes?: Index[];
    }

    interface Expression {
      expression: object;
      pathHeads: Record<string, boolean>;
      nestedPaths: Record<string, boolean>;
    }

    interface Paths {
      paths: (string | number)[][];
      nestedPaths: Record<string, boolean>;
    }

    interface KeyCondition {
      ComparisonOperator: string;
      AttributeValueList: AttributeValue[];
    }

    /** A request after its types were checked and its expressions were parsed. */
    interface Request {
      TableName: string;
      Item: Row;
      Key: Row;
      ReturnValues?: string;
      ReturnConsumedCapacity?: 'INDEXES' | 'TOTAL' | 'NONE';
      ConsistentRead?: boolean;
      IndexName?: string;
      Limit?: number;
      ScanIndexForward?: boolean;
      Select?: string;
      ExclusiveStartKey?: Row;
      ExclusiveStartTableName?: string;
      KeyConditions?: Record<string, KeyCondition>;
      Segment?: number;
      RequestItems: Record<string, unknown>;
      AttributeDefinitions: Table['AttributeDefinitions'];
      KeySchema: KeyElement[];
      GlobalSecondaryIndexes?: Index[];
      BillingMode?: string;
      ProvisionedThroughput?: object;
      _condition?: Expression;
      _filter?: Expression;
      _projection?: Paths;
      _updates?: { sections: object[]; paths: (string | number)[][] };
    }

    interface Level {
      /** Options of LevelDB, in bytes. */
      open(options?: { writeBufferSize?: number; cacheSize?: number }): Promise<void>;
      close(): Promise<void>;
      batch(
        operations: ({ type: 'put'; key: string; value: unknown } | { type: 'del'; key: string })[],
      ): Promise<void>;
      getSync(key: string, options?: { snapshot?: Snapshot }): unknown;
      snapshot(): Snapshot;
      iterator(options: Range & { snapshot?: Snapshot }): Iterator<[string, unknown]>;
    }

    interface Snapshot {
      close(): Promise<void>;
    }

    interface Range {
      gte?: string;
      gt?: string;
      lte?: string;
      lt?: string;
      reverse?: boolean;
      limit?: number;
      /** Bytes after which one step of an iterator ends. */
      highWaterMarkBytes?: number;
    }

    interface Iterator<Entry> {
      /** At most `size` entries; an empty array at the end. */
      nextv(size: number): Promise<Entry[]>;
      close(): Promise<void>;
    }
  }

  const dynalite: {
    create(options: { path?: string | undefined }): { db: dynalite.Level };
    validateKey(key: dynalite.Row, table: dynalite.Table): Error | undefined;
    validateItem(item: dynalite.Row, table: dynalite.Table): Error | undefined;
    checkConditional(request: dynalite.Request, row: dynalite.Row | undefined): Error | null | undefined;
    matchesExprFilter(row: dynalite.Row, expression: object): boolean;
    mapPaths(paths: (string | number)[][], row: dynalite.Row): dynalite.Row;
    toRangeStr(value: string, type: string): string;
    validationError(message: string): Error;
  };
  export = dynalite;
}

declare module 'dynalite/validations/index.js' {
  const validations: {
    checkTypes(data: object, types: object): object;
    checkValidations(data: object, types: object, custom: unknown, store: object): void;
    validateAttributeValue(value: object): string | undefined;
  };
  export = validations;
}

declare module 'dynalite/validations/*' {
  const validation: { readonly types: object; readonly custom?: unknown };
  export = validation;
}

declare module 'dynalite/actions/updateItem.js' {
  type Db = typeof import('dynalite/db/index.js');
  type Table = Parameters<Db['validateKey']>[1];
  type Request = Parameters<Db['checkConditional']>[0];

  function updateItem(
    store: {
      readonly options: { readonly maxItemSize: number };
      getTable(name: string, done: (error: null, table: Table) => void): void;
      getItemDb(): object;
      getIndexDb(): object;
    },
    request: Request,
    done: (error: Error | null) => void,
  ): void;
  export = updateItem;
}
