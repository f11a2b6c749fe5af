import {
  type Access,
  DomainError,
  type ErrorCode,
  InvalidInput,
  type PersonId,
  type PersonPrincipal,
  type Principal,
  type ReadKind,
} from '@sinau/kernel';
import type { Context } from 'hono';
import { getCookie } from 'hono/cookie';
import type { JSX } from 'hono/jsx/jsx-runtime';
import * as z from 'zod';
import type { ServedAssets } from './assets.ts';
import { chooseLocale, localeCookie } from './i18n/locale.ts';
import type { NoticeName } from './i18n/problem.ts';
import { wordsOf } from './i18n/words-of.ts';
import type { FormState } from './layout/form.tsx';
import { asSeen, withCountedBreaks } from './text-fields.ts';
import { createUi, type Ui, type Viewer } from './ui.ts';

/** What the door has put into the context before a page is asked for. */
export interface PortalEnv {
  Variables: {
    principal: Principal;
    requestId: string;
    /** Whose records the page shows, where the route leaves it to the page. */
    readOf?: PersonId;
  };
  // biome-ignore lint/suspicious/noExplicitAny: Hono's own shape for runtime bindings
  Bindings: any;
}

export interface PortalRoute {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  /** Who may call it; the route does not compile without. */
  readonly access: Access;
  /** What of other people's records it shows: a list of the reader's office, or of whom `of` says. It leaves a line. */
  readonly reads?: { readonly what: ReadKind; readonly of?: 'personId' | 'told' | 'known' };
  /** The page speaks of more than learning. Pages for a role do so without being asked. */
  readonly allWords?: boolean;
  /** Open as well to an operator who looks at the portal as the person (case C10). @default refused */
  readonly viewable?: boolean;
  readonly maxBodyBytes?: number;
  readonly replayable?: boolean;
}

/** Declares one route at the door that serves the portal. */
export type RegisterRoute = (
  route: PortalRoute,
  handler: (context: Context<PortalEnv>) => Response | Promise<Response>,
) => void;

/** Looks up what the frame of a page says about the person. */
export interface ViewerPort {
  viewerOf(person: PersonPrincipal): Promise<Viewer>;
}

export interface PortalOptions {
  readonly assets: ServedAssets;
  readonly hasOutbox: boolean;
  /** A path of the portal itself, whatever was sent (case F2). */
  readonly safeReturnTo: (value: string | undefined) => string;
}

/** One request for a page, with the words and formats of its reader. */
export interface Visit {
  readonly context: Context<PortalEnv>;
  readonly ui: Ui;
  readonly notice: NoticeName | undefined;
}

export interface PersonVisit extends Visit {
  readonly person: PersonPrincipal;
}

/** The pages' way to declare routes: the reader is prepared before the page's own code runs. */
export interface Portal {
  readonly options: PortalOptions;
  /** Anybody, signed in or not. */
  open(route: PortalRoute, handler: (visit: Visit & { person?: PersonPrincipal }) => Promise<Response>): void;
  /** Signed-in people. */
  person(route: PortalRoute, handler: (visit: PersonVisit) => Promise<Response>): void;
}

export function createPortal(register: RegisterRoute, viewers: ViewerPort, options: PortalOptions): Portal {
  return {
    options,
    open: (route, handler) =>
      register(route, async (context) => {
        const principal = context.get('principal');
        const visit = await prepareVisit(context, { route, viewers, options });
        return handler(principal.kind === 'person' ? { ...visit, person: principal } : visit);
      }),
    person: (route, handler) =>
      register(route, async (context) => {
        const principal = context.get('principal');
        if (principal.kind !== 'person') throw new Error(`${route.path} was opened to more than people`);
        return handler({ ...(await prepareVisit(context, { route, viewers, options })), person: principal });
      }),
  };
}

async function prepareVisit(
  context: Context<PortalEnv>,
  {
    route,
    viewers,
    options,
  }: { readonly route: PortalRoute; readonly viewers: ViewerPort; readonly options: PortalOptions },
): Promise<Visit> {
  // Known before the page is: a slow phone asks for it while it still reads the page.
  if (context.req.header('accept')?.includes('text/html')) {
    context.header('link', `<${options.assets.paths.portal}>; rel=preload; as=style`);
  }
  const principal = context.get('principal');
  const viewer = principal.kind === 'person' ? await viewers.viewerOf(principal) : undefined;
  const notice = context.req.query('notice');
  const isStaffs = route.access.some((grant) => grant.startsWith('role:'));
  const ui = await uiOf(context, viewer, { ...options, allWords: isStaffs || route.allWords === true });
  return { context, ui, notice: notice && isNotice(ui, notice) ? notice : undefined };
}

