/** What was typed into one row of a form, by the name of its field. */
export type Row = Readonly<Record<string, string>>;
type Values = Readonly<Record<string, string>>;

export const mostRows = 50;
const rowField = /^row-(\d+)-(\w+)$/;
export const fieldOfRow = (index: number, name: string) => `row-${index}-${name}`;

/** The rows of a form in their order. */
export function rowsOf(values: Values): readonly Row[] {
  const rows = new Map<number, Record<string, string>>();
  for (const [field, value] of Object.entries(values)) {
    const [, index, name] = rowField.exec(field) ?? [];
    if (index === undefined || name === undefined) continue;
    const row = rows.get(Number(index)) ?? {};
    row[name] = value;
    rows.set(Number(index), row);
  }
  return [...rows].sort(([one], [other]) => one - other).map(([, row]) => row);
}

/** The values with these rows instead of those there were. */
export function withRows(values: Values, rows: readonly Row[]): Values {
  const others = Object.entries(values).filter(([field]) => !rowField.test(field));
  const fields = rows.flatMap((row, index) =>
    Object.entries(row).map(([name, value]) => [fieldOfRow(index, name), value] as const),
  );
  return Object.fromEntries([...others, ...fields]);
}

/** What a button of the form asks for besides saving; undefined when it asks for none. */
export function changeRows(rows: readonly Row[], asked: string, blank: Row): readonly Row[] | undefined {
  if (asked === 'add') return [...rows, blank].slice(0, mostRows);
  const [, how, at] = /^(up|down|remove)-(\d+)$/.exec(asked) ?? [];
  if (how === undefined) return undefined;
  const index = Number(at);
  const row = rows[index];
  if (!row) return rows;
  const rest = rows.filter((_, other) => other !== index);
  if (how === 'remove') return rest;
  return rest.toSpliced(Math.max(0, how === 'up' ? index - 1 : index + 1), 0, row);
}
