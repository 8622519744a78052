import Checkbox from '@atlaskit/checkbox';
import { useEffect, useState } from 'react';
import { type FoundProject, findProjects, projectCalled } from '../jira/ask-jira';
import { Choice } from '../ui/choice';
import link from '../ui/link-button.module.css';
import styles from './at-risk.module.css';
import { ColumnsMenu } from './columns-menu';
import type { Filter } from './queries';
import { texts } from './texts';
import type { Columns } from './use-columns';

/** Of no use to whom may assign nothing. */
const assigningKeys: ReadonlySet<string> = new Set(['x', 'a']);

interface FilterBarProps {
  readonly filter: Filter;
  readonly onFilter: (filter: Filter) => void;
  readonly columns: Columns;
  readonly mayAssign: boolean;
  readonly showsKeys: boolean;
  readonly onKeys: () => void;
}

/** Which incidents and columns are wanted, and what the keys do. */
export function FilterBar({ filter, onFilter, columns, mayAssign, showsKeys, onKeys }: FilterBarProps) {
  const [projects, setProjects] = useState<readonly FoundProject[]>([]);
  useEffect(() => {
    findProjects().then(setProjects, () => undefined);
  }, []);
  const options = [
    { value: '', label: texts.everyProject },
    ...projects.map((project) => ({ value: project.key, label: projectCalled(project) })),
  ];
  return (
    <div className={styles.bar}>
      <div className={styles.project}>
        <Choice
          label={texts.project}
          isLabelHidden
          value={filter.project}
          options={options}
          onChange={(project) => onFilter({ ...filter, project })}
        />
      </div>
      <Checkbox
        label={texts.mine}
        isChecked={filter.isMine}
        onChange={({ currentTarget }) => onFilter({ ...filter, isMine: currentTarget.checked })}
      />
      <ColumnsMenu kept={columns.kept} toggle={columns.toggle} />
      <button type="button" className={link.link} aria-expanded={showsKeys} onClick={onKeys}>
        {texts.keys}
      </button>
      <span className={styles.quiet} role="status">
        {columns.news}
      </span>
      {showsKeys && (
        <dl className={styles.keys}>
          {(mayAssign ? texts.keysHelp : texts.keysHelp.filter(([key]) => !assigningKeys.has(key))).map(
            ([key, does]) => (
              <div key={key}>
                <dt>
                  <kbd>{key}</kbd>
                </dt>
                <dd>{does}</dd>
              </div>
            ),
          )}
        </dl>
      )}
    </div>
  );
}
