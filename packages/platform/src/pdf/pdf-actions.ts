import { nameOf, type PdfValue, refOf, textOf } from './pdf-lexer.ts';

/** What a file does by itself, and where its links lead (ISO 32000-2, 12.6): gathered object by object, told by `settleActions`. */
export interface PdfActions {
  /** Objects that are opened by themselves, that say what happens when, and that hold the address of a link. */
  readonly asked: { readonly opens: Set<number>; readonly reacts: Set<number>; readonly links: Set<number> };
  /** As what an object is harmless, by number; of all that stand under it, since files may hold an object several times. */
  readonly harmless: Map<number, Readonly<Record<keyof PdfActions['asked'], boolean>>>;
  /** Names of what was found. */
  readonly found: Set<string>;
}

export const createPdfActions = (found: Set<string>): PdfActions => ({
  ...{ asked: { opens: new Set(), reacts: new Set(), links: new Set() }, harmless: new Map(), found },
});

/** An object as it stands in the file, or what is in a trailer, which has no number. */
export function noteActions(actions: PdfActions, number: number | undefined, value: PdfValue): void {
  if (number !== undefined) {
    const before = actions.harmless.get(number) ?? { opens: true, reacts: true, links: true };
    actions.harmless.set(number, {
      opens: before.opens && isHarmlessOpening(value),
      reacts: before.reacts && reactionsIn(value).every(isHarmlessOpening),
      links: before.links && isLink(value),
    });
  }
  noteWithin(actions, value);
}

/** What is referred to and is nowhere counts as found: a viewer may see it where we do not. */
export function settleActions({ asked, harmless, found }: PdfActions): void {
  for (const [as, name] of [
    ['opens', 'OpenAction'],
    ['reacts', 'AA'],
    ['links', 'URI'],
  ] as const) {
    if ([...asked[as]].some((number) => !harmless.get(number)?.[as])) found.add(name);
  }
}

function noteWithin(actions: PdfActions, value: PdfValue): void {
  if (Array.isArray(value)) for (const item of value) noteWithin(actions, item);
  if (!(value instanceof Map)) return;
  noteOpening(actions, value.get('OpenAction'), 'OpenAction');
  const reactions = value.get('AA');
  const list = refOf(reactions);
  if (list !== undefined) actions.asked.reacts.add(list);
  for (const action of reactionsIn(reactions)) noteOpening(actions, action, 'AA');
  // The address of a link, and of the whole file in its catalog.
  for (const key of ['URI', 'Base']) if (value.has(key)) noteLink(actions, value.get(key));
  for (const item of value.values()) noteWithin(actions, item);
}

/** When a document, a page, a field or a mark is shown, touched, printed and so on (12.6.3). Fonts may be called AA as well. */
const triggers = 'E X D U Fo Bl PO PC PV PI O C K F V WC WS DS WP DP'.split(' ');

const reactionsIn = (value: PdfValue): readonly PdfValue[] =>
  value instanceof Map ? triggers.map((trigger) => value.get(trigger)) : [];

function noteOpening({ asked, found }: PdfActions, value: PdfValue, name: string): void {
  const ref = refOf(value);
  if (ref !== undefined) asked.opens.add(ref);
  else if (!isHarmlessOpening(value)) found.add(name);
}

/** No action, which a place in the file is as well, or going to a place and nowhere after it. Where a reference leads is not seen here. */
function isHarmlessOpening(value: PdfValue): boolean {
  if (value instanceof Map) return nameOf(value.get('S')) === 'GoTo' && !value.has('Next');
  return refOf(value) === undefined;
}

function noteLink({ asked, found }: PdfActions, value: PdfValue): void {
  const ref = refOf(value);
  if (ref !== undefined) asked.links.add(ref);
  // Names and dictionaries under these keys are other things, whose own entries are looked at.
  else if (textOf(value) !== undefined && !isLink(value)) found.add('URI');
}

/** Schemes that open a page or write a letter. What has none is a place beside the file. */
const schemes = new Set(['http:', 'https:', 'mailto:', 'tel:']);

function isLink(value: PdfValue): boolean {
  const text = textOf(value);
  if (text === undefined) return value === undefined || value instanceof Map;
  // Browsers leave out blanks, and marks of an encoding are none of the address.
  const address = text.replace(/[^!-~]/g, '').toLowerCase();
  const scheme = /^[^/?#]*?:/.exec(address)?.[0];
  return scheme === undefined || schemes.has(scheme);
}
