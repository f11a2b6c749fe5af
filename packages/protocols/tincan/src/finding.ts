import { findingMaker, type Finding as PackageFinding } from '@sinau/findings';
import { type FindingCode, findingTexts } from './finding-texts.ts';

export type Finding = PackageFinding<FindingCode>;

export const createFinding = findingMaker(findingTexts);
