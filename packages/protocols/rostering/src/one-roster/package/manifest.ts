import type { CsvRecord } from './csv-records.ts';
import type { FileMode } from './files.ts';
import type { PackageFinding, PackageProblem } from './problems.ts';

export interface Manifest {
  /** `1.1` or `1.2`. */
  readonly version: string;
  /** Files that are sent, without `.csv`. */
  readonly modes: ReadonlyMap<string, FileMode>;
  readonly systemName?: string;
}

export const manifestName = 'manifest.csv';

/** Reads the manifest; `findings` when it cannot be gone by. Files that it does not name count as absent. */
export function readManifest(
  records: readonly CsvRecord[],
): { readonly manifest: Manifest } | { readonly findings: readonly PackageFinding[] } {
  const [head, ...rows] = records;
  const missing = ['propertyName', 'value'].filter((name) => !head?.cells.includes(name));
  if (missing.length > 0) {
    return { findings: missing.map((column) => ({ problem: 'column-missing', file: manifestName, column })) };
  }
  const [nameAt, valueAt] = ['propertyName', 'value'].map((name) => head?.cells.indexOf(name) ?? 0);
  const findings: PackageFinding[] = [];
  const wrong = (problem: PackageProblem, column: string, line?: number) =>
    void findings.push({ problem, file: manifestName, column, ...(line !== undefined && { line }) });
  const values = new Map<string, { readonly value: string; readonly line: number }>();
  for (const { line, cells } of rows) {
    const [name = '', value = ''] = [nameAt, valueAt].map((at) => cells[at ?? 0]?.trim());
    if (values.has(name)) wrong('property-twice', name, line);
    values.set(name, { value, line });
  }
  for (const [name, allowed] of Object.entries(versions)) {
    const found = values.get(name);
    if (!allowed.test(found?.value ?? '')) wrong('version-wrong', name, found?.line);
  }
  const modes = new Map<string, FileMode>();
  for (const [name, { value, line }] of values) {
    const file = /^file\.([A-Za-z]{1,60})$/.exec(name)?.[1];
    if (file === undefined || value === 'absent') continue;
    if (value === 'bulk' || value === 'delta') modes.set(file, value);
    else wrong('mode-wrong', name, line);
  }
  if (findings.length > 0) return { findings };
  const systemName = values.get('source.systemName')?.value.slice(0, 100) ?? '';
  const version = values.get('oneroster.version')?.value.slice(0, 3) ?? '';
  return { manifest: { version, modes, ...(systemName !== '' && { systemName }) } };
}

const versions = { 'manifest.version': /^1\.0$/, 'oneroster.version': /^1\.[12](\.\d)?$/ };
