import { XmlBroken } from '../../scan-xml.ts';
import { type TableReading, tableOf } from '../table.ts';
import { readSheet } from './read-sheet.ts';
import { readRelationships, readSharedStrings, readStyles, readWorkbook } from './workbook.ts';

/** Reads one part of a workbook; undefined when there is none. Rejects when it is larger than may be. */
export type PartReader = (name: string) => Promise<Uint8Array | undefined>;

/** The first visible sheet of a workbook (ECMA-376). What the parts hold never throws. */
export async function readWorkbookTable(part: PartReader): Promise<TableReading> {
  const textOf = async (name: string) => {
    const bytes = await part(name);
    if (!bytes) return undefined;
    try {
      return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    } catch {
      throw new XmlBroken(`${name} is not UTF-8`);
    }
  };
  try {
    const workbook = readWorkbook((await textOf('xl/workbook.xml')) ?? '');
    const places = readRelationships((await textOf('xl/_rels/workbook.xml.rels')) ?? '');
    const name = workbook.sheet === undefined ? undefined : places.get(workbook.sheet);
    const sheet = await textOf(name ?? 'xl/worksheets/sheet1.xml');
    if (sheet === undefined) return refused('file-unreadable');
    const read = readSheet(sheet, {
      strings: readSharedStrings((await textOf('xl/sharedStrings.xml')) ?? ''),
      kinds: readStyles((await textOf('xl/styles.xml')) ?? ''),
      isFrom1904: workbook.isFrom1904,
    });
    return read.outcome === 'read' ? tableOf(read.rows) : refused(read.outcome);
  } catch (error) {
    if (error instanceof XmlBroken) return refused('file-unreadable');
    throw error;
  }
}

const refused = (
  problem: 'file-unreadable' | 'file-large' | 'too-many-columns' | 'too-many-rows',
): TableReading => ({
  ...{ outcome: 'refused', finding: { problem } },
});
