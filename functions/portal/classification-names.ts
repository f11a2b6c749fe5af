import type { Classification } from '@sinau/catalogue';
import type { ClassificationList } from '@sinau/catalogue/classification';
import type { Locale } from '@sinau/kernel';
import type { CatalogueView, ClassificationChoices, ClassifiedNames } from '@sinau/web';

// Few courses are classified, and names of all lists are long.
const lists = () => import('@sinau/catalogue/classification');

/** What a course says of itself in lists, as it is called; undefined where it says nothing. */
export async function classifiedNames(
  classification: Classification | undefined,
): Promise<ClassifiedNames | undefined> {
  if (!classification) return undefined;
  const { coreValues, fields, digitalPillars, certification } = classification;
  if ([...coreValues, ...fields, ...digitalPillars].length === 0 && !certification) return undefined;
  const all = await lists();
  const named = (list: ClassificationList, codes: readonly string[]) => {
    const names = all.namesIn(list);
    return codes.map((code) => names.get(code) ?? { und: code });
  };
  const [kind] = named(all.certificationKindList, certification ? [certification] : []);
  return {
    coreValues: named(all.coreValueList, coreValues),
    fields: named(all.courseFieldList, fields),
    digitalPillars: named(all.digitalPillarList, digitalPillars),
    ...(kind && { certification: kind }),
  };
}

/** What an author may choose, with what the course has already. */
export async function classificationChoices(
  kept: Classification | undefined,
): Promise<ClassificationChoices> {
  const { certificationKindList, coreValueList, courseFieldList, digitalPillarList, offeredIn } =
    await lists();
  const choicesIn = (list: ClassificationList, own: readonly string[] = []) => {
    const rows = offeredIn(list, own);
    return {
      isConfirmed: rows.every(({ mark }) => mark === 'V'),
      rows: rows.map(({ code, name }) => ({ code, name })),
    };
  };
  return {
    coreValues: choicesIn(coreValueList, kept?.coreValues),
    fields: choicesIn(courseFieldList, kept?.fields),
    digitalPillars: choicesIn(digitalPillarList, kept?.digitalPillars),
    certification: choicesIn(certificationKindList, kept?.certification ? [kept.certification] : []),
  };
}

type Facets = CatalogueView['facets'];
type Listed = 'coreValue' | 'field' | 'digitalPillar' | 'certification';

/** Filters whose values are codes of lists, with what these are called. */
export async function namedFacets(
  facets: Pick<Facets, Listed>,
  locale: Locale,
): Promise<Pick<Facets, Listed>> {
  const names = Object.keys(facets) as Listed[];
  if (names.every((name) => facets[name].length === 0)) return facets;
  const all = await lists();
  const listOf = {
    ...{ coreValue: all.coreValueList, field: all.courseFieldList },
    ...{ digitalPillar: all.digitalPillarList, certification: all.certificationKindList },
  };
  const labelled = (name: Listed) => {
    const known = all.namesIn(listOf[name]);
    return facets[name].map((one) => ({ ...one, label: known.get(one.value)?.[locale] ?? one.value }));
  };
  return {
    ...{ coreValue: labelled('coreValue'), field: labelled('field') },
    ...{ digitalPillar: labelled('digitalPillar'), certification: labelled('certification') },
  };
}
