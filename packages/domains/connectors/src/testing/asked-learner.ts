import type { ExternalLearner, LearnerAttribute, LearnerFacts } from '@sinau/rostering';

/** A learner of whom this may be told; `asked` fills with what was. */
export function askedLearner(
  subject: string,
  facts: LearnerFacts = {},
  asked: LearnerAttribute[] = [],
): ExternalLearner {
  const { name, givenName, familyName, employeeNumber, ...others } = facts;
  const byAttribute: Readonly<Record<LearnerAttribute, LearnerFacts>> = {
    name: present({ name, givenName, familyName }),
    'employee-number': present({ employeeNumber }),
    email: present({ email: others.email }),
    agency: present({ agency: others.agency }),
    unit: present({ unit: others.unit }),
    locale: present({ locale: others.locale }),
  };
  return {
    subject,
    async tell(attributes) {
      asked.push(...attributes);
      return Object.assign({}, ...attributes.map((attribute) => byAttribute[attribute]));
    },
  };
}

const present = (facts: Readonly<Record<string, string | undefined>>): LearnerFacts =>
  Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));
