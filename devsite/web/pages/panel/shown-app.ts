import { useSyncExternalStore } from 'react';
import { usePerson } from '../shell/session';
import { devsite } from '../ui/ask';
import { type Loading, useLoaded } from '../ui/use-loaded';

interface SubPage {
  readonly title: string;
  readonly route: string;
  readonly icon?: string;
}

/** A module of the app that has a place on a page of the site. */
export interface AppModule {
  readonly moduleKey: string;
  readonly type: string;
  readonly title: string;
  readonly titleHref?: string;
  readonly description?: string;
  readonly label?: string;
  readonly icon?: string;
  readonly thumbnail?: string;
  /** Address of its page; absent when the site has no way to draw it. */
  readonly src?: string;
  readonly editSrc?: string;
  readonly isEditable: boolean;
  readonly viewportSize?: unknown;
  readonly status?: unknown;
  readonly isDynamic: boolean;
  /** Whether its status is asked anew when the issue beside it has changed. */
  readonly followsIssue?: boolean;
  readonly isRefreshable: boolean;
  readonly use?: 'config' | 'get-started';
  /** What its manifest says that the site does not heed. */
  readonly unheeded: readonly string[];
  readonly sections: readonly { readonly header?: string; readonly pages: readonly SubPage[] }[];
}

export interface ShownApp {
  readonly appId: string;
  readonly environmentId: string;
  readonly name: string;
  /** One that is not has no modules. */
  readonly isInstalled: boolean;
  readonly resources: readonly string[];
  readonly modules: readonly AppModule[];
}

const asked = new Map<string, Promise<ShownApp>>();

const listeners = new Set<() => void>();
let changes = 0;

const listen = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

/** To be called when the app was installed or taken off: everything that shows it asks anew. */
export function appChanged(): void {
  changes += 1;
  asked.clear();
  for (const tell of listeners) tell();
}

/** The app as the person sees it: as it was deployed, for as long as the page is open or until it is changed there. */
export function useApp(): Loading<ShownApp> {
  const { accountId } = usePerson();
  const version = useSyncExternalStore(listen, () => changes);
  const load = () => {
    const known = asked.get(accountId) ?? devsite<ShownApp>('GET', '/bridge/app');
    known.catch(() => asked.delete(accountId));
    asked.set(accountId, known);
    return known;
  };
  return useLoaded(`app for ${accountId}`, load, String(version));
}

export const modulesOf = ({ modules }: ShownApp, type: string): readonly AppModule[] =>
  modules.filter((module) => module.type === type);
