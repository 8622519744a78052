import { createContext, type ReactNode, useContext } from 'react';

const ReadOnlyContext = createContext(false);

/** Fields within show what they hold, and take nothing. */
export const ReadOnly = ({ isOn, children }: { readonly isOn: boolean; readonly children: ReactNode }) => (
  <ReadOnlyContext.Provider value={isOn}>{children}</ReadOnlyContext.Provider>
);

export const useIsReadOnly = (): boolean => useContext(ReadOnlyContext);

/** What changes something, such as a button that adds; not there where everything is only read. */
export const Editing = ({ children }: { readonly children: ReactNode }) => (useIsReadOnly() ? null : children);
