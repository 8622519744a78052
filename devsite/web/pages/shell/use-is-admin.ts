import { jira } from '../ui/ask';
import { useLoaded } from '../ui/use-loaded';

interface Held {
  readonly permissions: Readonly<Record<string, { readonly havePermission: boolean }>>;
}

/** Whether the person administers the site. */
export function useIsAdmin(): boolean {
  const held = useLoaded('administers', () => jira<Held>('GET', '/mypermissions?permissions=ADMINISTER'));
  return held.state === 'ready' && held.value.permissions.ADMINISTER?.havePermission === true;
}
