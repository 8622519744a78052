import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { verifyExport } from '@fettle/audit/domain/verify-export';
import type { Site } from '../../../devsite/site';
import { archiveName, releaseFolder, sha256 } from '../../../scripts/release/archive';
import { fixtures, openFixture, restore } from '../../../scripts/release/fixture';
import type { Told } from '../../../scripts/release/upgrade-story';
import { addStatus } from '../../builders/a-later-status';
import { exportOf } from '../../builders/an-export';
import { administer, ask, hour, move, raise, say } from '../../builders/an-incident-site';
import { storedTexts } from '../../builders/everything-kept';
import { theApp } from '../../builders/the-app';
import { clocksNow, configurationOf, differences, mailsOf, recordOf, slotsOf } from '../../builders/what-is-kept';

const app = theApp();

describe.each(readdirSync(fixtures))('a site that release %s left, under the app as it is now', (version) => {
  let folder: string;
  let site: Site;
  let told: Told;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'fettle-upgrade-'));
    told = restore(version, join(folder, 'site.sqlite'));
    site = await openFixture(app, join(folder, 'site.sqlite'));
    await site.settle();
  });
  afterEach(async () => {
    await site.close();
    rmSync(folder, { recursive: true });
  });

  const open = () => Object.entries(told.incidents).filter(([name]) => !told.hidden.includes(name));
  const wrong = () => open().flatMap(([name, issue]) => differences(site, issue).map((what) => `${name}: ${what}`));
  const failures = () => site.journal.recent(2_000).filter(({ ok }) => !ok);

  test('has every clock as a replay of history has it, at once and a day later', async () => {
    expect(wrong()).toEqual([]);
    await site.advance(24 * hour);
    expect(wrong()).toEqual([]);
  });

  test('was left with clocks in every state, with escalations done and pending', async () => {
    const clocks = open().flatMap(([, issue]) => clocksNow(site, issue));
    expect([...new Set(clocks.map(({ state }) => state))].sort()).toEqual(['completed', 'paused', 'running']);
    expect([...new Set(clocks.map(({ result }) => result))]).toEqual(expect.arrayContaining(['met', 'breached']));
    const late = told.incidents['resolved late']!;
    expect(mailsOf(site, late).length).toBeGreaterThan(0);
    expect(mailsOf(site, told.incidents['at risk soon']!)).toEqual([]);
  });

  test('answers in the panel of every incident', async () => {
    for (const [, issue] of open())
      expect(await ask(site, 'serviceLevels', { issueId: issue.id })).toMatchObject({
        ok: true,
        value: { facts: { created: recordOf(site, issue)?.facts.created } },
      });
  });

  test('says in the panel what is hidden from it, and recovers once it no longer is', async () => {
    const hidden = told.hidden.map((name) => told.incidents[name]!);
    for (const issue of hidden)
      expect(await ask(site, 'serviceLevels', { issueId: issue.id })).toMatchObject({
        ok: true,
        value: { hiddenSince: expect.any(String) },
      });
    site.jira.setAppAccess('PLAT', true);
    await site.advance(2 * hour);
    expect(hidden.flatMap((issue) => differences(site, issue))).toEqual([]);
  });

  test('lives on for a day without a failure, and escalates what was pending', async () => {
    const urgent = told.incidents['at risk soon']!;
    const before = mailsOf(site, urgent).length;
    await site.advance(24 * hour);
    expect(failures()).toEqual([]);
    expect(site.failedForGood()).toEqual([]);
    expect(mailsOf(site, urgent).length).toBeGreaterThan(before);
  });

  test('keeps what its admin has edited', async () => {
    expect(configurationOf(site)?.definitions.map(({ id, version: edition }) => [id, edition])).toContainEqual([
      'time-to-resolution',
      3,
    ]);
    const reply = await administer(site, 'calendars', {});
    const calendar = expect.objectContaining({ id: 'business-hours' });
    expect(reply).toMatchObject({
      value: { calendars: expect.arrayContaining([{ calendar, version: 2 }].map(expect.objectContaining)) },
    });
  });

  test('proves every entry of its audit, those that the release wrote too', async () => {
    await site.advance(24 * hour);
    const verdict = verifyExport(await exportOf(site));
    expect(verdict).toMatchObject({ findings: [], remarks: [] });
    expect(verdict.anchors.length).toBeGreaterThan(0);
    expect(verdict.entries).toBeGreaterThan(10);
  });

  test('lets a person be erased from what the release wrote', async () => {
    site.jira.closeAccount('abel');
    await site.advance(2 * hour);
    expect(storedTexts(site).filter(({ text }) => text.includes('"abel"'))).toEqual([]);
    const { findings, remarks } = verifyExport(await exportOf(site));
    expect(findings).toEqual([]);
    expect(remarks.length).toBeGreaterThan(0);
    expect(failures()).toEqual([]);
  });

  test('keeps the reason of an override', async () => {
    const { id } = told.incidents.overridden!;
    expect(await ask(site, 'serviceLevels', { issueId: id })).toMatchObject({
      value: { priority: { state: 'overridden', reason: 'The board meets tomorrow.' } },
    });
  });

  test('follows a new incident, and one that it knew', async () => {
    const fresh = await raise(site);
    await say(site, fresh);
    await move(site, told.incidents.running!, 'Resolved');
    await site.advance(hour);
    expect(differences(site, fresh)).toEqual([]);
    expect(wrong()).toEqual([]);
  });

  test('has a status that came later count by its category', async () => {
    await addStatus(site, 'Ways', 'Settled');
    const issue = told.incidents.running!;
    await move(site, issue, 'Settled');
    expect(slotsOf(site, issue)).toMatchObject({ 1: { state: 'completed' }, 2: { state: 'completed' } });
    await site.advance(2 * hour);
    expect(wrong()).toEqual([]);
  });

  test('is kept beside the bundle that made it', () => {
    const name = archiveName(version);
    const [sum] = readFileSync(join(releaseFolder(version), `${name}.sha256`), 'utf8').split(' ');
    expect(sha256(readFileSync(join(releaseFolder(version), name)))).toBe(sum);
  });
});
