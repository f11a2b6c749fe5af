import * as z from 'zod/mini';
import { isPackagePath, isWebAddress, maxSourceLength } from './source.ts';

/** Kinds of modules that our own viewer shows. */
export const mediaKinds = ['video', 'audio', 'document', 'article', 'link', 'tincan'] as const;
export type MediaKind = (typeof mediaKinds)[number];

/** Kinds whose source is a file of the package, and never an address elsewhere. */
const filesOnly: readonly MediaKind[] = ['document', 'article', 'tincan'];

const maxCaptions = 20;
const source = z.string().check(z.minLength(1), z.maxLength(maxSourceLength));
const file = source.check(z.refine(isPackagePath, 'must name a file of the package'));
const fileOrAddress = source.check(
  z.refine(
    (text) => isWebAddress(text) || isPackagePath(text),
    'must name a file of the package or be an https address',
  ),
);
const share = z.number().check(z.gte(0), z.lte(1));
const label = z.string().check(z.minLength(1), z.maxLength(1000));
// RFC 5646; the browser is given it as `srclang` and `lang`.
const language = z.string().check(z.regex(/^[a-z]{1,8}(-[a-z\d]{1,8})*$/i), z.maxLength(35));

const caption = z.strictObject({ src: file, lang: language, label });

const parameters = z
  .strictObject({
    v: z.literal(1),
    kind: z.enum(mediaKinds),
    src: fileOrAddress,
    type: z.optional(z.string().check(z.minLength(1), z.maxLength(127))),
    title: label,
    captions: z.array(caption).check(z.maxLength(maxCaptions)),
    transcript: z.optional(file),
    low: z.optional(fileOrAddress),
    durationSeconds: z.optional(z.number().check(z.positive())),
    pages: z.optional(z.int().check(z.positive())),
    activityId: z.optional(z.string().check(z.minLength(1), z.maxLength(maxSourceLength))),
    query: z.optional(z.string().check(z.maxLength(maxSourceLength))),
    share,
    locale: z.optional(z.enum(['id', 'en'])),
  })
  .check(
    z.refine(({ kind, src }) => kind !== 'link' || isWebAddress(src), {
      path: ['src'],
      error: 'of a link must be an https address',
    }),
    z.refine(({ kind, src }) => !filesOnly.includes(kind) || isPackagePath(src), {
      path: ['src'],
      error: 'of a document or article must name a file of the package',
    }),
    z.refine(({ kind, activityId }) => (kind === 'tincan') === (activityId !== undefined), {
      path: ['activityId'],
      error: 'goes with a Tin Can package, and with nothing else',
    }),
  );

/** A subtitle file (WebVTT) of the package. */
export type MediaCaption = Readonly<z.infer<typeof caption>>;

/**
 * What the LMS tells the viewer about a module: JSON in `launchParameters` of LMS.LaunchData (cmi5 10.2.6).
 *
 * `src`: file of the package, or absolute https URL (video, audio, link). `type`: its media type. `low`: the same in less data.
 * `transcript`: WebVTT or plain text. `share`: 0 to 1, what must have been played, seen or read before the module is completed;
 * of a link and of a Tin Can package it has no meaning. `activityId` and `query`: of a Tin Can package, its launchable activity and
 * what follows the address of its page. `durationSeconds` and `pages` are what the import has read; the file itself has the last word.
 * `locale`: language of the viewer where the learner has stated none.
 */
export type MediaParameters = Readonly<Omit<z.infer<typeof parameters>, 'captions'>> & {
  readonly captions: readonly MediaCaption[];
};

/** What an import has found in the package of a module. */
export type MediaFacts = Omit<MediaParameters, 'v' | 'kind' | 'share' | 'locale'>;

/**
 * `launchParameters` of a module. Facts that the viewer has no use for are left out.
 * Throws a TypeError for facts that no viewer could show: the import has to have refused them.
 */
export function mediaLaunchParameters(module: {
  readonly kind: MediaKind;
  readonly media: MediaFacts;
  readonly share: number;
  readonly locale?: 'id' | 'en';
}): string {
  const { kind, share, locale } = module;
  const { src, type, title, captions, transcript, low, durationSeconds, pages, activityId, query } =
    module.media;
  const given = {
    v: 1,
    kind,
    src,
    type,
    title,
    captions,
    transcript,
    low,
    durationSeconds,
    pages,
    activityId,
    query,
    share,
    locale,
  };
  const checked = parameters.safeParse(given);
  if (!checked.success) throw new TypeError(`no launch parameters: ${issueOf(checked.error)}`);
  return JSON.stringify(checked.data);
}

/** Undefined when the text is not ours, or of a later version than this viewer knows. */
export function parseMediaParameters(text: string | undefined): MediaParameters | undefined {
  if (text === undefined) return undefined;
  try {
    const checked = parameters.safeParse(JSON.parse(text));
    return checked.success ? checked.data : undefined;
  } catch {
    return undefined;
  }
}

function issueOf(error: z.core.$ZodError): string {
  const [issue] = error.issues;
  return `${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`.trim();
}
