import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { eventsSection } from './devsite-doc/events-section';
import { expressionsSection } from './devsite-doc/expressions-section';
import { faultsSection } from './devsite-doc/faults-section';
import { jiraSection } from './devsite-doc/jira-section';
import { jqlSection } from './devsite-doc/jql-section';
import { limitsSection } from './devsite-doc/limits-section';
import { modulesSection } from './devsite-doc/modules-section';
import { personalDataSection } from './devsite-doc/personal-data-section';
import { type Section, sectionText } from './devsite-doc/section';
import { storageSection } from './devsite-doc/storage-section';
import { readArgs } from './read-args';

const sections: readonly Section[] = [
  jiraSection,
  jqlSection,
  expressionsSection,
  storageSection,
  eventsSection,
  faultsSection,
  modulesSection,
  personalDataSection,
  limitsSection,
];

/** Writes what the dev site simulates; with `--check` says whether the page is up to date. */
const { values: asked } = readArgs({ options: { check: { type: 'boolean' } } }, 'npm run devsite-doc -- [--check]');
const file = new URL('../docs/devsite.md', import.meta.url);

const opening = `# What the dev site simulates

Written by \`npm run devsite-doc\` from the simulators themselves. What is not here answers 501 and names itself.`;

const page = `${[opening, ...sections.map(sectionText)].join('\n\n')}\n`;

if (!asked.check) writeFileSync(file, page);
else if (!existsSync(file) || readFileSync(file, 'utf8') !== page) {
  console.error('docs/devsite.md does not say what the simulators do: run `npm run devsite-doc`.');
  process.exitCode = 1;
}
