import { type Module, modulesOf } from '../manifest';
import type { Site } from '../site';

/** A module of the app that stands in an issue's page. */
interface Panel {
  readonly moduleKey: string;
  readonly title: string;
  /** Address of its picture; absent when the manifest names none that the site serves. */
  readonly icon?: string;
  /** Address of its page; absent when it is drawn by what the site does not simulate. */
  readonly src?: string;
  /** What the manifest declares of its frame's height. */
  readonly viewportSize?: string;
}

/** Where a module of the app stands: the module and the issue beside it. */
export interface Place {
  readonly moduleKey: string;
  readonly issueKey: string;
}

export interface Surfaces {
  panels(): readonly Panel[];
  /** What the context says of the place; undefined when there is no such module, or when the person may not see the issue. */
  extension(place: Place, accountId: string): Readonly<Record<string, unknown>> | undefined;
}

interface Surroundings {
  readonly site: Site;
  readonly url: string;
  readonly appOrigin: string;
}

const issuePanel = 'jira:issuePanel';

/** The places of the site's pages where the app's modules stand. */
export function openSurfaces({ site, url, appOrigin }: Surroundings): Surfaces {
  const modules = modulesOf(site.manifest, issuePanel);

  return {
    panels: () => modules.map((module) => panel(module, appOrigin)),
    extension({ moduleKey, issueKey }, accountId) {
      if (!modules.some(({ key }) => key === moduleKey)) return undefined;
      const path = `/rest/api/3/issue/${encodeURIComponent(issueKey)}?fields=issuetype,project`;
      const { status, body } = site.jira.handle({ kind: 'person', accountId }, { method: 'GET', path });
      if (status !== 200) return undefined;
      return { type: issuePanel, location: `${url}/browse/${issueKey}`, ...besides(body as SeenIssue) };
    },
  };
}

interface SeenIssue {
  readonly id: string;
  readonly key: string;
  readonly fields: {
    readonly issuetype: { readonly id: string; readonly name: string };
    readonly project: { readonly id: string; readonly key: string; readonly projectTypeKey: string };
  };
}

const besides = ({ id, key, fields: { issuetype, project } }: SeenIssue) => ({
  issue: { id, key, type: issuetype.name, typeId: issuetype.id },
  project: { id: project.id, key: project.key, type: project.projectTypeKey },
  isNewToIssue: false,
});

function panel(module: Module, appOrigin: string): Panel {
  const { key, title, icon, render, resource, viewportSize } = module;
  const drawn = typeof resource === 'string' && render !== 'native';
  return {
    moduleKey: key,
    title: typeof title === 'string' ? title : key,
    ...(typeof icon === 'string' && { icon: iconAddress(icon, appOrigin) }),
    ...(drawn && { src: pageAddress(resource, appOrigin) }),
    ...(typeof viewportSize === 'string' && { viewportSize }),
  };
}

function pageAddress(resource: string, appOrigin: string): string {
  const [key, entry = 'index'] = resource.split('/');
  return `${appOrigin}/${key}/${entry}.html`;
}

/** `resource:<key>;<path>` or an address. */
function iconAddress(icon: string, appOrigin: string): string {
  const [, key, path] = /^resource:([^;]+);(.+)$/.exec(icon) ?? [];
  return key && path ? `${appOrigin}/${key}/${path.replace(/^\.?\//, '')}` : icon;
}
