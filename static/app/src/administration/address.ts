import { createContext, useContext, useEffect } from 'react';

/** Where the administration stands, and the ways from there. */
export interface Address {
  /** The first part of the address: a page of the manifest. */
  readonly page: string;
  /** The part behind it, by which a page of a list opens one of its things; empty for the list. */
  readonly place: string;
  /** Opens another thing of the page, or its list; asks first where something is not saved. */
  readonly goTo: (place: string) => void;
  /** The same where nothing can be lost, as after it was saved. */
  readonly moveOn: (place: string) => void;
  /** Opens another page; asks first likewise. */
  readonly openPage: (page: string) => void;
  readonly tellUnsaved: (isUnsaved: boolean) => void;
}

const AddressContext = createContext<Address | undefined>(undefined);

export const AddressProvider = AddressContext.Provider;

export function useAddress(): Address {
  const address = useContext(AddressContext);
  if (!address) throw new Error('There is no address outside the administration.');
  return address;
}

/** While something is not saved, every way that leads from it asks first; the browser does so where the page itself ends. */
export function useUnsaved(isUnsaved: boolean): void {
  const { tellUnsaved } = useAddress();
  useEffect(() => {
    if (!isUnsaved) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    tellUnsaved(true);
    window.addEventListener('beforeunload', ask);
    return () => {
      tellUnsaved(false);
      window.removeEventListener('beforeunload', ask);
    };
  }, [isUnsaved, tellUnsaved]);
}
