import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseDocument } from 'yaml';
import { slotAliases, slotsProperty } from '../src/sla/domain/slot-aliases';
import { manifestEntities } from './manifest-entities';
import { readApp } from './manifest-faults/app-reading';
import type { Fault } from './manifest-faults/fault';
import { manifestFaults } from './manifest-faults/manifest-faults';
import { shapeFaults } from './manifest-faults/shape-faults';
import { readArgs } from './read-args';

/**
 * Writes the manifest's parts that the code defines; with `--check` says whether they are written, and what of the
 * manifest a deploy would refuse, or would fail after one, though Atlassian's linters let it pass.
 */
const { values: asked } = readArgs({ options: { check: { type: 'boolean' } } }, 'npm run manifest -- [--check]');
const app = new URL('../', import.meta.url);
const file = new URL('manifest.yml', app);
const before = readFileSync(file, 'utf8');
const manifest = parseDocument(before);

const unreadable = (): readonly Fault[] =>
  manifest.errors.length > 0
    ? manifest.errors.map(({ message }) => ({ place: 'manifest.yml', reason: message.trim() }))
    : shapeFaults(manifest.toJS());

function written(): string {
  const plain = { aliasDuplicateObjects: false };
  manifest.setIn(['app', 'storage', 'entities'], manifest.createNode(manifestEntities(), plain));
  const properties = [{ propertyKey: slotsProperty, entityType: 'issue', values: slotAliases }];
  manifest.setIn(['modules', 'jira:entityPropertySet', 0, 'properties'], manifest.createNode(properties, plain));
  return manifest.toString({ lineWidth: 120 });
}

const unwritten = (): readonly Fault[] =>
  before === written()
    ? []
    : [{ place: 'manifest.yml', reason: 'does not say what the code defines: run `npm run manifest`' }];

function tell(faults: readonly Fault[]): void {
  for (const { place, reason } of faults) console.error(`${place}: ${reason}`);
  if (faults.length > 0) process.exitCode = 1;
}

const misread = unreadable();
if (misread.length > 0) tell(misread);
else if (asked.check) tell([...unwritten(), ...manifestFaults(readApp(fileURLToPath(app)))]);
else writeFileSync(file, written());
