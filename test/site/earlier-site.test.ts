import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '../../devsite/database';
import { outdatedTables } from '../../devsite/earlier-site';
import { anIncidentSeed } from '../builders/an-incident-seed';
import { anIncidentSite, friday } from '../builders/an-incident-site';
import { theApp } from '../builders/the-app';

const options = {
  appDirectory: theApp(),
  seed: anIncidentSeed(),
  start: friday,
  runner: 'in-process',
  pace: 'frozen',
} as const;

let file: string;
beforeAll(async () => {
  file = join(mkdtempSync(join(tmpdir(), 'site-')), 'site.sqlite');
  await (await anIncidentSite({ file })).close();
});

const changed = (script: string) => {
  const database = openDatabase(file);
  database.exec(script);
  database.close();
};

describe('a site’s file', () => {
  test('of today lacks nothing', async () => {
    expect(await outdatedTables(file, options)).toEqual([]);
  });

  test('may lack what a new site does not fill: it is made when the site is opened', async () => {
    changed('DROP TABLE jira_worklog; DROP INDEX jira_issue_updated; CREATE TABLE gone_today (id)');
    expect(await outdatedTables(file, options)).toEqual([]);
  });

  test('lacks what has another form today, and what a new site fills', async () => {
    changed('ALTER TABLE jira_link_type ADD COLUMN colour TEXT; DROP TABLE jira_priority');
    expect(await outdatedTables(file, options)).toEqual(['jira_priority', 'jira_link_type']);
  });
});
