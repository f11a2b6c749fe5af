import * as z from 'zod';
import { moodleId, words } from './wire.ts';

const siteSchema = z.object({
  siteurl: words,
  release: words,
  userid: moodleId,
  functions: z.array(z.object({ name: words })),
});

export interface MoodleSite {
  readonly url: string;
  /** e.g. `4.5.6 (Build: 20250811)`. */
  readonly release: string;
  /** What the token may call. */
  readonly functions: ReadonlySet<string>;
}

/** Of `core_webservice_get_site_info`. */
export function readMoodleSite(value: unknown): MoodleSite | undefined {
  const { data } = siteSchema.safeParse(value);
  if (!data) return undefined;
  const { siteurl: url, release } = data;
  return { url, release, functions: new Set(data.functions.map(({ name }) => name)) };
}
