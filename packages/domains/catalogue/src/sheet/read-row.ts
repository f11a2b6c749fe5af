import { type Jp, type LanguageMap, parseJp } from '@sinau/kernel';
import { isPublicWebAddress } from '@sinau/media';
import type { Classification } from '../classification/classification.ts';
import { type CourseDetails, developmentForms, subjects } from '../course-details.ts';
import { type SheetColumn, type SheetRow, splitList } from './columns.ts';
import { issueOf, type ProblemCode, type SheetIssue } from './problems.ts';
import { readClassification } from './read-classification.ts';

export interface SheetLink {
  readonly title: string;
  /** As browsers read it. */
  readonly url: string;
}

/** What a row says of a course; what it leaves out stays. */
export interface CourseWish {
  readonly title: LanguageMap;
  readonly description: LanguageMap;
  readonly audience: LanguageMap;
  readonly jp?: Jp;
  readonly details: Partial<Omit<CourseDetails, 'audience' | 'classification'>>;
  readonly classification: Partial<Classification>;
  readonly links: readonly SheetLink[];
}

const languageTag = /^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/;
const mostValues = 20;
const longest: Readonly<Partial<Record<SheetColumn, number>>> = {
  ...{ title_id: 200, title_en: 200, description_id: 4_000, description_en: 4_000 },
  ...{ audience_id: 4_000, audience_en: 4_000, competencies: 4_000, links: 20_000 },
};

/** Reads every cell, and tells everything that is wrong at once. */
export function readRow(row: SheetRow): {
  readonly wish: CourseWish;
  readonly issues: readonly SheetIssue[];
} {
  const issues: SheetIssue[] = [];
  const wrong = (problem: ProblemCode, column: SheetColumn) => void issues.push(issueOf(problem, column));
  for (const [column, most] of Object.entries(longest)) {
    const name = column as SheetColumn;
    if ((row[name] ?? '').length > most) wrong('too-long', name);
  }
  const whole = (column: SheetColumn, least: number, most: number) => {
    const text = row[column];
    if (text === undefined) return undefined;
    if (/^\d{1,11}$/.test(text) && Number(text) >= least && Number(text) <= most) return Number(text);
    wrong('number-wrong', column);
    return undefined;
  };
  const oneOf = <Code extends string>(column: SheetColumn, codes: readonly Code[]) => {
    const text = row[column];
    const found = codes.find((code) => code.toLowerCase() === text?.toLowerCase());
    if (text !== undefined && !found) wrong('code-unknown', column);
    return found;
  };
  const jp = row.jp === undefined ? undefined : parseJp(row.jp);
  if (row.jp !== undefined && (jp ?? 0) <= 0) wrong('jp-wrong', 'jp');
  const minutes = whole('minutes', 1, 100_000);
  const price = whole('price', 0, 10_000_000_000);
  const form = oneOf('form', developmentForms);
  const subject = oneOf('subject', subjects);
  const competencies = listIn(row, 'competencies', wrong);
  const languages = listIn(row, 'languages', wrong);
  if (competencies?.some((one) => one.length > 200)) wrong('too-long', 'competencies');
  if (languages?.some((tag) => !languageTag.test(tag))) wrong('language-wrong', 'languages');
  return {
    issues,
    wish: {
      title: textsOf(row.title_id, row.title_en),
      description: textsOf(row.description_id, row.description_en),
      audience: textsOf(row.audience_id, row.audience_en),
      ...(jp !== undefined && { jp }),
      details: {
        ...(form && { form }),
        ...(subject && { subject }),
        ...(competencies && { competencies }),
        ...(languages && { languages }),
        ...(price !== undefined && { price }),
        ...(minutes !== undefined && { minutes }),
      },
      classification: readClassification(row, wrong),
      links: linksIn(row, wrong),
    },
  };
}

type Wrong = (problem: ProblemCode, column: SheetColumn) => void;

function listIn(row: SheetRow, column: SheetColumn, wrong: Wrong): readonly string[] | undefined {
  const cell = row[column];
  if (cell === undefined) return undefined;
  const values = splitList(cell);
  if (values.length > (column === 'languages' ? 10 : mostValues)) wrong('list-long', column);
  return values;
}

/** `Judul tautan https://kampus.example/modul | …` */
function linksIn(row: SheetRow, wrong: Wrong): readonly SheetLink[] {
  const entries = splitList(row.links ?? '');
  if (entries.length > mostValues) wrong('list-long', 'links');
  return entries.flatMap((entry) => {
    // The last blank, found in one pass however long the cell is.
    const blank = entry.search(/\s\S*$/);
    const title = entry.slice(0, Math.max(0, blank)).trimEnd();
    const url = entry.slice(blank + 1);
    if (title !== '' && title.length <= 300 && url.length <= 2_000 && isPublicWebAddress(url)) {
      return [{ title, url: new URL(url).href }];
    }
    wrong('link-wrong', 'links');
    return [];
  });
}

const textsOf = (id: string | undefined, en: string | undefined): LanguageMap => ({
  ...(id !== undefined && { id }),
  ...(en !== undefined && { en }),
});
