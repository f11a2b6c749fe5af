import { InvalidInput } from '@sinau/kernel';
import * as z from 'zod';

export const defaultLimit = 1_000;
export const maxLimit = 5_000;

const wholeNumber = `is a whole number from 1 to ${maxLimit}`;
const id = z.string().regex(/^[\w-]{1,64}$/, 'is not an id');
// A "+" that was not escaped arrives as a space, and is said to be wrong instead of being guessed.
const time = z.iso
  .datetime({ offset: true, error: 'is a time like 2026-03-01T00:00:00Z or 2026-03-01T07:00:00%2B07:00' })
  .transform((text) => new Date(text).toISOString());

const querySchema = z.strictObject({
  cursor: z.string().exactOptional(),
  limit: z
    .string()
    .regex(/^[1-9]\d{0,9}$/, wholeNumber)
    .transform(Number)
    .pipe(z.number().max(maxLimit, wholeNumber))
    .default(defaultLimit),
  unit: id.exactOptional(),
  person: id.exactOptional(),
  employeeNumber: z.string().min(1).max(40).exactOptional(),
  course: id.exactOptional(),
  from: time.exactOptional(),
  to: time.exactOptional(),
});

/** Every parameter at most once. */
export function readPullQuery(url: string): z.output<typeof querySchema> {
  const given = [...new URL(url).searchParams];
  const twice = given.find(([name], n) => given.findIndex((one) => one[0] === name) !== n);
  if (twice) throw wrong([{ path: `/${twice[0]}`, message: 'is given more than once' }]);
  const parsed = querySchema.safeParse(Object.fromEntries(given));
  if (parsed.success) return parsed.data;
  throw wrong(
    parsed.error.issues.flatMap((issue) =>
      issue.code === 'unrecognized_keys'
        ? issue.keys.map((key) => ({ path: `/${key}`, message: 'is not a parameter of this address' }))
        : [{ path: `/${issue.path.map(String).join('/')}`, message: issue.message }],
    ),
  );
}

function wrong(issues: InvalidInput['issues']): InvalidInput {
  return new InvalidInput('The query is not right.', { issues });
}
