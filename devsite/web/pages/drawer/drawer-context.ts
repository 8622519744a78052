import { createContext, useContext } from 'react';

interface DrawerControl {
  readonly isOpen: boolean;
  /** Which of its views is shown. */
  readonly view: string;
  /** Opens it, at a view where one is named. */
  readonly open: (view?: string) => void;
  readonly close: () => void;
}

export const DrawerContext = createContext<DrawerControl>({
  isOpen: false,
  view: 'functions',
  open: () => undefined,
  close: () => undefined,
});

export const useDrawer = (): DrawerControl => useContext(DrawerContext);
