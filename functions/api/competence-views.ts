import {
  type Assessment,
  bandOf,
  type Compared,
  type Competency,
  competencyOn,
  type Match,
  type MatchRule,
  type MatchUse,
  type PlanItem,
  type PositionStandard,
  type StaffStanding,
  type StandardInForce,
  type TechnicalCompetency,
} from '@sinau/competency';

export function competencyView(competency: Competency) {
  const { competencyId, family, name, levels, field, legalBasis, verified, validFrom } = competency;
  return {
    ...{ competencyId, family, name, levels, verified, validFrom },
    ...(field !== undefined && { field }),
    ...(legalBasis !== undefined && { legalBasis }),
  };
}

export function technicalView(technical: TechnicalCompetency, day: string) {
  const competency = competencyOn(technical, day);
  const { code, state, editions, updatedAt } = technical;
  const later = editions.filter(({ from }) => from > day && from !== competency?.validFrom);
  return (
    competency && {
      ...{ ...competencyView(competency), code, state, updatedAt },
      ...(later.length > 0 && { later }),
    }
  );
}

/** The edition in force first, then those to come. */
export function standardView({ post, title, state, editions, updatedAt }: PositionStandard, day: string) {
  const current = editions.findLastIndex(({ from }) => from <= day);
  const [kind, ...key] = post.split(':');
  return {
    ...(kind === 'group' ? { group: key.join(':') } : { title }),
    ...{ state, editions: editions.slice(Math.max(0, current)), updatedAt },
  };
}

/** Somebody beside what their post asks for. */
export function standingView(found: StaffStanding, rules: Readonly<Record<MatchUse, MatchRule>>) {
  const { member, standard, comparison, assessments, items } = found;
  return {
    ...{ personId: member.personId, comparedOn: member.today },
    ...(member.unitId !== undefined && { unitId: member.unitId }),
    ...(member.post && { post: member.post }),
    ...(standard && { standard: inForceView(standard) }),
    ...(comparison.match && { match: matchView(comparison.match, rules) }),
    competencies: comparison.rows.map(comparedView),
    assessments: assessments.map((one) => assessmentView(one, member.agencyId)),
    plan: items.map(itemView),
  };
}

const inForceView = ({ source, title, criticality, legalBasis, verified, from }: StandardInForce) => ({
  ...{ source, title, criticality, verified },
  ...(legalBasis !== undefined && { legalBasis }),
  ...(from !== undefined && { from }),
});

/** Names of bands, as machines have known those of mapping. */
const bandNames = {
  mapping: { high: 'optimal', middle: 'fairly-optimal', low: 'less-optimal' },
  selection: { high: 'eligible', middle: 'still-eligible', low: 'less-eligible' },
} as const;

function matchView(
  { hundredths, assessed, required }: Match,
  { mapping, selection }: Readonly<Record<MatchUse, MatchRule>>,
) {
  const ruleView = ({ source, high, middle, verified, from }: MatchRule) => ({
    ...{ source, verified, high: high / 100, middle: middle / 100, ...(from !== undefined && { from }) },
  });
  return {
    ...{ percent: (hundredths / 100).toFixed(2), assessed, required },
    ...(assessed === required && {
      band: bandNames.mapping[bandOf(hundredths, mapping)],
      selectionBand: bandNames.selection[bandOf(hundredths, selection)],
      bands: { mapping: ruleView(mapping), selection: ruleView(selection) },
    }),
  };
}

const comparedView = ({ competencyId, required, standing, held, gap, assessment, own }: Compared) => ({
  ...{ competencyId, required, standing },
  ...(held !== undefined && { held }),
  ...(gap !== undefined && { gap }),
  ...(assessment && { assessedOn: assessment.assessedOn, method: assessment.method }),
  ...(own && { ownWord: own.level }),
});

/** Technical competencies of another agency are told without what they are: that is its own dictionary. */
function assessmentView(one: Assessment, agencyId: string) {
  const { competencyId, method, level, assessedOn, validTo, assessor, note } = one;
  const isOurs = one.agencyId === undefined || one.agencyId === agencyId;
  return {
    ...(isOurs ? { competencyId } : { ofAnotherAgency: true }),
    // A person's own word is told, and counts for nothing (case L14).
    ...{ method, level, assessedOn, counts: method !== 'self' && !one.withdrawn },
    ...(validTo !== undefined && { validTo }),
    ...(assessor !== undefined && { assessor }),
    ...(note !== undefined && { note }),
    ...{ recordedBy: one.recordedBy.name, recordedAt: one.recordedAt },
    ...(one.withdrawn && {
      withdrawn: { at: one.withdrawn.at, by: one.withdrawn.by.name, reason: one.withdrawn.reason },
    }),
  };
}

function itemView({ itemId, competencyId, form, title, targetLevel, dueOn, ...item }: PlanItem) {
  return {
    ...{ itemId, competencyId, form, title, targetLevel, dueOn, state: item.state },
    proposedBy: item.proposedBy,
    ...(item.courseId !== undefined && { courseId: item.courseId }),
    ...(item.evidence !== undefined && { evidence: item.evidence }),
    ...(item.commitment !== undefined && { commitment: item.commitment }),
    ...(item.gap && { agreedGap: item.gap }),
    changedAt: item.steps.at(-1)?.at,
  };
}
