import { nameOf, PdfBroken, type PdfValue, refOf } from './pdf-lexer.ts';
import type { PdfObject, PdfSection } from './read-update.ts';

type Dictionary = ReadonlyMap<string, PdfValue>;

/** What a signature may add to the root of a document (ISO 32000-2, 12.8; ETSI EN 319 142-1, 5.4). */
const addedToRoot = new Set(['AcroForm', 'DSS', 'Extensions', 'Perms', 'Version']);
const addedToPage = new Set(['Annots']);

/**
 * Whether an update shows what was there before: it changes the root and pages alone, takes nothing from them, and adds but fields of signatures that
 * nobody sees. Gives the objects of those fields. Throws `PdfBroken` otherwise.
 */
export function fieldsOfUpdate(before: PdfSection, update: PdfSection): readonly Dictionary[] {
  if (update.root !== before.root) throw new PdfBroken('another root');
  const fields = new Map<number, Dictionary>();
  for (const [number, { value }] of update.objects) {
    const old = before.objects.get(number)?.value;
    if (old === undefined) continue;
    checkChanged({ before, update, fields }, { number, old, value });
  }
  const root = dictionaryAt(update, update.root);
  const form = dictionaryOf(update, root?.get('AcroForm'));
  const listed = listOf(update, form?.get('Fields')).map(refOf);
  const isWhole =
    listed.length === fields.size && listed.every((one) => one !== undefined && fields.has(one));
  if (!isWhole) throw new PdfBroken('fields that are not those of the signature');
  return [...fields.values()];
}

interface Comparison {
  readonly before: PdfSection;
  readonly update: PdfSection;
  readonly fields: Map<number, Dictionary>;
}

function checkChanged(
  all: Comparison,
  { number, old, value }: { readonly number: number; readonly old: PdfValue; readonly value: PdfValue },
): void {
  const { before } = all;
  if (old instanceof Map && value instanceof Map) {
    if (number === before.root) {
      checkKept(old, value, addedToRoot);
      return;
    }
    if (nameOf(old.get('Type')) === 'Page') {
      checkKept(old, value, addedToPage);
      checkAnnotations(all, old.get('Annots'), value.get('Annots'));
      return;
    }
    // Who made the file and when; nothing of it is on a page.
    if (!old.has('Type') && old.has('CreationDate')) return;
  }
  if (!Array.isArray(old) || !isAnnotations(before, number)) {
    throw new PdfBroken('an object of the document was changed');
  }
  checkAnnotations(all, old, value);
}

/** Every entry stays as it was; others are of these names. */
function checkKept(old: Dictionary, value: Dictionary, added: ReadonlySet<string>): void {
  for (const [key, one] of old) {
    if (!added.has(key) && !isSame(one, value.get(key))) throw new PdfBroken(`/${key} was changed`);
  }
  for (const key of value.keys())
    if (!old.has(key) && !added.has(key)) throw new PdfBroken(`/${key} was added`);
}

const isAnnotations = ({ objects }: PdfSection, number: number): boolean =>
  [...objects.values()].some(
    ({ value }) =>
      value instanceof Map && nameOf(value.get('Type')) === 'Page' && refOf(value.get('Annots')) === number,
  );

/** Those of before, and behind them fields of signatures that take no room. */
function checkAnnotations({ before, update, fields }: Comparison, old: PdfValue, value: PdfValue): void {
  const was = listOf(before, old);
  const is = listOf({ objects: new Map([...before.objects, ...update.objects]) }, value);
  if (is.length < was.length || !was.every((one, n) => isSame(one, is[n])))
    throw new PdfBroken('/Annots was changed');
  for (const one of is.slice(was.length)) {
    const number = refOf(one);
    const field = number === undefined ? undefined : dictionaryAt(update, number);
    if (number === undefined || !field || !isUnseenSignature(field))
      throw new PdfBroken('something was laid on a page');
    fields.set(number, field);
  }
}

function isUnseenSignature(field: Dictionary): boolean {
  const place = field.get('Rect');
  const [left, bottom, right, top] = Array.isArray(place) ? place : [];
  const isNowhere = left !== undefined && (left === right || bottom === top);
  return nameOf(field.get('Subtype')) === 'Widget' && nameOf(field.get('FT')) === 'Sig' && isNowhere;
}

function dictionaryAt({ objects }: Pick<PdfSection, 'objects'>, number: number): Dictionary | undefined {
  const value = objects.get(number)?.value;
  return value instanceof Map ? value : undefined;
}

function dictionaryOf(section: PdfSection, value: PdfValue): Dictionary | undefined {
  const number = refOf(value);
  if (number !== undefined) return dictionaryAt(section, number);
  return value instanceof Map ? value : undefined;
}

function listOf(
  section: { readonly objects: ReadonlyMap<number, PdfObject> },
  value: PdfValue,
): readonly PdfValue[] {
  const number = refOf(value);
  const list = number === undefined ? value : section.objects.get(number)?.value;
  return Array.isArray(list) ? list : [];
}

function isSame(one: PdfValue, other: PdfValue): boolean {
  if (one instanceof Map) {
    return (
      other instanceof Map &&
      one.size === other.size &&
      [...one].every(([key, value]) => isSame(value, other.get(key)))
    );
  }
  if (Array.isArray(one)) {
    return (
      Array.isArray(other) && one.length === other.length && one.every((item, n) => isSame(item, other[n]))
    );
  }
  if (typeof one !== 'object' || typeof other !== 'object') return one === other;
  return nameOf(one) === nameOf(other) && refOf(one) === refOf(other);
}
