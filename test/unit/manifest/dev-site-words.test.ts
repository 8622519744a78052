import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { incidentContract } from '@fettle/incident/contract';
import { serviceLevelContract } from '@fettle/sla/contract';
import { slotAliases, slotsProperty } from '@fettle/sla/domain/slot-aliases';
import { readManifest } from '../../../devsite/manifest';

const manifest = readManifest(resolve('manifest.yml'));

const textsIn = (folder: string) =>
  readdirSync(resolve(folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(tsx?|html|css)$/.test(file) && !/(^|\/)dist\//.test(file))
    .map((file) => ({ file: join(folder, file), text: readFileSync(resolve(folder, file), 'utf8') }));

/** Constants of the backend that name fields and properties: `const markProperty = '…'`, `levelField(site, '…')`. */
const constants = textsIn('src').flatMap(({ text }) =>
  [...text.matchAll(/(?:(?:Property|Key|Module) = |[fF]ield(?:sNamed)?\((?:\w+, )?)'([^']+)'/g)].map(
    ([, word]) => word,
  ),
);

const modules = Object.values(manifest.modules).flat();

/** What names the app and nothing else: none of it may be known to the dev site. */
const words = [
  ...modules.map(({ key }) => key),
  ...modules.flatMap(({ name }) => (typeof name === 'string' ? [name] : [])),
  ...(manifest.app.storage?.entities ?? []).map(({ name }) => name),
  ...Object.keys({ ...serviceLevelContract, ...incidentContract }),
  ...slotAliases.map(({ searchAlias }) => searchAlias),
  slotsProperty,
  ...constants,
].map(String);

/** A word of ordinary English counts as the app's where it stands alone as a string. */
const standsIn = (text: string, word: string): boolean =>
  /^[a-z]+$/.test(word)
    ? new RegExp(
        `(?:key|name|module|entity|property|function)\\w*['"]?\\s*(?:===?|:|!==?)\\s*['"\`]${word}['"\`]`,
        'i',
      ).test(text)
    : text.toLowerCase().includes(word.toLowerCase());

test('the words looked for are those of the app', () => {
  expect(words).toEqual(expect.arrayContaining(['service-levels', 'fettle-sla', 'Impact', 'Urgency', 'due-entry']));
});

/** Words that Atlassian's own templates and fields use too. */
const atlassians: Readonly<Record<string, readonly string[]>> = {
  'devsite/jira/projects/project-templates.ts': ['service-desk', 'Impact', 'Urgency'],
  'devsite/jira/activity/internal-comment.ts': ['service-desk'],
  'devsite/web/pages/projects/templates.ts': ['service-desk'],
};

test('the dev site names nothing of the app that runs on it', () => {
  const found = textsIn('devsite').flatMap(({ file, text }) =>
    [...new Set([...words, 'fettle'])]
      .filter((word) => standsIn(text, word) && !atlassians[file]?.includes(word))
      .map((word) => `${file}: ${word}`),
  );
  expect(found).toEqual([]);
});
