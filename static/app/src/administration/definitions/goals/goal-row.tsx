import Button from '@atlaskit/button/new';
import ArrowDownIcon from '@atlaskit/icon/core/arrow-down';
import ArrowUpIcon from '@atlaskit/icon/core/arrow-up';
import type { WorkingCalendar } from '@fettle/calendar/working-calendar';
import type { GoalDraft } from '@fettle/sla/domain/draft';
import { openIssuesBeside } from '../../../jira/issues-link';
import { Choice } from '../../../ui/late-fields';
import { Editing } from '../../../ui/read-only';
import { RemoveButton, RowButton } from '../../../ui/row-button';
import { TextInput } from '../../../ui/text-input';
import editor from '../../editor.module.css';
import { texts } from '../texts';
import type { Choices } from '../words';
import styles from './goals.module.css';
import { TargetInput } from './target-input';

interface GoalRowProps {
  readonly goal: GoalDraft;
  readonly place: number;
  /** How many goals there are. */
  readonly of: number;
  readonly calendars: readonly WorkingCalendar[];
  readonly dateFields: Choices['dateFields'];
  readonly count: number | 'unknown' | 'counting';
  /** JQL of the issues it matches. */
  readonly list: string;
  readonly problemAt: (place: string) => string | undefined;
  readonly warning: string | undefined;
  readonly onChange: (goal: GoalDraft) => void;
  readonly onMove: (to: number) => void;
  readonly onRemove: () => void;
}

/** One goal: what it is for, how long, by which calendar, and how many open issues it matches now. */
export function GoalRow(props: GoalRowProps) {
  const { goal, place, calendars, problemAt, warning, onChange } = props;
  const label = (of: string) => texts.goals.of(of, place + 1);
  return (
    <li className={styles.goal}>
      <div className={styles.main}>
        <TextInput
          label={texts.goals.name}
          isLabelHidden={place > 0}
          labelFor={label(texts.goals.name)}
          value={goal.name}
          problem={problemAt('.name')}
          onChange={(name) => onChange({ ...goal, name })}
        />
        <TargetInput
          label={label(texts.goals.target)}
          isLabelHidden={place > 0}
          target={goal.target}
          calendar={calendars.find(({ id }) => id === goal.calendarId)}
          problem={problemAt('.target')}
          onChange={(target) => onChange({ ...goal, target })}
        />
        <Choice
          label={texts.goals.calendar}
          isLabelHidden={place > 0}
          labelFor={label(texts.goals.calendar)}
          value={goal.calendarId}
          options={calendars.map(({ id, name }) => ({ value: id, label: name }))}
          problem={problemAt('.calendarId')}
          onChange={(calendarId) => onChange({ ...goal, calendarId })}
        />
        <DueField {...props} label={label(texts.goals.dateField)} />
        <div className={styles.jql}>
          <TextInput
            label={texts.goals.jql}
            isLabelHidden
            labelFor={label(texts.goals.jql)}
            isCode
            isTold
            placeholder={texts.goals.all}
            value={goal.jql}
            problem={problemAt('.jql')}
            onChange={(jql) => onChange({ ...goal, jql })}
          />
        </div>
        {warning && <p className={`${editor.quiet} ${styles.jql}`}>{warning}</p>}
      </div>
      <Side {...props} />
    </li>
  );
}

function DueField({ goal, place, dateFields, label, onChange }: GoalRowProps & { readonly label: string }) {
  const { dateField, ...without } = goal;
  return (
    <Choice
      label={texts.goals.dateField}
      isLabelHidden={place > 0}
      labelFor={label}
      value={dateField ?? ''}
      options={[
        { value: '', label: texts.goals.noField },
        ...dateFields.map(({ id, name }) => ({ value: id, label: name })),
      ]}
      onChange={(field) => onChange(field ? { ...without, dateField: field } : without)}
    />
  );
}

function Side({ goal, place, of, count, list, onMove, onRemove }: GoalRowProps) {
  const name = goal.name || texts.goals.of(texts.goals.name, place + 1);
  return (
    <div className={styles.side}>
      <Editing>
        <span className={styles.order} data-way>
          <RowButton
            icon={ArrowUpIcon}
            label={texts.goals.up(name)}
            isDisabled={place === 0}
            onPress={() => onMove(place - 1)}
          />
          <RowButton
            icon={ArrowDownIcon}
            label={texts.goals.down(name)}
            isDisabled={place === of - 1}
            onPress={() => onMove(place + 1)}
          />
          <RemoveButton label={texts.goals.remove(name)} onPress={onRemove} />
        </span>
      </Editing>
      {typeof count === 'number' ? (
        <Button
          appearance="subtle"
          spacing="compact"
          aria-label={texts.goals.countOf(name, count)}
          onClick={() => openIssuesBeside(list)}
        >
          {texts.goals.count(count)}
        </Button>
      ) : (
        <span className={editor.quiet}>{count === 'unknown' ? texts.goals.unknown : texts.goals.counting}</span>
      )}
    </div>
  );
}
