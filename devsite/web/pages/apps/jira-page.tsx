import { DashboardPage } from '../dashboards/dashboard-page';
import { DashboardsPage } from '../dashboards/dashboards-page';
import { namedPage } from '../panel/module-address';
import { NoPage } from '../shell/no-page';
import { AppPage } from './app-page';
import { AppsPage } from './apps-page';

/** The page at an address that begins with `/jira`. */
export function JiraPage({ path }: { readonly path: string }) {
  const named = namedPage(path);
  const [, , section, id] = path.split('/');
  if (named) return <AppPage key={named.base} named={named} />;
  if (section === 'apps' && !id) return <AppsPage />;
  if (section === 'dashboards') return id ? <DashboardPage key={id} id={id} /> : <DashboardsPage />;
  return <NoPage />;
}
