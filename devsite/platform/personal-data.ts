import type { Manifest } from '../manifest';
import { type Answer, type Ask, PlatformError } from '../simulators/simulator';

/** How an account stands; undefined where nobody has it. */
type StandingOf = (accountId: string) => 'open' | 'closed' | undefined;

/** https://developer.atlassian.com/platform/forge/user-privacy-guidelines/ (2026-08) */
export const reportPath = '/app/report-accounts';
export const accountsAtMost = 90;
const scope = 'report:personal-data';
const accountIdForm = /^[A-Za-z0-9:-]{1,128}$/;
const instantForm = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/;

/** The accounts that the guide has for tests, on every site. */
const testAccounts: ReadonlyMap<string, 'open' | 'closed'> = new Map([
  ['5be24ad8b1653240376955d2', 'open'],
  ['5be24ba3f91c106033269289', 'closed'],
]);

/**
 * Where apps report whose personal data they keep: answers which accounts were closed. Nobody's profile changes on the
 * dev site, so none is ever `updated`.
 */
export function answerReport(manifest: Pick<Manifest, 'permissions'>, standingOf: StandingOf, ask: Ask): Answer {
  if (!manifest.permissions?.scopes?.includes(scope))
    throw new PlatformError(403, 'FORBIDDEN', `The manifest does not declare ${scope}.`);
  const ids = idsIn(ask);
  if (typeof ids === 'string') return { status: 400, body: { errorType: 'BAD_REQUEST', errorMessage: ids } };
  const closed = ids.filter((id) => (testAccounts.get(id) ?? standingOf(id)) === 'closed');
  if (closed.length === 0) return { status: 204 };
  return { status: 200, body: { accounts: closed.map((accountId) => ({ accountId, status: 'closed' })) } };
}

/** The accounts reported, or what is wrong with the report. */
function idsIn({ method, body }: Ask): readonly string[] | string {
  const accounts = method === 'POST' && listIn(body);
  if (!accounts) return 'A report is a POST with a list of accounts.';
  if (accounts.length > accountsAtMost) return `A report has at most ${accountsAtMost} accounts.`;
  const unfit = accounts.find(({ accountId, updatedAt }) => !isAccountId(accountId) || !isInstant(updatedAt));
  return unfit
    ? `Not an account and an instant: ${JSON.stringify(unfit)}`
    : accounts.map((one) => String(one.accountId));
}

function listIn(body: string | undefined): readonly Readonly<Record<string, unknown>>[] | undefined {
  const { accounts } = (JSON.parse(body ?? 'null') ?? {}) as { accounts?: unknown };
  return Array.isArray(accounts) ? accounts.map((one) => ({ ...one })) : undefined;
}

const isAccountId = (value: unknown): boolean => typeof value === 'string' && accountIdForm.test(value);
const isInstant = (value: unknown): boolean => typeof value === 'string' && instantForm.test(value);
