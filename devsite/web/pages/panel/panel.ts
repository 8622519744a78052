/** A module of the app that stands in an issue's page. */
export interface Panel {
  readonly moduleKey: string;
  readonly title: string;
  readonly icon?: string;
  /** Address of its page; absent when the site has no way to draw it. */
  readonly src?: string;
  /** What the manifest declares of its frame's height, which the site does not simulate. */
  readonly viewportSize?: string;
}
