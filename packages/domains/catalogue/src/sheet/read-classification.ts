import { type Classification, mostFields } from '../classification/classification.ts';
import { certificationKinds, coreValues, courseFields, digitalPillars } from '../classification/codes.ts';
import { type SheetColumn, type SheetRow, splitList } from './columns.ts';
import type { ProblemCode } from './problems.ts';

type Wrong = (problem: ProblemCode, column: SheetColumn) => void;

/** What a row says of the lists that everybody has; cells that are empty leave what there is. */
export function readClassification(row: SheetRow, wrong: Wrong): Partial<Classification> {
  const some = <Code extends string>(column: SheetColumn, codes: readonly Code[], most: number) => {
    const cell = row[column];
    if (cell === undefined) return undefined;
    const found = [...new Set(splitList(cell).map((text) => codeIn(codes, text)))];
    if (found.includes(undefined)) wrong('code-unknown', column);
    if (found.length > most) wrong('list-long', column);
    return found.filter((code) => code !== undefined);
  };
  const values = some('core_values', coreValues, coreValues.length);
  const fields = some('fields', courseFields, mostFields);
  const pillars = some('digital_pillars', digitalPillars, digitalPillars.length);
  const kind = row.certification;
  const certification = kind === undefined ? undefined : codeIn(certificationKinds, kind);
  if (kind !== undefined && certification === undefined) wrong('code-unknown', 'certification');
  return {
    ...(values && { coreValues: values }),
    ...(fields && { fields }),
    ...(pillars && { digitalPillars: pillars }),
    ...(certification && { certification }),
  };
}

const codeIn = <Code extends string>(codes: readonly Code[], text: string): Code | undefined =>
  codes.find((code) => code === text.toLowerCase());
