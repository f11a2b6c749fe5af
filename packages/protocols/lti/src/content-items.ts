import type { ElsewhereModule, LtiPlacement } from './placement.ts';
import { plainText } from './plain-text.ts';
import { isUsual } from './services/lenient.ts';
import { isWebAddress } from './web-address.ts';

/** `kind`: an item of a kind that was not asked for, or one that is not as it must be. */
export interface WrongItems {
  readonly wrong: string;
  readonly kind: 'type' | 'items';
}

export type ReadItems = { readonly items: readonly ElsewhereModule[] } | WrongItems;

/** More at once is no choice of a person. */
const mostItems = 100;
const mostChars = { title: 300, text: 4000, custom: 2048, label: 255 };

type Fields = Readonly<Record<string, unknown>>;

/**
 * Content items of Deep Linking 2.0 in our shape. One that cannot be taken refuses them all, so that nobody is told that everything came.
 * `titleless`: the name of an item that has none.
 */
export function readContentItems(
  given: unknown,
  tool: { readonly clientId: string; readonly deploymentId: string; readonly titleless: string },
): ReadItems {
  // Nothing chosen is an answer like any other: the author has changed their mind.
  if (given === undefined || given === null) return { items: [] };
  if (!Array.isArray(given)) return { wrong: 'content_items must be a list.', kind: 'items' };
  if (given.length > mostItems) {
    return { wrong: `content_items: at most ${mostItems} at once.`, kind: 'items' };
  }
  const items: ElsewhereModule[] = [];
  for (const [at, item] of given.entries()) {
    const read = isFields(item) ? readItem(item, tool) : { wrong: 'must be an object.' };
    if ('wrong' in read) {
      const kind = read.wrong === otherType ? 'type' : 'items';
      return { wrong: `content_items/${at}: ${read.wrong}`, kind };
    }
    items.push(read);
  }
  return { items };
}

const otherType = 'this type was not asked for.';

type ReadOne = ElsewhereModule | { readonly wrong: string };

function readItem(item: Fields, tool: Parameters<typeof readContentItems>[1]): ReadOne {
  const { url } = item;
  const hasUrl = url !== undefined && url !== null && url !== '';
  if (hasUrl && !isWebAddress(url)) return { wrong: 'url must be an http(s) address.' };
  const title = (textOf(item.title) ?? tool.titleless).slice(0, mostChars.title);
  const text = textOf(item.text)?.slice(0, mostChars.text);
  const told = { ...(hasUrl && { url }), ...(text !== undefined && { text }) };
  if (item.type === 'link') {
    if (!hasUrl) return { wrong: 'a link needs a url.' };
    return { title, content: { kind: 'external', page: { url, ...(text !== undefined && { text }) } } };
  }
  if (item.type !== 'ltiResourceLink') return { wrong: otherType };
  const placement = placementOf(item, title);
  if ('wrong' in placement) return placement;
  const { clientId, deploymentId } = tool;
  const content = { kind: 'lti', placement: { clientId, deploymentId, ...told, ...placement } } as const;
  return { title, content, ...(wantsFrame(item) && { frame: true as const }) };
}

type Placed = Pick<
  LtiPlacement,
  'custom' | 'lineItem' | 'availableFrom' | 'availableUntil' | 'submissionUntil'
>;

function placementOf(item: Fields, title: string): Placed | { readonly wrong: string } {
  const custom = customOf(item.custom);
  if (!custom) return { wrong: 'custom must hold texts of at most 2,048 characters.' };
  const lineItem = lineItemOf(item.lineItem, title);
  if (lineItem && 'wrong' in lineItem) return lineItem;
  const available = isFields(item.available) ? item.available : {};
  const submission = isFields(item.submission) ? item.submission : {};
  return {
    custom,
    ...(lineItem && { lineItem }),
    ...timed('availableFrom', available.startDateTime),
    ...timed('availableUntil', available.endDateTime),
    ...timed('submissionUntil', submission.endDateTime),
  };
}

