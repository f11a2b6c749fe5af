import { labelOf, priceOf } from '../catalogue/labels.ts';
import { SaveButton } from '../catalogue/save-button.tsx';
import { plainText, Text } from '../layout/text.tsx';
import type { RatingView } from '../ratings/ports.ts';
import { AverageStars } from '../ratings/stars.tsx';
import type { Ui } from '../ui.ts';
import type { ClassifiedNames } from './classification.ts';
import { Fact } from './fact.tsx';
import type { AdmissionView, CourseView } from './ports.ts';

interface PartProps {
  readonly ui: Ui;
  readonly course: CourseView;
}

/** What learners say of it. */
export function RatingFact({ ui, rating }: { readonly ui: Ui; readonly rating: RatingView }) {
  return (
    <Fact label={ui.t.ratings.rating}>
      <AverageStars ui={ui} rating={rating} />
    </Fact>
  );
}

/** What the provider says of the course, what it asks of people, and when they can begin. */
export function DetailFacts({ ui, course }: PartProps) {
  const words = ui.t.search;
  const { form, subject, competencies, audience, price } = course.details;
  const hasAudience = Object.values(audience).some((text) => text.trim() !== '');
  return (
    <>
      <Fact label={words.form}>{labelOf(ui, 'form', { value: form })}</Fact>
      <Fact label={words.facets.subject}>{labelOf(ui, 'subject', { value: subject })}</Fact>
      {competencies.length > 0 && <Fact label={words.facets.competency}>{competencies.join(', ')}</Fact>}
      {course.details.classified && <Classified ui={ui} names={course.details.classified} />}
      <Fact label={words.facets.price}>{priceOf(ui, price)}</Fact>
      <Fact label={words.requirements}>
        {hasAudience ? <Text ui={ui} map={audience} /> : words.noRequirements}
      </Fact>
      {course.admission && <Dates ui={ui} course={course} admission={course.admission} />}
    </>
  );
}

function Classified({ ui, names }: { readonly ui: Ui; readonly names: ClassifiedNames }) {
  const words = ui.t.search.facets;
  const { fields, coreValues, digitalPillars, certification } = names;
  const rows = [
    [words.field, fields],
    [words.coreValue, coreValues],
    [words.digitalPillar, digitalPillars],
    [words.certification, certification ? [certification] : []],
  ] as const;
  return (
    <>
      {rows.map(
        ([label, list]) =>
          list.length > 0 && <Fact label={label}>{list.map((name) => plainText(ui, name)).join(', ')}</Fact>,
      )}
    </>
  );
}

/** Enrolment alone has dates here: whoever is in learns when they like, or when the classes of the provider are. */
function Dates({ ui, course, admission }: PartProps & { readonly admission: AdmissionView }) {
  const words = ui.t.search;
  const { opensAt, closesAt, classesFrom, window } = admission;
  return (
    <>
      {classesFrom && <Fact label={words.classesFrom}>{ui.format.date(`${classesFrom}T05:00:00.000Z`)}</Fact>}
      {window === 'open' && !classesFrom && (
        <Fact label={words.schedule}>{course.runsElsewhere ? words.providersDates : words.anyTime}</Fact>
      )}
      {window === 'before' && opensAt && <Fact label={words.opensAt}>{ui.format.dateTime(opensAt)}</Fact>}
      {closesAt && <Fact label={words.closesAt}>{ui.format.dateTime(closesAt)}</Fact>}
    </>
  );
}

/** On the course's own page: set aside, or taken off the list. */
export function KeepForLater({ ui, course }: PartProps) {
  const { courseId, title, saved = false } = course;
  return (
    <div class="flex justify-end border-t border-base-300 pt-3">
      <SaveButton ui={ui} course={{ courseId, title, saved }} returnTo={`/courses/${courseId}`} />
    </div>
  );
}
