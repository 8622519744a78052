import { readFileSync, writeFileSync } from 'node:fs';
import { parseDocument } from 'yaml';
import { slotAliases, slotsProperty } from '../src/sla/domain/slot-aliases';
import { manifestEntities } from './manifest-entities';

/** Writes the manifest's parts that the code defines; with `--check` says whether they are written. */
const file = new URL('../manifest.yml', import.meta.url);
const before = readFileSync(file, 'utf8');
const manifest = parseDocument(before);
const plain = { aliasDuplicateObjects: false };
manifest.setIn(['app', 'storage', 'entities'], manifest.createNode(manifestEntities(), plain));
const properties = [{ propertyKey: slotsProperty, entityType: 'issue', values: slotAliases }];
manifest.setIn(['modules', 'jira:entityPropertySet', 0, 'properties'], manifest.createNode(properties, plain));
const after = manifest.toString({ lineWidth: 120 });

if (!process.argv.includes('--check')) writeFileSync(file, after);
else if (before !== after) {
  console.error('manifest.yml does not say what the code defines: run `npm run manifest`.');
  process.exitCode = 1;
}
