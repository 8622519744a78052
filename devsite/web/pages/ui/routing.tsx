import { type AnchorHTMLAttributes, forwardRef, type MouseEvent, useSyncExternalStore } from 'react';

/** The window hears it when the page's address was changed by the site itself. */
export const moved = 'devsite:moved';

/** Goes to another page of the site without loading it anew. */
export function goTo(address: string, how: 'push' | 'replace' = 'push'): void {
  if (how === 'push') window.history.pushState(null, '', address);
  else window.history.replaceState(null, '', address);
  window.dispatchEvent(new Event(moved));
  if (how === 'push') window.scrollTo(0, 0);
}

function subscribe(onChange: () => void): () => void {
  window.addEventListener('popstate', onChange);
  window.addEventListener(moved, onChange);
  return () => {
    window.removeEventListener('popstate', onChange);
    window.removeEventListener(moved, onChange);
  };
}

/** Path and query of the page shown. */
export const useAddress = (): URL =>
  new URL(
    useSyncExternalStore(subscribe, () => window.location.pathname + window.location.search),
    window.location.origin,
  );

type LinkProps = AnchorHTMLAttributes<HTMLAnchorElement> & { readonly href: string };

/** What the design system's links are made of: pages of the site open in place. */
export const RouterLink = forwardRef<HTMLAnchorElement, LinkProps>(function RouterLink(props, ref) {
  const follow = (event: MouseEvent<HTMLAnchorElement>): void => {
    props.onClick?.(event);
    const elsewhere =
      event.metaKey || event.ctrlKey || event.shiftKey || props.target === '_blank' || props.download !== undefined;
    if (event.defaultPrevented || elsewhere || !props.href.startsWith('/')) return;
    event.preventDefault();
    goTo(props.href);
  };
  return (
    // biome-ignore lint/a11y/useValidAnchor: it has an address; a click opens it in place
    // biome-ignore lint/a11y/useKeyWithClickEvents: an anchor is clicked by its keys too
    // biome-ignore lint/a11y/noStaticElementInteractions: an anchor with an address is none
    <a {...props} ref={ref} onClick={follow}>
      {props.children}
    </a>
  );
});
