import * as z from 'zod';
import { maybe, money } from '../budget/fields.ts';
import { eventWords } from '../i18n/events.ts';
import type { FormState } from '../layout/form.tsx';
import { lineField, textField } from '../text-fields.ts';
import type { Ui } from '../ui.ts';
import type { EventOrder, SessionOrder } from './desk-ports.ts';
import { audienceNames, eventModeNames } from './ports.ts';

/** Rows that a form has at most; blank ones are left out. */
export const mostSessionRows = 20;
export const mostSpeakerRows = 10;
export const mostLinkRows = 10;

const rowsOf = (most: number, names: readonly string[], prefix: string): readonly string[] =>
  Array.from({ length: most }, (_, n) => names.map((name) => `${prefix}${n}${name}`)).flat();

const sessionNames = ['id', 'date', 'from', 'until', 'title', 'place', 'link'] as const;
const speakerNames = ['name', 'post', 'bio', 'email'] as const;
const linkNames = ['title', 'url'] as const;

const text = (most: number) => z.string().trim().max(most).optional();
const rowFields: Readonly<Record<string, z.ZodType<string | undefined>>> = Object.fromEntries(
  [
    ...rowsOf(mostSessionRows, sessionNames, 's'),
    ...rowsOf(mostSpeakerRows, speakerNames, 'p'),
    ...rowsOf(mostLinkRows, linkNames, 'l'),
  ].map((name) => [name, (name.endsWith('bio') ? textField(0, 1_000) : z.string().max(1_000)).optional()]),
);

const list = z.preprocess(
  (given) => (given === undefined ? [] : typeof given === 'string' ? [given] : given),
  z.array(z.string().max(64)).max(50),
);

const moment = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/);

/** Every field there is; the rows are put together afterwards. */
export const eventFormSchema = z.object({
  ...rowFields,
  title: lineField(2, 160),
  about: textField(0, 4_000).optional(),
  form: z.string().regex(/^[A-Z]{2,3}\d{2}$/),
  mode: z.enum(eventModeNames),
  abroad: z.enum(['yes', 'no']),
  stated: text(8),
  zone: z.string().trim().min(3).max(64),
  capacity: z.coerce.number().int().min(1).max(1_000),
  price: maybe(money.pipe(z.int().min(1).max(1_000_000_000))),
  opensAt: moment,
  closesAt: moment,
  audience: z.enum(audienceNames),
  unitIds: list,
  approval: z.enum(['none', 'supervisor']),
  confirmHours: z.coerce.number().int().min(1).max(168),
  evaluation: text(500),
  /** The item of an annual plan that it is held for. */
  item: z.string().max(90).optional(),
});
/** Of an event that there is: as it was read. */
export const changeFormSchema = eventFormSchema.extend({ rev: z.coerce.number().int().min(1) });

type Fields = z.output<typeof eventFormSchema>;

type Row<Name extends string> = Readonly<Partial<Record<Name, string>>>;

/** Rows in which something was written, each with its number. */
function rowsIn<Name extends string>(
  fields: Readonly<Record<string, unknown>>,
  {
    prefix,
    names,
    most,
  }: { readonly prefix: string; readonly names: readonly Name[]; readonly most: number },
): readonly { readonly n: number; readonly row: Row<Name> }[] {
  return Array.from({ length: most }, (_, n) => {
    const written = names.flatMap((name): [Name, string][] => {
      const value = fields[`${prefix}${n}${name}`];
      const said = typeof value === 'string' ? value.trim() : '';
      return said === '' ? [] : [[name, said]];
    });
    return { n, row: Object.fromEntries(written) as Row<Name> };
  }).filter(({ row }) => Object.keys(row).some((name) => name !== 'id'));
}

