import { gzipSync } from 'node:zlib';
import { ByteWriter, ParquetWriter, type SchemaElement } from 'hyparquet-writer';
import { flattenLine, type RecordRow } from '../flatten-line.ts';
import { type ColumnName, recordColumns } from '../record-columns.ts';
import type { FileWriter } from './file-writer.ts';
import type { HashedFile } from './hashed-file.ts';

/**
 * Rows of one group. Larger ones would be read a little faster; but a group is encoded in one go, and on one machine the
 * portal waits for it.
 */
const groupRows = 5_000;
/** Text of one group, where statements are large. */
const groupCharacters = 16_000_000;

const elementOf = {
  string: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  timestamp: { type: 'INT64', converted_type: 'TIMESTAMP_MILLIS' },
  double: { type: 'DOUBLE' },
  boolean: { type: 'BOOLEAN' },
} as const;

const schema: SchemaElement[] = [
  { name: 'records', num_children: recordColumns.length },
  ...recordColumns.map(({ name, type }) => ({
    name,
    ...elementOf[type],
    repetition_type: 'OPTIONAL' as const,
  })),
];

/** Statements are long and alike: gzip makes the whole file a third smaller than snappy does. Readers know both. */
const compressors = { GZIP: (bytes: Uint8Array) => new Uint8Array(gzipSync(bytes)) };
const codecOf = (name: ColumnName) => (name === 'statement' ? ('GZIP' as const) : ('SNAPPY' as const));

/** Parquet with compressed pages, written group by group, so that memory holds one group. */
export function createParquetWriter(file: HashedFile): FileWriter {
  const bytes = new ByteWriter();
  const parquet = new ParquetWriter({ writer: bytes, schema, compressors, createdBy: 'sinau' });
  let rows: RecordRow[] = [];
  let characters = 0;

  /** What was encoded goes to the file; the writer goes on counting where it is. */
  async function drain(): Promise<void> {
    await file.write(bytes.getBytes());
    bytes.index = 0;
  }

  async function writeGroup(): Promise<void> {
    if (rows.length === 0) return;
    const columnData = recordColumns.map(({ name }) => ({
      name,
      codec: codecOf(name),
      data: rows.map(({ values }) => values[name]),
    }));
    await parquet.write({ columnData, rowGroupSize: rows.length });
    rows = [];
    characters = 0;
    await drain();
  }

  return {
    add: async (more) => {
      for (const line of more) {
        rows.push(flattenLine(line));
        characters += line.length;
        if (rows.length >= groupRows || characters >= groupCharacters) await writeGroup();
      }
    },
    finish: async () => {
      await writeGroup();
      await parquet.finish();
      await drain();
    },
    abandon: () => {
      rows = [];
    },
  };
}
