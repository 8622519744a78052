/** Something that would be refused, or fail, after an upload that Atlassian's linters let pass. */
export interface Fault {
  /** Where in the manifest or in `src/`. */
  readonly place: string;
  readonly reason: string;
}
