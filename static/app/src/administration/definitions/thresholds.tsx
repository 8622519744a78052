import Button from '@atlaskit/button/new';
import type { DefinitionDraft } from '@fettle/sla/domain/draft';
import { useState } from 'react';
import { Several } from '../../ui/late-fields';
import { Editing } from '../../ui/read-only';
import { RemoveButton } from '../../ui/row-button';
import { TextInput } from '../../ui/text-input';
import editor from '../editor.module.css';
import { texts } from './texts';
import styles from './thresholds.module.css';
import type { Choices } from './words';

type Threshold = DefinitionDraft['thresholds'][number];
type Action = Threshold['actions'][number];

interface ThresholdsProps {
  readonly thresholds: readonly Threshold[];
  readonly priorities: Choices['priorities'];
  readonly problemAt: (place: string) => string | undefined;
  readonly onChange: (thresholds: Threshold[]) => void;
}

/** What happens when so much of the target is used. */
export function ThresholdSection({ thresholds, priorities, problemAt, onChange }: ThresholdsProps) {
  const set = (place: number, changed: Partial<Threshold>) =>
    onChange(thresholds.map((known, i) => (i === place ? { ...known, ...changed } : known)));
  const words = texts.thresholds;
  return (
    <section className={editor.section} aria-label={words.title}>
      <h3 className={editor.heading}>{words.title}</h3>
      <p className={editor.quiet}>{words.help}</p>
      <ul className={styles.rows}>
        {thresholds.map((threshold, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the place is what the row stands for
          <li key={i} className={styles.row}>
            <ShareInput
              label={words.of(words.share, i + 1)}
              share={threshold.share}
              problem={problemAt(`thresholds[${i}].share`)}
              onChange={(share) => set(i, { share })}
            />
            <TextInput
              label={words.level}
              labelFor={words.of(words.level, i + 1)}
              value={threshold.level}
              problem={problemAt(`thresholds[${i}].level`)}
              onChange={(level) => set(i, { level })}
            />
            <div className={styles.actions}>
              <span className={styles.label}>{words.actions}</span>
              <Several
                label={words.of(words.actions, i + 1)}
                placeholder={words.nothing}
                values={threshold.actions.map(keyOf)}
                options={offered(threshold.actions, priorities)}
                problem={problemAt(`thresholds[${i}].actions`)}
                onChange={(keys) => set(i, { actions: keys.map(actionOf) })}
              />
            </div>
            <Editing>
              <RemoveButton
                label={words.remove(threshold.level)}
                onPress={() => onChange(thresholds.filter((_, place) => place !== i))}
              />
            </Editing>
          </li>
        ))}
      </ul>
      {problemAt('thresholds') && <p className={editor.problem}>{problemAt('thresholds')}</p>}
      <Editing>
        <div>
          <Button onClick={() => onChange([...thresholds, { level: words.newLevel, share: 0.5, actions: [] }])}>
            {words.add}
          </Button>
        </div>
      </Editing>
    </section>
  );
}

interface ShareInputProps {
  readonly label: string;
  readonly share: number;
  readonly problem: string | undefined;
  readonly onChange: (share: number) => void;
}

function ShareInput({ label, share, problem, onChange }: ShareInputProps) {
  const [text, setText] = useState(percent(share));
  const shown = shareOf(text) === share ? text : percent(share);
  return (
    <TextInput
      label={texts.thresholds.share}
      labelFor={label}
      value={shown}
      problem={share > 0 && share <= 5 ? problem : texts.problem({ place: '', code: 'share-out-of-range' })}
      onChange={(written) => {
        setText(written);
        onChange(shareOf(written));
      }}
    />
  );
}

const percent = (share: number): string => String(Math.round(share * 10_000) / 100);
const shareOf = (text: string): number =>
  /^\d+([.,]\d+)?$/.test(text.trim()) ? Number(text.replace(',', '.')) / 100 : 0;

function keyOf(action: Action): string {
  switch (action.kind) {
    case 'mail':
      return `mail:${action.to}`;
    case 'priority':
      return `priority:${action.priorityId}`;
    case 'assign':
      return `assign:${action.accountId}`;
    case 'comment':
      return 'comment:';
  }
}

function actionOf(key: string): Action {
  const colon = key.indexOf(':');
  const [kind, of] = [key.slice(0, colon), key.slice(colon + 1)];
  if (kind === 'mail') return { kind, to: of as 'lead' };
  if (kind === 'priority') return { kind, priorityId: of };
  return kind === 'assign' ? { kind, accountId: of } : { kind: 'comment' };
}

/** What there is to choose, and whatever was chosen before. */
const offered = (actions: readonly Action[], priorities: Choices['priorities']) => [
  ...Object.entries(texts.thresholds.mail).map(([to, label]) => ({ value: `mail:${to}`, label })),
  { value: 'comment:', label: texts.thresholds.comment },
  ...priorities.map(({ id, name }) => ({ value: `priority:${id}`, label: texts.thresholds.priority(name) })),
  ...actions.flatMap((action) =>
    action.kind === 'assign' ? [{ value: keyOf(action), label: texts.thresholds.assign(action.accountId) }] : [],
  ),
];
