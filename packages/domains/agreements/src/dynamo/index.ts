export { createAgreementStore } from './agreement-store.ts';
export { createDisclosureStore } from './disclosure-store.ts';
export { agreementFacts } from './facts.ts';
export { createSharedValuesStore } from './shared-values-store.ts';
export { createSharingRules } from './sharing-rules.ts';
export { createSharingStore } from './sharing-store.ts';
export { createSubjectStore } from './subject-store.ts';
