import * as z from 'zod';
import { type Filter, type ProviderEvent, providerEvents } from './subscription.ts';

/** One line of an agency's or a provider's feed. */
export type Line =
  | {
      readonly kind: 'statement';
      /** Unique in the feed. */
      readonly key: string;
      readonly id: string;
      readonly stored: string;
      /** As it was stored, character by character. */
      readonly json: string;
    }
  | {
      readonly kind: 'void';
      readonly key: string;
      /** The statement that does not count any more. */
      readonly id: string;
      readonly voidedBy: string;
      readonly stored: string;
    }
  | {
      readonly kind: 'erase';
      readonly key: string;
      /** The statement that nobody may keep as it was. */
      readonly id: string;
      readonly stored: string;
      /** Whether it can be read again, without its person; not known of a dead letter. */
      readonly mode?: 'erased' | 'pseudonymised';
    }
  | {
      /** Something that happened to a provider's courses. */
      readonly kind: 'event';
      readonly key: string;
      readonly id: string;
      readonly stored: string;
      readonly type: ProviderEvent;
      /** JSON text of an object. */
      readonly data: string;
    };

const lineSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('statement'), id: z.string(), position: z.string(), stored: z.string() }),
  z.object({ kind: z.literal('void'), id: z.string(), voidedBy: z.string(), stored: z.string() }),
  z.object({
    kind: z.literal('erase'),
    id: z.string(),
    position: z.string(),
    stored: z.string(),
    mode: z.enum(['erased', 'pseudonymised']).exactOptional(),
  }),
  z.object({
    ...{ kind: z.literal('event'), id: z.string(), stored: z.string(), type: z.enum(providerEvents) },
    data: z.record(z.string(), z.unknown()),
  }),
]);

const bodyMark = ',"statement":';

/** Throws for what no feed gives. */
export function parseLine(text: string): Line {
  const { kind, id, stored, ...rest } = lineSchema.parse(JSON.parse(text));
  if (kind === 'void' && 'voidedBy' in rest) {
    return { kind, key: voidKey(id), id, voidedBy: rest.voidedBy, stored };
  }
  if (kind === 'erase') {
    const { mode } = 'mode' in rest ? rest : {};
    return { kind, key: eraseKey(id), id, stored, ...(mode && { mode }) };
  }
  if (kind === 'event' && 'type' in rest) {
    return { kind, key: eventKey(id), id, stored, type: rest.type, data: JSON.stringify(rest.data) };
  }
  // The statement stands last in its line; ids and times before it cannot hold the mark.
  const json = text.slice(text.indexOf(bodyMark) + bodyMark.length, -1);
  return { kind: 'statement', key: statementKey(id), id, stored, json };
}

export const statementKey = (id: string): string => `s:${id}`;
export const voidKey = (id: string): string => `v:${id}`;
export const eraseKey = (id: string): string => `e:${id}`;
export const eventKey = (id: string): string => `x:${id}`;

const voided = 'http://adlnet.gov/expapi/verbs/voided';

/** Only what the filter looks at; everything else of the statement is nobody's business here. */
const lookedAtSchema = z.object({
  verb: z.object({ id: z.string() }),
  object: z.object({ id: z.string().optional() }).optional(),
  context: z
    .object({
      contextActivities: z.object({ parent: z.unknown(), grouping: z.unknown() }).partial().optional(),
    })
    .optional(),
});

/** True for a line that a subscription with this filter is sent. */
export function passes({ verbs, activities }: Filter, line: Line): boolean {
  if (line.kind !== 'statement' || (verbs.length === 0 && activities.length === 0)) return true;
  const { verb, object, context } = lookedAtSchema.parse(JSON.parse(line.json));
  if (verb.id === voided) return true;
  if (verbs.length > 0 && !verbs.includes(verb.id)) return false;
  if (activities.length === 0) return true;
  const { parent, grouping } = context?.contextActivities ?? {};
  const above = [...idsIn(parent), ...idsIn(grouping)];
  return [object?.id, ...above].some((id) => id !== undefined && activities.includes(id));
}

/** 1.0.3 lets one activity stand without a list. */
function idsIn(value: unknown): readonly string[] {
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  return list.flatMap((one) => {
    const id: unknown = typeof one === 'object' && one !== null ? Reflect.get(one, 'id') : undefined;
    return typeof id === 'string' ? [id] : [];
  });
}
