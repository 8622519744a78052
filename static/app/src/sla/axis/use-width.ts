import { type RefObject, useLayoutEffect, useRef, useState } from 'react';

/** The width of an element as it changes; 0 until it is known. */
export function useWidth<Of extends HTMLElement>(): readonly [RefObject<Of>, number] {
  const element = useRef<Of>(null);
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    if (!element.current) return undefined;
    const sizes = new ResizeObserver(([entry]) => setWidth(Math.floor(entry?.contentRect.width ?? 0)));
    sizes.observe(element.current);
    setWidth(element.current.clientWidth);
    return () => sizes.disconnect();
  }, []);
  return [element, width];
}