export function orderFrom(fields: Fields): EventOrder {
  const { title, form, mode, zone, capacity, opensAt, closesAt, audience, unitIds, confirmHours } = fields;
  const { about, stated, evaluation, price } = fields;
  const speakers = rowsIn(fields, { prefix: 'p', names: speakerNames, most: mostSpeakerRows });
  const sessions = rowsIn(fields, { prefix: 's', names: sessionNames, most: mostSessionRows });
  const links = rowsIn(fields, { prefix: 'l', names: linkNames, most: mostLinkRows });
  return {
    ...{ title, form, mode, zone, capacity, opensAt, closesAt, audience, confirmHours },
    ...(about && { about }),
    ...(stated && { stated }),
    ...(typeof price === 'number' && { price }),
    ...(evaluation && { evaluation }),
    ...{ abroad: fields.abroad === 'yes', asksSupervisor: fields.approval === 'supervisor' },
    unitIds: audience === 'units' ? unitIds : [],
    rows: { s: sessions.map(numberOf), p: speakers.map(numberOf), l: links.map(numberOf) },
    sessions: sessions.map(({ row }) => sessionFrom(row)),
    speakers: speakers.map(({ row: { name = '', ...rest } }) => ({ name, ...rest })),
    links: links.map(({ row: { title: name = '', url = '' } }) => ({ title: name, url })),
  };
}

const numberOf = ({ n }: { readonly n: number }): number => n;

function sessionFrom({
  id,
  date = '',
  from = '',
  until = '',
  ...rest
}: Row<(typeof sessionNames)[number]>): SessionOrder {
  return { date, from, until, ...rest, ...(id !== undefined && { sessionId: id }) };
}

/** What the form of an event begins with. */
export function formFrom(order: EventOrder, rev: number): FormState {
  const written = (prefix: string, items: readonly Readonly<Record<string, string | undefined>>[]) =>
    items.flatMap((item, n) =>
      Object.entries(item).flatMap(([name, value]) =>
        value === undefined ? [] : [[`${prefix}${n}${name}`, value]],
      ),
    );
  const {
    sessions,
    speakers,
    links,
    unitIds,
    asksSupervisor,
    abroad,
    capacity,
    price,
    confirmHours,
    rows: _,
    ...rest
  } = order;
  const values: Record<string, string> = {
    ...Object.fromEntries(
      written(
        's',
        sessions.map(({ sessionId, ...one }) => ({ id: sessionId, ...one })),
      ),
    ),
    ...Object.fromEntries(written('p', speakers)),
    ...Object.fromEntries(written('l', links)),
    ...{ title: rest.title, about: rest.about ?? '', form: rest.form, mode: rest.mode, zone: rest.zone },
    ...{ stated: rest.stated ?? '', opensAt: rest.opensAt, closesAt: rest.closesAt, audience: rest.audience },
    ...{ abroad: abroad ? 'yes' : 'no', approval: asksSupervisor ? 'supervisor' : 'none' },
    ...{ unitIds: unitIds.join(' '), capacity: String(capacity), confirmHours: String(confirmHours) },
    ...{ evaluation: rest.evaluation ?? '', price: String(price ?? ''), rev: String(rev) },
  };
  return { values, errors: {} };
}

export const newForm: FormState = {
  values: {
    ...{ form: 'KL06', mode: 'in-person', abroad: 'no', zone: 'Asia/Jakarta', capacity: '40' },
    ...{ audience: 'agency', approval: 'none', confirmHours: '24' },
  },
  errors: {},
};

/** Of every field, what is wrong with it. */
export function wordsOfFields(ui: Ui): Readonly<Record<string, string>> & { readonly other: string } {
  const { wrong } = eventWords[ui.locale];
  const rows = (most: number, prefix: string, words: Readonly<Record<string, string>>) =>
    Array.from({ length: most }, (_, n) =>
      Object.entries(words).map(([name, sentence]) => [`${prefix}${n}${name}`, sentence]),
    ).flat();
  const session = {
    date: wrong.date,
    from: wrong.from,
    until: wrong.until,
    place: wrong.place,
    link: wrong.link,
  };
  return {
    ...wrong,
    ...Object.fromEntries(rows(mostSessionRows, 's', { ...session, title: wrong.title })),
    ...Object.fromEntries(
      rows(mostSpeakerRows, 'p', {
        ...{ name: wrong.speaker, post: wrong.speaker, bio: wrong.about, email: wrong.speakerEmail },
      }),
    ),
    ...Object.fromEntries(rows(mostLinkRows, 'l', { title: wrong.url, url: wrong.url })),
    other: ui.t.shell.fieldWrong,
  };
}
