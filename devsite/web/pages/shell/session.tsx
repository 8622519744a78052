import { createContext, useContext } from 'react';

export interface Person {
  readonly accountId: string;
  readonly displayName: string;
  readonly roles: readonly string[];
}

export interface Session {
  /** Who may sign in. */
  readonly people: readonly Person[];
  readonly person?: Person;
}

export const PersonContext = createContext<Person>({ accountId: '', displayName: '', roles: [] });

/** The person who signed in. */
export const usePerson = (): Person => useContext(PersonContext);
