import { type Module, modulesOf } from '../manifest';
import type { Site } from '../site';
import type { Place } from './place';
import { type ShownModule, shownModule } from './shown-module';
import { holds, standings } from './standing';

/** The app as its modules' pages are built from it. */
interface ShownApp {
  readonly appId: string;
  readonly environmentId: string;
  readonly name: string;
  readonly isInstalled: boolean;
  /** Keys of what a page of the app may open in a modal. */
  readonly resources: readonly string[];
  readonly modules: readonly ShownModule[];
}

export interface Surfaces {
  /** The app's modules that have a place on the site's pages; those for administrators alone are theirs alone. */
  app(accountId: string): ShownApp;
  /** What the context says of the place; undefined when there is no such module, or when the person may not be there. */
  extension(place: Place, accountId: string): Readonly<Record<string, unknown>> | undefined;
}

interface Surroundings {
  readonly site: Pick<Site, 'jira' | 'manifest' | 'installation' | 'appAccountId' | 'isInstalled'>;
  readonly url: string;
  readonly appOrigin: string;
}

interface Hosted {
  readonly type: string;
  readonly module: Module;
}

/** The places of the site's pages where the app's modules stand. */
export function openSurfaces({ site, url, appOrigin }: Surroundings): Surfaces {
  const { jira, manifest, installation, appAccountId, isInstalled } = site;
  const declared: readonly Hosted[] = Object.keys(standings).flatMap((type) =>
    modulesOf(manifest, type).map((module) => ({ type, module })),
  );
  const hosted = () => (isInstalled() ? declared : []);

  return {
    app(accountId) {
      const isAdmin = holds(jira.as(accountId), 'ADMINISTER');
      const shown = hosted().filter(({ type }) => isAdmin || type !== 'jira:adminPage');
      return {
        isInstalled: isInstalled(),
        appId: manifest.app.id.replace('ari:cloud:ecosystem::app/', ''),
        environmentId: installation.environmentId,
        name: jira.as(appAccountId).get<{ displayName: string }>('/rest/api/3/myself').displayName,
        resources: (manifest.resources ?? []).map(({ key }) => key),
        modules: shown.map(({ type, module }) => shownModule(type, module, appOrigin)),
      };
    },
    extension(place, accountId) {
      const { type = '' } = hosted().find(({ module }) => module.key === place.moduleKey) ?? {};
      const said = standings[type]?.(jira.as(accountId), place);
      return said && { type, location: locationOf(place, url), ...said };
    },
  };
}

/** Pages say where they are, and are heard as far as it is a place of this site. */
function locationOf({ path, issueKey }: Place, url: string): string {
  const place = path ?? (issueKey === undefined ? '/' : `/browse/${issueKey}`);
  if (!URL.canParse(place, url)) return url;
  const told = new URL(place, url);
  return told.origin === new URL(url).origin ? told.href : url;
}
