import { openIssues, PlaceLink } from './issues-link';
import { ofIds } from './jql-words';

/** A number in words that leads to the issues it counts; words alone where it counts none. */
export const CountedIssues = ({ words, ids }: { readonly words: string; readonly ids: readonly string[] }) =>
  ids.length ? <PlaceLink onOpen={() => openIssues(ofIds(ids))}>{words}</PlaceLink> : words;
