import type { FindingPlace, XmlComplaint, XmlElement } from '@sinau/findings';
import type { LanguageMap } from '@sinau/kernel';
import { createFileLocator } from '@sinau/scorm';
import { createFinding, type Finding } from './finding.ts';
import type { FindingCode } from './finding-texts.ts';

export const tincanFile = 'tincan.xml';

/** The document as the parser gave it. */
export interface TincanDocument {
  readonly root?: XmlElement;
  readonly findings: readonly XmlComplaint[];
}

/** The one activity of a package that can be opened. */
export interface TincanActivity {
  /** As its publisher named it; content reports under this id. */
  readonly id: string;
  readonly title: LanguageMap;
  readonly description: LanguageMap;
  /** Name in the package. */
  readonly file: string;
  /** Query and fragment of the address with their signs, as written; empty for none. */
  readonly query: string;
}

export interface TincanReading {
  /** Present exactly when no finding is an error. */
  readonly activity?: TincanActivity;
  readonly findings: readonly Finding[];
}

const maxActivities = 5_000;
const maxFindings = 200;
const maxText = 2_000;
const maxTitle = 300;

/** Reads a `tincan.xml` and tells what stands in the way of it; `files` are the names in the package, from where it lies. */
export function readTincan(document: TincanDocument, files: ReadonlySet<string>): TincanReading {
  const findings: Finding[] = document.findings
    .slice(0, maxFindings)
    .map(({ code, detail, line, column }) =>
      createFinding(code, { detail }, { file: tincanFile, line, column }),
    );
  const report: Report = (at, code, params = {}) => {
    const place: FindingPlace = { file: tincanFile, ...(at && { line: at.line, column: at.column }) };
    const finding = createFinding(code, params, place);
    if (findings.length < maxFindings || finding.severity === 'error') findings.push(finding);
  };
  const { root } = document;
  const activity = root ? readRoot(root, { files, report }) : undefined;
  if (!root && findings.length === 0) report(undefined, 'tincan.root');
  const refused = findings.some(({ severity }) => severity === 'error');
  return { findings, ...(activity && !refused && { activity }) };
}

type Place = { readonly line: number; readonly column: number };
type Report = (
  at: Place | undefined,
  code: FindingCode,
  params?: Readonly<Record<string, string | number>>,
) => void;

interface Reading {
  readonly files: ReadonlySet<string>;
  readonly report: Report;
}

function readRoot(root: XmlElement, reading: Reading): TincanActivity | undefined {
  const { report } = reading;
  if (root.name !== 'tincan') {
    report(root, 'tincan.root');
    return undefined;
  }
  // Tools misspell the namespace, so the local names decide.
  const activities = named(root, 'activities').flatMap((list) => named(list, 'activity'));
  if (activities.length === 0) report(root, 'tincan.no-activity');
  if (activities.length > maxActivities) {
    report(root, 'tincan.too-many', { count: activities.length, limit: maxActivities });
    return undefined;
  }
  noteIds(activities, report);
  const [opened, ...others] = activities.filter((one) => launchOf(one) !== undefined);
  if (!opened) {
    if (activities.length > 0) report(activities[0], 'launch.none');
    return undefined;
  }
  for (const other of others) {
    report(launchOf(other), 'launch.several', { first: idOf(opened).value, value: idOf(other).value });
  }
  return readActivity(opened, reading);
}

/** Activities that nothing opens are words for reports alone. */
function noteIds(activities: readonly XmlElement[], report: Report): void {
  const seen = new Set<string>();
  for (const activity of activities) {
    const id = idOf(activity);
    if (seen.has(id.value)) report(id, 'activity.twice', { value: id.value });
    seen.add(id.value);
    if (isAbsoluteIri(id.value)) continue;
    report(id, launchOf(activity) ? 'activity.id' : 'activity.id-ignored', { value: id.value });
  }
}

function readActivity(activity: XmlElement, { files, report }: Reading): TincanActivity | undefined {
  const launch = launchOf(activity);
  if (!launch) return undefined;
  const value = launch.text.trim();
  if (value.length > maxText) {
    report(launch, 'path.syntax', { value });
    return undefined;
  }
  const found = createFileLocator(files).find('', value);
  if ('refused' in found) {
    report(launch, found.refused, found.params);
    return undefined;
  }
  if ('missing' in found) {
    report(launch, 'path.missing', { value: found.missing });
    return undefined;
  }
  for (const oddity of found.oddities) {
    if (oddity !== 'path.base-slash') report(launch, oddity, { value, found: found.file });
  }
  return {
    id: idOf(activity).value,
    title: wordsOf(activity, 'name', maxTitle),
    description: wordsOf(activity, 'description', maxText),
    file: found.file,
    query: `${found.query}${found.fragment}`,
  };
}

/** One page in several languages is opened in the first of ours. */
function launchOf(activity: XmlElement): XmlElement | undefined {
  const launches = named(activity, 'launch').filter(({ text }) => text.trim() !== '');
  const spoken = (language: string) =>
    launches.find((one) => languageOf(one)?.toLowerCase().split('-')[0] === language);
  return spoken('id') ?? spoken('en') ?? launches[0];
}

function wordsOf(activity: XmlElement, name: string, most: number): LanguageMap {
  const words: Record<string, string> = {};
  for (const one of named(activity, name)) {
    const text = one.text.trim().slice(0, most).toWellFormed();
    const language = languageOf(one) ?? 'und';
    if (text !== '') words[language] ??= text;
  }
  return words;
}

function languageOf(element: XmlElement): string | undefined {
  const tag = attribute(element, 'lang')?.value.trim() ?? '';
  return /^[a-z]{2,8}(?:-[a-z\d]{1,8})*$/i.test(tag) ? tag : undefined;
}

function idOf(activity: XmlElement): Place & { readonly value: string } {
  const id = attribute(activity, 'id');
  return { value: id?.value.trim() ?? '', line: (id ?? activity).line, column: (id ?? activity).column };
}

const attribute = (element: XmlElement, name: string) => element.attributes.find((one) => one.name === name);

const named = (element: XmlElement, name: string) => element.children.filter((one) => one.name === name);

const isAbsoluteIri = (text: string): boolean =>
  text.length <= maxText && /^[a-z][a-z\d+.-]*:[^\s<>"{}|\\^`]+$/i.test(text);
