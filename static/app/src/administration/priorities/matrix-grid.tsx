import type { PrioritySettings } from '@fettle/incident/contract';
import { series } from '@fettle/kernel/names';
import { Choice } from '../../ui/late-fields';
import editor from '../editor.module.css';
import { IssueCount } from '../issue-count';
import { cellQuery } from './cell-query';
import styles from './priorities.module.css';
import { texts } from './texts';
import type { Matrix } from './use-matrix-edit';

const levels = [1, 2, 3] as const;

interface GridProps {
  readonly settings: PrioritySettings;
  readonly matrix: Matrix;
  readonly onSet: (impact: number, urgency: number, level: number) => void;
}

/** Impact by urgency: the priority of each cell, and how many open incidents are in it now. */
export function MatrixGrid({ settings, matrix, onSet }: GridProps) {
  const { impact, urgency } = settings;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is scrolled by the keyboard too
    <section className={editor.scrolls} tabIndex={0} aria-label={texts.matrix}>
      <table className={styles.matrix}>
        <thead>
          <tr>
            <td className={styles.corner}>
              {texts.impact(impact.name)} {texts.urgency(urgency.name)}
            </td>
            {levels.map((level) => (
              <th key={level} scope="col">
                {namesOf(urgency, level)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {levels.map((row) => (
            <tr key={row}>
              <th scope="row">{namesOf(impact, row)}</th>
              {levels.map((column) => (
                <td key={column}>
                  <Cell
                    settings={settings}
                    at={[row, column]}
                    level={matrix[row - 1]?.[column - 1] ?? 0}
                    onSet={(level) => onSet(row, column, level)}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface CellProps {
  readonly settings: PrioritySettings;
  readonly at: readonly [impact: number, urgency: number];
  readonly level: number;
  readonly onSet: (level: number) => void;
}

function Cell({ settings, at, level, onSet }: CellProps) {
  const { priorities, impact, urgency } = settings;
  const words = [namesOf(impact, at[0]), namesOf(urgency, at[1])] as const;
  const query = cellQuery(settings, at);
  const chosen = priorities[level - 1];
  const first = priorities.findIndex(({ id }) => id === chosen?.id);
  return (
    <>
      <Choice
        label={texts.cell(...words)}
        isLabelHidden
        value={String(first + 1)}
        options={distinct(priorities)}
        problem={chosen ? undefined : texts.noPriority}
        onChange={(value) => onSet(Number(value))}
      />
      {query && <IssueCount jql={query} words={texts.open} label={texts.openIn(...words)} />}
    </>
  );
}

/** The options of a level as people say them. */
const namesOf = ({ levels: of }: PrioritySettings['impact'], level: number): string =>
  series((of[level - 1] ?? []).map(({ name }) => name)) || texts.noOption(level);

/** Each priority once, under the first of its levels. */
const distinct = (priorities: PrioritySettings['priorities']) =>
  priorities.flatMap(({ id, name }, i) =>
    priorities.findIndex((other) => other.id === id) === i ? [{ value: String(i + 1), label: name }] : [],
  );
