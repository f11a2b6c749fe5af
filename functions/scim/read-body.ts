import { parseStrictJson } from '@sinau/kernel';
import { UnsupportedMediaType } from '@sinau/platform/http';
import { ScimRefused } from '@sinau/scim';

/** JSON of either type (section 3.1), strict (case D4). */
export async function readBody(request: {
  header(name: string): string | undefined;
  text(): Promise<string>;
}): Promise<unknown> {
  const type = request.header('content-type') ?? '';
  if (!/^application\/(scim\+)?json\s*(;|$)/i.test(type)) {
    throw new UnsupportedMediaType('Send the body as application/scim+json.');
  }
  const parsed = parseStrictJson(await request.text());
  if (parsed.ok) return parsed.value;
  throw new ScimRefused('scim.invalid-syntax', `The body is not usable JSON: ${parsed.issue.message}.`);
}
