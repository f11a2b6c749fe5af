import * as z from 'zod';
import { type FormState, SelectField, TextField } from '../layout/form.tsx';
import type { Ui } from '../ui.ts';

/** What an author says of a link to a tool, as its forms name it. */
export const linkShape = {
  url: z.union([z.literal(''), z.url({ protocol: /^https?$/ }).max(2000)]).default(''),
  custom: z.string().max(20_000).default(''),
  scored: z.enum(['yes', 'no']).default('no'),
  scoreMaximum: z.coerce.number().positive().max(1_000_000).default(100),
};

/** Lines of `name=value`, as authors know them from Moodle; undefined when one is none. */
export function customOf(text: string): Readonly<Record<string, string>> | undefined {
  const lines = text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const entries = lines.map(entryOf);
  if (entries.length > 100 || entries.some((entry) => entry === undefined)) return undefined;
  return Object.fromEntries(entries.flatMap((entry) => (entry ? [entry] : [])));
}

function entryOf(line: string): readonly [string, string] | undefined {
  const [, name, value] = /^([^=\s][^=]{0,254}?)\s*=\s*(.{0,2000})$/.exec(line) ?? [];
  return name !== undefined && value !== undefined ? [name, value] : undefined;
}

/** Parameters as lines, and those that tools have given and no line can say, which stay as they are. */
export function customLines(custom: Readonly<Record<string, string>>): {
  readonly text: string;
  readonly kept: Readonly<Record<string, string>>;
} {
  const entries = Object.entries(custom);
  const isLine = ([name, value]: readonly [string, string]) => {
    const [readName, readValue] = entryOf(`${name}=${value}`.trim()) ?? [];
    return readName === name && readValue === value;
  };
  return {
    text: entries
      .filter(isLine)
      .map(([name, value]) => `${name}=${value}`)
      .join('\n'),
    kept: Object.fromEntries(entries.filter((entry) => !isLine(entry))),
  };
}

interface Props {
  readonly ui: Ui;
  readonly form: FormState;
}

/** Where in the tool a link leads, and what it hands over. */
export function AddressFields({ ui, form }: Props) {
  const { tools } = ui.t;
  const shared = { ui, form };
  return (
    <>
      <TextField {...shared} name="url" label={tools.url} hint={tools.urlHint} maxlength={2000} />
      <TextField
        {...shared}
        name="custom"
        label={tools.custom}
        hint={tools.customHint}
        maxlength={20_000}
        multiline
      />
    </>
  );
}

export function ScoreFields({ ui, form }: Props) {
  const { tools } = ui.t;
  const shared = { ui, form };
  return (
    <>
      <SelectField
        {...shared}
        name="scored"
        label={tools.scored}
        required
        options={[
          ['no', tools.scoredChoice.no],
          ['yes', tools.scoredChoice.yes],
        ]}
      />
      <TextField
        {...shared}
        name="scoreMaximum"
        label={tools.scoreMaximum}
        hint={tools.scoreMaximumHint}
        maxlength={7}
        inputmode="numeric"
      />
    </>
  );
}