/** PHP writes an object without members as a list. */
function customOf(given: unknown): Readonly<Record<string, string>> | undefined {
  if (given === undefined || given === null || (Array.isArray(given) && given.length === 0)) return {};
  if (!isFields(given)) return undefined;
  const entries = Object.entries(given).map(([name, value]) => [name, customText(value)] as const);
  const whole = entries.every(
    ([name, value]) => name.length <= 255 && value !== undefined && value.length <= mostChars.custom,
  );
  return whole ? (Object.fromEntries(entries) as Record<string, string>) : undefined;
}

function customText(value: unknown): string | undefined {
  if (value === null) return '';
  return ['string', 'number', 'boolean'].includes(typeof value) ? String(value) : undefined;
}

function lineItemOf(given: unknown, title: string): LtiPlacement['lineItem'] | { readonly wrong: string } {
  if (given === undefined || given === null) return undefined;
  if (!isFields(given)) return { wrong: 'lineItem must be an object.' };
  // Moodle writes numbers as texts in places.
  const scoreMaximum =
    typeof given.scoreMaximum === 'string' ? Number(given.scoreMaximum) : given.scoreMaximum;
  if (typeof scoreMaximum !== 'number' || !isUsual(scoreMaximum) || scoreMaximum <= 0) {
    return { wrong: 'lineItem/scoreMaximum must be a number above 0.' };
  }
  const review = readReview(given.submissionReview);
  if (!review) return { wrong: 'lineItem/submissionReview must name an http(s) address and texts.' };
  const label = (textOf(given.label) ?? title).slice(0, mostChars.label);
  const [resourceId, tag] = [textOf(given.resourceId), textOf(given.tag)];
  return {
    scoreMaximum,
    label,
    ...(resourceId !== undefined && { resourceId: resourceId.slice(0, mostChars.label) }),
    ...(tag !== undefined && { tag: tag.slice(0, mostChars.label) }),
    ...(Object.keys(review).length > 0 && { submissionReview: review }),
  };
}

type Review = NonNullable<NonNullable<LtiPlacement['lineItem']>['submissionReview']>;

/** `submissionReview` of a line item. Undefined for one that cannot be followed; nothing in it, and it says nothing. */
export function readReview(given: unknown): Review | undefined {
  if (given === undefined || given === null) return {};
  if (!isFields(given)) return undefined;
  const { url, reviewableStatus } = given;
  const hasUrl = url !== undefined && url !== null && url !== '';
  const custom = customOf(given.custom);
  if ((hasUrl && !isWebAddress(url)) || !custom) return undefined;
  const label = textOf(given.label)?.slice(0, mostChars.label);
  const statuses = (Array.isArray(reviewableStatus) ? reviewableStatus : []).flatMap(
    (one) => textOf(one) ?? [],
  );
  return {
    ...(statuses.length > 0 && {
      reviewableStatus: statuses.slice(0, 10).map((one) => one.slice(0, mostChars.label)),
    }),
    ...(label !== undefined && { label }),
    ...(hasUrl && { url }),
    ...(Object.keys(custom).length > 0 && { custom }),
  };
}

/** A date that is none is as good as absent. */
function timed<Name extends string>(name: Name, given: unknown): Partial<Record<Name, string>> {
  const ms = typeof given === 'string' ? Date.parse(given) : Number.NaN;
  return Number.isNaN(ms) ? {} : ({ [name]: new Date(ms).toISOString() } as Record<Name, string>);
}

/** The word of the specification, and the one that Moodle has. */
function wantsFrame(item: Fields): boolean {
  if (isFields(item.presentation)) return item.presentation.documentTarget === 'iframe';
  return isFields(item.iframe) && !isFields(item.window);
}

/** Plain text, or undefined where there is none. */
function textOf(given: unknown): string | undefined {
  const text = typeof given === 'string' ? plainText(given) : '';
  return text === '' ? undefined : text;
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
