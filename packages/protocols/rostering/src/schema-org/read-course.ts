import type { ExternalCourse } from '../external.ts';
import { nameOf, shortened, textOfHtml } from '../plain-text.ts';
import { readHours, readLanguage } from '../quantities.ts';
import { webAddress } from '../table/read-course-row.ts';
import { dayAt, readDate } from '../table/read-dates.ts';
import type { Collected } from './collect-nodes.ts';
import { readLessonHours } from './durations.ts';
import { idOf, isNode, type LdNode, valuesOf, wordsIn } from './node.ts';
import { currentInstance } from './read-instances.ts';
import { readPrice } from './read-offers.ts';

export interface CourseContext {
  /** Of the page, absolute. */
  readonly address: string;
  /** ISO 8601 UTC. */
  readonly now: string;
  readonly find: Collected['find'];
}

/** A course as its page states it, all but its id. */
export function readCourse(course: LdNode, context: CourseContext): Omit<ExternalCourse, 'externalId'> {
  const { address, find } = context;
  const words = (name: string) => wordsIn(valuesOf(course, name));
  const { instance, allCancelled } = currentInstance(course, context);
  const code = nameOf(words('courseCode'));
  const url = webAddress(resolved(words('url'), address) ?? '') ?? webAddress(address);
  const sks = creditsOf(course, find);
  const price = readPrice(course, find);
  const jp = instance?.jp ?? readLessonHours(words('timeRequired'));
  const modifiedAt = readDate(words('dateModified'));
  // Its start is the first day of classes, which keeps nobody from enrolling.
  const { startsAt, endsAt, seats } = instance ?? {};
  return {
    ...(code !== '' && { code: shortened(code, 100) }),
    title: shortened(nameOf(words('name')) || code || address, 300),
    description: shortened(textOfHtml(words('description').slice(0, 200_000)), 4_000),
    ...(url !== undefined && { url }),
    languages: languagesOf(course),
    ...(endsAt !== undefined && { endsAt }),
    ...(startsAt !== undefined && { classesFrom: dayAt(startsAt) }),
    ...(jp !== undefined && { jp }),
    ...(sks !== undefined && { sks }),
    ...(price !== undefined && { price }),
    ...(seats !== undefined && { seats }),
    competencies: competenciesOf(course),
    visible: !allCancelled,
    ...(modifiedAt !== undefined && { modifiedAt }),
  };
}

/** Absolute, as the page means it; undefined for what is none. */
export function resolved(text: string, address: string): string | undefined {
  const plain = text.trim();
  return plain !== '' && URL.canParse(plain, address) ? new URL(plain, address).href : undefined;
}

/** By which a course is known for good: its own id, else its page, else the page it was found on. */
export function idOfCourse(
  course: LdNode,
  address: string,
): { readonly id: string; readonly isGiven: boolean } {
  const id = idOf(course);
  // A blank node is named anew each time.
  const given = id === undefined || id.startsWith('_:') ? undefined : resolved(id, address);
  if (given !== undefined) return { id: given, isGiven: true };
  return { id: resolved(wordsIn(valuesOf(course, 'url')), address) ?? address, isGiven: false };
}

/** Credits of a university as `2`, `"2 SKS"` or with a unit; those of Europe are other ones. */
function creditsOf(course: LdNode, find: Collected['find']): number | undefined {
  const [value] = valuesOf(course, 'numberOfCredits');
  const node = isNode(value) ? find(value) : undefined;
  const unit = node ? wordsIn(valuesOf(node, 'unitText')) : '';
  const text = node ? wordsIn(valuesOf(node, 'value')) : wordsIn([value]);
  return /ects/i.test(`${unit} ${text}`) ? undefined : readHours(text);
}

function languagesOf(course: LdNode): readonly string[] {
  const read = valuesOf(course, 'inLanguage').flatMap((value) => {
    const code = isNode(value) ? wordsIn(valuesOf(value, 'alternateName')) : '';
    return readLanguage(code || wordsIn([value])) ?? [];
  });
  return [...new Set(read)];
}

/** Codes where there are some, since those are looked up. */
function competenciesOf(course: LdNode): readonly string[] {
  const read = valuesOf(course, 'teaches').map((value) => {
    const code = isNode(value) ? wordsIn(valuesOf(value, 'termCode')) : '';
    return nameOf(code || wordsIn([value])).slice(0, 200);
  });
  return [...new Set(read.filter((one) => one !== ''))].slice(0, 20);
}
