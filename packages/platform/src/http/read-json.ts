import { InvalidInput, parseStrictJson } from '@sinau/kernel';
import type * as z from 'zod';
import { UnsupportedMediaType } from './errors.ts';

interface JsonRequest {
  header(name: string): string | undefined;
  text(): Promise<string>;
}

/** Reads a JSON body by its schema (strict JSON, case D4; strict objects refuse unknown properties, case D1). */
export async function readJson<Schema extends z.ZodType>(
  request: JsonRequest,
  schema: Schema,
): Promise<z.output<Schema>> {
  const type = request.header('content-type') ?? '';
  if (!/^application\/json(;|$)/i.test(type)) {
    throw new UnsupportedMediaType('Send the body as application/json.');
  }
  const parsed = schema.safeParse(parse(await request.text()));
  if (parsed.success) return parsed.data;
  throw new InvalidInput('Some fields are not right.', {
    issues: parsed.error.issues.map((issue) => ({
      path: `/${issue.path.map(String).join('/')}`,
      message: issue.message,
    })),
  });
}

function parse(text: string): unknown {
  const parsed = parseStrictJson(text);
  if (parsed.ok) return parsed.value;
  throw new InvalidInput('The body is not usable JSON.', { issues: [parsed.issue] });
}
