import Checkbox from '@atlaskit/checkbox';
import { useEffect, useState } from 'react';
import { type FoundProject, findProjects } from '../jira/ask-jira';
import { Choice } from '../ui/choice';
import link from '../ui/link-button.module.css';
import styles from './at-risk.module.css';
import type { Filter } from './queries';
import { texts } from './texts';

interface FilterBarProps {
  readonly filter: Filter;
  readonly onFilter: (filter: Filter) => void;
  readonly showsKeys: boolean;
  readonly onKeys: () => void;
}

/** Which incidents are wanted, and what the keys do. */
export function FilterBar({ filter, onFilter, showsKeys, onKeys }: FilterBarProps) {
  const [projects, setProjects] = useState<readonly FoundProject[]>([]);
  useEffect(() => {
    findProjects().then(setProjects, () => undefined);
  }, []);
  const options = [
    { value: '', label: texts.everyProject },
    ...projects.map(({ key, name }) => ({ value: key, label: `${name} (${key})` })),
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
      <button type="button" className={link.link} aria-expanded={showsKeys} onClick={onKeys}>
        {texts.keys}
      </button>
      {showsKeys && (
        <dl className={styles.keys}>
          {texts.keysHelp.map(([key, does]) => (
            <div key={key}>
              <dt>
                <kbd>{key}</kbd>
              </dt>
              <dd>{does}</dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  );
}
