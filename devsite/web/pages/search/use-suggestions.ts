import { type KeyboardEvent, type RefObject, useEffect, useState } from 'react';
import { completionOf } from './jql-completion';
import { type JqlReference, jqlReference, type Suggestion, suggestionsFor } from './jql-suggestions';

export interface Suggestions {
  readonly all: readonly Suggestion[];
  /** Place of the one that Enter takes; none when negative. */
  readonly active: number;
  /** Looks anew at what stands before the caret. */
  readonly look: (text: string, caret: number) => void;
  readonly close: () => void;
  readonly take: (suggestion: Suggestion) => void;
  /** Answers whether the key was meant for the list. */
  readonly press: (event: KeyboardEvent) => boolean;
}

interface Asked {
  readonly text: string;
  readonly caret: number;
}

let known: Promise<JqlReference> | undefined;

function reference(): Promise<JqlReference> {
  known ??= jqlReference();
  known.catch(() => {
    known = undefined;
  });
  return known;
}

const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };
const taking: readonly string[] = ['Enter', 'Tab'];

/** The place that many steps on, around the ends; from none, the first or the last. */
const stepped = (from: number, step: number, length: number): number =>
  ((from < 0 && step < 0 ? 0 : from) + step + length) % length;

/** What may follow what stands before the caret; empty until it is known. */
function useFollowing(asked: Asked | undefined): readonly Suggestion[] {
  const [all, setAll] = useState<readonly Suggestion[]>([]);
  useEffect(() => {
    if (!asked) return setAll([]);
    let wanted = true;
    const at = completionOf(asked.text.slice(0, asked.caret));
    reference()
      .then((told) => suggestionsFor(told, at))
      .then(
        (found) => wanted && setAll(found),
        () => wanted && setAll([]),
      );
    return () => {
      wanted = false;
    };
  }, [asked]);
  return all;
}

/** How the query in a field may go on, and the keys that choose. */
export function useSuggestions(input: RefObject<HTMLInputElement>, change: (text: string) => void): Suggestions {
  const [asked, setAsked] = useState<Asked>();
  const [active, setActive] = useState(-1);
  const all = useFollowing(asked);

  // biome-ignore lint/correctness/useExhaustiveDependencies: other suggestions are chosen from anew
  useEffect(() => setActive(-1), [all]);

  const close = () => setAsked(undefined);
  const look = (text: string, caret: number) => setAsked({ text, caret });
  const take = ({ text }: Suggestion) => {
    if (!asked) return;
    const { from } = completionOf(asked.text.slice(0, asked.caret));
    const before = asked.text.slice(0, from) + text;
    const whole = before + asked.text.slice(asked.caret);
    change(whole);
    look(whole, before.length);
    requestAnimationFrame(() => {
      input.current?.focus();
      input.current?.setSelectionRange(before.length, before.length);
    });
  };
  const press = ({ key }: KeyboardEvent): boolean => {
    const does = all.length === 0 ? undefined : deedOf(key, all[active]);
    does?.();
    return does !== undefined;
  };
  /** What a key does to the list; undefined for one that is not meant for it. */
  const deedOf = (key: string, chosen: Suggestion | undefined): (() => void) | undefined => {
    const step = steps[key];
    if (key === 'Escape') return close;
    if (step !== undefined) return () => setActive(stepped(active, step, all.length));
    return chosen && taking.includes(key) ? () => take(chosen) : undefined;
  };
  return { all, active, look, close, take, press };
}
