import * as z from 'zod';
import { type PersonVisit, readForm } from '../../visit.ts';
import { type CatalogueDecision, catalogueFields, wholeLists } from './ports.ts';

const choice = z.enum(['take', 'keep']).exactOptional();
const decisionForm = z.object({
  id: z.string().min(1).max(255),
  rev: z.coerce.number().int().positive(),
  decision: z.enum(['accept', 'reject', 'undo']),
  submit: z.literal('yes').exactOptional(),
  ...(Object.fromEntries(catalogueFields.map((field) => [`choice-${field}`, choice])) as Record<
    `choice-${(typeof catalogueFields)[number]}`,
    typeof choice
  >),
});

/** What somebody decided on a course, and on each field that they had edited; undefined for a form that is none of ours. */
export async function readDecision({
  context,
  ui,
}: PersonVisit): Promise<(CatalogueDecision & { readonly externalId: string }) | undefined> {
  const read = await readForm(context, decisionForm, { other: ui.t.shell.fieldWrong });
  if (!read.ok) return undefined;
  const { id, rev, decision, submit, ...choices } = read.data;
  const chosen = (wanted: 'take' | 'keep') =>
    catalogueFields.filter((field) => choices[`choice-${field}`] === wanted);
  return {
    externalId: id,
    ...{ rev, decision, take: chosen('take'), keep: chosen('keep'), submit: submit === 'yes' },
  };
}

const startForm = z.object({ believedMissing: z.coerce.number().int().positive().exactOptional() });

export async function readStart({ context, ui }: PersonVisit): Promise<number | undefined> {
  const read = await readForm(context, startForm, { other: ui.t.shell.fieldWrong });
  return read.ok ? read.data.believedMissing : undefined;
}

const acceptForm = z.object({
  list: z.enum(wholeLists),
  submit: z.literal('yes').exactOptional(),
  expected: z.coerce.number().int().nonnegative().max(1_000_000).exactOptional(),
});

export async function readAcceptAll({ context, ui }: PersonVisit) {
  const read = await readForm(context, acceptForm, { other: ui.t.shell.fieldWrong });
  if (!read.ok) return undefined;
  const { list, submit, expected } = read.data;
  return { list, submit: submit === 'yes', ...(expected !== undefined && { expected }) };
}
