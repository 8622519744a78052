import { Box, xcss } from '@atlaskit/primitives';
import { type ReactNode, useMemo, useState } from 'react';
import { useAddress } from '../ui/routing';
import { useIsWide } from '../ui/use-is-wide';
import { useShortcut } from '../ui/use-shortcut';
import { Drawer } from './drawer';
import { DrawerContext } from './drawer-context';

const remembered = 'devsite.drawer';
const usualWidth = 480;

interface Kept {
  readonly isOpen: boolean;
  readonly view: string;
  readonly width: number;
}

const shut: Kept = { isOpen: false, view: 'functions', width: usualWidth };

const kept = (): Kept => ({ ...shut, ...JSON.parse(localStorage.getItem(remembered) ?? '{}') });

const page = xcss({ minWidth: '0' });

/** A page with the platform drawer at its edge, as it was left in this browser; the platform's own page goes without. */
export function Drawered({ children }: { readonly children: ReactNode }) {
  const [state, setState] = useState(kept);
  const isWide = useIsWide();
  const { pathname } = useAddress();
  const isShown = state.isOpen && !pathname.startsWith('/platform');
  const change = (next: Partial<Kept>) =>
    setState((before) => {
      const after = { ...before, ...next };
      localStorage.setItem(remembered, JSON.stringify(after));
      return after;
    });
  useShortcut('.', () => change({ isOpen: !state.isOpen }));

  // biome-ignore lint/correctness/useExhaustiveDependencies: `change` is the same in all but name
  const control = useMemo(
    () => ({
      isOpen: isShown,
      view: state.view,
      open: (view = state.view) => change({ isOpen: true, view }),
      close: () => change({ isOpen: false }),
    }),
    [isShown, state.view],
  );
  return (
    <DrawerContext.Provider value={control}>
      <Box xcss={page} style={isShown && isWide ? { paddingInlineEnd: state.width } : {}}>
        {children}
      </Box>
      {isShown && <Drawer width={state.width} onResize={(width) => change({ width })} />}
    </DrawerContext.Provider>
  );
}
