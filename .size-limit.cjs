const { existsSync, readFileSync } = require('node:fs');
const { join } = require('node:path');

const dist = 'static/app/dist';
const manifest = join(dist, '.vite/manifest.json');
const chunks = existsSync(manifest) ? JSON.parse(readFileSync(manifest, 'utf8')) : {};

/** A chunk's file and all that it loads with it. */
function withImports(key, found = new Set()) {
  const chunk = chunks[key];
  if (!chunk || found.has(chunk.file)) return found;
  found.add(chunk.file);
  for (const imported of chunk.imports ?? []) withImports(imported, found);
  return found;
}

/** The scripts that are loaded before a page can be used. */
const scriptsOf = (...sources) => {
  const files = new Set();
  for (const source of ['index.html', ...sources]) for (const file of withImports(source)) files.add(join(dist, file));
  return [...files];
};

const surface = (name, ...sources) => ({
  name: `${name}: scripts before it is usable`,
  path: scriptsOf(...sources.map((source) => `src/${source}.tsx`)),
  gzip: true,
  limit: '180 kB',
});

const administration = (page) =>
  surface(`administration, ${page}`, 'surfaces/administration', `administration/${page}/${page}-page`);

module.exports = [
  {
    name: 'events: run on every change of an issue',
    path: 'dist/backend/events.cjs',
    gzip: true,
    limit: '150 kB',
  },
  { name: 'ui: what the pages ask', path: 'dist/backend/ui.cjs', gzip: true, limit: '150 kB' },
  {
    name: 'jobs: run every five minutes and at every escalation',
    path: 'dist/backend/jobs.cjs',
    gzip: true,
    limit: '150 kB',
  },
  { name: "hourly: carries the world's holidays", path: 'dist/backend/hourly.cjs', gzip: true, limit: '600 kB' },
  {
    name: 'admin: what the administration asks, with the JQL parser and the holidays',
    path: 'dist/backend/admin.cjs',
    gzip: true,
    limit: '850 kB',
  },
  surface('issue panel', 'surfaces/service-levels'),
  surface('badge', 'surfaces/service-level-badge'),
  surface('service desk', 'surfaces/service-desk'),
  surface('gadget', 'surfaces/service-level-gadget'),
  ...['set-up', 'calendars', 'definitions', 'priorities', 'health'].map(administration),
];
