import { addressOf, type MediaParameters, parseMediaParameters } from '@sinau/media';
import * as z from 'zod/mini';
import { element, pageRoot } from '../element.ts';
import { answerGoodbye } from '../goodbye.ts';
import { showProblem } from '../problem-page.ts';
import { openSession, readLaunch, type Session, SessionError } from '../session.ts';
import { Au } from './au/au.ts';
import { chooseLocale, readLaunchData, readPreferences, returnAddress } from './au/launch-documents.ts';
import { createRecordStore, type RecordStore } from './au/record-store.ts';
import { deviceMemory, tabMemory } from './browser-memory.ts';
import { Frame } from './frame.ts';
import { Leaving } from './leaving.ts';
import { narrowMediaPolicy } from './media-policy.ts';
import { readText } from './read-text.ts';
import type { Stage, StageTools } from './stage.ts';
import { dictionaries, type Words } from './words.ts';

// The policy of the page knows no eval, and zod need not find that out by trying.
z.config({ jitless: true });

/** What was noted reaches the record store at least this often. */
const flushEveryMs = 5000;

const mediaStage = () => import('./media/media-stage.ts');
/** Only what a kind needs is loaded. */
const scripts = {
  video: mediaStage,
  audio: mediaStage,
  document: () => import('./document/document-stage.ts'),
  article: () => import('./article/article-stage.ts'),
  link: () => import('./link/link-stage.ts'),
  tincan: () => import('./tincan/tincan-stage.ts'),
} as const;

loadAhead(location.hash.slice(1));
open().catch(showProblem);

/** The launch names the kind behind the address, so that its script comes while the session opens; a wrong word costs nothing. */
function loadAhead(kind: string): void {
  const load: () => Promise<unknown> =
    Object.entries(scripts).find(([name]) => name === kind)?.[1] ?? nothing;
  // Whoever needs it asks again, and tells.
  load().catch(() => undefined);
  if (kind === 'article') void showTextAhead();
}

/**
 * The text of an article under the name that imports give it, readable while the session opens: on a slow line that takes
 * as long as everything before. Where it has another name, or something is shown already, nothing happens.
 */
async function showTextAhead(): Promise<void> {
  const waiting = pageRoot().firstElementChild;
  const address = new URL('/article.html.txt', document.baseURI).href;
  const both = Promise.all([scripts.article(), readText(address)]);
  const [stage, html] = await both.catch(() => [undefined, ''] as const);
  if (stage && waiting && pageRoot().firstElementChild === waiting)
    pageRoot().replaceChildren(stage.textAhead(html, address));
}

async function nothing(): Promise<void> {}

async function open(): Promise<void> {
  const session = await openSession(readLaunch(location.search));
  const store = createRecordStore(session);
  const launch = await readDocuments(store);
  const { launchData, preferences, parameters, words, locale } = launch;
  document.documentElement.lang = locale;
  document.title = parameters?.title ?? 'Sinau';
  const memory = tabMemory(session.launch);
  const goBack = returnAddress(launchData);
  if (memory.read()?.terminated === true) {
    showClosed(words, goBack);
    return;
  }
  const places = { stored: launch.stored, here: deviceMemory(session.launch).read() };
  const au = openAu(session, store, { launchData, places, onChange: () => showSaving() });
  const leaving = new Leaving(au, {
    go: () => (goBack === undefined ? showClosed(words, undefined) : location.replace(goBack)),
    ended: () => showClosed(words, goBack),
  });
  const note = { Normal: undefined, Browse: words.preview, Review: words.review }[au.mode];
  const frame = new Frame(
    { words, locale, title: parameters?.title ?? words.broken, ...(note !== undefined && { note }) },
    { retry: () => au.retry(), close: () => leaving.close(frame), closeAnyway: () => leaving.closeAnyway() },
  );
  function showSaving(): void {
    if (au.saving.ended && !au.terminated) showProblem(new SessionError('ended'));
    else frame.showSaving(au.saving, au.completed);
  }
  answerGoodbye(session.portalOrigin, () => leaving.forPortal(frame));
  pageRoot().replaceChildren(frame.element);
  showSaving();
  frame.show(element('p', { className: 'loading', attributes: { role: 'status' } }, words.loading));
  if (!parameters) {
    frame.show(element('p', { attributes: { role: 'alert' } }, words.brokenText));
    leaving.watch(undefined);
    return;
  }
  narrowMediaPolicy(parameters);
  const stage = await openStage({
    ...{ au, parameters, words, locale, places, session },
    audio: preferences.audioPreference ?? 'on',
    showProgress: (text, share) => {
      frame.showProgress(text, share);
      frame.showDone(au.completed);
    },
  });
  frame.show(stage.element);
  leaving.watch(stage);
  setInterval(() => void au.flush(), flushEveryMs);
}

