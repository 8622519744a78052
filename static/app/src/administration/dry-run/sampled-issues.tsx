import { isolated } from '@fettle/kernel/names';
import { Fragment, type ReactNode, useEffect, useState } from 'react';
import { openIssueBeside } from '../../jira/issues-link';
import { editingTexts } from '../editing-texts';
import editor from '../editor.module.css';
import { namesOf } from '../issue-list';
import styles from './dry-run.module.css';

type Names = Awaited<ReturnType<typeof namesOf>>;

interface SampledProps<Sampled> {
  readonly sample: readonly Sampled[];
  /** What would become of it: pairs of a word and what it stands for. */
  readonly tell: (sampled: Sampled) => readonly (readonly [word: string, what: ReactNode])[];
}

/** Some of the issues that an edit would change, and how. */
export function SampledIssues<Sampled extends { readonly issueId: string }>({ sample, tell }: SampledProps<Sampled>) {
  const [names, setNames] = useState<Names>(new Map());
  const ids = sample.map(({ issueId }) => issueId).join();
  useEffect(() => {
    let isGone = false;
    void namesOf(ids.split(',')).then((found) => !isGone && setNames(found));
    return () => {
      isGone = true;
    };
  }, [ids]);
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

function Issue({ name }: { readonly name: { readonly key: string; readonly summary: string } | undefined }) {
  if (!name) return <span className={editor.quiet}>{editingTexts.dryRun.hidden}</span>;
  return (
    <span className={styles.issue}>
      <button type="button" className={styles.key} onClick={() => openIssueBeside(name.key)}>
        {name.key}
      </button>{' '}
      {isolated(name.summary)}
    </span>
  );
}
