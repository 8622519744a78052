import { type Instant, instant } from '@fettle/kernel/time';
import { openIssues, PlaceLink } from './issues-link';
import styles from './kept-out.module.css';
import { keptOutTexts } from './kept-out-texts';
import { useProjectNames } from './use-project-names';

interface KeptOutProps {
  readonly hidden: readonly { readonly projectId: string; readonly since: string }[];
  readonly when: (at: Instant) => string;
}

/** The projects that the app is kept out of, each with since when; each leads to its open issues. */
export function KeptOut({ hidden, when }: KeptOutProps) {
  const names = useProjectNames(hidden.map(({ projectId }) => projectId));
  return (
    <ul className={styles.list}>
      {hidden.map(({ projectId, since }) => (
        <li key={projectId}>
          <PlaceLink onOpen={() => openIssues(`project = ${projectId} AND statusCategory != Done`)}>
            {names.get(projectId) ?? keptOutTexts.unnamed(projectId)}
          </PlaceLink>
          , {keptOutTexts.since(when(instant(since)))}
        </li>
      ))}
    </ul>
  );
}
