import { type LaunchData, type LearnerPreferences, launchModes } from '@sinau/cmi5';
import type { Locale } from '@sinau/kernel';
import * as z from 'zod/mini';

const launchData = z.looseObject({
  contextTemplate: z.looseObject({
    contextActivities: z.optional(z.looseObject({})),
    extensions: z.optional(z.record(z.string(), z.unknown())),
  }),
  launchMode: z.enum(launchModes),
  moveOn: z.string(),
  launchParameters: z.optional(z.string()),
  returnURL: z.optional(z.string()),
});

/** LMS.LaunchData as far as this AU uses it; undefined when the document is none. */
export function readLaunchData(document: unknown): LaunchData | undefined {
  const checked = launchData.safeParse(document);
  return checked.success ? (checked.data as unknown as LaunchData) : undefined;
}

const preferences = z.looseObject({
  languagePreference: z.optional(z.string()),
  audioPreference: z.optional(z.enum(['on', 'off'])),
});

/** Preferences that cannot be read count as none. */
export function readPreferences(document: unknown): Partial<LearnerPreferences> {
  const checked = preferences.safeParse(document);
  if (!checked.success) return {};
  const { languagePreference, audioPreference } = checked.data;
  return {
    ...(languagePreference !== undefined && { languagePreference }),
    ...(audioPreference !== undefined && { audioPreference }),
  };
}

/** The first language of the learner that this viewer speaks, else what the module says, else Indonesian. */
export function chooseLocale(preference: string | undefined, fallback: Locale | undefined): Locale {
  for (const tag of preference?.split(',') ?? []) {
    const [language] = tag.trim().toLowerCase().split('-');
    if (language === 'id' || language === 'in') return 'id';
    if (language === 'en') return 'en';
  }
  return fallback ?? 'id';
}

/** Where to go when the AU is left; nothing but web addresses, whatever the document says. */
export function returnAddress({ returnURL }: Pick<LaunchData, 'returnURL'>): string | undefined {
  if (returnURL === undefined || !URL.canParse(returnURL)) return undefined;
  return /^https?:$/.test(new URL(returnURL).protocol) ? returnURL : undefined;
}
