/** A kind of trouble and the places it came up at; `{}` in its texts stands for the place. */
export interface IncidentKind {
  readonly summary: string;
  readonly description: string;
  readonly category: 'Access' | 'Hardware' | 'Software' | 'Network' | 'Messaging' | 'Data' | 'Platform';
  readonly service: string;
  /** Key of the project it is raised in. */
  readonly project: 'DESK' | 'PLAT';
  /** What the desk asks of whoever reported it. */
  readonly question: string;
  /** What turned out to be the matter. */
  readonly cause: string;
  /** Where, with the priority level, 1 the highest, that it had there. */
  readonly at: readonly (readonly [place: string, priority: 1 | 2 | 3 | 4 | 5])[];
}
