import { AdministrationPage } from '../administration/administration-page';
import type { Host } from '../host';

/** The pages of "Fettle" among Jira's settings. */
export function AdministrationSurface({ host }: { readonly host: Host }) {
  return <AdministrationPage host={host} />;
}
