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

interface Seats {
  readonly people: readonly Person[];
  /** Signs somebody else in, on the page that is open. */
  readonly become: (person: Person) => Promise<void>;
}

export const SeatsContext = createContext<Seats>({ people: [], become: async () => undefined });

/** Who may sign in, and the way to be somebody else. */
export const useSeats = (): Seats => useContext(SeatsContext);