/** Launch data first, then the preferences of the learner: before an AU says anything (cmi5 10.2.1, 11). */
async function readDocuments(store: RecordStore) {
  const [data, stated, stored] = await Promise.all([
    store.readLaunchData(),
    store.readPreferences(),
    store.readPlace(),
  ]);
  const launchData = readLaunchData(data);
  if (!launchData) throw new SessionError('not-launched');
  const preferences = readPreferences(stated);
  const parameters = parseMediaParameters(launchData.launchParameters);
  const locale = chooseLocale(preferences.languagePreference, parameters?.locale);
  return { launchData, preferences, parameters, stored, locale, words: dictionaries[locale] };
}

function openAu(
  session: Session,
  store: RecordStore,
  launch: {
    readonly launchData: NonNullable<ReturnType<typeof readLaunchData>>;
    readonly places: StageTools['places'];
    readonly onChange: () => void;
  },
): Au {
  const { activityId, registration, actor } = session.launch;
  const { launchData, places } = launch;
  const known = z.looseObject({ completed: z.literal(true) });
  return new Au(
    {
      store,
      now: () => new Date(),
      newId: () => crypto.randomUUID(),
      wait: (ms, signal) =>
        new Promise((resolve) => {
          const timer = setTimeout(resolve, ms);
          signal.addEventListener('abort', () => {
            clearTimeout(timer);
            resolve();
          });
        }),
      memory: tabMemory(session.launch),
      rememberPlace: (place) => deviceMemory(session.launch).write(place),
      // What the constructor itself says is shown once the page stands.
      onChange: () => queueMicrotask(launch.onChange),
    },
    {
      facts: {
        actor: JSON.parse(actor),
        activityId,
        registration,
        contextTemplate: launchData.contextTemplate,
      },
      mode: launchData.launchMode,
      completed: [places.stored, places.here].some((place) => known.safeParse(place).success),
    },
  );
}

async function openStage(tools: StageTools): Promise<Stage> {
  const opened: Readonly<Record<MediaParameters['kind'], () => Promise<Stage>>> = {
    video: async () => (await scripts.video()).openMedia(tools),
    audio: async () => (await scripts.audio()).openMedia(tools),
    document: async () => (await scripts.document()).openDocument(tools),
    article: () => openArticle(tools),
    link: async () => (await scripts.link()).openLink(tools),
    tincan: async () => (await scripts.tincan()).openTincan(tools),
  };
  return opened[tools.parameters.kind]();
}

/** The text comes beside the script that shows it. */
async function openArticle(tools: StageTools): Promise<Stage> {
  const { src, type } = tools.parameters;
  const address = new URL(addressOf(src), document.baseURI).href;
  const html = readArticle(address, type?.startsWith('text/html') === true).catch(() => undefined);
  return (await scripts.article()).openArticle(tools, { address, html: await html });
}

/** Imports write articles as HTML; Markdown needs a reader of its own, which is most of what an article would load. */
async function readArticle(address: string, isHtml: boolean): Promise<string> {
  if (isHtml) return readText(address);
  const [reader, text] = await Promise.all([import('./article/markdown.ts'), readText(address)]);
  return reader.htmlOf(text);
}

function showClosed(words: Words, goBack: string | undefined): void {
  const page = element(
    'main',
    { className: 'problem' },
    element('h1', {}, words.closed),
    element('p', {}, words.closedText),
    goBack === undefined ? undefined : element('a', { href: goBack, className: 'button main' }, words.close),
  );
  pageRoot().replaceChildren(page);
}
