import type { Module } from '../manifest';
import { chosen } from '../platform/chosen';

interface SubPage {
  readonly title: string;
  readonly route: string;
  readonly icon?: string;
}

/** A module of the app as the site's pages need it: what its manifest says, with addresses for names of resources. */
export interface ShownModule {
  readonly moduleKey: string;
  readonly type: string;
  readonly title: string;
  /** Where a gadget's title leads. */
  readonly titleHref?: string;
  readonly description?: string;
  readonly label?: string;
  readonly icon?: string;
  readonly thumbnail?: string;
  /** Address of its page; absent when it is drawn by what the site does not simulate. */
  readonly src?: string;
  readonly editSrc?: string;
  readonly isEditable: boolean;
  readonly viewportSize?: unknown;
  readonly status?: unknown;
  readonly isDynamic: boolean;
  /** Whether its status is asked anew when the issue beside it has changed. */
  readonly followsIssue: boolean;
  readonly isRefreshable: boolean;
  readonly use?: 'config' | 'get-started';
  /** What the manifest says of it that the site does not heed. */
  readonly unheeded: readonly string[];
  readonly sections: readonly { readonly header?: string; readonly pages: readonly SubPage[] }[];
}

const unheeded = ['displayConditions', 'layout', 'unlicensedAccess', 'allowMultiple', 'connectKeys'];
const texts = ['description', 'label'] as const;
const pictures = ['icon', 'thumbnail'] as const;

export function shownModule(type: string, module: Module, appOrigin: string): ShownModule {
  const { key, title, edit, viewportSize, status, dynamicProperties, refreshable } = module;
  return {
    moduleKey: key,
    type,
    title: titleOf(title, key),
    isEditable: edit !== undefined,
    isDynamic: typeof dynamicProperties?.function === 'string',
    followsIssue: chosen.statusFollowsIssue,
    isRefreshable: refreshable !== false,
    unheeded: unheeded.filter((name) => module[name] !== undefined),
    sections: sectionsOf(module, appOrigin),
    ...named(texts, (name) => textOf(module[name])),
    ...named(pictures, (name) => iconAddress(module[name], appOrigin)),
    ...known('titleHref', title?.href),
    ...known('src', drawnAt(module, appOrigin)),
    ...known('editSrc', edit && drawnAt(edit, appOrigin)),
    ...known('viewportSize', viewportSize),
    ...known('status', status),
    ...known('use', purposeOf(module)),
  };
}

const known = (name: string, value: unknown) => (value === undefined ? {} : { [name]: value });

const named = (names: readonly string[], of: (name: string) => unknown) =>
  Object.fromEntries(names.map((name) => [name, of(name)]).filter(([, value]) => value !== undefined));

/** A text, or the key of one that is translated. */
const textOf = (text: unknown): string | undefined => {
  if (typeof text === 'string') return text;
  return typeof text === 'object' && text !== null && 'i18n' in text ? String(text.i18n) : undefined;
};

const titleOf = (title: Module['title'], key: string): string => textOf(title) ?? textOf(title?.text) ?? key;

function purposeOf({ useAsConfig, useAsGetStarted }: Module): ShownModule['use'] {
  if (useAsConfig === true) return 'config';
  return useAsGetStarted === true ? 'get-started' : undefined;
}

function sectionsOf({ pages, sections }: Module, appOrigin: string): ShownModule['sections'] {
  const all: readonly Module[] = sections ?? (pages ? [{ pages }] : []);
  return all.map(({ header, pages: within = [] }) => ({
    ...known('header', textOf(header)),
    pages: (within as readonly Module[]).map(({ title, route, icon }) => ({
      title: titleOf(title, route),
      route: String(route),
      ...known('icon', iconAddress(icon, appOrigin)),
    })),
  }));
}

function drawnAt({ resource, render }: Readonly<Record<string, unknown>>, appOrigin: string): string | undefined {
  return typeof resource === 'string' && render !== 'native' ? pageAddress(resource, appOrigin) : undefined;
}

function pageAddress(resource: string, appOrigin: string): string {
  const [key, entry = 'index'] = resource.split('/');
  return `${appOrigin}/${key}/${entry}.html`;
}

/** `resource:<key>;<path>` or an address. */
function iconAddress(icon: unknown, appOrigin: string): string | undefined {
  if (typeof icon !== 'string') return undefined;
  const [, key, path] = /^resource:([^;]+);(.+)$/.exec(icon) ?? [];
  return key && path ? `${appOrigin}/${key}/${path.replace(/^\.?\//, '')}` : icon;
}
