import { view } from '@forge/bridge';

/** Where the page stands: the module of the manifest it is drawn for, the issue beside it, and who looks at it. */
export interface Host {
  readonly moduleKey: string;
  readonly issueId: string;
  /** The viewer's IANA zone. */
  readonly timeZone: string;
}

/** What the host says of the page, once the page has put on the host's theme. */
export async function readHost(): Promise<Host> {
  const [{ moduleKey, extension, timezone }] = await Promise.all([view.getContext(), view.theme.enable()]);
  return { moduleKey, issueId: String(extension.issue?.id ?? ''), timeZone: timezone };
}
