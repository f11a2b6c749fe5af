import * as z from 'zod';
import { moodleId, words } from './wire.ts';

const siteSchema = z.object({
  siteurl: words,
  release: words,
  userid: moodleId,
  username: words,
  functions: z.array(z.object({ name: words })),
});

export interface MoodleSite {
  readonly url: string;
  /** The account that the token belongs to, by its id and its name. */
  readonly account: { readonly id: string; readonly username: string };
  /** e.g. `4.5.6 (Build: 20250811)`. */
  readonly release: string;
  /** What the token may call. */
  readonly functions: ReadonlySet<string>;
}

/** Of `core_webservice_get_site_info`. */
export function readMoodleSite(value: unknown): MoodleSite | undefined {
  const { data } = siteSchema.safeParse(value);
  if (!data) return undefined;
  const { siteurl: url, release, userid: id, username } = data;
  return {
    url,
    release,
    account: { id, username },
    functions: new Set(data.functions.map(({ name }) => name)),
  };
}
