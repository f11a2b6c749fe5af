import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openZip, ZipRefused } from '@sinau/platform/zip';
import {
  readTextTable,
  readWorkbookTable,
  type TableProblem,
  type TableReading,
  tableLimits,
} from '@sinau/rostering/table';

const mebibyte = 1024 * 1024;
const zipLimits = {
  maxEntries: 500,
  maxFileBytes: tableLimits.part,
  maxTotalBytes: 4 * tableLimits.part,
  ratioFromBytes: 4 * mebibyte,
};

/** Rules of archives that speak of their size; every other is a file that nobody's spreadsheet wrote. */
const sizeRules = /^zip\.(too-many-entries|file-too-large|total-too-large|ratio)$/;

const workbookName = /\.(xlsx|xlsm|xls|ods)$/i;

/**
 * A table as it was uploaded: a workbook or CSV, whatever its name says. Never rejects for what the file holds.
 * @param name as it was sent; what is called a workbook and is neither that nor a table of text is broken, and not empty
 */
export async function readTable(bytes: Uint8Array, name = ''): Promise<TableReading> {
  if (bytes.length > tableLimits.file) return refused('file-large');
  const [a, b] = bytes;
  // `PK`: a workbook. `ÐÏ`: the compound file of old Excel, in which locked workbooks lie as well.
  if (a === 0x50 && b === 0x4b) return readWorkbook(bytes);
  if (a === 0xd0 && b === 0xcf) return refused('file-old');
  const reading = readTextTable(bytes);
  const isTable = reading.outcome === 'read' && reading.table.heads.length > 1;
  return workbookName.test(name) && !isTable ? refused('file-unreadable') : reading;
}

async function readWorkbook(bytes: Uint8Array): Promise<TableReading> {
  const folder = await mkdtemp(join(tmpdir(), 'sinau-table-'));
  try {
    const path = join(folder, 'table.xlsx');
    await writeFile(path, bytes);
    const archive = await openZip(path, zipLimits);
    try {
      return await readWorkbookTable(async (name) => {
        const entry = archive.entries.find((one) => one.name === name);
        return entry && archive.readAll(entry, tableLimits.part);
      });
    } finally {
      await archive.close();
    }
  } catch (error) {
    if (!(error instanceof ZipRefused)) throw error;
    return refused(
      error.findings.some(({ rule }) => sizeRules.test(rule)) ? 'file-large' : 'file-unreadable',
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const refused = (problem: TableProblem): TableReading => ({ outcome: 'refused', finding: { problem } });
