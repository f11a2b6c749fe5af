import type { Desk } from './names.ts';

export const ownPath = '/competency';
export const teamPath = '/team/competency';
export const mapPath = '/agency/competency';
export const dictionaryPath = `${mapPath}/dictionary`;
export const standardsPath = `${mapPath}/standards`;
export const bandsPath = `${mapPath}/bands`;
export const listsPath = `${mapPath}/lists`;
export const closedPath = `${mapPath}/closed`;
export const followUpPath = `${mapPath}/plans`;
export const caseFilePath = `${mapPath}/files/dictionary`;
export const mapFilePath = `${mapPath}/files/map`;
export const concernedFilePath = `${mapPath}/files/people`;
export const concernedPath = `${mapPath}/people`;

/** Where somebody is looked at: by themselves, their supervisor, or their agency. */
export function personPath(desk: Desk, personId: string): string {
  if (desk === 'own') return ownPath;
  return `${desk === 'team' ? teamPath : concernedPath}/${encodeURIComponent(personId)}`;
}

export const technicalPath = (code: string): string => `${dictionaryPath}/${encodeURIComponent(code)}`;
export const standardPath = (post: string): string => `${standardsPath}/${encodeURIComponent(post)}`;
export const teachingPath = (courseId: string): string =>
  `/studio/courses/${encodeURIComponent(courseId)}/competencies`;
