import type { LanguageMap } from '@sinau/kernel';
import * as z from 'zod/mini';
import { isUsual } from './services/lenient.ts';
import { isWebAddress } from './web-address.ts';

/** The longest address or text that a placement may hold, in characters. */
const maxLength = 2048;
const text = z.string().check(z.minLength(1), z.maxLength(maxLength));

const address = z.string().check(z.refine(isWebAddress, 'must be an absolute http(s) address'));
const custom = z.record(z.string().check(z.maxLength(255)), z.string().check(z.maxLength(maxLength)));

/** Where and how a tool shows what a learner has handed in (Submission Review 1.0); without an address, where its link leads to. */
const submissionReview = z.strictObject({
  reviewableStatus: z.exactOptional(z.array(text).check(z.maxLength(10))),
  label: z.exactOptional(text),
  url: z.exactOptional(address),
  custom: z.exactOptional(custom),
});

const lineItem = z.strictObject({
  scoreMaximum: z.number().check(z.positive(), z.refine(isUsual)),
  label: text,
  resourceId: z.exactOptional(text),
  tag: z.exactOptional(text),
  submissionReview: z.exactOptional(submissionReview),
});

const placement = z.strictObject({
  clientId: z.string().check(z.minLength(1), z.maxLength(255)),
  deploymentId: z.string().check(z.minLength(1), z.maxLength(255)),
  url: z.exactOptional(address),
  text: z.exactOptional(z.string().check(z.maxLength(4000))),
  custom,
  lineItem: z.exactOptional(lineItem),
  availableFrom: z.exactOptional(z.iso.datetime()),
  availableUntil: z.exactOptional(z.iso.datetime()),
  submissionUntil: z.exactOptional(z.iso.datetime()),
});

/**
 * What a tool gave for a place in a course (Deep Linking 2.0, `ltiResourceLink`), or what an author wrote by hand. `url`: where the
 * tool is asked to lead to, kept to the letter; absent: the tool's own `target_link_uri`. `lineItem`: scores come to an item of its own;
 * `scoreMaximum` > 0. Times are ISO 8601 UTC.
 */
export type LtiPlacement = Readonly<z.infer<typeof placement>>;

/** A page of a provider that is reached by its address alone. */
export interface ExternalPage {
  /** Absolute https URL (http on one machine). */
  readonly url: string;
  readonly text?: string;
}

const externalPage = z.strictObject({
  url: text,
  text: z.exactOptional(z.string().check(z.maxLength(4000))),
});

/** Content that another system shows; what a module of such a kind holds. */
export type Elsewhere =
  | { readonly kind: 'lti'; readonly placement: LtiPlacement }
  | { readonly kind: 'external'; readonly page: ExternalPage };

const elsewhere = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('lti'), placement }),
  z.strictObject({ kind: z.literal('external'), page: externalPage }),
]);

const parameters = z.strictObject({
  v: z.literal(1),
  title: z.string(),
  content: elsewhere,
  frame: z.exactOptional(z.literal(true)),
});

/** What a launch needs to know of a module that another system shows. */
export interface ElsewhereModule {
  /** In the words of the course. */
  readonly title: string;
  readonly content: Elsewhere;
  /** Shown inside a page of ours; absent: in a window of its own. */
  readonly frame?: true;
}

/** `launchParameters` of a module that another system shows. */
export function elsewhereParameters(module: {
  readonly title: LanguageMap;
  readonly content: Elsewhere;
  readonly frame?: true;
}): string {
  const { title, ...rest } = module;
  const name = title.id ?? title.en ?? Object.values(title)[0] ?? '';
  return JSON.stringify(parameters.parse({ v: 1, title: name, ...rest }));
}

/** Undefined when the text is not ours. */
export function readElsewhere(launchParameters: string | undefined): ElsewhereModule | undefined {
  if (launchParameters === undefined) return undefined;
  try {
    const read = parameters.safeParse(JSON.parse(launchParameters));
    if (!read.success) return undefined;
    const { v: _version, ...module } = read.data;
    return module;
  } catch {
    return undefined;
  }
}

/** The schemas that authors' forms and machines are held to. */
export const ltiPlacementSchema = placement;
