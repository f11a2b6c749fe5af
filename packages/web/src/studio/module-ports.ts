import type { LanguageMap } from '@sinau/kernel';
import type { QuizRules } from '../quizzes/ports.ts';

export type ModuleKind =
  | 'cmi5'
  | 'scorm12'
  | 'scorm2004'
  | 'video'
  | 'audio'
  | 'document'
  | 'article'
  | 'link'
  | 'tincan'
  | 'quiz'
  | 'lti'
  | 'external';

export const moveOnRules = [
  'NotApplicable',
  'Passed',
  'Completed',
  'CompletedAndPassed',
  'CompletedOrPassed',
] as const;
export type MoveOnRule = (typeof moveOnRules)[number];

/** Done by any final score, by a final score of at least `passMark` (0 to 1), or when the other system says completed. */
export type CompletionRule =
  | { readonly by: 'score' }
  | { readonly by: 'pass'; readonly passMark: number }
  | { readonly by: 'completed' };

export interface ModuleView {
  readonly moduleId: string;
  readonly kind: ModuleKind;
  readonly title: LanguageMap;
  readonly parts: number;
  readonly required: boolean;
  /** Modules that must be done before. */
  readonly after: readonly string[];
  readonly moveOn?: MoveOnRule;
  /** 0 to 1. */
  readonly share?: number;
  /** SCORM: a lower status that the package reports later takes the place of the one reached. */
  readonly statusMayFall?: boolean;
  /** Of a quiz. */
  readonly quiz?: QuizRules;
  /** Of what another system shows: which of its results count as done. */
  readonly completion?: CompletionRule;
  /** Of a tool: shown inside the page. */
  readonly frame?: boolean;
  /** Quiz of the provider that it came from. */
  readonly madeIn?: { readonly quizId: string; readonly title: string };
  /** Of a link to a tool that nobody can open as it stands. */
  readonly trouble?: LinkTrouble;
}

/** The tool is not in use, or the place (deployment) of the link was removed from it. */
export type LinkTrouble = 'tool-off' | 'place-gone';

/** A module that needs no upload. */
export type ModuleToAdd =
  | { readonly kind: 'link' | 'external'; readonly title: string; readonly url: string }
  | { readonly kind: 'video' | 'audio'; readonly title: string; readonly url: string }
  | { readonly kind: 'article'; readonly title: string; readonly text: string }
  | { readonly kind: 'lti'; readonly title: string; readonly placement: ToolPlacement }
  | { readonly kind: 'package'; readonly packageId: string };

/** What an author changes of a link to a tool; what is left out is absent afterwards. */
export interface LinkEdit extends Omit<ToolPlacement, 'clientId'> {
  readonly rev: number;
}

/** A link to a tool. */
export interface LinkView extends Omit<ToolPlacement, 'clientId'> {
  /** Its name. */
  readonly tool: string;
  readonly isInUse: boolean;
  /** Places of the tool; that of the link may have been removed. */
  readonly places: ToolChoice['deployments'];
  /** What the tool itself has made of the line item; the link says nothing of it any more. */
  readonly saidByTool?: NonNullable<ToolPlacement['lineItem']>;
}

/** Content of a tool, as an author writes it. */
export interface ToolPlacement {
  readonly clientId: string;
  readonly deploymentId: string;
  readonly url?: string;
  readonly custom: Readonly<Record<string, string>>;
  readonly lineItem?: { readonly scoreMaximum: number; readonly label: string };
}

/** A tool that the author may use now. */
export interface ToolChoice {
  readonly clientId: string;
  readonly name: string;
  /** It has pages on which an author chooses (deep linking). */
  readonly offersContent: boolean;
  readonly deployments: readonly { readonly deploymentId: string; readonly name: string }[];
}
