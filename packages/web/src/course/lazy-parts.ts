import { lazyPage } from '../layout/lazy-page.ts';

// Loaded with the first course that is looked at: the portal's start has a budget.
export const CertificateOfCourse = lazyPage(
  async () => (await import('../certificates/course-link.tsx')).CertificateOfCourse,
);
export const DetailFacts = lazyPage(async () => (await import('./detail-facts.tsx')).DetailFacts);
export const EvaluationEntry = lazyPage(
  async () => (await import('../evaluations/entry.tsx')).EvaluationEntry,
);
export const OwnRatingBlock = lazyPage(
  async () => (await import('../ratings/own-rating.tsx')).OwnRatingBlock,
);
export const RatingFact = lazyPage(async () => (await import('./detail-facts.tsx')).RatingFact);
export const KeepForLater = lazyPage(async () => (await import('./detail-facts.tsx')).KeepForLater);

export const ServedPlans = lazyPage(async () => (await import('./served-plans.tsx')).ServedPlans);

const word = () => import('./provider-word.tsx');

export const CorrectionMarks = lazyPage(async () => (await word()).CorrectionMarks);
export const TakenBack = lazyPage(async () => (await word()).TakenBack);

const standing = () => import('./standing.tsx');

export const AdmissionFacts = lazyPage(async () => (await standing()).AdmissionFacts);
export const Duty = lazyPage(async () => (await standing()).Duty);
export const History = lazyPage(async () => (await standing()).History);
export const Pending = lazyPage(async () => (await standing()).Pending);
export const Retake = lazyPage(async () => (await standing()).Retake);
export const StaffLinks = lazyPage(async () => (await standing()).StaffLinks);
export const WayIn = lazyPage(async () => (await standing()).WayIn);
