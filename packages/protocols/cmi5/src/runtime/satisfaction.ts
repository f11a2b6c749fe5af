import type { Block, CourseStructure, MoveOn, StructureNode } from '../structure/model.ts';
import type { AuVerdict } from './session.ts';

/** Blocks by their index; both only ever grow. */
export interface Satisfaction {
  readonly blocks: readonly number[];
  readonly course: boolean;
}

export const nothingSatisfied: Satisfaction = { blocks: [], course: false };

/** An object of the structure that has just become satisfied. */
export type SatisfiedObject = { readonly kind: 'block'; readonly block: Block } | { readonly kind: 'course' };

/** True when the AU's moveOn criterion is met; a waived AU counts as met (9.3.9). */
export function isMoveOnMet(moveOn: MoveOn, verdict: AuVerdict): boolean {
  const passed = verdict.judged === 'passed';
  if (verdict.waived) return true;
  switch (moveOn) {
    case 'NotApplicable':
      return true;
    case 'Completed':
      return verdict.completed;
    case 'Passed':
      return passed;
    case 'CompletedAndPassed':
      return verdict.completed && passed;
    case 'CompletedOrPassed':
      return verdict.completed || passed;
  }
}

/**
 * What the verdicts satisfy beyond what is already known: inner blocks before the blocks around them, the course
 * last, each once per registration. `next` holds the old and the new.
 */
export function evaluateSatisfaction(
  structure: CourseStructure,
  verdictOf: (auIndex: number) => AuVerdict,
  known: Satisfaction,
): { readonly reached: readonly SatisfiedObject[]; readonly next: Satisfaction } {
  const blocks = new Set(known.blocks);
  const reached: SatisfiedObject[] = [];

  const isMet = (node: StructureNode): boolean => {
    if (node.kind === 'au') {
      const au = structure.aus[node.au];
      return au !== undefined && isMoveOnMet(au.moveOn, verdictOf(node.au));
    }
    // No short cut: a sibling further on may have become satisfied as well.
    const met = areMet(node.children);
    if (met && !blocks.has(node.index)) {
      blocks.add(node.index);
      reached.push({ kind: 'block', block: node });
    }
    return blocks.has(node.index);
  };
  const areMet = (nodes: readonly StructureNode[]) => nodes.map(isMet).every(Boolean);

  const met = areMet(structure.course.children);
  if (met && !known.course) reached.push({ kind: 'course' });
  return { reached, next: { blocks: [...blocks], course: known.course || met } };
}
