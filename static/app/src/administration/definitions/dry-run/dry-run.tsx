import Button from '@atlaskit/button/new';
import type { DefinitionPreview } from '@fettle/sla/contract';
import { useEffect, useState } from 'react';
import { weekdayAndTime } from '../../../ui/moments';
import editor from '../../editor.module.css';
import { namesOf, openIssue } from '../../issue-list';
import { texts } from '../texts';
import type { Preview } from '../use-judgement';
import styles from './dry-run.module.css';

interface DryRunProps {
  readonly preview: Preview;
  /** How many parts of the JQL are asked of Jira. */
  readonly asked: number;
  readonly timeZone: string;
  readonly onLook: () => void;
}

/** What the draft would do to the clocks that are open now. */
export function DryRun({ preview, asked, timeZone, onLook }: DryRunProps) {
  return (
    <aside className={styles.dryRun} aria-label={texts.dryRun.title}>
      <div className={editor.answer}>
        <h3 className={editor.heading}>{texts.dryRun.title}</h3>
        <Button spacing="compact" isDisabled={preview.state === 'looking'} onClick={onLook}>
          {texts.dryRun.look}
        </Button>
      </div>
      <div role="status" className={editor.section}>
        {preview.state === 'ready' ? (
          <Found value={preview.value} timeZone={timeZone} />
        ) : (
          <p className={editor.quiet}>{standings[preview.state]}</p>
        )}
      </div>
      {asked > 0 && <p className={editor.quiet}>{texts.dryRun.asked(asked)}</p>}
    </aside>
  );
}

const standings = {
  waiting: texts.dryRun.waiting,
  looking: texts.dryRun.looking,
  unfit: texts.dryRun.unfit,
  failed: texts.dryRun.failed,
};

function Found({ value, timeZone }: { readonly value: DefinitionPreview; readonly timeZone: string }) {
  const { changes, looked, open, whole, unknown, sample } = value;
  const words = texts.dryRun;
  const parts = (['state', 'goal', 'due'] as const).filter((part) => changes[part] > 0);
  return (
    <>
      <strong>{changes.any ? words.changes(changes.any) : words.nothing}</strong>
      {parts.length > 0 && <p className={styles.line}>{parts.map((part) => words[part](changes[part])).join(', ')}</p>}
      <p className={editor.quiet}>{words.looked(looked, open, whole, unknown)}</p>
      {sample.length > 0 && <Sample sample={sample} timeZone={timeZone} />}
    </>
  );
}

type Sampled = DefinitionPreview['sample'];
type Names = Awaited<ReturnType<typeof namesOf>>;

function Sample({ sample, timeZone }: { readonly sample: Sampled; readonly timeZone: string }) {
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
      <h4 className={styles.title}>{texts.dryRun.sample}</h4>
      <ul className={styles.sample}>
        {sample.map(({ issueId, before, after }) => (
          <li key={issueId}>
            <Issue name={names.get(issueId)} />
            <dl className={styles.change}>
              <dt>{texts.dryRun.before}</dt>
              <dd>{clockWords(before, timeZone)}</dd>
              <dt>{texts.dryRun.after}</dt>
              <dd>{clockWords(after, timeZone)}</dd>
            </dl>
          </li>
        ))}
      </ul>
    </>
  );
}

function Issue({ name }: { readonly name: { readonly key: string; readonly summary: string } | undefined }) {
  if (!name) return <span className={editor.quiet}>{texts.dryRun.hidden}</span>;
  return (
    <span className={styles.issue}>
      <button type="button" className={styles.key} onClick={() => openIssue(name.key)}>
        {name.key}
      </button>{' '}
      {name.summary}
    </span>
  );
}

function clockWords({ state, goal, due }: Sampled[number]['before'], timeZone: string): string {
  const when = due === undefined ? '' : texts.dryRun.dueAt(weekdayAndTime(Date.parse(due), timeZone));
  return [texts.dryRun.states[state] ?? state, goal, when].filter(Boolean).join(', ');
}
