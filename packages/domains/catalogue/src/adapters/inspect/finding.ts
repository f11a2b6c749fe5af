import { findingMaker } from '@sinau/findings';
import { mediaFindingTexts } from './finding-texts.ts';

export const createMediaFinding = findingMaker(mediaFindingTexts);
