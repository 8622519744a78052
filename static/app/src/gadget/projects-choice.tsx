import Select from '@atlaskit/select';
import { useEffect, useId, useState } from 'react';
import { type FoundProject, findProjects, projectCalled } from '../jira/ask-jira';
import styles from '../ui/form.module.css';
import { texts } from './texts';

interface Option {
  readonly value: string;
  readonly label: string;
}

interface ProjectsChoiceProps {
  readonly value: readonly string[];
  readonly onChange: (keys: readonly string[]) => void;
}

const optionOf = (key: string, projects: readonly FoundProject[]): Option => {
  const project = projects.find((known) => known.key === key);
  return { value: key, label: project ? projectCalled(project) : key };
};

/** Any number of the projects that the viewer may browse. */
export function ProjectsChoice({ value, onChange }: ProjectsChoiceProps) {
  const id = useId();
  const [projects, setProjects] = useState<readonly FoundProject[]>([]);
  useEffect(() => {
    findProjects().then(setProjects, () => undefined);
  }, []);
  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={id}>
        {texts.edit.projects}
      </label>
      <span className={styles.help}>{texts.edit.projectsHelp}</span>
      <Select<Option, true>
        inputId={id}
        isMulti
        spacing="compact"
        menuPosition="fixed"
        value={value.map((key) => optionOf(key, projects))}
        options={projects.map(({ key }) => optionOf(key, projects))}
        onChange={(chosen) => onChange(chosen.map((option) => option.value))}
      />
    </div>
  );
}
