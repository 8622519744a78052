import { Fragment, type ReactNode } from 'react';
import { openIssueBeside, PlaceLink } from '../../jira/issues-link';
import { type IssueName, useIssueNames } from '../../jira/use-issue-names';
import { editingTexts } from '../editing-texts';
import editor from '../editor.module.css';
import styles from './dry-run.module.css';

interface SampledProps<Sampled> {
  readonly sample: readonly Sampled[];
  /** What would become of it: pairs of a word and what it stands for. */
  readonly tell: (sampled: Sampled) => readonly (readonly [word: string, what: ReactNode])[];
}

/** Some of the issues that an edit would change, and how. */
export function SampledIssues<Sampled extends { readonly issueId: string }>({ sample, tell }: SampledProps<Sampled>) {
  const names = useIssueNames(sample.map(({ issueId }) => issueId));
  return (
    <>
      <h4 className={styles.title}>{editingTexts.dryRun.sample}</h4>
      <ul className={styles.sample}>
        {sample.map((sampled) => (
          <li key={sampled.issueId}>
            <Issue name={names.get(sampled.issueId)} />
            <dl className={styles.change}>
              {tell(sampled).map(([word, what]) => (
                <Fragment key={word}>
                  <dt>{word}</dt>
                  <dd>{what}</dd>
                </Fragment>
              ))}
            </dl>
          </li>
        ))}
      </ul>
    </>
  );
}

function Issue({ name }: { readonly name: IssueName | undefined }) {
  if (!name) return <span className={editor.quiet}>{editingTexts.dryRun.hidden}</span>;
  return (
    <span className={styles.issue}>
      <PlaceLink onOpen={() => openIssueBeside(name.key)}>{name.key}</PlaceLink> {name.summary}
    </span>
  );
}
