/**
 * In which part results of one course over there count, as a person has said for all of them. It is asked where the course here has several
 * parts that take results; a version that does not have the part goes by itself as if nobody had said anything.
 */
export interface CoursePart {
  readonly connectionId: string;
  readonly externalCourseId: string;
  readonly moduleId: string;
  /** ISO 8601 UTC. */
  readonly chosenAt: string;
  /** Person or client. */
  readonly chosenBy: string;
}
