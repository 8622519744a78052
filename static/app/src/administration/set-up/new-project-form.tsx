import type { SetUpPlan } from '@fettle/set-up/contract';
import { Choices } from '@fettle/set-up/domain/choices';
import { wantedProject } from '@fettle/set-up/domain/wish';
import { useState } from 'react';
import * as v from 'valibot';
import { TextInput } from '../../ui/text-input';
import type { Decide } from './decide';
import styles from './set-up.module.css';
import { texts } from './texts';

/** Name and key of the project that is to be made. */
export function NewProjectForm({ plan: { choices }, decide }: { readonly plan: SetUpPlan; readonly decide: Decide }) {
  const [project, setProject] = useState(choices.project ?? { name: wantedProject.name, key: wantedProject.key });
  const problems = problemsOf(project);
  const settle = () => {
    if (Object.keys(problems).length === 0) decide({ ...choices, project });
  };
  return (
    <div className={styles.form}>
      <TextInput
        label={texts.project.name}
        value={project.name}
        problem={texts.problems[problems.name ?? '']}
        onChange={(name) => setProject({ ...project, name })}
        onLeave={settle}
      />
      <TextInput
        label={texts.project.key}
        help={texts.project.keyHelp}
        value={project.key}
        problem={texts.problems[problems.key ?? '']}
        onChange={(key) => setProject({ ...project, key: key.toUpperCase() })}
        onLeave={settle}
      />
    </div>
  );
}

/** What is wrong, by field. */
function problemsOf(project: { readonly name: string; readonly key: string }): Readonly<Record<string, string>> {
  const parsed = v.safeParse(Choices, { project });
  const issues = parsed.issues ?? [];
  return Object.fromEntries(issues.map(({ path, message }) => [String(path?.at(-1)?.key ?? ''), message]));
}