/** Words and formats for a request; error pages use it before anybody is known. */
export async function uiOf(
  context: Context,
  viewer: Viewer | undefined,
  options: Pick<PortalOptions, 'assets' | 'hasOutbox'> & { readonly allWords?: boolean },
): Promise<Ui> {
  const url = new URL(context.req.url);
  url.searchParams.delete('notice');
  const locale = chooseLocale(getCookie(context, localeCookie), context.req.header('accept-language'));
  return createUi({
    locale,
    t: await wordsOf(locale, options.allWords === true),
    viewer,
    path: `${url.pathname}${url.search}`,
    assets: options.assets.paths,
    hasOutbox: options.hasOutbox,
  });
}

function isNotice(ui: Ui, name: string): name is NoticeName {
  return Object.hasOwn(ui.t.notice, name);
}

/** Answers with a whole page. */
export async function answerPage(
  context: Context,
  page: JSX.Element,
  status: 200 | 401 | 403 | 404 | 409 | 422 | 500 | 503 = 200,
): Promise<Response> {
  return context.body(`<!doctype html>${await textOf(page)}`, status, {
    'content-type': 'text/html; charset=utf-8',
  });
}

/** Answers with a part of a page, for the island that refreshes it. */
export async function answerFragment(context: Context, fragment: JSX.Element): Promise<Response> {
  return context.body(await textOf(fragment), 200, { 'content-type': 'text/html; charset=utf-8' });
}

/** Waits for pages that are loaded first (`lazyPage`). */
async function textOf(page: JSX.Element): Promise<string> {
  return (await page).toString();
}

/** After a successful POST: the browser goes on by GET, so that a reload repeats nothing. */
export function goTo(context: Context, path: string, notice?: NoticeName): Response {
  const separator = path.includes('?') ? '&' : '?';
  // Parts of an address come decoded; in a header they stand as they were sent.
  const to = path.replace(/[^\x21-\x7e]/gu, encodeURIComponent);
  return context.redirect(notice ? `${to}${separator}notice=${notice}` : to, 303);
}

/** A form as it was sent, checked by its schema. */
export type ReadForm<Data> =
  | { readonly ok: true; readonly data: Data; readonly form: FormState }
  | { readonly ok: false; readonly form: FormState };

/**
 * Reads a form. The schema lists every field there is: a field more is refused as a whole (case D1), a wrong one comes
 * back with the words of `messages`.
 */
export async function readForm<Shape extends z.ZodRawShape>(
  context: Context,
  schema: z.ZodObject<Shape>,
  messages: Readonly<Partial<Record<keyof Shape & string, string>>> & { readonly other: string },
): Promise<ReadForm<z.output<z.ZodObject<Shape>>>> {
  const body = await context.req.parseBody({ all: true }).catch((cause: unknown) => {
    throw new InvalidInput('The body is not a well-formed form.', { cause });
  });
  const sent: Record<string, string | string[]> = {};
  for (const [name, value] of Object.entries(body)) {
    if (!Object.hasOwn(schema.shape, name)) throw new InvalidInput('The form has a field that is not known.');
    const texts = (Array.isArray(value) ? value : [value])
      .filter((part) => typeof part === 'string')
      .map((text) => asSeen(withCountedBreaks(text)));
    sent[name] = texts.length === 1 ? (texts[0] ?? '') : texts;
  }
  const values = Object.fromEntries(
    Object.entries(sent).map(([name, value]) => [name, Array.isArray(value) ? value.join(' ') : value]),
  );
  const parsed = schema.safeParse(sent);
  if (parsed.success) return { ok: true, data: parsed.data, form: { values, errors: {} } };
  const wrong = new Set(parsed.error.issues.map((issue) => String(issue.path[0] ?? '')));
  const errors = Object.fromEntries([...wrong].map((name) => [name, messages[name] ?? messages.other]));
  return { ok: false, form: { values, errors } };
}

/** One or several check boxes of one name. */
export function choices<Value extends string>(values: readonly [Value, ...Value[]]) {
  return z.preprocess(
    (given) => (given === undefined ? [] : typeof given === 'string' ? [given] : given),
    z.array(z.enum(values)).min(1),
  );
}

