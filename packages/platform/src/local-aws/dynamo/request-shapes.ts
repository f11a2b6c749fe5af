import type { AttributeValue } from 'aws-lambda';
import type dynalite from 'dynalite/db/index.js';
import validations from 'dynalite/validations/index.js';

/** What parsing makes of a request's expressions. */
const parsedFields = ['_condition', '_filter', '_projection', '_updates', 'KeyConditions'] as const;
/** Rows and values: the same shape comes with ever others. */
const rowFields = ['Item', 'Key', 'ExclusiveStartKey', 'ExpressionAttributeValues'] as const;
const mostShapes = 1_000;

type Values = Readonly<Record<string, AttributeValue>>;

interface Parsed {
  readonly fields: Readonly<Partial<Record<(typeof parsedFields)[number], unknown>>>;
  /** The values they hold, by name. */
  readonly values: Values;
}

/**
 * Parsing expressions is most of what a small request costs, and a program sends few different ones: requests that are
 * alike in all but rows and values get what the first of them was parsed to, with their own values in it.
 */
export function createShapeMemory() {
  const known = new Map<string, Parsed>();
  return {
    /** True when the request was seen to be right and its expressions are filled in; false when it must be checked. */
    complete(shape: string | undefined, request: dynalite.Request): boolean {
      const parsed = shape === undefined ? undefined : known.get(shape);
      if (!parsed || !hasRightValues(request)) return false;
      const own = valuesOf(request);
      const swap = new Map<unknown, unknown>(
        Object.entries(parsed.values).map(([name, value]) => [value, own[name]] as const),
      );
      const fields = Object.entries(parsed.fields).map(
        ([name, field]) => [name, swapped(field, swap)] as const,
      );
      const completed = Object.fromEntries(fields) as Partial<dynalite.Request>;
      if (!Object.values(completed.KeyConditions ?? {}).every(isOrdered)) return false;
      Object.assign(request, completed);
      return true;
    },
    remember(shape: string | undefined, request: dynalite.Request): void {
      if (shape === undefined) return;
      if (known.size >= mostShapes) known.clear();
      const given = request as unknown as Record<string, unknown>;
      const values = valuesOf(request);
      // A copy, whatever becomes of the request; only the values stay themselves, to be found again.
      const same = new Map<unknown, unknown>(Object.values(values).map((value) => [value, value] as const));
      const fields = parsedFields.flatMap((name) =>
        given[name] === undefined ? [] : [[name, swapped(given[name], same)] as const],
      );
      known.set(shape, { fields: Object.fromEntries(fields), values });
    },
  };
}

/** All of a request but its rows and values; of those, their types. Undefined: not to be remembered. */
export function shapeOf(operation: string, request: object): string | undefined {
  const given = request as Readonly<Record<string, unknown>>;
  // Whether bounds are in order depends on the values.
  if (/between/i.test(`${given.ConditionExpression} ${given.FilterExpression}`)) return undefined;
  const types = rowFields.map((field) =>
    field === 'ExpressionAttributeValues'
      ? Object.entries((given[field] ?? {}) as Values).map(([name, value]) => [name, Object.keys(value)])
      : given[field] !== undefined,
  );
  const rest = Object.entries(given).filter(([name]) => !(rowFields as readonly string[]).includes(name));
  return JSON.stringify([operation, types, rest]);
}

function valuesOf(request: dynalite.Request): Values {
  return (request as { ExpressionAttributeValues?: Values }).ExpressionAttributeValues ?? {};
}

function hasRightValues(request: dynalite.Request): boolean {
  const given = request as unknown as Readonly<Record<string, Values | undefined>>;
  return rowFields.every((field) =>
    Object.values(given[field] ?? {}).every(
      (value) => validations.validateAttributeValue(value) === undefined,
    ),
  );
}

function isOrdered({ ComparisonOperator, AttributeValueList: [from, to] }: dynalite.KeyCondition): boolean {
  if (ComparisonOperator !== 'BETWEEN') return true;
  return from?.S !== undefined && to?.S !== undefined && from.S <= to.S;
}

/** A copy with some of its parts replaced. */
function swapped(node: unknown, swap: ReadonlyMap<unknown, unknown>): unknown {
  if (typeof node !== 'object' || node === null) return node;
  if (swap.has(node)) return swap.get(node);
  if (Array.isArray(node)) return node.map((one) => swapped(one, swap));
  const copy: Record<string, unknown> = Object.create(Object.getPrototypeOf(node));
  for (const [name, value] of Object.entries(node)) copy[name] = swapped(value, swap);
  return copy;
}
