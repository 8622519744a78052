import { view } from '@forge/bridge';

/** Where the page stands: the module of the manifest it is drawn for, what is beside it, and who looks at it. */
export interface Host {
  readonly moduleKey: string;
  /** Of the modules that stand at an issue; empty elsewhere. */
  readonly issueId: string;
  readonly accountId: string;
  /** The viewer's IANA zone. */
  readonly timeZone: string;
  /** False where a licence is wanted and none is active: the app only reads. */
  readonly isLicensed: boolean;
  /** What the module's place adds, e.g. `gadgetConfiguration` and `entryPoint` of a gadget. */
  readonly extension: Readonly<Record<string, unknown>>;
}

/** What the host says of the page, once the page has put on the host's theme. */
export async function readHost(): Promise<Host> {
  const [{ moduleKey, extension, timezone, license, accountId }] = await Promise.all([
    view.getContext(),
    view.theme.enable(),
  ]);
  return {
    moduleKey,
    issueId: String(extension.issue?.id ?? ''),
    accountId: accountId ?? '',
    timeZone: timezone,
    isLicensed: license?.active !== false,
    extension,
  };
}