/** Refusals that are about the page as a whole and get a page of their own. */
const pageWide: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'request.access-denied',
  'request.not-found',
  'request.not-signed-in',
  'request.view-only',
  'platform.unavailable',
  'catalogue.not-found',
  'identity.not-found',
  'enrolment.not-found',
  'delivery.not-found',
  'agreements.not-found',
  'dispatch.not-found',
  'lti.not-found',
  'connectors.not-found',
  'push.not-found',
  'questions.not-found',
  'questions.quiz-not-found',
  'privacy.not-found',
  'credentials.not-found',
  'exports.not-found',
  'external-learning.not-found',
  'sealing.not-found',
  'siasn.not-found',
  'feedback.not-found',
  'annual-plan.not-found',
  'competency.not-found',
  'budget.not-found',
  'programmes.not-found',
  'evaluation.not-found',
  'recognition.not-found',
  'collaboration.not-found',
  'adoption.not-found',
  'talent.not-found',
  'talent.own',
  'collaboration.community-not-found',
  'priority.not-found',
]);

/** What is missing, said once of each: of a course that is not complete, and before a step of a learning path. */
function lacksOf({ t }: Ui, { code, issues }: DomainError): readonly string[] {
  if (code === 'programmes.step-locked') return [`${issues.map(({ message }) => message).join(', ')}.`];
  if (code !== 'catalogue.not-publishable') return [];
  const { lacks } = t.editor;
  const steps = new Set(issues.map(({ path }) => path.split('/').at(-1) ?? ''));
  return Object.entries(lacks).flatMap(([step, words]) => (steps.has(step) ? [words] : []));
}

/** A seat for which a line of the budget has no room: said with the line. */
function lineOf({ t }: Ui, error: DomainError): string | undefined {
  if (error.code !== 'enrolment.budget-used-up' || !('line' in error)) return undefined;
  return typeof error.line === 'string' ? t.problem.budgetLine(error.line) : undefined;
}

/**
 * Runs a use case for a form. A refusal becomes a sentence above the form, or at its field when it names one
 * (`fieldOf` gives the field for the last part of the issue's path); faults and absences go on to the error page.
 */
export async function attempt<Value>(
  visit: Visit,
  form: FormState,
  run: () => Promise<Value>,
): Promise<{ readonly ok: true; readonly value: Value } | { readonly ok: false; readonly form: FormState }> {
  try {
    return { ok: true, value: await run() };
  } catch (thrown) {
    const error = thrown instanceof z.ZodError ? ofForm(thrown, form) : thrown;
    if (!(error instanceof DomainError) || pageWide.has(error.code)) throw thrown;
    const { problem } = visit.ui.t;
    const said = lineOf(visit.ui, error) ?? problem.code[error.code] ?? problem.other;
    const sentence = [said, ...lacksOf(visit.ui, error)].join(' ');
    const names = error.issues.flatMap((issue) =>
      issue.path.split('/').filter((part) => part in form.values),
    );
    const errors = Object.fromEntries(names.map((name) => [name, sentence]));
    return { ok: false, form: { ...form, errors, ...(names.length === 0 && { failure: sentence }) } };
  }
}

/**
 * What a domain does not take of a form, although the page's schema did: its words stay on the page. Undefined where no place that is wrong
 * is a field that was sent; then it is a fault, as it would be in a row.
 */
function ofForm(error: z.ZodError, { values }: FormState): InvalidInput | undefined {
  const fields = error.issues.flatMap(({ path }) => {
    const names = path.filter((part) => typeof part === 'string');
    // `certificate.number` stands on pages as `certificateNumber`.
    const joined = names.map((name, n) => (n === 0 ? name : `${name[0]?.toUpperCase()}${name.slice(1)}`));
    const field = [joined.join(''), ...names.toReversed()].find((name) => Object.hasOwn(values, name));
    return field === undefined ? [] : [{ path: field, message: 'is not taken' }];
  });
  if (fields.length < error.issues.length) return undefined;
  return new InvalidInput('The form has a field that is not taken.', { cause: error, issues: fields });
}

/** A refused form with a page's own words where the refusal says no more than that the field is wrong. */
export function withWords(ui: Ui, form: FormState, words: Readonly<Record<string, string>>): FormState {
  const errors = Object.entries(form.errors).map(([name, sentence]) => [
    name,
    sentence === ui.t.problem.other ? (words[name] ?? sentence) : sentence,
  ]);
  return { ...form, errors: Object.fromEntries(errors) };
}
